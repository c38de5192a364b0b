// SPDX-License-Identifier: Apache-2.0
#include "core/coreference/account.h"

#include <algorithm>
#include <iterator>
#include <unicode/locid.h>

namespace demarche::coreference {

void sortUnique(Names& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

int inCommon(const Names& a, const Names& b) {
  int count = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) ++count;
    if (const auto order = *x <=> *y; order <= 0) {
      ++x;
      if (order == 0) ++y;
    } else {
      ++y;
    }
  }
  return count;
}

std::ptrdiff_t Account::countPersons() const {
  std::ptrdiff_t count = 0;
  for (const Names& side : persons)
    count += std::ssize(side);
  return count;
}

Account accountOf(const model::Event& event, const DaysOfWriting& written) {
  Account account;
  account.event = &event;
  for (const model::Participant& participant : event.participants) {
    const auto side = static_cast<std::size_t>(participant.side);
    if (participant.type == model::ParticipantType::body)
      account.bodies[side].push_back(participant.name);
    else if (participant.name != participant.role) // a title alone may be anybody's
      account.persons[side].push_back(participant.name);
  }
  for (const model::Passage& passage : event.passages)
    account.articles.push_back(passage.article);
  for (NamesBySide* names : {&account.persons, &account.bodies})
    for (Names& side : *names)
      sortUnique(side);
  sortUnique(account.articles);
  const auto day = written.find(event.passages.front().article);
  account.days = possibleDays(event.status, event.date, day != written.end() ? day->second : time::Edtf());
  account.wholeCountry = event.place && isWholeCountry(*event.place);
  return account;
}

bool isWholeCountry(const model::Place& place) {
  if (place.country.empty()) return false;
  icu::UnicodeString name;
  icu::Locale("", place.country.c_str()).getDisplayCountry(icu::Locale::getEnglish(), name);
  std::string utf8;
  return name.toUTF8String(utf8) == place.name;
}

} // namespace demarche::coreference
