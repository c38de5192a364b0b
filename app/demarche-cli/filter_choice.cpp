// SPDX-License-Identifier: Apache-2.0
#include "app/demarche-cli/filter_choice.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>

namespace demarche::cli {

void FilterChoice::addTo(CLI::App& app) {
  const auto before = app.get_options();
  options.addTo(app);
  CLI::Option* named = app.add_option("--saved", saved, "a filter that the library keeps under this name");
  named->group("Filter");
  for (CLI::Option* option : app.get_options())
    if (option != named && std::find(before.begin(), before.end(), option) == before.end())
      named->excludes(option);
}

base::Result<model::Filter> filterOf(const FilterChoice& choice, const service::Session& session) {
  if (choice.saved.empty()) return app::filterOf(choice.options);
  const auto filters = session.savedFilters();
  if (!filters) return tl::make_unexpected(filters.error());
  const auto found = std::find_if(filters->begin(), filters->end(), [&](const model::SavedFilter& filter) {
    return filter.name == choice.saved;
  });
  if (found != filters->end()) return found->filter;
  return base::fail(base::ErrorKind::notFound,
                    fmt::format("there is no filter \"{}\" in this library", choice.saved));
}

} // namespace demarche::cli
