// SPDX-License-Identifier: Apache-2.0
#include "core/extract/people/titles.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace demarche::extract {

using language::ClassName;
using language::Gazetteer;
using language::Hit;
using language::OfficeId;
using language::PersonId;
using language::Reading;
using model::Side;

bool tokenIs(const Reading& reading, std::int32_t token, ClassName cls) {
  const auto hits = reading.hitsAt(token);
  return std::any_of(hits.begin(), hits.end(),
                     [&](const Hit& hit) { return hit.tokens.end == token + 1 && hit.entry->cls == cls; });
}

bool holdsTitle(const Gazetteer& gazetteer, PersonId person, const std::vector<OfficeId>& offices) {
  const auto& terms = gazetteer[person].terms;
  return std::any_of(terms.begin(), terms.end(), [&](const language::Term& term) {
    return std::any_of(offices.begin(), offices.end(), [&](OfficeId office) {
      return office == term.office || office == gazetteer[term.office].general;
    });
  });
}

namespace {

/// Between a title and the name it introduces, or between two titles of one person, stand at most two
/// joining words ("and", 兼, "of the"). A comma parts people of a list.
bool onlyJoiners(const Reading& reading, std::int32_t from, std::int32_t to) {
  if (to - from > 2) return false;
  for (std::int32_t token = from; token < to; ++token)
    if (!tokenIs(reading, token, "title-joiner") && !tokenIs(reading, token, "honorific")) return false;
  return true;
}

/// "Ely Ratner, an assistant secretary of defense": the title behind the name, unless it introduces the next
/// one.
bool apposed(const Reading& reading, const std::vector<MentionDraft>& drafts, std::ptrdiff_t index,
             const Mention& before) {
  const Mention& title = drafts[std::size_t(index)].mention;
  constexpr std::int32_t farthest = 3;
  const std::int32_t between = title.tokens.begin - before.tokens.end;
  if (before.kind != MentionKind::person || between < 1 || between > farthest) return false;
  for (std::int32_t token = before.tokens.end; token < title.tokens.begin; ++token)
    if (!tokenIs(reading, token, "apposition-joiner")) return false;
  if (std::size_t(index) + 1 >= drafts.size()) return true;
  const Mention& next = drafts[std::size_t(index) + 1].mention;
  return next.kind != MentionKind::person || next.tokens.begin - title.tokens.end > 1;
}

/// "Its finance minister, Xiang Huaicheng", "Politburo member, director of the office and foreign minister
/// Wang": a comma stands between a title and the one who held it.
bool explains(const Mention& title, const Mention& name, const Reading& reading, const Gazetteer& gazetteer) {
  return title.kind == MentionKind::office && name.kind == MentionKind::person &&
         name.tokens.begin - title.tokens.end == 1 && tokenIs(reading, title.tokens.end, "comma") &&
         std::any_of(name.people.begin(), name.people.end(),
                     [&](PersonId person) { return holdsTitle(gazetteer, person, title.offices); });
}

/// Who has the title: the name itself, or the one directly behind it.
const Mention& bearerOf(const std::vector<MentionDraft>& drafts, std::ptrdiff_t index) {
  const Mention& title = drafts[std::size_t(index)].mention;
  if (title.kind != MentionKind::office || std::size_t(index) + 1 >= drafts.size()) return title;
  const Mention& next = drafts[std::size_t(index) + 1].mention;
  return next.kind == MentionKind::person && next.tokens.begin == title.tokens.end ? next : title;
}

/// "The defense secretary and Premier Li": two people, as the title is of one side and the name of
/// the other.
bool isOfAnother(const Mention& title, const Mention& bearer, const Gazetteer& gazetteer) {
  if (bearer.people.empty() || title.offices.empty()) return false;
  const auto other = [&](Side side) { return side == Side::us ? Side::cn : Side::us; };
  const Side side = gazetteer[bearer.people.front()].side;
  if (side == Side::other) return false;
  const bool oneSide = std::all_of(bearer.people.begin(), bearer.people.end(),
                                   [&](PersonId person) { return gazetteer[person].side == side; });
  return oneSide && std::all_of(title.offices.begin(), title.offices.end(),
                                [&](OfficeId office) { return gazetteer[office].side == other(side); });
}

} // namespace

void joinTitles(std::vector<MentionDraft>& drafts, const Reading& reading, const Gazetteer& gazetteer,
                const language::Grammar& grammar) {
  std::vector<MentionDraft> joined;
  joined.reserve(drafts.size());
  for (MentionDraft& draft : drafts) {
    Mention& name = draft.mention;
    // 江泽民主席: a title directly behind its holder names no one else.
    if (name.kind == MentionKind::office && !joined.empty() &&
        joined.back().mention.kind == MentionKind::person &&
        (grammar.titleAfterName ? joined.back().mention.tokens.end >= name.tokens.begin
                                : joined.back().mention.tokens.end > name.tokens.begin)) {
      Mention& holder = joined.back().mention;
      holder.offices.insert(holder.offices.end(), name.offices.begin(), name.offices.end());
      holder.span.end = std::max(holder.span.end, name.span.end);
      holder.tokens.end = std::max(holder.tokens.end, name.tokens.end);
      holder.possessor = name.possessor;
      continue;
    }
    if (name.kind == MentionKind::office && !joined.empty() &&
        apposed(reading, drafts, &draft - drafts.data(), joined.back().mention)) {
      Mention& holder = joined.back().mention;
      holder.offices.insert(holder.offices.end(), name.offices.begin(), name.offices.end());
      holder.tokens.end = name.tokens.end;
      holder.span.end = name.span.end;
      continue;
    }
    const bool takesTitle = name.kind == MentionKind::person || name.kind == MentionKind::office;
    while (takesTitle && !joined.empty()) {
      const Mention& before = joined.back().mention;
      if (!onlyJoiners(reading, before.tokens.end, name.tokens.begin) &&
          !explains(before, name, reading, gazetteer))
        break;
      const bool title = before.kind == MentionKind::office && !before.adjective;
      if (title && isOfAnother(before, bearerOf(drafts, &draft - drafts.data()), gazetteer)) break;
      const bool owner = (before.kind == MentionKind::side || before.kind == MentionKind::body) &&
                         before.tokens.end == name.tokens.begin;
      if (!title && !owner) break;
      // 7月27日　华盛顿　希拉里: apart from a bare name the city is no title.
      const bool apart = grammar.noSpaces && owner && before.place && before.span.end < name.span.begin &&
                         name.kind == MentionKind::person && name.offices.empty();
      if (apart) break;
      name.offices.insert(name.offices.begin(), before.offices.begin(), before.offices.end());
      if (before.side && !name.side) name.side = before.side;
      name.span.begin = before.span.begin;
      name.tokens.begin = before.tokens.begin;
      name.former = name.former || before.former;
      name.agent = name.agent || before.agent;
      name.incoming = name.incoming || before.incoming;
      joined.pop_back();
    }
    joined.push_back(std::move(draft));
  }
  drafts = std::move(joined);
}

} // namespace demarche::extract
