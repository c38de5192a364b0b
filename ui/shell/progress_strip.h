// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace demarche::ui {

/// What is being added now, how far it has come, and the way to call it off. Hidden while nothing is.
class ProgressStrip : public QWidget {
  Q_OBJECT
 public:
  explicit ProgressStrip(QWidget* parent = nullptr);

  void start();
  void showProgress(const base::Progress& progress);
  void finish();

 Q_SIGNALS:
  void cancelled();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();

  QLabel* m_what;
  QProgressBar* m_bar;
  QPushButton* m_cancel;
};

} // namespace demarche::ui
