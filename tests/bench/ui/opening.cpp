// SPDX-License-Identifier: Apache-2.0

// The whole window over a library as large as an archive (tests/bench/made_library.h says which): how long
// one waits from opening it to a timeline, a list and an overview with all their words, and what memory that
// takes. $DEMARCHE_BENCH_ARTICLES and $DEMARCHE_BENCH_FACTS choose other libraries.

#include "core/service/session.h"
#include "tests/bench/made_library.h"
#include "ui/bridge/library_client.h"
#include "ui/shell/library_commands.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings.h"
#include "ui/shell/translation.h"
#include "ui/timeline/view.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <chrono>
#include <fstream>
#include <string>

namespace {

using namespace demarche;

constexpr QSize screen(1920, 1080);
constexpr std::chrono::milliseconds quiet{300}; ///< without a frame, after which none is coming

base::Result<std::shared_ptr<service::Session>> openKept(const std::filesystem::path& file,
                                                         service::Session::Mode /*mode*/) {
  auto session = service::Session::open(file, service::Session::Mode::readOnly, nullptr);
  if (!session) return tl::make_unexpected(session.error());
  return std::shared_ptr<service::Session>(std::move(*session));
}

/// Notes when the timeline was painted last.
class Frames : public QObject {
 public:
  explicit Frames(QWidget* timeline) { timeline->installEventFilter(this); }
  bool eventFilter(QObject* /*watched*/, QEvent* event) override {
    if (event->type() == QEvent::Paint) m_last = std::chrono::steady_clock::now();
    return false;
  }
  [[nodiscard]] std::chrono::steady_clock::time_point last() const { return m_last; }

 private:
  std::chrono::steady_clock::time_point m_last;
};

struct Opened {
  double firstFrame = 0; ///< milliseconds until all was painted
  double longest = 0;    ///< milliseconds for which the window answered nobody
  double resident = 0;   ///< megabytes
};

double residentMegabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
  return 0;
}

Opened open() {
  using Clock = std::chrono::steady_clock;
  const auto milliseconds = [](Clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
  };
  qputenv("QT_QPA_PLATFORM", "offscreen");
  int count = 1;
  char name[] = "bench_opening";
  char* names[] = {name, nullptr};
  const QApplication application(count, names);
  const std::filesystem::path file = bench::madeLibrary(MADE_LIBRARIES, bench::amountWanted());
  const QTemporaryDir folder;
  ui::Settings settings(folder.filePath(QStringLiteral("settings.ini")));
  ui::Translation translation;
  translation.use(QStringLiteral("en"));
  ui::LibraryClient client(openKept);
  ui::MainWindow window(client, settings, translation);
  window.resize(screen);
  window.show();
  QApplication::processEvents();
  auto* const timeline = window.findChild<ui::TimelineView*>();
  const Frames frames(timeline);

  Opened opened;
  const Clock::time_point begin = Clock::now();
  Clock::time_point turn = begin;
  window.library().open(QString::fromStdString(file.string()));
  Clock::time_point arrived = begin;
  const auto complete = [&] {
    const bool empty = timeline->scene().snapshot().items.empty();
    if (empty) arrived = Clock::now();
    return !empty && frames.last() > arrived && Clock::now() - frames.last() > quiet;
  };
  while (!complete()) {
    QApplication::processEvents(QEventLoop::AllEvents, 1);
    const Clock::time_point now = Clock::now();
    opened.longest = std::max(opened.longest, milliseconds(now - turn));
    turn = now;
  }
  opened.firstFrame = milliseconds(frames.last() - begin);
  opened.resident = residentMegabytes();
  return opened;
}

const Opened& opened() {
  static const Opened opened = open();
  return opened;
}

void firstFrame(benchmark::State& state) {
  for ([[maybe_unused]] auto run : state)
    state.counters["ms"] = opened().firstFrame;
}
void longestStandstill(benchmark::State& state) {
  for ([[maybe_unused]] auto run : state)
    state.counters["ms"] = opened().longest;
}
void resident(benchmark::State& state) {
  for ([[maybe_unused]] auto run : state)
    state.counters["peak_bytes"] = opened().resident * 1e6;
}

BENCHMARK(firstFrame)->Name("timeline_first_frame_ms")->Iterations(1);
BENCHMARK(longestStandstill)->Name("window_standstill_ms_max")->Iterations(1);
BENCHMARK(resident)->Name("window_resident_mb")->Iterations(1);

} // namespace
