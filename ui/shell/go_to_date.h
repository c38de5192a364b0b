// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;

namespace demarche::ui {

class TimelineView;

/// A line over the timeline that takes a date as the project writes it (2023-05, 197X, 2018/2019) and goes
/// there. What is no date it says why, and waits.
class GoToDate : public QFrame {
  Q_OBJECT
 public:
  /// `timeline` is its parent.
  explicit GoToDate(TimelineView& timeline);

  void open();

 protected:
  bool event(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  /// There is nowhere to go from the one line; the timeline beneath would walk its events.
  bool focusNextPrevChild(bool) override { return false; }
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void go();
  void leave();
  void retranslate();
  void place();
  void sayWhyNot(const QString& why);

  TimelineView& m_timeline;
  QLineEdit* m_date;
  QLabel* m_why; ///< hidden as long as there is nothing to say
};

} // namespace demarche::ui
