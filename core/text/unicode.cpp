// SPDX-License-Identifier: Apache-2.0
#include "core/text/unicode.h"

#include <algorithm>
#include <cassert>
#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

namespace demarche::text {
namespace {

constexpr char32_t replacement = 0xFFFD;

} // namespace

std::u16string toUtf16(std::string_view utf8) {
  // Never more units than bytes: one byte gives at most one, four bytes a pair.
  std::u16string result(utf8.size(), u'\0');
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t length = 0;
  u_strFromUTF8WithSub(result.data(), static_cast<std::int32_t>(result.size()), &length, utf8.data(),
                       static_cast<std::int32_t>(utf8.size()), replacement, nullptr, &status);
  assert(U_SUCCESS(status));
  result.resize(static_cast<std::size_t>(length));
  return result;
}

std::string toUtf8(std::u16string_view utf16) {
  std::string result(utf16.size() * 3, '\0'); // a unit gives at most three bytes, a pair four
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t length = 0;
  u_strToUTF8WithSub(result.data(), static_cast<std::int32_t>(result.size()), &length, utf16.data(),
                     static_cast<std::int32_t>(utf16.size()), replacement, nullptr, &status);
  assert(U_SUCCESS(status));
  result.resize(static_cast<std::size_t>(length));
  return result;
}

std::u16string_view slice(std::u16string_view text, Span span) {
  const auto size = static_cast<std::int32_t>(text.size());
  const std::int32_t begin = std::clamp(span.begin, 0, size);
  const std::int32_t end = std::clamp(span.end, begin, size);
  return text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

CodePointIndex::CodePointIndex(std::u16string_view text) {
  const auto isLead = [](char16_t unit) { return U16_IS_LEAD(unit); };
  const auto last = static_cast<std::int32_t>(text.size()) - 1;
  for (auto at = findUnit(text, 0, last, isLead); at < last; at = findUnit(text, at + 1, last, isLead))
    if (U16_IS_TRAIL(text[static_cast<std::size_t>(at) + 1])) m_pairs.push_back(at++);
}

std::int32_t CodePointIndex::toCodePoints(std::int32_t utf16) const {
  // A pair that begins before the position, even one that it would cut, has one unit too many.
  const auto before = std::lower_bound(m_pairs.begin(), m_pairs.end(), utf16) - m_pairs.begin();
  return utf16 - static_cast<std::int32_t>(before);
}

std::int32_t CodePointIndex::toUtf16(std::int32_t codePoints) const {
  // The n-th pair stands n code points earlier than its UTF-16 position.
  std::size_t low = 0;
  std::size_t high = m_pairs.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (m_pairs[middle] - static_cast<std::int32_t>(middle) < codePoints)
      low = middle + 1;
    else
      high = middle;
  }
  return codePoints + static_cast<std::int32_t>(low);
}

bool isSpace(char16_t unit) {
  if (unit < 0x80) return unit == u' ' || (unit >= u'\t' && unit <= u'\r');
  const bool zeroWidth = (unit >= 0x200B && unit <= 0x200D) || unit == 0x2060 || unit == 0xFEFF;
  return zeroWidth || u_isUWhiteSpace(unit) != 0;
}

bool isHan(char16_t unit) {
  if (unit < 0x2E80) return false;
  if (unit >= 0x3400 && unit <= 0x9FFF) return unit <= 0x4DBF || unit >= 0x4E00;
  if (unit >= 0xD840 && unit <= 0xD8BF) return true; // leads the ideographic planes 2 and 3
  return unit == 0x3005 || unit == 0x3007 || (unit >= 0x2E80 && unit <= 0x2FD5) ||
         (unit >= 0xF900 && unit <= 0xFAFF);
}

std::u16string_view trimmed(std::u16string_view text) {
  while (!text.empty() && isSpace(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && isSpace(text.back()))
    text.remove_suffix(1);
  return text;
}

} // namespace demarche::text
