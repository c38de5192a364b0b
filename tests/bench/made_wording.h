// SPDX-License-Identifier: Apache-2.0
#pragma once

// The words of made articles, in English and in simplified Chinese. Plain sentences of our own in the forms
// that news, statements and chronologies use; nobody is quoted.

#include "core/language/gazetteer.h"
#include "core/text/span.h"
#include "tests/bench/made_world.h"

#include <string>
#include <string_view>

namespace demarche::bench {

enum class MadeLanguage : std::uint8_t { english, chinese };

/// How a sentence tells a day.
enum class MadeStyle : std::uint8_t {
  running, ///< leaning on the day of writing where that is near: "on Tuesday", "last month", 上个月
  full     ///< with its year
};

/// When something is, in the words of one article.
struct MadeDate {
  std::u16string words;     ///< "May 10"
  std::u16string adverbial; ///< "on May 10"; Chinese needs no preposition
  time::Edtf date;          ///< what the words say, which is often less than what is so
};
[[nodiscard]] MadeDate madeDate(MadeLanguage language, time::DayRange days, time::Day written,
                                MadeStyle style, Dice& dice);

/// A name as this language writes it; with the office before or behind it where somebody is introduced.
[[nodiscard]] std::u16string madeName(MadeLanguage language, const language::Gazetteer& gazetteer,
                                      const MadePart& part, bool introduced, Dice& dice);
[[nodiscard]] std::u16string madePlace(MadeLanguage language, const language::Place& place);
/// A day at the head of a page: "May 10, 2023".
[[nodiscard]] std::u16string madeDay(MadeLanguage language, time::Day day);
/// The same without its year.
[[nodiscard]] std::u16string madeShortDay(MadeLanguage language, time::Day day);

/// What fills the holes of a template.
struct MadeFillings {
  std::u16string first, second; ///< {S}, {O}
  std::u16string place;         ///< {p}; {P} is the same with its preposition
  MadeDate date;                ///< {t}, {T}
  std::u16string topic, other;  ///< {1}, {2}
  std::u16string body, rival;   ///< {D}, {N}: a ministry, and whose goods it acts on
};

/// A body that acts where nobody is named.
struct MadeBody {
  std::string_view name; ///< canonical
  std::u16string_view en, zh;
};
[[nodiscard]] const MadeBody& madeBody(model::EventKind kind, model::Side side);
[[nodiscard]] std::u16string_view madeRival(MadeLanguage language, model::Side side);

/// A sentence with holes that tells such an event.
[[nodiscard]] std::u16string_view madeTemplate(MadeLanguage language, model::EventKind kind,
                                               model::EventStatus status, Dice& dice);
/// The same for the line above the article; empty for what makes no headlines.
[[nodiscard]] std::u16string_view madeHeadline(MadeLanguage language, model::EventKind kind,
                                               model::EventStatus status);
/// A sentence in which nothing happens; numbers beyond the last begin anew.
[[nodiscard]] std::u16string_view madeFiller(MadeLanguage language, std::size_t number);

/// Heads of articles that tell many events.
enum class MadeHead : std::uint8_t {
  chronology,
  chronologyIntroduction,
  ahead,
  aheadIntroduction,
  background
};
[[nodiscard]] std::u16string_view madeHead(MadeLanguage language, MadeHead head, Dice& dice);

/// Appends the filled template to `text`, as a sentence; tells where the words of its date stand (empty when
/// it has none).
text::Span appendFilled(std::u16string& text, MadeLanguage language, std::u16string_view templateText,
                        const MadeFillings& fillings);

/// Character by character, so that every span stays; see traditional_forms.h.
void makeTraditional(std::u16string& text);

} // namespace demarche::bench
