// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/made_events.h"

#include <fmt/core.h>

#include <chrono>
#include <random>

namespace demarche::bench {
namespace {

using Random = std::mt19937_64;

// The standard leaves open what its distributions draw; a remainder is the same with every library.
int below(Random& random, int limit) {
  return static_cast<int>(random() % static_cast<unsigned>(limit));
}

time::Edtf madeDate(Random& random) {
  using namespace std::chrono;
  // The lower of two draws, counted back from 2024: recent years are crowded.
  const int age = std::min(below(random, 40 * 365), below(random, 40 * 365));
  const time::Day day = sys_days{year{2024} / 12 / 31} - days{age};
  const year_month_day civil{day};
  switch (below(random, 10)) {
  case 0:
    return time::Edtf::year(int(civil.year()));
  case 1:
  case 2:
    return time::Edtf::month(int(civil.year()), unsigned(civil.month()));
  case 3:
    return time::Edtf::days({day, day + days{1 + below(random, 6)}});
  default:
    return time::Edtf::day(day);
  }
}

model::Participant madePerson(Random& random, model::Side side) {
  return {fmt::format("{} {}", side == model::Side::us ? "Jordan" : "Li", below(random, 150)),
          model::ParticipantType::person, side, ""};
}

} // namespace

std::vector<model::Event> madeEvents(std::size_t count) {
  Random random(20240229);
  std::vector<model::Event> events(count);
  for (std::size_t i = 0; i < count; ++i) {
    model::Event& event = events[i];
    event.id = fmt::format("{:016x}", i);
    event.kind = model::allEventKinds[std::size_t(below(random, int(model::allEventKinds.size())))];
    event.status = model::allEventStatuses[std::size_t(below(random, int(model::allEventStatuses.size())))];
    event.date = madeDate(random);
    event.confidence = 0.5 + below(random, 50) / 100.0;
    event.participants = {madePerson(random, model::Side::us), madePerson(random, model::Side::cn)};
    if (below(random, 3) == 0) event.participants.push_back(madePerson(random, model::Side::cn));
    event.title = event.participants[0].name + " meets " + event.participants[1].name;
    model::Passage passage;
    passage.article = fmt::format("article-{}.txt", below(random, int(count / 4) + 1));
    passage.kind = event.kind;
    passage.status = event.status;
    passage.date = event.date;
    event.passages = {std::move(passage)};
  }
  return events;
}

} // namespace demarche::bench
