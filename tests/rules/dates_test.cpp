// SPDX-License-Identifier: Apache-2.0
// The grammar of dates, held to sentences beside what must be read from them: dates/*.txt. What is Chinese is
// read in both scripts.

#include "core/base/resources.h"
#include "core/extract/times/report.h"
#include "core/language/knowledge.h"
#include "core/text/unicode.h"
#include "core/time/edtf.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <memory>
#include <string>
#include <unicode/translit.h>
#include <vector>

using namespace demarche;

namespace {

struct Wanted {
  int begin = 0; ///< in code points, as reported times are
  int end = 0;
  std::string value;
};

struct Case {
  int line = 0;
  std::string written;
  std::string text;
  std::vector<Wanted> wanted;
};

int codePoints(std::string_view utf8) {
  return static_cast<int>(std::count_if(
      utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string traditional(const std::string& simplified) {
  static const auto transliterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>(
        icu::Transliterator::createInstance("Simplified-Traditional", UTRANS_FORWARD, status));
  }();
  REQUIRE(transliterator);
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(simplified);
  transliterator->transliterate(text);
  std::string result;
  return text.toUTF8String(result);
}

std::string same(const std::string& text) {
  return text;
}

/// "2023-07-13 They met on [July 12 = 2023-07-12]."
template <typename Script>
Case caseOf(int number, const std::string& line, const Script& script) {
  Case result{.line = number, .written = line.substr(0, 10), .text = {}, .wanted = {}};
  std::size_t at = 11;
  for (std::size_t open; (open = line.find('[', at)) != std::string::npos;) {
    const std::size_t equals = line.find(" = ", open);
    const std::size_t close = line.find(']', open);
    REQUIRE(equals < close);
    result.text += script(line.substr(at, open - at));
    const int begin = codePoints(result.text);
    result.text += script(line.substr(open + 1, equals - open - 1));
    result.wanted.push_back({begin, codePoints(result.text), line.substr(equals + 3, close - equals - 3)});
    at = close + 1;
  }
  result.text += script(line.substr(at));
  return result;
}

template <typename Script>
std::vector<Case> casesOf(const std::string& file, const Script& script) {
  std::ifstream in(DATES_FOLDER "/" + file);
  REQUIRE(in);
  std::vector<Case> cases;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (!line.empty() && line.front() != '#') cases.push_back(caseOf(number, line, script));
  }
  return cases;
}

void checkCases(const std::string& file, const std::vector<Case>& cases) {
  const auto knowledge = language::Knowledge::load({base::installedResources()});
  REQUIRE(knowledge);
  for (const Case& c : cases) {
    const auto times = extract::timesOfText(c.text, **knowledge, *time::Edtf::parse(c.written));
    std::string found;
    bool right = true;
    for (const auto& time : times)
      found += " [" + time.text + " = " + time.edtf + "]";
    for (const Wanted& wanted : c.wanted) {
      int over = 0;
      for (const auto& time : times) {
        if (time.begin >= wanted.end || wanted.begin >= time.end) continue;
        ++over;
        right = right && time.edtf == wanted.value;
      }
      right = right && (over == 1 || (over == 0 && wanted.value == "unknown"));
    }
    for (const auto& time : times)
      right = right && (time.edtf == "unknown" ||
                        std::any_of(c.wanted.begin(), c.wanted.end(), [&](const Wanted& wanted) {
                          return time.begin < wanted.end && wanted.begin < time.end;
                        }));
    if (!right) FAIL_CHECK(file << ":" << c.line << ": \"" << c.text << "\" is read as" << found);
  }
  CHECK(cases.size() > 300);
}

} // namespace

TEST_CASE("dates of English news are read as their grammar says") {
  checkCases("en.txt", casesOf("en.txt", same));
}

TEST_CASE("dates of Chinese news are read as their grammar says") {
  checkCases("zh.txt", casesOf("zh.txt", same));
}

TEST_CASE("dates of Chinese news in traditional characters are read as in simplified ones") {
  checkCases("zh.txt", casesOf("zh.txt", traditional));
}
