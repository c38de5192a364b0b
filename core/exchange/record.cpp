// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/record.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace demarche::exchange {

base::Result<Record> parseRecord(std::string_view jsonLine) {
  const auto json = nlohmann::json::parse(jsonLine, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) return base::fail(base::ErrorKind::input, "is no JSON");
  if (!json.is_object()) return base::fail(base::ErrorKind::input, "is no JSON object");
  Record record;
  const std::pair<const char*, std::string*> fields[] = {{"source", &record.source},
                                                         {"text", &record.text},
                                                         {"html", &record.html},
                                                         {"published", &record.published}};
  for (const auto& [name, value] : fields) {
    const auto found = json.find(name);
    if (found == json.end() || found->is_null()) continue;
    if (!found->is_string())
      return base::fail(base::ErrorKind::input, fmt::format("\"{}\" is no text", name));
    *value = found->get<std::string>();
  }
  if (record.source.empty()) return base::fail(base::ErrorKind::input, "has no \"source\"");
  if (record.text.empty() && record.html.empty())
    return base::fail(base::ErrorKind::input, "has neither \"text\" nor \"html\"");
  return record;
}

} // namespace demarche::exchange
