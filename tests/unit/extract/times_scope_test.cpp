// SPDX-License-Identifier: Apache-2.0
#include "core/base/resources.h"
#include "core/extract/times/report.h"
#include "core/ingest/ingest.h"
#include "core/text/unicode.h"
#include "tests/unit/extract/reading.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

using namespace demarche;

namespace {

const language::Knowledge& timeKnowledge() {
  static const auto loaded =
      language::Knowledge::load(base::resourceFolders(), nullptr, extract::scopeOfTimes());
  REQUIRE(loaded.has_value());
  return **loaded;
}

std::vector<std::string> timesIn(const std::string& text, const language::Knowledge& knowledge) {
  std::vector<std::string> times;
  for (const extract::ReportedTime& time :
       extract::timesOfText(text, knowledge, *time::Edtf::parse("2021-03-20")))
    times.push_back(std::to_string(time.begin) + "-" + std::to_string(time.end) + " " + time.text + " " +
                    time.timex + " " + time.edtf + " " + time.why);
  return times;
}

} // namespace

TEST_CASE("knowledge of times alone gives the times that all knowledge gives, in every sample") {
  std::size_t found = 0;
  for (const auto& file : std::filesystem::directory_iterator(base::installedResources() / "samples")) {
    const auto document = ingest::readFile(file.path());
    REQUIRE(document.has_value());
    const std::string text = text::toUtf8(document->text);
    const auto times = timesIn(text, timeKnowledge());
    CHECK(times == timesIn(text, extract::knowledge()));
    found += times.size();
  }
  CHECK(found > 100);
}

TEST_CASE("knowledge of times alone gives the times that all knowledge gives, in every example of a rule") {
  for (const auto& pack : extract::knowledge().packs())
    for (const language::Rule& rule : pack->rules()) {
      for (const language::Example& example : rule.examples)
        CHECK(timesIn(example.text, timeKnowledge()) == timesIn(example.text, extract::knowledge()));
      for (const language::Example& example : rule.counterexamples)
        CHECK(timesIn(example.text, timeKnowledge()) == timesIn(example.text, extract::knowledge()));
    }
}

TEST_CASE("knowledge of times alone has no names and no rules of events") {
  CHECK(timeKnowledge().gazetteer().persons.empty());
  for (const auto& pack : timeKnowledge().packs())
    for (const language::Rule& rule : pack->rules())
      CHECK(rule.cls != "event");
  CHECK(timeKnowledge().digest() == extract::knowledge().digest());
}
