// SPDX-License-Identifier: Apache-2.0
#include "app/demarche-cli/article_stream.h"

#include <algorithm>
#include <fmt/format.h>

namespace demarche::cli {

std::optional<NumberedLine> LineReader::next() {
  std::streambuf& bytes = *m_in.rdbuf();
  constexpr auto end = std::streambuf::traits_type::eof();
  for (auto byte = bytes.sbumpc(); byte != end; byte = bytes.sbumpc()) {
    NumberedLine line{++m_number, {}, false};
    bool blank = true;
    for (; byte != end && byte != '\n'; byte = bytes.sbumpc()) {
      blank = blank && (byte == ' ' || byte == '\t' || byte == '\r');
      line.tooLong = line.tooLong || line.text.size() >= longestLine;
      if (!line.tooLong) line.text += static_cast<char>(byte);
    }
    if (!blank) return line;
    if (byte == end) break;
  }
  return std::nullopt;
}

ArticleStream::ArticleStream(const std::vector<std::string>& inputs, std::istream& in) : m_lines(in) {
  for (const std::string& input : inputs) {
    const auto files =
        input == "-" ? std::vector<std::filesystem::path>{input} : service::inputFiles({input}, m_failures);
    m_files.insert(m_files.end(), files.begin(), files.end());
  }
}

std::optional<ArticleInput> ArticleStream::next() {
  while (m_next < m_files.size()) {
    if (m_files[m_next] != "-") {
      const std::filesystem::path& file = m_files[m_next++];
      return ArticleInput{file.string(), file, std::nullopt};
    }
    if (std::optional<NumberedLine> line = m_lines.next()) {
      std::string name = fmt::format("-: line {}", line->number);
      return ArticleInput{std::move(name), {}, std::move(line)};
    }
    ++m_next;
  }
  return std::nullopt;
}

} // namespace demarche::cli
