// SPDX-License-Identifier: Apache-2.0
#include "events.h"

#include <fmt/format.h>
#include <utility>

namespace demarche::ui {

model::Event eventOn(const std::string& edtf, const std::string& id, model::EventKind kind) {
  model::Event event;
  event.id = id;
  event.kind = kind;
  event.date = edtf == "unknown" ? time::Edtf() : time::Edtf::parse(edtf).value();
  event.title = "Event " + id;
  return event;
}

std::vector<model::Event> someEvents() {
  return {eventOn("2023-05-10/2023-05-11", "vienna"),
          eventOn("1972-02-21/1972-02-28", "nixon", model::EventKind::visit),
          eventOn("unknown", "undated"),
          eventOn("2023-11-15", "woodside"),
          eventOn("1979-01-01", "relations", model::EventKind::agreement),
          eventOn("2001-04", "hainan", model::EventKind::incident),
          eventOn("unknown", "undated too")};
}

std::vector<std::string> someEventsByTime() {
  return {"nixon", "relations", "hainan", "vienna", "woodside"};
}

EventSetPtr manyEvents(int count) {
  std::vector<model::Event> events;
  unsigned state = 12345; // a small generator of our own: the standard ones differ between libraries
  const auto next = [&state](unsigned below) {
    state = state * 1664525u + 1013904223u;
    return (state >> 16) % below;
  };
  for (int index = 0; index < count; ++index) {
    const unsigned year = 1971 + next(55);
    const unsigned month = 1 + next(12);
    const unsigned day = 1 + next(28);
    std::string edtf = fmt::format("{:04}-{:02}-{:02}", year, month, day);
    switch (next(8)) {
    case 0:
      edtf = fmt::format("{:04}-{:02}", year, month);
      break;
    case 1:
      edtf = fmt::format("{:04}", year);
      break;
    case 2:
      edtf += '~';
      break;
    case 3:
      edtf += fmt::format("/{:04}-12-30", year);
      break;
    default:
      break;
    }
    model::Event event = eventOn(edtf, fmt::format("e{}", index), model::allEventKinds[next(9)]);
    event.status = model::allEventStatuses[next(3)];
    event.title = index % 2 == 0 ? fmt::format("Officials meet for the {}th time", index)
                                 : fmt::format("双方第{}次会晤", index);
    events.push_back(std::move(event));
  }
  return eventSetOf(std::move(events));
}

} // namespace demarche::ui
