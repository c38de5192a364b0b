// SPDX-License-Identifier: Apache-2.0
#include "core/library/store/event_rows.h"

#include "core/library/store/columns.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <fmt/format.h>

namespace demarche::library {
namespace {

constexpr std::string_view eventColumns = "event.id, event.article, coalesce(event.component, 0), "
                                          "coalesce(event.story, 0), event.by_hand, article.written, "
                                          "event.key, event.kind, event.status, event.scope, event.date, "
                                          "event.title, event.level, event.confidence, "
                                          "event.plover, event.place, event.country, article.source";

EventRow readEventRow(const Statement& row) {
  EventRow account;
  account.id = row.integer(0);
  account.article = row.integer(1);
  account.component = row.integer(2);
  account.story = row.integer(3);
  account.byHand = row.integer(4) != 0;
  account.written = readDate(row, 5);
  model::Event& event = account.event;
  event.id = row.text(6);
  event.kind = readCode(row, 7, model::eventKindFromCode, "kind of event");
  event.status = readCode(row, 8, model::eventStatusFromCode, "status");
  event.scope = readCode(row, 9, model::scopeFromCode, "scope");
  event.date = readDate(row, 10);
  event.title = row.text(11);
  event.level = readCode(row, 12, model::levelFromCode, "level");
  event.confidence = row.real(13);
  event.plover = row.text(14);
  if (!row.isNull(15)) event.place = model::Place{row.text(15), row.text(16)};
  return account;
}

/// Calls `attach` for each row of a table whose first column is the event's id, with its event.
template <typename Attach>
void forEachRowOf(Statement& row, std::vector<EventRow>& events, Attach attach) {
  auto event = events.begin();
  while (row.step()) {
    event = std::lower_bound(event, events.end(), row.integer(0),
                             [](const EventRow& known, std::int64_t id) { return known.id < id; });
    if (event == events.end()) return;
    attach(row, *event);
  }
}

constexpr std::string_view passageColumns =
    "passage.event, article.source, span_begin, span_end, quote, passage.kind, passage.status, passage.date, "
    "date_text, date_why, rule";

model::Passage readPassage(const Statement& row) {
  model::Passage passage;
  passage.article = row.text(1);
  passage.span = readSpan(row, 2);
  passage.text = text::toUtf16(row.text(4));
  passage.kind = readCode(row, 5, model::eventKindFromCode, "kind of event");
  passage.status = readCode(row, 6, model::eventStatusFromCode, "status");
  passage.date = readDate(row, 7);
  passage.dateText = text::toUtf16(row.text(8));
  passage.dateWhy = row.text(9);
  passage.rule = row.text(10);
  return passage;
}

} // namespace

BlockBegins readBlockBegins(const Connection& connection, std::int64_t article) {
  BlockBegins begins;
  const LentStatement row =
      connection.kept("SELECT span_begin FROM block WHERE article = ? ORDER BY ordinal");
  for (row->with(article); row->step();)
    begins.push_back(row->number(0));
  return begins;
}

std::int64_t insertEvent(Connection& connection, std::int64_t article, const BlockBegins& blocks,
                         const model::Event& event, bool byHand) {
  const auto blockAt = [&](std::int32_t at) {
    return std::max<std::ptrdiff_t>(std::upper_bound(blocks.begin(), blocks.end(), at) - blocks.begin() - 1,
                                    0);
  };
  const auto days = event.date.bounds();
  std::optional<std::string> place;
  std::optional<std::string> country;
  if (event.place) {
    place = event.place->name;
    country = event.place->country;
  }
  connection
      .kept("INSERT INTO event (key, article, kind, status, scope, date, earliest, latest, title, level, "
            "confidence, plover, place, country, by_hand) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
      ->run(event.id, article, code(event.kind), code(event.status), code(event.scope), event.date.str(),
            isoOrNull(days, &time::DayRange::first), isoOrNull(days, &time::DayRange::last), event.title,
            code(event.level), event.confidence, event.plover, place, country, byHand ? 1 : 0);
  const std::int64_t id = connection.lastRowId();

  std::int64_t ordinal = 0;
  const LentStatement participant = connection.kept("INSERT INTO participant VALUES (?,?,?,?,?,?)");
  for (const model::Participant& one : event.participants)
    participant->run(id, ordinal++, one.name, code(one.type), code(one.side), one.role);
  ordinal = 0;
  const LentStatement topic = connection.kept("INSERT INTO topic VALUES (?,?,?)");
  for (const std::string& name : event.topics)
    topic->run(id, ordinal++, name);
  ordinal = 0;
  const LentStatement passage = connection.kept("INSERT INTO passage VALUES (?,?,?,?,?,?,?,?,?,?,?,?)");
  for (const model::Passage& one : event.passages)
    passage->run(id, ordinal++, one.span.begin, one.span.end, text::toUtf8(one.text), code(one.kind),
                 code(one.status), one.date.str(), text::toUtf8(one.dateText), one.dateWhy, one.rule,
                 std::int64_t{blockAt(one.span.begin)});
  return id;
}

void deleteEvent(Connection& connection, std::int64_t event) {
  connection.kept("DELETE FROM event WHERE id = ?")->run(event);
}

std::vector<EventRow> readEvents(const Connection& connection, Detail detail, std::string_view condition,
                                 std::optional<std::int64_t> parameter) {
  const auto select = [&](std::string_view columns, std::string_view from, std::string_view order) {
    return connection.kept(
        fmt::format("SELECT {} FROM {} WHERE {} ORDER BY {}", columns, from, condition, order));
  };
  const auto begin = [&](Statement& row) { parameter ? row.with(*parameter) : row.with(); };

  std::vector<EventRow> events;
  {
    const LentStatement row =
        select(eventColumns, "event JOIN article ON article.id = event.article", "event.id");
    for (begin(*row); row->step();) {
      events.push_back(readEventRow(*row));
      if (detail == Detail::joining) events.back().event.passages.emplace_back().article = row->text(17);
    }
  }
  {
    const LentStatement row =
        select("participant.event, name, type, side, role",
               "event JOIN participant ON participant.event = event.id", "participant.event, ordinal");
    begin(*row);
    forEachRowOf(*row, events, [](const Statement& one, EventRow& account) {
      account.event.participants.push_back(
          {one.text(1), readCode(one, 2, model::participantTypeFromCode, "type of participant"),
           readCode(one, 3, model::sideFromCode, "side"), one.text(4)});
    });
  }
  {
    const LentStatement row =
        select("topic.event, name", "event JOIN topic ON topic.event = event.id", "topic.event, ordinal");
    begin(*row);
    forEachRowOf(*row, events, [](const Statement& one, EventRow& account) {
      account.event.topics.push_back(one.text(1));
    });
  }
  {
    const LentStatement row = select("passage.event, block", "event JOIN passage ON passage.event = event.id",
                                     "passage.event, ordinal");
    begin(*row);
    forEachRowOf(*row, events,
                 [](const Statement& one, EventRow& account) { account.blocks.push_back(one.number(1)); });
  }
  if (detail == Detail::joining) return events;
  const LentStatement row =
      select(passageColumns,
             "event JOIN passage ON passage.event = event.id JOIN article ON article.id = "
             "event.article",
             "passage.event, passage.ordinal");
  begin(*row);
  forEachRowOf(*row, events, [](const Statement& one, EventRow& account) {
    account.event.passages.push_back(readPassage(one));
  });
  return events;
}

std::vector<EventRow> readEvents(Connection& connection, std::vector<std::int64_t> ids) {
  if (ids.empty()) return {};
  std::sort(ids.begin(), ids.end());
  connection.kept("CREATE TABLE IF NOT EXISTS temp.wanted (id INTEGER PRIMARY KEY)")->run();
  {
    const LentStatement insert = connection.kept("INSERT OR IGNORE INTO temp.wanted VALUES (?)");
    for (const std::int64_t id : ids)
      insert->run(id);
  }
  std::vector<EventRow> events = readEvents(connection, Detail::joining, "event.id IN temp.wanted");
  connection.kept("DELETE FROM temp.wanted")->run();
  return events;
}

std::vector<model::Passage> readPassages(const Connection& connection, std::int64_t story) {
  std::vector<model::Passage> passages;
  const LentStatement row = connection.kept(fmt::format(
      "SELECT {}, event.place, event.country FROM event JOIN passage ON passage.event = event.id JOIN "
      "article ON "
      "article.id = event.article WHERE event.story = ? ORDER BY article.source, span_begin, span_end",
      passageColumns));
  for (row->with(story); row->step();) {
    passages.push_back(readPassage(*row));
    if (!row->isNull(11)) passages.back().place = model::Place{row->text(11), row->text(12)};
  }
  return passages;
}

} // namespace demarche::library
