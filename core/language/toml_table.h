// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads a table of a language file key by key and says in a contributor's words what is wrong with it,
// and where: a missing key, a wrong type, a key that nobody reads.

#include "core/language/knowledge.h"
#include "core/language/resource_files.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <toml++/toml.h>
#include <vector>

namespace demarche::language {

/// Parses a file; a syntax error is told in `problems`.
[[nodiscard]] std::optional<toml::table> parseToml(const ResourceFile& file, std::vector<Problem>& problems);

/// One table while it is read. Every key that is asked for counts as known; `finish` tells of the others.
class TomlTable {
 public:
  TomlTable(const toml::table& table, std::string_view file, std::vector<Problem>& problems);

  [[nodiscard]] Origin origin() const { return originOf(m_table); }
  [[nodiscard]] Origin originOf(const toml::node& node) const;
  /// Where the key's value stands; the table's own place when there is no such key.
  [[nodiscard]] Origin originOf(std::string_view key) const;
  [[nodiscard]] const toml::node* find(std::string_view key);

  /// A required text that is not empty; empty when it is missing, which is a problem.
  [[nodiscard]] std::string text(std::string_view key);
  [[nodiscard]] std::string textOr(std::string_view key, std::string fallback);
  [[nodiscard]] std::optional<std::int64_t> number(std::string_view key);
  [[nodiscard]] bool flagOr(std::string_view key, bool fallback);
  /// A list of texts that are not empty; none when there is no such key.
  [[nodiscard]] std::vector<std::string> texts(std::string_view key);
  /// The tables of an array (`[[key]]` or a list of `{…}`); none when there is no such key.
  [[nodiscard]] std::vector<const toml::table*> tables(std::string_view key);

  void complain(Origin origin, std::string message);
  /// Tells of keys that were never asked for. Returns whether nothing at all was wrong.
  bool finish();

 private:
  template <typename T>
  std::optional<T> valueOf(std::string_view key, std::string_view what);

  const toml::table& m_table;
  std::string_view m_file;
  std::vector<Problem>& m_problems;
  std::set<std::string_view> m_asked;
  bool m_ok = true;
};

} // namespace demarche::language
