// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/ingest/pages.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace fs = std::filesystem;
using namespace demarche;
using base::ErrorKind;

namespace {

/// A folder that goes away with the test.
class Folder {
 public:
  Folder() : m_path(fs::temp_directory_path() / ("demarche-ingest-test-" + std::to_string(getpid()))) {
    fs::create_directories(m_path);
  }
  ~Folder() { fs::remove_all(m_path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] fs::path write(const std::string& name, std::string_view bytes) const {
    std::ofstream(m_path / name, std::ios::binary) << bytes;
    return m_path / name;
  }
  [[nodiscard]] const fs::path& path() const { return m_path; }

 private:
  fs::path m_path;
};

base::Error errorOf(const fs::path& file) {
  const auto document = ingest::readFile(file);
  REQUIRE_FALSE(document.has_value());
  return document.error();
}

} // namespace

TEST_CASE("a file is read under the name it was asked for") {
  const Folder folder;
  const auto file = folder.write("a.txt", pages::prose);
  const auto document = ingest::readFile(file);
  REQUIRE(document.has_value());
  CHECK(document->source == file.string());
  CHECK(document->blocks.size() == 2);
}

TEST_CASE("a file that cannot be an article is refused with one clear sentence") {
  const Folder folder;
  CHECK(errorOf(folder.path() / "none.txt").kind == ErrorKind::notFound);
  CHECK(errorOf(folder.path() / "none.txt").message == "does not exist");
  CHECK(errorOf(folder.path()).message == "is a folder, not an article");
  CHECK(errorOf(folder.write("empty.txt", "")).message == "is empty");
  CHECK(errorOf(folder.write("blank.txt", " \n\t\n\xE3\x80\x80\n")).message == "is empty");
  CHECK(errorOf(folder.write("a.pdf", "%PDF-1.4")).message ==
        "is a PDF document, not text; export its text first");
  CHECK(errorOf("/dev/null").message == "is no ordinary file");
}

TEST_CASE("a file that may not be read says so") {
  const Folder folder;
  const auto file = folder.write("secret.txt", "words");
  fs::permissions(file, fs::perms::none);
  if (access(file.c_str(), R_OK) == 0) return; // the superuser may read everything
  CHECK(errorOf(file).kind == ErrorKind::access);
}

TEST_CASE("what is larger than the limit is refused, and the limit named") {
  const std::string large(static_cast<std::size_t>(ingest::largestArticleBytes) + 1, 'a');
  const Folder folder;
  for (const auto& error : {errorOf(folder.write("large.txt", large)), ingest::readBytes(large, "x").error(),
                            ingest::readText(large, "x").error(), ingest::readHtml(large, "x").error()}) {
    CHECK(error.kind == ErrorKind::limit);
    CHECK(error.message.find("the limit is 16 MiB") != std::string::npos);
  }
}

TEST_CASE("bytes of a web page are read as one, whatever the file is called") {
  const auto document = ingest::readBytes(
      "<!DOCTYPE html><html><body><h1>Talks in the harbour town</h1><p>They met.</p></body></html>", "a.txt");
  REQUIRE(document.has_value());
  CHECK(document->title == "Talks in the harbour town");
  CHECK(document->text.find(u'<') == std::u16string::npos);
}

TEST_CASE("plain text that mentions a tag stays plain text") {
  const auto document = ingest::readBytes("The tag <p> begins a paragraph.", "a.txt");
  REQUIRE(document.has_value());
  CHECK(document->text == u"The tag <p> begins a paragraph.");
}

TEST_CASE("the digest names the clean text") {
  const auto plain = pages::read("One line.\nAnother line.");
  CHECK(plain.digest.size() == 16);
  CHECK(plain.digest.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(pages::read("One line.\r\nAnother\u00A0line.  ").digest == plain.digest);
  CHECK(pages::read("One line.\nAnother line!").digest != plain.digest);
}

TEST_CASE("blocks cover every line in order") {
  const auto document =
      pages::read("A headline of the day\n\n" + std::string(pages::prose) + "READ MORE\n- A teaser\n");
  std::int32_t at = 0;
  for (const auto& block : document.blocks) {
    CHECK(block.span.begin >= at);
    CHECK(text::trimmed(text::slice(document.text, {at, block.span.begin})).empty());
    at = block.span.end;
  }
  CHECK(at == static_cast<std::int32_t>(document.text.size()));
}
