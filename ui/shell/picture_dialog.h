// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/picture_choices.h"
#include "ui/timeline/render.h"

#include <QDialog>
#include <QTimer>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace demarche::ui {

class TimelineView;

/// The stretch of time that the timeline shows, with its lanes, at the size it has there.
[[nodiscard]] RenderOptions pictureOfView(const TimelineView& timeline);

/// Asks what a picture is to show, how large and how; shows what will come of it.
class PictureDialog : public QDialog {
  Q_OBJECT
 public:
  /// `timeline` must outlive the dialog.
  PictureDialog(const TimelineView& timeline, const PictureChoices& choices, const QString& title,
                QWidget* parent);

  [[nodiscard]] PictureChoices choices() const;
  /// What was chosen, ready to be drawn; only while there is nothing wrong with it.
  [[nodiscard]] RenderOptions options() const;

 private:
  void build();
  void buildContent(QFormLayout* form);
  void buildSize(QFormLayout* form);
  void fillIn(const PictureChoices& choices);
  void changed();
  void showPreview();
  [[nodiscard]] PictureContent content() const;
  [[nodiscard]] PictureSize size() const;

  const TimelineView& m_timeline;
  QString m_ending;
  QButtonGroup* m_content;
  QLineEdit* m_stretch;
  QLabel* m_whyNot;
  QComboBox* m_size;
  QSpinBox* m_width;
  QSpinBox* m_height;
  QLineEdit* m_title;
  QComboBox* m_theme;
  QCheckBox* m_legend;
  QCheckBox* m_sources;
  QLabel* m_preview;
  QPushButton* m_save;
  QTimer m_typing; ///< a preview is drawn when one pauses
};

} // namespace demarche::ui
