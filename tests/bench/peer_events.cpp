// SPDX-License-Identifier: Apache-2.0

// peer_events COUNT — writes so many made events and the windows to look at them through as one JSON object,
// for the timelines of other people that are measured on them. Time is told in days since 1970-01-01.

#include "tests/bench/made_events.h"
#include "tests/bench/made_windows.h"

#include <charconv>
#include <fmt/core.h>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

namespace {

using namespace demarche;

std::optional<std::size_t> countOf(std::string_view text) {
  std::size_t count = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || rest != text.data() + text.size()) return std::nullopt;
  return count;
}

// `end` is the day after the last one, as in a window.
nlohmann::json jsonOf(const model::Event& event, time::DayRange days) {
  return {{"first", days.first.time_since_epoch().count()},
          {"end", days.last.time_since_epoch().count() + 1},
          {"kind", int(event.kind)},
          {"title", event.title}};
}

nlohmann::json eventsAsJson(std::size_t count) {
  nlohmann::json events = nlohmann::json::array();
  for (const model::Event& event : bench::madeEvents(count))
    if (const auto days = event.date.bounds()) events.push_back(jsonOf(event, *days));
  return events;
}

nlohmann::json windowsAsJson() {
  nlohmann::json windows = nlohmann::json::array();
  for (const bench::MadeWindow& window : bench::madeWindows())
    windows.push_back({{"first", window.first}, {"end", window.end}});
  return windows;
}

} // namespace

int main(int argc, char** argv) {
  const auto count = argc == 2 ? countOf(argv[1]) : std::nullopt;
  if (!count) {
    fmt::print(stderr, "usage: peer_events COUNT\n");
    return 2;
  }
  const nlohmann::json made = {{"events", eventsAsJson(*count)}, {"windows", windowsAsJson()}};
  fmt::print("{}\n", made.dump());
  return 0;
}
