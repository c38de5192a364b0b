// SPDX-License-Identifier: Apache-2.0
#include "app/demarche/render.h"

#include "core/service/session.h"
#include "core/timeline/snapshot.h"
#include "ui/bridge/installed_opener.h"
#include "ui/bridge/text.h"
#include "ui/timeline/render.h"

#include <filesystem>
#include <iostream>

namespace demarche::app {
namespace {

int refuse(const std::string& about, const base::Error& error) {
  std::cerr << "demarche: " << about << ": " << error.message << '\n';
  return 2;
}

/// From the first day asked for to the last; a side that was not asked for ends where the events do.
std::optional<std::pair<double, double>> daysOf(const model::Filter& filter,
                                                const timeline::Snapshot& snapshot) {
  const timeline::Extent extent = timeline::extentOf(snapshot);
  const auto dayOf = [](time::Day day) { return static_cast<double>(day.time_since_epoch().count()); };
  const auto from = filter.from ? filter.from->bounds() : std::nullopt;
  const auto to = filter.to ? filter.to->bounds() : std::nullopt;
  if ((!from && !to) || extent.empty()) return std::nullopt;
  return std::pair(from ? dayOf(from->first) : extent.first, (to ? dayOf(to->last) : extent.last) + 1);
}

} // namespace

int render(const std::string& library, const RenderJob& job) {
  const auto session = ui::installedOpener()(library, service::Session::Mode::readOnly);
  if (!session) return refuse(library, session.error());
  const base::Result<ui::EventSetPtr> events = ui::eventSetOf(*session, job.filter);
  if (!events) return refuse(library, events.error());

  ui::RenderOptions options;
  options.size = {job.width, job.height};
  options.dark = job.dark;
  options.days = daysOf(job.filter, *(*events)->snapshot());
  options.title = ui::toQString(std::filesystem::path(library).stem().string());
  const base::Result<void> drawn = ui::renderTimeline(*events, options, ui::toQString(job.output));
  return drawn ? 0 : refuse(job.output, drawn.error());
}

} // namespace demarche::app
