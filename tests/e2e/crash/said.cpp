// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/crash/said.h"

#include "core/library/corrections/value.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace demarche::crash {
namespace {

using library::Library;
using library::LoggedCorrection;
using model::Change;
using model::Correction;
using model::CorrectionState;

using Log = std::vector<LoggedCorrection>;

// --- Something to say ---

std::size_t below(std::mt19937_64& random, std::size_t end) {
  return random() % end;
}

time::Edtf someDay(std::mt19937_64& random) {
  using namespace std::chrono;
  return time::Edtf::day(sys_days{year{2001} / 1 / 1} + days{below(random, 9'000)});
}

model::CorrectionValue someValue(Change change, std::mt19937_64& random) {
  const std::string words = fmt::format("said {}", below(random, 1'000'000));
  switch (change) {
  case Change::kind:
    return below(random, 2) == 0 ? model::EventKind::call : model::EventKind::meeting;
  case Change::status:
    return below(random, 2) == 0 ? model::EventStatus::planned : model::EventStatus::occurred;
  case Change::scope:
    return below(random, 2) == 0 ? model::Scope::context : model::Scope::bilateral;
  case Change::date:
    return someDay(random);
  case Change::people:
    return std::vector<model::Participant>{{words, model::ParticipantType::person, model::Side::cn, ""}};
  case Change::place:
    return std::optional<model::Place>({words, "CH"});
  case Change::topics:
    return std::vector<std::string>{words};
  case Change::title:
  case Change::note:
    return words;
  default:
    return {};
  }
}

/// The keys of the stories that the article tells.
base::Result<std::vector<std::string>> storiesIn(const Library& library, const std::string& article) {
  model::Filter filter;
  filter.sources = {article};
  filter.rejectedToo = true;
  return library.stories(filter).map([](const std::vector<model::Event>& stories) {
    std::vector<std::string> keys;
    keys.reserve(stories.size());
    for (const model::Event& story : stories)
      keys.push_back(story.id);
    return keys;
  });
}

base::Result<Correction> somethingNew(const Library& library, const std::string& article,
                                      std::mt19937_64& random) {
  const auto document = library.document(article);
  if (!document) return tl::make_unexpected(document.error());
  const model::Block& block = document->blocks[below(random, document->blocks.size())];
  const std::int32_t end = std::min(block.span.end, block.span.begin + 20);
  return library.anchor(article, {block.span.begin, end}).map([&](model::Anchor anchor) {
    Correction add;
    add.change = Change::add;
    add.anchor = std::move(anchor);
    model::AddedEvent event;
    event.kind = model::EventKind::call;
    event.date = someDay(random);
    event.title = fmt::format("said {}", below(random, 1'000'000));
    add.value = std::move(event);
    return add;
  });
}

// --- What follows from what was said ---

/// Those that count, by the words of the contract and nothing that the library has: neither revoked by one
/// that counts, nor revocations.
Log inForce(const Log& log) {
  std::unordered_set<std::string> revoked;
  Log left;
  for (auto one = log.rbegin(); one != log.rend(); ++one) {
    if (revoked.contains(one->correction.id)) continue;
    if (one->correction.change == Change::revoke)
      revoked.insert(one->correction.target);
    else
      left.push_back(*one);
  }
  std::reverse(left.begin(), left.end());
  return left;
}

/// What the last of these says of one story.
using Shown = std::map<std::pair<std::string, Change>, const Correction*>; ///< by story and field

void lookAt(const model::Event& story, const Correction& last, std::vector<std::string>& problems) {
  if (last.change == Change::reject || last.change == Change::confirm) {
    const auto review = last.change == Change::reject ? model::Review::rejected : model::Review::confirmed;
    if (story.review != review) problems.push_back("a story is not reviewed as was said last: " + story.id);
  } else if (library::valueOf(story, last.change) != last.value) {
    problems.push_back(fmt::format("{} of story {} is not what was said last", code(last.change), story.id));
  }
}

/// The last word on every field of every story is what the story shows.
void lookAtFields(const Log& said, const Library& library, std::vector<std::string>& problems) {
  Shown shown;
  std::map<std::string, model::Event> stories;
  for (const auto& [one, state, account] : said) {
    if (account.empty() || one.change == Change::merge || one.change == Change::split ||
        one.change == Change::add)
      continue;
    const auto story = library.story(account);
    if (!story) {
      problems.push_back(fmt::format("correction {} is about {}, which is not shown", one.id, account));
      continue;
    }
    const bool reviews = one.change == Change::reject || one.change == Change::confirm;
    shown[{story->id, reviews ? Change::confirm : one.change}] = &one;
    stories.emplace(story->id, *story);
  }
  for (const auto& [where, last] : shown)
    lookAt(stories.at(where.first), *last, problems);
}

bool names(const Correction& grouping, const std::string& key) {
  const auto& accounts = std::get<std::vector<model::AccountRef>>(grouping.value);
  return std::any_of(accounts.begin(), accounts.end(),
                     [&](const model::AccountRef& account) { return account.key == key; });
}

/// Two that were put together are together, unless a later word parted them.
void lookAtMerges(const Log& said, const Library& library, std::vector<std::string>& problems) {
  for (std::size_t i = 0; i < said.size(); ++i) {
    const Correction& merge = said[i].correction;
    if (merge.change != Change::merge) continue;
    const bool parted = std::any_of(said.begin() + static_cast<std::ptrdiff_t>(i), said.end(),
                                    [](const auto& one) { return one.correction.change == Change::split; });
    if (parted) continue;
    std::set<std::string> stories;
    for (const model::AccountRef& account : std::get<std::vector<model::AccountRef>>(merge.value))
      if (const auto story = library.story(account.key)) stories.insert(story->id);
    if (stories.size() > 1) problems.push_back(fmt::format("what {} put together is apart", merge.id));
  }
}

/// One that was split off is on its own, unless a later word put it with others.
void lookAtSplits(const Log& said, const Library& library, std::vector<std::string>& problems) {
  for (std::size_t i = said.size(); i-- > 0;) {
    const Correction& split = said[i].correction;
    if (split.change == Change::merge) return;
    if (split.change != Change::split) continue;
    // Read again, the account may have another key; the old one would be taken for the beginning of an id.
    const std::string& account = said[i].account;
    const auto story = library.story(account);
    if (!account.empty() && story && story->id != account && !names(split, story->id))
      problems.push_back(fmt::format("what {} split off is with {}", split.id, story->id));
  }
}

void lookAtAdded(const Log& said, const Library& library, std::vector<std::string>& problems) {
  for (const auto& [one, state, account] : said)
    if (one.change == Change::add && state == CorrectionState::applied && !library.story(one.id))
      problems.push_back(fmt::format("what {} added is not shown", one.id));
}

void lookAtLog(const Said& said, const Log& log, std::vector<std::string>& problems) {
  std::unordered_map<std::string, std::string> there;
  for (const LoggedCorrection& one : log)
    there.emplace(one.correction.id, spelled(one.correction));
  for (const auto& [id, how] : said.reported) {
    const auto found = there.find(id);
    if (found == there.end())
      problems.push_back(fmt::format("correction {} was lost", id));
    else if (found->second != how)
      problems.push_back(fmt::format("correction {} says \"{}\" instead of \"{}\"", id, found->second, how));
  }
  if (log.size() > static_cast<std::size_t>(said.begun))
    problems.push_back(fmt::format("{} corrections were made and {} are there", said.begun, log.size()));
}

} // namespace

std::string spelled(const Correction& correction) {
  return fmt::format("{} {} {} {}", correction.by, code(correction.change), correction.target,
                     library::toJson(correction.value));
}

base::Result<std::optional<Correction>> somethingToSay(const Library& library, const std::string& article,
                                                       std::mt19937_64& random) {
  if (below(random, 8) == 0)
    return somethingNew(library, article, random).map([](Correction one) { return std::optional(one); });
  const auto keys = storiesIn(library, article);
  if (!keys) return tl::make_unexpected(keys.error());
  if (keys->empty()) return std::nullopt;
  Correction one;
  one.target = (*keys)[below(random, keys->size())];
  if (keys->size() > 1 && below(random, 4) == 0) {
    one.change = Change::merge;
    one.value = std::vector<model::AccountRef>{{keys->front(), {}}, {keys->back(), {}}};
  } else if (below(random, 8) == 0) {
    one.change = Change::split;
    one.value = std::vector<model::AccountRef>{{one.target, {}}};
  } else {
    one.change = static_cast<Change>(below(random, static_cast<std::size_t>(Change::add)));
    one.value = someValue(one.change, random);
  }
  return std::optional(one);
}

std::vector<std::string> unmet(const Said& said, const Library& library) {
  const auto log = library.corrections();
  if (!log) return {"the log cannot be read: " + log.error().message};
  std::vector<std::string> problems;
  lookAtLog(said, *log, problems);
  const Log counts = inForce(*log);
  lookAtFields(counts, library, problems);
  lookAtMerges(counts, library, problems);
  lookAtSplits(counts, library, problems);
  lookAtAdded(counts, library, problems);
  return problems;
}

} // namespace demarche::crash
