// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who and what is named where: hits of the gazetteer and of the party words, made into mentions that do
// not overlap, with titles joined to the names they introduce.

#include "core/extract/times/times.h"
#include "core/language/block_reading.h"
#include "core/language/knowledge.h"
#include "core/model/event.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace demarche::extract {

enum class MentionKind : std::uint8_t {
  person,      ///< named, known or introduced by a title
  office,      ///< a title alone
  pronoun,     ///< he, 其 …
  counterpart, ///< "his counterpart": the same office on the other side
  leaders,     ///< "the two leaders": the heads of both states
  ministers,   ///< "the two defence ministers"
  both,        ///< "the two sides"
  officials,   ///< officials of one side, unnamed
  side,        ///< a country or government as an actor; often also a place
  body,        ///< a named body
  place        ///< a place that stands for no side
};

struct Mention {
  MentionKind kind = MentionKind::person;
  text::Span span;                         ///< of the name with its title
  text::Span head;                         ///< of the name alone
  language::TokenRange tokens;             ///< of span, in the block's reading
  std::vector<language::PersonId> people;  ///< whom the name may mean; one once resolved
  std::vector<language::OfficeId> offices; ///< titles beside the name, or the title alone
  language::PlaceId place;                 ///< also for a `side` that can be a place (Washington)
  language::BodyId body;
  std::optional<model::Side> side;
  std::string name;         ///< of a person who is not in the gazetteer, as written
  std::string_view field;   ///< for `ministers`: ids of the offices, parted by spaces
  bool plural = false;      ///< of a pronoun: "they"
  bool possessor = false;   ///< "Biden's adviser": owns the mention after it, does not act
  bool former = false;      ///< introduced as a former office-holder
  bool incoming = false;    ///< introduced as new in office
  bool adjective = false;   ///< "Chinese" before a noun: says of whom, names no actor
  bool locative = false;    ///< "in Beijing", 在北京: where something was
  bool agent = false;       ///< "a visit by Powell", 由…: whose deed it is
  bool destination = false; ///< "to Beijing", 赴京: where someone went
  bool origin = false;      ///< "from Rome", 自罗马: where someone came from
  bool topic = false;       ///< "the war in Bosnia", a sea: what is spoken of, not where
};

/// The mentions of one block, ascending, without overlap.
using Mentions = std::vector<Mention>;

/// A mention before it is settled whom it means.
struct MentionDraft {
  Mention mention;
  bool familyOnly = false;
  bool mangled = false;
  bool honorific = false; ///< Mr., 先生 … stands beside it
  bool pronoun = false;   ///< the family name He is also a word
};

/// Finds the mentions of all blocks, once, and settles whom ambiguous names mean, for one day of writing or
/// another.
class MentionFinder {
 public:
  /// All must outlive this. O(n).
  MentionFinder(const model::Document& document, const std::vector<language::BlockReading>& blocks,
                const language::Gazetteer& gazetteer);

  /// A family name is whoever the article names in full; else whoever holds the title beside it; else whoever
  /// was in office in `when` (the day of writing as far as it is known). Names that stay open are dropped; as
  /// long as `when` is absent, they keep all their bearers. `times` are the resolved times of the document,
  /// ascending: of namesakes the one is meant who was in office when the sentence says. One entry for each
  /// block.
  [[nodiscard]] std::vector<Mentions> settled(const std::optional<time::DayRange>& when,
                                              std::span<const Timex> times = {}) const& {
    return settleAll(m_drafts, when, times);
  }
  /// The same for the last time.
  [[nodiscard]] std::vector<Mentions> settled(const std::optional<time::DayRange>& when,
                                              std::span<const Timex> times = {}) && {
    return settleAll(std::move(m_drafts), when, times);
  }

 private:
  [[nodiscard]] std::vector<Mentions> settleAll(std::vector<std::vector<MentionDraft>> all,
                                                const std::optional<time::DayRange>& when,
                                                std::span<const Timex> times) const;

  const model::Document& m_document;
  const std::vector<language::BlockReading>& m_blocks;
  const language::Gazetteer& m_gazetteer;
  std::vector<std::vector<MentionDraft>> m_drafts; ///< by block
  std::map<language::PersonId, int> m_cast;        ///< whom the article names in full, how often
};

} // namespace demarche::extract
