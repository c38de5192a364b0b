// SPDX-License-Identifier: Apache-2.0
#pragma once

// One article with one event, for the tests of the writers.

#include "core/exchange/collection.h"

namespace demarche::exchange {

inline constexpr std::u16string_view sampleText = u"𠮷！王毅在维也纳会见沙利文。";

inline model::Event sampleEvent() {
  model::Event event;
  event.id = "e1";
  event.kind = model::EventKind::workingGroup;
  event.date = time::Edtf::parse("2023-05-10/2023-05-11").value();
  event.title = "Wang Yi meets \"Jake\" Sullivan, Vienna";
  event.level = model::Level::minister;
  event.topics = {"security", "economy"};
  event.confidence = 0.93049;
  event.plover = "CONSULT/visit";
  event.participants = {{"Wang Yi", model::ParticipantType::person, model::Side::cn, "Director"},
                        {"US Treasury", model::ParticipantType::body, model::Side::us, ""},
                        {"Jake Sullivan", model::ParticipantType::person, model::Side::us, ""}};
  event.place = model::Place{"Vienna", "AT"};
  model::Passage passage;
  passage.article = "a.txt";
  passage.span = {3, 15};
  passage.text = sampleText.substr(3, 12);
  passage.kind = event.kind;
  passage.date = event.date;
  passage.place = event.place;
  passage.dateText = u"10日";
  passage.dateWhy = "said so";
  passage.rule = "zh/rules/meeting.toml:1";
  event.passages = {passage};
  return event;
}

inline library::ArticleSummary sampleArticle() {
  library::ArticleSummary article;
  article.source = "a.txt";
  article.title = "标题";
  article.digest = "0123456789abcdef";
  article.languages = {model::Language::chineseSimplified, model::Language::english};
  article.written = {time::Edtf::parse("2023-05-12").value(), model::WrittenBasis::inferred, "It says so.",
                     0.5};
  return article;
}

inline Collection sampleCollection() {
  Collection collection;
  collection.articles = {sampleArticle()};
  collection.events = {sampleEvent()};
  collection.positions.emplace("a.txt", text::CodePointIndex(sampleText));
  return collection;
}

} // namespace demarche::exchange
