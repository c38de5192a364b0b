// SPDX-License-Identifier: Apache-2.0
// Which events of the timeline are selected, and which of them is the current one.
#include "core/timeline/neighbours.h"
#include "ui/timeline/view.h"

#include <QAccessible>
#include <QMouseEvent>
#include <algorithm>
#include <iterator>
#include <utility>

namespace demarche::ui {
namespace {

constexpr double goToAirDays = 45; ///< around an event that one goes to, on either side
constexpr double airShare = 0.06;  ///< around several, of their days

} // namespace

void TimelineView::setSelected(StoryRow event) {
  if (event != selected() || m_chosen.size() > 1) select(m_scene.snapshot().find(event));
}

void TimelineView::setSelected(StoryRow event, const StoryRows& all) {
  const std::optional<std::uint32_t> current = m_scene.snapshot().find(event);
  if (current && current != m_selected) reveal(*current);
  choose(m_scene.itemsOf(all), current);
}

StoryRow TimelineView::selected() const {
  return m_selected ? m_scene.rowOf(*m_selected) : noStory;
}

StoryRows TimelineView::allSelected() const {
  StoryRows rows;
  rows.reserve(m_chosen.size());
  for (const std::uint32_t item : m_chosen)
    rows.push_back(m_scene.rowOf(item));
  std::ranges::sort(rows);
  return rows;
}

bool TimelineView::hasSelected(const timeline::Mark& mark) const {
  return timeline::hasAnyOf(m_scene.layout(), mark, m_chosen);
}

void TimelineView::select(std::optional<std::uint32_t> item) {
  if (item) reveal(*item);
  choose(item ? std::vector{*item} : std::vector<std::uint32_t>(), item);
}

/// All items of `items`, which ascend, with `current` the one that is read.
void TimelineView::choose(std::vector<std::uint32_t> items, std::optional<std::uint32_t> current) {
  if (current == m_selected && items == m_chosen) return;
  const bool another = current != m_selected;
  m_selected = current;
  m_chosen = std::move(items);
  keepCurrentAmongChosen();
  update();
  if (another) m_ruler.select(m_scene, m_selected);
  if (another) announceSelection();
  Q_EMIT selectionChanged(selected());
}

void TimelineView::keepCurrentAmongChosen() {
  if (!m_selected) return;
  const auto place = std::ranges::lower_bound(m_chosen, *m_selected);
  if (place == m_chosen.end() || *place != *m_selected) m_chosen.insert(place, *m_selected);
}

/// Its events leave the selection when all of them are in it, and join it otherwise.
void TimelineView::toggle(const timeline::Mark& mark) {
  const auto events = timeline::itemsOf(m_scene.layout(), mark);
  std::vector<std::uint32_t> of(events.begin(), events.end());
  std::ranges::sort(of);
  std::vector<std::uint32_t> chosen;
  if (!std::ranges::includes(m_chosen, of)) {
    std::ranges::set_union(m_chosen, of, std::back_inserter(chosen));
    return choose(std::move(chosen), timeline::heaviestOf(m_scene.layout(), mark));
  }
  std::ranges::set_difference(m_chosen, of, std::back_inserter(chosen));
  std::optional<std::uint32_t> current = m_selected;
  if (current && std::ranges::binary_search(of, *current))
    current = chosen.empty() ? std::nullopt : std::optional(chosen.front());
  choose(std::move(chosen), current);
}

/// From the current event, which stays it, up to the mark's, all that stand in the same lane.
void TimelineView::extendTo(const PlacedMark& placed) {
  const timeline::Layout& layout = m_scene.layout();
  const auto events = timeline::itemsOf(layout, placed.mark);
  std::vector<std::uint32_t> of(events.begin(), events.end());
  std::ranges::sort(of);
  const auto isHere = [&](std::uint32_t slot) { return layout.laneAt(slot) == placed.lane; };
  if (!m_selected || !std::ranges::any_of(layout.slotsOf(*m_selected), isHere))
    return choose(std::move(of), timeline::heaviestOf(layout, placed.mark));
  const auto& items = m_scene.snapshot().items;
  const timeline::DayNumber from = items[*m_selected].middle();
  const auto day = [&](std::uint32_t item) { return items[item].middle(); };
  const auto [first, last] = std::ranges::minmax(of, {}, day);
  const std::vector<std::uint32_t> between = timeline::itemsBetween(
      layout, layout.lanes[placed.lane], std::min(from, day(first)), std::max(from, day(last)));
  choose(between, m_selected);
}

void TimelineView::selectAllInSight() {
  std::vector<std::uint32_t> items = itemsTouched(m_scene, m_scene.plotRect());
  if (items.empty()) return;
  const bool stays = m_selected && std::ranges::binary_search(items, *m_selected);
  const std::uint32_t current = stays ? *m_selected : items.front();
  choose(std::move(items), current);
}

/// What the rectangle touches, or the event that was clicked; with Ctrl what was selected stays so.
void TimelineView::releaseRubber(const QMouseEvent& event) {
  m_rubber.moveTo(event.position());
  if (!m_rubber.isDrawn()) {
    m_rubber.cancel();
    return click(event.position(), event.modifiers());
  }
  std::vector<std::uint32_t> touched = itemsTouched(m_scene, m_rubber.rect(m_scene));
  m_rubber.cancel();
  update();
  if (event.modifiers() & Qt::ControlModifier) {
    std::vector<std::uint32_t> all;
    std::ranges::set_union(m_chosen, touched, std::back_inserter(all));
    touched = std::move(all);
  }
  const bool stays = m_selected && std::ranges::binary_search(touched, *m_selected);
  if (stays) return choose(std::move(touched), m_selected);
  const std::optional<std::uint32_t> first = touched.empty() ? std::nullopt : std::optional(touched.front());
  choose(std::move(touched), first);
}

void TimelineView::goToSelection() {
  if (!m_selected) return;
  const auto& items = m_scene.snapshot().items;
  timeline::Extent all{items[*m_selected].first, items[*m_selected].last};
  for (const std::uint32_t item : m_chosen) {
    all.first = std::min(all.first, items[item].first);
    all.last = std::max(all.last, items[item].last);
  }
  const double days = all.last - all.first + 1;
  const auto [first, end] = shownDays();
  // One no wider than now, and as wide as it needs.
  const double half = m_chosen.size() > 1
                          ? std::max((0.5 + airShare) * days, 1.0)
                          : std::max(std::min((end - first) / 2, goToAirDays + days), 0.65 * days);
  const double middle = (all.first + all.last + 1) / 2.0;
  goTo(middle - half, middle + half);
  reveal(*m_selected);
}

/// To the nearest event in time of the next lane above or below.
bool TimelineView::selectInLaneBeside(int step) {
  if (!m_selected) return false;
  const timeline::Layout& layout = m_scene.layout();
  const auto lane = static_cast<std::ptrdiff_t>(laneOfSelected()) + step;
  if (lane >= 0 && lane < static_cast<std::ptrdiff_t>(layout.lanes.size())) {
    m_laneOfSelected = layout.lanes[static_cast<std::size_t>(lane)].key;
    select(timeline::nearestIn(layout, layout.lanes[static_cast<std::size_t>(lane)],
                               m_scene.snapshot().items[*m_selected].middle()));
  }
  return true;
}

bool TimelineView::selectWithinLane(int step) {
  if (!m_selected) return false;
  const timeline::Layout& layout = m_scene.layout();
  const auto next = timeline::stepIn(layout, layout.lanes[laneOfSelected()], *m_selected, step);
  if (next) select(*next);
  return true;
}

/// An event may stand in several lanes: the one that keys went to, else the first of them.
std::size_t TimelineView::laneOfSelected() const {
  const timeline::Layout& layout = m_scene.layout();
  const auto slots = layout.slotsOf(*m_selected);
  for (const std::uint32_t slot : slots)
    if (const std::size_t lane = layout.laneAt(slot); layout.lanes[lane].key == m_laneOfSelected) return lane;
  return layout.laneAt(slots.front());
}

void TimelineView::announceSelection() {
  if (!QAccessible::isActive() || !hasFocus()) return;
  QAccessibleInterface* const tree = QAccessible::queryAccessibleInterface(this);
  QAccessibleInterface* const chosen = tree == nullptr ? nullptr : tree->focusChild();
  if (chosen == nullptr) return;
  QAccessibleEvent event(chosen, QAccessible::Focus);
  QAccessible::updateAccessibility(&event);
}

} // namespace demarche::ui
