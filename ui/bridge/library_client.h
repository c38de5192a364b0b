// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/filter.h"
#include "core/service/session.h"
#include "ui/bridge/event_set.h"
#include "ui/bridge/library_watch.h"
#include "ui/bridge/refresh_pace.h"

#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace demarche::ui {

/// How a library is opened; runs on a worker. The window is given the real one, tests give their own.
using LibraryOpener = std::function<base::Result<std::shared_ptr<service::Session>>(
    const std::filesystem::path&, service::Session::Mode)>;

/// The window's one way to a library, and the only part of the window that knows of threads: calls return at
/// once, answers come as signals on the window's thread. Adding has a worker of its own, so that one can open
/// and read meanwhile. Of several requests for the same thing only the newest is answered. Failures are
/// signalled, always. It notices what other programs do to the library: that they change it, which it tells,
/// and that they move it away or put another file in its place, which it then opens.
class LibraryClient : public QObject {
  Q_OBJECT
 public:
  explicit LibraryClient(LibraryOpener opener, QObject* parent = nullptr);
  /// Cancels what runs and waits for it.
  ~LibraryClient() override;

  /// Once it is open it takes the place of the one before, and what is being added there is called off. If it
  /// cannot be opened, all stays as it is.
  void open(const QString& library, service::Session::Mode mode);
  /// Reads files and folders into the library; while one is being opened, into that one.
  void add(const QStringList& inputs);
  /// Calls off what is being added; the articles added so far stay.
  void cancel();
  /// With the answer comes what `selected` goes by then, and what was looked at last is there at once.
  void requestEvents(const model::Filter& filter, StoryRow selected = noStory);
  /// The article's text, and what the events shown tell of it.
  void requestDocument(const QString& source);
  /// Filters that are kept in the library.
  void requestSavedFilters();
  /// Takes the place of one with this name; the answer is all that are kept then.
  void saveFilter(const model::SavedFilter& saved);
  void removeFilter(const QString& name);
  /// Which events a filter lets through, by their ids; the name comes back with the answer.
  void requestRows(const QString& name, const model::Filter& filter);
  /// Writes what the filter lets through in one of exchange::formats(), by its name.
  void exportEvents(const model::Filter& filter, const QString& format, const QString& file);

  /// Looks now whether others have changed the library; it would be noticed soon anyway.
  void look() { m_watch.look(); }

  /// Empty when none is open.
  [[nodiscard]] QString library() const { return m_library; }
  /// Also while its file is away: what was read of it is still shown.
  [[nodiscard]] bool isOpen() const { return !m_library.isEmpty(); }
  [[nodiscard]] bool isOpening() const { return m_opening > 0; }
  [[nodiscard]] bool isAdding() const { return m_adding > 0; }

 Q_SIGNALS:
  void openStarted(const QString& library);
  void opened(const QString& library);
  /// `selected` is what the event that was selected goes by among these; noStory when it is gone.
  void eventsReady(const EventSetPtr& events, StoryRow selected);
  /// More is known of the events that were answered last.
  void eventsArrived();
  void documentReady(const DocumentPtr& document);
  void savedFiltersReady(const std::vector<model::SavedFilter>& saved);
  void rowsReady(const QString& name, const std::vector<StoryRow>& rows);
  void addStarted();
  void addProgressed(const base::Progress& progress);
  void addFinished(const service::AddReport& report);
  void exported(const QString& file);
  /// Another program has changed the library: what was read of it is to be asked for anew. At most twice a
  /// second, and not for what the client itself has added.
  void changedElsewhere();
  /// The library's file, that was away or another one, is open again.
  void foundAgain(const QString& library);
  /// Something could not be done: what it was about (a file, a library), and why.
  void failed(const QString& about, const QString& why);

 private:
  using SessionPtr = std::shared_ptr<service::Session>;
  struct Opening {
    QString library;
    service::Session::Mode mode = service::Session::Mode::open;
    bool again = false; ///< another file stands under the name of the one that was open
  };

  void startOpening(const Opening& opening);
  void openEnded(const Opening& opening, const base::Result<SessionPtr>& session);
  void openAgain();
  void fileFound(const service::FileState& state);
  void startAdding(const QStringList& inputs);
  void refuse(const QStringList& inputs);
  [[nodiscard]] EventSet::Source sourceOf(const SessionPtr& session, std::uint64_t request);
  void want(std::uint64_t request, StoryRow event);
  void wantRanks(std::uint64_t request, TextColumn column);
  void fetchWanted();
  void changeFilters(const QString& name, const std::function<base::Result<void>(service::Session&)>& change);
  void leaveLibrary();
  /// Closing a library writes to its file, so the last hold on it is let go on a worker.
  void release(SessionPtr session);

  LibraryOpener m_opener;
  SessionPtr m_session;
  QString m_library;
  service::Session::Mode m_mode = service::Session::Mode::open;
  LibraryWatch m_watch;
  RefreshPace m_pace;
  bool m_away = false;         ///< the library's file is not where it was
  QTimer m_tryAgain;           ///< to open the file that took its place
  QString m_whyNotAgain;       ///< told once, however often it is tried
  QStringList m_waitingInputs; ///< to be added once the library is open
  base::CancelToken m_cancel;  ///< of everything being added now
  int m_opening = 0;
  int m_adding = 0;
  // Numbers of the newest request; a worker leaves out a request that is no longer it.
  std::atomic<std::uint64_t> m_eventsWanted = 0;
  std::atomic<std::uint64_t> m_documentWanted = 0;
  EventSetPtr m_events;             ///< those that were answered last
  std::uint64_t m_eventsNumber = 0; ///< their request
  std::string m_article;            ///< the one that was asked for last
  std::vector<StoryRow> m_wanted;   ///< to be fetched
  QSet<StoryRow> m_asked;           ///< wanted, and not arrived yet
  QSet<TextColumn> m_ranksAsked;
  QThreadPool m_writer;
  QThreadPool m_reader;
  QThreadPool m_fetcher; ///< words of events, which must not wait until others are found
};

} // namespace demarche::ui
