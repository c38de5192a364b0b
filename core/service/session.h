// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exchange/collection.h"
#include "core/language/knowledge.h"
#include "core/library/catalogue/selection.h"
#include "core/library/logged_correction.h"
#include "core/library/merge_report.h"
#include "core/library/search/hits.h"
#include "core/library/search/query.h"
#include "core/library/store/article_summary.h"
#include "core/model/correction.h"
#include "core/model/document.h"
#include "core/model/event.h"
#include "core/model/filter.h"
#include "core/service/file_state.h"
#include "core/service/inputs.h"
#include "core/service/knowledge.h"
#include "core/service/reading.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace demarche::service {

using library::ArticleSummary;
using library::FacetCounts;
using library::LoggedCorrection;
using library::MergeReport;
using library::SearchHits;
using library::SearchPage;
using library::Typing;

/// What came of adding articles.
struct AddReport {
  int added = 0;
  int newVersions = 0; ///< another text from a source that was there: the older one is kept behind it
  int alreadyThere = 0;
  std::vector<InputFailure> failures;
  bool cancelled = false; ///< what was added before stays
};

/// What came of reading articles again.
struct ReadAgainReport {
  int read = 0;
  std::vector<InputFailure> failures;
  bool cancelled = false; ///< what is left is read the next time
};

/// One passage explained: which rule fired and how its date was worked out.
struct Explanation {
  model::Event event; ///< with all its passages
  std::vector<ArticleSummary> articles;
};

/// Stories of one moment that a filter lets through.
struct StoriesFound {
  library::CataloguePtr catalogue;
  std::vector<std::uint32_t> places; ///< in the catalogue, ascending
};

/// Stories with what is known of the articles that tell them.
struct StoriesRead {
  std::vector<std::optional<model::Event>> stories; ///< as asked for; nothing for those that are gone
  std::vector<ArticleSummary> articles;             ///< each once
};

struct CheckReport {
  std::vector<std::string> problems; ///< empty when all is well
  std::vector<std::string> repaired;
};

/// One open library and everything that the window and the command line do with it. All calls block;
/// they may come from any thread (the window makes them on a worker through ui/bridge). Reading calls run
/// beside a writing one and see the library as it was before it.
class Session {
 public:
  enum class Mode { create, openOrCreate, open, readOnly };

  /// `create` replaces nothing: it fails when the file exists.
  [[nodiscard]] static base::Result<std::unique_ptr<Session>>
  open(const std::filesystem::path& library, Mode mode, std::shared_ptr<const language::Knowledge> knowledge);
  virtual ~Session() = default;

  [[nodiscard]] virtual const std::filesystem::path& path() const = 0;

  /// Whether the file is still there, and whether what was read from it still holds; quick. What is read
  /// after this is of that version or a later one.
  [[nodiscard]] virtual base::Result<FileState> fileState() const = 0;

  /// Reads files, and folders by name (not hidden files), and adds them; one transaction per article.
  virtual base::Result<AddReport> add(const std::vector<std::filesystem::path>& inputs,
                                      const base::ProgressCallback& progress,
                                      const base::CancelToken& cancel) = 0;

  /// Reads again what was read with other knowledge, or whose dates were corrected. Machine readings are
  /// replaced article by article; corrections stay. Cancelled or interrupted, it goes on where it was the
  /// next time.
  virtual base::Result<ReadAgainReport> readAgain(const base::ProgressCallback& progress,
                                                  const base::CancelToken& cancel) = 0;
  /// Removes articles, by source, with what only they told.
  virtual base::Result<void> remove(const std::vector<std::string>& sources) = 0;

  /// Adds to the log of corrections (library::Library::correct says what has to be filled in), and reads the
  /// article again when it is about its dates.
  virtual base::Result<model::Correction> correct(const model::Correction& correction) = 0;
  /// Revokes the latest correction of this person that is not revoked; nothing when there is none.
  virtual base::Result<std::optional<model::Correction>> undo(const std::string& by) = 0;
  /// Makes again what was undone last; nothing when nothing was.
  virtual base::Result<std::optional<model::Correction>> redo(const std::string& by) = 0;
  /// All corrections, the oldest first, or those about the story with this event in it.
  [[nodiscard]] virtual base::Result<std::vector<LoggedCorrection>>
  corrections(const std::optional<std::string>& event) const = 0;

  /// Brings everything that other libraries hold into this one. Articles whose dates were corrected there or
  /// here are read again.
  virtual base::Result<MergeReport> merge(const std::filesystem::path& from,
                                          const base::ProgressCallback& progress,
                                          const base::CancelToken& cancel) = 0;
  /// Copies the library as it is now into a new file.
  [[nodiscard]] virtual base::Result<void> backUp(const std::filesystem::path& copy) const = 0;
  /// Puts a copy in the place of a library that nobody uses, however damaged; gives the name under which that
  /// is kept, if there was one.
  [[nodiscard]] static base::Result<std::optional<std::filesystem::path>>
  restore(const std::filesystem::path& library, const std::filesystem::path& copy);

  /// Paragraphs that say what is asked for, best first (docs/user-guide.md has the language).
  [[nodiscard]] virtual base::Result<SearchHits> search(const std::string& text, Typing typing,
                                                        SearchPage page) const = 0;
  /// What each value of each facet would leave of what passes the other conditions.
  [[nodiscard]] virtual base::Result<FacetCounts> facets(const model::Filter& filter) const = 0;
  /// Stories that the filter lets through, by earliest day, unknown dates last; joined across articles.
  [[nodiscard]] virtual base::Result<std::vector<model::Event>> events(const model::Filter& filter) const = 0;
  /// The same as a catalogue knows them, without their words: a million take a tenth of a second.
  [[nodiscard]] virtual base::Result<StoriesFound> stories(const model::Filter& filter) const = 0;
  /// With their words, by rows.
  [[nodiscard]] virtual base::Result<StoriesRead>
  storiesAt(const std::vector<model::StoryRow>& rows) const = 0;
  /// What they are called; empty for those that are gone.
  [[nodiscard]] virtual base::Result<std::vector<std::string>>
  titlesAt(const std::vector<model::StoryRow>& rows) const = 0;
  /// The story with this event in it, by the event's whole id; nothing when there is none.
  [[nodiscard]] virtual base::Result<std::optional<model::StoryRow>> rowOf(const std::string& id) const = 0;
  /// Filters that a person keeps in this library, by name.
  [[nodiscard]] virtual base::Result<std::vector<model::SavedFilter>> savedFilters() const = 0;
  /// Takes the place of one with this name.
  virtual base::Result<void> saveFilter(const model::SavedFilter& saved) = 0;
  virtual base::Result<void> removeFilter(const std::string& name) = 0;
  [[nodiscard]] virtual base::Result<std::vector<ArticleSummary>> articles() const = 0;
  /// Nothing when there is none of this name.
  [[nodiscard]] virtual base::Result<std::optional<ArticleSummary>>
  article(const std::string& source) const = 0;
  [[nodiscard]] virtual base::Result<std::size_t> articleCount() const = 0;
  /// The article's clean text with its blocks, by source.
  [[nodiscard]] virtual base::Result<model::Document> document(const std::string& source) const = 0;
  /// By the event's id, or the beginning of it when no other begins so.
  [[nodiscard]] virtual base::Result<Explanation> explain(const std::string& event) const = 0;
  [[nodiscard]] virtual base::Result<CheckReport> check(bool repair) = 0;
};

/// Events of a session with all that an export tells of them.
[[nodiscard]] base::Result<exchange::Collection> collection(const Session& session,
                                                            const model::Filter& filter);

} // namespace demarche::service
