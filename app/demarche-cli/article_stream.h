// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/service/inputs.h"

#include <filesystem>
#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace demarche::cli {

/// A line of JSON is refused beyond this: an article of the largest size in the worst spelling.
inline constexpr std::size_t longestLine = std::size_t{128} * 1024 * 1024;

/// The next line that is not blank, without its end, and its number from 1 on; nothing at the end of the
/// stream. Of a line that is too long only the beginning is kept.
struct NumberedLine {
  std::int64_t number = 0;
  std::string text;
  bool tooLong = false;
};
class LineReader {
 public:
  explicit LineReader(std::istream& in) : m_in(in) {}
  std::optional<NumberedLine> next();

 private:
  std::istream& m_in;
  std::int64_t m_number = 0;
};

/// One article to come: a file, or a line of JSON.
struct ArticleInput {
  std::string name; ///< for complaints
  std::filesystem::path file;
  std::optional<NumberedLine> line;
};

/// The articles of the inputs of `extract`, one after the other; `-` stands for the lines of standard input.
class ArticleStream {
 public:
  ArticleStream(const std::vector<std::string>& inputs, std::istream& in);
  std::optional<ArticleInput> next();
  /// Folders that could not be listed.
  [[nodiscard]] const std::vector<service::InputFailure>& failures() const { return m_failures; }

 private:
  std::vector<std::filesystem::path> m_files; ///< `-` among them
  std::vector<service::InputFailure> m_failures;
  std::size_t m_next = 0;
  LineReader m_lines;
};

} // namespace demarche::cli
