// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/marks.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace demarche::timeline {
namespace {

constexpr std::uint32_t mostWeighed = 4096;

/// Walks through the marks of one row, within sight.
class RowMarks {
 public:
  RowMarks(const Layout& layout, const Row& row, const Sight& sight, const MarkSizes& sizes)
      : m_layout(layout),
        m_row(row),
        m_scale(sight.scale),
        m_width(sight.width),
        m_daysPerPixel(static_cast<float>(sight.daysPerPixel())),
        m_least(sizes.least * sight.textScale),
        m_point(sizes.point * sight.textScale),
        m_unit(nestedUnitOf(sizes.cell * sight.daysPerPixel())),
        m_breaks(layout.levels[levelOf(m_daysPerPixel)]) {}

  void append(std::vector<Mark>& marks) {
    const std::size_t before = marks.size();
    std::uint32_t begin = firstRun();
    while (begin < m_row.end && leftOf(begin) <= m_width) {
      const std::uint32_t end = nextBreak(begin + 1);
      if (end - begin == 1)
        addSingle(begin, marks);
      else
        addRun(begin, end, marks);
      begin = end;
    }
    parting(before, marks);
  }

 private:
  /// The coarsest level that has all breaks of this scale (and some that are none yet).
  std::size_t levelOf(float daysPerPixel) const {
    const int level = static_cast<int>(std::floor(std::log2(daysPerPixel))) - Layout::finestLevel;
    return static_cast<std::size_t>(std::clamp(level, 0, static_cast<int>(m_layout.levels.size()) - 1));
  }

  /// Finer than the finest level nothing is left to part, coarser than the coarsest the list is filtered.
  bool isBreak(std::uint32_t slot) const { return m_layout.apart[slot] >= m_daysPerPixel; }

  std::uint32_t nextBreak(std::uint32_t from) const {
    auto at = std::lower_bound(m_breaks.begin(), m_breaks.end(), from);
    while (at != m_breaks.end() && *at < m_row.end && !isBreak(*at))
      ++at;
    return at == m_breaks.end() ? m_row.end : std::min(*at, m_row.end);
  }

  std::uint32_t breakBefore(std::uint32_t slot) const {
    auto at = std::upper_bound(m_breaks.begin(), m_breaks.end(), slot);
    while (at != m_breaks.begin()) {
      --at;
      if (*at <= m_row.begin || isBreak(*at)) return std::max(*at, m_row.begin);
    }
    return m_row.begin;
  }

  Days daysOf(std::uint32_t slot) const { return daysIn(m_row, m_layout.item(slot)); }

  /// The begin of the run with the first event that reaches into sight, or of the one before it, whose shape
  /// may be wider than its days.
  std::uint32_t firstRun() const {
    const double edge = m_scale.dayAt(-m_least);
    std::uint32_t low = m_row.begin;
    for (std::uint32_t high = m_row.end - 1; low < high;) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (daysOf(middle).last + 1.0 < edge)
        low = middle + 1;
      else
        high = middle;
    }
    const std::uint32_t run = breakBefore(low);
    return run > m_row.begin ? breakBefore(run - 1) : run;
  }

  double widened(double days, double pixels) const {
    return std::max(0.0, pixels - days * m_scale.pixelsPerDay()) / 2;
  }
  double leftOf(std::uint32_t slot) const {
    const Days days = daysOf(slot);
    return m_scale.x(days.first) - widened(days.count(), m_least);
  }
  double rightOf(std::uint32_t slot) const {
    const Days days = daysOf(slot);
    return m_scale.x(days.last + 1.0) + widened(days.count(), m_least);
  }

  void addSingle(std::uint32_t slot, std::vector<Mark>& marks) const {
    const Item& item = m_layout.item(slot);
    const Days days = daysOf(slot);
    const double pad = widened(days.count(), m_point);
    Mark mark{m_scale.x(days.first) - pad, m_scale.x(days.last + 1.0) + pad, item.first, item.last, slot};
    const bool whole = days.first == item.first && days.last == item.last;
    mark.bar = whole && days.count() * m_scale.pixelsPerDay() >= m_point;
    if (!whole && pad == 0) narrow(mark);
    if (mark.right >= 0 && mark.left <= m_width) marks.push_back(mark);
  }

  /// To a shape: what stands on its middle day alone does not show how long it is.
  void narrow(Mark& mark) const {
    const double middle = (mark.left + mark.right) / 2;
    mark.left = middle - m_point / 2;
    mark.right = middle + m_point / 2;
  }

  /// A run is cut where calendar units begin, so that a long one says when its events were.
  void addRun(std::uint32_t begin, std::uint32_t end, std::vector<Mark>& marks) const {
    double left = leftOf(begin);
    const double right = rightOf(end - 1);
    if (right < 0) return;
    std::uint32_t slot = begin;
    if (left < 0) { // long runs are not walked through from their begin
      const DayNumber day = startOf(m_unit, static_cast<DayNumber>(std::floor(m_scale.dayAt(0))));
      slot = firstFrom(day, begin, end);
      if (slot > begin) {
        // The piece before may reach into sight when nothing begins in this unit.
        slot = firstFrom(startOf(m_unit, middleOf(slot - 1)), begin, end);
        if (slot > begin) left = m_scale.x(startOf(m_unit, middleOf(slot)));
      }
    }
    while (slot < end && left <= m_width) {
      const DayNumber next = startOfNext(m_unit, middleOf(slot));
      const std::uint32_t after = firstFrom(next, slot, end);
      const double cut = after < end ? m_scale.x(startOf(m_unit, middleOf(after))) : right;
      const double edge = std::min({cut, right, std::max(rightOf(after - 1), left + 1)});
      if (edge >= 0) addPiece(slot, after, left, after < end ? edge : right, marks);
      left = cut;
      slot = after;
    }
  }

  void addPiece(std::uint32_t begin, std::uint32_t end, double left, double right,
                std::vector<Mark>& marks) const {
    Mark mark{left, right, m_layout.item(begin).first, m_layout.item(end - 1).last, begin, end - begin};
    if (m_row.crowded)
      for (std::uint32_t slot = begin; slot < std::min(end, begin + mostWeighed); ++slot) {
        mark.first = std::min(mark.first, m_layout.item(slot).first);
        mark.last = std::max(mark.last, m_layout.item(slot).last);
      }
    marks.push_back(mark);
  }

  DayNumber middleOf(std::uint32_t slot) const { return m_layout.item(slot).middle(); }

  /// The first slot whose middle day is this one or later.
  std::uint32_t firstFrom(DayNumber day, std::uint32_t begin, std::uint32_t end) const {
    const auto slots = m_layout.order.begin();
    const auto found =
        std::lower_bound(slots + begin, slots + end, day, [this](std::uint32_t item, DayNumber from) {
          return m_layout.snapshot->items[item].middle() < from;
        });
    return static_cast<std::uint32_t>(found - slots);
  }

  /// A bar gives way where a shape beside it needs the room.
  static void parting(std::size_t from, std::vector<Mark>& marks) {
    for (std::size_t i = from + 1; i < marks.size(); ++i) {
      Mark& before = marks[i - 1];
      Mark& mark = marks[i];
      if (before.right <= mark.left) continue;
      if (before.bar && !(mark.bar && mark.right - mark.left > before.right - before.left))
        before.right = std::max(before.left, mark.left);
      else
        mark.left = std::min(mark.right, before.right);
    }
  }

  const Layout& m_layout;
  const Row& m_row;
  TimeScale m_scale;
  double m_width;
  float m_daysPerPixel;
  double m_least;
  double m_point;
  CalendarUnit m_unit;
  const std::vector<std::uint32_t>& m_breaks;
};

} // namespace

void marksIn(const Layout& layout, const Row& row, const Sight& sight, const MarkSizes& sizes,
             std::vector<Mark>& marks) {
  if (row.begin < row.end) RowMarks(layout, row, sight, sizes).append(marks);
}

std::size_t columnUnit(const Sight& sight, const MarkSizes& sizes) {
  const CalendarUnit unit = nestedUnitOf(sizes.cell * sight.daysPerPixel());
  return static_cast<std::size_t>(std::find(nestedUnits.begin(), nestedUnits.end(), unit) -
                                  nestedUnits.begin());
}

void columnsIn(const Layout& layout, const Lane& lane, const Sight& sight, const MarkSizes& sizes,
               std::vector<Mark>& marks) {
  const CalendarUnit unit = nestedUnits[columnUnit(sight, sizes)];
  const auto days = layout.days.begin();
  const auto end = days + lane.end;
  const auto edge = static_cast<DayNumber>(std::floor(std::clamp(sight.scale.dayAt(0), -1e9, 1e9)));
  auto day = std::lower_bound(days + lane.begin, end, edge);
  // The first column in sight may have begun before it.
  if (day != end)
    day = std::lower_bound(days + lane.begin, end, std::min(startOf(unit, *day), startOf(unit, edge)));
  while (day != end) {
    const DayNumber first = startOf(unit, *day);
    const DayNumber next = startOfNext(unit, *day);
    const double left = sight.scale.x(first);
    if (left > sight.width) break;
    const auto after = std::lower_bound(day, end, next);
    const double right = sight.scale.x(next);
    if (right >= 0)
      marks.push_back({left, right, first, next - 1, static_cast<std::uint32_t>(day - days),
                       static_cast<std::uint32_t>(after - day), false, true});
    day = after;
  }
}

Mark markOf(const Layout& layout, std::uint32_t slot, const Sight& sight, const MarkSizes& sizes) {
  const Lane& lane = layout.lanes[layout.laneAt(slot)];
  const Item& item = layout.item(slot);
  // Asked for where it stands: far from there not all marks are walked through.
  const double middle = sight.scale.x(item.middle() + 0.5);
  const Sight there{sight.scale.pannedBy(-middle), 1, sight.textScale};
  std::vector<Mark> marks;
  const bool dense = isDense(lane, sight);
  if (dense)
    columnsIn(layout, lane, there, sizes, marks);
  else
    marksIn(layout, layout.rows[layout.rowAt(slot)], there, sizes, marks);
  const auto found = std::find_if(marks.begin(), marks.end(), [&](const Mark& mark) {
    return dense ? mark.first <= item.middle() && item.middle() <= mark.last
                 : mark.begin <= slot && slot < mark.begin + mark.count;
  });
  assert(found != marks.end());
  found->left += middle;
  found->right += middle;
  return *found;
}

std::span<const std::uint32_t> itemsOf(const Layout& layout, const Mark& mark) {
  return std::span(mark.column ? layout.byDay : layout.order).subspan(mark.begin, mark.count);
}

bool canBeParted(const Layout& layout, const Mark& mark, double finest) {
  if (mark.column)
    return mark.first < mark.last || finest < layout.lanes[layout.laneAt(mark.begin)].denseFrom;
  const auto apart = layout.apart.begin() + mark.begin;
  return std::any_of(apart + 1, apart + mark.count, [&](float from) { return from >= finest; });
}

bool hasAnyOf(const Layout& layout, const Mark& mark, std::span<const std::uint32_t> items) {
  if (mark.count <= items.size())
    return std::ranges::any_of(itemsOf(layout, mark), [&](std::uint32_t item) {
      return std::binary_search(items.begin(), items.end(), item);
    });
  if (!mark.column)
    return std::ranges::any_of(items, [&](std::uint32_t item) {
      return std::ranges::any_of(layout.slotsOf(item), [&](std::uint32_t slot) {
        return mark.begin <= slot && slot < mark.begin + mark.count;
      });
    });
  const std::size_t lane = layout.laneAt(mark.begin);
  return std::ranges::any_of(items, [&](std::uint32_t item) {
    const DayNumber day = layout.snapshot->items[item].middle();
    return mark.first <= day && day <= mark.last &&
           std::ranges::any_of(layout.slotsOf(item),
                               [&](std::uint32_t slot) { return layout.laneAt(slot) == lane; });
  });
}

const Mark* markNear(const std::vector<Mark>& marks, double x, double reach) {
  const Mark* nearest = nullptr;
  double least = reach;
  auto mark = std::partition_point(marks.begin(), marks.end(),
                                   [&](const Mark& one) { return one.right < x - reach; });
  for (; mark != marks.end() && mark->left <= x + reach; ++mark) {
    const double distance = std::max({mark->left - x, x - mark->right, 0.0});
    if (distance > least || (nearest != nullptr && distance == least)) continue;
    least = distance;
    nearest = &*mark;
  }
  return nearest;
}

model::EventStatus statusOf(const Layout& layout, const Mark& mark) {
  if (mark.column) return model::EventStatus::occurred;
  const std::uint32_t end = mark.begin + mark.count;
  if (layout.planned[end] - layout.planned[mark.begin] == mark.count) return model::EventStatus::planned;
  if (layout.cancelled[end] - layout.cancelled[mark.begin] == mark.count)
    return model::EventStatus::cancelled;
  return model::EventStatus::occurred;
}

std::vector<std::uint32_t> heaviestFirst(const Layout& layout, const Mark& mark, std::size_t most) {
  const auto weighed = itemsOf(layout, mark).first(std::min(mark.count, mostWeighed));
  std::vector<std::uint32_t> items(weighed.begin(), weighed.end());
  const auto end = items.begin() + static_cast<std::ptrdiff_t>(std::min(most, items.size()));
  std::partial_sort(items.begin(), end, items.end(), [&](std::uint32_t a, std::uint32_t b) {
    const float weightOfA = weightOf(layout.snapshot->items[a]);
    const float weightOfB = weightOf(layout.snapshot->items[b]);
    return weightOfA != weightOfB ? weightOfA > weightOfB : a < b;
  });
  items.erase(end, items.end());
  return items;
}

std::uint32_t heaviestOf(const Layout& layout, const Mark& mark) {
  const auto items = itemsOf(layout, mark).first(std::min(mark.count, mostWeighed));
  return *std::max_element(items.begin(), items.end(), [&](std::uint32_t a, std::uint32_t b) {
    return weightOf(layout.snapshot->items[a]) < weightOf(layout.snapshot->items[b]);
  });
}

} // namespace demarche::timeline
