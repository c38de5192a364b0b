// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/filter_bar.h"

#include "ui/bridge/text.h"
#include "ui/models/words.h"
#include "ui/shell/menu_entry.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <algorithm>
#include <array>
#include <chrono>

namespace demarche::ui {
namespace {

constexpr std::chrono::milliseconds typingPause{150};
constexpr int textWidth = 320;
constexpr std::array leastConfidences{0.7, 0.9};

bool anyChecked(const std::vector<QAction*>& actions) {
  return std::ranges::any_of(actions, &QAction::isChecked);
}

std::vector<std::string> checkedNames(const std::vector<QAction*>& actions) {
  std::vector<std::string> names;
  for (const QAction* action : actions)
    if (action->isChecked()) names.push_back(toUtf8(action->data().toString()));
  return names;
}

} // namespace

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent), m_text(new QLineEdit(this)), m_button(new QPushButton(this)), m_menu(new QMenu(this)) {
  build();
  m_typing.setSingleShot(true);
  m_typing.setInterval(typingPause);
  connect(m_text, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
  connect(m_text, &QLineEdit::returnPressed, this, [this] {
    m_typing.stop();
    Q_EMIT filterChanged();
  });
  connect(&m_typing, &QTimer::timeout, this, &FilterBar::filterChanged);
  retranslate();
}

void FilterBar::build() {
  const auto addChoice = [this] {
    QAction* action = m_menu->addAction(QString());
    action->setCheckable(true);
    connect(action, &QAction::toggled, this, &FilterBar::menuChanged);
    return action;
  };
  for (std::size_t i = 0; i < model::allEventKinds.size(); ++i)
    m_kinds.push_back(addChoice());
  m_menu->addSeparator();
  for (std::size_t i = 0; i < model::allEventStatuses.size(); ++i)
    m_statuses.push_back(addChoice());
  m_menu->addSeparator();
  m_context = addChoice();
  m_further = addChoice();
  m_further->setVisible(false);
  m_menu->addSeparator();
  auto* onlyOne = new QActionGroup(this);
  onlyOne->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
  for (const double least : leastConfidences) {
    QAction* action = m_confidence.emplace_back(addChoice());
    action->setData(least);
    onlyOne->addAction(action);
  }
  m_button->setMenu(m_menu);
  m_text->setClearButtonEnabled(true);
  m_text->setFixedWidth(textWidth);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_text);
  layout->addWidget(m_button);
  m_button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void FilterBar::retranslate() {
  m_text->setPlaceholderText(tr("Filter by words, names, places"));
  m_text->setAccessibleName(m_text->placeholderText());
  for (std::size_t i = 0; i < m_kinds.size(); ++i)
    m_kinds[i]->setText(Words::kind(model::allEventKinds[i]));
  for (std::size_t i = 0; i < m_statuses.size(); ++i)
    m_statuses[i]->setText(Words::status(model::allEventStatuses[i]));
  m_context->setText(tr("Context events (of others) too"));
  m_further->setText(tr("Further conditions of a kept filter"));
  for (QAction* action : m_confidence)
    action->setText(tr("Confidence %L1 % or more").arg(qRound(action->data().toDouble() * 100)));
  m_button->setText(choices() == 0 ? tr("Filter") : tr("Filter (%1)").arg(choices()));
  m_button->setToolTip(tr("Which kinds and statuses to show, and how sure; none chosen shows all"));
}

model::Filter FilterBar::filter() const {
  model::Filter filter = m_further->isChecked() ? m_rest : model::Filter();
  filter.text = toUtf8(m_text->text().trimmed());
  for (std::size_t i = 0; i < m_kinds.size(); ++i)
    if (m_kinds[i]->isChecked()) filter.kinds.push_back(model::allEventKinds[i]);
  for (std::size_t i = 0; i < m_statuses.size(); ++i)
    if (m_statuses[i]->isChecked()) filter.statuses.push_back(model::allEventStatuses[i]);
  filter.people = checkedNames(m_people);
  filter.places = checkedNames(m_places);
  if (!m_context->isChecked() && !filter.scope) filter.scope = model::Scope::bilateral;
  for (const QAction* action : m_confidence)
    if (action->isChecked()) filter.minConfidence = action->data().toDouble();
  return filter;
}

bool FilterBar::isClear() const {
  return m_text->text().trimmed().isEmpty() && !anyChecked(m_kinds) && !anyChecked(m_statuses) &&
         !anyChecked(m_confidence) && !anyChecked(m_people) && !anyChecked(m_places) &&
         !m_further->isChecked();
}

int FilterBar::choices() const {
  return static_cast<int>(std::ranges::count_if(m_kinds, &QAction::isChecked) +
                          std::ranges::count_if(m_statuses, &QAction::isChecked) +
                          std::ranges::count_if(m_people, &QAction::isChecked) +
                          std::ranges::count_if(m_places, &QAction::isChecked) +
                          (anyChecked(m_confidence) ? 1 : 0) + (m_further->isChecked() ? 1 : 0) +
                          (m_context->isChecked() ? 1 : 0));
}

void FilterBar::clear() {
  {
    const QSignalBlocker saidOnceBelow(this);
    m_text->clear();
    m_typing.stop();
    nameOnly({}, {});
    for (QAction* action : m_menu->actions())
      action->setChecked(false);
  }
  Q_EMIT filterChanged();
}

void FilterBar::setFilter(const model::Filter& filter) {
  {
    const QSignalBlocker saidOnceBelow(this);
    m_text->setText(toQString(filter.text));
    m_typing.stop();
    for (std::size_t i = 0; i < m_kinds.size(); ++i)
      m_kinds[i]->setChecked(std::ranges::count(filter.kinds, model::allEventKinds[i]) > 0);
    for (std::size_t i = 0; i < m_statuses.size(); ++i)
      m_statuses[i]->setChecked(std::ranges::count(filter.statuses, model::allEventStatuses[i]) > 0);
    nameOnly(filter.people, filter.places);
    m_context->setChecked(!filter.scope);
    for (QAction* action : m_confidence)
      action->setChecked(action->data().toDouble() == filter.minConfidence);
    keepRestOf(filter);
  }
  Q_EMIT filterChanged();
}

/// What the bar has no choices for is one choice: all of it, or none.
void FilterBar::keepRestOf(const model::Filter& filter) {
  m_rest = filter;
  m_rest.text.clear();
  m_rest.kinds.clear();
  m_rest.statuses.clear();
  m_rest.people.clear();
  m_rest.places.clear();
  if (filter.scope != model::Scope::context) m_rest.scope.reset();
  if (anyChecked(m_confidence)) m_rest.minConfidence = 0;
  const bool any = m_rest != model::Filter();
  m_further->setVisible(any);
  m_further->setChecked(any);
  retranslate();
}

/// Above all else in the menu, where they can be left out again.
void FilterBar::nameOnly(const std::vector<std::string>& people, const std::vector<std::string>& places) {
  for (auto* names : {&m_people, &m_places}) {
    for (QAction* action : *names) {
      m_menu->removeAction(action);
      action->deleteLater();
    }
    names->clear();
  }
  const auto add = [this](std::vector<QAction*>& names, const std::string& name) {
    const QString text = toQString(name);
    auto* const action = new QAction(asEntry(text), m_menu);
    action->setData(text);
    action->setCheckable(true);
    action->setChecked(true);
    connect(action, &QAction::toggled, this, &FilterBar::menuChanged);
    m_menu->insertAction(m_kinds.front(), action);
    names.push_back(action);
  };
  for (const std::string& name : people)
    add(m_people, name);
  for (const std::string& name : places)
    add(m_places, name);
  retranslate();
}

void FilterBar::focusText() {
  m_text->setFocus(Qt::ShortcutFocusReason);
  m_text->selectAll();
}

void FilterBar::menuChanged() {
  retranslate();
  Q_EMIT filterChanged();
}

void FilterBar::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace demarche::ui
