// SPDX-License-Identifier: Apache-2.0
// What a library does with corrections. They are written to the log first; what follows from them is worked
// out from the log and can be worked out again.

#include "core/library/attempt.h"
#include "core/library/corrections/given.h"
#include "core/library/corrections/log.h"
#include "core/library/corrections/targets.h"
#include "core/library/corrections/value.h"
#include "core/library/library.h"
#include "core/library/settling.h"
#include "core/library/store/article_rows.h"
#include "core/library/store/columns.h"
#include "core/library/store/pragma_guard.h"
#include "core/library/stories/joining.h"
#include "core/library/stories/story_rows.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>
#include <utility>

namespace demarche::library {
namespace {

using base::ErrorKind;
using model::Change;
using model::Correction;

/// The row of the article that has this digest. Throws when there is none.
std::int64_t articleToCorrect(const Connection& connection, const std::string& digest) {
  const auto article = articleWith(connection, digest);
  if (!article)
    throw DatabaseError(ErrorKind::notFound, "the article to be corrected is not in this library");
  return *article;
}

/// A stretch of the article's text. It is known by where the text came from, which all its versions share;
/// their names change when others come and go.
model::Anchor anchorIn(const Connection& connection, std::int64_t article, const model::Document& document,
                       text::Span span) {
  return anchorOf(document.text, span, document.digest, originOf(connection, article));
}

/// The account's first passage, as words that can be found again.
model::Anchor anchorOfAccount(const Connection& connection, const std::string& key) {
  const LentStatement row =
      connection.kept("SELECT digest, origin, span_begin, span_end, text FROM event JOIN passage ON "
                      "passage.event = event.id JOIN "
                      "article ON article.id = event.article WHERE key = ? ORDER BY ordinal LIMIT 1");
  if (!row->with(key).step())
    throw DatabaseError(ErrorKind::notFound, fmt::format("there is no event \"{}\" in this library", key));
  return anchorOf(text::toUtf16(row->text(4)), readSpan(*row, 2), row->text(0), row->text(1));
}

void completeAccounts(const Connection& connection, Correction& correction) {
  auto& accounts = std::get<std::vector<model::AccountRef>>(correction.value);
  const std::size_t fewest = correction.change == Change::merge ? 2 : 1;
  if (accounts.size() < fewest)
    throw DatabaseError(ErrorKind::input, correction.change == Change::merge
                                              ? "two events at least are needed to merge them"
                                              : "an account to split off is needed");
  for (model::AccountRef& account : accounts)
    if (account.anchor.exact.empty()) account.anchor = anchorOfAccount(connection, account.key);
  correction.target = accounts.front().key;
  correction.anchor = accounts.front().anchor;
}

/// An anchor whose quote stands where it says, with what stands around it.
void completeAnchor(const Connection& connection, Correction& correction) {
  const std::int64_t article = articleToCorrect(connection, correction.anchor.digest);
  const model::Document document = readDocument(connection, article);
  const auto size = static_cast<std::int32_t>(document.text.size());
  const text::Span span = correction.anchor.span;
  if (span.empty() || span.begin < 0 || span.end > size)
    throw DatabaseError(ErrorKind::input, "the passage to add an event on is not in the article's text");
  if (span.length() > model::longestPassage)
    throw DatabaseError(
        ErrorKind::input,
        fmt::format("a passage has {} characters at most; choose a shorter one", model::longestPassage));
  correction.anchor = anchorIn(connection, article, document, span);
}

/// Fills in what the library knows better than who corrects. Throws when there is nothing to correct.
void complete(const Connection& connection, Correction& correction) {
  if (!fits(correction.change, correction.value))
    throw DatabaseError(ErrorKind::input, fmt::format("a correction \"{}\" needs another kind of value",
                                                      code(correction.change)));
  switch (correction.change) {
  case Change::revoke: {
    const auto revoked = revokedInTheEnd(connection, correction.target);
    if (!revoked)
      throw DatabaseError(ErrorKind::notFound, "the correction to be revoked is not in this library");
    correction.anchor = revoked->anchor;
    return;
  }
  case Change::add:
    completeAnchor(connection, correction);
    return;
  case Change::merge:
  case Change::split:
    completeAccounts(connection, correction);
    return;
  case Change::stated:
  case Change::written:
    correction.anchor.source = originOf(connection, articleToCorrect(connection, correction.target));
    correction.anchor.digest = correction.target;
    return;
  default:
    correction.anchor = anchorOfAccount(connection, correction.target);
    correction.was =
        valueOf(readStory(connection, storyWith(connection, correction.target)), correction.change);
  }
}

/// `FULL` in SQLite's words; with a write-ahead log the usual level leaves that to a later checkpoint.
constexpr std::int64_t syncsAtEachCommit = 2;

/// Puts it at the end of the log, and does what follows.
Correction enter(Connection& connection, Correction correction) {
  // What a person has done is on the medium when it is reported, even if the power goes; an article can be
  // added again.
  const PragmaGuard onTheMedium(connection, "synchronous", syncsAtEachCommit);
  Transaction transaction(connection, Transaction::For::writing);
  settle(connection); // so that the account is in a story
  complete(connection, correction);
  correction = append(connection, std::move(correction));
  const auto meant = revokedInTheEnd(connection, correction.id);
  settleCorrections(connection, {meant ? meant->id : correction.id});
  settle(connection);
  transaction.commit();
  return correction;
}

std::vector<LoggedCorrection> logged(const Connection& connection, const std::vector<Correction>& log) {
  std::vector<LoggedCorrection> result;
  const LentStatement row = connection.kept("SELECT state, coalesce(key, '') FROM correction_target LEFT "
                                            "JOIN event ON event.id = event WHERE correction = ? "
                                            "ORDER BY ordinal LIMIT 1");
  for (const Correction& one : log) {
    LoggedCorrection& entry = result.emplace_back();
    entry.correction = one;
    if (row->with(one.id).step()) {
      entry.state = readCode(*row, 0, model::correctionStateFromCode, "state of a correction");
      entry.account = row->text(1);
    } else if (!isInForce(connection, one.id)) {
      entry.state = model::CorrectionState::revoked;
    }
  }
  return result;
}

std::optional<std::string> top(const std::vector<std::string>& stack) {
  return stack.empty() ? std::nullopt : std::optional(stack.back());
}

} // namespace

base::Result<Correction> Library::correct(Correction correction) {
  return attempt([&] { return enter(*m_connection, std::move(correction)); });
}

base::Result<Correction> Library::revoke(const std::string& id, const std::string& by) {
  Correction correction;
  correction.by = by;
  correction.change = Change::revoke;
  correction.target = id;
  return correct(std::move(correction));
}

base::Result<std::optional<std::string>> Library::undoable(std::string_view by) const {
  return attempt([&] { return top(undoStacks(readLog(*m_connection), by).undo); });
}

base::Result<std::optional<std::string>> Library::redoable(std::string_view by) const {
  return attempt([&] { return top(undoStacks(readLog(*m_connection), by).redo); });
}

base::Result<std::vector<LoggedCorrection>> Library::corrections() const {
  return attempt([&] {
    const Transaction reading(*m_connection, Transaction::For::reading);
    return logged(*m_connection, readLog(*m_connection));
  });
}

base::Result<std::vector<LoggedCorrection>> Library::history(std::string_view event) const {
  return attempt([&] {
    const Transaction reading(*m_connection, Transaction::For::reading);
    std::vector<Correction> about;
    {
      const std::unordered_set<std::string> ids =
          correctionsOfStory(*m_connection, storyWith(*m_connection, event));
      for (Correction& one : readLog(*m_connection))
        if (ids.contains(one.id)) about.push_back(std::move(one));
    }
    return logged(*m_connection, about);
  });
}

base::Result<model::Anchor> Library::anchor(const std::string& source, text::Span span) const {
  return attempt([&] {
    const Transaction reading(*m_connection, Transaction::For::reading);
    const std::int64_t article = articleNamed(*m_connection, source);
    return anchorIn(*m_connection, article, readDocument(*m_connection, article), span);
  });
}

} // namespace demarche::library
