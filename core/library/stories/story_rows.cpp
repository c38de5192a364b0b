// SPDX-License-Identifier: Apache-2.0
#include "core/library/stories/story_rows.h"

#include "core/coreference/join.h"
#include "core/library/corrections/fold.h"
#include "core/library/corrections/log.h"
#include "core/library/search/index.h"
#include "core/library/store/columns.h"
#include "core/library/stories/facets.h"
#include "core/model/title.h"
#include "core/time/extent.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace demarche::library {
namespace {

std::int64_t dayNumber(time::Day day) {
  return day.time_since_epoch().count();
}

/// The blocks that tell it, ascending, each once.
std::vector<BlockId> toldIn(const std::vector<const EventRow*>& accounts) {
  std::vector<BlockId> told;
  for (const EventRow* account : accounts)
    for (const std::int32_t block : account->blocks)
      told.push_back(blockId(account->article, block));
  std::sort(told.begin(), told.end());
  told.erase(std::unique(told.begin(), told.end()), told.end());
  return told;
}

/// An account added by hand may have been given a title of its own.
const model::Event* titledByHand(const std::vector<const EventRow*>& accounts) {
  const auto found = std::find_if(accounts.begin(), accounts.end(), [](const EventRow* account) {
    return account->byHand && account->event.title != model::titleOf(account->event);
  });
  return found != accounts.end() ? &(*found)->event : nullptr;
}

/// By what it is found beside its texts. FTS5 has to be told the same again when the story goes.
class Names {
 public:
  Names(std::string title, const std::string& place) : m_names(std::move(title)) { add(place); }
  void add(const std::string& name) { m_names.append("\n").append(name); }
  std::string take() { return std::move(m_names); }

 private:
  std::string m_names;
};

std::string namesOf(const model::Event& story) {
  Names names(story.title, story.place ? story.place->name : std::string());
  for (const model::Participant& one : story.participants)
    names.add(one.name);
  names.add(story.note);
  return names.take();
}

/// The same from its rows; nothing when it is not there.
std::optional<std::string> namesOf(const Connection& connection, std::int64_t story) {
  const LentStatement row = connection.kept("SELECT title, place, note FROM story WHERE id = ?");
  if (!row->with(story).step()) return std::nullopt;
  Names names(row->text(0), row->text(1));
  const LentStatement participant =
      connection.kept("SELECT name FROM story_participant WHERE story = ? ORDER BY ordinal");
  for (participant->with(story); participant->step();)
    names.add(participant->text(0));
  names.add(row->text(2));
  return names.take();
}

std::string joinedBySpaces(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    found.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return found;
}

} // namespace

StoryWriter::StoryWriter(Connection& connection) : m_connection(connection) {
  m_corrections = connection.kept("SELECT 1 FROM correction LIMIT 1")->with().step();
}

std::int64_t StoryWriter::write(std::optional<std::int64_t> known,
                                const std::vector<const EventRow*>& accounts) {
  std::vector<const model::Event*> told;
  told.reserve(accounts.size());
  for (const EventRow* account : accounts)
    told.push_back(&account->event);
  model::Event story = coreference::mergedEvent(told);
  const model::Event* named = titledByHand(accounts);
  if (named != nullptr) story.title = named->title;
  if (m_corrections) correct(story, accounts);
  if (known) erase(*known);

  const auto days = story.date.bounds();
  std::optional<std::string> place;
  std::optional<std::string> country;
  if (story.place) {
    place = story.place->name;
    country = story.place->country;
  }
  m_connection
      .kept(
          "INSERT INTO story (id, key, accounts, kind, status, scope, date, earliest, latest, title, level, "
          "confidence, plover, place, country, note, review, corrected) VALUES "
          "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
      ->run(known, story.id, static_cast<std::int64_t>(accounts.size()), code(story.kind), code(story.status),
            code(story.scope), story.date.str(), isoOrNull(days, &time::DayRange::first),
            isoOrNull(days, &time::DayRange::last), story.title, code(story.level), story.confidence,
            story.plover, place, country, story.note, code(story.review), joinedBySpaces(story.corrected));
  const std::int64_t id = m_connection.lastRowId();

  std::int64_t ordinal = 0;
  const LentStatement participant = m_connection.kept("INSERT INTO story_participant VALUES (?,?,?,?,?,?)");
  for (const model::Participant& one : story.participants)
    participant->run(id, ordinal++, one.name, code(one.type), code(one.side), one.role);
  ordinal = 0;
  const LentStatement topic = m_connection.kept("INSERT INTO story_topic VALUES (?,?,?)");
  for (const std::string& name : story.topics)
    topic->run(id, ordinal++, name);
  writeFacets(id, story, accounts);
  m_named[id] = namesOf(story);
  return id;
}

void StoryWriter::erase(std::int64_t story) {
  // What was written but now was never told to the index.
  if (m_named.erase(story) == 0)
    if (auto names = namesOf(m_connection, story)) m_noLonger.emplace(story, std::move(*names));
  m_connection.kept("DELETE FROM story WHERE id = ?")->run(story);
}

void StoryWriter::finish() {
  for (const auto& [story, names] : m_noLonger)
    unindexStory(m_connection, story, names);
  for (const auto& [story, names] : m_named)
    indexStory(m_connection, story, names);
  m_noLonger.clear();
  m_named.clear();
}

void StoryWriter::correct(model::Event& story, const std::vector<const EventRow*>& accounts) {
  std::vector<model::Correction> about;
  for (const EventRow* account : accounts)
    for (model::Correction& one : correctionsOf(m_connection, account->id))
      about.push_back(std::move(one));
  if (about.empty()) return;
  std::sort(about.begin(), about.end(), [](const auto& a, const auto& b) { return a.id < b.id; });

  const std::vector<bool> agreed = applyTo(story, about, titledByHand(accounts) != nullptr);
  for (std::size_t i = 0; i < about.size(); ++i)
    setAgreed(m_connection, about[i], agreed[i]);
}

std::uint32_t StoryWriter::facet(std::string_view what, const std::string& name, std::string_view detail) {
  std::string key = fmt::format("{}\x1f{}\x1f{}", what, name, detail);
  if (const auto known = m_facets.find(key); known != m_facets.end()) return known->second;
  m_connection.kept("INSERT OR IGNORE INTO facet (what, name, detail) VALUES (?,?,?)")
      ->run(what, name, detail);
  const LentStatement row =
      m_connection.kept("SELECT id FROM facet WHERE what = ? AND name = ? AND detail = ?");
  row->with(what, name, detail).step();
  return m_facets.emplace(std::move(key), static_cast<std::uint32_t>(row->integer(0))).first->second;
}

std::uint8_t StoryWriter::languagesOf(std::int64_t article) {
  if (const auto known = m_languages.find(article); known != m_languages.end()) return known->second;
  std::uint8_t languages = 0;
  const LentStatement row = m_connection.kept(
      "SELECT DISTINCT language FROM block WHERE article = ? AND role IN ('title', 'body', 'caption') AND "
      "language <> 'und'");
  for (row->with(article); row->step();)
    languages |= bitOf(readCode(*row, 0, model::languageFromCode, "language"));
  return m_languages.emplace(article, languages).first->second;
}

void StoryWriter::writeFacets(std::int64_t id, const model::Event& story,
                              const std::vector<const EventRow*>& accounts) {
  Traits traits = traitsOf(story);
  const std::vector<BlockId> told = toldIn(accounts);
  std::int64_t last = 0;
  for (const BlockId block : told) {
    const auto article = static_cast<std::int64_t>(block >> ordinalBits);
    if (article == last) continue;
    last = article;
    traits.articles = static_cast<std::uint16_t>(std::min(traits.articles + 1, Traits::mostArticles));
    traits.languages |= languagesOf(article);
  }

  std::vector<std::uint32_t> facets;
  for (const model::Participant& one : story.participants)
    facets.push_back(facet(code(one.type), one.name, code(one.side)));
  for (const std::string& topic : story.topics)
    facets.push_back(facet("topic", topic, ""));
  std::optional<std::int64_t> place;
  if (story.place) place = facet("place", story.place->name, story.place->country);

  std::array<std::optional<std::int64_t>, 4> days;
  if (const auto extent = time::extentOf(story.date))
    days = {dayNumber(extent->first), dayNumber(extent->last), dayNumber(extent->sureFirst),
            dayNumber(extent->sureLast)};
  const LentStatement insert = m_connection.kept("INSERT INTO story_facets VALUES (?,?,?,?,?,?,?,?,?)");
  insert->with(id, days[0], days[1], days[2], days[3], static_cast<std::int64_t>(traits.packed()), place);
  insert->bindBlob(7, packed(facets));
  insert->bindBlob(8, packed(told));
  insert->step();
}

namespace {

constexpr std::string_view storyColumns = "SELECT id, key, kind, status, scope, date, title, level, "
                                          "confidence, plover, place, country, note, review, "
                                          "corrected FROM story WHERE id = ?";

} // namespace

std::vector<std::int64_t> storiesInOrder(const Connection& connection) {
  return integerColumn(connection, "SELECT id FROM story ORDER BY earliest IS NULL, earliest, latest, key");
}

std::int64_t storyWith(const Connection& connection, std::string_view key) {
  {
    const LentStatement exact =
        connection.kept("SELECT story FROM event WHERE key = ? AND story IS NOT NULL");
    if (exact->with(key).step()) return exact->integer(0);
  }
  std::vector<std::int64_t> found;
  if (!key.empty())
    found =
        integerColumn(connection,
                      "SELECT DISTINCT story FROM event WHERE key >= ?1 AND key < ?1 || char(1114111) AND "
                      "story IS NOT NULL",
                      key);
  if (found.empty())
    throw DatabaseError(base::ErrorKind::notFound,
                        fmt::format("there is no event \"{}\" in this library", key));
  if (found.size() > 1)
    throw DatabaseError(base::ErrorKind::notFound,
                        fmt::format("{} events begin with \"{}\"; give more of the id", found.size(), key));
  return found.front();
}

std::unordered_set<std::string> correctionsOfStory(const Connection& connection, std::int64_t story) {
  std::unordered_set<std::string> ids;
  const LentStatement row =
      connection.kept("SELECT id FROM correction WHERE target IN (SELECT key FROM event WHERE story = ?1) "
                      "UNION SELECT correction FROM "
                      "correction_target JOIN event ON event.id = correction_target.event WHERE story = ?1");
  for (row->with(story); row->step();)
    ids.insert(row->text(0));
  return ids;
}

std::optional<model::Event> findStory(const Connection& connection, std::int64_t story) {
  model::Event event;
  {
    const LentStatement row = connection.kept(storyColumns);
    if (!row->with(story).step()) return std::nullopt;
    event.id = row->text(1);
    event.kind = readCode(*row, 2, model::eventKindFromCode, "kind of event");
    event.status = readCode(*row, 3, model::eventStatusFromCode, "status");
    event.scope = readCode(*row, 4, model::scopeFromCode, "scope");
    event.date = readDate(*row, 5);
    event.title = row->text(6);
    event.level = readCode(*row, 7, model::levelFromCode, "level");
    event.confidence = row->real(8);
    event.plover = row->text(9);
    if (!row->isNull(10)) event.place = model::Place{row->text(10), row->text(11)};
    event.note = row->text(12);
    event.review = readCode(*row, 13, model::reviewFromCode, "review");
    event.corrected = words(row->text(14));
  }
  {
    const LentStatement row = connection.kept(
        "SELECT name, type, side, role FROM story_participant WHERE story = ? ORDER BY ordinal");
    for (row->with(story); row->step();)
      event.participants.push_back({row->text(0),
                                    readCode(*row, 1, model::participantTypeFromCode, "type of participant"),
                                    readCode(*row, 2, model::sideFromCode, "side"), row->text(3)});
  }
  event.topics =
      textColumn(connection, "SELECT name FROM story_topic WHERE story = ? ORDER BY ordinal", story);
  event.passages = readPassages(connection, story);
  return event;
}

model::Event readStory(const Connection& connection, std::int64_t story) {
  std::optional<model::Event> found = findStory(connection, story);
  if (!found) throw DatabaseError(base::ErrorKind::notFound, "the event is no longer in this library");
  return std::move(*found);
}

std::vector<model::Event> readStories(const Connection& connection,
                                      const std::vector<std::int64_t>& stories) {
  std::vector<model::Event> events;
  events.reserve(stories.size());
  for (const std::int64_t story : stories)
    events.push_back(readStory(connection, story));
  return events;
}

} // namespace demarche::library
