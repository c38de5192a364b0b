// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/extract/times/expression.h"
#include "core/extract/times/outlook.h"
#include "core/language/block_reading.h"
#include "core/text/span.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace demarche::extract {

/// A time expression in the text, not yet resolved: what there is before the day of writing is known, and
/// the material to infer it from.
struct TimeMark {
  text::Span span;
  TimeExpression expression;
  const language::Rule* rule = nullptr;
  std::int32_t block = 0;    ///< index into the readings
  std::int32_t section = 0;  ///< reference times do not cross it
  std::int32_t sentence = 0; ///< begin of the sentence it stands in
  Outlook outlook = Outlook::none;
  bool quoted = false;  ///< inside quotation marks: does not move the running reference
  bool aside = false;   ///< recalled or supposed ("the two last met in …"): does not move it either
  bool earlier = false; ///< "had come in June": it lies before what was told
  bool alone = false;   ///< nothing but this stands in its block: no words tell a tense
  bool opensSentence = false;
  bool opensBlock = false;
  bool heading = false; ///< its block is a headline: short, and no sentence
  bool listed = false;  ///< opens one of several blocks that begin with a date: a chronicle, a diary
};

/// Finds the time expressions of a document from one block after another, so that nobody has to keep more
/// than one reading.
class TimeFinder {
 public:
  /// The document must outlive this.
  explicit TimeFinder(const model::Document& document);
  /// The blocks come in the order in which they stand.
  void add(const language::BlockReading& reading);
  /// All of them, in order and without overlap. What only the whole document tells is settled here: whether
  /// 7/11 is July or November, whether the year 85 is the Republic's. O(n).
  [[nodiscard]] std::vector<TimeMark> finish();

 private:
  void lookAhead(const language::BlockReading& reading);

  std::u16string_view m_text;
  std::vector<TimeMark> m_times;
  std::int32_t m_block = 0; ///< index of the next
  std::int32_t m_section = -1;
  bool m_titleAhead = false; ///< the section's title says that it is about what is to come
  bool m_ahead = false;      ///< so does the title or headline above
};

/// The same from all blocks at once.
[[nodiscard]] std::vector<TimeMark> findTimes(const model::Document& document,
                                              const std::vector<language::BlockReading>& readings);

/// The marks of each section. `marks` stand in the order of the document; sections that come after the last
/// of `sections` belong to it.
[[nodiscard]] std::vector<std::span<const TimeMark>> bySection(std::span<const TimeMark> marks,
                                                               std::size_t sections);

} // namespace demarche::extract
