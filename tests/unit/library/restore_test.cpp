// SPDX-License-Identifier: Apache-2.0
// A copy takes the place of a library, whatever became of that.

#include "core/library/store/schema.h"
#include "tests/unit/library/killed_before.h"
#include "tests/unit/library/samples.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sqlite3.h>
#include <string>
#include <vector>

using namespace demarche;
using namespace demarche::library;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& file, const std::string& content) {
  std::ofstream(file, std::ios::binary) << content;
}

std::string contentOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Article spring() {
  return articleOn("spring.txt", u"They met on the 10th.", "2023-05-10");
}
Article autumn() {
  return articleOn("autumn.txt", u"They met again.", "2023-09-17");
}
Article winter() {
  return articleOn("winter.txt", u"They met once more.", "2024-01-26");
}

/// Names of the articles of a sound library.
std::vector<std::string> articlesOf(const fs::path& file) {
  const Library library = Library::open(file, Library::Access::write).value();
  CHECK(library.check()->empty());
  std::vector<std::string> names;
  const auto articles = library.articles().value();
  names.reserve(articles.size());
  for (const ArticleSummary& one : articles)
    names.push_back(one.source);
  return names;
}
const auto ofOld = std::vector<std::string>{"autumn.txt", "spring.txt"};
const auto ofOldWithLog = std::vector<std::string>{"autumn.txt", "spring.txt", "winter.txt"};
const auto ofCopy = std::vector<std::string>{"spring.txt"};

/// A library `a.demarche` of two articles, and a copy from before the second.
class Restoring {
 public:
  Restoring() : file(m_folder / "a.demarche"), copy(m_folder / "copy.demarche") {
    Library library = created(file);
    REQUIRE(added(library, spring()));
    REQUIRE(library.backUp(copy));
    REQUIRE(added(library, autumn()));
  }

  /// Adds a third article, which stands in the log alone then.
  void killWhoAdds() const {
    brokenOff([&] {
      static Library library = Library::open(file, Library::Access::write).value(); // never closed
      REQUIRE(added(library, winter()));
    });
    REQUIRE(fs::file_size(log()) > 0);
  }

  /// Takes back what was done to the folder since this was called first; making all anew would take longer.
  void beginAgain() {
    const fs::path folder = file.parent_path();
    const bool first = m_files.empty();
    for (const fs::path& path : std::vector<fs::path>(fs::directory_iterator(folder), {}))
      first ? void(m_files[path] = contentOf(path)) : void(fs::remove(path));
    for (const auto& [path, content] : m_files)
      write(path, content);
  }

  [[nodiscard]] fs::path beside(const std::string& name) const { return m_folder / name; }
  [[nodiscard]] fs::path log() const { return beside("a.demarche-wal"); }

 private:
  TemporaryFolder m_folder;
  std::map<fs::path, std::string> m_files;

 public:
  const fs::path file;
  const fs::path copy;
};

} // namespace

TEST_CASE("a copy is put in the place of a library, which is kept") {
  const Restoring made;
  const auto replaced = Library::restore(made.file, made.copy);
  REQUIRE(replaced);
  CHECK(*replaced == made.beside("a (replaced).demarche"));
  CHECK(articlesOf(made.file) == ofCopy);
  CHECK(articlesOf(**replaced) == ofOld);
  CHECK(articlesOf(made.copy) == ofCopy);
  CHECK(Library::restore(made.file, made.copy) == made.beside("a (replaced, 2).demarche"));
}

TEST_CASE("a copy is restored where there is no library") {
  const Restoring made;
  CHECK(Library::restore(made.beside("new.demarche"), made.copy) == std::nullopt);
  CHECK(articlesOf(made.beside("new.demarche")) == ofCopy);
}

TEST_CASE("a library that cannot be opened makes way for a copy and is kept as it is") {
  const Restoring made;
  std::string damaged = contentOf(made.file);
  SECTION("its beginning is overwritten") {
    damaged.replace(0, 100, std::string(100, 'x'));
  }
  SECTION("it is something else") {
    damaged = "no library at all";
  }
  SECTION("it was cut off") {
    damaged.resize(damaged.size() / 2 + 100);
  }
  SECTION("all but its beginning is overwritten") {
    damaged.replace(100, std::string::npos, std::string(damaged.size() - 100, '\xff'));
  }
  SECTION("it is of a newer format") {
    damaged[60] = 9;
  }
  SECTION("it is empty") {
    damaged.clear();
  }
  write(made.file, damaged);
  const auto replaced = Library::restore(made.file, made.copy);
  REQUIRE(replaced);
  CHECK(articlesOf(made.file) == ofCopy);
  CHECK(contentOf(**replaced) == damaged);
}

TEST_CASE("a log moves aside with its library") {
  const Restoring made;
  made.killWhoAdds();
  const std::string main = contentOf(made.file);
  const std::string log = contentOf(made.log());
  REQUIRE(Library::restore(made.file, made.copy) == made.beside("a (replaced).demarche"));
  CHECK(articlesOf(made.file) == ofCopy);
  CHECK(contentOf(made.beside("a (replaced).demarche")) == main);
  CHECK(contentOf(made.beside("a (replaced).demarche-wal")) == log);
  CHECK(articlesOf(made.beside("a (replaced).demarche")) == ofOldWithLog);
}

TEST_CASE("a log is never applied to a library that it is not of") {
  const Restoring made;
  made.killWhoAdds();
  std::string log = contentOf(made.log());
  SECTION("its library is damaged") {
    write(made.file, std::string(8192, 'x'));
  }
  SECTION("it is damaged itself") {
    log.replace(8, log.size() - 8, std::string(log.size() - 8, 'x'));
    write(made.log(), log);
  }
  SECTION("it belongs to what stood there before") {
    write(made.file, contentOf(made.copy));
  }
  SECTION("its library is gone") {
    fs::remove(made.file);
  }
  const bool there = fs::exists(made.file);
  const std::string main = contentOf(made.file);
  const auto replaced = Library::restore(made.file, made.copy);
  REQUIRE(replaced);
  CHECK(replaced->has_value() == there);
  CHECK_FALSE(fs::exists(made.log()));
  CHECK(articlesOf(made.file) == ofCopy);
  CHECK(contentOf(made.beside("a (replaced).demarche-wal")) == log);
  CHECK(contentOf(made.beside("a (replaced).demarche")) == main);
}

TEST_CASE("a journal moves aside, too") {
  const Restoring made;
  write(made.beside("a.demarche-journal"), "of a transaction that was broken off");
  REQUIRE(Library::restore(made.file, made.copy));
  CHECK_FALSE(fs::exists(made.beside("a.demarche-journal")));
  CHECK(contentOf(made.beside("a (replaced).demarche-journal")) == "of a transaction that was broken off");
  CHECK(articlesOf(made.file) == ofCopy);
}

TEST_CASE("a library that is in use is not replaced") {
  const Restoring made;
  if (GENERATE(false, true)) REQUIRE(Library::restore(made.file, made.copy)); // nobody has written to it yet
  const auto before = contentOf(made.file);
  const auto names = [&] { return std::distance(fs::directory_iterator(made.file.parent_path()), {}); };
  const auto access = GENERATE(Library::Access::read, Library::Access::write);
  {
    const Library user = Library::open(made.file, access).value();
    const auto files = names();
    const auto refused = Library::restore(made.file, made.copy);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == base::ErrorKind::busy);
    CHECK(refused.error().message == "is in use by another program; close it there first");
    CHECK(names() == files);
  }
  CHECK(Library::restore(made.file, made.copy));
}

TEST_CASE("a library is not restored from itself, from nothing or from what is damaged") {
  const Restoring made;
  const std::string before = contentOf(made.file);
  CHECK(Library::restore(made.file, made.file).error().message == "cannot be restored from itself");
  CHECK(Library::restore(made.file, made.beside("none")).error().kind == base::ErrorKind::notFound);
  CHECK(Library::restore(made.beside("."), made.copy).error().message.find("folder") != std::string::npos);
  std::string content = contentOf(made.copy);
  for (const std::string& damaged : {content.substr(0, 5000), std::string("no library")}) {
    write(made.copy, damaged);
    const auto refused = Library::restore(made.file, made.copy);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == base::ErrorKind::input);
    CHECK(refused.error().message.find("cannot be restored from") == 0);
  }
  CHECK(contentOf(made.file) == before);
  CHECK(std::distance(fs::directory_iterator(made.file.parent_path()), {}) == 2);
}

TEST_CASE("a copy is restored from where nothing can be written beside it") {
  const Restoring made;
  REQUIRE(articlesOf(made.copy) == ofCopy); // written with a log from now on
  fs::create_directory(
      made.beside(GENERATE("copy.demarche-wal", "copy.demarche-shm"))); // in the way of SQLite's own
  const std::string before = contentOf(made.copy);
  REQUIRE(Library::restore(made.file, made.copy));
  CHECK(articlesOf(made.file) == ofCopy);
  CHECK(contentOf(made.copy) == before);
}

TEST_CASE("a link to a library stays one") {
  const Restoring made;
  fs::create_symlink(made.file, made.beside("link.demarche"));
  made.killWhoAdds();
  REQUIRE(Library::restore(made.beside("link.demarche"), made.copy));
  CHECK(fs::is_symlink(made.beside("link.demarche")));
  CHECK(articlesOf(made.file) == ofCopy);
  CHECK(articlesOf(made.beside("a (replaced).demarche")) == ofOldWithLog);
}

TEST_CASE("who was about to open a library while it was replaced is told so") {
  const Restoring made;
  const Connection waiting(made.file, Connection::Access::write);
  REQUIRE(Library::restore(made.file, made.copy)); // to open a file is not yet to use it
  CHECK_THROWS_WITH(requireLibrary(waiting), Catch::Contains("was replaced while it was being opened"));
  CHECK(articlesOf(made.file) == ofCopy);
}

TEST_CASE("whenever restoring is killed, the old or the new library is there and nothing is lost") {
  const bool logged = GENERATE(true, false);
  Restoring made;
  if (logged) made.killWhoAdds();
  const auto old = logged ? ofOldWithLog : ofOld;
  int kills = 0;
  bool replaced = false;
  for (bool killed = true; killed; kills += killed ? 1 : 0) {
    made.beginAgain();
    killed = killedBefore(kills + 1, [&] { (void)Library::restore(made.file, made.copy); });
    INFO("before call " << kills + 1);
    const auto there = articlesOf(made.file);
    CHECK((there == old || there == ofCopy));
    CHECK((there == old || articlesOf(made.beside("a (replaced).demarche")) == old));
    replaced = there == ofCopy;
  }
  CHECK(replaced);
  CHECK(kills > 10);
}

TEST_CASE("whenever restoring a damaged library is killed, no log stands beside the new one") {
  Restoring made;
  made.killWhoAdds();
  const std::string garbage(8192, 'x');
  const std::string log = contentOf(made.log()).substr(0, 32); // with nothing in it that could be moved
  write(made.file, garbage);
  write(made.log(), log);
  int kills = 0;
  for (bool killed = true; killed; kills += killed ? 1 : 0) {
    made.beginAgain();
    killed = killedBefore(kills + 1, [&] { (void)Library::restore(made.file, made.copy); });
    INFO("before call " << kills + 1);
    const bool logThere = fs::exists(made.log());
    const bool isNew = contentOf(made.file) != garbage;
    CHECK_FALSE((isNew && logThere));
    if (!logThere) {
      CHECK(contentOf(made.beside("a (replaced).demarche")) == garbage);
      CHECK(contentOf(made.beside("a (replaced).demarche-wal")) == log);
    }
    CHECK(Library::restore(made.file, made.copy)); // can be done again
    CHECK(articlesOf(made.file) == ofCopy);
  }
  CHECK(kills > 10);
}
