// SPDX-License-Identifier: Apache-2.0
#include "tests/annotated/annotated_articles.h"

#include "core/text/unicode.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

namespace fs = std::filesystem;

namespace demarche::annotated {
namespace {

using Json = nlohmann::json;

/// Annotators may allow several values; the first is the one they like best.
std::string first(const Json& value) {
  return (value.is_array() ? value.front() : value).get<std::string>();
}

time::Edtf dateOf(const Json& value) {
  const auto date = time::Edtf::parse(first(value));
  INFO(value.dump());
  REQUIRE(date);
  return *date;
}

model::Participant participantOf(const Json& json) {
  return {json.at("name").get<std::string>(),
          model::participantTypeFromCode(json.at("type").get<std::string>()).value(),
          model::sideFromCode(json.at("side").get<std::string>()).value(),
          {}};
}

/// Evidence is a list of quotes without positions: the number of the mention stands for one.
model::Passage passageOf(const Json& mention, const model::Event& account, const std::string& article,
                         int number) {
  model::Passage passage;
  passage.article = article;
  passage.span = {number, number + 1};
  passage.text = text::toUtf16(first(mention.at("evidence")));
  passage.kind = account.kind;
  passage.status = account.status;
  passage.date = account.date;
  return passage;
}

Mention mentionOf(const Json& json, const std::string& set, const std::string& article, int number) {
  Mention mention{set, article, json.at("event").get<std::string>(), json.at("weight") == "required", {}};
  model::Event& account = mention.account;
  account.id = article + '#' + std::to_string(number);
  account.kind = model::eventKindFromCode(first(json.at("kind"))).value();
  account.status = model::eventStatusFromCode(first(json.at("status"))).value();
  account.scope = model::scopeFromCode(json.at("scope").get<std::string>()).value();
  account.date = dateOf(json.at("date"));
  for (const Json& participant : json.at("participants"))
    account.participants.push_back(participantOf(participant));
  if (const Json& place = json.at("place"); !place.is_null())
    account.place = model::Place{place.at("name").get<std::string>(), place.value("country", std::string())};
  account.passages = {passageOf(json, account, article, number)};
  return mention;
}

Set setOf(const fs::path& file) {
  std::ifstream in(file);
  const Json gold = Json::parse(in);
  Set set{file.stem().stem().string(), {}, {}};
  for (const Json& article : gold.at("articles")) {
    const auto source = article.at("file").get<std::string>();
    set.written.emplace(source, dateOf(article.at("written")));
    for (const Json& mention : article.at("mentions"))
      set.mentions.push_back(mentionOf(mention, set.name, source, static_cast<int>(set.mentions.size())));
  }
  return set;
}

} // namespace

std::vector<Set> setsIn(const fs::path& folder) {
  std::vector<Set> sets;
  std::error_code missing;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, missing))
    if (entry.path().filename().string().ends_with(".gold.json")) sets.push_back(setOf(entry.path()));
  std::sort(sets.begin(), sets.end(), [](const Set& a, const Set& b) { return a.name < b.name; });
  return sets;
}

} // namespace demarche::annotated
