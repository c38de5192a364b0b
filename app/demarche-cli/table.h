// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::cli {

/// Columns that a text takes on a terminal: Chinese characters take two, combining marks none.
[[nodiscard]] int columnsOf(std::string_view utf8);

/// The text, or as much of its beginning as fits into `columns` with "…" behind it.
[[nodiscard]] std::string cutTo(std::string_view utf8, int columns);

/// Rows of cells under a heading, written with their columns aligned.
class Table {
 public:
  explicit Table(std::vector<std::string> heading) : m_rows{std::move(heading)} {}
  void add(std::vector<std::string> row) { m_rows.push_back(std::move(row)); }
  /// `columns` is the width to keep to, by cutting the cells of the column `widest`; 0 cuts nothing.
  void write(std::ostream& out, int columns, std::size_t widest) const;

 private:
  std::vector<std::vector<std::string>> m_rows;
};

} // namespace demarche::cli
