// SPDX-License-Identifier: Apache-2.0
// Files that are refused, and libraries that have come to harm.

#include "tests/unit/library/samples.h"

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <sys/wait.h>
#include <unistd.h>

using namespace demarche;
using namespace demarche::library;
using base::ErrorKind;

namespace {

void write(const std::filesystem::path& file, const std::string& content) {
  std::ofstream(file, std::ios::binary) << content;
}

std::string contentOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

base::Error refusal(const std::filesystem::path& file, Library::Access access) {
  const std::string before = contentOf(file);
  const auto library = Library::open(file, access);
  REQUIRE_FALSE(library);
  CHECK(contentOf(file) == before);
  return library.error();
}

/// As another program sees it: SQLite holds a lock on these bytes as long as a library is open, and who finds
/// none takes the log for its own.
bool isLocked(const std::filesystem::path& file) {
  const pid_t child = fork();
  if (child == 0) {
    const int descriptor = open(file.c_str(), O_RDWR);
    struct flock wanted {};
    wanted.l_type = F_WRLCK;
    wanted.l_whence = SEEK_SET;
    wanted.l_start = 0x40000002;
    wanted.l_len = 510;
    _exit(fcntl(descriptor, F_GETLK, &wanted) == 0 && wanted.l_type != F_UNLCK ? 1 : 0);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  return WEXITSTATUS(status) == 1;
}

bool tells(const std::vector<std::string>& problems, const std::string& words) {
  for (const std::string& problem : problems)
    if (problem.find(words) != std::string::npos) return true;
  return false;
}

std::filesystem::path withOneArticle(const std::filesystem::path& file) {
  Library library = created(file);
  REQUIRE(added(library, articleOn("a.txt", u"They met on the 10th.", "2023-05-10")));
  REQUIRE(library.settle());
  return file;
}

} // namespace

TEST_CASE("what is no library is refused and left untouched") {
  const TemporaryFolder folder;
  const auto file = folder / "a.demarche";
  for (const std::string& content : {std::string("hello"), std::string(200, 'x')}) {
    write(file, content);
    for (const auto access : {Library::Access::read, Library::Access::write}) {
      CHECK(refusal(file, access).message == "is no Démarche library");
      CHECK(refusal(file, access).kind == ErrorKind::input);
    }
  }
}

TEST_CASE("what is left of a library whose making was broken off is made one") {
  const TemporaryFolder folder;
  const auto file = folder / "a.demarche";
  for (const auto access : {Library::Access::write, Library::Access::create}) {
    write(file, "");
    CHECK(refusal(file, Library::Access::read).message == "is no Démarche library");
    Library library = Library::open(file, access).value();
    CHECK(added(library, articleOn("a.txt", u"They met on the 10th.", "2023-05-10")));
    CHECK(library.check()->empty());
  }
}

TEST_CASE("another program's database is refused and left untouched") {
  const TemporaryFolder folder;
  const auto file = folder / "other.db";
  tamper(file, "CREATE TABLE song (title TEXT)");
  CHECK(refusal(file, Library::Access::write).message == "is no Démarche library");
}

TEST_CASE("a library of a newer format is refused and left untouched") {
  const TemporaryFolder folder;
  const auto file = withOneArticle(folder / "a.demarche");
  tamper(file, "PRAGMA user_version = 999");
  for (const auto access : {Library::Access::read, Library::Access::write})
    CHECK(refusal(file, access).message.find("newer Démarche (library format 999") != std::string::npos);
}

TEST_CASE("a missing file and a folder are told apart from a library") {
  const TemporaryFolder folder;
  CHECK(Library::open(folder / "none.demarche", Library::Access::read).error().kind == ErrorKind::notFound);
  CHECK(Library::open(folder / ".", Library::Access::read).error().message.find("folder") !=
        std::string::npos);
}

TEST_CASE("creating replaces nothing and needs a folder") {
  const TemporaryFolder folder;
  const auto file = folder / "a.txt";
  write(file, "mine");
  CHECK(refusal(file, Library::Access::create).message == "exists already");
  CHECK(Library::open(folder / "no/such.demarche", Library::Access::create).error().kind ==
        ErrorKind::notFound);
}

TEST_CASE("who waited in vain for another writer is told who has the library") {
  const TemporaryFolder folder;
  const auto file = withOneArticle(folder / "a.demarche");
  Library library = Library::open(file, Library::Access::write).value();
  sqlite3* other = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &other) == SQLITE_OK);
  REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE; UPDATE article SET title = 'x'", nullptr, nullptr, nullptr) ==
          SQLITE_OK);
  const auto told = library.remove("a.txt");
  REQUIRE_FALSE(told);
  CHECK(told.error().kind == ErrorKind::busy);
  CHECK(told.error().message == "another program is writing to this library; try again when it is done");
  CHECK(library.articles()->front().title == "Talks"); // a reader sees the state before
  REQUIRE(sqlite3_exec(other, "COMMIT", nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(other);
  CHECK(library.articles()->front().title == "x");
  CHECK(library.remove("a.txt"));
}

TEST_CASE("a library that may not be written is told so") {
  const TemporaryFolder folder;
  const auto file = withOneArticle(folder / "a.demarche");
  std::filesystem::create_directory(folder / "a.demarche-wal"); // in the way of SQLite's own
  const auto library = Library::open(file, Library::Access::write);
  REQUIRE_FALSE(library);
  CHECK(library.error().kind == ErrorKind::access);
}

TEST_CASE("who opens a library again leaves the locks of who has it open alone") {
  const TemporaryFolder folder;
  const auto file = withOneArticle(folder / "a.demarche");
  const Library library = Library::open(file, Library::Access::write).value();
  REQUIRE(library.stories({}));
  REQUIRE(isLocked(file));
  REQUIRE(Library::open(file, Library::Access::read)); // closed at once
  CHECK(isLocked(file));
}

TEST_CASE("a library at rest is one file") {
  const TemporaryFolder folder;
  const auto file = withOneArticle(folder / "a.demarche");
  REQUIRE(Library::open(file, Library::Access::read)->stories({}));
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(file.parent_path())) {
    INFO(entry.path());
    ++files;
  }
  CHECK(files == 1);
}

TEST_CASE("a library beside which nothing can be written is read all the same") {
  const TemporaryFolder folder;
  const auto file = withOneArticle(folder / "a #1%.demarche");
  std::filesystem::create_directory(folder / "a #1%.demarche-shm"); // in the way of SQLite's own
  const auto library = Library::open(file, Library::Access::read);
  REQUIRE(library);
  CHECK(library->stories({})->size() == 1);
}

TEST_CASE("a sound library has no problems") {
  const TemporaryFolder folder;
  const auto file = withOneArticle(folder / "a.demarche");
  CHECK(Library::open(file, Library::Access::read)->check()->empty());
}

TEST_CASE("a text that was changed is found") {
  const TemporaryFolder folder;
  const auto file = withOneArticle(folder / "a.demarche");
  tamper(file, "UPDATE article SET text = replace(text, '10th', '11th')");
  const auto problems = Library::open(file, Library::Access::read)->check().value();
  CHECK(tells(problems, "the text of \"a.txt\" is not the one that was added"));
  CHECK(tells(problems, "does not stand where it should"));
}

TEST_CASE("a value that means nothing is found") {
  const TemporaryFolder folder;
  const auto file = withOneArticle(folder / "a.demarche");
  tamper(file, "UPDATE event SET kind = 'picnic'; UPDATE story SET kind = 'picnic'");
  const Library library = Library::open(file, Library::Access::read).value();
  CHECK(tells(library.check().value(), "\"picnic\" is no kind of event"));
  CHECK(library.stories({}).error().kind == ErrorKind::input);
}

TEST_CASE("rows that belong to nothing are found") {
  const TemporaryFolder folder;
  const auto file = withOneArticle(folder / "a.demarche");
  tamper(file, "PRAGMA foreign_keys = OFF; DELETE FROM article");
  CHECK(tells(Library::open(file, Library::Access::read)->check().value(),
              "of the table event belong to nothing"));
}

TEST_CASE("stories that were lost are found and made anew") {
  const TemporaryFolder folder;
  const auto file = withOneArticle(folder / "a.demarche");
  tamper(file, "DELETE FROM story");
  Library library = Library::open(file, Library::Access::write).value();
  CHECK(tells(library.check().value(), "1 events are in a story that is not there"));
  REQUIRE(library.repair());
  CHECK(library.check()->empty());
}

TEST_CASE("what a killed program left unjoined is joined when the library is opened for writing") {
  const TemporaryFolder folder;
  const auto file = withOneArticle(folder / "a.demarche");
  tamper(file,
         "PRAGMA foreign_keys = ON; DELETE FROM story; UPDATE event SET story = NULL, component = NULL");
  CHECK(tells(Library::open(file, Library::Access::read)->check().value(), "1 events have not been joined"));
  Library library = Library::open(file, Library::Access::write).value();
  CHECK(library.check()->empty());
  CHECK(library.stories({})->size() == 1);
}

TEST_CASE("a page that was overwritten is found") {
  const TemporaryFolder folder;
  const auto file = withOneArticle(folder / "a.demarche");
  std::string content = contentOf(file);
  const std::size_t at = content.find("They met");
  REQUIRE(at != std::string::npos);
  content.replace(at / 4096 * 4096, 64, std::string(64, '\xff'));
  write(file, content);
  const auto library = Library::open(file, Library::Access::read);
  REQUIRE(library);
  CHECK_FALSE(library->check()->empty());
}

TEST_CASE("a library of an unfinished format is brought up to date by a writer only") {
  const TemporaryFolder folder;
  const auto file = folder / "a.demarche";
  tamper(file,
         "PRAGMA application_id = 1145392449; PRAGMA user_version = 0; CREATE TABLE x (y); DROP TABLE x");
  CHECK(refusal(file, Library::Access::read).message.find("older Démarche") != std::string::npos);
  Library library = Library::open(file, Library::Access::write).value();
  CHECK(added(library, articleOn("a.txt", u"They met.", "2023-05-10")));
}
