// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/library_client.h"

#include "core/exchange/format.h"
#include "core/exchange/whole_file.h"
#include "core/library/catalogue/catalogue.h"
#include "core/timeline/snapshot.h"
#include "ui/bridge/text.h"
#include "ui/bridge/text_ranks.h"

#include <QMetaObject>
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace demarche::ui {
namespace {

/// As often as an eye can follow.
constexpr std::chrono::milliseconds progressEvery{33};

constexpr std::chrono::seconds tryAgainAfter{2};

/// Events whose words are there at once when they are shown anew: a window full.
constexpr std::size_t mostHeld = 400;

/// Runs `work` on a thread of `pool` and hands its answer to `deliver` on the thread of `receiver`, which
/// outlives the pool.
template <typename Work, typename Deliver>
void runThen(QThreadPool& pool, QObject* receiver, Work work, Deliver deliver) {
  pool.start([receiver, work = std::move(work), deliver = std::move(deliver)] {
    QMetaObject::invokeMethod(
        receiver, [answer = work(), deliver] { deliver(answer); }, Qt::QueuedConnection);
  });
}

/// What the window was looking at when it asked.
struct Held {
  StoryRow selected = noStory;
  std::optional<model::Event> event; ///< the selected one, if its words are known
  std::string article;               ///< the one that is open; empty for none
  std::vector<StoryRow> lookedAt;
};

/// Events of one moment.
struct ReadEvents {
  EventSetPtr set;
  StoryRow selected = noStory;
  std::int64_t version = 0; ///< of the library, or an earlier one
};

/// What was asked for, or why there is none; nothing when a newer request made this one idle.
using EventsAnswer = std::optional<base::Result<ReadEvents>>;

/// The event that tells what one of an earlier moment told: under its id, or, where articles were joined in
/// another way, with one of its passages.
base::Result<StoryRow> successorOf(const service::Session& session, const EventSet& events,
                                   const model::Event& earlier) {
  const auto same = session.rowOf(earlier.id);
  if (!same) return tl::make_unexpected(same.error());
  if (*same) return **same;
  for (const model::Passage& told : earlier.passages) {
    const std::vector<StoryRow> rows = events.rowsToldIn(told.article);
    const auto read = session.storiesAt(rows);
    if (!read) return tl::make_unexpected(read.error());
    // One sentence may tell of several things.
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (const auto& event = read->stories[i];
          event && event->kind == earlier.kind && findPassage(*event, told))
        return rows[i];
  }
  return noStory;
}

base::Result<void> readArticle(const service::Session& session, const EventSet& events,
                               const std::string& source) {
  const std::vector<StoryRow> rows = events.rowsToldIn(source);
  auto read = session.storiesAt(rows);
  if (!read) return tl::make_unexpected(read.error());
  auto article = session.article(source);
  if (!article) return tl::make_unexpected(article.error());
  if (*article) read->articles.push_back(std::move(**article));
  events.take(rows, *read);
  events.takeArticle(source, rows);
  return {};
}

base::Result<ReadEvents> readEvents(const service::Session& session, const model::Filter& filter,
                                    const EventSet::Source& source, Held held) {
  // Before all else: what comes while it is read is asked for again.
  const std::int64_t version = session.fileState().value_or(service::FileState()).version;
  const auto found = session.stories(filter);
  if (!found) return tl::make_unexpected(found.error());
  const auto articleCount = session.articleCount();
  if (!articleCount) return tl::make_unexpected(articleCount.error());
  const auto set = std::make_shared<const EventSet>(timeline::snapshotOf(found->catalogue, found->places),
                                                    *articleCount, source);
  if (held.event) {
    const auto now = successorOf(session, *set, *held.event);
    if (!now) return tl::make_unexpected(now.error());
    held.selected = *now;
  }
  if (held.selected != noStory) held.lookedAt.push_back(held.selected);
  std::erase_if(held.lookedAt, [&](StoryRow row) { return !set->placeOf(row); });
  const auto seen = session.storiesAt(held.lookedAt);
  if (!seen) return tl::make_unexpected(seen.error());
  set->take(held.lookedAt, *seen);
  if (!held.article.empty())
    if (const auto read = readArticle(session, *set, held.article); !read)
      return tl::make_unexpected(read.error());
  return ReadEvents{set, held.selected, version};
}

/// An article's text, and the events that it tells.
struct ReadText {
  DocumentPtr document;
  std::vector<StoryRow> rows;
  service::StoriesRead read;
};
using TextAnswer = std::optional<base::Result<ReadText>>;

base::Result<ReadText> readText(const service::Session& session, const EventSetPtr& events,
                                const std::string& source) {
  base::Result<model::Document> document = session.document(source);
  if (!document) return tl::make_unexpected(document.error());
  ReadText text{std::make_shared<const model::Document>(std::move(*document)), {}, {}};
  if (events) text.rows = events->rowsToldIn(source);
  auto read = session.storiesAt(text.rows);
  if (!read) return tl::make_unexpected(read.error());
  text.read = std::move(*read);
  return text;
}

base::Result<void> writeEvents(const service::Session& session, const model::Filter& filter,
                               const std::string& formatName, const std::filesystem::path& file) {
  const base::Result<const exchange::Format*> format = exchange::formatNamed(formatName);
  if (!format) return tl::make_unexpected(format.error());
  const base::Result<exchange::Collection> collection = service::collection(session, filter);
  if (!collection) return tl::make_unexpected(collection.error());
  return exchange::writeWhole(file, [&](std::ostream& out) {
    (*format)->write(*collection, out);
    return out.good();
  });
}

std::vector<std::filesystem::path> paths(const QStringList& files) {
  std::vector<std::filesystem::path> result;
  for (const QString& file : files)
    result.push_back(toPath(file));
  return result;
}

} // namespace

LibraryClient::LibraryClient(LibraryOpener opener, QObject* parent)
    : QObject(parent), m_opener(std::move(opener)) {
  m_writer.setMaxThreadCount(1);
  m_reader.setMaxThreadCount(1);
  m_fetcher.setMaxThreadCount(1);
  m_tryAgain.setSingleShot(true);
  m_tryAgain.setInterval(tryAgainAfter);
  connect(&m_tryAgain, &QTimer::timeout, this, &LibraryClient::openAgain);
  connect(&m_watch, &LibraryWatch::found, this, &LibraryClient::fileFound);
  connect(&m_pace, &RefreshPace::due, this, &LibraryClient::changedElsewhere);
}

LibraryClient::~LibraryClient() {
  leaveLibrary();
  m_fetcher.waitForDone();
  m_reader.waitForDone();
  m_writer.waitForDone();
}

void LibraryClient::leaveLibrary() {
  cancel();
  ++m_eventsWanted;
  ++m_documentWanted;
  m_eventsNumber = 0; // what is shown still is of this library
  m_watch.watch(nullptr);
  m_pace.forget();
  m_tryAgain.stop();
  m_away = false;
  release(std::exchange(m_session, nullptr));
  m_library.clear();
}

void LibraryClient::release(SessionPtr session) {
  if (session) m_writer.start([last = std::move(session)]() mutable { last.reset(); });
}

void LibraryClient::open(const QString& library, service::Session::Mode mode) {
  ++m_opening;
  Q_EMIT openStarted(library);
  startOpening({library, mode});
}

void LibraryClient::startOpening(const Opening& opening) {
  runThen(
      m_reader, this,
      [opener = m_opener, path = toPath(opening.library), mode = opening.mode] { return opener(path, mode); },
      [this, opening](const base::Result<SessionPtr>& session) { openEnded(opening, session); });
}

void LibraryClient::openEnded(const Opening& opening, const base::Result<SessionPtr>& session) {
  const bool newest = --m_opening == 0;
  if (session && !newest) release(*session);
  if (!session) {
    const QString why = toQString(session.error().message);
    if (!opening.again || m_whyNotAgain != why) Q_EMIT failed(opening.library, why);
    if (opening.again) m_whyNotAgain = why;
  }
  if (!newest) return;
  const QStringList inputs = std::exchange(m_waitingInputs, {});
  if (!session) {
    refuse(inputs);
    if (isOpen() && !m_session) m_tryAgain.start();
    return;
  }
  leaveLibrary();
  if (!opening.again) {
    m_events = nullptr;
    m_article.clear();
  }
  m_session = *session;
  m_library = opening.library;
  // What was made, or was there, is there the next time.
  using Mode = service::Session::Mode;
  m_mode = opening.mode == Mode::readOnly ? Mode::readOnly : Mode::open;
  m_whyNotAgain.clear();
  m_watch.watch(m_session);
  if (opening.again) {
    Q_EMIT foundAgain(m_library);
    Q_EMIT changedElsewhere();
  } else {
    Q_EMIT opened(m_library);
  }
  if (!inputs.isEmpty()) startAdding(inputs);
}

/// The file that was open is let go first: as long as both are open under one name, they share a log.
void LibraryClient::openAgain() {
  if (isOpening()) { // something else, which may fail
    m_tryAgain.start();
    return;
  }
  ++m_opening;
  cancel();
  ++m_eventsWanted;
  ++m_documentWanted;
  m_watch.watch(nullptr);
  m_pace.forget();
  const Opening opening{m_library, m_mode, true};
  m_writer.start([this, opening, last = std::exchange(m_session, nullptr)]() mutable {
    last.reset();
    QMetaObject::invokeMethod(
        this, [this, opening] { startOpening(opening); }, Qt::QueuedConnection);
  });
}

void LibraryClient::fileFound(const service::FileState& state) {
  const bool wasAway = std::exchange(m_away, state.place == service::FilePlace::gone);
  switch (state.place) {
  case service::FilePlace::gone:
    if (wasAway) return;
    cancel();
    Q_EMIT failed(m_library, tr("It was moved or deleted. Put it back, or open it where it is now; what was "
                                "read stays in view."));
    return;
  case service::FilePlace::replaced:
    openAgain();
    return;
  case service::FilePlace::here:
    if (wasAway) Q_EMIT foundAgain(m_library);
    m_pace.found(state.version);
    return;
  }
}

void LibraryClient::add(const QStringList& inputs) {
  if (inputs.isEmpty()) return;
  if (isOpening()) {
    m_waitingInputs += inputs;
  } else if (m_session && !m_away) {
    startAdding(inputs);
  } else {
    refuse(inputs);
  }
}

void LibraryClient::refuse(const QStringList& inputs) {
  for (const QString& input : inputs)
    Q_EMIT failed(input, isOpen() ? tr("It was not added: the library is not where it was.")
                                  : tr("No library is open to add it to."));
}

void LibraryClient::startAdding(const QStringList& inputs) {
  // What was called off may still be ending; it shares no token with what comes after it.
  if (m_adding == 0 || m_cancel.cancelled()) m_cancel = base::CancelToken();
  m_pace.setWriting(true);
  if (m_adding++ == 0) Q_EMIT addStarted();
  const auto progress = [this,
                         last = std::chrono::steady_clock::time_point()](const base::Progress& now) mutable {
    const auto moment = std::chrono::steady_clock::now();
    if (now.done != now.total && moment - last < progressEvery) return;
    last = moment;
    QMetaObject::invokeMethod(
        this, [this, now] { Q_EMIT addProgressed(now); }, Qt::QueuedConnection);
  };
  runThen(
      m_writer, this,
      [session = m_session, inputs = paths(inputs), progress, cancel = m_cancel] {
        return session->add(inputs, progress, cancel);
      },
      [this, inputs](const base::Result<service::AddReport>& report) {
        --m_adding;
        if (!report) Q_EMIT failed(inputs.join(QStringLiteral(", ")), toQString(report.error().message));
        Q_EMIT addFinished(report.value_or(service::AddReport{}));
        m_pace.setWriting(m_adding > 0);
      });
}

void LibraryClient::cancel() {
  m_cancel.cancel();
}

EventSet::Source LibraryClient::sourceOf(const SessionPtr& session, std::uint64_t request) {
  const auto read = [library = std::weak_ptr<const service::Session>(session)](
                        const std::vector<StoryRow>& rows) -> base::Result<service::StoriesRead> {
    const auto held = library.lock();
    return held ? held->storiesAt(rows) : base::fail(base::ErrorKind::notFound, "the library was closed");
  };
  return {read, [this, request](StoryRow event) { want(request, event); },
          [this, request](TextColumn column) { wantRanks(request, column); }};
}

void LibraryClient::requestEvents(const model::Filter& filter, StoryRow selected) {
  if (!m_session) return;
  const std::uint64_t request = ++m_eventsWanted;
  m_pace.asked();
  Held held{selected, {}, m_article, {}};
  if (m_events) {
    if (const model::Event* const event = m_events->known(selected)) held.event = *event;
    held.lookedAt = m_events->lookedAt(mostHeld);
  }
  runThen(
      m_reader, this,
      [this, request, session = m_session, filter, source = sourceOf(m_session, request),
       held]() -> EventsAnswer {
        if (request != m_eventsWanted) return std::nullopt;
        return readEvents(*session, filter, source, held);
      },
      [this, request, library = m_library](const EventsAnswer& answer) {
        if (!answer || request != m_eventsWanted) return;
        if (*answer) {
          m_events = (*answer)->set;
          m_eventsNumber = request;
          m_wanted.clear();
          m_asked.clear();
          m_ranksAsked.clear();
          Q_EMIT eventsReady(m_events, (*answer)->selected);
          m_pace.answered((*answer)->version);
        } else {
          Q_EMIT failed(library, toQString(answer->error().message));
          m_pace.unanswered();
        }
      });
}

/// What is wanted for one frame is fetched together.
void LibraryClient::want(std::uint64_t request, StoryRow event) {
  if (request != m_eventsNumber || m_asked.contains(event)) return;
  m_asked.insert(event);
  m_wanted.push_back(event);
  if (m_wanted.size() == 1)
    QMetaObject::invokeMethod(this, &LibraryClient::fetchWanted, Qt::QueuedConnection);
}

void LibraryClient::fetchWanted() {
  const std::vector<StoryRow> rows = std::exchange(m_wanted, {});
  if (rows.empty() || !m_session) return;
  runThen(
      m_fetcher, this, [session = m_session, rows] { return session->storiesAt(rows); },
      [this, rows, request = m_eventsNumber,
       library = m_library](const base::Result<service::StoriesRead>& read) {
        if (request != m_eventsNumber) return;
        if (!read) { // it is not tried again until other events are asked for
          Q_EMIT failed(library, toQString(read.error().message));
          return;
        }
        m_events->take(rows, *read);
        for (const StoryRow row : rows)
          m_asked.remove(row);
        Q_EMIT eventsArrived();
      });
}

void LibraryClient::wantRanks(std::uint64_t request, TextColumn column) {
  if (request != m_eventsNumber || m_ranksAsked.contains(column) || !m_session) return;
  m_ranksAsked.insert(column);
  runThen(
      m_fetcher, this,
      [session = m_session, events = m_events, column]() -> base::Result<TextRanks> {
        if (column != TextColumn::title) return rankedBy(*events, column, {});
        const auto titles = titlesOf(*session, *events);
        if (!titles) return tl::make_unexpected(titles.error());
        return rankedBy(*events, column, *titles);
      },
      [this, request, column, library = m_library](const base::Result<TextRanks>& ranks) {
        if (request != m_eventsNumber) return;
        if (!ranks) {
          Q_EMIT failed(library, toQString(ranks.error().message));
          return;
        }
        m_events->takeRanks(column, *ranks);
        Q_EMIT eventsArrived();
      });
}

void LibraryClient::requestDocument(const QString& source) {
  if (!m_session) return;
  const std::uint64_t request = ++m_documentWanted;
  m_article = toUtf8(source);
  runThen(
      m_reader, this,
      [this, request, session = m_session, events = m_events, name = m_article]() -> TextAnswer {
        if (request != m_documentWanted) return std::nullopt;
        return readText(*session, events, name);
      },
      [this, request, source, asked = m_eventsNumber](const TextAnswer& answer) {
        if (!answer || request != m_documentWanted) return;
        if (!*answer) {
          Q_EMIT failed(source, toQString(answer->error().message));
          return;
        }
        if (asked == m_eventsNumber && m_events) { // others bring what they tell of it themselves
          m_events->take((*answer)->rows, (*answer)->read);
          m_events->takeArticle(toUtf8(source), (*answer)->rows);
        }
        Q_EMIT documentReady((*answer)->document);
      });
}

void LibraryClient::requestSavedFilters() {
  if (!m_session) return;
  runThen(
      m_reader, this, [session = m_session] { return session->savedFilters(); },
      [this, session = m_session,
       library = m_library](const base::Result<std::vector<model::SavedFilter>>& saved) {
        if (session != m_session) return; // of a library that was left
        if (saved) {
          Q_EMIT savedFiltersReady(*saved);
        } else {
          Q_EMIT failed(library, toQString(saved.error().message));
        }
      });
}

void LibraryClient::saveFilter(const model::SavedFilter& saved) {
  changeFilters(toQString(saved.name),
                [saved](service::Session& session) { return session.saveFilter(saved); });
}

void LibraryClient::removeFilter(const QString& name) {
  changeFilters(name,
                [name = toUtf8(name)](service::Session& session) { return session.removeFilter(name); });
}

void LibraryClient::changeFilters(const QString& name,
                                  const std::function<base::Result<void>(service::Session&)>& change) {
  if (!m_session) return;
  runThen(
      m_writer, this, [session = m_session, change] { return change(*session); },
      [this, name](const base::Result<void>& changed) {
        if (!changed) Q_EMIT failed(name, toQString(changed.error().message));
        requestSavedFilters();
      });
}

void LibraryClient::requestRows(const QString& name, const model::Filter& filter) {
  if (!m_session) return;
  runThen(
      m_reader, this, [session = m_session, filter] { return session->stories(filter); },
      [this, session = m_session, name](const base::Result<service::StoriesFound>& found) {
        if (session != m_session) return;
        if (!found) {
          Q_EMIT failed(name, toQString(found.error().message));
          return;
        }
        std::vector<StoryRow> rows;
        for (const std::uint32_t place : found->places)
          rows.push_back(found->catalogue->stories[place]);
        Q_EMIT rowsReady(name, rows);
      });
}

void LibraryClient::exportEvents(const model::Filter& filter, const QString& format, const QString& file) {
  if (!m_session) return;
  runThen(
      m_reader, this,
      [session = m_session, filter, format = toUtf8(format), path = toPath(file)] {
        return writeEvents(*session, filter, format, path);
      },
      [this, file](const base::Result<void>& written) {
        if (written) {
          Q_EMIT exported(file);
        } else {
          Q_EMIT failed(file, toQString(written.error().message));
        }
      });
}

} // namespace demarche::ui
