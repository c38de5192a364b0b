// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/fold.h"

#include "many_events.h"

#include <catch2/catch.hpp>

using namespace demarche;
using namespace demarche::timeline;

namespace {

Fold foldOf(const Snapshot& snapshot, double pixelsPerDay, int rows = 1) {
  return foldRows(snapshot, packRows(snapshot, {rows, true}), pixelsPerDay);
}

const std::vector<Mark>& firstRow(const Fold& fold) {
  return fold.lanes.at(0).rows.at(0);
}

double anyZoom() {
  return *rc::gen::element(0.02, 0.1, 0.5, 2.0, 9.0, 80.0, 1200.0);
}

} // namespace

TEST_CASE("every event stands in exactly one mark, at every zoom") {
  CHECK(rc::check("for every snapshot, budget and zoom", [] {
    const SnapshotPtr snapshot = anySnapshot();
    const Rows rows = packRows(*snapshot, {*rc::gen::inRange(1, 40), *rc::gen::arbitrary<bool>()});
    const Fold fold = foldRows(*snapshot, rows, anyZoom());
    std::vector<int> seen(snapshot->items.size(), 0);
    for (const FoldedLane& lane : fold.lanes)
      for (const auto& row : lane.rows)
        for (const Mark& mark : row)
          for (std::uint32_t slot = mark.begin; slot < mark.begin + mark.count; ++slot) {
            ++seen[fold.order[slot]];
            RC_ASSERT(mark.first <= snapshot->items[fold.order[slot]].first);
            RC_ASSERT(mark.last >= snapshot->items[fold.order[slot]].last);
          }
    RC_ASSERT(std::all_of(seen.begin(), seen.end(), [](int times) { return times == 1; }));
    for (std::uint32_t item = 0; item < snapshot->items.size(); ++item) {
      const Mark& mark = markAt(fold, markOf(fold, rows, item));
      RC_ASSERT(mark.begin <= fold.slotOf[item]);
      RC_ASSERT(fold.slotOf[item] < mark.begin + mark.count);
    }
  }));
}

TEST_CASE("shapes and clusters never overlap each other, bars never overlap bars") {
  CHECK(rc::check("for every snapshot and zoom", [] {
    const SnapshotPtr snapshot = anySnapshot();
    const Rows rows = packRows(*snapshot, {*rc::gen::inRange(1, 40), true});
    const Fold fold = foldRows(*snapshot, rows, anyZoom());
    for (const FoldedLane& lane : fold.lanes)
      for (const auto& row : lane.rows)
        for (std::size_t index = 1; index < row.size(); ++index) {
          const Mark& a = row[index - 1];
          const Mark& b = row[index];
          RC_ASSERT(a.left <= b.left);
          RC_ASSERT(a.right <= b.right);
          if (a.bar == b.bar) {
            RC_ASSERT(a.right <= b.left + 1e-6);
          }
        }
  }));
}

TEST_CASE("marks are as wide as what they show, or as a shape") {
  const auto snapshot = meetingsOn({{0, 0}, {100, 199}});
  const Fold fold = foldOf(*snapshot, 2);
  REQUIRE(firstRow(fold).size() == 2);
  const Mark& shape = firstRow(fold)[0];
  CHECK_FALSE(shape.bar);
  CHECK((shape.left + shape.right) / 2 == Approx(1)); // the middle of day 0
  CHECK(shape.right - shape.left == Approx(MarkSizes().point));
  const Mark& bar = firstRow(fold)[1];
  CHECK(bar.bar);
  CHECK(bar.left == Approx(200));
  CHECK(bar.right == Approx(400));
}

TEST_CASE("shapes that would touch are folded into a counted cluster, and apart again when zoomed") {
  const auto snapshot = meetingsOn({{0, 0}, {3, 3}, {200, 200}});
  const Fold far = foldOf(*snapshot, 1);
  REQUIRE(firstRow(far).size() == 2);
  CHECK(firstRow(far)[0].count == 2);
  CHECK(firstRow(far)[0].first == 0);
  CHECK(firstRow(far)[0].last == 3);
  CHECK(firstRow(far)[1].count == 1);
  CHECK(firstRow(foldOf(*snapshot, 6)).size() == 3);
}

TEST_CASE("bars that lie side by side stay bars") {
  const auto snapshot = meetingsOn({{0, 0}, {1, 1}, {2, 2}});
  const Fold fold = foldOf(*snapshot, 40);
  REQUIRE(firstRow(fold).size() == 3);
  CHECK(firstRow(fold)[1].left == Approx(firstRow(fold)[0].right));
}

TEST_CASE("a long run of shapes is cut where calendar units begin") {
  std::vector<std::pair<DayNumber, DayNumber>> days;
  for (DayNumber day = 0; day < 50 * 8; day += 8)
    days.emplace_back(day, day); // 1970 and a little more
  const Fold fold = foldOf(*meetingsOn(days), 1);
  REQUIRE(firstRow(fold).size() > 3);
  for (std::size_t index = 1; index < firstRow(fold).size(); ++index) {
    const Mark& piece = firstRow(fold)[index];
    CHECK(startOf(CalendarUnit::quarter, static_cast<DayNumber>(piece.left + 0.5)) <= piece.first);
    CHECK(startOf(CalendarUnit::month, static_cast<DayNumber>(piece.left + 0.5)) ==
          static_cast<DayNumber>(piece.left + 0.5));
    CHECK(piece.count > 1);
  }
}

TEST_CASE("a lane too dense for marks is counted by calendar unit") {
  std::vector<std::pair<DayNumber, DayNumber>> days;
  for (DayNumber day = 0; day < 3650; ++day)
    days.emplace_back(day, day); // the 1970s, a meeting every day
  const Fold fold = foldOf(*meetingsOn(days), 0.1);
  const FoldedLane& lane = fold.lanes.at(0);
  REQUIRE(lane.dense);
  REQUIRE(lane.rows.size() == 1);
  CHECK(lane.unit == CalendarUnit::year);
  CHECK(lane.rows[0].size() == 10);
  CHECK(lane.rows[0][0].count == 365);
  CHECK(lane.rows[0][2].count == 366); // 1972
  CHECK(lane.tallest == 366);
}

TEST_CASE("only the zoom changes clusters: they are the same wherever one looks") {
  const auto snapshot = meetingsOn({{0, 0}, {3, 3}, {30, 30}, {33, 33}, {36, 36}});
  const Fold fold = foldOf(*snapshot, 1);
  const auto [begin, end] = marksWithin(firstRow(fold), 20, 60);
  REQUIRE(end - begin == 1);
  CHECK(firstRow(fold)[begin].count == 3);
}

TEST_CASE("marks within a window are all that touch it") {
  CHECK(rc::check("for every window", [] {
    const SnapshotPtr snapshot = anySnapshot();
    const Fold fold = foldOf(*snapshot, anyZoom(), 8);
    const double left = *rc::gen::inRange(-4000, 4000) * fold.pixelsPerDay;
    const double right = left + *rc::gen::inRange(0, 1500);
    for (const FoldedLane& lane : fold.lanes)
      for (const auto& row : lane.rows) {
        const auto [begin, end] = marksWithin(row, left, right);
        for (std::size_t index = 0; index < row.size(); ++index) {
          const bool touches = row[index].right >= left && row[index].left <= right;
          RC_ASSERT(touches == (index >= begin && index < end));
        }
      }
  }));
}

TEST_CASE("pointing finds the mark under the mouse, or close by, or none") {
  const auto snapshot = meetingsOn({{0, 0}, {100, 199}});
  const Fold fold = foldOf(*snapshot, 1);
  CHECK(markNear(fold, 0, 0, 0.5, 3).value().index == 0);
  CHECK(markNear(fold, 0, 0, 8.0, 3).value().index == 0);
  CHECK_FALSE(markNear(fold, 0, 0, 50, 3));
  CHECK(markNear(fold, 0, 0, 150, 3).value().index == 1);
}

TEST_CASE("a shape that stands on the end of a bar is found above it") {
  const auto snapshot = meetingsOn({{0, 99}, {100, 100}});
  const Fold fold = foldOf(*snapshot, 1);
  REQUIRE(firstRow(fold).size() == 2);
  CHECK(markNear(fold, 0, 0, 98, 3).value().index == 1);
  CHECK(markNear(fold, 0, 0, 80, 3).value().index == 0);
}

TEST_CASE("nothing folds to nothing") {
  const Fold fold = foldOf(Snapshot(), 1);
  CHECK(fold.lanes.empty());
  CHECK(fold.order.empty());
}
