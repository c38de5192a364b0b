// SPDX-License-Identifier: Apache-2.0
#include "core/extract/events/clauses.h"

#include <algorithm>

namespace demarche::extract {
namespace {

bool isWord(const SentenceView& view, const language::Hit& hit, language::ClassName cls) {
  return hit.entry->cls == cls && view.span.contains(hit.span);
}

} // namespace

bool insideTime(const SentenceView& view, text::Span word) {
  return std::any_of(view.times.begin(), view.times.end(), [&](const Timex* time) {
    return time->span.begin < word.begin && word.end < time->span.end;
  });
}

std::int32_t gap(text::Span a, text::Span b) {
  if (a.overlaps(b)) return 0;
  return a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
}

text::Span betweenBreaks(const SentenceView& view, text::Span words, language::ClassName before) {
  text::Span clause = view.span;
  auto hit = view.hits.begin();
  for (; hit != view.hits.end() && hit->span.begin < words.begin; ++hit)
    if (isWord(view, *hit, before) && hit->span.end <= words.begin && !insideTime(view, hit->span))
      clause.begin = std::max(clause.begin, hit->span.end);
  for (; hit != view.hits.end(); ++hit)
    if (isWord(view, *hit, "clause-break") && hit->span.begin >= words.end && !insideTime(view, hit->span)) {
      clause.end = std::min(clause.end, hit->span.begin);
      break; // those behind begin later
    }
  return clause;
}

bool wordBetween(const SentenceView& view, std::int32_t begin, std::int32_t end, language::ClassName cls) {
  return begin < end && view.block->reading.hasHit({begin, end}, cls);
}

bool personBetween(const SentenceView& view, std::int32_t begin, std::int32_t end) {
  return std::any_of(view.mentions.begin(), view.mentions.end(), [&](const Mention* mention) {
    return mention->kind == MentionKind::person && mention->span.begin >= begin && mention->span.end <= end;
  });
}

} // namespace demarche::extract
