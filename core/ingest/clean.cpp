// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/clean.h"

#include "core/text/unicode.h"

#include <algorithm>
#include <cstddef>
#include <unicode/uchar.h>
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

/// A line that may have been broken in the middle of a paragraph and goes on in the next.
bool looksBroken(std::u16string_view line, std::u16string_view next) {
  constexpr std::size_t shortest = 50;
  constexpr std::size_t longest = 100;
  return line.size() >= shortest && line.size() <= longest && u_isalpha(line.front()) != 0 &&
         u_islower(next.front()) != 0 &&
         std::u16string_view(u".!?:;|").find(line.back()) == std::u16string_view::npos;
}

/// Joins lines where the text was broken at a fixed width. Only when that is the manner of the whole text, so
/// that lists and verse stay as they are; and only Latin text, since Chinese is not broken so.
void joinBrokenLines(std::vector<std::u16string>& lines) {
  std::size_t pairs = 0;
  std::size_t broken = 0;
  for (std::size_t at = 0; at + 1 < lines.size(); ++at) {
    if (lines[at].empty() || lines[at + 1].empty()) continue;
    ++pairs;
    broken += looksBroken(lines[at], lines[at + 1]);
  }
  if (broken < 3 || broken * 2 < pairs) return;
  // From here on what is in one paragraph belongs together, unless the line above is too short to have been
  // broken.
  constexpr std::size_t shortestBroken = 45;
  std::vector<std::u16string> joined;
  std::size_t lengthAbove = 0;
  for (std::u16string& line : lines) {
    const bool goesOn = lengthAbove >= shortestBroken && !line.empty() && u_isalnum(line.front()) != 0;
    lengthAbove = line.size();
    if (goesOn)
      joined.back().append(u" ").append(line);
    else
      joined.push_back(std::move(line));
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
