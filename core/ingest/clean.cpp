// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/clean.h"

#include "core/text/unicode.h"

#include <algorithm>
#include <cstddef>
#include <unicode/utf16.h>

namespace demarche::ingest {
namespace {

bool isLineBreak(char16_t unit) {
  return (unit >= u'\n' && unit <= u'\r') || unit == 0x85 || unit == 0x2028 || unit == 0x2029;
}

bool isDropped(char16_t unit) {
  if (unit < 0x20) return unit != u'\t';
  if (unit >= 0x7F && unit <= 0x9F) return true;
  const bool direction = (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069);
  return direction || unit == 0xAD || unit == 0x200B || unit == 0x200E || unit == 0x200F || unit == 0x2060 ||
         unit == 0xFEFF;
}

bool isExoticSpace(char16_t unit) {
  return unit == u'\t' || unit == 0xA0 || (unit >= 0x2000 && unit <= 0x200A) || unit == 0x202F ||
         unit == 0x205F;
}

/// The lines without white space at their ends; empty ones are kept.
std::vector<std::u16string> splitLines(std::u16string_view text) {
  std::vector<std::u16string> lines(1);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char16_t unit = text[at];
    if (isLineBreak(unit)) {
      if (unit == u'\r' && at + 1 < text.size() && text[at + 1] == u'\n') ++at;
      lines.emplace_back();
    } else if (U16_IS_LEAD(unit) && at + 1 < text.size() && U16_IS_TRAIL(text[at + 1])) {
      lines.back().append(text.substr(at++, 2));
    } else if (U16_IS_SURROGATE(unit)) {
      lines.back() += u'\uFFFD';
    } else if (!isDropped(unit)) {
      lines.back() += isExoticSpace(unit) ? u' ' : unit;
    }
  }
  for (std::u16string& line : lines)
    line = text::trimmed(line);
  return lines;
}

/// The next line's first word would not have fitted into this one: here the text may have been broken.
bool isFull(std::u16string_view line, std::u16string_view next, std::size_t width) {
  return line.size() + 1 + std::min(next.find(u' '), next.size()) > width;
}

/// Joins lines where the text was broken at a fixed width. Only when nearly all its lines are as full as the
/// width allows, so that lists and short paragraphs stay as they are; and only for text of words, since
/// Chinese is not broken so.
void joinBrokenLines(std::vector<std::u16string>& lines) {
  constexpr std::size_t narrowest = 50;
  constexpr std::size_t widest = 100;
  constexpr std::size_t fewestBroken = 3;
  const auto continued = [&](std::size_t at) {
    return at + 1 < lines.size() && !lines[at].empty() && !lines[at + 1].empty();
  };
  std::vector<std::size_t> lengths;
  for (std::size_t at = 0; at < lines.size(); ++at)
    if (continued(at)) lengths.push_back(lines[at].size());
  if (lengths.size() < fewestBroken) return;
  const auto ninthTenth = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 9 / 10);
  std::nth_element(lengths.begin(), ninthTenth, lengths.end());
  const std::size_t width = *ninthTenth; // a few lines may be longer: addresses, tables
  if (width < narrowest || width > widest) return;

  std::vector<bool> broken(lines.size());
  std::size_t count = 0;
  std::size_t withinSentence = 0;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (!continued(at) || !isFull(lines[at], lines[at + 1], width) || text::isHan(lines[at + 1].front()))
      continue;
    broken[at] = true;
    ++count;
    withinSentence += std::u16string_view(u".!?:").find(lines[at].back()) == std::u16string_view::npos;
  }
  if (count * 4 < lengths.size() * 3 || withinSentence * 2 < count) return;
  std::vector<std::u16string> joined;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (at > 0 && broken[at - 1])
      joined.back().append(u" ").append(lines[at]);
    else
      joined.push_back(std::move(lines[at]));
  }
  lines = std::move(joined);
}

} // namespace

std::u16string cleanText(std::u16string_view text) {
  std::vector<std::u16string> lines = splitLines(text);
  joinBrokenLines(lines);
  std::u16string clean;
  clean.reserve(text.size());
  bool gap = false;
  for (const std::u16string& line : lines) {
    if (line.empty()) {
      gap = true;
      continue;
    }
    if (!clean.empty()) clean += gap ? u"\n\n" : u"\n";
    clean += line;
    gap = false;
  }
  return clean;
}

std::vector<text::Span> linesOf(std::u16string_view clean) {
  std::vector<text::Span> lines;
  for (std::size_t begin = 0; begin < clean.size();) {
    const std::size_t end = std::min(clean.find(u'\n', begin), clean.size());
    if (end > begin) lines.push_back({static_cast<std::int32_t>(begin), static_cast<std::int32_t>(end)});
    begin = end + 1;
  }
  return lines;
}

} // namespace demarche::ingest
