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

/// The window's one way to a library, and the only part of the window that knows of threads: calls return
/// at once, answers come as signals on the window's thread. What opens and adds runs one after the
/// other on one worker, what reads on another. Of several requests for the same thing only the newest
/// is answered. Failures are signalled, always.
class LibraryClient : public QObject {
  Q_OBJECT
 public:
  explicit LibraryClient(LibraryOpener opener, QObject* parent = nullptr);
  /// Cancels what runs and waits for it.
  ~LibraryClient() override;

  /// Leaves the library that is open (cancelling what is being added) and opens this one.
  void open(const QString& library, service::Session::Mode mode);
  /// Reads files and folders into the library; while one is being opened, into that one.
  void add(const QStringList& inputs);
  /// Calls off what is being added; the articles added so far stay.
  void cancel();
  void requestEvents(const model::Filter& filter);
  void requestDocument(const QString& source);

  /// Empty when none is open.
  [[nodiscard]] QString library() const { return m_library; }
  [[nodiscard]] bool isOpen() const { return m_session != nullptr; }
  [[nodiscard]] bool isOpening() const { return m_opening > 0; }
  [[nodiscard]] bool isAdding() const { return m_adding > 0; }

 Q_SIGNALS:
  void opened(const QString& library);
  void eventsReady(const EventSetPtr& events);
  void documentReady(const DocumentPtr& document);
  void addStarted();
  void addProgressed(const base::Progress& progress);
  void addFinished(const service::AddReport& report);
  /// Something could not be done: what it was about (a file, a library), and why.
  void failed(const QString& about, const QString& why);

 private:
  void startAdding(const QStringList& inputs);
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
