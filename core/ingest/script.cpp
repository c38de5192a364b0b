// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/script.h"

#include "core/text/fold.h"
#include "core/text/unicode.h"

#include <memory>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <vector>

namespace demarche::ingest {
namespace {

enum class Side : unsigned char { both, traditional, simplified };

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

/// Whether an old national character set has a character: what Big5 lacks is not written in Taiwan, what
/// GB 2312 lacks is not written on the mainland.
class CharacterSet {
 public:
  explicit CharacterSet(const char* name) {
    UErrorCode status = U_ZERO_ERROR;
    m_converter.reset(ucnv_open(name, &status));
    if (m_converter)
      ucnv_setFromUCallBack(m_converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  }

  [[nodiscard]] bool has(char16_t unit) const {
    char bytes[8];
    UErrorCode status = U_ZERO_ERROR;
    return ucnv_fromUChars(m_converter.get(), bytes, sizeof bytes, &unit, 1, &status) > 0 &&
           U_SUCCESS(status);
  }

 private:
  std::unique_ptr<UConverter, CloseConverter> m_converter;
};

constexpr char16_t firstHan = 0x4E00;
constexpr char16_t lastHan = 0x9FFF;

/// Characters that folding changes are traditional, characters that it makes are simplified, unless the other
/// side writes them too (后, 里, 乾).
std::vector<Side> buildSides() {
  const CharacterSet big5("Big5");
  const CharacterSet gb2312("EUC-CN");
  std::vector<Side> sides(lastHan - firstHan + 1, Side::both);
  for (char16_t unit = firstHan; unit <= lastHan; ++unit) {
    const char16_t plain = text::fold(unit);
    if (plain == unit) continue;
    if (!gb2312.has(unit)) sides[unit - firstHan] = Side::traditional;
    if (plain >= firstHan && plain <= lastHan && !big5.has(plain)) sides[plain - firstHan] = Side::simplified;
  }
  return sides;
}

Side sideOf(char16_t unit) {
  static const std::vector<Side> sides = buildSides();
  return unit >= firstHan && unit <= lastHan ? sides[unit - firstHan] : Side::both;
}

} // namespace

void ScriptCount::add(const ScriptCount& other) {
  latin += other.latin;
  han += other.han;
  traditional += other.traditional;
  simplified += other.simplified;
}

bool ScriptCount::chinese() const {
  // A Chinese sentence may name people in Latin letters, four or five to a character.
  return han > 0 && han * 5 >= latin;
}

model::Language ScriptCount::language() const {
  if (!chinese()) return latin > 0 ? model::Language::english : model::Language::unknown;
  if (traditional > simplified) return model::Language::chineseTraditional;
  return simplified > traditional ? model::Language::chineseSimplified : model::Language::unknown;
}

ScriptCount countScripts(std::u16string_view text) {
  ScriptCount count;
  for (const char16_t unit : text) {
    if (unit < 0x80) {
      count.latin += (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z');
    } else if (text::isHan(unit)) {
      ++count.han;
      count.traditional += sideOf(unit) == Side::traditional;
      count.simplified += sideOf(unit) == Side::simplified;
    } else {
      count.latin += u_isalpha(unit) != 0;
    }
  }
  return count;
}

} // namespace demarche::ingest
