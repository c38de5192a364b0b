// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/library_client.h"

#include "core/exchange/format.h"
#include "core/exchange/whole_file.h"
#include "ui/bridge/text.h"

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

/// Runs `work` on a thread of `pool` and hands its answer to `deliver` on the thread of `receiver`, which
/// outlives the pool.
template <typename Work, typename Deliver>
void runThen(QThreadPool& pool, QObject* receiver, Work work, Deliver deliver) {
  pool.start([receiver, work = std::move(work), deliver = std::move(deliver)] {
    QMetaObject::invokeMethod(
        receiver, [answer = work(), deliver] { deliver(answer); }, Qt::QueuedConnection);
  });
}

/// Events and articles of one moment.
struct ReadEvents {
  EventSetPtr set;
  std::int64_t version = 0; ///< of the library, or an earlier one
};

/// What was asked for, or why there is none; nothing when a newer request made this one idle.
using EventsAnswer = std::optional<base::Result<ReadEvents>>;
using DocumentAnswer = std::optional<base::Result<DocumentPtr>>;

base::Result<ReadEvents> readEvents(const service::Session& session, const model::Filter& filter) {
  // Before all else: what comes while it is read is asked for again.
  const std::int64_t version = session.fileState().value_or(service::FileState()).version;
  base::Result<std::vector<model::Event>> events = session.events(filter);
  if (!events) return tl::make_unexpected(events.error());
  base::Result<std::vector<service::ArticleSummary>> articles = session.articles();
  if (!articles) return tl::make_unexpected(articles.error());
  return ReadEvents{std::make_shared<const EventSet>(std::move(*events), std::move(*articles)), version};
}

base::Result<DocumentPtr> readDocument(const service::Session& session, const std::string& source) {
  base::Result<model::Document> document = session.document(source);
  if (!document) return tl::make_unexpected(document.error());
  return std::make_shared<const model::Document>(std::move(*document));
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
  m_tryAgain.setSingleShot(true);
  m_tryAgain.setInterval(tryAgainAfter);
  connect(&m_tryAgain, &QTimer::timeout, this, &LibraryClient::openAgain);
  connect(&m_watch, &LibraryWatch::found, this, &LibraryClient::fileFound);
  connect(&m_pace, &RefreshPace::due, this, &LibraryClient::changedElsewhere);
}

LibraryClient::~LibraryClient() {
  leaveLibrary();
  m_reader.waitForDone();
  m_writer.waitForDone();
}

void LibraryClient::leaveLibrary() {
  cancel();
  ++m_eventsWanted;
  ++m_documentWanted;
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

void LibraryClient::requestEvents(const model::Filter& filter) {
  if (!m_session) return;
  const std::uint64_t request = ++m_eventsWanted;
  m_pace.asked();
  runThen(
      m_reader, this,
      [this, request, session = m_session, filter]() -> EventsAnswer {
        if (request != m_eventsWanted) return std::nullopt;
        return readEvents(*session, filter);
      },
      [this, request, library = m_library](const EventsAnswer& answer) {
        if (!answer || request != m_eventsWanted) return;
        if (*answer) {
          Q_EMIT eventsReady((*answer)->set);
          m_pace.answered((*answer)->version);
        } else {
          Q_EMIT failed(library, toQString(answer->error().message));
          m_pace.unanswered();
        }
      });
}

void LibraryClient::requestDocument(const QString& source) {
  if (!m_session) return;
  const std::uint64_t request = ++m_documentWanted;
  runThen(
      m_reader, this,
      [this, request, session = m_session, name = toUtf8(source)]() -> DocumentAnswer {
        if (request != m_documentWanted) return std::nullopt;
        return readDocument(*session, name);
      },
      [this, request, source](const DocumentAnswer& answer) {
        if (!answer || request != m_documentWanted) return;
        if (*answer) {
          Q_EMIT documentReady(**answer);
        } else {
          Q_EMIT failed(source, toQString(answer->error().message));
        }
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

void LibraryClient::requestIds(const QString& name, const model::Filter& filter) {
  if (!m_session) return;
  runThen(
      m_reader, this, [session = m_session, filter] { return session->events(filter); },
      [this, session = m_session, name](const base::Result<std::vector<model::Event>>& events) {
        if (session != m_session) return;
        if (!events) {
          Q_EMIT failed(name, toQString(events.error().message));
          return;
        }
        std::vector<std::string> ids;
        for (const model::Event& event : *events)
          ids.push_back(event.id);
        Q_EMIT idsReady(name, ids);
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
