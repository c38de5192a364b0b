// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/library/store/article_summary.h"
#include "core/model/document.h"
#include "core/model/extraction.h"
#include "core/model/filter.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::library {

class Connection;

/// One connection to a library file. Used by one thread at a time; several may be open on one file, one
/// of which writes. Readers see the library as of the beginning of each call.
class Library {
 public:
  enum class Access {
    create, ///< fails when the file exists
    write,  ///< brings an older file to the newest format
    read
  };

  /// Fails with a sentence (without the file's name) when the file is none of ours or newer than this
  /// program, and leaves it untouched.
  [[nodiscard]] static base::Result<Library> open(const std::filesystem::path& file, Access access);
  Library(Library&&) noexcept;
  Library& operator=(Library&&) noexcept;
  ~Library();

  /// Adds an article in one transaction; false when its text is there already, and then nothing changes.
  /// Another text from the same source is kept beside the first, as "source (2)". `knowledge` is the digest
  /// of the packs that read it.
  [[nodiscard]] base::Result<bool> add(const model::Document& document, const model::Extraction& extraction,
                                       std::string_view knowledge);
  [[nodiscard]] base::Result<bool> contains(std::string_view digest) const;

  /// Joins what the articles tell into stories, all anew, if there is an event in none yet.
  base::Result<void> joinStories();

  [[nodiscard]] base::Result<std::vector<ArticleSummary>> articles() const; ///< by source
  [[nodiscard]] base::Result<model::Document> document(const std::string& source) const;

  /// Stories that the filter lets through, by earliest day and id, unknown dates last.
  [[nodiscard]] base::Result<std::vector<model::Event>> stories(const model::Filter& filter) const;
  /// The story with this event in it: by an event's id, or the beginning of one when no other begins so.
  [[nodiscard]] base::Result<model::Event> story(std::string_view id) const;

  /// What is wrong with the file, one sentence each; empty when all is well.
  [[nodiscard]] base::Result<std::vector<std::string>> check() const;
  /// Makes anew what can be derived from the rest: indexes and stories.
  base::Result<void> repair();

 private:
  explicit Library(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> m_connection;
};

} // namespace demarche::library
