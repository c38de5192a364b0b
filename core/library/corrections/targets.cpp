// SPDX-License-Identifier: Apache-2.0
#include "core/library/corrections/targets.h"

#include "core/library/corrections/log.h"
#include "core/library/store/article_rows.h"
#include "core/library/store/columns.h"
#include "core/library/store/event_rows.h"
#include "core/model/title.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

namespace demarche::library {
namespace {

using model::Change;
using model::Correction;
using model::CorrectionState;

/// Where something anchored stands now.
struct Place {
  std::int64_t article = 0;
  std::string digest;
  text::Span span;
};

/// The account that an anchored reference means now.
struct Target {
  std::optional<std::int64_t> event;
  CorrectionState state = CorrectionState::aside;
};

std::int32_t distance(text::Span a, text::Span b) {
  return std::abs(a.begin - b.begin);
}

/// The article with the anchor's text, or else the newest from the same source; none that another has
/// superseded.
std::optional<std::int64_t> articleOf(const Connection& connection, const model::Anchor& anchor) {
  const LentStatement same = connection.kept("SELECT id FROM article WHERE digest = ? AND superseded = 0");
  if (same->with(anchor.digest).step()) return same->integer(0);
  const LentStatement other = connection.kept("SELECT id FROM article WHERE superseded = 0 AND origin = "
                                              "coalesce((SELECT origin FROM article WHERE digest = "
                                              "?1), ?2) ORDER BY added DESC, digest DESC LIMIT 1");
  return other->with(anchor.digest, anchor.source).step() ? std::optional(other->integer(0)) : std::nullopt;
}

std::optional<Place> placeOf(const Connection& connection, const model::Anchor& anchor) {
  if (anchor.digest.empty()) return std::nullopt;
  const auto article = articleOf(connection, anchor);
  if (!article) return std::nullopt;
  const LentStatement row = connection.kept("SELECT digest, text FROM article WHERE id = ?");
  row->with(*article).step();
  Place place{*article, row->text(0), {}};
  place.span = find(anchor, text::toUtf16(row->text(1)));
  return place.span.empty() ? std::nullopt : std::optional(place);
}

std::optional<std::int64_t> eventWithKey(const Connection& connection, std::string_view key) {
  const LentStatement row = connection.kept("SELECT event.id FROM event JOIN article ON article.id = "
                                            "event.article WHERE key = ? AND superseded = 0");
  return row->with(key).step() ? std::optional(row->integer(0)) : std::nullopt;
}

/// The account whose passage has most in common with the place.
std::optional<std::int64_t> eventAt(const Connection& connection, const Place& place) {
  std::optional<std::int64_t> best;
  std::tuple<std::int32_t, std::int32_t> closest;
  const LentStatement row = connection.kept("SELECT event.id, span_begin, span_end FROM event JOIN passage "
                                            "ON passage.event = event.id WHERE article = ? "
                                            "AND by_hand = 0 ORDER BY event.id");
  for (row->with(place.article); row->step();) {
    const text::Span span{row->number(1), row->number(2)};
    const std::int32_t shared = std::min(span.end, place.span.end) - std::max(span.begin, place.span.begin);
    const auto how = std::make_tuple(shared, -distance(span, place.span));
    if (shared > 0 && (!best || how > closest)) {
      best = row->integer(0);
      closest = how;
    }
  }
  return best;
}

Target targetOf(const Connection& connection, const std::string& key, const model::Anchor& anchor) {
  if (const auto event = eventWithKey(connection, key)) return {event, CorrectionState::applied};
  const auto place = placeOf(connection, anchor);
  const auto event = place ? eventAt(connection, *place) : std::nullopt;
  return {event, event ? CorrectionState::moved : CorrectionState::aside};
}

model::Event eventOf(const Correction& correction, const Place& place) {
  const auto& added = std::get<model::AddedEvent>(correction.value);
  model::Event event;
  event.id = correction.target;
  event.kind = added.kind;
  event.status = added.status;
  event.scope = added.scope;
  event.date = added.date;
  event.participants = added.participants;
  event.place = added.place;
  event.topics = added.topics;
  event.confidence = 1;
  event.title = added.title.empty() ? model::titleOf(event) : added.title;
  model::Passage& passage = event.passages.emplace_back();
  passage.span = place.span;
  passage.text = correction.anchor.exact;
  passage.kind = added.kind;
  passage.status = added.status;
  passage.date = added.date;
  passage.dateWhy = "given by " + correction.by;
  return event;
}

/// The account that the correction adds is where its quote stands now, or nowhere.
Target placeByHand(Connection& connection, const Correction& correction, bool inForce) {
  const auto place = inForce ? placeOf(connection, correction.anchor) : std::nullopt;
  const bool isAsAdded = place && place->digest == correction.anchor.digest;
  const auto state = isAsAdded ? CorrectionState::applied : CorrectionState::moved;
  if (const auto event = eventWithKey(connection, correction.target)) {
    const LentStatement row =
        connection.kept("SELECT article, span_begin, span_end FROM event JOIN passage ON "
                        "passage.event = event.id WHERE event.id = ?");
    row->with(*event).step();
    if (place && row->integer(0) == place->article && row->number(1) == place->span.begin)
      return {event, state};
  }
  connection.kept("DELETE FROM event WHERE key = ?")->run(correction.target);
  if (!place) return {};
  const BlockBegins blocks = readBlockBegins(connection, place->article);
  return {insertEvent(connection, place->article, blocks, eventOf(correction, *place), /*byHand=*/true),
          state};
}

/// Rows of `event` that the correction is about.
std::vector<std::int64_t> eventsOf(const Connection& connection, const std::string& id) {
  return integerColumn(connection,
                       "SELECT event FROM correction_target WHERE correction = ? AND event IS NOT NULL", id);
}

/// The accounts that it is about, in the order in which it names them.
std::vector<std::pair<model::Anchor, Target>> targetsOf(Connection& connection, const Correction& one,
                                                        bool counts) {
  if (isOfArticle(one.change)) {
    const auto state =
        articleWith(connection, one.target) ? CorrectionState::applied : CorrectionState::aside;
    return {{one.anchor, {std::nullopt, state}}};
  }
  if (one.change == Change::add) return {{one.anchor, placeByHand(connection, one, counts)}};
  const auto* accounts = std::get_if<std::vector<model::AccountRef>>(&one.value);
  if (accounts == nullptr) return {{one.anchor, targetOf(connection, one.target, one.anchor)}};
  std::vector<std::pair<model::Anchor, Target>> targets;
  for (const model::AccountRef& account : *accounts)
    targets.emplace_back(account.anchor, targetOf(connection, account.key, account.anchor));
  return targets;
}

void look(Connection& connection, const Correction& one, std::vector<std::int64_t>& touched) {
  const auto note = [&] {
    const std::vector<std::int64_t> events = eventsOf(connection, one.id);
    touched.insert(touched.end(), events.begin(), events.end());
  };
  note();
  connection.kept("DELETE FROM correction_target WHERE correction = ?")->run(one.id);
  const bool counts = isInForce(connection, one.id);
  int ordinal = 0;
  for (auto& [anchor, target] : targetsOf(connection, one, counts)) {
    if (!counts) target = {std::nullopt, CorrectionState::revoked};
    connection.kept("INSERT INTO correction_target VALUES (?,?,?,?,?,?)")
        ->run(one.id, ordinal++, anchor.digest, anchor.source, target.event, code(target.state));
  }
  note();
}

/// How much of what stood around the quote stands around this place of it.
std::int32_t contextAt(const model::Anchor& anchor, std::u16string_view text, std::size_t at) {
  std::int32_t same = 0;
  for (std::size_t i = 0; i < anchor.prefix.size() && i < at; ++i) {
    if (text[at - 1 - i] != anchor.prefix[anchor.prefix.size() - 1 - i]) break;
    ++same;
  }
  const std::size_t end = at + anchor.exact.size();
  for (std::size_t i = 0; i < anchor.suffix.size() && end + i < text.size(); ++i) {
    if (text[end + i] != anchor.suffix[i]) break;
    ++same;
  }
  return same;
}

} // namespace

std::vector<std::int64_t> retarget(Connection& connection, std::vector<std::string> ids) {
  std::vector<std::int64_t> touched;
  std::sort(ids.begin(), ids.end()); // what was added by hand is there before it is corrected
  for (const std::string& id : ids)
    if (const auto one = readCorrection(connection, id); one && one->change != Change::revoke)
      look(connection, *one, touched);
  std::sort(touched.begin(), touched.end());
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  return touched;
}

std::vector<std::string> correctionsAnchoredIn(const Connection& connection, std::string_view digest) {
  return textColumn(
      connection,
      "SELECT DISTINCT correction FROM correction_target WHERE digest = ?1 OR digest IN (SELECT "
      "other.digest FROM article JOIN article AS other ON other.origin = article.origin WHERE "
      "article.digest = ?1) OR origin = (SELECT origin FROM article WHERE digest = ?1)",
      digest);
}

text::Span find(const model::Anchor& anchor, std::u16string_view text) {
  if (anchor.exact.empty()) return {};
  if (text::slice(text, anchor.span) == anchor.exact) return anchor.span;
  text::Span best;
  std::tuple<std::int32_t, std::int32_t> closest;
  for (std::size_t at = text.find(anchor.exact); at != std::u16string_view::npos;
       at = text.find(anchor.exact, at + 1)) {
    const auto begin = static_cast<std::int32_t>(at);
    const text::Span here{begin, begin + static_cast<std::int32_t>(anchor.exact.size())};
    const auto how = std::make_tuple(contextAt(anchor, text, at), -distance(here, anchor.span));
    if (best.empty() || how > closest) {
      best = here;
      closest = how;
    }
  }
  return best;
}

model::Anchor anchorOf(std::u16string_view text, text::Span span, std::string_view digest,
                       std::string_view source) {
  const auto size = static_cast<std::int32_t>(text.size());
  const text::Span before{std::max(0, span.begin - model::anchorContext), span.begin};
  const text::Span after{span.end, std::min(size, span.end + model::anchorContext)};
  return {std::string(digest),
          std::string(source),
          span,
          std::u16string(text::slice(text, before)),
          std::u16string(text::slice(text, span)),
          std::u16string(text::slice(text, after))};
}

} // namespace demarche::library
