// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/layers.h"

#include <QDialog>
#include <vector>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace demarche::ui {

/// A list of people and bodies to choose one from, narrowed down by what is typed. Deletes itself when it is
/// closed.
class ChoosePerson : public QDialog {
  Q_OBJECT
 public:
  ChoosePerson(const std::vector<timeline::CodeCount>& people, QWidget* parent);

  void accept() override;

 Q_SIGNALS:
  void chosen(const QString& code);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void narrow(const QString& text);

  QLineEdit* m_search;
  QListWidget* m_list;
  QPushButton* m_pin;
};

} // namespace demarche::ui
