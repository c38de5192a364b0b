// SPDX-License-Identifier: Apache-2.0
#include "app/demarche-cli/table.h"

#include <algorithm>
#include <limits>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace demarche::cli {
namespace {

constexpr int gap = 2;

int columnsOf(UChar32 character) {
  switch (u_charType(character)) {
  case U_NON_SPACING_MARK:
  case U_ENCLOSING_MARK:
  case U_FORMAT_CHAR:
  case U_CONTROL_CHAR:
    return 0;
  default:
    break;
  }
  const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

/// Bytes of the longest beginning that takes at most `columns`, and what it takes.
std::pair<std::size_t, int> beginning(std::string_view utf8, int columns) {
  const auto size = static_cast<std::int32_t>(utf8.size());
  int taken = 0;
  std::int32_t at = 0;
  while (at < size) {
    std::int32_t next = at;
    UChar32 character = 0;
    U8_NEXT_OR_FFFD(utf8.data(), next, size, character);
    const int more = columnsOf(character);
    if (taken + more > columns) break;
    taken += more;
    at = next;
  }
  return {static_cast<std::size_t>(at), taken};
}

} // namespace

int columnsOf(std::string_view utf8) {
  return beginning(utf8, std::numeric_limits<int>::max()).second;
}

std::string cutTo(std::string_view utf8, int columns) {
  if (columnsOf(utf8) <= columns) return std::string(utf8);
  return std::string(utf8.substr(0, beginning(utf8, columns - 1).first)) + "…";
}

void Table::write(std::ostream& out, int columns, std::size_t widest) const {
  std::vector<int> widths(m_rows.front().size());
  for (const auto& row : m_rows)
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], columnsOf(row[i]));
  int all = gap * static_cast<int>(widths.size() - 1);
  for (const int width : widths)
    all += width;
  constexpr int narrowest = 20;
  if (columns > 0 && all > columns) widths[widest] = std::max(narrowest, widths[widest] - (all - columns));

  for (const auto& row : m_rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string cell = cutTo(row[i], widths[i]);
      line += cell;
      const int toNext = widths[i] - columnsOf(cell) + gap;
      if (i + 1 < row.size()) line.append(static_cast<std::size_t>(toNext), ' ');
    }
    out << line << '\n';
  }
}

} // namespace demarche::cli
