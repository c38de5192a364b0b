// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.h"
#include "core/library/merge_report.h"
#include "core/library/store/sqlite.h"

namespace demarche::library {

/// Brings everything that `from` holds into `into`: articles with what was read in them, corrections, saved
/// filters. What is here already stays; where both have read an article, the greater run counts. One
/// transaction for each article, so that a merge that was broken off goes on where it was. Any order of
/// merging gives the same. Private to this room.
[[nodiscard]] MergeReport merge(Connection& into, const Connection& from,
                                const base::ProgressCallback& progress, const base::CancelToken& cancel);

} // namespace demarche::library
