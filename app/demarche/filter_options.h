// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/model/filter.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace demarche::app {

/// FILTER on a command line, as it was written: `--from --to --kind --status --scope --person --place
/// --topic --language --text --min-confidence`.
struct FilterOptions {
  std::string from;
  std::string to;
  std::vector<std::string> kinds;
  std::vector<std::string> statuses;
  std::string scope = "bilateral";
  std::vector<std::string> people;
  std::vector<std::string> places;
  std::vector<std::string> topics;
  std::vector<std::string> languages;
  std::string text;
  double minConfidence = 0;

  /// Makes `app` fill these; they live as long as it parses.
  void addTo(CLI::App& app);
};

/// Fails with one sentence that names the option and what it may be.
[[nodiscard]] base::Result<model::Filter> filterOf(const FilterOptions& options);

/// The options that ask for this: what filterOf makes a filter of. Values of several words are quoted for a
/// shell.
[[nodiscard]] std::string spelled(const model::Filter& filter);

} // namespace demarche::app
