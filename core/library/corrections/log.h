// SPDX-License-Identifier: Apache-2.0
#pragma once

// The log of corrections: written at its end and nowhere else. Private to this room.

#include "core/library/store/sqlite.h"
#include "core/model/correction.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::library {

/// Writes the correction to the end of the log and gives it its id and time. Later ones have greater ids,
/// even where the clock has gone back. Throws when its value is of another kind than such a correction has.
[[nodiscard]] model::Correction append(Connection& connection, model::Correction correction);

/// Writes corrections of another library; those that are here already are left. Gives the new ones.
std::vector<model::Correction> appendForeign(Connection& connection,
                                             const std::vector<model::Correction>& log);

[[nodiscard]] std::optional<model::Correction> readCorrection(const Connection& connection,
                                                              std::string_view id);
/// Neither revoked, nor is what revoked it in force.
[[nodiscard]] bool isInForce(const Connection& connection, std::string_view id);
/// The correction that a chain of revocations is about in the end; itself when it is none.
[[nodiscard]] std::optional<model::Correction> revokedInTheEnd(const Connection& connection,
                                                               std::string_view id);
[[nodiscard]] std::vector<model::Correction> readLog(const Connection& connection); ///< in the order of ids

/// Those in force that are about this account (a row of `event`), in order. Groupings are not among them.
[[nodiscard]] std::vector<model::Correction> correctionsOf(const Connection& connection, std::int64_t event);
/// Notes that the machine says what the correction says, or no longer does.
void setAgreed(Connection& connection, const model::Correction& correction, bool agreed);

/// Those that count, in order: neither revoked nor revocations. O(n).
[[nodiscard]] std::vector<model::Correction> inForce(const std::vector<model::Correction>& log);

/// What undo and redo of one person would revoke next, as the log tells it: it survives the end of the
/// program.
struct UndoStacks {
  std::vector<std::string> undo; ///< ids of corrections, the latest last
  std::vector<std::string> redo; ///< ids of revocations, the latest last
};
[[nodiscard]] UndoStacks undoStacks(const std::vector<model::Correction>& log, std::string_view by);

/// A UUID of version 7 (RFC 9562, 5.7): the time in milliseconds, then chance. Greater than `after`.
[[nodiscard]] std::string nextId(std::chrono::system_clock::time_point now, std::string_view after);

} // namespace demarche::library
