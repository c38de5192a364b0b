// SPDX-License-Identifier: Apache-2.0
#include "pack_folder.h"

#include "core/base/resources.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <utility>

using namespace demarche;
using namespace demarche::language;
using namespace demarche::language::test;

namespace {

/// The lines of every fenced block of the guide that is headed so.
Texts linesOf(const std::string& heading) {
  std::ifstream guide(base::installedResources().parent_path() / "docs" / "rules-guide.md");
  REQUIRE(guide.is_open());
  Texts lines;
  bool inside = false;
  for (std::string line; std::getline(guide, line);) {
    if (line.starts_with("```"))
      inside = line == "```" + heading;
    else if (inside)
      lines.push_back(line);
  }
  REQUIRE_FALSE(lines.empty());
  return lines;
}

std::string trimmed(const std::string& text) {
  return text::toUtf8(text::trimmed(text::toUtf16(text)));
}

/// `pattern :: text with [match] :: text without`.
struct Line {
  std::string pattern;
  std::string text;
  std::string match;
  std::string silent;
};

Line parse(const std::string& line) {
  const auto first = line.find(" :: ");
  const auto second = line.find(" :: ", first + 1);
  REQUIRE(second != std::string::npos);
  Line parsed{trimmed(line.substr(0, first)), trimmed(line.substr(first + 4, second - first - 4)), "",
              trimmed(line.substr(second + 4))};
  const auto open = parsed.text.find('[');
  const auto close = parsed.text.find(']');
  REQUIRE((open != std::string::npos && close != std::string::npos));
  parsed.match = parsed.text.substr(open + 1, close - open - 1);
  parsed.text.erase(close, 1).erase(open, 1);
  return parsed;
}

bool holdsHan(const std::string& text) {
  const std::u16string units = text::toUtf16(text);
  return std::any_of(units.begin(), units.end(), text::isHan);
}

} // namespace

TEST_CASE("the patterns of the guide take what it says they take") {
  std::ostringstream lexicon;
  for (const std::string& line : linesOf("toml lexicon"))
    lexicon << line << '\n';
  for (const std::string& line : linesOf("pattern")) {
    INFO(line);
    const Line shown = parse(line);
    PackFolder folder;
    folder.withHeads()
        .with("en/lexicon/guide.toml", lexicon.str())
        .with("zh/lexicon/guide.toml", lexicon.str());
    folder.withRules(rule("shown", shown.pattern)).withChineseRules(rule("shown", shown.pattern));
    const auto language =
        holdsHan(shown.pattern + shown.text) ? model::Language::chineseSimplified : model::Language::english;
    const auto knowledge = knowledgeOf(folder);
    const Texts marks = Read(knowledge, language, shown.text).marks();
    REQUIRE_FALSE(marks.empty());
    CHECK(marks.front() == "shown:" + shown.match);
    CHECK(Read(knowledge, language, shown.silent).marks() == Texts{});
  }
}
