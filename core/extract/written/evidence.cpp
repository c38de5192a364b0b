// SPDX-License-Identifier: Apache-2.0
#include "core/extract/written/evidence.h"

#include "core/text/unicode.h"
#include "core/time/calendar.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

namespace demarche::extract {
namespace {

using language::Gazetteer;
using model::Block;
using model::BlockRole;

/// A dateline stands within so many UTF-16 units of its paragraph's begin, and its closing sign within so
/// many of its date.
constexpr std::int32_t datelineReach = 60;
constexpr std::int32_t closingReach = 25;
/// The time of a change of office stands within so many UTF-16 units of its words.
constexpr std::int32_t changeReach = 40;
/// Of more times than this a text is no article; those behind are not asked, so that its cost stays linear.
constexpr std::size_t mostMarks = 1000;
/// So many pairs settle a day, or nothing does.
constexpr std::size_t mostPairs = 12;
/// Times that check each other lie so many days from the day of writing; …
constexpr int nearDays = 40;
/// … and so many if a month is told.
constexpr int seasonDays = 100;
/// A weekday by itself is the next one, to either side; …
constexpr int weekdayReach = 7;
/// … "last" and "next" ones are of a week beside that of writing.
constexpr int weeksBeside = 14;
/// The opening of a text, in paragraphs.
constexpr std::size_t openingBlocks = 2;

const TimeExpression& leading(const TimeMark& mark) {
  const TimeExpression& e = mark.expression;
  return e.form == TimeForm::range && !e.parts.empty() ? e.parts.front() : e;
}

/// What kind of words a time is told by; the same time may be told by two kinds, one after the other.
enum class Manner : std::uint8_t { none, fromNow, weekday, calendar };

Manner mannerOf(const TimeMark& mark) {
  const TimeExpression& e = leading(mark);
  if (e.form == TimeForm::offset)
    return e.unit.value_or(TimeUnit::day) == TimeUnit::day ? Manner::fromNow : Manner::none;
  if (e.form != TimeForm::date) return Manner::none;
  if (e.unit == TimeUnit::day) return Manner::fromNow;
  if (e.day && !e.which) return Manner::calendar;
  return e.weekday ? Manner::weekday : Manner::none;
}

/// One mark that tells a weekday or "yesterday" beside its date.
bool isDouble(const TimeMark& mark) {
  const TimeExpression& e = mark.expression;
  if (e.form != TimeForm::date || e.year) return false;
  return e.toldDay || e.toldWeek || (e.weekday && (e.day || e.unit == TimeUnit::day));
}

bool bareWeekday(const TimeMark& mark) {
  const TimeExpression& e = mark.expression;
  return e.form == TimeForm::date && e.weekday && !e.day && !e.month && !e.unit && !e.which;
}

void noteYears(const TimeExpression& e, std::vector<int>& years) {
  if (e.year) years.push_back(*e.year);
  for (const TimeExpression& part : e.parts)
    noteYears(part, years);
}

/// "Last November", 去年3月; not "a year earlier".
bool countsYears(const TimeExpression& e) {
  const bool here = e.anchor == TimeAnchor::written && e.form == TimeForm::date &&
                    ((e.unit == TimeUnit::year && e.step != 0) || (e.month && e.which && *e.which < 0));
  return here || std::any_of(e.parts.begin(), e.parts.end(), countsYears);
}

/// "Fifty years ago today", 五十年前的今天
bool countsYearsToDay(const TimeExpression& e) {
  return e.form == TimeForm::offset && e.anchor == TimeAnchor::written && e.parts.empty() &&
         e.unit == TimeUnit::day && e.direction < 0 && e.amount.years > 0;
}

bool tellsYear(const TimeExpression& e) {
  return e.year || std::any_of(e.parts.begin(), e.parts.end(), tellsYear);
}

/// "… in spring. The White House says Biden plans to do so.": the next sentence makes it a plan.
bool plannedByNext(const language::BlockReading& block, std::int32_t sentenceBegin) {
  const auto next = std::partition_point(block.sentences.begin(), block.sentences.end(),
                                         [&](text::Span s) { return s.begin <= sentenceBegin; });
  const bool follows = next != block.sentences.begin() && next != block.sentences.end() &&
                       std::prev(next)->begin == sentenceBegin;
  return follows && block.reading.hasHit(*next, "cue-do-so") && block.reading.hasHit(*next, "cue-planned");
}

/// "He was to come in summer; nothing came of it": of a plan that was called off it is not known when it was
/// to be.
bool calledOff(const language::BlockReading& block, std::int32_t sentenceBegin) {
  return block.reading.hasHit(language::sentenceAt(block, sentenceBegin), "cue-cancelled");
}

/// What closes a dateline stands behind the date, before any comma or full stop: the agency's name in
/// brackets, a dash, or a word of the wire (电, 专电).
bool closedLikeDateline(std::u16string_view text, const TimeMark& mark,
                        const language::BlockReading& reading) {
  constexpr std::int32_t wireReach = 4, bracketReach = 2;
  if (reading.reading.hasHit({mark.span.end, mark.span.end + wireReach}, "wire-word")) return true;
  const std::int32_t end = std::min(mark.span.end + closingReach, reading.block->span.end);
  for (std::int32_t at = mark.span.end; at < end; ++at) {
    const char16_t unit = text[std::size_t(at)];
    const auto isOneOf = [unit](std::u16string_view set) { return set.find(unit) != set.npos; };
    if (isOneOf(u"(（") && at - mark.span.end < bracketReach) return true;
    if (isOneOf(u"-–—")) return true;
    if (isOneOf(u",.;，。；")) return false;
  }
  return false;
}

/// 21:18
bool hasClock(std::u16string_view line) {
  const auto digit = [&](std::size_t at) { return at < line.size() && line[at] >= u'0' && line[at] <= u'9'; };
  for (std::size_t at = 1; at + 1 < line.size(); ++at)
    if ((line[at] == u':' || line[at] == u'：') && digit(at - 1) && digit(at + 1) && digit(at + 2))
      return true;
  return false;
}

bool isDated(const TimeMark& mark) {
  const TimeExpression& e = mark.expression;
  return e.form == TimeForm::date && e.day && !e.unit && !e.which;
}

/// The day, when nothing of it is left out.
std::optional<time::Day> wholeDay(const TimeMark& mark) {
  const TimeExpression& e = mark.expression;
  if (!isDated(mark) || !e.year || !e.month || e.lunar || *e.day < 1) return std::nullopt;
  return time::civilDay(*e.year, unsigned(*e.month), unsigned(*e.day));
}

/// Words that another calendar, a season or an ordinal makes mean something else say nothing here.
DayWords dayWords(const TimeMark& mark) {
  const TimeExpression& e = leading(mark);
  DayWords words;
  words.reach = e.month ? seasonDays : nearDays;
  const bool otherwise = e.lunar || e.sameDay || e.rest || e.half || e.quarter || e.season || e.easter ||
                         e.solarTerm || e.n || e.shift != 0;
  if (e.form != TimeForm::date || otherwise) return words;
  words.month = e.month;
  words.day = e.day ? e.day : e.toldDay;
  words.weekday = e.weekday;
  const bool fromNow = e.unit == TimeUnit::day && e.anchor == TimeAnchor::written && !tellsYear(e);
  if (fromNow && !e.month && !e.decade && !e.century) words.fromNow = e.step;
  const bool bare =
      e.weekday && !e.day && !e.month && !e.unit && !tellsYear(e) && e.anchor == TimeAnchor::written;
  if (bare) words.reach = e.which ? weeksBeside : weekdayReach;
  return words;
}

/// Reads one section from its first block to its last.
class Gathering {
 public:
  Gathering(const model::Document& document, const std::vector<language::BlockReading>& blocks,
            std::int32_t section, Evidence& evidence)
      : m_document(document), m_blocks(blocks), m_section(section), m_evidence(evidence) {
    // Sections follow each other: a page of many is not read through for each.
    const auto sectionBegin = [&](std::int32_t wanted) {
      return std::size_t(std::partition_point(blocks.begin(), blocks.end(),
                                              [&](const language::BlockReading& reading) {
                                                return reading.block->section < wanted;
                                              }) -
                         blocks.begin());
    };
    m_firstBlock = sectionBegin(section);
    m_endBlock = sectionBegin(section + 1);
  }

  void times() {
    for (const TimeMark& mark : m_evidence.marks) {
      const language::BlockReading& reading = m_blocks[std::size_t(mark.block)];
      if (m_document.stated && m_document.stated->span.overlaps(mark.span)) continue;
      if (model::isRead(reading.block->role))
        told(mark, reading);
      else if (reading.block->role == BlockRole::dateline || reading.block->role == BlockRole::byline)
        atHead(mark);
    }
  }

  void stamp() {
    const auto& stated = m_document.stated;
    const bool own = stated && (stated->span.empty() ? m_section == 0 : m_section == sectionOf(stated->span));
    if (own) {
      if (const auto range = stated->date.bounds(); range && range->days() == 1)
        m_evidence.stated = range->last;
      lookAtStamp(stated->span);
    }
    for (const TimeMark& mark : m_evidence.marks) {
      const Block& block = *m_blocks[std::size_t(mark.block)].block;
      const bool atStamp = own && stated->span.overlaps(mark.span);
      const bool line = block.role == BlockRole::dateline || block.role == BlockRole::byline;
      if (!atStamp && (own || !line)) continue;
      const TimeExpression& e = mark.expression;
      const auto day = wholeDay(mark);
      if (!day) continue;
      if (!own && !m_evidence.stated) {
        m_evidence.stated = day;
        lookAtStamp(mark.span);
      }
      if (m_evidence.stated == day && e.weekday && int(time::isoWeekday(*day)) == *e.weekday)
        m_evidence.namedDay = true;
    }
  }

  /// What rules and lexicon tell of years: "half a century", the G20 in Hangzhou, "2010 is nearly over".
  void years() {
    auto& years = m_evidence.years;
    for (std::size_t b = m_firstBlock; b < m_endBlock; ++b) {
      const language::BlockReading& reading = m_blocks[b];
      if (!model::isRead(reading.block->role)) continue;
      for (const language::Hit& hit : reading.reading.hits)
        if (hit.entry->cls == "known-year")
          if (const auto year = hit.entry->fields.number("year")) years.push_back(int(*year));
      for (const language::Mark& mark : reading.reading.marks) {
        if (mark.cls == "years-between")
          if (const auto span = mark.fields.number("years"))
            (mark.fields.has("rough") ? m_evidence.roughSpans : m_evidence.spans).push_back(int(*span));
        if (mark.cls == "gathering") gathering(mark.fields);
        if (mark.cls == "written-within") within(mark.fields);
      }
    }
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());
  }

  void people(const std::vector<Mentions>& mentions) {
    std::set<std::pair<std::int32_t, const TimeMark*>> seen;
    for (std::size_t b = m_firstBlock; b < m_endBlock; ++b) {
      const Block& block = *m_blocks[b].block;
      if (!model::isRead(block.role)) continue;
      tenures(m_blocks[b], mentions[b]);
      officeChanges(m_blocks[b], std::int32_t(b), mentions[b]);
      for (const Mention& mention : mentions[b]) {
        if (mention.people.empty() || mention.former) continue;
        const TimeMark* when = timeOf(m_blocks[b], std::int32_t(b), mention.span);
        if (seen.insert({mention.people.front().number(), when}).second)
          m_evidence.people.push_back({&mention, when});
      }
    }
  }

 private:
  [[nodiscard]] std::int32_t sectionOf(text::Span span) const {
    for (const language::BlockReading& reading : m_blocks)
      if (reading.block->span.overlaps(span)) return reading.block->section;
    return 0;
  }

  /// "Last updated", 转载; or the hour beside it, above the headline.
  void lookAtStamp(text::Span stamp) {
    const auto reading =
        std::partition_point(m_blocks.begin(), m_blocks.end(), [&](const language::BlockReading& one) {
          return one.block->span.end <= stamp.begin;
        });
    if (reading == m_blocks.end() || !reading->block->span.overlaps(stamp)) return;
    const bool above = std::none_of(m_blocks.begin(), reading, [](const language::BlockReading& one) {
      return one.block->role == BlockRole::title;
    });
    const text::Span line = reading->block->span;
    const bool clock = hasClock(text::slice(m_document.text, line));
    m_evidence.storedStamp = reading->reading.hasHit(line, "page-stored");
    m_evidence.changedStamp = reading->reading.hasHit(line, "page-changed") || (above && clock);
    m_evidence.clockedStamp = clock;
  }

  void atHead(const TimeMark& mark) {
    if (isDated(mark) && mark.expression.month && !mark.expression.year && !m_evidence.heading)
      m_evidence.heading = &mark;
  }

  void told(const TimeMark& mark, const language::BlockReading& reading) {
    const bool body = reading.block->role == BlockRole::body;
    if (body) m_bodyBlocks.insert(mark.block);
    if (m_bodyBlocks.size() <= 1 && isOfThePage(mark, reading)) return;
    const bool ahead = (mark.outlook == Outlook::ahead && !calledOff(reading, mark.sentence)) ||
                       plannedByNext(reading, mark.sentence);
    const TimeMark* before = m_evidence.told.empty() ? nullptr : m_evidence.told.back().mark;
    m_evidence.told.push_back({&mark, ahead});
    yearsOf(mark, ahead);
    if (countsYearsToDay(mark.expression)) m_evidence.yearsAgoToday.push_back(mark.expression.amount.years);
    m_evidence.lastWeekend |= mark.expression.weekend && !mark.expression.month && !ahead;
    if (isBehind(mark, "as-of", reading) && !ahead) m_evidence.asOf = &mark;
    const bool apposed = before != nullptr && isApposed(*before, mark, reading);
    pairsOf(mark, before, apposed);
    if (body && m_bodyBlocks.size() <= openingBlocks && !ahead) opening(mark, before, apposed, reading);
  }

  void yearsOf(const TimeMark& mark, bool ahead) {
    m_evidence.yearFromNow |= countsYears(mark.expression);
    std::vector<int> years;
    noteYears(mark.expression, years);
    for (const int year : years)
      if (!ahead && (!m_evidence.latestYear || year > *m_evidence.latestYear)) m_evidence.latestYear = year;
    m_evidence.years.insert(m_evidence.years.end(), years.begin(), years.end());
  }

  void pairsOf(const TimeMark& mark, const TimeMark* before, bool apposed) {
    const auto keep = [](std::vector<Pair>& pairs, Pair pair) {
      if (pairs.size() < mostPairs) pairs.push_back(pair);
    };
    if (isDouble(mark)) keep(m_evidence.pairs, {&mark, nullptr});
    if (apposed)
      keep(m_evidence.pairs, {before, &mark});
    else if (before != nullptr && mayCoincide(*before, mark))
      keep(m_evidence.coincidences, {before, &mark});
  }

  /// What the first paragraphs tell: their dateline, the report they go back to, weekdays without a date.
  void opening(const TimeMark& mark, const TimeMark* before, bool apposed,
               const language::BlockReading& reading) {
    if (bareWeekday(mark)) m_evidence.bareWeekdays = true;
    const bool reported = isDouble(mark) && mark.expression.month &&
                          reading.reading.hasHit(language::sentenceAt(reading, mark.sentence), "report-cue");
    if (reported && m_evidence.cited == nullptr) m_evidence.cited = &mark;
    const bool formal = closedLikeDateline(m_document.text, mark, reading);
    if (m_bodyBlocks.size() > 1 && !formal) return; // a headline may stand among the paragraphs
    if (bareWeekday(mark) && m_evidence.heading != nullptr && m_evidence.leadWeekday == nullptr &&
        m_evidence.heading->block == mark.block)
      m_evidence.leadWeekday = &mark;
    if (m_evidence.heading != nullptr || mark.listed || !isDated(mark)) return;
    const bool begins = mark.span.begin - reading.block->span.begin < datelineReach;
    const bool today = apposed && before->expression.unit == TimeUnit::day && before->expression.step == 0 &&
                       before->expression.form == TimeForm::date;
    if (today || (begins && formal)) m_evidence.heading = &mark;
  }

  [[nodiscard]] static bool isBehind(const TimeMark& mark, language::ClassName cls,
                                     const language::BlockReading& reading) {
    constexpr std::int32_t reach = 6; // "as of the"
    const auto hits = reading.reading.hitsIn({mark.sentence, mark.span.begin + 1});
    return std::any_of(hits.begin(), hits.end(), [&](const language::Hit& hit) {
      return hit.entry->cls == cls && hit.span.end + reach > mark.span.begin;
    });
  }

  /// At the head a whole date on a line of its own is the stamp, in a shape that pages seldom print; and in
  /// "Digitized and uploaded 14 August 2011" it tells of the page, not of what the text is about.
  bool isOfThePage(const TimeMark& mark, const language::BlockReading& reading) {
    const auto day = wholeDay(mark);
    if (!day) return false;
    const bool stored = reading.reading.hasHit(language::sentenceAt(reading, mark.sentence), "page-stored");
    if (!stored && (!mark.alone || m_evidence.stated)) return false;
    if (!m_evidence.stated) {
      m_evidence.stated = day;
      m_evidence.storedStamp = stored;
    }
    return true;
  }

  /// One after the other in a paragraph, a weekday or "yesterday" and a date.
  [[nodiscard]] static bool mayCoincide(const TimeMark& a, const TimeMark& b) {
    const Manner first = mannerOf(a), second = mannerOf(b);
    const bool kinds = first != second && first != Manner::none && second != Manner::none;
    return kinds && a.block == b.block && (first == Manner::calendar || second == Manner::calendar);
  }

  /// Nothing but commas, brackets and words like "on" or 即 stands between two manners of telling the same
  /// time.
  [[nodiscard]] bool isApposed(const TimeMark& a, const TimeMark& b,
                               const language::BlockReading& reading) const {
    constexpr std::int32_t farthest = 16;
    if (a.block != b.block || a.sentence != b.sentence || b.span.begin - a.span.end > farthest) return false;
    if (mannerOf(a) == Manner::none || mannerOf(b) == Manner::none || mannerOf(a) == mannerOf(b))
      return false;
    const text::Span between{a.span.end, b.span.begin};
    const auto hits = reading.reading.hitsIn(between);
    const auto& tokens = reading.reading.tokens;
    auto token = std::partition_point(tokens.begin(), tokens.end(),
                                      [&](const text::Token& t) { return t.span.begin < between.begin; });
    for (; token != tokens.end() && token->span.end <= between.end; ++token) {
      if (token->kind == text::TokenKind::symbol) continue;
      const bool linked = std::any_of(hits.begin(), hits.end(), [&](const language::Hit& hit) {
        return hit.entry->cls == "time-apposition" && hit.span.contains(token->span) &&
               between.contains(hit.span);
      });
      if (!linked) return false;
    }
    return true;
  }

  void within(const language::Fields& fields) {
    auto year = fields.number("year");
    if (const auto republic = fields.number("roc")) year = republicYear(int(*republic));
    const auto from = fields.number("month_from");
    const auto to = fields.number("month_to");
    if (year && from && to)
      m_evidence.within = time::DayRange{time::monthRange(int(*year), unsigned(*from)).first,
                                         time::monthRange(int(*year), unsigned(*to)).last};
  }

  /// The person and the time next before the words of the change, in its sentence.
  void officeChanges(const language::BlockReading& block, std::int32_t index, const Mentions& mentions) {
    for (const language::Hit& hit : block.reading.hits) {
      if (hit.entry->cls != "office-change") continue;
      const text::Span sentence = language::sentenceAt(block, hit.span.begin);
      OfficeChange change{nullptr, nullptr, hit.entry->fields.text("change") == "begin"};
      for (const Mention& mention : mentions)
        if (!mention.people.empty() && mention.span.begin >= sentence.begin &&
            mention.span.end <= hit.span.begin)
          change.who = &mention;
      for (const Told& told : m_evidence.told)
        if (change.who != nullptr && told.mark->block == index &&
            told.mark->span.begin >= change.who->span.end && told.mark->span.begin < sentence.end &&
            !told.ahead && std::abs(told.mark->span.begin - hit.span.begin) <= changeReach)
          change.when = told.mark;
      if (change.who != nullptr && change.when != nullptr) m_evidence.changes.push_back(change);
    }
  }

  void tenures(const language::BlockReading& block, const Mentions& mentions) {
    for (const language::Mark& mark : block.reading.marks) {
      const auto count = mark.cls == "tenure" ? mark.fields.number("count") : std::nullopt;
      const auto days = mark.fields.number("days");
      if (!count || !days) continue;
      const text::Span sentence = language::sentenceAt(block, mark.span.begin);
      const std::int32_t from =
          language::sentenceAt(block, std::max(block.block->span.begin, sentence.begin - 1)).begin;
      Tenure tenure{{}, int(*count * *days)};
      for (const Mention& mention : mentions)
        if (mention.span.begin >= from && mention.span.end <= sentence.end)
          tenure.people.insert(tenure.people.end(), mention.people.begin(), mention.people.end());
      if (!tenure.people.empty()) m_evidence.tenures.push_back(std::move(tenure));
    }
  }

  void gathering(const language::Fields& fields) {
    const auto year = fields.number("year");
    const auto month = fields.number("month");
    if (!year || !month) return;
    const time::DayRange range = time::monthRange(int(*year), unsigned(*month));
    auto& all = m_evidence.gatherings;
    if (std::find(all.begin(), all.end(), range) == all.end()) all.push_back(range);
  }

  /// The time of the sentence; else the last one with a year before it in its block.
  [[nodiscard]] const TimeMark* timeOf(const language::BlockReading& block, std::int32_t index,
                                       text::Span who) const {
    const text::Span sentence = language::sentenceAt(block, who.begin);
    const TimeMark* before = nullptr;
    auto told = std::partition_point(m_evidence.told.begin(), m_evidence.told.end(),
                                     [&](const Told& one) { return one.mark->block < index; });
    for (; told != m_evidence.told.end() && told->mark->block == index; ++told) {
      if (sentence.contains(told->mark->span)) return told->mark;
      if (told->mark->span.begin > who.begin) break;
      if (tellsYear(told->mark->expression)) before = told->mark;
    }
    return before;
  }

  const model::Document& m_document;
  const std::vector<language::BlockReading>& m_blocks;
  std::int32_t m_section;
  std::size_t m_firstBlock = 0; ///< of the section …
  std::size_t m_endBlock = 0;   ///< … and that behind its last
  Evidence& m_evidence;
  std::set<std::int32_t> m_bodyBlocks;
};

} // namespace

Yearless yearless(const TimeMark& mark) {
  const TimeExpression& e = leading(mark);
  if (e.form != TimeForm::date || e.year || e.which || e.decade || e.century || e.unit) return Yearless::no;
  if (e.month) return e.day ? Yearless::monthDay : Yearless::month;
  return e.day ? Yearless::day : Yearless::no;
}

std::optional<int> dayOfMonthFromNow(const TimeMark& mark) {
  const TimeExpression& e = leading(mark);
  const bool own = e.form == TimeForm::date && e.anchor == TimeAnchor::written && !e.month;
  return own && e.unit == TimeUnit::month && e.day ? std::optional(e.step) : std::nullopt;
}

bool isOfThisYear(const TimeMark& mark) {
  const auto thisYear = [](const TimeExpression& part) {
    return part.unit == TimeUnit::year && part.step == 0 && part.anchor == TimeAnchor::written;
  };
  const TimeExpression& e = mark.expression;
  if (e.form == TimeForm::within && e.parts.size() == 2)
    return thisYear(e.parts.back()) && e.parts.front().month.has_value();
  return e.form == TimeForm::date && thisYear(e) && e.month;
}

bool DayWords::mayMean(time::Day meant, time::Day written) const {
  const std::chrono::year_month_day date(meant);
  return (!month || int(unsigned(date.month())) == *month) && (!day || int(unsigned(date.day())) == *day) &&
         (!weekday || int(time::isoWeekday(meant)) == *weekday) &&
         (!fromNow || written + std::chrono::days(*fromNow) == meant);
}

bool PairJudge::agrees(const Pair& pair, time::Day day) {
  Known& known = knownOf(pair);
  if (!mayAgree(known, day)) return false;
  const auto found = std::partition_point(known.agrees.begin(), known.agrees.end(),
                                          [&](const auto& judged) { return judged.first < day; });
  if (found != known.agrees.end() && found->first == day) return found->second;
  return known.agrees.emplace(found, day, judge(known, day))->second;
}

PairJudge::Known& PairJudge::knownOf(const Pair& pair) {
  const auto found =
      std::find_if(m_known.begin(), m_known.end(), [&](const Known& known) { return known.pair == pair; });
  if (found != m_known.end()) return *found;
  const DayWords words = dayWords(*pair.mark);
  const DayWords other = pair.other != nullptr ? dayWords(*pair.other) : words;
  // Months are told of farther days, weekdays of nearer ones only.
  const int nearest = std::min(words.reach, other.reach);
  return m_known.emplace_back(
      Known{pair, words, other, nearest < nearDays ? nearest : std::max(words.reach, other.reach), {}});
}

/// Without resolving anything: some day near that of writing is what the words of both say.
bool PairJudge::mayAgree(const Known& known, time::Day day) {
  const DayWords& words = known.words;
  const DayWords& other = known.otherWords;
  const std::chrono::days reach(known.reach);
  const auto fits = [&](time::Day meant) {
    return day - reach <= meant && meant <= day + reach && words.mayMean(meant, day) &&
           other.mayMean(meant, day);
  };
  if (const auto fromNow = words.fromNow ? words.fromNow : other.fromNow)
    return fits(day + std::chrono::days(*fromNow));
  const auto dayOfMonth = words.day ? words.day : other.day;
  if (!dayOfMonth) return true;
  const auto inMonth = [&](std::chrono::year_month month) {
    const auto meant = time::civilDay(int(month.year()), unsigned(month.month()), unsigned(*dayOfMonth));
    return meant && fits(*meant);
  };
  const std::chrono::year_month_day first(day - reach), last(day + reach);
  if (const auto told = words.month ? words.month : other.month)
    return inMonth(first.year() / *told) || (last.year() != first.year() && inMonth(last.year() / *told));
  auto month = first.year() / first.month();
  for (; month <= last.year() / last.month(); month += std::chrono::months(1))
    if (inMonth(month)) return true;
  return false;
}

bool PairJudge::judge(const Known& known, time::Day day) {
  // The one may be counted from what was told before it: "On Wednesday … Two days earlier, on Sept. 19".
  constexpr std::ptrdiff_t before = 2;
  const Pair& pair = known.pair;
  const TimeMark* last = pair.other != nullptr ? pair.other : pair.mark;
  const std::ptrdiff_t end = last - m_evidence.marks.data() + 1;
  const std::ptrdiff_t begin = std::max<std::ptrdiff_t>(0, pair.mark - m_evidence.marks.data() - before);
  m_dates.suppose(day, std::size_t(begin), std::size_t(end - begin), m_times);
  const DatedMark& mark = m_times[std::size_t(pair.mark - m_evidence.marks.data() - begin)];
  const DatedMark& told = m_times.back();
  if (!told.days || mark.disagrees || told.disagrees) return false;
  if (pair.other != nullptr && !(mark.days && mark.days->first == told.days->first)) return false;
  return std::abs(static_cast<int>((told.days->first - day).count())) <= known.reach;
}

std::vector<time::Day> Evidence::anniversariesIn(int year) const {
  std::vector<time::Day> found;
  for (const Told& time : told) {
    const TimeExpression& date = time.mark->expression;
    if (date.form != TimeForm::date || !date.year || !date.month || date.day.value_or(0) < 1) continue;
    if (std::find(spans.begin(), spans.end(), year - *date.year) == spans.end()) continue;
    if (const auto day = time::civilDay(year, unsigned(*date.month), unsigned(*date.day)))
      found.push_back(*day);
  }
  return found;
}

bool Evidence::hasDayOnly() const {
  return std::any_of(told.begin(), told.end(),
                     [](const Told& time) { return !time.ahead && yearless(*time.mark) == Yearless::day; });
}

Evidence gatherEvidence(const model::Document& document, const std::vector<language::BlockReading>& blocks,
                        const std::vector<Mentions>& mentions, std::span<const TimeMark> marks,
                        const Gazetteer& gazetteer, std::int32_t section) {
  Evidence evidence;
  evidence.marks = marks.first(std::min(marks.size(), mostMarks));
  evidence.gazetteer = &gazetteer;
  Gathering all(document, blocks, section, evidence);
  all.stamp();
  all.times();
  all.years();
  all.people(mentions);
  return evidence;
}

} // namespace demarche::extract
