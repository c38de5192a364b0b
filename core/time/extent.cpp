// SPDX-License-Identifier: Apache-2.0
#include "core/time/extent.h"

#include <algorithm>

namespace demarche::time {
namespace {

bool vague(const EdtfDate& date) {
  return date.precision != Precision::day || date.uncertain || date.approximate;
}

} // namespace

std::optional<Extent> extentOf(const Edtf& date) {
  const auto begin = date.begin();
  const auto end = date.end();
  if (date.unknown() || (!begin && !end)) return std::nullopt;

  const EdtfDate& from = begin ? *begin : *end;
  const EdtfDate& to = end ? *end : *begin;
  Extent extent;
  extent.first = from.bounds().first;
  extent.last = std::max(extent.first, to.bounds().last);
  extent.sureFirst = from.bounds().last;
  extent.sureLast = to.bounds().first;
  extent.softFirst = vague(from);
  extent.softLast = vague(to);
  extent.openFirst = !begin;
  extent.openLast = !end;
  return extent;
}

} // namespace demarche::time
