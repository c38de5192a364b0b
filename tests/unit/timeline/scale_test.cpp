// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/scale.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <rapidcheck.h>

using namespace demarche::timeline;

namespace {

constexpr double width = 1200;

TimeScale anyScale() {
  const auto days = *rc::gen::inRange(1, 54'000);
  return TimeScale::showing(*rc::gen::inRange(-40'000, 40'000), 0, width, {})
      .pannedBy(days)
      .zoomedAt(0, *rc::gen::inRange(1, 1000) / 100.0, width, {});
}

} // namespace

TEST_CASE("a day found from its pixel is that day") {
  CHECK(rc::check("day → x → day", [] {
    const TimeScale scale = anyScale();
    const double day = *rc::gen::inRange(-60'000, 60'000);
    RC_ASSERT(std::abs(scale.x(scale.dayAt(scale.x(day))) - scale.x(day)) < 0.5);
    RC_ASSERT(std::abs(scale.dayAt(scale.x(day)) - day) * scale.pixelsPerDay() < 0.5);
  }));
}

TEST_CASE("zooming keeps the day under the cursor") {
  CHECK(rc::check("for every cursor, factor and view", [] {
    const TimeScale before = anyScale();
    const double x = *rc::gen::inRange(0, static_cast<int>(width) + 1);
    const double factor = *rc::gen::inRange(1, 2000) / 100.0;
    const TimeScale after = before.zoomedAt(x, factor, width, {});
    RC_ASSERT(std::abs(after.x(before.dayAt(x)) - x) < 0.5);
  }));
}

TEST_CASE("a view is never narrower than a day nor wider than its limit") {
  CHECK(rc::check("however one zooms", [] {
    const ZoomLimits limits;
    const TimeScale scale =
        anyScale().zoomedAt(300, *rc::gen::element(1e-9, 0.01, 1.0, 100.0, 1e9), width, limits);
    const double days = width / scale.pixelsPerDay();
    RC_ASSERT(days > limits.narrowestDays * 0.999);
    RC_ASSERT(days < limits.widestDays * 1.001);
  }));
}

TEST_CASE("panning moves every day by the same pixels") {
  const TimeScale scale = TimeScale::showing(0, 365, width, {});
  CHECK(scale.pannedBy(40).x(100) == Approx(scale.x(100) + 40));
  CHECK(scale.pannedBy(40).pixelsPerDay() == scale.pixelsPerDay());
}

TEST_CASE("what is to be shown fills the width") {
  const TimeScale scale = TimeScale::showing(100, 130, width, {});
  CHECK(scale.x(100) == Approx(0).margin(1e-6));
  CHECK(scale.x(130) == Approx(width));
}

TEST_CASE("a range of no length is widened about its middle to an hour") {
  const TimeScale scale = TimeScale::showing(50, 50, width, {});
  CHECK(scale.dayAt(width / 2) == Approx(50));
  CHECK(scale.dayAt(width) - scale.dayAt(0) == Approx(1.0 / 24));
}

TEST_CASE("showing everything leaves no event out, however far they lie apart") {
  const Extent extent = GENERATE(Extent{0, 0}, Extent{-3000, 20'000}, Extent{-68'000, 20'000});
  const TimeScale scale = scaleOfAll(extent, 0, width);
  CHECK(scale.x(extent.first) >= 0);
  CHECK(scale.x(extent.last + 1) <= width);
}

TEST_CASE("with no events the year around today is shown") {
  const TimeScale scale = scaleOfAll({}, 20'000, width);
  CHECK(scale.x(20'000) > 0);
  CHECK(scale.x(20'000) < width);
  CHECK(scale.dayAt(width) - scale.dayAt(0) < 500);
}

TEST_CASE("on the way between two views the day they have in common stays where it is") {
  CHECK(rc::check("for every zoom about a cursor", [] {
    const TimeScale from = anyScale();
    const double x = *rc::gen::inRange(0, static_cast<int>(width) + 1);
    const TimeScale to = from.zoomedAt(x, *rc::gen::inRange(1, 2000) / 100.0, width, {});
    const double share = *rc::gen::inRange(0, 101) / 100.0;
    const TimeScale between = TimeScale::between(from, to, share);
    RC_ASSERT(std::abs(between.x(from.dayAt(x)) - x) < 0.5);
    RC_ASSERT(between.pixelsPerDay() >= std::min(from.pixelsPerDay(), to.pixelsPerDay()) * 0.999999);
    RC_ASSERT(between.pixelsPerDay() <= std::max(from.pixelsPerDay(), to.pixelsPerDay()) * 1.000001);
  }));
}

TEST_CASE("the way between two views begins at the one and ends at the other") {
  const TimeScale from = TimeScale::showing(0, 1000, width, {});
  for (const TimeScale& to :
       {TimeScale::showing(9000, 9010, width, {}), TimeScale::showing(500, 1500, width, {})}) {
    CHECK(std::abs(TimeScale::between(from, to, 0).firstDay() - from.firstDay()) < 1e-6);
    CHECK(std::abs(TimeScale::between(from, to, 1).firstDay() - to.firstDay()) < 1e-6);
    CHECK(std::abs(TimeScale::between(from, to, 1).pixelsPerDay() / to.pixelsPerDay() - 1) < 1e-9);
  }
}
