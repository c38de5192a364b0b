// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/times_json.h"

#include "core/exchange/json_fields.h"

namespace demarche::exchange {

base::Result<TimeCase> parseTimeCase(std::string_view jsonLine) {
  TimeCase found;
  std::string written;
  const auto read =
      readTexts(jsonLine, {{"id", &found.id}, {"text", &found.text}, {"reference_date", &written}});
  if (!read) return tl::make_unexpected(read.error());
  if (found.id.empty()) return base::fail(base::ErrorKind::input, "has no \"id\"");
  if (written.empty()) return found;
  const auto date = time::Edtf::parse(written);
  if (!date) return base::fail(base::ErrorKind::input, "\"reference_date\": " + date.error().message);
  found.written = *date;
  return found;
}

std::string timesLine(std::string_view id, const std::vector<extract::ReportedTime>& times) {
  Json json = {{"id", id}, {"times", Json::array()}};
  for (const extract::ReportedTime& time : times)
    json["times"].push_back({{"begin", time.begin},
                             {"end", time.end},
                             {"text", time.text},
                             {"timex", time.timex},
                             {"edtf", time.edtf},
                             {"why", time.why}});
  return oneLine(json);
}

} // namespace demarche::exchange
