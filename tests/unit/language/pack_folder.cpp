// SPDX-License-Identifier: Apache-2.0
#include "pack_folder.h"

#include "core/text/fold.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

namespace demarche::language::test {
namespace fs = std::filesystem;

PackFolder::PackFolder() {
  std::string name = (fs::temp_directory_path() / "demarche-packs-XXXXXX").string();
  REQUIRE(mkdtemp(name.data()) != nullptr);
  m_path = name;
}

PackFolder::~PackFolder() {
  std::error_code ignored;
  fs::remove_all(m_path, ignored);
}

PackFolder& PackFolder::with(const std::string& name, std::string_view content) {
  const fs::path file = m_path / (name.starts_with("gazetteer/") ? name : "language/" + name);
  fs::create_directories(file.parent_path());
  std::ofstream(file) << content;
  return *this;
}

PackFolder& PackFolder::withHeads() {
  with("en/pack.toml", "language = \"en\"\nscript = \"words\"\n");
  return with("zh/pack.toml", "language = \"zh\"\nscript = \"characters\"\n");
}

PackFolder& PackFolder::withRules(std::string_view rules) {
  return with("en/rules/rules.toml", "stage = 1\nemits = \"mark\"\n" + std::string(rules));
}

PackFolder& PackFolder::withChineseRules(std::string_view rules) {
  return with("zh/rules/rules.toml", "stage = 1\nemits = \"mark\"\n" + std::string(rules));
}

std::string rule(std::string_view name, std::string_view pattern, std::string_view more) {
  std::string text =
      "[[rule]]\nname = \"" + std::string(name) + "\"\npattern = '''" + std::string(pattern) + "'''\n";
  text += "examples = [{ text = \"x\", match = \"x\" }]\ncounterexamples = [\"y\"]\n";
  return text + std::string(more) + "\n";
}

Loaded load(const std::vector<fs::path>& folders) {
  Loaded loaded;
  auto result = Knowledge::load(folders, &loaded.problems);
  REQUIRE(result.has_value());
  loaded.knowledge = *result;
  return loaded;
}

std::shared_ptr<const Knowledge> knowledgeOf(const PackFolder& folder) {
  const Loaded loaded = load({folder.path()});
  CHECK(told(loaded.problems) == Texts{});
  return loaded.knowledge;
}

Read::Read(std::shared_ptr<const Knowledge> knowledge, model::Language language, std::string_view text)
    : m_knowledge(std::move(knowledge)), m_text(text::toUtf16(text)) {
  m_reading =
      m_knowledge->pack(language).read(text::fold(m_text), {0, static_cast<std::int32_t>(m_text.size())});
}

Texts Read::marks() const {
  Texts found;
  for (const Mark& mark : m_reading.marks)
    found.push_back(mark.rule->name + ":" + words(mark.span));
  return found;
}

Texts Read::hits() const {
  Texts found;
  for (const Hit& hit : m_reading.hits)
    found.push_back(std::string(hit.entry->cls) + ":" + words(hit.span));
  return found;
}

std::string Read::words(text::Span span) const {
  return text::toUtf8(text::slice(m_text, span));
}

std::string Read::slot(std::string_view name) const {
  REQUIRE(m_reading.marks.size() == 1);
  const Slot* slot = m_reading.marks[0].slot(name);
  return slot == nullptr ? "" : words(slot->span);
}

Read english(const PackFolder& folder, std::string_view text) {
  return {knowledgeOf(folder), model::Language::english, text};
}

Read chinese(const PackFolder& folder, std::string_view text) {
  return {knowledgeOf(folder), model::Language::chineseSimplified, text};
}

Texts told(const std::vector<Problem>& problems) {
  Texts lines;
  for (const Problem& problem : problems)
    lines.push_back(problem.origin.str() + ": " + problem.message);
  return lines;
}

bool tells(const std::vector<Problem>& problems, std::string_view origin, std::string_view part) {
  return std::any_of(problems.begin(), problems.end(), [&](const Problem& problem) {
    return problem.origin.str() == origin && problem.message.find(part) != std::string::npos;
  });
}

} // namespace demarche::language::test
