// SPDX-License-Identifier: Apache-2.0
#include "pack_folder.h"

#include "core/base/resources.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
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

/// All that the sources of the checker say, without the seams of long texts and without back quotes.
std::string saidBySources() {
  std::string said;
  const auto core = base::installedResources().parent_path() / "core";
  for (const char* room : {"language", "extract", "time"})
    for (const auto& file : std::filesystem::recursive_directory_iterator(core / room)) {
      if (file.path().extension() != ".cpp") continue;
      std::ifstream in(file.path());
      said.append(std::istreambuf_iterator<char>(in), {});
    }
  std::string plain;
  for (std::size_t at = 0; at < said.size(); ++at) {
    if (said[at] == '"' && at + 1 < said.size() && said[at + 1] == '\n') { // "one " newline "text"
      const std::size_t next = said.find_first_not_of(" \n", at + 1);
      if (next != std::string::npos && said[next] == '"') {
        at = next;
        continue;
      }
    }
    if (said[at] != '`' && said[at] != '\\') plain += said[at];
  }
  return plain;
}

/// The pieces of a message between what is filled in.
Texts piecesOf(const std::string& message) {
  constexpr std::string_view gap = "…";
  Texts pieces;
  std::size_t at = 0;
  while (at <= message.size()) {
    const std::size_t end = std::min(message.find(gap, at), message.size());
    if (const std::string piece = trimmed(message.substr(at, end - at)); piece.size() > 2)
      pieces.push_back(piece);
    at = end + gap.size();
  }
  return pieces;
}

/// The messages that the guide explains: what stands in back quotes in the first column of its table.
Texts explainedMessages() {
  std::ifstream guide(base::installedResources().parent_path() / "docs" / "rules-guide.md");
  Texts messages;
  bool inside = false;
  for (std::string line; std::getline(guide, line);) {
    inside = inside || line.starts_with("| message |");
    if (!inside || !line.starts_with("| `")) continue;
    const std::string column = line.substr(2, line.find(" |", 2) - 2);
    for (std::size_t open = column.find('`'); open != std::string::npos;) {
      const std::size_t close = column.find('`', open + 1);
      messages.push_back(column.substr(open + 1, close - open - 1));
      open = column.find('`', close + 1);
    }
  }
  return messages;
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

TEST_CASE("the messages that the guide explains are those of the checker") {
  const std::string said = saidBySources();
  const Texts messages = explainedMessages();
  CHECK(messages.size() > 30);
  for (const std::string& message : messages)
    for (const std::string& piece : piecesOf(message))
      if (said.find(piece) == std::string::npos)
        FAIL_CHECK("\"" << message << "\": nobody says \"" << piece << "\"");
}
