// SPDX-License-Identifier: Apache-2.0
// Whatever stands beside what: the words of all rules' examples, in any order, with anything between them.

#include "core/base/resources.h"
#include "core/extract/times/report.h"
#include "core/language/knowledge.h"
#include "core/time/edtf.h"
#include "core/time/timex3.h"

#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace demarche;

namespace {

constexpr int soups = 10'000;
constexpr unsigned seed = 20'230'712;
constexpr std::size_t longestSoup = 8;

/// What the rules of times give as their examples.
std::vector<std::string> expressions(const language::Knowledge& knowledge) {
  std::set<std::string> found;
  for (const auto& pack : knowledge.packs())
    for (const language::Rule& rule : pack->rules())
      for (const language::Example& example : rule.examples)
        if (!example.value.empty()) found.insert(example.match);
  return {found.begin(), found.end()};
}

const std::vector<std::string> separators{"",     " ",     " ",     ", ",       ". ",      "\n", "-",  "–",
                                          " to ", " and ", "/",     "(",        ")",       "至", "到", "、",
                                          "。",   " of ",  ",",     "    ",     "'s",      "的", "和", "前",
                                          "后",   "以来",  "from ", "between ", "before ", "\t"};
const std::vector<std::string> junk{
    "0",        "31",           "2023",       "二十",         "13/13/13",
    "the",      "月",           "日",         "年",           "第",
    "周",       "March",        "May",        "Sun",          "\xF0\x9F\x98\x80",
    "99999999", "1.5%",         "٣",          "２０",         "9/11",
    "$2019",    "\xEF\xBF\xBD", "week",       "quarter",      "last",
    "上",       "下",           "个",         "\xE2\x80\x8B", "Ⅳ",
    "廿",       "农历",         "February 30"};

class Cook {
 public:
  explicit Cook(std::vector<std::string> expressions) : m_expressions(std::move(expressions)) {}

  std::string soup() {
    std::string text;
    for (std::size_t pieces = 1 + any(longestSoup); pieces > 0; --pieces) {
      text += of(any(4) == 0 ? junk : m_expressions);
      text += of(separators);
    }
    return text;
  }

  std::string written() {
    if (any(8) == 0) return "unknown";
    const auto first = time::Day(std::chrono::year(1980) / 1 / 1);
    const time::Edtf day = time::Edtf::day(first + std::chrono::days(any(20'000)));
    if (any(8) != 0) return day.str();
    return day.str() + "/" + day.plusDays(static_cast<int>(1 + any(40)))->str();
  }

 private:
  std::size_t any(std::size_t limit) { return m_random() % limit; }
  const std::string& of(const std::vector<std::string>& pieces) { return pieces[any(pieces.size())]; }

  std::vector<std::string> m_expressions;
  std::mt19937 m_random{seed};
};

/// What is wrong with the times that were read, if anything.
std::string faultOf(const std::vector<extract::ReportedTime>& times) {
  std::int32_t end = 0;
  for (const extract::ReportedTime& time : times) {
    if (time.begin < end || time.end <= time.begin) return "overlaps the one before: " + time.text;
    end = time.end;
    const auto date = time::Edtf::parse(time.edtf);
    if (!date || date->str() != time.edtf) return "no EDTF: " + time.edtf;
    if (time.why.empty()) return "no reason: " + time.text;
    if (time.timex.empty()) continue;
    const auto timex = time::Timex3::parse(time.timex);
    if (!timex || timex->value() != time.timex) return "no TIMEX3: " + time.timex;
    if (timex->namesDate() == date->unknown()) return "one says more: " + time.edtf + " " + time.timex;
    if (timex->namesDate() && !timex->bounds()->overlaps(*date->bounds()))
      return "they differ: " + time.edtf + " " + time.timex;
  }
  return {};
}

} // namespace

TEST_CASE("times in any company do not overlap, and are valid EDTF and TIMEX3") {
  const auto knowledge = language::Knowledge::load({base::installedResources()});
  REQUIRE(knowledge);
  Cook cook(expressions(**knowledge));
  int found = 0;
  for (int i = 0; i < soups; ++i) {
    const std::string text = cook.soup();
    const std::string written = cook.written();
    const auto times = extract::timesOfText(text, **knowledge, *time::Edtf::parse(written));
    found += static_cast<int>(times.size());
    const std::string fault = faultOf(times);
    if (!fault.empty())
      FAIL_CHECK("soup " << i << ", written " << written << ", \"" << text << "\": " << fault);
  }
  CHECK(found > soups);
}
