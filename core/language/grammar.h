// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a language builds its sentences, as far as reading events depends on it: the table `[grammar]` of its
// `pack.toml`.

#include <array>
#include <string_view>

namespace demarche::language {

/// What holds of a language; nothing of this holds unless its pack says so.
struct Grammar {
  bool circumstancesBeforeVerb = false; ///< when and where stand before the verb: 昨天在北京会见
  bool companionBeforeVerb = false;     ///< so does the other side, behind a preposition: 与王毅会谈
  bool commaEndsClause = false;         ///< a comma parts clauses of which each has a verb of its own
  bool verbsWithoutTense = false;       ///< what is planned is told once for the verbs that follow: 将
  bool subjectLeftOut = false;          ///< a sentence without one goes on with that of the sentence before
  bool titleAfterName = false;          ///< 江泽民主席
  bool wideBeforeNarrow = false;        ///< places beside each other run from the country to the house
  bool noSpaces = false;                ///< `script = "characters"`: what has white space between is apart
};

/// A key of the table and what it sets.
struct GrammarKey {
  std::string_view name;
  bool Grammar::*flag;
};
inline constexpr std::array grammarKeys{
    GrammarKey{"circumstances_before_verb", &Grammar::circumstancesBeforeVerb},
    GrammarKey{"companion_before_verb", &Grammar::companionBeforeVerb},
    GrammarKey{"comma_ends_clause", &Grammar::commaEndsClause},
    GrammarKey{"verbs_without_tense", &Grammar::verbsWithoutTense},
    GrammarKey{"subject_left_out", &Grammar::subjectLeftOut},
    GrammarKey{"title_after_name", &Grammar::titleAfterName},
    GrammarKey{"wide_before_narrow", &Grammar::wideBeforeNarrow}};

} // namespace demarche::language
