// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/service/session.h"
#include "ui/bridge/library_client.h"

#include <QString>
#include <condition_variable>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::test {

/// A library in memory that reads nothing: the window is tested without files, languages or a database.
/// Adding an input makes an article of it that tells one event; one whose name holds "broken" fails.
class FakeSession : public service::Session {
 public:
  explicit FakeSession(std::filesystem::path path = "fake.demarche");

  /// An article whose body is `text`, which may have paragraphs.
  void addArticle(const std::string& source, const std::string& title, std::u16string text);
  /// An event whose passage is `quote`, which must stand in the article. The same id again adds a passage to
  /// it.
  void addEvent(const std::string& id, model::EventKind kind, std::string_view date,
                const std::string& source, std::u16string_view quote);

  /// As another program might.
  void removeArticle(const std::string& source);
  void renameEvent(const std::string& from, const std::string& to);
  void setPlace(service::FilePlace place);

  /// From now on adding waits before each input until it is let go.
  void holdAdding();
  void letAddingGo();
  /// Waits until an input is held.
  void waitForHeldInput();
  [[nodiscard]] std::vector<std::filesystem::path> inputs() const; ///< everything that was asked to be added
  [[nodiscard]] model::Filter lastFilter() const;
  [[nodiscard]] int timesAsked() const; ///< for events
  /// The id of the story in this row, as it is now; empty for noStory.
  [[nodiscard]] QString idAt(model::StoryRow row) const;

  [[nodiscard]] const std::filesystem::path& path() const override { return m_path; }
  [[nodiscard]] base::Result<service::FileState> fileState() const override;
  base::Result<service::AddReport> add(const std::vector<std::filesystem::path>& inputs,
                                       const base::ProgressCallback& progress,
                                       const base::CancelToken& cancel) override;
  // What no window asks for yet.
  base::Result<service::ReadAgainReport> readAgain(const base::ProgressCallback& progress,
                                                   const base::CancelToken& cancel) override;
  base::Result<void> remove(const std::vector<std::string>& sources) override;
  base::Result<model::Correction> correct(const model::Correction& correction) override;
  base::Result<std::optional<model::Correction>> undo(const std::string& by) override;
  base::Result<std::optional<model::Correction>> redo(const std::string& by) override;
  [[nodiscard]] base::Result<std::vector<service::LoggedCorrection>>
  corrections(const std::optional<std::string>& event) const override;

  base::Result<service::MergeReport> merge(const std::filesystem::path& from,
                                           const base::ProgressCallback& progress,
                                           const base::CancelToken& cancel) override;
  [[nodiscard]] base::Result<void> backUp(const std::filesystem::path& copy) const override;
  [[nodiscard]] base::Result<service::SearchHits> search(const std::string& text, service::Typing typing,
                                                         service::SearchPage page) const override;
  [[nodiscard]] base::Result<service::FacetCounts> facets(const model::Filter& filter) const override;
  [[nodiscard]] base::Result<std::vector<model::SavedFilter>> savedFilters() const override;
  [[nodiscard]] base::Result<void> saveFilter(const model::SavedFilter& saved) override;
  [[nodiscard]] base::Result<void> removeFilter(const std::string& name) override;
  [[nodiscard]] base::Result<std::vector<model::Event>> events(const model::Filter& filter) const override;
  [[nodiscard]] base::Result<service::StoriesFound> stories(const model::Filter& filter) const override;
  [[nodiscard]] base::Result<service::StoriesRead>
  storiesAt(const std::vector<model::StoryRow>& rows) const override;
  [[nodiscard]] base::Result<std::vector<std::string>>
  titlesAt(const std::vector<model::StoryRow>& rows) const override;
  [[nodiscard]] base::Result<std::optional<model::StoryRow>> rowOf(const std::string& id) const override;
  [[nodiscard]] base::Result<std::vector<service::ArticleSummary>> articles() const override;
  [[nodiscard]] base::Result<std::optional<service::ArticleSummary>>
  article(const std::string& source) const override;
  [[nodiscard]] base::Result<std::size_t> articleCount() const override;
  [[nodiscard]] base::Result<model::Document> document(const std::string& source) const override;
  [[nodiscard]] base::Result<service::Explanation> explain(const std::string& event) const override;
  [[nodiscard]] base::Result<service::CheckReport> check(bool repair) override;

 private:
  std::filesystem::path m_path;
  mutable std::mutex m_mutex;
  std::condition_variable m_changed;
  std::map<std::string, model::Document> m_documents;
  std::vector<model::Event> m_events; ///< rows of stories are places in it
  std::vector<model::SavedFilter> m_saved;
  std::vector<std::filesystem::path> m_inputs;
  mutable model::Filter m_lastFilter;
  mutable int m_timesAsked = 0;
  service::FileState m_state;
  bool m_hold = false;
  bool m_held = false;
};

/// Two articles, one in English and one in Chinese; a meeting told by both, a call and a visit by one each.
[[nodiscard]] std::shared_ptr<FakeSession> sampleLibrary();

/// What the window sees of a library at this moment; all words are there at once.
[[nodiscard]] ui::EventSetPtr eventSetOf(const FakeSession& session);

/// Opens this library, whatever path is asked for.
[[nodiscard]] ui::LibraryOpener openerOf(std::shared_ptr<service::Session> session);

} // namespace demarche::test
