// SPDX-License-Identifier: Apache-2.0

// Whatever is read as a date is written back as the same date, and its days are in order.

#include "core/time/edtf.h"
#include "tests/fuzz/require.h"

#include <cstddef>
#include <cstdint>

using namespace demarche;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const base::Result<time::Edtf> date = time::Edtf::parse(text);
  if (!date) {
    require(!date.error().message.empty(), "a refusal says why");
    return 0;
  }
  const base::Result<time::Edtf> again = time::Edtf::parse(date->str());
  require(again && *again == *date, "parse(str()) gives an equal value");
  const std::optional<time::DayRange> bounds = date->bounds();
  require(bounds.has_value() != date->unknown(), "only the unknown has no bounds");
  if (bounds) {
    require(bounds->first <= bounds->last, "bounds are in order");
    require(date->within(*date) && date->overlaps(*date), "a date lies within itself");
  }
  return 0;
}
