// SPDX-License-Identifier: Apache-2.0
#include "core/language/pack_loader.h"

#include "core/language/report.h"
#include "core/language/toml_table.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <string_view>

namespace demarche::language {
namespace {

bool isClassName(std::string_view name) {
  const auto isSmall = [](char c) { return c >= 'a' && c <= 'z'; };
  return !name.empty() && isSmall(name.front()) && std::all_of(name.begin(), name.end(), [&](char c) {
    return isSmall(c) || (c >= '0' && c <= '9') || c == '-';
  });
}

/// Where a file belongs: `en/rules/meeting.toml` → language `en`, part `rules`.
struct PackPart {
  std::string_view language;
  std::string_view part;
};

PackPart partOf(std::string_view name) {
  const auto slash = name.find('/');
  const std::string_view rest = name.substr(slash + 1);
  return {name.substr(0, slash), rest.substr(0, rest.find('/'))};
}

class PackReader {
 public:
  PackReader(PackSource& pack, std::vector<Problem>& problems) : m_pack(pack), m_problems(problems) {}

  void read(const ResourceFile& file) {
    const std::optional<toml::table> root = parseToml(file, m_problems);
    if (!root) return;
    m_file = &file;
    const std::string_view part = partOf(file.name).part;
    if (part == "pack.toml") readHead(*root);
    if (part == "lexicon") readLexicon(*root);
    if (part == "rules") readRules(*root);
  }

  [[nodiscard]] bool hasHead() const { return m_hasHead; }

 private:
  TomlTable open(const toml::table& table) { return {table, m_file->name, m_problems}; }

  void readHead(const toml::table& root) {
    TomlTable table = open(root);
    const std::string language = table.text("language");
    if (!language.empty() && language != m_pack.language)
      table.complain(
          table.originOf("language"),
          fmt::format("`language` is \"{}\", but the folder is named {}", language, m_pack.language));
    const std::string script = table.text("script");
    if (!script.empty() && script != "words" && script != "characters")
      table.complain(table.originOf("script"), "`script` must be \"words\" or \"characters\"");
    for (std::string& word : table.texts("abbreviations"))
      m_pack.abbreviations.push_back(std::move(word));
    if (const toml::node* node = table.find("grammar"); node != nullptr) readGrammar(table, *node);
    table.finish();
    if (m_hasHead) return;
    m_pack.script = script == "characters" ? Script::characters : Script::words;
    m_pack.grammar.noSpaces = m_pack.script == Script::characters;
    m_hasHead = true;
  }

  /// Of several folders the first that says a thing is believed.
  void readGrammar(TomlTable& head, const toml::node& node) {
    const toml::table* source = node.as_table();
    if (source == nullptr) return head.complain(head.originOf(node), "`grammar` must be a table");
    TomlTable table = open(*source);
    for (const GrammarKey& key : grammarKeys) {
      const toml::node* value = table.find(key.name);
      const bool holds = table.flagOr(key.name, false);
      if (value != nullptr && value->is_boolean() && m_grammar.insert(key.name).second)
        m_pack.grammar.*key.flag = holds;
    }
    table.finish();
  }

  void readLexicon(const toml::table& root) {
    TomlTable file = open(root);
    for (const auto& [key, node] : root) {
      const std::string name(key.str());
      const toml::table* table = node.as_table();
      if (table == nullptr || !isClassName(name)) {
        file.complain(
            file.originOf(node),
            fmt::format("`{}` is not a class: write [name] in small letters, digits and hyphens", name));
        continue;
      }
      readClass(name, *table);
    }
  }

  void readClass(const std::string& name, const toml::table& source) {
    TomlTable table = open(source);
    LexiconClass cls{name, {}, table.origin()};
    if (table.find("forms") != nullptr) cls.entries.push_back({table.texts("forms"), {}, table.origin()});
    for (const toml::table* entry : table.tables("entries"))
      if (std::optional<LexiconEntry> read = readEntry(*entry)) cls.entries.push_back(std::move(*read));
    if (table.find("forms") == nullptr && table.find("entries") == nullptr)
      table.complain(table.origin(), fmt::format("class `{}` has neither `entries` nor `forms`", name));
    table.finish();
    if (isNew(m_classes, name, table, "class")) m_pack.classes.push_back(std::move(cls));
  }

  std::optional<LexiconEntry> readEntry(const toml::table& source) {
    TomlTable table = open(source);
    LexiconEntry entry{table.texts("forms"), {}, table.origin()};
    if (entry.forms.empty()) table.complain(table.origin(), "an entry needs `forms`");
    for (const auto& [key, node] : source)
      if (key.str() != "forms") addField(table, key.str(), entry.fields);
    return table.finish() ? std::optional(std::move(entry)) : std::nullopt;
  }

  void addField(TomlTable& table, std::string_view key, std::vector<SourceField>& fields) {
    const toml::node* node = table.find(key);
    if (const auto* number = node->as_integer(); number != nullptr)
      fields.push_back({std::string(key), number->get()});
    else if (const auto* text = node->as_string(); text != nullptr)
      fields.push_back({std::string(key), text->get()});
    else
      table.complain(table.originOf(*node), fmt::format("`{}` must be a whole number or a text", key));
  }

  void readRules(const toml::table& root) {
    TomlTable table = open(root);
    const std::optional<std::int64_t> stage = table.number("stage");
    if (!stage) table.complain(table.origin(), "`stage` is missing");
    const std::string emits = table.text("emits");
    if (!emits.empty() && !isClassName(emits))
      table.complain(table.originOf("emits"), "`emits` must be a name in small letters, digits and hyphens");
    const std::vector<const toml::table*> rules = table.tables("rule");
    if (!table.finish()) return;
    for (const toml::table* rule : rules)
      readRule(*rule, *stage, emits);
  }

  void readRule(const toml::table& source, std::int64_t stage, const std::string& emits) {
    TomlTable table = open(source);
    RuleSource read;
    read.stage = stage;
    read.rule.name = table.text("name");
    read.rule.cls = emits;
    read.rule.origin = table.origin();
    read.pattern = {table.text("pattern"), table.originOf("pattern")};
    read.rule.pattern = read.pattern.text;
    read.rule.rank =
        static_cast<int>(std::clamp<std::int64_t>(table.number("rank").value_or(0), -1000, 1000));
    read.unlessBefore = readContext(table, "unless_before");
    read.unlessAfter = readContext(table, "unless_after");
    read.onlyBefore = readContext(table, "only_before");
    read.onlyAfter = readContext(table, "only_after");
    readEmit(table, read.emit);
    readExamples(table, read.rule);
    if (table.finish() && isNew(m_rules, read.rule.name, table, "rule"))
      m_pack.rules.push_back(std::move(read));
  }

  PatternSource readContext(TomlTable& table, std::string_view key) {
    if (table.find(key) == nullptr) return {};
    return {table.text(key), table.originOf(key)};
  }

  void readEmit(TomlTable& table, std::vector<SourceField>& emit) {
    const toml::node* node = table.find("emit");
    if (node == nullptr) return;
    if (const toml::table* fields = node->as_table(); fields != nullptr) {
      TomlTable inner = open(*fields);
      for (const auto& [key, value] : *fields)
        addField(inner, key.str(), emit);
      if (inner.finish()) return;
    }
    table.complain(table.originOf(*node), "`emit` must be a table of whole numbers and texts");
  }

  void readExamples(TomlTable& table, Rule& rule) {
    for (const toml::table* source : table.tables("examples")) {
      TomlTable inner = open(*source);
      rule.examples.push_back({inner.text("text"), inner.text("match"), inner.textOr("value", ""),
                               inner.textOr("written", ""), inner.origin()});
      if (!inner.finish()) table.complain(inner.origin(), "this example cannot be used");
    }
    for (std::string& text : table.texts("counterexamples"))
      rule.counterexamples.push_back({std::move(text), "", "", "", table.originOf("counterexamples")});
    if (rule.examples.empty()) table.complain(table.origin(), "the rule has no example");
    if (rule.counterexamples.empty()) table.complain(table.origin(), "the rule has no counterexample");
  }

  struct Definition {
    std::size_t folder;
    Origin origin;
  };

  /// False when the name is taken: quietly by an earlier folder, told when by the same one.
  bool isNew(std::map<std::string, Definition>& names, const std::string& name, TomlTable& table,
             std::string_view what) {
    const auto [taken, added] = names.try_emplace(name, Definition{m_file->folder, table.origin()});
    if (!added && taken->second.folder == m_file->folder)
      table.complain(table.origin(),
                     fmt::format("{} `{}` stands already in {}", what, name, taken->second.origin.str()));
    return added;
  }

  PackSource& m_pack;
  std::vector<Problem>& m_problems;
  const ResourceFile* m_file = nullptr;
  bool m_hasHead = false;
  std::set<std::string_view> m_grammar; ///< keys of the table that were read
  std::map<std::string, Definition> m_classes;
  std::map<std::string, Definition> m_rules;
};

} // namespace

std::vector<PackSource> loadPackSources(const std::vector<ResourceFile>& files,
                                        std::vector<Problem>& problems) {
  std::map<std::string_view, std::vector<const ResourceFile*>> byLanguage;
  for (const ResourceFile& file : files) {
    const bool ofPack = file.name.find('/') != std::string::npos;
    if (const PackPart place = partOf(file.name); ofPack && place.language != "gazetteer")
      byLanguage[place.language].push_back(&file);
  }

  std::vector<PackSource> packs;
  for (const auto& [language, itsFiles] : byLanguage) {
    PackSource pack;
    pack.language = language;
    PackReader reader(pack, problems);
    for (const ResourceFile* file : itsFiles)
      reader.read(*file);
    if (reader.hasHead())
      packs.push_back(std::move(pack));
    else
      report(problems, {std::string(language) + "/pack.toml", 0}, "missing, so this language is not read");
  }
  return packs;
}

} // namespace demarche::language
