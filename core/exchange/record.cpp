// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/record.h"

#include "core/exchange/json_fields.h"

namespace demarche::exchange {

base::Result<Record> parseRecord(std::string_view jsonLine) {
  Record record;
  const auto read = readTexts(jsonLine, {{"source", &record.source},
                                         {"text", &record.text},
                                         {"html", &record.html},
                                         {"published", &record.published}});
  if (!read) return tl::make_unexpected(read.error());
  if (record.source.empty()) return base::fail(base::ErrorKind::input, "has no \"source\"");
  if (record.text.empty() && record.html.empty())
    return base::fail(base::ErrorKind::input, "has neither \"text\" nor \"html\"");
  return record;
}

} // namespace demarche::exchange
