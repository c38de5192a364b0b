// SPDX-License-Identifier: Apache-2.0
#pragma once

// The words on a page that are not its article's ("READ MORE", 编辑, 发布于) are data, because they differ
// from one newspaper to the next and an analyst can add to them: resources/ingest/page.toml.

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace demarche::ingest {

/// What a line says it is, by its words. Where several fit, the first named here wins.
enum class Label : unsigned char { none, comments, teaser, author, credit, furniture, caption, date, byline };

struct LabelHit {
  Label label = Label::none;
  bool alone = false; ///< nothing else stands in the line
};

/// Lines longer than this (UTF-16 units) are never machinery of the page.
inline constexpr std::size_t longestLabelled = 400;

class Labels {
 public:
  /// The labels of the installed resources and the user's own, read at first use.
  [[nodiscard]] static const base::Result<Labels>& installed();
  /// Joins `ingest/page.toml` of every folder that has one; fails when none has, or with file and line when
  /// one cannot be understood.
  [[nodiscard]] static base::Result<Labels> read(const std::vector<std::filesystem::path>& folders);

  /// What a line says it is. O(length of the line).
  [[nodiscard]] LabelHit of(std::u16string_view line) const;
  /// The line without the label of that kind at its beginning and the colon after it.
  [[nodiscard]] std::u16string_view without(std::u16string_view line, Label label) const;

 private:
  enum class How : unsigned char { whole, heads, begins, ends, contains, capitals };
  struct Form {
    std::u16string text; ///< as a key; as it stands for `capitals`
    Label label = Label::none;
    How how = How::whole;
  };
  struct Key;

  [[nodiscard]] static bool fits(const Form& form, const Key& key);
  base::Result<void> add(const std::filesystem::path& file);
  void add(Form form);

  std::unordered_map<char16_t, std::vector<Form>> m_beginning; ///< by the first character
  std::vector<Form> m_elsewhere;                               ///< ends, contains, capitals
};

} // namespace demarche::ingest
