// SPDX-License-Identifier: Apache-2.0
#include "core/language/toml_table.h"

#include "core/language/report.h"

#include <fmt/format.h>

namespace demarche::language {

std::optional<toml::table> parseToml(const ResourceFile& file, std::vector<Problem>& problems) {
  try {
    return toml::parse(std::string_view(file.content));
  } catch (const toml::parse_error& error) {
    report(problems, {file.name, static_cast<int>(error.source().begin.line)},
           fmt::format("not valid TOML: {}", error.description()));
    return std::nullopt;
  }
}

TomlTable::TomlTable(const toml::table& table, std::string_view file, std::vector<Problem>& problems)
    : m_table(table), m_file(file), m_problems(problems) {}

Origin TomlTable::originOf(const toml::node& node) const {
  return {std::string(m_file), static_cast<int>(node.source().begin.line)};
}

Origin TomlTable::originOf(std::string_view key) const {
  const toml::node* node = m_table.get(key);
  return node != nullptr ? originOf(*node) : origin();
}

const toml::node* TomlTable::find(std::string_view key) {
  m_asked.insert(key);
  return m_table.get(key);
}

template <typename T>
std::optional<T> TomlTable::valueOf(std::string_view key, std::string_view what) {
  const toml::node* node = find(key);
  if (node == nullptr) return std::nullopt;
  std::optional<T> value = node->value_exact<T>();
  if (!value) complain(originOf(*node), fmt::format("`{}` must be {}", key, what));
  return value;
}

std::string TomlTable::text(std::string_view key) {
  if (find(key) == nullptr) {
    complain(origin(), fmt::format("`{}` is missing", key));
    return {};
  }
  std::string found = textOr(key, "");
  if (found.empty()) complain(originOf(key), fmt::format("`{}` is empty", key));
  return found;
}

std::string TomlTable::textOr(std::string_view key, std::string fallback) {
  return valueOf<std::string>(key, "a text in quotation marks").value_or(std::move(fallback));
}

std::optional<std::int64_t> TomlTable::number(std::string_view key) {
  return valueOf<std::int64_t>(key, "a whole number");
}

bool TomlTable::flagOr(std::string_view key, bool fallback) {
  return valueOf<bool>(key, "true or false").value_or(fallback);
}

std::vector<std::string> TomlTable::texts(std::string_view key) {
  std::vector<std::string> found;
  const toml::node* node = find(key);
  if (node == nullptr) return found;
  const toml::array* array = node->as_array();
  if (array == nullptr) {
    complain(originOf(*node), fmt::format("`{}` must be a list of texts", key));
    return found;
  }
  for (const toml::node& element : *array) {
    const auto* text = element.as_string();
    if (text == nullptr || text->get().empty())
      complain(originOf(element), fmt::format("`{}` must be a list of texts that are not empty", key));
    else
      found.push_back(text->get());
  }
  return found;
}

std::vector<const toml::table*> TomlTable::tables(std::string_view key) {
  std::vector<const toml::table*> found;
  const toml::node* node = find(key);
  if (node == nullptr) return found;
  const toml::array* array = node->as_array();
  if (array == nullptr) {
    complain(originOf(*node), fmt::format("`{}` must be a list of tables", key));
    return found;
  }
  for (const toml::node& element : *array) {
    if (const toml::table* table = element.as_table(); table != nullptr)
      found.push_back(table);
    else
      complain(originOf(element), fmt::format("`{}` must be a list of tables", key));
  }
  return found;
}

void TomlTable::complain(Origin origin, std::string message) {
  m_ok = false;
  report(m_problems, std::move(origin), std::move(message));
}

bool TomlTable::finish() {
  for (const auto& [key, node] : m_table)
    if (m_asked.count(key.str()) == 0)
      complain({std::string(m_file), static_cast<int>(key.source().begin.line)},
               fmt::format("unknown key `{}`", key.str()));
  return m_ok;
}

} // namespace demarche::language
