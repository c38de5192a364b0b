// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/labels.h"
#include "core/text/unicode.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace fs = std::filesystem;
using namespace demarche;
using ingest::Label;
using ingest::Labels;

namespace {

const Labels& installed() {
  const auto& labels = Labels::installed();
  REQUIRE(labels.has_value());
  return *labels;
}

Label labelOf(std::u16string_view line) {
  return installed().of(line).label;
}

base::Result<Labels> readFrom(const std::string& toml) {
  const fs::path folder = fs::temp_directory_path() / ("demarche-labels-test-" + std::to_string(getpid()));
  fs::create_directories(folder / "ingest");
  std::ofstream(folder / "ingest" / "page.toml") << toml;
  auto labels = Labels::read({folder});
  fs::remove_all(folder);
  return labels;
}

} // namespace

TEST_CASE("a label is known in either script, any case and any decoration") {
  for (const auto* line : {u"READ MORE", u"Read more:", u"▼延伸閱讀", u"【相关阅读】", u"▶ 相關閱讀",
                           u"相关 的 ：", u"RELATED: A ship sinks"})
    CHECK(labelOf(line) == Label::teaser);
  CHECK(labelOf(u"Comments (12)") == Label::comments);
  CHECK(labelOf(u"-- 全部評論 (3) --") == Label::comments);
  CHECK(labelOf(u"（責任編輯：某某）") == Label::credit);
  CHECK(labelOf(u"© 2024 The Harbour Post") == Label::furniture);
}

TEST_CASE("a label within a word or before running text is none") {
  for (const auto* line : {u"Related parties met in the town hall.", u"Sharegrounds reopen after the storm",
                           u"Comments by the minister were not welcome.", u"编辑部举行了一次会谈。",
                           u"相关人士说，会谈将继续。", u"Sources close to the envoy denied it."})
    CHECK(labelOf(line) == Label::none);
}

TEST_CASE("a line that is longer than machinery ever is has no label") {
  const std::u16string line = u"READ MORE: " + std::u16string(ingest::longestLabelled, u'x');
  CHECK(labelOf(line) == Label::none);
}

TEST_CASE("the words after a label are found") {
  CHECK(text::toUtf8(installed().without(u"作者：某某", Label::byline)) == "某某");
  CHECK(text::toUtf8(installed().without(u"By Ann Writer", Label::byline)) == "Ann Writer");
  CHECK(text::toUtf8(installed().without(u"Byron Writer", Label::byline)) == "Byron Writer");
}

TEST_CASE("an analyst's own labels are read") {
  const auto labels = readFrom("[teaser]\nheads = [\"Mehr zum Thema\"]\n");
  REQUIRE(labels.has_value());
  CHECK(labels->of(u"Mehr zum Thema").label == Label::teaser);
}

TEST_CASE("a mistake in the file is named with its line") {
  for (const auto* toml : {"# comment\n[teasers]\nheads = [\"x\"]\n", "[teaser]\nstarts = [\"x\"]\n",
                           "[teaser]\nheads = [1]\n", "[teaser]\nheads = [\"x\"\n"}) {
    const auto labels = readFrom(toml);
    REQUIRE_FALSE(labels.has_value());
    CHECK(labels.error().message.find("page.toml:") != std::string::npos);
  }
  CHECK(readFrom("# comment\n[teasers]\nheads = [\"x\"]\n").error().message.find("page.toml:2:") !=
        std::string::npos);
}

TEST_CASE("without the resource nothing is guessed") {
  const auto labels = Labels::read({"/nowhere"});
  REQUIRE_FALSE(labels.has_value());
  CHECK(labels.error().kind == base::ErrorKind::notFound);
}
