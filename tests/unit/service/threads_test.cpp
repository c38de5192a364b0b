// SPDX-License-Identifier: Apache-2.0
// One writer and eight readers on one library, as the window has them when articles are added while somebody
// looks around: nothing fails, and nobody sees half of anything. Meant to be run under the sanitizers as
// well; $DEMARCHE_THREADS_SECONDS lets it run longer.

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
        if (!failures.none(document, "document")) return;
        known = documents.emplace(passage.article, std::move(*document)).first;
      }
      const auto length = static_cast<std::size_t>(passage.span.length());
      if (known->second.text.substr(static_cast<std::size_t>(passage.span.begin), length) != passage.text)
        failures.add("a passage does not stand where it says");
    }
  if (!stories->empty()) failures.none(session.explain(stories->front().id), "explain");
}

void read(Session& session, int reader, const std::atomic<bool>& ended, Failures& failures) {
  std::size_t seen = 0;
  for (int round = 0; !ended || round == 0; ++round) {
    const auto articles = session.articles();
    if (!failures.none(articles, "articles")) return;
    if (articles->size() < seen) failures.add("articles went away");
    seen = articles->size();
    lookAround(session, failures);
    if (reader == 0) failures.none(session.check(false), "check");
    if (reader == 1) { // as another program does
      const auto beside = library::Library::open(session.path(), library::Library::Access::read);
      if (failures.none(beside, "open")) failures.none(beside->stories({}), "stories");
    }
  }
}

} // namespace

TEST_CASE("one writer and eight readers work on one library") {
  const TemporaryFolder folder;
  auto session = Session::open(folder / "l.demarche", Session::Mode::create, installedKnowledge().value());
  REQUIRE(session);
  Failures failures;
  std::atomic<bool> ended = false;
  int written = 0;
  {
    std::vector<std::jthread> threads;
    threads.reserve(readers);
    for (int reader = 0; reader < readers; ++reader)
      threads.emplace_back([&, reader] { read(**session, reader, ended, failures); });
    const auto end = std::chrono::steady_clock::now() + howLong();
    while (std::chrono::steady_clock::now() < end || written == 0) {
      const std::string batch = "in/" + std::to_string(written);
      for (int i = 0; i < articlesAtOnce; ++i, ++written)
        folder.write(batch + "/" + std::to_string(i) + ".txt", articleText(written));
      const auto report = (*session)->add({folder / batch}, {}, {});
      if (!failures.none(report, "add")) break;
      if (report->added != articlesAtOnce) failures.add("not every article was added");
    }
    ended = true;
  }
  const std::string failed = failures.all();
  CAPTURE(failed);
  CHECK(failed.empty());
  CHECK((*session)->articles()->size() == static_cast<std::size_t>(written));
  CHECK((*session)->check(false)->problems == std::vector<std::string>());
}
