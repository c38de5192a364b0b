// SPDX-License-Identifier: Apache-2.0
#include "core/extract/extract.h"
#include "core/ingest/ingest.h"
#include "core/library/library.h"
#include "core/service/in_order.h"
#include "core/service/session.h"

#include <algorithm>
#include <mutex>
#include <set>
#include <string_view>
#include <system_error>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace demarche::service {
namespace fs = std::filesystem;
namespace {

using library::Library;

/// What is added is shown, and out of memory, after so many articles.
constexpr std::int64_t articlesPerSettling = 1000;

/// What became of one input on its way to the writer.
struct Prepared {
  std::string source;
  base::Result<std::optional<ReadArticle>> article; ///< nothing when its text is in the library already
};

/// An article that is in the library, read anew.
struct PreparedAgain {
  std::string source;
  base::Result<model::Extraction> extraction;
};

/// Unknown dates last.
bool comesBefore(const model::Event& a, const model::Event& b) {
  const auto key = [](const model::Event& event) {
    const auto days = event.date.bounds();
    return std::make_tuple(!days, days.value_or(time::DayRange{}), std::string_view(event.id));
  };
  return key(a) < key(b);
}

/// A session on a library file: one connection that writes, and as many that read as there are readers at a
/// time, each used by one thread at a time.
class LibrarySession final : public Session {
 public:
  LibrarySession(fs::path path, std::optional<Library> writer,
                 std::shared_ptr<const language::Knowledge> knowledge)
      : m_path(std::move(path)),
        m_file(m_path),
        m_writer(std::move(writer)),
        m_knowledge(std::move(knowledge)) {}

  const fs::path& path() const override { return m_path; }

  base::Result<FileState> fileState() const override {
    const FilePlace place = m_file.place();
    const std::lock_guard lock(m_catalogueLock);
    if (!m_watcher && place != FilePlace::here) return FileState{place, m_version};
    const std::int64_t before = m_version;
    const auto seen = seeChanges();
    if (!seen && place == FilePlace::here) return tl::make_unexpected(seen.error());
    // Where another file is already, what has come since may have been meant for that one.
    const bool ours = place == FilePlace::gone || (place == FilePlace::replaced && m_version == before);
    if (ours && m_logEmptyAt != m_version && m_watcher->emptyLog()) m_logEmptyAt = m_version;
    return FileState{place, m_version};
  }

  base::Result<AddReport> add(const std::vector<fs::path>& inputs, const base::ProgressCallback& progress,
                              const base::CancelToken& cancel) override {
    const std::lock_guard writing(m_writing);
    if (!m_writer) return readingOnly();
    const auto articles = m_writer->articles();
    if (!articles) return tl::make_unexpected(articles.error());
    std::unordered_set<std::string> known;
    for (const ArticleSummary& article : *articles)
      known.insert(article.digest);

    AddReport report;
    const std::vector<fs::path> files = inputFiles(inputs, report.failures);
    base::Result<void> stored;
    std::size_t begun = 0;
    std::int64_t done = 0;
    InOrder<fs::path, Prepared> work(
        [&]() -> std::optional<fs::path> {
          return begun < files.size() ? std::optional(files[begun++]) : std::nullopt;
        },
        [&](const fs::path& file) { return prepare(file, known); });
    work.run([&](Prepared prepared) {
      report.cancelled = cancel.cancelled();
      if (report.cancelled) return false;
      if (progress) progress({done, static_cast<std::int64_t>(files.size()), prepared.source});
      stored = store(std::move(prepared), report);
      ++done;
      if (stored && done % articlesPerSettling == 0) stored = m_writer->settle();
      return stored.has_value();
    });
    const base::Result<void> joined = m_writer->settle();
    if (!stored) return tl::make_unexpected(stored.error());
    if (!joined) return tl::make_unexpected(joined.error());
    if (const auto learnt = learnNames(); !learnt) return tl::make_unexpected(learnt.error());
    if (progress && !report.cancelled) progress({done, done, {}});
    return report;
  }

  base::Result<ReadAgainReport> readAgain(const base::ProgressCallback& progress,
                                          const base::CancelToken& cancel) override {
    const std::lock_guard writing(m_writing);
    if (!m_writer) return readingOnly();
    const auto sources = m_writer->notReadWith(m_knowledge->digest());
    if (!sources) return tl::make_unexpected(sources.error());
    return readAgain(*sources, progress, cancel);
  }

  base::Result<void> remove(const std::vector<std::string>& sources) override {
    const std::lock_guard writing(m_writing);
    if (!m_writer) return readingOnly();
    for (const std::string& source : sources)
      if (auto removed = m_writer->remove(source); !removed) return removed;
    return {};
  }

  base::Result<model::Correction> correct(const model::Correction& correction) override {
    const std::lock_guard writing(m_writing);
    if (!m_writer) return readingOnly();
    return m_writer->correct(correction).and_then([&](const model::Correction& made) {
      return whenRead(made);
    });
  }

  base::Result<std::optional<model::Correction>> undo(const std::string& by) override {
    const std::lock_guard writing(m_writing);
    if (!m_writer) return readingOnly();
    return revoke(m_writer->undoable(by), by);
  }

  base::Result<std::optional<model::Correction>> redo(const std::string& by) override {
    const std::lock_guard writing(m_writing);
    if (!m_writer) return readingOnly();
    return revoke(m_writer->redoable(by), by);
  }

  base::Result<std::vector<LoggedCorrection>>
  corrections(const std::optional<std::string>& event) const override {
    return read([&](const Library& reader) { return event ? reader.history(*event) : reader.corrections(); });
  }

  base::Result<MergeReport> merge(const fs::path& from, const base::ProgressCallback& progress,
                                  const base::CancelToken& cancel) override {
    const std::lock_guard writing(m_writing);
    if (!m_writer) return readingOnly();
    auto report = m_writer->merge(from, progress, cancel);
    if (!report || report->cancelled || !m_knowledge) return report;
    const auto waiting = m_writer->waitingToBeRead();
    if (!waiting) return tl::make_unexpected(waiting.error());
    const auto read = readAgain(*waiting, progress, cancel);
    if (!read) return tl::make_unexpected(read.error());
    report->cancelled = read->cancelled;
    if (const auto learnt = learnNames(); !learnt) return tl::make_unexpected(learnt.error());
    return report;
  }

  base::Result<std::vector<model::SavedFilter>> savedFilters() const override {
    return read([](const Library& reader) { return reader.savedFilters(); });
  }

  base::Result<void> saveFilter(const model::SavedFilter& saved) override {
    const std::lock_guard writing(m_writing);
    return m_writer ? m_writer->saveFilter(saved) : readingOnly();
  }

  base::Result<void> removeFilter(const std::string& name) override {
    const std::lock_guard writing(m_writing);
    return m_writer ? m_writer->removeFilter(name) : readingOnly();
  }

  base::Result<void> backUp(const fs::path& copy) const override {
    return read([&](const Library& reader) { return reader.backUp(copy); });
  }

  base::Result<SearchHits> search(const std::string& text, Typing typing, SearchPage page) const override {
    const auto stories = catalogue();
    if (!stories) return tl::make_unexpected(stories.error());
    return read([&](const Library& reader) { return reader.search(**stories, text, typing, page); });
  }

  base::Result<FacetCounts> facets(const model::Filter& filter) const override {
    return filtered(filter,
                    [](const Library&, const library::Catalogue& catalogue, const library::Asked& asked)
                        -> base::Result<FacetCounts> { return library::countFacets(catalogue, asked); });
  }

  base::Result<std::vector<model::Event>> events(const model::Filter& filter) const override {
    // A story may go between the look at the catalogue and the reading of it, when somebody writes just then.
    constexpr int tries = 3;
    for (int i = 0; i < tries; ++i) {
      auto found = filtered(filter, [](const Library& reader, const library::Catalogue& catalogue,
                                       const library::Asked& asked) {
        std::vector<model::StoryRow> rows;
        for (const std::uint32_t story : library::select(catalogue, asked))
          rows.push_back(catalogue.stories[story]);
        return reader.storiesAt(rows);
      });
      if (!found) return tl::make_unexpected(found.error());
      if (std::find(found->begin(), found->end(), std::nullopt) != found->end()) continue;
      std::vector<model::Event> stories;
      stories.reserve(found->size());
      for (std::optional<model::Event>& story : *found)
        stories.push_back(std::move(*story));
      std::sort(stories.begin(), stories.end(), comesBefore);
      return stories;
    }
    return read([&](const Library& reader) { return reader.stories(filter); });
  }

  base::Result<StoriesFound> stories(const model::Filter& filter) const override {
    auto stories = catalogue();
    if (!stories) return tl::make_unexpected(stories.error());
    return read([&](const Library& reader) -> base::Result<StoriesFound> {
      const auto asked = reader.asked(**stories, filter);
      if (!asked) return tl::make_unexpected(asked.error());
      std::vector<std::uint32_t> places = library::select(**stories, *asked);
      return StoriesFound{std::move(*stories), std::move(places)};
    });
  }

  base::Result<StoriesRead> storiesAt(const std::vector<model::StoryRow>& rows) const override {
    return read([&](const Library& reader) -> base::Result<StoriesRead> {
      auto stories = reader.storiesAt(rows);
      if (!stories) return tl::make_unexpected(stories.error());
      StoriesRead result{std::move(*stories), {}};
      std::set<std::string_view> telling;
      for (const std::optional<model::Event>& story : result.stories) {
        if (!story) continue;
        for (const model::Passage& passage : story->passages)
          telling.insert(passage.article);
      }
      for (const std::string_view source : telling) {
        auto article = reader.article(source);
        if (!article) return tl::make_unexpected(article.error());
        if (*article) result.articles.push_back(std::move(**article));
      }
      return result;
    });
  }

  base::Result<std::vector<std::string>> titlesAt(const std::vector<model::StoryRow>& rows) const override {
    return read([&](const Library& reader) { return reader.titlesAt(rows); });
  }

  base::Result<std::optional<model::StoryRow>> rowOf(const std::string& id) const override {
    return read([&](const Library& reader) { return reader.rowOf(id); });
  }

  base::Result<std::vector<ArticleSummary>> articles() const override {
    return read([](const Library& reader) { return reader.articles(); });
  }

  base::Result<std::optional<ArticleSummary>> article(const std::string& source) const override {
    return read([&](const Library& reader) { return reader.article(source); });
  }

  base::Result<std::size_t> articleCount() const override {
    return read([](const Library& reader) { return reader.articleCount(); });
  }

  base::Result<model::Document> document(const std::string& source) const override {
    return read([&](const Library& reader) { return reader.document(source); });
  }

  base::Result<Explanation> explain(const std::string& event) const override {
    return read([&](const Library& reader) -> base::Result<Explanation> {
      auto story = reader.story(event);
      if (!story) return tl::make_unexpected(story.error());
      auto articles = reader.articles();
      if (!articles) return tl::make_unexpected(articles.error());
      std::set<std::string_view> telling;
      for (const model::Passage& passage : story->passages)
        telling.insert(passage.article);
      std::erase_if(*articles,
                    [&](const ArticleSummary& article) { return !telling.contains(article.source); });
      return Explanation{std::move(*story), std::move(*articles)};
    });
  }

  base::Result<CheckReport> check(bool repair) override {
    CheckReport report;
    const auto look = [](const Library& reader) { return reader.check(); };
    auto problems = read(look);
    if (!problems) return tl::make_unexpected(problems.error());
    report.problems = std::move(*problems);
    if (!repair || report.problems.empty()) return report;

    const std::lock_guard writing(m_writing);
    if (!m_writer) return readingOnly();
    if (const auto repaired = m_writer->repair(); !repaired) return report; // the problems stand
    auto left = read(look);
    if (!left) return tl::make_unexpected(left.error());
    for (const std::string& problem : report.problems)
      if (std::find(left->begin(), left->end(), problem) == left->end()) report.repaired.push_back(problem);
    report.problems = std::move(*left);
    return report;
  }

 private:
  static tl::unexpected<base::Error> readingOnly() {
    return base::fail(base::ErrorKind::access, "is open for reading only");
  }

  base::Result<ReadAgainReport> readAgain(const std::vector<std::string>& sources,
                                          const base::ProgressCallback& progress,
                                          const base::CancelToken& cancel) {
    ReadAgainReport report;
    base::Result<void> stored;
    std::size_t begun = 0;
    InOrder<std::string, PreparedAgain> work(
        [&]() -> std::optional<std::string> {
          return begun < sources.size() ? std::optional(sources[begun++]) : std::nullopt;
        },
        [&](const std::string& source) { return prepareAgain(source); });
    const auto total = static_cast<std::int64_t>(sources.size());
    work.run([&](const PreparedAgain& prepared) {
      report.cancelled = cancel.cancelled();
      if (report.cancelled) return false;
      if (progress) progress({report.read, total, prepared.source});
      if (!prepared.extraction) {
        report.failures.push_back({prepared.source, prepared.extraction.error()});
        return true;
      }
      stored = m_writer->replaceReading(prepared.source, *prepared.extraction, m_knowledge->digest());
      ++report.read;
      return stored.has_value();
    });
    if (!stored) return tl::make_unexpected(stored.error());
    if (const auto learnt = learnNames(); !learnt) return tl::make_unexpected(learnt.error());
    if (progress && !report.cancelled) progress({total, total, {}});
    return report;
  }

  /// How the gazetteer writes the names that are new in the library.
  base::Result<void> learnNames() {
    const auto names = m_writer->namesToLearn();
    if (!names) return tl::make_unexpected(names.error());
    if (names->empty()) return {};
    std::unordered_map<std::string_view, std::size_t> place;
    std::vector<library::OtherNames> learnt;
    for (const std::string& name : *names) {
      place.emplace(name, learnt.size());
      learnt.push_back({name, {}});
    }
    const auto learn = [&](const auto& bearers) {
      for (const auto& bearer : bearers)
        if (const auto found = place.find(bearer.name); found != place.end())
          for (const auto* forms : {&bearer.en, &bearer.zh})
            learnt[found->second].others.insert(learnt[found->second].others.end(), forms->begin(),
                                                forms->end());
    };
    learn(m_knowledge->gazetteer().persons);
    learn(m_knowledge->gazetteer().bodies);
    learn(m_knowledge->gazetteer().places);
    return m_writer->learnNames(learnt);
  }

  /// Another connection; not to a file that has got the name since.
  base::Result<Library> openedReader() const {
    if (m_file.place() != FilePlace::here)
      return base::fail(base::ErrorKind::notFound, "is not where it was any more");
    return Library::open(m_path, Library::Access::read);
  }

  /// Counts up when somebody, in whatever program, has changed the file. Call it with the catalogue locked.
  base::Result<void> seeChanges() const {
    if (!m_watcher) {
      auto opened = openedReader();
      if (!opened) return tl::make_unexpected(opened.error());
      m_watcher = std::move(*opened);
    }
    const auto now = m_watcher->dataVersion();
    if (!now) return tl::make_unexpected(now.error());
    if (m_dataVersion && *m_dataVersion != *now) ++m_version;
    m_dataVersion = *now;
    return {};
  }

  /// The catalogue as the file is now: kept until somebody changes it.
  base::Result<library::CataloguePtr> catalogue() const {
    const std::lock_guard lock(m_catalogueLock);
    if (const auto seen = seeChanges(); !seen) return tl::make_unexpected(seen.error());
    if (m_catalogue && m_version == m_catalogueVersion) return m_catalogue;
    auto fresh = m_watcher->catalogue();
    if (!fresh) return tl::make_unexpected(fresh.error());
    m_catalogue = std::move(*fresh);
    m_catalogueVersion = m_version;
    return m_catalogue;
  }

  template <typename Work>
  auto filtered(const model::Filter& filter, Work work) const
      -> decltype(work(std::declval<const Library&>(), std::declval<const library::Catalogue&>(),
                       std::declval<const library::Asked&>())) {
    const auto stories = catalogue();
    if (!stories) return tl::make_unexpected(stories.error());
    return read([&](const Library& reader) -> decltype(work(reader, **stories,
                                                            std::declval<const library::Asked&>())) {
      const auto asked = reader.asked(**stories, filter);
      if (!asked) return tl::make_unexpected(asked.error());
      return work(reader, **stories, *asked);
    });
  }

  /// What is corrected of an article's dates takes effect once it is read again.
  base::Result<model::Correction> whenRead(const model::Correction& made) {
    const auto source = m_writer->waitingToBeRead(made.anchor.digest);
    if (!source) return tl::make_unexpected(source.error());
    if (!*source) return made;
    const PreparedAgain prepared = prepareAgain(**source);
    if (!prepared.extraction) return tl::make_unexpected(prepared.extraction.error());
    const auto stored = m_writer->replaceReading(**source, *prepared.extraction, m_knowledge->digest());
    if (!stored) return tl::make_unexpected(stored.error());
    return made;
  }

  base::Result<std::optional<model::Correction>> revoke(const base::Result<std::optional<std::string>>& id,
                                                        const std::string& by) {
    if (!id) return tl::make_unexpected(id.error());
    if (!*id) return std::nullopt;
    const auto revoked = m_writer->revoke(**id, by);
    if (!revoked) return tl::make_unexpected(revoked.error());
    const auto read = whenRead(*revoked);
    if (!read) return tl::make_unexpected(read.error());
    return std::optional(*read);
  }

  PreparedAgain prepareAgain(const std::string& source) const {
    return {source, read([&](const Library& reader) -> base::Result<model::Extraction> {
              const auto document = reader.document(source);
              if (!document) return tl::make_unexpected(document.error());
              const auto given = reader.given(document->digest);
              if (!given) return tl::make_unexpected(given.error());
              return extracted(*document, *given);
            })};
  }

  /// Reads with what people said of the article's dates.
  model::Extraction extracted(const model::Document& document, const library::GivenDates& given) const {
    if (!given.stated) return extract::extract(document, *m_knowledge, given.written);
    model::Document said = document;
    said.stated = model::StatedDate{*given.stated, {}};
    return extract::extract(said, *m_knowledge, given.written);
  }

  Prepared prepare(const fs::path& file, const std::unordered_set<std::string>& known) const {
    Prepared prepared{file.string(), std::nullopt};
    auto document = ingest::readFile(file);
    if (!document) {
      prepared.article = tl::make_unexpected(document.error());
    } else if (!known.contains(document->digest)) {
      const auto given = read([&](const Library& reader) { return reader.given(document->digest); });
      if (!given) {
        prepared.article = tl::make_unexpected(given.error());
      } else {
        model::Extraction extraction = extracted(*document, *given);
        prepared.article = ReadArticle{std::move(*document), std::move(extraction)};
      }
    }
    return prepared;
  }

  base::Result<void> store(Prepared prepared, AddReport& report) {
    if (!prepared.article) {
      report.failures.push_back({std::move(prepared.source), prepared.article.error()});
      return {};
    }
    library::Added how = library::Added::alreadyThere;
    if (const std::optional<ReadArticle>& article = *prepared.article) {
      const auto added = m_writer->add(article->document, article->extraction, m_knowledge->digest());
      if (!added) return tl::make_unexpected(added.error());
      how = *added;
    }
    ++(how == library::Added::added        ? report.added
       : how == library::Added::newVersion ? report.newVersions
                                           : report.alreadyThere);
    return {};
  }

  /// Lends a reader to `work`; opens another one when all are lent.
  template <typename Work>
  auto read(Work work) const -> decltype(work(std::declval<const Library&>())) {
    std::optional<Library> reader;
    {
      const std::lock_guard lock(m_readersLock);
      if (!m_readers.empty()) {
        reader = std::move(m_readers.back());
        m_readers.pop_back();
      }
    }
    if (!reader) {
      auto opened = openedReader();
      if (!opened) return tl::make_unexpected(opened.error());
      reader = std::move(*opened);
    }
    auto result = work(std::as_const(*reader));
    const std::lock_guard lock(m_readersLock);
    m_readers.push_back(std::move(*reader));
    return result;
  }

  fs::path m_path;
  FileIdentity m_file; ///< the one that was opened
  std::mutex m_writing;
  std::optional<Library> m_writer;
  std::shared_ptr<const language::Knowledge> m_knowledge;
  mutable std::mutex m_readersLock;
  mutable std::vector<Library> m_readers;
  mutable std::mutex m_catalogueLock;
  mutable std::optional<Library> m_watcher;          ///< sees that others have changed the file
  mutable std::optional<std::int64_t> m_dataVersion; ///< as it saw it last
  mutable std::int64_t m_version = 0;
  mutable std::optional<std::int64_t> m_logEmptyAt; ///< the version at which the log was emptied last
  mutable library::CataloguePtr m_catalogue;
  mutable std::int64_t m_catalogueVersion = 0;
};

base::Result<Library> openAs(const fs::path& path, Session::Mode mode) {
  std::error_code ignored;
  switch (mode) {
  case Session::Mode::create:
    return Library::open(path, Library::Access::create);
  case Session::Mode::openOrCreate:
    return Library::open(path, fs::exists(path, ignored) ? Library::Access::write : Library::Access::create);
  case Session::Mode::open:
    return Library::open(path, Library::Access::write);
  case Session::Mode::readOnly:
    break;
  }
  return Library::open(path, Library::Access::read);
}

} // namespace

base::Result<std::unique_ptr<Session>> Session::open(const fs::path& library, Mode mode,
                                                     std::shared_ptr<const language::Knowledge> knowledge) {
  auto opened = openAs(library, mode);
  if (!opened) return tl::make_unexpected(opened.error());
  std::optional<Library> writer;
  if (mode != Mode::readOnly) writer = std::move(*opened);
  return std::make_unique<LibrarySession>(library, std::move(writer), std::move(knowledge));
}

base::Result<std::optional<fs::path>> Session::restore(const fs::path& library, const fs::path& copy) {
  return Library::restore(library, copy);
}

base::Result<exchange::Collection> collection(const Session& session, const model::Filter& filter) {
  exchange::Collection result;
  auto articles = session.articles();
  if (!articles) return tl::make_unexpected(articles.error());
  auto events = session.events(filter);
  if (!events) return tl::make_unexpected(events.error());
  result.articles = std::move(*articles);
  result.events = std::move(*events);
  for (const model::Event& event : result.events) {
    for (const model::Passage& passage : event.passages) {
      if (result.positions.contains(passage.article)) continue;
      const auto document = session.document(passage.article);
      if (!document) return tl::make_unexpected(document.error());
      result.positions.emplace(passage.article, text::CodePointIndex(document->text));
    }
  }
  return result;
}

} // namespace demarche::service
