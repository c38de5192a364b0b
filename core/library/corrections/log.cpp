// SPDX-License-Identifier: Apache-2.0
#include "core/library/corrections/log.h"

#include "core/base/utc.h"
#include "core/library/corrections/value.h"
#include "core/library/store/columns.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fmt/format.h>
#include <random>
#include <unordered_map>
#include <unordered_set>

namespace demarche::library {
namespace {

using model::Change;
using model::Correction;
namespace chrono = std::chrono;

constexpr std::string_view columns = "correction.id, at, by, change, target, correction.digest, source, "
                                     "span_begin, span_end, prefix, quote, suffix, "
                                     "value, was";

Correction readRow(const Statement& row) {
  Correction one;
  one.id = row.text(0);
  one.at = row.text(1);
  one.by = row.text(2);
  const auto change = model::changeFromCode(row.text(3));
  if (!change)
    throw DatabaseError(base::ErrorKind::input, fmt::format("the library file is damaged: \"{}\" is no "
                                                            "kind of correction",
                                                            row.text(3)));
  one.change = *change;
  one.target = row.text(4);
  one.anchor = {row.text(5),
                row.text(6),
                {row.number(7), row.number(8)},
                text::toUtf16(row.text(9)),
                text::toUtf16(row.text(10)),
                text::toUtf16(row.text(11))};
  one.value = valueFromJson(one.change, row.text(12));
  one.was = valueFromJson(one.change, row.text(13));
  return one;
}

void insert(Connection& connection, const Correction& one) {
  const model::Anchor& anchor = one.anchor;
  connection.prepare("INSERT INTO correction VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
      .run(one.id, one.at, one.by, code(one.change), one.target, anchor.digest, anchor.source,
           anchor.span.begin, anchor.span.end, text::toUtf8(anchor.prefix), text::toUtf8(anchor.exact),
           text::toUtf8(anchor.suffix), toJson(one.value), toJson(one.was));
}

/// The 128 bits of a UUID in two halves.
using Uuid = std::array<std::uint64_t, 2>;

std::string spelled(const Uuid& uuid) {
  const std::string digits = fmt::format("{:016x}{:016x}", uuid[0], uuid[1]);
  return fmt::format("{}-{}-{}-{}-{}", digits.substr(0, 8), digits.substr(8, 4), digits.substr(12, 4),
                     digits.substr(16, 4), digits.substr(20));
}

/// The milliseconds that an id begins with; 0 for what is no UUID.
std::uint64_t millisecondsOf(std::string_view id) {
  std::string digits(id.substr(0, 13));
  std::erase(digits, '-');
  const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  if (digits.size() != 12 || !std::all_of(digits.begin(), digits.end(), isDigit)) return 0;
  return std::stoull(digits, nullptr, 16);
}

} // namespace

std::string nextId(chrono::system_clock::time_point now, std::string_view after) {
  thread_local std::mt19937_64 chance{std::random_device()()};
  constexpr std::uint64_t version = 0x7000;
  constexpr std::uint64_t variant = 0x8000000000000000;
  auto time =
      static_cast<std::uint64_t>(chrono::duration_cast<chrono::milliseconds>(now.time_since_epoch()).count());
  // Within a millisecond, and when the clock has gone back, the next one is made up.
  if (const std::uint64_t last = millisecondsOf(after); time <= last) time = last + 1;
  return spelled({time << 16 | version | (chance() & 0xfff), variant | (chance() >> 2)});
}

Correction append(Connection& connection, Correction correction) {
  if (!fits(correction.change, correction.value))
    throw DatabaseError(base::ErrorKind::internal,
                        fmt::format("a correction \"{}\" cannot have such a value", code(correction.change)));
  Statement last = connection.prepare("SELECT max(id) FROM correction");
  const auto now = chrono::system_clock::now();
  correction.id = nextId(now, last.step() ? last.text(0) : std::string());
  correction.at = base::utc(now);
  if (correction.change == Change::add) correction.target = correction.id; // the key of the account it adds
  insert(connection, correction);
  return correction;
}

std::vector<Correction> appendForeign(Connection& connection, const std::vector<Correction>& log) {
  std::vector<Correction> added;
  Statement known = connection.prepare("SELECT 1 FROM correction WHERE id = ?");
  for (const Correction& one : log) {
    if (known.with(one.id).step()) continue;
    insert(connection, one);
    added.push_back(one);
  }
  return added;
}

std::optional<Correction> readCorrection(const Connection& connection, std::string_view id) {
  const LentStatement row =
      connection.kept(fmt::format("SELECT {} FROM correction WHERE correction.id = ?", columns));
  return row->with(id).step() ? std::optional(readRow(*row)) : std::nullopt;
}

bool isInForce(const Connection& connection, std::string_view id) {
  const std::vector<std::string> revocations =
      textColumn(connection, "SELECT id FROM correction WHERE target = ? AND change = 'revoke'", id);
  return std::none_of(revocations.begin(), revocations.end(),
                      [&](const std::string& one) { return isInForce(connection, one); });
}

std::optional<Correction> revokedInTheEnd(const Connection& connection, std::string_view id) {
  std::optional<Correction> one = readCorrection(connection, id);
  while (one && one->change == Change::revoke)
    one = readCorrection(connection, one->target);
  return one;
}

std::vector<Correction> readLog(const Connection& connection) {
  std::vector<Correction> log;
  Statement row = connection.prepare(fmt::format("SELECT {} FROM correction ORDER BY id", columns));
  while (row.step())
    log.push_back(readRow(row));
  return log;
}

std::vector<Correction> correctionsOf(const Connection& connection, std::int64_t event) {
  std::vector<Correction> about;
  const LentStatement row = connection.kept(fmt::format(
      "SELECT {} FROM correction_target JOIN correction ON id = correction WHERE event = ? AND change NOT "
      "IN ('merge', 'split', 'add') ORDER BY id",
      columns));
  for (row->with(event); row->step();)
    about.push_back(readRow(*row));
  return about;
}

void setAgreed(Connection& connection, const Correction& correction, bool agreed) {
  // A correction that moved stays known as moved.
  const LentStatement row =
      connection.kept("UPDATE correction_target SET state = ?2 WHERE correction = ?1 AND state = ?3");
  if (agreed)
    row->run(correction.id, code(model::CorrectionState::agreed), code(model::CorrectionState::applied));
  else
    row->run(correction.id, code(model::CorrectionState::applied), code(model::CorrectionState::agreed));
}

std::vector<Correction> inForce(const std::vector<Correction>& log) {
  // Only what comes later can revoke, so that one look from the end settles everything.
  std::unordered_set<std::string_view> revoked;
  std::vector<Correction> left;
  for (auto one = log.rbegin(); one != log.rend(); ++one) {
    if (revoked.contains(one->id)) continue;
    if (one->change == Change::revoke)
      revoked.insert(one->target);
    else
      left.push_back(*one);
  }
  std::reverse(left.begin(), left.end());
  return left;
}

UndoStacks undoStacks(const std::vector<Correction>& log, std::string_view by) {
  UndoStacks stacks;
  const auto take = [](std::vector<std::string>& from, const std::string& id) {
    const auto found = std::find(from.begin(), from.end(), id);
    if (found == from.end()) return false;
    from.erase(found);
    return true;
  };
  std::unordered_map<std::string_view, std::string_view> revocations; // what each has revoked
  for (const Correction& one : log) {
    if (one.by != by) continue;
    if (one.change == Change::revoke) revocations.emplace(one.id, one.target);
    if (one.change != Change::revoke) {
      stacks.undo.push_back(one.id);
      stacks.redo.clear();
    } else if (take(stacks.undo, one.target)) {
      stacks.redo.push_back(one.id);
    } else if (take(stacks.redo, one.target)) {
      stacks.undo.emplace_back(revocations.at(one.target)); // what had been revoked is there again
    }
  }
  return stacks;
}

} // namespace demarche::library
