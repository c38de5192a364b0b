// SPDX-License-Identifier: Apache-2.0
#pragma once

// A folder for one test, and articles made by hand for it.

#include "core/ingest/ingest.h"
#include "core/library/library.h"
#include "core/text/unicode.h"

#include <cstdlib>
#include <filesystem>
#include <sqlite3.h>
#include <stdexcept>
#include <string>
#include <utility>

namespace demarche::library {

/// Removed with all that is in it when the test ends.
class TemporaryFolder {
 public:
  explicit TemporaryFolder(const std::filesystem::path& in = std::filesystem::temp_directory_path()) {
    std::string name = (in / "demarche-library-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    m_path = name;
  }
  ~TemporaryFolder() { std::filesystem::remove_all(m_path); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return m_path / name; }

 private:
  std::filesystem::path m_path;
};

/// What another program might do to a file; makes one where there is none.
inline void tamper(const std::filesystem::path& file, const std::string& sql) {
  sqlite3* database = nullptr;
  const bool done = sqlite3_open(file.c_str(), &database) == SQLITE_OK &&
                    sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
  const std::string why = done ? "" : sqlite3_errmsg(database);
  sqlite3_close(database);
  if (!done) throw std::runtime_error(why);
}

struct Article {
  model::Document document;
  model::Extraction extraction;
};

/// An article of one sentence that tells one meeting of Wang Yi and Jake Sullivan.
inline Article articleOn(std::string source, std::u16string text, std::string_view date) {
  Article article;
  article.document.source = std::move(source);
  article.document.text = std::move(text);
  article.document.title = "Talks";
  article.document.digest = ingest::digestOf(article.document.text);
  const text::Span all{0, static_cast<std::int32_t>(article.document.text.size())};
  article.document.blocks = {{all, model::BlockRole::body, model::Language::english, 0}};
  article.extraction.written = {time::Edtf::parse("2023-05-12").value(), model::WrittenBasis::inferred,
                                "It says so.", 0.5};

  model::Event event;
  event.id = "e" + article.document.digest;
  event.date = time::Edtf::parse(date).value();
  event.title = "Wang Yi meets Jake Sullivan";
  event.level = model::Level::minister;
  event.topics = {"security"};
  event.confidence = 0.75;
  event.plover = "CONSULT";
  event.participants = {{"Wang Yi", model::ParticipantType::person, model::Side::cn, "Director"},
                        {"Jake Sullivan", model::ParticipantType::person, model::Side::us, ""}};
  event.place = model::Place{"Vienna", "AT"};
  model::Passage passage;
  passage.article = article.document.source;
  passage.span = all;
  passage.text = article.document.text;
  passage.date = event.date;
  passage.dateText = u"on the 10th";
  passage.dateWhy = "the day of the month, resolved against the day of writing";
  passage.rule = "en/rules/meeting.toml:1";
  event.passages = {passage};
  article.extraction.events = {event};
  return article;
}

inline Library created(const std::filesystem::path& file) {
  auto library = Library::open(file, Library::Access::create);
  if (!library) throw std::runtime_error(library.error().message);
  return std::move(*library);
}

/// Adds it and joins what it tells; false when it was there already.
inline bool added(Library& library, const Article& article) {
  const Added how = library.add(article.document, article.extraction, "knowledge").value();
  if (!library.settle()) throw std::runtime_error("stories cannot be joined");
  return how != Added::alreadyThere;
}

} // namespace demarche::library
