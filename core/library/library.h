// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/library/catalogue/catalogue.h"
#include "core/library/catalogue/selection.h"
#include "core/library/logged_correction.h"
#include "core/library/merge_report.h"
#include "core/library/search/hits.h"
#include "core/library/search/query.h"
#include "core/library/store/article_summary.h"
#include "core/library/store/given_dates.h"
#include "core/model/correction.h"
#include "core/model/document.h"
#include "core/model/extraction.h"
#include "core/model/filter.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::library {

class Connection;

/// How a person, body or place is written otherwise.
struct OtherNames {
  std::string name; ///< canonical
  std::vector<std::string> others;
};

/// What came of adding an article.
enum class Added {
  added,
  newVersion, ///< another text from a source that is there: the older one is kept, and tells nothing any more
  alreadyThere ///< the same text, under whatever name: nothing was changed
};

/// One connection to a library file. Used by one thread at a time; several may be open on one file, one
/// of which writes. Readers see the library as of the beginning of each call.
class Library {
 public:
  enum class Access {
    create, ///< fails when the file exists
    write,  ///< brings an older file to the newest format, after copying it
    read
  };

  /// Fails with a sentence (without the file's name) when the file is none of ours or newer than this
  /// program, and leaves it untouched.
  [[nodiscard]] static base::Result<Library> open(const std::filesystem::path& file, Access access);
  Library(Library&&) noexcept;
  Library& operator=(Library&&) noexcept;
  ~Library();

  // Articles. Each call is one transaction. `knowledge` is the digest of the packs that read.

  /// Its events are in no story until settle() is called, unless it supersedes another article.
  [[nodiscard]] base::Result<Added> add(const model::Document& document, const model::Extraction& extraction,
                                        std::string_view knowledge);
  /// What an article is to be read with, whether it is there or was once.
  [[nodiscard]] base::Result<GivenDates> given(std::string_view digest) const;
  /// Takes the place of what was read before; corrections are kept.
  base::Result<void> replaceReading(const std::string& source, const model::Extraction& extraction,
                                    std::string_view knowledge);
  /// Names of articles last read with other knowledge, or whose dates were corrected since.
  [[nodiscard]] base::Result<std::vector<std::string>> notReadWith(std::string_view knowledge) const;
  /// The name of the article with this text, if its dates were corrected since it was read.
  [[nodiscard]] base::Result<std::optional<std::string>> waitingToBeRead(std::string_view digest) const;
  /// The names of all such articles.
  [[nodiscard]] base::Result<std::vector<std::string>> waitingToBeRead() const;
  /// With what only it told. An earlier version from its source tells again.
  base::Result<void> remove(const std::string& source);
  /// Joins what is in no story yet; quick when there is nothing to do.
  base::Result<void> settle();

  [[nodiscard]] base::Result<std::vector<ArticleSummary>> articles() const; ///< by source
  /// Nothing when there is none of this name.
  [[nodiscard]] base::Result<std::optional<ArticleSummary>> article(std::string_view source) const;
  [[nodiscard]] base::Result<std::size_t> articleCount() const;
  [[nodiscard]] base::Result<model::Document> document(const std::string& source) const;

  // Stories, as they are after joining and correcting.

  /// Names of people, bodies and places of which it is not known how else they are written.
  [[nodiscard]] base::Result<std::vector<std::string>> namesToLearn() const;
  /// Keeps how names are written otherwise, in whatever language, so that filters find them by that, too.
  base::Result<void> learnNames(const std::vector<OtherNames>& names);
  /// A number that changes whenever the file does, by whomever.
  [[nodiscard]] base::Result<std::int64_t> dataVersion() const;
  /// Brings what stands in the log beside the file into the file itself, wherever that has been moved
  /// meanwhile: the log stays where it was, and whatever is put there next would take it for its own.
  base::Result<void> emptyLog() const;
  /// All that filters ask for, in memory; half a second for a million stories.
  [[nodiscard]] base::Result<CataloguePtr> catalogue() const;
  /// What the filter asks for. The catalogue has to be of this moment.
  [[nodiscard]] base::Result<Asked> asked(const Catalogue& catalogue, const model::Filter& filter) const;
  /// Stories by their rows; nothing for those that are gone.
  [[nodiscard]] base::Result<std::vector<std::optional<model::Event>>>
  storiesAt(const std::vector<model::StoryRow>& rows) const;
  /// What they are called; empty for those that are gone.
  [[nodiscard]] base::Result<std::vector<std::string>>
  titlesAt(const std::vector<model::StoryRow>& rows) const;
  /// The row of the story with this event in it, by the event's whole id; nothing when there is none.
  [[nodiscard]] base::Result<std::optional<model::StoryRow>> rowOf(std::string_view id) const;
  /// Those that the filter lets through, by earliest day and id, unknown dates last.
  [[nodiscard]] base::Result<std::vector<model::Event>> stories(const model::Filter& filter) const;
  /// Paragraphs that say what the text asks for (docs/user-guide.md has the language), best first. The
  /// catalogue, which knows what they tell, has to be of this moment.
  [[nodiscard]] base::Result<SearchHits> search(const Catalogue& catalogue, std::string_view text,
                                                Typing typing, SearchPage page) const;
  /// The story with this event in it: by an event's id, or the beginning of one when no other begins so.
  [[nodiscard]] base::Result<model::Event> story(std::string_view id) const;

  // Corrections.

  /// Adds to the log what a person says: `by`, change, target, anchor and value; the rest is filled in. An
  /// anchor without words is taken from the account's first passage. A correction of an article's dates takes
  /// effect when it is read again.
  base::Result<model::Correction> correct(model::Correction correction);
  /// As if the correction had never been made; to revoke a revocation is to make it again.
  base::Result<model::Correction> revoke(const std::string& id, const std::string& by);
  /// What undo and redo would revoke next, of what this person did; nothing when there is nothing.
  [[nodiscard]] base::Result<std::optional<std::string>> undoable(std::string_view by) const;
  [[nodiscard]] base::Result<std::optional<std::string>> redoable(std::string_view by) const;
  [[nodiscard]] base::Result<std::vector<LoggedCorrection>> corrections() const; ///< all, the oldest first
  /// Those about any account of the story with this event in it.
  [[nodiscard]] base::Result<std::vector<LoggedCorrection>> history(std::string_view event) const;
  /// The anchor of a stretch of an article, for `add`.
  [[nodiscard]] base::Result<model::Anchor> anchor(const std::string& source, text::Span span) const;

  // Filters with names.

  [[nodiscard]] base::Result<std::vector<model::SavedFilter>> savedFilters() const; ///< by name
  /// Takes the place of one with this name.
  base::Result<void> saveFilter(const model::SavedFilter& saved);
  base::Result<void> removeFilter(const std::string& name);

  // The file.

  /// Brings everything that another library holds into this one; merging in any order, any number of times,
  /// gives the same.
  [[nodiscard]] base::Result<MergeReport> merge(const std::filesystem::path& from,
                                                const base::ProgressCallback& progress,
                                                const base::CancelToken& cancel);
  /// Copies the library as it is now, whoever else uses it. Replaces nothing.
  base::Result<void> backUp(const std::filesystem::path& copy) const;
  /// Puts a copy, which may be on a medium that cannot be written, in the place of a library that nobody
  /// uses, however damaged that is. What it takes the place of is kept beside it with its logs; gives under
  /// which name, or nothing when there was none.
  static base::Result<std::optional<std::filesystem::path>> restore(const std::filesystem::path& library,
                                                                    const std::filesystem::path& copy);

  /// What is wrong with the file, one sentence each; empty when all is well.
  [[nodiscard]] base::Result<std::vector<std::string>> check() const;
  /// Makes anew what can be derived from the rest: indexes and stories.
  base::Result<void> repair();

 private:
  explicit Library(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> m_connection;
};

} // namespace demarche::library
