// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/fake_session.h"

#include "core/library/catalogue/catalogue_of_events.h"
#include "core/text/unicode.h"
#include "ui/bridge/text.h"
#include "ui/bridge/text_ranks.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace demarche::test {
namespace {

std::vector<model::Block> paragraphsOf(std::u16string_view text) {
  std::vector<model::Block> blocks;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(u'\n', begin), text.size());
    model::Block block;
    block.span = {static_cast<std::int32_t>(begin), static_cast<std::int32_t>(end)};
    block.role = blocks.empty() ? model::BlockRole::title : model::BlockRole::body;
    if (!block.span.empty()) blocks.push_back(block);
    begin = end + 1;
  }
  return blocks;
}

} // namespace

FakeSession::FakeSession(std::filesystem::path path) : m_path(std::move(path)) {}

void FakeSession::addArticle(const std::string& source, const std::string& title, std::u16string text) {
  const std::scoped_lock lock(m_mutex);
  model::Document document;
  document.source = source;
  document.title = title;
  document.blocks = paragraphsOf(text);
  document.text = std::move(text);
  document.digest = "digest of " + source;
  ++m_state.version;
  m_documents[source] = std::move(document);
}

void FakeSession::addEvent(const std::string& id, model::EventKind kind, std::string_view date,
                           const std::string& source, std::u16string_view quote) {
  const std::scoped_lock lock(m_mutex);
  ++m_state.version;
  const std::size_t at = m_documents.at(source).text.find(quote);
  assert(at != std::u16string::npos);
  model::Passage passage;
  passage.article = source;
  passage.span = {static_cast<std::int32_t>(at), static_cast<std::int32_t>(at + quote.size())};
  passage.text = quote;
  passage.kind = kind;
  passage.date = *time::Edtf::parse(date);
  passage.dateWhy = "the text says so";
  passage.rule = "en/rules/fake.toml:1";
  const auto known = std::ranges::find(m_events, id, &model::Event::id);
  if (known != m_events.end()) {
    known->passages.push_back(std::move(passage));
    return;
  }
  model::Event event;
  event.id = id;
  event.kind = kind;
  event.date = passage.date;
  event.title = "The " + id;
  event.confidence = 0.9;
  event.passages.push_back(std::move(passage));
  m_events.push_back(std::move(event));
}

void FakeSession::removeArticle(const std::string& source) {
  const std::scoped_lock lock(m_mutex);
  ++m_state.version;
  m_documents.erase(source);
  for (model::Event& event : m_events)
    std::erase_if(event.passages, [&](const model::Passage& passage) { return passage.article == source; });
  std::erase_if(m_events, [](const model::Event& event) { return event.passages.empty(); });
}

void FakeSession::renameEvent(const std::string& from, const std::string& to) {
  const std::scoped_lock lock(m_mutex);
  ++m_state.version;
  std::ranges::find(m_events, from, &model::Event::id)->id = to;
}

void FakeSession::setPlace(service::FilePlace place) {
  const std::scoped_lock lock(m_mutex);
  m_state.place = place;
}

base::Result<service::FileState> FakeSession::fileState() const {
  const std::scoped_lock lock(m_mutex);
  return m_state;
}

void FakeSession::holdAdding() {
  const std::scoped_lock lock(m_mutex);
  m_hold = true;
}

void FakeSession::letAddingGo() {
  const std::scoped_lock lock(m_mutex);
  m_hold = false;
  m_changed.notify_all();
}

void FakeSession::waitForHeldInput() {
  std::unique_lock lock(m_mutex);
  m_changed.wait(lock, [this] { return m_held; });
}

std::vector<std::filesystem::path> FakeSession::inputs() const {
  const std::scoped_lock lock(m_mutex);
  return m_inputs;
}

model::Filter FakeSession::lastFilter() const {
  const std::scoped_lock lock(m_mutex);
  return m_lastFilter;
}

int FakeSession::timesAsked() const {
  const std::scoped_lock lock(m_mutex);
  return m_timesAsked;
}

QString FakeSession::idAt(model::StoryRow row) const {
  const std::scoped_lock lock(m_mutex);
  const auto place = static_cast<std::size_t>(row);
  return place < m_events.size() ? ui::toQString(m_events[place].id) : QString();
}

base::Result<service::AddReport> FakeSession::add(const std::vector<std::filesystem::path>& inputs,
                                                  const base::ProgressCallback& progress,
                                                  const base::CancelToken& cancel) {
  {
    const std::scoped_lock lock(m_mutex);
    m_inputs.insert(m_inputs.end(), inputs.begin(), inputs.end());
  }
  service::AddReport report;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const std::string source = inputs[i].string();
    progress({static_cast<std::int64_t>(i), static_cast<std::int64_t>(inputs.size()), source});
    {
      std::unique_lock lock(m_mutex);
      m_held = m_hold;
      m_changed.notify_all();
      // Whoever holds an input and then cancels need not let it go.
      while (m_hold && !cancel.cancelled())
        m_changed.wait_for(lock, std::chrono::milliseconds(1));
    }
    report.cancelled = cancel.cancelled();
    if (report.cancelled) break;
    if (source.find("broken") != std::string::npos) {
      report.failures.push_back({source, {base::ErrorKind::input, "it is broken"}});
      continue;
    }
    addArticle(source, inputs[i].stem().string(), u"They met on 3 May 2021.");
    addEvent("event of " + source, model::EventKind::meeting, "2021-05-03", source,
             u"They met on 3 May 2021.");
    ++report.added;
  }
  return report;
}

base::Result<service::ReadAgainReport> FakeSession::readAgain(const base::ProgressCallback& /*progress*/,
                                                              const base::CancelToken& /*cancel*/) {
  return service::ReadAgainReport();
}
base::Result<void> FakeSession::remove(const std::vector<std::string>& /*sources*/) {
  return {};
}
base::Result<model::Correction> FakeSession::correct(const model::Correction& correction) {
  return correction;
}
base::Result<std::optional<model::Correction>> FakeSession::undo(const std::string& /*by*/) {
  return std::nullopt;
}
base::Result<std::optional<model::Correction>> FakeSession::redo(const std::string& /*by*/) {
  return std::nullopt;
}
base::Result<std::vector<service::LoggedCorrection>>
FakeSession::corrections(const std::optional<std::string>& /*event*/) const {
  return std::vector<service::LoggedCorrection>();
}

base::Result<service::MergeReport> FakeSession::merge(const std::filesystem::path& /*from*/,
                                                      const base::ProgressCallback& /*progress*/,
                                                      const base::CancelToken& /*cancel*/) {
  return service::MergeReport();
}
base::Result<void> FakeSession::backUp(const std::filesystem::path& /*copy*/) const {
  return {};
}
base::Result<service::SearchHits> FakeSession::search(const std::string& /*text*/, service::Typing /*typing*/,
                                                      service::SearchPage /*page*/) const {
  return service::SearchHits();
}
base::Result<service::FacetCounts> FakeSession::facets(const model::Filter& /*filter*/) const {
  return service::FacetCounts();
}
base::Result<std::vector<model::SavedFilter>> FakeSession::savedFilters() const {
  const std::scoped_lock lock(m_mutex);
  return m_saved;
}
base::Result<void> FakeSession::saveFilter(const model::SavedFilter& saved) {
  const std::scoped_lock lock(m_mutex);
  std::erase_if(m_saved, [&](const model::SavedFilter& one) { return one.name == saved.name; });
  m_saved.push_back(saved);
  return {};
}
base::Result<void> FakeSession::removeFilter(const std::string& name) {
  const std::scoped_lock lock(m_mutex);
  std::erase_if(m_saved, [&](const model::SavedFilter& one) { return one.name == name; });
  return {};
}

base::Result<std::vector<model::Event>> FakeSession::events(const model::Filter& filter) const {
  const std::scoped_lock lock(m_mutex);
  m_lastFilter = filter;
  std::vector<model::Event> passed;
  for (const model::Event& event : m_events)
    if (event.title.find(filter.text) != std::string::npos) passed.push_back(event);
  return passed;
}

base::Result<service::StoriesFound> FakeSession::stories(const model::Filter& filter) const {
  const std::scoped_lock lock(m_mutex);
  m_lastFilter = filter;
  ++m_timesAsked;
  service::StoriesFound found{library::catalogueOf(m_events, {}), {}};
  for (std::uint32_t row = 0; row < m_events.size(); ++row)
    if (m_events[row].title.find(filter.text) != std::string::npos) found.places.push_back(row);
  return found;
}

base::Result<service::StoriesRead> FakeSession::storiesAt(const std::vector<model::StoryRow>& rows) const {
  service::StoriesRead read;
  {
    const std::scoped_lock lock(m_mutex);
    for (const model::StoryRow row : rows) {
      const auto place = static_cast<std::size_t>(row);
      read.stories.push_back(place < m_events.size() ? std::optional(m_events[place]) : std::nullopt);
    }
  }
  read.articles = *articles();
  return read;
}

base::Result<std::vector<std::string>> FakeSession::titlesAt(const std::vector<model::StoryRow>& rows) const {
  const std::scoped_lock lock(m_mutex);
  std::vector<std::string> titles;
  for (const model::StoryRow row : rows)
    titles.push_back(m_events[static_cast<std::size_t>(row)].title);
  return titles;
}

base::Result<std::optional<model::StoryRow>> FakeSession::rowOf(const std::string& id) const {
  const std::scoped_lock lock(m_mutex);
  const auto found = std::ranges::find(m_events, id, &model::Event::id);
  return found == m_events.end() ? std::nullopt : std::optional<model::StoryRow>(found - m_events.begin());
}

base::Result<std::optional<service::ArticleSummary>> FakeSession::article(const std::string& source) const {
  const auto all = *articles();
  const auto found = std::ranges::find(all, source, &service::ArticleSummary::source);
  return found == all.end() ? std::nullopt : std::optional(*found);
}

base::Result<std::size_t> FakeSession::articleCount() const {
  const std::scoped_lock lock(m_mutex);
  return m_documents.size();
}

base::Result<std::vector<service::ArticleSummary>> FakeSession::articles() const {
  const std::scoped_lock lock(m_mutex);
  std::vector<service::ArticleSummary> summaries;
  for (const auto& [source, document] : m_documents) {
    service::ArticleSummary summary;
    summary.source = source;
    summary.title = document.title;
    summary.digest = document.digest;
    summary.stated = *time::Edtf::parse("2024-04-13");
    summary.written.date = *time::Edtf::parse("2023-05");
    summary.written.basis = model::WrittenBasis::inferred;
    summary.written.why = "those named had left office by the stated date";
    summaries.push_back(std::move(summary));
  }
  return summaries;
}

base::Result<model::Document> FakeSession::document(const std::string& source) const {
  const std::scoped_lock lock(m_mutex);
  const auto found = m_documents.find(source);
  if (found == m_documents.end()) return base::fail(base::ErrorKind::notFound, "there is no such article");
  return found->second;
}

base::Result<service::Explanation> FakeSession::explain(const std::string&) const {
  return base::fail(base::ErrorKind::notFound, "there is no such event");
}

base::Result<service::CheckReport> FakeSession::check(bool) {
  return service::CheckReport{};
}

std::shared_ptr<FakeSession> sampleLibrary() {
  auto session = std::make_shared<FakeSession>();
  session->addArticle(
      "vienna.txt", "Two days in Vienna",
      u"Two days in Vienna\n"
      u"The envoys \U0001F91D met in Vienna on 10 May 2023.\r\n"
      u"They had spoken by telephone on 2 May, it was said. They had spoken by telephone often.\n"
      u"Share this page");
  session->addArticle("weiyena.txt", "维也纳两日",
                      u"维也纳两日\n双方代表5月10日在维也纳会晤。\n随后一位副部长于6月访问华盛顿。");
  session->addEvent("meeting", model::EventKind::meeting, "2023-05-10", "vienna.txt",
                    u"The envoys \U0001F91D met in Vienna on 10 May 2023.");
  session->addEvent("meeting", model::EventKind::meeting, "2023-05-10", "weiyena.txt",
                    u"双方代表5月10日在维也纳会晤。");
  session->addEvent("call", model::EventKind::call, "2023-05-02", "vienna.txt",
                    u"They had spoken by telephone on 2 May, it was said.");
  session->addEvent("visit", model::EventKind::visit, "2023-06", "weiyena.txt",
                    u"随后一位副部长于6月访问华盛顿。");
  return session;
}

ui::EventSetPtr eventSetOf(const FakeSession& session) {
  const auto found = *session.stories({});
  const auto held = std::make_shared<const service::StoriesRead>([&] {
    std::vector<model::StoryRow> all(found.catalogue->stories);
    return *session.storiesAt(all);
  }());
  const auto read = [held](const std::vector<model::StoryRow>& rows) -> base::Result<service::StoriesRead> {
    service::StoriesRead some{{}, held->articles};
    for (const model::StoryRow row : rows)
      some.stories.push_back(held->stories[static_cast<std::size_t>(row)]);
    return some;
  };
  const auto events =
      std::make_shared<const ui::EventSet>(timeline::snapshotOf(found.catalogue, found.places),
                                           *session.articleCount(), ui::EventSet::Source{read, {}, {}});
  for (const auto column : {ui::TextColumn::title, ui::TextColumn::people, ui::TextColumn::place})
    events->takeRanks(column, ui::rankedBy(*events, column, *ui::titlesOf(session, *events)));
  return events;
}

ui::LibraryOpener openerOf(std::shared_ptr<service::Session> session) {
  return [session](const std::filesystem::path&,
                   service::Session::Mode) -> base::Result<std::shared_ptr<service::Session>> {
    return session;
  };
}

} // namespace demarche::test
