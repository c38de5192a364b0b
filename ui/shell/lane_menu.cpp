// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/lane_menu.h"

#include "ui/bridge/text.h"
#include "ui/shell/actions.h"
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

QString spellingOf(Grouping grouping) {
  const auto found = std::ranges::find(groupings, grouping, &std::pair<Grouping, const char*>::first);
  return QLatin1String(found->second);
}

std::vector<std::string> codesFrom(const QStringList& list) {
  std::vector<std::string> codes;
  for (const QString& code : list)
    codes.push_back(toUtf8(code));
  return codes;
}

QStringList listOf(const std::vector<std::string>& codes) {
  QStringList list;
  for (const std::string& code : codes)
    list += toQString(code);
  return list;
}

/// What was wished before and what stands there now: of those that are not there now the wish is kept.
std::vector<std::string> joined(std::vector<std::string> before, const std::vector<std::string>& now) {
  for (const std::string& code : now)
    if (std::ranges::find(before, code) == before.end()) before.push_back(code);
  std::vector<std::string> result;
  for (const std::size_t place : timeline::orderAsWished(before, now))
    result.push_back(before[place]);
  return result;
}

} // namespace

LaneMenu::LaneMenu(TimelineView& timeline, Settings& settings, Actions& actions, QObject* parent)
    : QObject(parent), m_timeline(timeline), m_settings(settings), m_actions(actions) {
  restoreOrders();
  connect(&timeline, &TimelineView::laneOrderChanged, this, &LaneMenu::keepOrder);
  connect(&timeline, &TimelineView::laneMenuWanted, this, &LaneMenu::showHeadingMenu);
  const auto moveSelected = [this](int by) {
    if (const auto lane = m_timeline.laneOfSelection()) move(*lane, by);
  };
  connect(actions.laneUp, &QAction::triggered, this, [moveSelected] { moveSelected(-1); });
  connect(actions.laneDown, &QAction::triggered, this, [moveSelected] { moveSelected(1); });
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
  menu->addSeparator();
  menu->addActions({m_actions.laneUp, m_actions.laneDown});
  m_naturalOrder = menu->addAction(QString(), this, &LaneMenu::forgetOrder);
  connect(menu, &QMenu::aboutToShow, this, [this] {
    m_naturalOrder->setEnabled(!m_settings.laneOrder(spellingOf(m_timeline.scene().grouping())).isEmpty());
  });
  retranslate();
}

void LaneMenu::retranslate() {
  for (const auto& [grouping, action] : m_groupings)
    action->setText(groupingName(grouping));
  if (m_collapse == nullptr) return;
  m_collapse->setText(tr("&Collapse all lanes"));
  m_expand->setText(tr("&Expand all lanes"));
  m_naturalOrder->setText(tr("Lanes in their &natural order"));
}

void LaneMenu::restoreOrders() {
  for (const auto& [grouping, spelling] : groupings)
    m_timeline.setLaneOrder(grouping, codesFrom(m_settings.laneOrder(QLatin1String(spelling))));
}

void LaneMenu::keepOrder(Grouping grouping, const std::vector<std::string>& codes) {
  const QString spelling = spellingOf(grouping);
  m_settings.setLaneOrder(spelling, listOf(joined(codesFrom(m_settings.laneOrder(spelling)), codes)));
}

void LaneMenu::forgetOrder() {
  const Grouping grouping = m_timeline.scene().grouping();
  m_settings.setLaneOrder(spellingOf(grouping), {});
  m_timeline.setLaneOrder(grouping, {});
}

void LaneMenu::move(std::size_t lane, int by) {
  const auto to = static_cast<std::ptrdiff_t>(lane) + by;
  if (to >= 0) m_timeline.moveLane(lane, static_cast<std::size_t>(to));
}

void LaneMenu::showHeadingMenu(std::size_t lane, QPoint globalPlace) {
  const bool collapsed = m_timeline.scene().layout().lanes[lane].collapsed;
  auto* const menu = new QMenu(&m_timeline);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  QAction* const up = menu->addAction(tr("Move &up"), this, [this, lane] { move(lane, -1); });
  QAction* const down = menu->addAction(tr("Move &down"), this, [this, lane] { move(lane, 1); });
  const bool pinned = m_timeline.scene().isPinned(lane);
  up->setEnabled(!pinned && lane > m_timeline.scene().layers().size());
  down->setEnabled(!pinned && lane + 1 < m_timeline.scene().layout().lanes.size());
  menu->addSeparator();
  menu->addAction(collapsed ? tr("&Expand") : tr("&Collapse"), &m_timeline,
                  [this, lane, collapsed] { m_timeline.setLaneCollapsed(lane, !collapsed); });
  menu->addAction(tr("Collapse all &others"), &m_timeline, [this, lane] { m_timeline.collapseAllBut(lane); });
  Q_EMIT headingMenuMade(lane, menu);
  menu->popup(globalPlace);
}

} // namespace demarche::ui
