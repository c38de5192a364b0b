// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QStringList>

class QWidget;

namespace demarche::ui {

/// Lets files and folders be dropped anywhere on a window.
class FileDrop : public QObject {
  Q_OBJECT
 public:
  explicit FileDrop(QWidget* window);

 Q_SIGNALS:
  void dropped(const QStringList& files);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace demarche::ui
