// SPDX-License-Identifier: Apache-2.0
#include "core/library/corrections/given.h"

#include "core/library/corrections/log.h"
#include "core/library/store/columns.h"

#include <string>
#include <variant>
#include <vector>

namespace demarche::library {

GivenDates givenDates(const Connection& connection, std::string_view digest) {
  const std::vector<std::string> ids = textColumn(
      connection,
      "SELECT id FROM correction WHERE target = ? AND change IN ('stated', 'written') ORDER BY id", digest);
  GivenDates given;
  for (const std::string& id : ids) {
    if (!isInForce(connection, id)) continue;
    const auto one = readCorrection(connection, id);
    (one->change == model::Change::stated ? given.stated : given.written) = std::get<time::Edtf>(one->value);
  }
  return given;
}

} // namespace demarche::library
