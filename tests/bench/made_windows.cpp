// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/made_windows.h"

#include <array>
#include <chrono>
#include <cmath>

namespace demarche::bench {
namespace {

// Fine steps: a wheel turned by one notch changes more.
constexpr int stepsOfZoom = 30;
constexpr int stepsOfPan = 32;
constexpr int stepsBack = 52;
// A pan moves by this share of the window, eight times there, sixteen times back and eight times there again.
constexpr double shareOfPan = 1.0 / 16;
// Where the cursor stands, as a share of the width; nobody zooms at the very middle.
constexpr double cursor = 0.6;
constexpr std::array widths{10 * 365.25, 365.25, 60.0, 7.0};

constexpr double dayNumber(std::chrono::year_month_day date) {
  return std::chrono::sys_days{date}.time_since_epoch().count();
}

/// All days that made events can have.
constexpr MadeWindow everything() {
  using namespace std::chrono;
  return {dayNumber(year{1985} / 1 / 1), dayNumber(year{2025} / 1 / 1)};
}

double widthOf(MadeWindow window) {
  return window.end - window.first;
}

/// From the last window to one `days` wide by equal factors; `day` stays under the cursor.
void zoom(std::vector<MadeWindow>& windows, double day, double days, int steps) {
  const double begin = widthOf(windows.back());
  for (int step = 1; step <= steps; ++step) {
    const double width = begin * std::pow(days / begin, double(step) / steps);
    windows.push_back({day - cursor * width, day + (1 - cursor) * width});
  }
}

void pan(std::vector<MadeWindow>& windows) {
  const double stride = widthOf(windows.back()) * shareOfPan;
  for (int step = 0; step < stepsOfPan; ++step) {
    const bool there = step < stepsOfPan / 4 || step >= 3 * stepsOfPan / 4;
    const double moved = there ? stride : -stride;
    windows.push_back({windows.back().first + moved, windows.back().end + moved});
  }
}

} // namespace

std::vector<MadeWindow> madeWindows() {
  const MadeWindow all = everything();
  // The day under the cursor: 2009, when a year has neither the most nor the fewest events.
  const double day = all.first + cursor * widthOf(all);
  std::vector<MadeWindow> windows{all};
  for (const double days : widths) {
    zoom(windows, day, days, stepsOfZoom);
    pan(windows);
  }
  zoom(windows, day, widthOf(all), stepsBack);
  return windows;
}

} // namespace demarche::bench
