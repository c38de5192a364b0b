// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace demarche::ui {

/// What stands where the timeline would be while there is nothing to draw: why, and what to do about it.
class EmptyState : public QWidget {
  Q_OBJECT
 public:
  enum class Reason {
    noLibrary,  ///< none is open
    noArticles, ///< the library is new
    noEvents,   ///< its articles tell of none
    filtered    ///< the filter lets none through
  };

  explicit EmptyState(QWidget* parent = nullptr);

  void setReason(Reason reason);
  [[nodiscard]] Reason reason() const { return m_reason; }
  /// The library that articles go to when none is open.
  void setDefaultLibrary(const QString& library);

 Q_SIGNALS:
  void addClicked();
  void openClicked();
  void clearFilterClicked();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void say(const QString& heading, const QString& text);

  Reason m_reason = Reason::noLibrary;
  QString m_defaultLibrary;
  QLabel* m_icon;
  QLabel* m_heading;
  QLabel* m_text;
  QPushButton* m_add;
  QPushButton* m_open;
  QPushButton* m_clearFilter;
};

} // namespace demarche::ui
