// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/format.h"

#include "core/exchange/csv.h"
#include "core/exchange/json.h"

#include <array>
#include <fmt/format.h>

namespace demarche::exchange {

std::span<const Format> formats() {
  static constexpr std::array all = {
      Format{"json", "json", "JSON with articles, events and passages", writeJson},
      Format{"csv", "csv", "CSV table, one event per row", writeCsv},
  };
  return all;
}

base::Result<const Format*> formatNamed(std::string_view name) {
  std::string names;
  for (const Format& format : formats()) {
    if (format.name == name) return &format;
    names += names.empty() ? "" : ", ";
    names += format.name;
  }
  return base::fail(base::ErrorKind::notFound,
                    fmt::format("there is no format \"{}\"; there are {}", name, names));
}

} // namespace demarche::exchange
