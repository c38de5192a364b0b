// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/knowledge.h"
#include "core/model/document.h"
#include "core/time/edtf.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::extract {

/// All that is read from the packs for times: knowledge of this scope gives the same times as any other, in
/// half the time.
[[nodiscard]] language::Scope scopeOfTimes();

/// A time expression as the outside sees it: offsets in Unicode code points, text in UTF-8.
struct ReportedTime {
  std::int32_t begin = 0;
  std::int32_t end = 0;
  std::string text;
  std::string timex; ///< TIMEX3 value; empty when there is none
  std::string edtf;
  std::string why;
};

/// The time expressions of a document, resolved against the day of writing of each of its sections.
[[nodiscard]] std::vector<ReportedTime> timesOf(const model::Document& document,
                                                const language::Knowledge& knowledge,
                                                const std::vector<time::Edtf>& written);

/// The same when all sections were written on the same day.
[[nodiscard]] inline std::vector<ReportedTime>
timesOf(const model::Document& document, const language::Knowledge& knowledge, const time::Edtf& written) {
  return timesOf(document, knowledge, std::vector{written});
}

/// The same for a bare text, which need not be an article: every line is a block, nothing is cut, so that the
/// offsets are those of `utf8`.
[[nodiscard]] std::vector<ReportedTime>
timesOfText(std::string_view utf8, const language::Knowledge& knowledge, const time::Edtf& written = {});

} // namespace demarche::extract
