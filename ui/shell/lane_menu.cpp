// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/lane_menu.h"

#include "ui/shell/settings.h"
#include "ui/timeline/lane_text.h"
#include "ui/timeline/view.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <algorithm>
#include <array>

namespace demarche::ui {
namespace {

using timeline::Grouping;

/// As settings spell them.
constexpr std::array<std::pair<Grouping, const char*>, 8> groupings{{{Grouping::kind, "kind"},
                                                                     {Grouping::level, "level"},
                                                                     {Grouping::person, "person"},
                                                                     {Grouping::traveller, "traveller"},
                                                                     {Grouping::place, "place"},
                                                                     {Grouping::topic, "topic"},
                                                                     {Grouping::source, "source"},
                                                                     {Grouping::language, "language"}}};

Grouping groupingFrom(const QString& spelling) {
  const auto found =
      std::ranges::find_if(groupings, [&](const auto& one) { return spelling == QLatin1String(one.second); });
  return found == groupings.end() ? Grouping::kind : found->first;
}

} // namespace

LaneMenu::LaneMenu(TimelineView& timeline, Settings& settings, QObject* parent)
    : QObject(parent), m_timeline(timeline), m_settings(settings) {
  m_timeline.setGrouping(groupingFrom(settings.lanes()));
}

void LaneMenu::addTo(QMenu* menu) {
  auto* const group = new QActionGroup(this);
  for (const auto& one : groupings) {
    const Grouping grouping = one.first;
    const char* const spelling = one.second;
    QAction* const action = group->addAction(menu->addAction(QString()));
    action->setCheckable(true);
    action->setChecked(grouping == m_timeline.scene().grouping());
    connect(action, &QAction::triggered, this, [this, grouping, spelling] {
      m_settings.setLanes(QLatin1String(spelling));
      m_timeline.setGrouping(grouping);
    });
    m_groupings.emplace_back(grouping, action);
  }
  menu->addSeparator();
  m_collapse = menu->addAction(QString(), &m_timeline, [this] { m_timeline.setAllCollapsed(true); });
  m_expand = menu->addAction(QString(), &m_timeline, [this] { m_timeline.setAllCollapsed(false); });
  retranslate();
}

void LaneMenu::retranslate() {
  for (const auto& [grouping, action] : m_groupings)
    action->setText(groupingName(grouping));
  if (m_collapse == nullptr) return;
  m_collapse->setText(tr("&Collapse all lanes"));
  m_expand->setText(tr("&Expand all lanes"));
}

} // namespace demarche::ui
