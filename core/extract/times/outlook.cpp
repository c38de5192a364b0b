// SPDX-License-Identifier: Apache-2.0
#include "core/extract/times/outlook.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string_view>

namespace demarche::extract {

using language::Hit;
using language::Reading;
using language::TokenRange;
using text::Span;

namespace {

/// How many tokens may stand between "said" and its "on Wednesday"; Chinese has a token for each character.
constexpr int reportReach = 3;
constexpr int reportReachInHan = 10;
/// Words that only look like a cue (将军 is no 将).
constexpr language::ClassName notCue = "no-cue";
/// Farther cues than this tell nothing of a date; it keeps a text without full stops linear, too.
constexpr std::int32_t farthestCue = 120;
/// A date so many tokens behind "last met" is still what that was dated by.
constexpr std::int32_t farthestAside = 14;
/// A cue of another clause counts as this much farther away.
constexpr int otherClause = 1000;

/// What a form says of a date at `here`, if anything.
std::optional<Outlook> cueOf(const Hit& hit, TokenRange here) {
  if (hit.entry->cls == "future-cue") return Outlook::ahead;
  if (hit.entry->cls == "past-cue") return Outlook::back;
  if (hit.entry->cls == "decision-cue") return hit.tokens.end <= here.begin ? Outlook::ahead : Outlook::back;
  return std::nullopt;
}

constexpr language::ClassName reportCue = "report-cue";
constexpr language::ClassTable<bool, 5> cues(
    {{{"future-cue", true}, {"past-cue", true}, {"decision-cue", true}, {reportCue, true}, {notCue, true}}});

/// Who may act in a clause.
constexpr language::ClassTable<bool, 6> subjects({{{"both-countries", true},
                                                   {"both-leaders", true},
                                                   {"pronoun", true},
                                                   {"person", true},
                                                   {"country-us", true},
                                                   {"country-cn", true}}});

bool isReport(const Hit& hit) {
  return hit.entry->cls == reportCue;
}
bool isCue(const Hit& hit) {
  return cues.find(hit.entry->cls) != nullptr;
}

int reach(const Reading& reading, const Hit& hit) {
  const bool han = reading.tokens[std::size_t(hit.tokens.begin)].kind == text::TokenKind::han;
  return han ? reportReachInHan : reportReach;
}

int tokensBetween(TokenRange a, TokenRange b) {
  if (a.end <= b.begin) return b.begin - a.end;
  if (b.end <= a.begin) return a.begin - b.end;
  return 0;
}

TokenRange tokensOf(const Reading& reading, Span span) {
  const auto first = std::partition_point(reading.tokens.begin(), reading.tokens.end(),
                                          [&](const text::Token& t) { return t.span.end <= span.begin; });
  const auto last = std::partition_point(first, reading.tokens.end(),
                                         [&](const text::Token& t) { return t.span.begin < span.end; });
  return {static_cast<std::int32_t>(first - reading.tokens.begin()),
          static_cast<std::int32_t>(last - reading.tokens.begin())};
}

/// What one half of a sentence plans says nothing of the other: no cue is looked for beyond a semicolon.
TokenRange withinHalf(const Reading& reading, Span sentence, TokenRange here, TokenRange near) {
  for (const Hit& hit : reading.hitsIn(sentence)) {
    if (hit.entry->cls != "half-break") continue;
    if (hit.tokens.end <= here.begin) near.begin = std::max(near.begin, hit.tokens.end);
    if (hit.tokens.begin >= here.end) near.end = std::min(near.end, hit.tokens.begin);
  }
  return near;
}

/// A comma or the like stands between the two.
bool clauseBetween(const Reading& reading, TokenRange a, TokenRange b) {
  const auto from = std::min(a.end, b.end);
  const auto to = std::max(a.begin, b.begin);
  for (std::int32_t at = from; at < to; ++at)
    if (reading.tokens[std::size_t(at)].kind == text::TokenKind::symbol) return true;
  return false;
}

/// 8月13日，甲与乙通话，双方将……: behind the clause that stands beside the time there is another, with a
/// subject of its own, and the cue is of that.
bool isFartherClause(const Reading& reading, const Hit& cue, TokenRange here) {
  int breaks = 0;
  std::int32_t clause = here.end;
  for (std::int32_t at = here.end; at < cue.tokens.begin; ++at)
    if (reading.tokens[std::size_t(at)].kind == text::TokenKind::symbol) ++breaks, clause = at + 1;
  if (breaks < 2) return false;
  const auto hits = reading.hitsIn({reading.tokens[std::size_t(clause)].span.begin, cue.span.begin});
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
    return hit.tokens.end <= cue.tokens.begin && subjects.find(hit.entry->cls) != nullptr;
  });
}

/// "Met in May, the next round is due in June": a cue of a later clause that has a time of its own speaks of
/// that time.
bool hasOwnTime(const Reading& reading, const Hit& cue, TokenRange here) {
  return cue.tokens.begin >= here.end &&
         std::any_of(reading.marks.begin(), reading.marks.end(), [&](const language::Mark& mark) {
           // 未来两周内: the cue may be among the words of that time.
           return mark.cls == "time" && mark.tokens.begin >= here.end &&
                  !clauseBetween(reading, mark.tokens, cue.tokens);
         });
}

/// Such a form stands shortly before the time in its sentence.
template <typename Is>
bool hasCueBefore(const Reading& reading, Span sentence, Span span, const Is& is) {
  const std::int32_t here = tokensOf(reading, span).begin;
  auto hit = std::partition_point(reading.hits.begin(), reading.hits.end(), [&](const Hit& h) {
    return h.span.begin < sentence.begin || h.tokens.begin < here - farthestAside;
  });
  for (; hit != reading.hits.end() && hit->span.end <= span.begin; ++hit)
    if (is(*hit)) return true;
  return false;
}

} // namespace

bool isAside(const language::BlockReading& block, Span sentence, Span span) {
  const TokenRange here = tokensOf(block.reading, span);
  return hasCueBefore(block.reading, sentence, span, [&](const Hit& hit) {
    // What is supposed ends with its clause: "if asked, he said in May".
    return hit.entry->cls == "recap-cue" ||
           (hit.entry->cls == "hypothesis-cue" && !clauseBetween(block.reading, hit.tokens, here));
  });
}

bool isEarlier(const language::BlockReading& block, Span sentence, Span span) {
  const TokenRange here = tokensOf(block.reading, span);
  return hasCueBefore(block.reading, sentence, span, [&](const Hit& hit) {
    return hit.entry->cls == "earlier-cue" && !clauseBetween(block.reading, hit.tokens, here);
  });
}

Outlook outlookAt(const language::BlockReading& block, Span sentence, Span span) {
  const Reading& reading = block.reading;
  const TokenRange here = tokensOf(reading, span);
  const TokenRange near =
      withinHalf(reading, sentence, here, {here.begin - farthestCue, here.end + farthestCue});
  auto hit = std::partition_point(reading.hits.begin(), reading.hits.end(), [&](const Hit& h) {
    return h.span.begin < sentence.begin || h.tokens.begin < near.begin;
  });
  Outlook outlook = Outlook::none;
  int nearest = std::numeric_limits<int>::max();
  Span longer; // "be held" is no "held"
  for (; hit != reading.hits.end() && hit->span.begin < sentence.end && hit->tokens.begin < near.end; ++hit) {
    if (!isCue(*hit) || hit->span.overlaps(span) || longer.contains(hit->span)) continue;
    longer = hit->span;
    const int away = tokensBetween(hit->tokens, here);
    if (isReport(*hit) && away <= reach(reading, *hit) && !clauseBetween(reading, hit->tokens, here))
      return Outlook::back;
    const auto cue = cueOf(*hit, here);
    if (!cue) continue;
    const bool elsewhere = clauseBetween(reading, hit->tokens, here);
    if (elsewhere && cue == Outlook::ahead && block.grammar.commaEndsClause &&
        isFartherClause(reading, *hit, here))
      continue;
    const int cost = away + (elsewhere ? otherClause : 0);
    if (cost < nearest && !(elsewhere && cue == Outlook::ahead && hasOwnTime(reading, *hit, here))) {
      nearest = cost;
      outlook = *cue;
    }
  }
  return outlook;
}

} // namespace demarche::extract
