// SPDX-License-Identifier: Apache-2.0
#pragma once

// One sentence with everything that was recognised in it, as the event frames look at it.

#include "core/extract/people/mentions.h"
#include "core/extract/times/times.h"
#include "core/language/block_reading.h"
#include "core/model/event.h"

#include <optional>
#include <string_view>
#include <vector>

namespace demarche::extract {

/// How a kind of event says who takes part; set by the rules (`frame = "mutual"`).
enum class Frame : std::uint8_t {
  mutual,  ///< both sides take part: the subject before the words, the others after them
  travel,  ///< someone goes to a place
  joint,   ///< both sides set up or settle something
  act,     ///< one side does something to the other
  send,    ///< one side writes to the other
  post,    ///< an ambassador comes or goes
  clash,   ///< something happened between the two
  presence ///< people are somewhere at a time: together if of both sides, else on a journey
};

/// How the words tell it.
enum class Form : std::uint8_t {
  verb,     ///< "met with"
  noun,     ///< "a meeting between", with its people beside it
  bare,     ///< "the Vienna talks": an event only with a day, a place or both parties
  definite, ///< "the talks": what was told before
  again,    ///< "the second in Vienna in May": one more of what was told last
  implied   ///< "Deng with Carter in the garden": people beside each other, and no words for what they did
};

/// The words that tell an event.
struct Trigger {
  const language::Mark* mark = nullptr;
  text::Span span;
  language::TokenRange tokens;
  model::EventKind kind = model::EventKind::meeting;
  Frame frame = Frame::mutual;
  Form form = Form::verb;
  std::string_view tense;                   ///< past present base ing done; empty when the words do not say
  std::string_view destination;             ///< country code that the words themselves name (访华)
  std::optional<model::EventStatus> status; ///< that the words themselves tell ("suspended the group")
  bool either = false; ///< a call as well as a meeting: "spoke with", "their conversation"
  bool weak = false;   ///< needs a named person ("went to")
  text::Span window;   ///< the part of the sentence that belongs to it

  /// Brings its own people: a verb, or a noun with them beside it.
  [[nodiscard]] bool strong() const { return form == Form::verb || form == Form::noun; }
};

enum class CueKind : std::uint8_t {
  planned,
  plannedAfter,
  cancelled,
  refused,
  negated,
  supposed,
  habit,
  past,
  report,
  firstSince,
  question,
  agreed,
  apart
};

struct Cue {
  CueKind kind;
  text::Span span;
  language::TokenRange tokens;
};

struct SentenceView {
  const language::BlockReading* block = nullptr;
  text::Span span;
  language::TokenRange tokens;
  std::vector<const Mention*> mentions;
  std::vector<Trigger> triggers;
  std::vector<const Timex*> times;
  std::vector<Cue> cues;
  bool heading = false; ///< a title or a caption

  /// Cues of one kind within a span.
  [[nodiscard]] std::vector<const Cue*> cuesIn(text::Span where, CueKind kind) const;
  [[nodiscard]] bool hasCue(text::Span where, CueKind kind) const;
};

/// Builds the view of each sentence of a block. `times` are those of the whole document, ascending.
[[nodiscard]] std::vector<SentenceView>
sentenceViews(const language::BlockReading& block, const Mentions& mentions, const std::vector<Timex>& times);

} // namespace demarche::extract
