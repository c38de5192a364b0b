// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/marks.h"

#include "many_events.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>

using namespace demarche;
using namespace demarche::timeline;

namespace {

constexpr double textScale = 1;

Layout layoutOf(const SnapshotPtr& snapshot, int rows = 1) {
  return layOut(snapshot, laneItems(*snapshot, Grouping::kind), {rows, true});
}

/// Everything there is, at this scale.
Sight wholeAt(double pixelsPerDay) {
  constexpr double far = 20'000;
  return {TimeScale(-far, pixelsPerDay), 2 * far * pixelsPerDay, textScale};
}

using LaneMarks = std::vector<std::vector<Mark>>; ///< by row; of a dense lane, one list of columns

LaneMarks marksOf(const Layout& layout, const Lane& lane, const Sight& sight) {
  if (isDense(lane, sight)) {
    LaneMarks columns(1);
    columnsIn(layout, lane, sight, {}, columns[0]);
    return columns;
  }
  LaneMarks rows(lane.rows);
  for (std::uint32_t row = 0; row < lane.rows; ++row)
    marksIn(layout, layout.rows[lane.firstRow + row], sight, {}, rows[row]);
  return rows;
}

std::vector<Mark> firstRow(const SnapshotPtr& snapshot, const Sight& sight) {
  const Layout layout = layoutOf(snapshot);
  return marksOf(layout, layout.lanes.at(0), sight).at(0);
}

double anyZoom() {
  return *rc::gen::element(0.01, 0.02, 0.1, 0.5, 1.0, 2.0, 9.0, 30.0, 80.0, 1200.0);
}

/// By item, the mark it stands in: lane, row and first slot.
using Parts = std::map<std::pair<std::size_t, std::uint32_t>, std::tuple<std::size_t, std::uint32_t, bool>>;
Parts partsOf(const Layout& layout, const Sight& sight) {
  Parts parts;
  for (std::size_t lane = 0; lane < layout.lanes.size(); ++lane) {
    const LaneMarks rows = marksOf(layout, layout.lanes[lane], sight);
    for (std::size_t row = 0; row < rows.size(); ++row)
      for (const Mark& mark : rows[row])
        for (const std::uint32_t item : itemsOf(layout, mark))
          RC_ASSERT((parts.emplace(std::pair(lane, item), std::tuple(row, mark.begin, mark.column)).second));
  }
  return parts;
}

} // namespace

TEST_CASE("every event stands in exactly one mark of its lane, at every zoom") {
  CHECK(rc::check("for every snapshot, budget and zoom", [] {
    const SnapshotPtr snapshot = anySnapshot();
    const Layout layout = layoutOf(snapshot, *rc::gen::inRange(1, 40));
    const Sight sight = wholeAt(anyZoom());
    RC_ASSERT(partsOf(layout, sight).size() == snapshot->items.size());
    for (const Lane& lane : layout.lanes)
      for (const auto& row : marksOf(layout, lane, sight))
        for (const Mark& mark : row)
          for (const std::uint32_t item : itemsOf(layout, mark)) {
            if (mark.column) {
              RC_ASSERT((mark.first <= snapshot->items[item].middle() &&
                         snapshot->items[item].middle() <= mark.last));
            } else {
              RC_ASSERT(mark.first <= snapshot->items[item].first);
              RC_ASSERT(mark.last >= snapshot->items[item].last);
            }
          }
  }));
}

TEST_CASE("no two marks of a row overlap") {
  CHECK(rc::check("for every snapshot, budget, zoom and size of text", [] {
    const SnapshotPtr snapshot = anySnapshot();
    const Layout layout = layoutOf(snapshot, *rc::gen::inRange(1, 40));
    Sight sight = wholeAt(anyZoom());
    sight.textScale = *rc::gen::element(0.7, 1.0, 1.5, 3.0);
    for (const Lane& lane : layout.lanes)
      for (const auto& row : marksOf(layout, lane, sight))
        for (std::size_t index = 0; index < row.size(); ++index) {
          RC_ASSERT(row[index].left < row[index].right);
          if (index > 0) {
            RC_ASSERT(row[index - 1].right <= row[index].left + 1e-6);
          }
        }
  }));
}

TEST_CASE("what is told apart stays so when one zooms in") {
  CHECK(rc::check("for every snapshot and two zooms", [] {
    const SnapshotPtr snapshot = anySnapshot();
    const Layout layout = layoutOf(snapshot, *rc::gen::inRange(1, 40));
    const double far = anyZoom();
    const double near = far * *rc::gen::element(1.01, 1.3, 2.0, 7.0, 40.0);
    const Parts coarse = partsOf(layout, wholeAt(far));
    std::map<std::tuple<std::size_t, std::size_t, std::uint32_t>,
             std::tuple<std::size_t, std::uint32_t, bool>>
        within;
    for (const auto& [item, part] : partsOf(layout, wholeAt(near))) {
      const auto key = std::tuple(item.first, std::get<0>(part), std::get<1>(part));
      const auto [known, isNew] = within.emplace(key, coarse.at(item));
      RC_ASSERT((isNew || known->second == coarse.at(item)));
    }
  }));
}

TEST_CASE("marks in a window are those that touch it, wherever it stands") {
  CHECK(rc::check("for every window", [] {
    const SnapshotPtr snapshot = anySnapshot();
    const Layout layout = layoutOf(snapshot, *rc::gen::inRange(1, 20));
    const double zoom = anyZoom();
    const Sight whole = wholeAt(zoom);
    const Sight window{TimeScale(*rc::gen::inRange(-4000, 4000), zoom), 1.0 * *rc::gen::inRange(1, 1500),
                       textScale};
    const double shift = whole.scale.x(window.scale.firstDay());
    for (const Lane& lane : layout.lanes) {
      const LaneMarks all = marksOf(layout, lane, whole);
      const LaneMarks seen = marksOf(layout, lane, window);
      for (std::size_t row = 0; row < all.size(); ++row) {
        std::map<std::uint32_t, const Mark*> known;
        for (const Mark& mark : all[row])
          known[mark.begin] = &mark;
        std::size_t touching = 0;
        for (const Mark& mark : all[row])
          touching += mark.right - shift > 0.01 && mark.left - shift < window.width - 0.01 ? 1 : 0;
        RC_ASSERT(seen[row].size() >= touching);
        RC_ASSERT(seen[row].size() <= touching + 4);
        for (const Mark& mark : seen[row]) {
          RC_ASSERT((known.contains(mark.begin) && known[mark.begin]->count == mark.count));
          RC_ASSERT(std::abs(known[mark.begin]->left - shift - mark.left) < 25 * textScale);
        }
      }
    }
  }));
}

TEST_CASE("marks are as wide as what they show, or as a shape") {
  const auto marks = firstRow(meetingsOn({{0, 0}, {100, 199}}), wholeAt(2));
  REQUIRE(marks.size() == 2);
  const double begin = wholeAt(2).scale.x(0);
  CHECK_FALSE(marks[0].bar);
  CHECK((marks[0].left + marks[0].right) / 2 == Approx(begin + 1)); // the middle of day 0
  CHECK(marks[0].right - marks[0].left == Approx(MarkSizes().point));
  CHECK(marks[1].bar);
  CHECK(marks[1].left == Approx(begin + 200));
  CHECK(marks[1].right == Approx(begin + 400));
}

TEST_CASE("shapes that would touch are folded into a counted cluster, and apart again when zoomed") {
  const auto snapshot = meetingsOn({{0, 0}, {3, 3}, {200, 200}});
  const auto far = firstRow(snapshot, wholeAt(1));
  REQUIRE(far.size() == 2);
  CHECK(far[0].count == 2);
  CHECK(far[0].first == 0);
  CHECK(far[0].last == 3);
  CHECK(far[1].count == 1);
  CHECK(firstRow(snapshot, wholeAt(7)).size() == 3);
}

TEST_CASE("bars that lie side by side stay bars, and give way to a shape beside them") {
  const auto days = firstRow(meetingsOn({{0, 0}, {1, 1}, {2, 2}}), wholeAt(50));
  REQUIRE(days.size() == 3);
  CHECK(days[1].left == Approx(days[0].right));
  const auto beside = firstRow(meetingsOn({{0, 99}, {100, 100}}), wholeAt(1));
  REQUIRE(beside.size() == 2);
  CHECK(beside[0].bar);
  CHECK(beside[0].right == Approx(beside[1].left));
  CHECK(beside[1].right - beside[1].left == Approx(MarkSizes().point));
}

TEST_CASE("a long run of shapes is cut where calendar units begin") {
  std::vector<std::pair<DayNumber, DayNumber>> days;
  for (DayNumber day = 0; day < 50 * 8; day += 8)
    days.emplace_back(day, day); // 1970 and a little more
  const auto marks = firstRow(meetingsOn(days), wholeAt(1));
  REQUIRE(marks.size() == 13);
  for (const Mark& mark : marks)
    CHECK(startOf(CalendarUnit::month, mark.first) == startOf(CalendarUnit::month, mark.last));
}

TEST_CASE("a lane too dense for marks is counted by calendar unit") {
  std::vector<std::pair<DayNumber, DayNumber>> days;
  for (DayNumber day = 0; day < 3650; ++day)
    days.emplace_back(day, day); // the 1970s, a meeting every day
  const SnapshotPtr snapshot = meetingsOn(days);
  const Layout layout = layoutOf(snapshot);
  const Sight sight = wholeAt(0.1);
  REQUIRE(isDense(layout.lanes[0], sight));
  const std::vector<Mark> columns = marksOf(layout, layout.lanes[0], sight).at(0);
  REQUIRE(columns.size() == 10);
  CHECK(columns[0].count == 365);
  CHECK(columns[2].count == 366); // 1972
  CHECK(nestedUnits[columnUnit(sight, {})] == CalendarUnit::year);
  CHECK(layout.lanes[0].tallest[columnUnit(sight, {})] == 366);
  CHECK_FALSE(isDense(layout.lanes[0], wholeAt(30)));
}

TEST_CASE("pointing finds the mark under the mouse, or close by, or none") {
  const std::vector<Mark> marks{{.left = 10, .right = 22}, {.left = 100, .right = 200}};
  CHECK(markNear(marks, 12, 3) == &marks[0]);
  CHECK(markNear(marks, 24, 3) == &marks[0]);
  CHECK(markNear(marks, 50, 3) == nullptr);
  CHECK(markNear(marks, 150, 3) == &marks[1]);
  CHECK(markNear({}, 150, 3) == nullptr);
}

TEST_CASE("a cluster is drawn in the state that all its events share") {
  auto snapshot = std::make_shared<Snapshot>(*meetingsOn({{0, 0}, {1, 1}, {50, 50}, {51, 51}}));
  snapshot->items[0].status = snapshot->items[1].status = model::EventStatus::planned;
  snapshot->items[2].status = model::EventStatus::cancelled;
  const Layout layout = layoutOf(snapshot);
  const auto marks = marksOf(layout, layout.lanes[0], wholeAt(1)).at(0);
  REQUIRE(marks.size() == 2);
  CHECK(statusOf(layout, marks[0]) == model::EventStatus::planned);
  CHECK(statusOf(layout, marks[1]) == model::EventStatus::occurred);
}

TEST_CASE("a cluster is named after its heaviest event") {
  auto snapshot = std::make_shared<Snapshot>(*meetingsOn({{0, 0}, {1, 1}, {2, 2}}));
  snapshot->items[1].level = model::Level::leader;
  const Layout layout = layoutOf(snapshot);
  const auto marks = marksOf(layout, layout.lanes[0], wholeAt(1)).at(0);
  REQUIRE(marks.size() == 1);
  CHECK(heaviestOf(layout, marks[0]) == 1);
}

TEST_CASE("a mark has any of some items if one of them is among its own") {
  CHECK(rc::check([] {
    const SnapshotPtr snapshot = anySnapshot();
    const Layout layout = layoutOf(snapshot);
    std::vector<std::uint32_t> some;
    for (std::uint32_t item = 0; item < snapshot->items.size(); ++item)
      if (*rc::gen::inRange(0, 20) == 0) some.push_back(item);
    for (const Lane& lane : layout.lanes)
      for (const std::vector<Mark>& row : marksOf(layout, lane, wholeAt(anyZoom())))
        for (const Mark& mark : row) {
          const auto items = itemsOf(layout, mark);
          const bool any = std::any_of(items.begin(), items.end(), [&](std::uint32_t item) {
            return std::find(some.begin(), some.end(), item) != some.end();
          });
          RC_ASSERT(hasAnyOf(layout, mark, some) == any);
        }
  }));
}

TEST_CASE("a mark can be parted if it is in parts at the finest scale") {
  CHECK(rc::check([] {
    const Layout layout = layoutOf(anySnapshot());
    const Sight finest = wholeAt(1200);
    const Parts parts = partsOf(layout, finest);
    for (std::size_t lane = 0; lane < layout.lanes.size(); ++lane)
      for (const std::vector<Mark>& row : marksOf(layout, layout.lanes[lane], wholeAt(0.5)))
        for (const Mark& mark : row) {
          if (mark.column) continue;
          std::set<std::tuple<std::size_t, std::uint32_t, bool>> own;
          for (const std::uint32_t item : itemsOf(layout, mark))
            own.insert(parts.at({lane, item}));
          if (canBeParted(layout, mark, finest.daysPerPixel())) RC_ASSERT(own.size() > 1);
        }
  }));
}

TEST_CASE("what is on the same day cannot be parted") {
  const Layout layout = layoutOf(meetingsOn({{10, 10}, {10, 10}, {11, 11}}));
  const std::vector<Mark> far = firstRow(layout.snapshot, wholeAt(0.5));
  REQUIRE(far.size() == 1);
  CHECK(canBeParted(layout, far[0], 1.0 / 1200));
  const std::vector<Mark> near = firstRow(layout.snapshot, wholeAt(300));
  REQUIRE(near.size() == 2);
  CHECK_FALSE(canBeParted(layout, near[0], 1.0 / 1200));
}
