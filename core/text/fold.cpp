// SPDX-License-Identifier: Apache-2.0
#include "core/text/fold.h"

#include "core/text/han_pairs.h"

#include <array>
#include <memory>
#include <string_view>

namespace demarche::text {
namespace {

using Table = std::array<char16_t, 0x10000>;

// Variants that stand in pages from Taiwan, Hong Kong and Japan's agencies, or come from old fonts, and that
// ICU leaves as they are.
constexpr std::u16string_view regionalPairs =
    u"麪面衞卫峯峰嶽岳妳你隣邻滙汇厰厂縂总黒黑値值眞真尙尚敎教淸清緖绪靑青濶阔査查揹背倂并汚污榦干柺拐痺痹恊"
    u"协囯国甦苏呑吞"
    u"啓启寃冤戸户旣既曡叠槪概櫈凳殭僵竝并糉粽罸罚聨联脩修襃褒覩睹郞郎鄕乡闗关隂阴鬪斗寳宝煑煮緜绵拏拿宂冗";

void mapPairs(Table& table, std::u16string_view pairs) {
  for (std::size_t at = 0; at + 1 < pairs.size(); at += 2)
    table[pairs[at]] = pairs[at + 1];
}

void mapEach(Table& table, std::u16string_view from, char16_t to) {
  for (const char16_t unit : from)
    table[unit] = to;
}

void mapRange(Table& table, char16_t first, char16_t last, char16_t to, bool counting) {
  for (std::uint32_t unit = first; unit <= last; ++unit)
    table[unit] = counting ? static_cast<char16_t>(to + (unit - first)) : to;
}

std::unique_ptr<const Table> buildTable() {
  auto table = std::make_unique<Table>();
  mapRange(*table, 0, 0xFFFF, 0, true);
  mapPairs(*table, hanPairs);
  mapPairs(*table, regionalPairs);
  mapRange(*table, 0xFF01, 0xFF5E, u'!', true); // full-width forms of ASCII
  mapEach(*table, u"\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB\u300C\u300D\uFF62\uFF63", u'"');
  mapEach(*table, u"\u2018\u2019\u201A\u201B\u2032\u300E\u300F", u'\'');
  mapEach(*table, u"\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE63", u'-');
  // The dot between the parts of a foreign name; each region has its own.
  mapEach(*table, u"\u2022\u2027\u2219\u22C5\u30FB\uFF65", u'\u00B7');
  mapEach(*table, u"\uFF61", u'\u3002');
  mapEach(*table, u"\uFF64", u'\u3001');
  mapEach(*table, u"\u00A0\u202F\u205F\u3000\u2060\uFEFF", u' ');
  mapRange(*table, 0x2000, 0x200D, u' ', false);
  return table;
}

const Table& foldTable() {
  static const std::unique_ptr<const Table> table = buildTable();
  return *table;
}

} // namespace

std::u16string fold(std::u16string_view text) {
  const Table& table = foldTable();
  std::u16string result(text);
  for (char16_t& unit : result)
    unit = table[unit];
  return result;
}

char16_t fold(char16_t unit) {
  return foldTable()[unit];
}

} // namespace demarche::text
