// SPDX-License-Identifier: Apache-2.0
#include "ui/reader/passage_facts.h"

#include "ui/bridge/text.h"
#include "ui/models/words.h"

#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <cmath>

namespace demarche::ui {
namespace {

/// Of the two accounts of a value the passage's, and the story's too where joining or correcting changed it.
QString withStory(const QString& passage, const QString& story) {
  return passage == story ? passage : PassageFacts::tr("%1 (all sources together: %2)").arg(passage, story);
}

QString datedAs(const time::Edtf& date) {
  QString words = Words::date(date);
  const QString edtf = toQString(date.str());
  if (date.unknown() || words == edtf) return words;
  return PassageFacts::tr("%1  ·  %2", "date in words, as EDTF").arg(words, edtf);
}

QString percent(double share) {
  return PassageFacts::tr("%1%", "per cent").arg(QLocale().toString(std::lround(share * 100)));
}

} // namespace

PassageFacts::PassageFacts(QWidget* parent) : QFrame(parent), m_rows(new QFormLayout(this)) {
  m_rows->setRowWrapPolicy(QFormLayout::DontWrapRows);
  m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  m_rows->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
  m_rows->setHorizontalSpacing(12);
  m_rows->setVerticalSpacing(4);
  m_rows->setContentsMargins(16, 8, 16, 8);
}

void PassageFacts::addRow(const QString& name, const QString& value) {
  auto* label = new QLabel(name, this);
  label->setForegroundRole(QPalette::PlaceholderText);
  auto* text = new QLabel(value, this);
  text->setTextFormat(Qt::PlainText);
  text->setWordWrap(true);
  text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  label->setBuddy(text);
  m_rows->addRow(label, text);
}

void PassageFacts::explain(const model::Event& event, const model::Passage& passage) {
  QList<std::pair<QString, QString>> facts;
  const auto say = [&](const QString& name, const QString& value) {
    if (!value.isEmpty()) facts.emplaceBack(name, value);
  };
  say(tr("Kind"), withStory(Words::kind(passage.kind), Words::kind(event.kind)));
  say(tr("Status"), withStory(Words::status(passage.status), Words::status(event.status)));
  say(tr("Date"), withStory(datedAs(passage.date), datedAs(event.date)));
  if (!passage.dateText.empty()) say(tr("Words"), tr("“%1”").arg(toQString(passage.dateText)));
  say(tr("Worked out"), toQString(passage.dateWhy));
  say(tr("People"), Words::people(event.participants));
  say(tr("Place"), Words::place(event));
  say(tr("Level"), Words::level(event.level));
  say(tr("Rule"), toQString(passage.rule).replace(u' ', u'\n'));
  say(tr("Confidence"), percent(event.confidence));
  if (facts == m_said) return; // what is being read or selected in it stays as it is
  m_said = facts;
  while (m_rows->rowCount() > 0)
    m_rows->removeRow(0);
  for (const auto& [name, value] : m_said)
    addRow(name, value);
}

} // namespace demarche::ui
