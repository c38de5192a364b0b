// SPDX-License-Identifier: Apache-2.0
#include "core/extract/events/sentence_view.h"

#include "core/extract/events/clauses.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace demarche::extract {
namespace {

template <typename Value, std::size_t N>
std::optional<Value> lookUp(const std::array<std::pair<std::string_view, Value>, N>& table,
                            std::string_view name) {
  for (const auto& [known, value] : table)
    if (known == name) return value;
  return std::nullopt;
}

constexpr std::array<std::pair<std::string_view, Frame>, 8> frames{{{"mutual", Frame::mutual},
                                                                    {"travel", Frame::travel},
                                                                    {"joint", Frame::joint},
                                                                    {"act", Frame::act},
                                                                    {"send", Frame::send},
                                                                    {"post", Frame::post},
                                                                    {"clash", Frame::clash},
                                                                    {"presence", Frame::presence}}};
constexpr std::array<std::pair<std::string_view, Form>, 6> forms{{{"verb", Form::verb},
                                                                  {"noun", Form::noun},
                                                                  {"bare", Form::bare},
                                                                  {"definite", Form::definite},
                                                                  {"again", Form::again},
                                                                  {"implied", Form::implied}}};

constexpr language::ClassTable<CueKind, 13> cueKinds({{{"cue-planned", CueKind::planned},
                                                       {"cue-planned-after", CueKind::plannedAfter},
                                                       {"cue-cancelled", CueKind::cancelled},
                                                       {"cue-refused", CueKind::refused},
                                                       {"cue-negated", CueKind::negated},
                                                       {"cue-supposed", CueKind::supposed},
                                                       {"cue-habit", CueKind::habit},
                                                       {"cue-past", CueKind::past},
                                                       {"report-verb", CueKind::report},
                                                       {"first-since", CueKind::firstSince},
                                                       {"cue-question", CueKind::question},
                                                       {"cue-agreed", CueKind::agreed},
                                                       {"cue-apart", CueKind::apart}}});

/// The first of a block's mentions or marks that stands in the sentence: those of one sentence stand before
/// those of the next.
template <typename Items>
auto firstIn(text::Span sentence, const Items& items) {
  return std::partition_point(items.begin(), items.end(),
                              [&](const auto& item) { return item.span.begin < sentence.begin; });
}

/// A rule that leaves out or misspells a field is told by the checker; here it gives no trigger.
std::optional<Trigger> triggerOf(const language::Mark& mark) {
  const auto kind = model::eventKindFromCode(mark.fields.text("kind"));
  const auto frame = lookUp(frames, mark.fields.text("frame"));
  const auto form = lookUp(forms, mark.fields.text("form"));
  if (!kind || !frame || !form) return std::nullopt;
  Trigger trigger;
  trigger.mark = &mark;
  trigger.span = mark.span;
  trigger.tokens = mark.tokens;
  trigger.kind = *kind;
  trigger.frame = *frame;
  trigger.form = *form;
  trigger.tense = mark.fields.text("tense");
  trigger.destination = mark.fields.text("to");
  trigger.status = model::eventStatusFromCode(mark.fields.text("status"));
  trigger.either = mark.fields.number("either").value_or(0) != 0;
  trigger.days = static_cast<int>(mark.fields.number("days").value_or(0));
  trigger.ended = mark.fields.number("ended").value_or(0) != 0;
  trigger.announced = mark.fields.number("announced").value_or(0) != 0;
  trigger.weak = mark.fields.number("weak").value_or(0) != 0;
  return trigger;
}

/// A cue inside a longer word that is none (将军, 会谈) does not count.
bool insideOtherWord(std::span<const language::Hit> hits, const language::Hit& cue) {
  return std::any_of(hits.begin(), hits.end(), [&](const language::Hit& other) {
    return other.entry->cls == "not-a-cue" && other.span.contains(cue.span) && other.span != cue.span;
  });
}

/// Can be a subject; "visits to Shanghai and Beijing" has none behind its "and".
bool actor(const Mention& mention) {
  return mention.kind != MentionKind::place && !mention.adjective && !mention.locative &&
         !mention.destination && !mention.origin;
}

/// Between two breaks stands a time, and nobody.
bool onlyTime(const SentenceView& view, std::int32_t from, std::int32_t to) {
  const text::Span part{from, to};
  return std::any_of(view.times.begin(), view.times.end(),
                     [&](const Timex* time) { return part.contains(time->span); }) &&
         std::none_of(view.mentions.begin(), view.mentions.end(),
                      [&](const Mention* mention) { return part.contains(mention->span); });
}

/// "A summit between Xi and Biden": the first "and" behind a noun, between two people, parts no clauses.
bool joinsPeople(const SentenceView& view, const Trigger& noun, text::Span word) {
  constexpr std::int32_t beside = 12; // UTF-16 units: " US President "
  if (noun.form != Form::noun) return false;
  const bool first = std::none_of(view.mentions.begin(), view.mentions.end(), [&](const Mention* mention) {
    return mention->kind == MentionKind::person && mention->span.begin >= noun.span.end &&
           mention->span.end < word.begin - beside;
  });
  const auto next = std::find_if(view.mentions.begin(), view.mentions.end(),
                                 [&](const Mention* mention) { return mention->span.begin >= word.end; });
  return first && personBetween(view, noun.span.end, word.begin) && next != view.mentions.end() &&
         (*next)->kind == MentionKind::person && (*next)->span.begin - word.end <= beside;
}

/// Between two breaks stands one person, and another directly behind the second: "that Bush and Hu …".
bool isJoint(const SentenceView& view, std::int32_t first, std::int32_t second) {
  constexpr std::int32_t beside = 2; // UTF-16 units: the space
  constexpr std::int32_t joiner = 5; // " and "
  const auto opens = [&](std::int32_t at) -> const Mention* {
    for (const Mention* mention : view.mentions)
      if (mention->kind == MentionKind::person && !mention->possessor && mention->span.begin >= at &&
          mention->span.begin - at <= beside)
        return mention;
    return nullptr;
  };
  const Mention* one = opens(first);
  const Mention* other = opens(second);
  return one != nullptr && other != nullptr && one != other && one->side != other->side &&
         second - one->span.end <= joiner;
}

/// 抵达北京的某某: so many tokens from the verb to the end of the clause that tells who he is.
constexpr std::int32_t farthestRelative = 4;

/// Where the words of the left trigger end and those of the right one begin: at the last break between
/// them that still leaves the right one a subject, else at the last break, else right before it. A semicolon
/// parts them whatever else stands between.
std::int32_t borderBetween(const SentenceView& view, const Trigger& left, const Trigger& right) {
  std::vector<std::int32_t> breaks;
  std::int32_t half = 0;
  for (const language::Hit& hit : view.hits) {
    if (hit.entry->cls == "half-break" && hit.span.begin >= left.span.end && hit.span.end <= right.span.begin)
      half = hit.span.end;
    if (hit.entry->cls == "clause-break" && hit.span.begin >= left.span.end &&
        hit.span.end <= right.span.begin && !joinsPeople(view, left, hit.span) && !insideTime(view, hit.span))
      breaks.push_back(hit.span.end);
  }
  if (half > 0) return half;
  // 访华的某某会见了…: the verb before only says who he is, and the words after it have him for themselves.
  for (const language::Hit& hit : view.block->reading.hitsIn({left.span.end, right.span.begin}))
    if (hit.entry->cls == "relative" && hit.tokens.begin - left.tokens.end <= farthestRelative &&
        personBetween(view, hit.span.end, right.span.begin))
      return hit.span.end;
  std::sort(breaks.begin(), breaks.end());
  if (breaks.empty()) return right.span.begin;
  auto border = std::find_if(breaks.rbegin(), breaks.rend(), [&](std::int32_t at) {
    return std::any_of(view.mentions.begin(), view.mentions.end(), [&](const Mention* mention) {
      return actor(*mention) && mention->span.begin >= at && mention->span.end <= right.span.begin;
    });
  });
  // "Met Yang, and Bush and Hu agreed": those whom "and" joins right behind another break are one subject.
  if (right.form == Form::verb && border != breaks.rend() && border + 1 != breaks.rend() &&
      isJoint(view, *(border + 1), *border))
    return *(border + 1);
  // "Saw Li and Wen before flying to Rome": a participle has the subject of the verb before it.
  if (right.form == Form::verb && right.tense == "ing" &&
      !personBetween(view, breaks.back(), right.span.begin))
    return breaks.back();
  // The people of a noun may stand behind it: "and the talks of Sullivan in Beijing".
  if (border == breaks.rend() || right.form == Form::noun) border = breaks.rbegin();
  // "…; on May 18, Yang spoke": a time with a clause of its own belongs to what follows.
  while (border + 1 != breaks.rend() && onlyTime(view, *(border + 1), *border))
    ++border;
  return *border;
}

/// "In May 2017" names no Theresa May.
bool isDate(const Mention& mention, const std::vector<Timex>& times) {
  const auto time = std::lower_bound(times.begin(), times.end(), mention.head.begin,
                                     [](const Timex& t, std::int32_t at) { return t.span.end <= at; });
  return mention.kind == MentionKind::person && time != times.end() && time->span.contains(mention.head);
}

/// Verbs and nouns with their people share the sentence out among them. A bare noun has only its clause, and
/// takes nothing away from them.
void setWindows(SentenceView& view) {
  std::vector<Trigger*> strong;
  for (Trigger& trigger : view.triggers) {
    if (trigger.form == Form::implied)
      trigger.window = view.span;
    else if (trigger.strong())
      strong.push_back(&trigger);
    else
      trigger.window = betweenBreaks(view, trigger.span, "clause-break");
  }
  std::int32_t begin = view.span.begin;
  for (std::size_t i = 0; i < strong.size(); ++i) {
    const std::int32_t end =
        i + 1 < strong.size() ? borderBetween(view, *strong[i], *strong[i + 1]) : view.span.end;
    strong[i]->window = {begin, std::max(end, strong[i]->span.end)};
    begin = strong[i]->window.end;
  }
}

/// "Sat down with Dong in Singapore on May 31" is no note of who was where: the words before tell the event,
/// and place and time are theirs.
void dropNotes(std::vector<Trigger>& triggers) {
  bool told = false;
  std::erase_if(triggers, [&](const Trigger& trigger) {
    const bool note = trigger.frame == Frame::presence;
    const bool drop = note && told;
    told = told || (trigger.strong() && !note);
    return drop;
  });
}

} // namespace

std::vector<const Cue*> SentenceView::cuesIn(text::Span where, CueKind kind) const {
  std::vector<const Cue*> found;
  for (const Cue& cue : cues)
    if (cue.kind == kind && where.contains(cue.span)) found.push_back(&cue);
  return found;
}

bool SentenceView::hasCue(text::Span where, CueKind kind) const {
  return std::any_of(cues.begin(), cues.end(),
                     [&](const Cue& cue) { return cue.kind == kind && where.contains(cue.span); });
}

std::vector<SentenceView> sentenceViews(const language::BlockReading& block, const Mentions& mentions,
                                        const std::vector<Timex>& times) {
  std::vector<SentenceView> views;
  views.reserve(block.sentences.size());
  const language::Reading& reading = block.reading;
  for (const text::Span sentence : block.sentences) {
    SentenceView view;
    view.block = &block;
    view.span = sentence;
    view.heading =
        block.block->role == model::BlockRole::title || block.block->role == model::BlockRole::caption;
    auto mention = firstIn(sentence, mentions);
    const auto lastMention = std::partition_point(
        mention, mentions.end(), [&](const Mention& m) { return m.span.begin < sentence.end; });
    view.mentions.reserve(std::size_t(lastMention - mention));
    for (; mention != lastMention; ++mention)
      if (sentence.contains(mention->span) && !isDate(*mention, times)) view.mentions.push_back(&*mention);
    for (auto mark = firstIn(sentence, reading.marks);
         mark != reading.marks.end() && mark->span.begin < sentence.end; ++mark)
      if (mark->cls == "event" && sentence.contains(mark->span))
        if (auto trigger = triggerOf(*mark)) view.triggers.push_back(*trigger);
    view.hits = reading.hitsIn(sentence);
    const std::span<const language::Hit> cues =
        view.triggers.empty() ? std::span<const language::Hit>() : view.hits;
    for (const language::Hit& hit : cues)
      if (const CueKind* kind = cueKinds.find(hit.entry->cls);
          kind != nullptr && sentence.contains(hit.span) && !insideOtherWord(cues, hit))
        view.cues.push_back({*kind, hit.span, hit.tokens});
    const auto first = std::lower_bound(times.begin(), times.end(), sentence.begin,
                                        [](const Timex& t, std::int32_t at) { return t.span.begin < at; });
    for (auto time = first; time != times.end() && time->span.end <= sentence.end; ++time)
      view.times.push_back(&*time);
    dropNotes(view.triggers);
    setWindows(view);
    views.push_back(std::move(view));
  }
  return views;
}

} // namespace demarche::extract
