// SPDX-License-Identifier: Apache-2.0
// One writer and eight readers on one library, as the window has them when articles are added, read again and
// removed, and events corrected, while somebody looks around: nothing fails, and nobody sees half of
// anything. Meant to be run under the sanitizers as well; $DEMARCHE_THREADS_SECONDS lets it run longer.

#include "core/library/library.h"
#include "core/service/session.h"
#include "tests/unit/service/folder.h"

#include <array>
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

using namespace demarche;
using namespace demarche::service;
namespace fs = std::filesystem;

namespace {

constexpr int readers = 8;
constexpr int articlesAtOnce = 4;

std::chrono::duration<double> howLong() {
  const char* wanted = std::getenv("DEMARCHE_THREADS_SECONDS");
  return std::chrono::duration<double>(wanted != nullptr ? std::strtod(wanted, nullptr) : 0.8);
}

/// Each tells two meetings, and every third article the same ones.
std::string articleText(int number) {
  constexpr std::array places{"Vienna", "Geneva", "Lima", "Bali", "Oslo"};
  const int meeting = number / 3;
  return "Talks, account " + std::to_string(number) + "\n\nWang Yi met Jake Sullivan in " +
         places[static_cast<std::size_t>(meeting) % places.size()] + " on May " +
         std::to_string(1 + meeting % 28) + ", 2023.\n\nAntony Blinken met Wang Yi in Beijing on June " +
         std::to_string(1 + meeting % 28) + ", 2023, and they spoke about Taiwan.\n";
}

/// What went wrong on any of the threads; Catch may be asked on one only.
class Failures {
 public:
  void add(const std::string& what) {
    const std::lock_guard lock(m_mutex);
    m_what.insert(what);
  }
  template <typename Value>
  bool none(const base::Result<Value>& result, const char* call) {
    if (!result) add(std::string(call) + ": " + result.error().message);
    return result.has_value();
  }
  /// What was there when it was seen may be gone when it is asked for.
  template <typename Value>
  bool noneButGone(const base::Result<Value>& result, const char* call) {
    if (!result && result.error().kind == base::ErrorKind::notFound) return false;
    return none(result, call);
  }
  /// Once no thread is left: each in a line of its own, once.
  [[nodiscard]] std::string all() const {
    std::string lines;
    for (const std::string& what : m_what)
      lines += what + "\n";
    return lines;
  }

 private:
  std::mutex m_mutex;
  std::set<std::string> m_what;
};

/// Every story's passages are in articles that are there, and stand where they say.
void lookAround(const Session& session, Failures& failures) {
  const auto stories = session.events({});
  if (!failures.none(stories, "events")) return;
  std::map<std::string, model::Document> documents;
  for (const model::Event& story : *stories)
    for (const model::Passage& passage : story.passages) {
      auto known = documents.find(passage.article);
      if (known == documents.end()) {
        auto document = session.document(passage.article);
        if (!failures.noneButGone(document, "document")) return;
        known = documents.emplace(passage.article, std::move(*document)).first;
      }
      const auto length = static_cast<std::size_t>(passage.span.length());
      if (known->second.text.substr(static_cast<std::size_t>(passage.span.begin), length) != passage.text)
        failures.add("a passage does not stand where it says");
    }
  for (const model::Event& story : *stories)
    if (story.passages.empty()) failures.add("nobody tells a story");
  if (!stories->empty()) failures.noneButGone(session.explain(stories->front().id), "explain");
  failures.none(session.corrections({}), "corrections");
}

/// Between two calls of the writer, what articles tell may not be joined yet; nothing else may be amiss.
void check(Session& session, Failures& failures) {
  const auto report = session.check(false);
  if (!failures.none(report, "check")) return;
  for (const std::string& problem : report->problems)
    if (problem.find("have not been joined") == std::string::npos) failures.add("check: " + problem);
}

/// What the writer has done.
struct Written {
  std::atomic<int> added = 0;
  std::atomic<int> removed = 0; ///< or is about to be
  std::atomic<bool> ended = false;
};

void read(Session& session, int reader, const Written& written, Failures& failures) {
  for (int round = 0; !written.ended || round == 0; ++round) {
    const int added = written.added;
    const auto articles = session.articles();
    if (!failures.none(articles, "articles")) return;
    if (static_cast<int>(articles->size()) < added - written.removed) failures.add("articles went away");
    lookAround(session, failures);
    if (reader == 0) check(session, failures);
    if (reader == 1) { // as another program does
      const auto beside = library::Library::open(session.path(), library::Library::Access::read);
      if (failures.none(beside, "open")) failures.none(beside->stories({}), "stories");
    }
  }
}

void addSome(Session& session, const TemporaryFolder& folder, Written& written, Failures& failures) {
  const std::string batch = "in/" + std::to_string(written.added);
  for (int i = 0; i < articlesAtOnce; ++i)
    folder.write(batch + "/" + std::to_string(i) + ".txt", articleText(written.added + i));
  const auto report = session.add({folder / batch}, {}, {});
  if (!failures.none(report, "add")) return;
  if (report->added != articlesAtOnce) failures.add("not every article was added");
  written.added += articlesAtOnce;
}

/// Corrects one story and the dates of an article, which is read again for it, and takes some of it back.
void correctSome(Session& session, Failures& failures) {
  const auto stories = session.events({});
  if (!failures.none(stories, "events") || stories->empty()) return;
  const model::Event& story = stories->at(stories->size() / 2);
  model::Correction note;
  note.by = "Ann";
  note.change = model::Change::note;
  note.target = story.id;
  note.value = "looked at " + std::to_string(stories->size());
  failures.none(session.correct(note), "correct a note");
  const auto document = session.document(story.passages.front().article);
  if (!failures.none(document, "document")) return;
  model::Correction stated = note;
  stated.change = model::Change::stated;
  stated.target = document->digest;
  stated.value = time::Edtf::parse("2023-07-01").value();
  failures.none(session.correct(stated), "correct a date");
  failures.none(session.undo("Ann"), "undo");
  failures.none(session.undo("Ann"), "undo");
  failures.none(session.redo("Ann"), "redo");
}

void removeOne(Session& session, Written& written, Failures& failures) {
  const auto articles = session.articles();
  if (!failures.none(articles, "articles") || articles->empty()) return;
  ++written.removed;
  failures.none(session.remove({articles->at(articles->size() / 2).source}), "remove");
}

} // namespace

TEST_CASE("one writer and eight readers work on one library") {
  const TemporaryFolder folder;
  auto session = Session::open(folder / "l.demarche", Session::Mode::create, installedKnowledge().value());
  REQUIRE(session);
  Failures failures;
  Written written;
  {
    std::vector<std::jthread> threads;
    threads.reserve(readers);
    for (int reader = 0; reader < readers; ++reader)
      threads.emplace_back([&, reader] { read(**session, reader, written, failures); });
    const auto end = std::chrono::steady_clock::now() + howLong();
    for (int round = 0; round == 0 || std::chrono::steady_clock::now() < end; ++round) {
      addSome(**session, folder, written, failures);
      correctSome(**session, failures);
      if (round % 2 == 1) removeOne(**session, written, failures);
    }
    written.ended = true;
  }
  const std::string failed = failures.all();
  CAPTURE(failed);
  CHECK(failed.empty());
  CHECK(static_cast<int>((*session)->articles()->size()) == written.added - written.removed);
  const std::vector<std::string> problems = (*session)->check(false)->problems;
  CAPTURE(problems);
  CHECK(problems.empty());
}
