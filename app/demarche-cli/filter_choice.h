// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demarche/filter_options.h"
#include "core/service/session.h"

#include <string>

namespace demarche::cli {

/// FILTER where there is a library: its options, or one that is kept there under a name.
struct FilterChoice {
  app::FilterOptions options;
  std::string saved;

  void addTo(CLI::App& app);
};

/// Fails with one sentence when the options are wrong, or no filter goes by that name.
[[nodiscard]] base::Result<model::Filter> filterOf(const FilterChoice& choice,
                                                   const service::Session& session);

} // namespace demarche::cli
