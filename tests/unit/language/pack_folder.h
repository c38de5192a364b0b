// SPDX-License-Identifier: Apache-2.0
#pragma once

// Small packs written into a folder of their own, so that a test shows the whole data it speaks of.

#include "core/language/knowledge.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::language::test {

/// A resources folder that is gone at the end of the test.
class PackFolder {
 public:
  PackFolder();
  ~PackFolder();
  PackFolder(const PackFolder&) = delete;
  PackFolder& operator=(const PackFolder&) = delete;

  /// Writes a file, as `en/rules/time.toml` or `gazetteer/persons.toml`.
  PackFolder& with(const std::string& name, std::string_view content);
  /// A `pack.toml` for English and Chinese.
  PackFolder& withHeads();
  /// One English rules file, stage 1, emitting `mark`; `rules` are the `[[rule]]` tables.
  PackFolder& withRules(std::string_view rules);
  PackFolder& withChineseRules(std::string_view rules);
  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

 private:
  std::filesystem::path m_path;
};

/// A `[[rule]]` with an example and a counterexample that nobody looks at; `more` are further lines.
[[nodiscard]] std::string rule(std::string_view name, std::string_view pattern, std::string_view more = "");

/// What loading gives: never empty, or the test fails.
struct Loaded {
  std::shared_ptr<const Knowledge> knowledge;
  std::vector<Problem> problems;
};
[[nodiscard]] Loaded load(const std::vector<std::filesystem::path>& folders);
[[nodiscard]] std::shared_ptr<const Knowledge> knowledgeOf(const PackFolder& folder);

/// A text as it was read, with what is needed to look at it.
class Read {
 public:
  Read(std::shared_ptr<const Knowledge> knowledge, model::Language language, std::string_view text);
  /// `rule:words` of each mark: "date:May 10".
  [[nodiscard]] std::vector<std::string> marks() const;
  /// `class:words` of each hit.
  [[nodiscard]] std::vector<std::string> hits() const;
  [[nodiscard]] std::string words(text::Span span) const;
  /// The words in a slot of the only mark; empty when it is not filled.
  [[nodiscard]] std::string slot(std::string_view name) const;
  [[nodiscard]] const Mark& mark(std::size_t index = 0) const { return m_reading.marks.at(index); }
  [[nodiscard]] const Reading& reading() const { return m_reading; }

 private:
  std::shared_ptr<const Knowledge> m_knowledge; ///< marks point into it
  std::u16string m_text;                        ///< as written
  Reading m_reading;
};

[[nodiscard]] Read english(const PackFolder& folder, std::string_view text);
[[nodiscard]] Read chinese(const PackFolder& folder, std::string_view text);

/// The problems as `file:line: message`.
[[nodiscard]] std::vector<std::string> told(const std::vector<Problem>& problems);
/// Whether one of the problems stands at `origin` and says all of `part`.
[[nodiscard]] bool tells(const std::vector<Problem>& problems, std::string_view origin,
                         std::string_view part);

using Texts = std::vector<std::string>;

} // namespace demarche::language::test
