// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/workload.h"

#include "core/text/unicode.h"
#include "core/time/calendar.h"
#include "tests/bench/made_wording.h"

#include <array>
#include <fmt/format.h>
#include <string_view>

namespace demarche::bench {
namespace {

enum Purpose : std::uint64_t { ofFilters = 21, ofQueries = 22 };

constexpr std::array<std::string_view, 10> frequentWords{
    "talks", "met", "visited", "statement", "officials", "president", "trade", "minister", "agenda", "both"};
constexpr std::array<std::string_view, 14> chineseWords{"会谈", "会见", "访问", "通话", "贸易",
                                                        "议题", "總統", "國務", "声明", "關稅",
                                                        "工作", "签署", "市場", "外长"};
constexpr std::array<std::string_view, 10> characters{"美", "中", "会", "谈", "税",
                                                      "信", "京", "見", "访", "關"};
constexpr std::array<std::string_view, 8> phrases{
    "\"held talks with\"",  "\"spoke by telephone\"", "\"signed an agreement on\"",
    "\"working group on\"", "\"paid a visit to\"",    "\"was called off\"",
    "\"举行会谈\"",         "\"讨论了贸易\""};
constexpr std::array<std::string_view, 10> prefixes{"minis*", "agree*", "wash*", "tele*",   "bei*",
                                                    "sec*",   "tr*",    "kiss*", "ambass*", "restrict*"};

template <typename Values>
const auto& oneOf(const Values& values, Dice& dice) {
  return values[dice.below(values.size())];
}

/// Somebody, somewhere, sometime, of whom something is told. Most facts have people; some have none.
MadeFact someFact(const MadeWorld& world, Dice& dice) {
  for (;;)
    if (const MadeFact fact = world.fact(dice.below(world.size())); fact.first.person && fact.second.person)
      return fact;
}

time::Edtf someStretch(const MadeFact& fact, Dice& dice) {
  const int year = time::yearOf(fact.days.first);
  switch (dice.below(3)) {
  case 0:
    return time::Edtf::year(year);
  case 1:
    return time::Edtf::month(year, time::monthOf(fact.days.first));
  default:
    return time::Edtf::days({time::addMonths(fact.days.first, -60), time::addMonths(fact.days.first, 60)});
  }
}

/// One click: sets what was not set yet, or adds a second value to it.
void click(model::Filter& filter, const MadeWorld& world, const language::Gazetteer& gazetteer, Dice& dice) {
  const MadeFact fact = someFact(world, dice);
  constexpr std::array languages{model::Language::english, model::Language::chineseSimplified,
                                 model::Language::chineseTraditional};
  switch (dice.below(10)) {
  case 0:
    filter.kinds.push_back(fact.kind);
    break;
  case 1:
    filter.statuses.push_back(oneOf(model::allEventStatuses, dice));
    break;
  case 2:
  case 3:
    filter.people.push_back(gazetteer[dice.oneIn(2) ? fact.first.person : fact.second.person].name);
    break;
  case 4:
    filter.places.push_back(gazetteer[fact.place].name);
    break;
  case 5:
    filter.topics.emplace_back(madeTopics()[fact.topics[0]].value);
    break;
  case 6:
    filter.languages.push_back(oneOf(languages, dice));
    break;
  case 7:
    filter.from = filter.to = someStretch(fact, dice);
    break;
  case 8:
    filter.minConfidence = 0.6 + 0.1 * static_cast<double>(dice.below(4));
    break;
  default:
    filter.text = oneOf(frequentWords, dice);
    break;
  }
}

/// A word of a name that only few bear: of somebody deep in the list of those who hold office.
std::string rareName(const MadeWorld& world, const language::Gazetteer& gazetteer, Dice& dice) {
  const language::Person& person = gazetteer[someFact(world, dice).second.person];
  return person.side == model::Side::us && dice.oneIn(2) ? person.zh.front() : person.family;
}

/// Fields alone and beside words: of a few events, and of very many.
std::string field(const MadeWorld& world, const language::Gazetteer& gazetteer, Dice& dice) {
  const MadeFact fact = someFact(world, dice);
  std::string person = fmt::format("person:\"{}\"", gazetteer[fact.first.person].name);
  const std::string_view word = oneOf(frequentWords, dice);
  switch (dice.below(8)) {
  case 0:
    return person;
  case 1:
    return fmt::format("{} {}", person, word);
  case 2:
    return fmt::format("place:\"{}\"", gazetteer[fact.place].name);
  case 3:
    return fmt::format("kind:{} {}", code(fact.kind), word);
  case 4:
    return fmt::format("人物：{} {}", gazetteer[fact.second.person].family, oneOf(chineseWords, dice));
  case 5:
    return fmt::format("after:{} before:{} {}", time::yearOf(fact.days.first),
                       time::yearOf(fact.days.last) + 2, word);
  case 6:
    return fmt::format("status:{} -topic:\"{}\"", code(oneOf(model::allEventStatuses, dice)),
                       madeTopics()[fact.topics[0]].value);
  default:
    return fmt::format("{} topic:\"{}\" -kind:{} {}", person, madeTopics()[fact.topics[0]].value,
                       code(oneOf(model::allEventKinds, dice)), word);
  }
}

std::string query(QueryKind kind, const MadeWorld& world, const language::Gazetteer& gazetteer, Dice& dice) {
  switch (kind) {
  case QueryKind::frequentWord:
    return std::string(oneOf(frequentWords, dice));
  case QueryKind::rareName:
    return rareName(world, gazetteer, dice);
  case QueryKind::twoWords:
    return fmt::format("{} {}", gazetteer[someFact(world, dice).first.person].family,
                       oneOf(frequentWords, dice));
  case QueryKind::phrase:
    return std::string(oneOf(phrases, dice));
  case QueryKind::prefix:
    return std::string(oneOf(prefixes, dice));
  case QueryKind::chineseWord:
    return std::string(oneOf(chineseWords, dice));
  case QueryKind::oneCharacter:
    return std::string(oneOf(characters, dice));
  case QueryKind::field:
    break;
  }
  return field(world, gazetteer, dice);
}

} // namespace

std::vector<model::Filter> filterWorkload(const MadeWorld& world, const language::Gazetteer& gazetteer,
                                          std::uint64_t seed, std::size_t count) {
  std::vector<model::Filter> filters;
  for (std::size_t i = 0; i < count; ++i) {
    Dice dice(seed, ofFilters, i);
    model::Filter filter;
    if (!dice.oneIn(5)) filter.scope = model::Scope::bilateral; // as the window begins
    for (std::size_t clicks = 1 + dice.below(4); clicks > 0; --clicks)
      click(filter, world, gazetteer, dice);
    filters.push_back(std::move(filter));
  }
  return filters;
}

std::vector<Query> queryWorkload(const MadeWorld& world, const language::Gazetteer& gazetteer,
                                 std::uint64_t seed, std::size_t count) {
  std::vector<Query> queries;
  for (std::size_t i = 0; i < count; ++i) {
    Dice dice(seed, ofQueries, i);
    const auto kind = static_cast<QueryKind>(i % queryKinds);
    queries.push_back({kind, query(kind, world, gazetteer, dice)});
  }
  return queries;
}

} // namespace demarche::bench
