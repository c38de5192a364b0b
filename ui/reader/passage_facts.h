// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/event.h"

#include <QFrame>
#include <QList>
#include <QString>
#include <utility>

class QFormLayout;
class QLabel;

namespace demarche::ui {

/// Why the event is what it is, by one of its passages: what this article says, the words that gave the date
/// and how it was worked out, and the rule that recognised it.
class PassageFacts : public QFrame {
  Q_OBJECT
 public:
  explicit PassageFacts(QWidget* parent = nullptr);

  void explain(const model::Event& event, const model::Passage& passage);

 private:
  void addRow(const QString& name, const QString& value);

  QFormLayout* m_rows;
  QList<std::pair<QString, QString>> m_said; ///< what the rows say
};

} // namespace demarche::ui
