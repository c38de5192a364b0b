// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QPushButton;
class QTreeWidget;

namespace demarche::ui {

/// What could not be done, one line each: what it was about and why. Lines stay until the user clears them.
class MessagesPanel : public QWidget {
  Q_OBJECT
 public:
  explicit MessagesPanel(QWidget* parent = nullptr);

  void add(const QString& about, const QString& why);
  [[nodiscard]] int count() const;
  /// As shown, a line each, parted by tabs.
  [[nodiscard]] QString text() const;
  void clear();

 Q_SIGNALS:
  void countChanged(int count);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();

  QTreeWidget* m_lines;
  QPushButton* m_copy;
  QPushButton* m_clear;
};

} // namespace demarche::ui
