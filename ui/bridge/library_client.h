// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/filter.h"
#include "core/service/session.h"
#include "ui/bridge/event_set.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QThreadPool>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

namespace demarche::ui {

/// How a library is opened; runs on a worker. The window is given the real one, tests give their own.
using LibraryOpener = std::function<base::Result<std::shared_ptr<service::Session>>(
    const std::filesystem::path&, service::Session::Mode)>;

/// The window's one way to a library, and the only part of the window that knows of threads: calls return at
/// once, answers come as signals on the window's thread. Adding has a worker of its own, so that one can open
/// and read meanwhile. Of several requests for the same thing only the newest is answered. Failures are
/// signalled, always.
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
  void requestEvents(const model::Filter& filter);
  void requestDocument(const QString& source);
  /// Writes what the filter lets through in one of exchange::formats(), by its name.
  void exportEvents(const model::Filter& filter, const QString& format, const QString& file);

  /// Empty when none is open.
  [[nodiscard]] QString library() const { return m_library; }
  [[nodiscard]] bool isOpen() const { return m_session != nullptr; }
  [[nodiscard]] bool isOpening() const { return m_opening > 0; }
  [[nodiscard]] bool isAdding() const { return m_adding > 0; }

 Q_SIGNALS:
  void openStarted(const QString& library);
  void opened(const QString& library);
  void eventsReady(const EventSetPtr& events);
  void documentReady(const DocumentPtr& document);
  void addStarted();
  void addProgressed(const base::Progress& progress);
  void addFinished(const service::AddReport& report);
  void exported(const QString& file);
  /// Something could not be done: what it was about (a file, a library), and why.
  void failed(const QString& about, const QString& why);

 private:
  void openEnded(const QString& library, const base::Result<std::shared_ptr<service::Session>>& session);
  void startAdding(const QStringList& inputs);
  void refuse(const QStringList& inputs);
  void leaveLibrary();
  /// Closing a library writes to its file, so the last hold on it is let go on a worker.
  void release(std::shared_ptr<service::Session> session);

  LibraryOpener m_opener;
  std::shared_ptr<service::Session> m_session;
  QString m_library;
  QStringList m_waitingInputs; ///< to be added once the library is open
  base::CancelToken m_cancel;  ///< of everything being added now
  int m_opening = 0;
  int m_adding = 0;
  // Numbers of the newest request; a worker leaves out a request that is no longer it.
  std::atomic<std::uint64_t> m_eventsWanted = 0;
  std::atomic<std::uint64_t> m_documentWanted = 0;
  QThreadPool m_writer;
  QThreadPool m_reader;
};

} // namespace demarche::ui
