// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/library/random_library.h"

#include "core/library/corrections/log.h"
#include "core/library/corrections/value.h"
#include "core/library/search/index.h"
#include "core/library/settling.h"
#include "core/library/stories/joining.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <initializer_list>
#include <map>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace demarche::library {
namespace {

using model::Change;
using model::Correction;
using model::CorrectionState;

constexpr const char* somebody = "Ann";
constexpr unsigned readings = 6;

time::Edtf date(std::string_view edtf) {
  return time::Edtf::parse(edtf).value();
}

void must(const base::Result<void>& done) {
  if (!done) throw std::runtime_error(done.error().message);
}
template <typename Value>
Value must(const base::Result<Value>& result) {
  if (!result) throw std::runtime_error(result.error().message);
  return *result;
}

/// An article whose sentences tell a meeting each, on these days.
Article telling(std::string source, const std::vector<std::u16string>& sentences,
                const std::vector<std::string_view>& days) {
  std::u16string text;
  std::vector<text::Span> spans;
  for (const std::u16string& sentence : sentences) {
    const auto begin = static_cast<std::int32_t>(text.size());
    text += sentence;
    spans.push_back({begin, static_cast<std::int32_t>(text.size())});
    text += u" ";
  }
  Article article = articleOn(std::move(source), text, "unknown");
  const model::Event sample = article.extraction.events.front();
  article.extraction.events.clear();
  for (std::size_t i = 0; i < days.size(); ++i) {
    model::Event& event = article.extraction.events.emplace_back(sample);
    event.id = fmt::format("{}-{}", article.document.digest, i);
    event.date = date(days[i]);
    model::Passage& passage = event.passages.front();
    passage.span = spans[i];
    passage.text = sentences[i];
    passage.date = event.date;
  }
  return article;
}

/// Some tell the same, and from one source come two versions of one article and another one. Those from one
/// source stand by their digests, which decide about the order of articles that were added at one time.
const std::vector<Article>& allArticles() {
  static const std::vector<Article> articles = [] {
    const std::u16string rest = u"The two sides spoke about Taiwan, trade and the channels between armies.";
    std::vector<Article> made = {
        telling("a.txt", {u"They met on May 10.", u"Then again on May 12."}, {"2023-05-10", "2023-05-12"}),
        telling("b.txt", {u"On May 10 they met."}, {"2023-05-10"}),
        telling("c.txt", {u"They met in May.", u"They met in autumn."}, {"2023-05", "2023-09"}),
        telling("d.txt", {u"They met on September 17.", u"They met once."}, {"2023-09-17", "unknown"}),
        telling("e.txt", {u"They met on May 12.", rest}, {"2023-05-12"}),
        telling("e.txt", {u"UPDATE.", u"They met on May 12.", rest}, {"2023-05-12", "2023-05-11"}),
        telling("e.txt", {u"Quite another page: they had met in 2022."}, {"2022"})};
    std::sort(made.begin(), made.end(), [](const Article& a, const Article& b) {
      return std::tie(a.document.source, a.document.digest) < std::tie(b.document.source, b.document.digest);
    });
    return made;
  }();
  return articles;
}

/// Other readings find the same elsewhere, on other days, less of it or nothing.
model::Extraction readAs(const Article& article, unsigned reading) {
  model::Extraction extraction = article.extraction;
  std::vector<model::Event>& events = extraction.events;
  if (reading == 1 || reading == 5)
    for (model::Event& event : events)
      event.id += fmt::format("-{}", reading);
  if (reading == 2) events.clear();
  if (reading == 3) events.erase(events.begin());
  if (reading == 4) events.front().date = date("2023-05-13");
  if (reading == 5) std::reverse(events.begin(), events.end());
  return extraction;
}

model::CorrectionValue valueFor(Change change, unsigned which) {
  const auto pick = [&](auto one, auto other) { return which % 2 == 0 ? one : other; };
  switch (change) {
  case Change::kind:
    return pick(model::EventKind::call, model::EventKind::meeting);
  case Change::status:
    return pick(model::EventStatus::planned, model::EventStatus::occurred);
  case Change::scope:
    return pick(model::Scope::context, model::Scope::bilateral);
  case Change::date:
  case Change::written:
  case Change::stated:
    return pick(date("2023-05-10"), date("2024-01"));
  case Change::people:
    return std::vector<model::Participant>{
        {pick("Qin Gang", "Wang Yi"), model::ParticipantType::person, model::Side::cn, ""}};
  case Change::place:
    return pick(std::optional<model::Place>(), std::optional<model::Place>({"Geneva", "CH"}));
  case Change::topics:
    return std::vector<std::string>{pick("trade", "security")};
  case Change::title:
  case Change::note:
    return fmt::format("said {}", which % 3);
  case Change::add: {
    model::AddedEvent event;
    event.date = date(pick("2023-05-12", "2023-05"));
    event.participants = allArticles().front().extraction.events.front().participants;
    event.title = pick("", "Given by hand");
    return event;
  }
  default:
    return {};
  }
}

/// Hundreds of libraries are made; nothing has to reach a disk.
std::filesystem::path quickestFolder() {
  const std::filesystem::path memory = "/dev/shm";
  return std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path();
}

bool isOneOf(CorrectionState state, std::initializer_list<CorrectionState> states) {
  return std::find(states.begin(), states.end(), state) != states.end();
}

} // namespace

RandomLibrary::RandomLibrary()
    : m_folder(quickestFolder()), m_library(created(m_folder / "random.demarche")) {
  for (const unsigned article : {0U, 2U, 4U})
    add(article, /*settled=*/true);
}

bool RandomLibrary::isThere(std::size_t article) const {
  return std::any_of(m_present.begin(), m_present.end(),
                     [&](const Present& one) { return one.article == article; });
}

void RandomLibrary::add(unsigned which, bool settled) {
  const std::size_t number = which % allArticles().size();
  const Article& article = allArticles()[number];
  // Of those from one source a later one is not there yet.
  for (std::size_t later = number; later < allArticles().size(); ++later)
    if (allArticles()[later].document.source == article.document.source && isThere(later)) return;
  const Added how = must(m_library->add(article.document, article.extraction, "knowledge"));
  if (how == Added::alreadyThere) throw std::runtime_error("what was not there is there");
  if (settled) must(m_library->settle());
  m_present.push_back({number, 0});
}

void RandomLibrary::remove(unsigned which) {
  if (m_present.empty()) return;
  const auto gone = m_present.begin() + static_cast<std::ptrdiff_t>(which % m_present.size());
  const std::string& digest = allArticles()[gone->article].document.digest;
  for (const ArticleSummary& article : must(m_library->articles()))
    if (article.digest == digest) must(m_library->remove(article.source));
  m_present.erase(gone);
}

void RandomLibrary::readAgain(unsigned which, unsigned reading) {
  if (m_present.empty()) return;
  Present& again = m_present[which % m_present.size()];
  again.reading = reading % readings;
  const Article& read = allArticles()[again.article];
  for (const ArticleSummary& article : must(m_library->articles()))
    if (article.digest == read.document.digest)
      must(m_library->replaceReading(article.source, readAs(read, again.reading), "newer"));
}

void RandomLibrary::reopen() {
  m_library.reset();
  m_library = Library::open(m_folder / "random.demarche", Library::Access::write).value();
}

/// A key that an account has, or has had by hand.
std::string RandomLibrary::someKey(unsigned which) const {
  std::vector<std::string> keys;
  for (const Present& one : m_present)
    for (const model::Event& event : readAs(allArticles()[one.article], one.reading).events)
      keys.push_back(event.id);
  for (const Correction& one : m_log)
    if (one.change == Change::add) keys.push_back(one.id);
  return keys.empty() ? "none" : keys[which % keys.size()];
}

bool RandomLibrary::enter(Correction correction) {
  correction.by = somebody;
  const auto made = m_library->correct(std::move(correction));
  if (made) m_log.push_back(*made);
  return made.has_value();
}

bool RandomLibrary::correct(const Command& command) {
  const auto [ignored, what, where, value] = command;
  Correction one;
  constexpr std::array grouping{Change::add, Change::merge, Change::split};
  one.change = what % 2 == 0 ? model::allChanges[what / 2 % (model::allChanges.size() - 1)]
                             : grouping[what / 2 % grouping.size()];
  one.value = valueFor(one.change, value);
  one.target = someKey(where);
  if (one.change == Change::merge)
    one.value = std::vector<model::AccountRef>{{someKey(where), {}}, {someKey(value), {}}};
  if (one.change == Change::split) one.value = std::vector<model::AccountRef>{{someKey(where), {}}};
  if (isOfArticle(one.change) || one.change == Change::add) {
    if (m_present.empty()) return false;
    const model::Document& document = allArticles()[m_present[where % m_present.size()].article].document;
    one.target = document.digest;
    one.anchor.digest = document.digest;
    const auto begin = static_cast<std::int32_t>(value % 8);
    one.anchor.span = {begin, begin + 8};
  }
  return enter(std::move(one));
}

void RandomLibrary::revoke(const std::optional<std::string>& id) {
  if (!id) return;
  m_log.push_back(must(m_library->revoke(*id, somebody)));
}

void RandomLibrary::changeArticles(const Command& command) {
  switch (command[0] % 8) {
  case 0:
  case 1:
  case 2:
    return add(command[1], /*settled=*/true);
  case 3:
    return add(command[1], /*settled=*/false);
  case 4:
    return remove(command[1]);
  case 5:
    must(m_library->settle());
    return;
  default:
    return readAgain(command[1], command[2]);
  }
}

void RandomLibrary::change(const Command& command) {
  switch (command[0] / 8) {
  case 0:
  case 1:
  case 2:
    return changeArticles(command);
  case 3:
    return revoke(command[1] % 2 == 0 ? must(m_library->undoable(somebody))
                                      : must(m_library->redoable(somebody)));
  case 4:
    return m_log.empty() ? void() : revoke(m_log[command[1] % m_log.size()].id);
  case 5:
    if (command[1] % 4 == 0) return reopen();
    [[fallthrough]];
  default:
    (void)correct(command);
  }
}

Library RandomLibrary::madeAnew() {
  const auto file = m_folder / fmt::format("anew{}.demarche", m_others++);
  Library library = created(file);
  for (const Present& one : m_present) {
    const Article& article = allArticles()[one.article];
    (void)added(library, {article.document, readAs(article, one.reading)});
  }
  Connection beside(file, Connection::Access::write);
  registerSearch(beside);
  Transaction transaction(beside, Transaction::For::writing);
  std::vector<std::string> ids;
  for (const Correction& one : appendForeign(beside, m_log))
    ids.push_back(one.id);
  settleCorrections(beside, ids);
  settle(beside);
  transaction.commit();
  return library;
}

std::vector<std::string> RandomLibrary::problems() {
  std::vector<std::string> problems = must(m_library->check());
  std::erase_if(problems, [](const std::string& problem) {
    return problem.find("have not been joined") != std::string::npos; // they are now
  });
  must(m_library->settle());
  for (std::string& problem : must(m_library->check()))
    problems.push_back("settled: " + problem);
  std::map<std::string, LoggedCorrection> log;
  for (const LoggedCorrection& one : must(m_library->corrections()))
    log.emplace(one.correction.id, one);
  std::map<std::string, bool> counts;
  for (const Correction& one : inForce(m_log))
    counts[one.id] = true;
  for (const Correction& one : m_log) {
    const auto kept = log.find(one.id);
    if (kept == log.end() || kept->second.correction.value != one.value) {
      problems.push_back("lost: " + one.id);
      continue;
    }
    const auto& [correction, state, account] = kept->second;
    const std::string named = fmt::format("{} of {} is {}", code(one.change), one.target, code(state));
    if (one.change == Change::revoke) continue;
    if ((state == CorrectionState::revoked) == counts[one.id]) problems.push_back(named);
    const bool isThere = !account.empty() && account == one.target;
    if (isThere && !isOneOf(state, {CorrectionState::applied, CorrectionState::agreed}) &&
        one.change != Change::add)
      problems.push_back(named + " though it is there");
    if (isOneOf(state, {CorrectionState::moved}) && account.empty()) problems.push_back(named + " nowhere");
  }
  if (log.size() != m_log.size()) problems.push_back("the log has become longer by itself");
  return problems;
}

std::string storiesOf(const Library& library) {
  model::Filter everything;
  everything.rejectedToo = true;
  std::string words;
  for (const model::Event& story : must(library.stories(everything))) {
    words += fmt::format("{} {} {} {} {} \"{}\" {} {:.6f} {} \"{}\" {} {}\n", story.id, code(story.kind),
                         code(story.status), code(story.scope), story.date.str(), story.title,
                         code(story.level), story.confidence, story.plover, story.note, code(story.review),
                         fmt::join(story.corrected, ","));
    words +=
        fmt::format("  {} {} {}\n", toJson(story.participants), toJson(story.place), toJson(story.topics));
    for (const model::Passage& passage : story.passages)
      words += fmt::format("  {} {}-{} {} {} {} {} {}\n", passage.article, passage.span.begin,
                           passage.span.end, code(passage.kind), code(passage.status), passage.date.str(),
                           passage.dateWhy, toJson(passage.place));
  }
  return words;
}

std::string allOf(const Library& library) {
  std::string words = storiesOf(library);
  for (const auto& [one, state, account] : must(library.corrections()))
    words += fmt::format("{} {} {} {}\n", one.id, code(one.change), code(state), account);
  for (const ArticleSummary& article : must(library.articles())) {
    const GivenDates given = must(library.given(article.digest));
    words += fmt::format("{} {} {} {}\n", article.source, article.digest,
                         given.stated ? given.stated->str() : "", given.written ? given.written->str() : "");
  }
  return words;
}

} // namespace demarche::library
