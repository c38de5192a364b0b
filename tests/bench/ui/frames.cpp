// SPDX-License-Identifier: Apache-2.0

// Frames of the timeline as the window paints them, on one core and without graphics hardware: from a scale
// to a finished picture of 1920 × 1080 pixels, every one of another stretch of time. The script zooms in from
// everything to a single day, pans at several scales, and zooms out again.

#include "core/timeline/snapshot.h"
#include "tests/bench/made_events.h"
#include "tests/bench/made_windows.h"
#include "tests/bench/percentile.h"
#include "ui/timeline/painter.h"
#include "ui/timeline/scene.h"

#include <benchmark/benchmark.h>

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <cmath>
#include <utility>
#include <vector>

namespace {

using namespace demarche;

constexpr QSize screen(1920, 1080);
constexpr int framesPerPart = 75;

/// Names a scene would have; without them each label would be measured for the first time in each frame.
struct Timeline {
  explicit Timeline(std::size_t events) {
    scene.setSize(screen);
    scene.setGrouping(timeline::Grouping::person, 19); // and all others: twenty
    scene.setEvents(ui::eventSetOf(bench::madeEvents(events)));
  }
  ui::TimelineScene scene;
  ui::TimelinePainter painter{ui::TimelinePainter::Medium::screen};
  QImage frame{screen, QImage::Format_ARGB32_Premultiplied};

  void paint(const timeline::TimeScale& scale) {
    scene.setScale(scale);
    QPainter into(&frame);
    painter.paint(into, scene);
  }
};

/// Steps of the wheel from one width of time to another, about a point that is not the middle.
void addZoom(const timeline::Extent& extent, double fromDays, double toDays, double width,
             std::vector<timeline::TimeScale>& script) {
  const double about = extent.first + 0.7 * (extent.last - extent.first);
  for (int step = 0; step < framesPerPart; ++step) {
    const double days = fromDays * std::pow(toDays / fromDays, step / (framesPerPart - 1.0));
    script.emplace_back(about - 0.4 * days, width / days);
  }
}

void addPan(double days, double width, const timeline::Extent& extent,
            std::vector<timeline::TimeScale>& script) {
  const double from = extent.first + 0.5 * (extent.last - extent.first);
  for (int step = 0; step < framesPerPart; ++step)
    script.emplace_back(from + step * days / 37, width / days);
}

std::vector<timeline::TimeScale> scriptOf(const Timeline& timeline) {
  const timeline::Extent extent = timeline.scene.extent();
  const double width = timeline.scene.plotRect().width();
  const double all = extent.last - extent.first + 1;
  std::vector<timeline::TimeScale> script;
  addZoom(extent, all, 2, width, script);
  for (const double days : {3.0, 30.0, 365.0, 3650.0})
    addPan(days, width, extent, script);
  addZoom(extent, 2, all, width, script);
  return script;
}

template <std::size_t events>
const std::vector<double>& frameTimes() {
  static const std::vector<double> times = [] {
    Timeline timeline(events);
    std::vector<double> taken;
    for (const timeline::TimeScale& scale : scriptOf(timeline))
      taken.push_back(bench::milliseconds([&] { timeline.paint(scale); }));
    return taken;
  }();
  return times;
}

using Times = const std::vector<double>& (*)();
void frame(benchmark::State& state, Times times, double share) {
  for ([[maybe_unused]] auto run : state)
    state.counters["ms"] = bench::percentile(times(), share);
}

/// The same events and windows as the timelines of web pages are given (tests/bench/peers), in lanes by kind.
struct Replay {
  double firstFrame = 0;
  std::vector<double> frames;
};

template <std::size_t events>
const Replay& replay() {
  static const Replay replay = [] {
    std::vector<model::Event> made = bench::madeEvents(events);
    Replay measured;
    ui::TimelineScene scene;
    ui::TimelinePainter painter{ui::TimelinePainter::Medium::screen};
    QImage frame{screen, QImage::Format_ARGB32_Premultiplied};
    const auto show = [&](const bench::MadeWindow& window) {
      const double width = scene.plotRect().width();
      scene.setScale(timeline::TimeScale(window.first, width / (window.end - window.first)));
      QPainter into(&frame);
      painter.paint(into, scene);
    };
    const std::vector<bench::MadeWindow> windows = bench::madeWindows();
    measured.firstFrame = bench::milliseconds([&] {
      scene.setSize(screen);
      scene.setEvents(ui::eventSetOf(std::move(made)));
      show(windows.front());
    });
    for (const bench::MadeWindow& window : windows)
      measured.frames.push_back(bench::milliseconds([&] { show(window); }));
    return measured;
  }();
  return replay;
}

using Replayed = const Replay& (*)();
void firstFrame(benchmark::State& state, Replayed replay) {
  for ([[maybe_unused]] auto run : state)
    state.counters["ms"] = replay().firstFrame;
}
void replayed(benchmark::State& state, Replayed replay, double share) {
  for ([[maybe_unused]] auto run : state)
    state.counters["ms"] = bench::percentile(replay().frames, share);
}

/// What is under the mouse, anywhere in the view, at every scale.
void hover(benchmark::State& state) {
  Timeline timeline(1'000'000);
  std::vector<double> times;
  for ([[maybe_unused]] auto run : state) {
    const std::vector<timeline::TimeScale> script = scriptOf(timeline);
    for (std::size_t i = 0; i < script.size(); ++i) {
      timeline.paint(script[i]);
      const QPointF mouse(200 + (i * 97) % 1700, 100 + (i * 53) % 900);
      times.push_back(bench::milliseconds([&] {
        const auto mark = timeline.scene.markAt(mouse);
        benchmark::DoNotOptimize(mark);
      }));
    }
    state.counters["ms"] = bench::percentile(times, 0.99);
  }
}

#define DEMARCHE_BENCH_REPLAY(size, events)                                                                  \
  BENCHMARK_CAPTURE(firstFrame, size, replay<events>)                                                        \
      ->Name("timeline_replay_" #size "_first_frame_ms")                                                     \
      ->Iterations(1);                                                                                       \
  BENCHMARK_CAPTURE(replayed, p50_##size, replay<events>, 0.50)                                              \
      ->Name("timeline_replay_" #size "_frame_ms_p50")                                                       \
      ->Iterations(1);                                                                                       \
  BENCHMARK_CAPTURE(replayed, p99_##size, replay<events>, 0.99)                                              \
      ->Name("timeline_replay_" #size "_frame_ms_p99")                                                       \
      ->Iterations(1)

DEMARCHE_BENCH_REPLAY(1k, 1'000);
DEMARCHE_BENCH_REPLAY(10k, 10'000);
DEMARCHE_BENCH_REPLAY(100k, 100'000);
BENCHMARK_CAPTURE(frame, p50_100k, frameTimes<100'000>, 0.50)
    ->Name("timeline_frame_100k_ms_p50")
    ->Iterations(1);
BENCHMARK_CAPTURE(frame, p99_100k, frameTimes<100'000>, 0.99)
    ->Name("timeline_frame_100k_ms_p99")
    ->Iterations(1);
BENCHMARK_CAPTURE(frame, p50, frameTimes<1'000'000>, 0.50)->Name("timeline_frame_ms_p50")->Iterations(1);
BENCHMARK_CAPTURE(frame, p99, frameTimes<1'000'000>, 0.99)->Name("timeline_frame_ms_p99")->Iterations(1);
BENCHMARK(hover)->Name("timeline_hover_ms_p99")->Iterations(1);

/// Fonts need an application before the first picture.
struct Application {
  Application() {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static int count = 1;
    static char name[] = "bench_frames";
    static char* names[] = {name, nullptr};
    static QGuiApplication application(count, names);
  }
} const application;

} // namespace
