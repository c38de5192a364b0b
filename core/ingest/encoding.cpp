// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/encoding.h"

#include "core/text/fold.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <unicode/ucnv.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>
#include <unordered_set>

namespace demarche::ingest {
namespace {

using base::ErrorKind;

struct Magic {
  std::string_view begins;
  std::string_view what;
};

constexpr std::array<Magic, 14> magics{{{"%PDF-", "a PDF document"},
                                        {"PK\x03\x04", "a ZIP archive or an office document"},
                                        {"\xD0\xCF\x11\xE0", "an old office document"},
                                        {"{\\rtf", "an RTF document"},
                                        {"\x89PNG", "a PNG image"},
                                        {"\xFF\xD8\xFF", "a JPEG image"},
                                        {"GIF8", "a GIF image"},
                                        {"RIFF", "a sound, film or WebP image"},
                                        {"\x1F\x8B", "a gzip archive"},
                                        {"BZh9", "a bzip2 archive"},
                                        {"7z\xBC\xAF", "a 7-Zip archive"},
                                        {"\x7F"
                                         "ELF",
                                         "a program"},
                                        {"SQLite format 3", "a database"},
                                        {"%!PS", "a PostScript document"}}};

/// Strict: no overlong forms, no surrogates.
bool isUtf8(std::string_view bytes) {
  const auto length = static_cast<std::int32_t>(bytes.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 character = 0;
    U8_NEXT(bytes.data(), at, length, character);
    if (character < 0) return false;
  }
  return true;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

Decoded convert(std::string_view bytes, Encoding encoding, const char* name) {
  Decoded result{{}, encoding, false};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(name, &status));
  if (!converter) return {{}, encoding, true};
  // No encoding gives more units than bytes but GB 18030, whose four bytes may give a pair.
  result.text.resize(bytes.size() + 2);
  const auto length =
      ucnv_toUChars(converter.get(), result.text.data(), static_cast<std::int32_t>(result.text.size()),
                    bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  result.text.resize(static_cast<std::size_t>(std::max(length, 0)));
  result.damaged = U_FAILURE(status) || result.text.find(u'\uFFFD') != std::u16string::npos;
  return result;
}

Decoded decodeUtf16(std::string_view bytes, Encoding encoding) {
  Decoded result = convert(bytes, encoding, encoding == Encoding::utf16Little ? "UTF-16LE" : "UTF-16BE");
  result.damaged |= bytes.size() % 2 != 0; // cut off within a character
  return result;
}

/// A hundred or so characters that make up a third of any Chinese news text, and its punctuation.
bool isCommonChinese(char16_t unit) {
  static const std::unordered_set<char16_t> common = [] {
    constexpr std::u16string_view characters =
        u"的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产"
        u"种面而方后多定行学法所民"
        u"得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因"
        u"由其些然前外天政四日"
        u"那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月"
        u"公无系军很情者最立代"
        u"想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组"
        u"见计别她手角期根论运"
        u"农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济"
        u"阶油思术极交受联什认"
        u"六共权收证改清己美再转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才"
        u"科张信马节话米整空元"
        u"况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千"
        u"周委素技备半办青省列"
        u"习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养"
        u"易置派层片始却专状育"
        u"厂京识适属圆包火住调满县局照参红细引听该铁价严首底液官德随病苏失尔死讲配女黄推显谈罪神艺呢席含企望"
        u"密批营项防举球英氧势"
        u"告李台落木帮轮破亚师围注远字材排供河态封另施减树溶怎止案言士均武固叶鱼波视仅费紧爱左章早朝害续轻服"
        u"试食充兵源判护司足某"
        u"，。、：；？！“”「」（）《》·　";
    return std::unordered_set<char16_t>(characters.begin(), characters.end());
  }();
  return common.contains(unit) || common.contains(text::fold(unit));
}

/// What decoded characters look like.
struct Looks {
  std::size_t ascii = 0;   ///< printable
  std::size_t western = 0; ///< accented letters, typographic marks
  std::size_t chinese = 0; ///< common characters and punctuation
  std::size_t rare = 0;    ///< anything else that means something
  std::size_t wrong = 0;   ///< controls, private use, what could not be decoded

  [[nodiscard]] std::size_t all() const { return ascii + foreign(); }
  [[nodiscard]] std::size_t foreign() const { return western + chinese + rare + wrong; }
};

Looks looksOf(std::u16string_view text) {
  Looks looks;
  for (const char16_t unit : text) {
    const bool layout = unit == u'\n' || unit == u'\r' || unit == u'\t' || unit == u'\f';
    const bool privateUse = unit >= 0xE000 && unit <= 0xF8FF;
    if ((unit < 0x20 && !layout) || (unit >= 0x7F && unit < 0xA0) || privateUse || unit == 0xFFFD)
      ++looks.wrong;
    else if (unit < 0x80)
      ++looks.ascii;
    else if (isCommonChinese(unit))
      ++looks.chinese;
    else if (unit < 0x180 || (unit >= 0x2010 && unit <= 0x2044) || unit == 0x20AC || unit == 0x2122)
      ++looks.western;
    else
      ++looks.rare;
  }
  return looks;
}

double share(double part, std::size_t all) {
  return all == 0 ? 0 : part / static_cast<double>(all);
}

/// How much a decoding looks like Chinese text; what means nothing counts against it five times.
double chineseLikeness(const Looks& looks) {
  return share(static_cast<double>(looks.chinese) - 5 * static_cast<double>(looks.wrong), looks.foreign());
}

/// High bytes that stand alone between ASCII ones: accents and quotation marks of Western text, not the first
/// halves of Chinese characters.
bool highBytesStandAlone(std::string_view bytes) {
  const auto high = [&](std::size_t at) {
    return at < bytes.size() && static_cast<unsigned char>(bytes[at]) >= 0x80;
  };
  std::size_t alone = 0;
  std::size_t all = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (!high(at)) continue;
    ++all;
    alone += !high(at + 1) && (at == 0 || !high(at - 1));
  }
  return alone * 4 >= all * 3;
}

/// UTF-16 without a mark: in the right order of bytes nearly everything is ASCII or common, in the other
/// nothing.
std::optional<Decoded> tryUtf16(std::string_view bytes) {
  constexpr std::size_t sample = 1 << 16;
  constexpr double leastPlausible = 0.4;
  const auto head = bytes.substr(0, std::min(sample, bytes.size() / 2 * 2));
  std::optional<Encoding> best;
  double most = leastPlausible;
  for (const auto encoding : {Encoding::utf16Little, Encoding::utf16Big}) {
    const Looks looks = looksOf(decodeUtf16(head, encoding).text);
    const auto plausible =
        static_cast<double>(looks.ascii + looks.chinese) + static_cast<double>(looks.western) / 2;
    const double likeness = share(plausible - 5 * static_cast<double>(looks.wrong), looks.all());
    if (likeness <= most) continue;
    most = likeness;
    best = encoding;
  }
  return best ? std::optional(decodeUtf16(bytes, *best)) : std::nullopt;
}

std::optional<Decoded> byMark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    const bool damaged = !isUtf8(bytes.substr(3));
    return Decoded{text::toUtf16(bytes.substr(3)), Encoding::utf8, damaged};
  }
  if (bytes.starts_with("\xFF\xFE")) return decodeUtf16(bytes.substr(2), Encoding::utf16Little);
  if (bytes.starts_with("\xFE\xFF")) return decodeUtf16(bytes.substr(2), Encoding::utf16Big);
  return std::nullopt;
}

Decoded byLikeness(std::string_view bytes) {
  if (highBytesStandAlone(bytes)) return convert(bytes, Encoding::windows1252, "windows-1252");
  // UTF-8 with a few bytes lost in between is still UTF-8.
  Decoded utf8{text::toUtf16(bytes), Encoding::utf8, true};
  if (const Looks looks = looksOf(utf8.text); looks.wrong * 10 < looks.foreign()) return utf8;
  Decoded gb = convert(bytes, Encoding::gb18030, "GB18030");
  Decoded big5 = convert(bytes, Encoding::big5, "windows-950");
  if (looksOf(big5.text).wrong > 0)
    big5 = convert(bytes, Encoding::big5, "Big5-HKSCS"); // Hong Kong's additions
  Decoded western = convert(bytes, Encoding::windows1252, "windows-1252");
  const double gbLikeness = chineseLikeness(looksOf(gb.text));
  const double big5Likeness = chineseLikeness(looksOf(big5.text));
  // Nearly any bytes make Western letters, so they must look much more like it.
  const Looks looks = looksOf(western.text);
  constexpr double westernHandicap = 0.3;
  if (share(static_cast<double>(looks.western), looks.foreign()) * westernHandicap >
      std::max(gbLikeness, big5Likeness))
    return western;
  return big5Likeness > gbLikeness ? big5 : gb;
}

base::Result<Decoded> noText(std::string_view what) {
  return base::fail(ErrorKind::input, fmt::format("is {}, not text; export its text first", what));
}

} // namespace

base::Result<Decoded> decode(std::string_view bytes) {
  if (auto marked = byMark(bytes)) return std::move(*marked);
  for (const Magic& magic : magics)
    if (bytes.starts_with(magic.begins)) return noText(magic.what);
  const bool zeros = bytes.find('\0') != std::string_view::npos;
  const bool strict = isUtf8(bytes);
  if (strict && !zeros) return Decoded{text::toUtf16(bytes), Encoding::utf8, false};
  if (zeros || bytes.size() % 2 == 0)
    if (auto utf16 = tryUtf16(bytes)) return std::move(*utf16);
  if (zeros) return noText("binary data");
  Decoded decoded = byLikeness(bytes);
  if (const Looks looks = looksOf(decoded.text); looks.wrong * 10 > looks.all()) return noText("binary data");
  return decoded;
}

} // namespace demarche::ingest
