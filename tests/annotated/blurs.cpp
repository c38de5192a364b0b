// SPDX-License-Identifier: Apache-2.0
#include "tests/annotated/blurs.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace demarche::annotated {
namespace {

using model::Event;
using model::Participant;
using model::ParticipantType;
using model::Side;

/// The same on every machine, which std::hash does not promise (FNV-1a).
std::uint32_t digest(std::string_view text) {
  std::uint32_t hash = 2166136261u;
  for (const char c : text)
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

bool isPersonOf(const Participant& participant, Side side) {
  return participant.type == ParticipantType::person && participant.side == side;
}

bool hasPersons(const Event& account, Side side) {
  return std::any_of(account.participants.begin(), account.participants.end(),
                     [&](const Participant& one) { return isPersonOf(one, side); });
}

/// Takes away the persons of one side where both are named; says which.
std::optional<Side> withoutOneSide(Event& account) {
  if (!hasPersons(account, Side::us) || !hasPersons(account, Side::cn)) return std::nullopt;
  const Side side = digest(account.id) % 2 == 0 ? Side::us : Side::cn;
  std::vector<Participant>& all = account.participants;
  all.erase(
      std::remove_if(all.begin(), all.end(), [&](const Participant& one) { return isPersonOf(one, side); }),
      all.end());
  return side;
}

void nameOneSide(Event& account, const Set&) {
  withoutOneSide(account);
}

void nameGovernment(Event& account, const Set&) {
  if (const auto side = withoutOneSide(account))
    account.participants.push_back(
        {*side == Side::us ? "US Government" : "Chinese Government", ParticipantType::body, *side, {}});
}

void addSomebody(Event& account, const Set& set) {
  const Mention& other = set.mentions[digest(account.id) % set.mentions.size()];
  for (const Participant& one : other.account.participants) {
    const bool known = std::any_of(account.participants.begin(), account.participants.end(),
                                   [&](const Participant& p) { return p.name == one.name; });
    if (known || one.type != ParticipantType::person || !hasPersons(account, one.side)) continue;
    account.participants.push_back(one);
    return;
  }
}

void forgetPlace(Event& account, const Set&) {
  account.place.reset();
}

void tellCountryOnly(Event& account, const Set&) {
  if (!account.place) return;
  if (account.place->country == "US") account.place->name = "United States";
  if (account.place->country == "CN") account.place->name = "China";
}

/// The place of whatever else the set tells.
void mistakePlace(Event& account, const Set& set) {
  if (account.place) account.place = set.mentions[digest(account.id) % set.mentions.size()].account.place;
}

void tellMonthOnly(Event& account, const Set&) {
  const auto begin = account.date.begin();
  if (begin && begin->precision == time::Precision::day)
    account.date = time::Edtf::month(begin->year, begin->part);
}

void beginOnly(Event& account, const Set&) {
  if (!account.date.isInterval()) return;
  if (const auto begin = account.date.begin()) account.date = time::Edtf::of(*begin);
}

void tellDayAfter(Event& account, const Set&) {
  if (const auto later = account.date.isDay() ? account.date.plusDays(1) : std::nullopt)
    account.date = *later;
}

void forgetDate(Event& account, const Set&) {
  account.date = time::Edtf();
}

} // namespace

const std::vector<Blur>& blurs() {
  static const std::vector<Blur> all{
      {"one side named", nameOneSide},   {"a government named", nameGovernment},
      {"somebody more", addSomebody},    {"no place", forgetPlace},
      {"country only", tellCountryOnly}, {"another place", mistakePlace},
      {"month only", tellMonthOnly},     {"first day only", beginOnly},
      {"the day after", tellDayAfter},   {"no date", forgetDate},
  };
  return all;
}

Set blurred(Set set, const Blur& blur) {
  const Set clear = set;
  for (Mention& mention : set.mentions)
    if (digest(mention.account.id + blur.name) % 3 == 0) blur.apply(mention.account, clear);
  return set;
}

} // namespace demarche::annotated
