// SPDX-License-Identifier: Apache-2.0
#include "core/extract/extract.h"
#include "core/ingest/ingest.h"
#include "core/library/library.h"
#include "core/service/in_order.h"
#include "core/service/session.h"

#include <algorithm>
#include <mutex>
#include <set>
#include <system_error>
#include <unordered_set>

namespace demarche::service {
namespace fs = std::filesystem;
namespace {

using library::Library;

/// What became of one input on its way to the writer.
struct Prepared {
  std::string source;
  base::Result<std::optional<ReadArticle>> article; ///< nothing when its text is in the library already
};

/// A session on a library file: one connection that writes, and as many that read as there are readers at a
/// time, each used by one thread at a time.
class LibrarySession final : public Session {
 public:
  LibrarySession(fs::path path, std::optional<Library> writer,
                 std::shared_ptr<const language::Knowledge> knowledge)
      : m_path(std::move(path)), m_writer(std::move(writer)), m_knowledge(std::move(knowledge)) {}

  const fs::path& path() const override { return m_path; }

  base::Result<AddReport> add(const std::vector<fs::path>& inputs, const base::ProgressCallback& progress,
                              const base::CancelToken& cancel) override {
    const std::lock_guard writing(m_writing);
    if (!m_writer) return base::fail(base::ErrorKind::access, "is open for reading only");
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
      return stored.has_value();
    });
    const base::Result<void> joined = m_writer->joinStories();
    if (!stored) return tl::make_unexpected(stored.error());
    if (!joined) return tl::make_unexpected(joined.error());
    if (progress && !report.cancelled) progress({done, done, {}});
    return report;
  }

  base::Result<std::vector<model::Event>> events(const model::Filter& filter) const override {
    return read([&](const Library& reader) { return reader.stories(filter); });
  }

  base::Result<std::vector<ArticleSummary>> articles() const override {
    return read([](const Library& reader) { return reader.articles(); });
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
    if (!m_writer) return base::fail(base::ErrorKind::access, "is open for reading only");
    if (const auto repaired = m_writer->repair(); !repaired) return report; // the problems stand
    auto left = read(look);
    if (!left) return tl::make_unexpected(left.error());
    for (const std::string& problem : report.problems)
      if (std::find(left->begin(), left->end(), problem) == left->end()) report.repaired.push_back(problem);
    report.problems = std::move(*left);
    return report;
  }

 private:
  Prepared prepare(const fs::path& file, const std::unordered_set<std::string>& known) const {
    Prepared prepared{file.string(), std::nullopt};
    auto document = ingest::readFile(file);
    if (!document) {
      prepared.article = tl::make_unexpected(document.error());
    } else if (!known.contains(document->digest)) {
      model::Extraction extraction = extract::extract(*document, *m_knowledge);
      prepared.article = ReadArticle{std::move(*document), std::move(extraction)};
    }
    return prepared;
  }

  base::Result<void> store(Prepared prepared, AddReport& report) {
    if (!prepared.article) {
      report.failures.push_back({std::move(prepared.source), prepared.article.error()});
      return {};
    }
    bool isNew = false;
    if (const std::optional<ReadArticle>& article = *prepared.article) {
      const auto added = m_writer->add(article->document, article->extraction, m_knowledge->digest());
      if (!added) return tl::make_unexpected(added.error());
      isNew = *added;
    }
    ++(isNew ? report.added : report.alreadyThere);
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
      auto opened = Library::open(m_path, Library::Access::read);
      if (!opened) return tl::make_unexpected(opened.error());
      reader = std::move(*opened);
    }
    auto result = work(std::as_const(*reader));
    const std::lock_guard lock(m_readersLock);
    m_readers.push_back(std::move(*reader));
    return result;
  }

  fs::path m_path;
  std::mutex m_writing;
  std::optional<Library> m_writer;
  std::shared_ptr<const language::Knowledge> m_knowledge;
  mutable std::mutex m_readersLock;
  mutable std::vector<Library> m_readers;
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
