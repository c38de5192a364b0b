// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exchange/collection.h"

#include <ostream>

namespace demarche::exchange {

/// A table for spreadsheets: RFC 4180, UTF-8 without a mark, one event per row under a row of names:
/// `id kind status scope date earliest latest title level topics confidence plover us cn other place country
/// articles quote note review corrected`. Several names in one cell are parted by "; "; `us`, `cn` and
/// `other` are the participants of each side; `quote` is the first passage; `note`, `review` (`confirmed` or
/// nothing) and `corrected` (which fields) are what people said. A cell that a spreadsheet would run as a
/// formula (beginning with one of = + - @ or a tab) gets an apostrophe before it.
void writeCsv(const Collection& collection, std::ostream& out);

} // namespace demarche::exchange
