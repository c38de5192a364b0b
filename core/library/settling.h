// SPDX-License-Identifier: Apache-2.0
#pragma once

// What follows from a change of articles or corrections, in one transaction with it. Private to this room;
// throws DatabaseError.

#include "core/library/store/naming.h"
#include "core/library/store/sqlite.h"

#include <string>
#include <string_view>
#include <vector>

namespace demarche::library {

/// After articles from this origin came or went: they get their names, what is superseded leaves its stories
/// and the index, and what no longer is comes back. Gives what changed.
Renamed arrange(Connection& connection, const std::string& origin);

/// After corrections were made or revoked, or their articles came, went or were read again: they find their
/// accounts, the stories of these are written again, and what has to be joined again is noted for settle().
void settleCorrections(Connection& connection, const std::vector<std::string>& given);
/// The same for all that are anchored in this text.
void settleCorrectionsIn(Connection& connection, std::string_view digest);

/// Keeps with the article what the corrections in force say of its dates, and notes that it has to be read
/// again where that is news.
void settleGivenDates(Connection& connection, const std::string& digest);

/// Makes the index of the articles' texts anew.
void indexAll(Connection& connection);

/// Does what a migration, or a program that was killed, left undone; in a transaction of its own.
void settleWhatIsLeft(Connection& connection);

} // namespace demarche::library
