// SPDX-License-Identifier: Apache-2.0
#include "core/library/corrections/value.h"

#include "core/library/store/json_values.h"
#include "core/text/unicode.h"

#include <optional>
#include <utility>

namespace demarche::library {
namespace {

using model::Change;
using model::CorrectionValue;

template <typename... Kinds>
struct Overloaded : Kinds... {
  using Kinds::operator()...;
};
template <typename... Kinds>
Overloaded(Kinds...) -> Overloaded<Kinds...>;

Json json(const model::Participant& one) {
  return {{"name", one.name}, {"type", code(one.type)}, {"side", code(one.side)}, {"role", one.role}};
}

Json json(const std::optional<model::Place>& place) {
  if (!place) return nullptr;
  return {{"name", place->name}, {"country", place->country}};
}

Json json(const std::vector<model::Participant>& people) {
  Json array = Json::array();
  for (const model::Participant& one : people)
    array.push_back(json(one));
  return array;
}

Json json(const model::AccountRef& account) {
  const model::Anchor& anchor = account.anchor;
  return {{"key", account.key},
          {"digest", anchor.digest},
          {"source", anchor.source},
          {"begin", anchor.span.begin},
          {"end", anchor.span.end},
          {"prefix", text::toUtf8(anchor.prefix)},
          {"exact", text::toUtf8(anchor.exact)},
          {"suffix", text::toUtf8(anchor.suffix)}};
}

Json json(const model::AddedEvent& event) {
  return {{"kind", code(event.kind)},   {"status", code(event.status)}, {"scope", code(event.scope)},
          {"date", event.date.str()},   {"title", event.title},         {"people", json(event.participants)},
          {"place", json(event.place)}, {"topics", event.topics}};
}

std::vector<model::Participant> peopleOf(const Json& from) {
  std::vector<model::Participant> people;
  for (const Json& one : arrayOf(from, "list of people"))
    people.push_back({textOf(one, "name", "name"),
                      codeOf(textOf(one, "type", "type"), model::participantTypeFromCode, "type"),
                      codeOf(textOf(one, "side", "side"), model::sideFromCode, "side"),
                      textOf(one, "role", "role")});
  return people;
}

std::optional<model::Place> placeOf(const Json& from) {
  if (from.is_null()) return std::nullopt;
  return model::Place{textOf(from, "name", "place"), textOf(from, "country", "country")};
}

std::vector<model::AccountRef> accountsOf(const Json& from) {
  std::vector<model::AccountRef> accounts;
  for (const Json& one : arrayOf(from, "list of accounts")) {
    model::AccountRef& account = accounts.emplace_back();
    account.key = textOf(one, "key", "key");
    account.anchor.digest = textOf(one, "digest", "digest");
    account.anchor.source = textOf(one, "source", "source");
    account.anchor.span = {numberOf(one, "begin"), numberOf(one, "end")};
    account.anchor.prefix = text::toUtf16(textOf(one, "prefix", "quote"));
    account.anchor.exact = text::toUtf16(textOf(one, "exact", "quote"));
    account.anchor.suffix = text::toUtf16(textOf(one, "suffix", "quote"));
  }
  return accounts;
}

model::AddedEvent addedOf(const Json& from) {
  return {codeOf(textOf(from, "kind", "kind"), model::eventKindFromCode, "kind"),
          codeOf(textOf(from, "status", "status"), model::eventStatusFromCode, "status"),
          codeOf(textOf(from, "scope", "scope"), model::scopeFromCode, "scope"),
          dateOf(textOf(from, "date", "date")),
          textOf(from, "title", "title"),
          peopleOf(member(from, "people")),
          placeOf(member(from, "place")),
          textsOf(member(from, "topics"))};
}

} // namespace

std::string toJson(const CorrectionValue& value) {
  const Json made =
      std::visit(Overloaded{[](std::monostate) -> Json { return nullptr; },
                            [](const time::Edtf& date) -> Json { return date.str(); },
                            [](const std::string& text) -> Json { return text; },
                            [](const std::vector<std::string>& texts) -> Json { return texts; },
                            [](const std::vector<model::Participant>& people) { return json(people); },
                            [](const std::optional<model::Place>& place) { return json(place); },
                            [](const std::vector<model::AccountRef>& accounts) {
                              Json array = Json::array();
                              for (const model::AccountRef& one : accounts)
                                array.push_back(json(one));
                              return array;
                            },
                            [](const model::AddedEvent& event) { return json(event); },
                            [](auto enumerated) -> Json { return code(enumerated); }},
                 value);
  return spelled(made);
}

CorrectionValue valueFromJson(Change change, std::string_view text) {
  const Json from = parsed(text);
  if (from.is_null() && change != Change::place) return std::monostate();
  switch (change) {
  case Change::kind:
    return codeOf(textOf(from, "kind"), model::eventKindFromCode, "kind");
  case Change::status:
    return codeOf(textOf(from, "status"), model::eventStatusFromCode, "status");
  case Change::scope:
    return codeOf(textOf(from, "scope"), model::scopeFromCode, "scope");
  case Change::date:
  case Change::stated:
  case Change::written:
    return dateOf(textOf(from, "date"));
  case Change::title:
  case Change::note:
    return textOf(from, "text");
  case Change::people:
    return peopleOf(from);
  case Change::place:
    return placeOf(from);
  case Change::topics:
    return textsOf(from);
  case Change::add:
    return addedOf(from);
  case Change::merge:
  case Change::split:
    return accountsOf(from);
  case Change::reject:
  case Change::confirm:
  case Change::revoke:
    break;
  }
  return std::monostate();
}

CorrectionValue valueOf(const model::Event& event, Change change) {
  switch (change) {
  case Change::kind:
    return event.kind;
  case Change::status:
    return event.status;
  case Change::scope:
    return event.scope;
  case Change::date:
    return event.date;
  case Change::title:
    return event.title;
  case Change::people:
    return event.participants;
  case Change::place:
    return event.place;
  case Change::topics:
    return event.topics;
  case Change::note:
    return event.note;
  default:
    return std::monostate();
  }
}

void setValue(model::Event& event, Change change, const CorrectionValue& value) {
  switch (change) {
  case Change::kind:
    event.kind = std::get<model::EventKind>(value);
    return;
  case Change::status:
    event.status = std::get<model::EventStatus>(value);
    return;
  case Change::scope:
    event.scope = std::get<model::Scope>(value);
    return;
  case Change::date:
    event.date = std::get<time::Edtf>(value);
    return;
  case Change::title:
    event.title = std::get<std::string>(value);
    return;
  case Change::people:
    event.participants = std::get<std::vector<model::Participant>>(value);
    return;
  case Change::place:
    event.place = std::get<std::optional<model::Place>>(value);
    return;
  case Change::topics:
    event.topics = std::get<std::vector<std::string>>(value);
    return;
  case Change::note:
    event.note = std::get<std::string>(value);
    return;
  default:
    return;
  }
}

bool fits(Change change, const CorrectionValue& value) {
  if (isOfField(change)) return value.index() == valueOf(model::Event(), change).index();
  switch (change) {
  case Change::stated:
  case Change::written:
    return std::holds_alternative<time::Edtf>(value);
  case Change::add:
    return std::holds_alternative<model::AddedEvent>(value);
  case Change::merge:
  case Change::split:
    return std::holds_alternative<std::vector<model::AccountRef>>(value);
  default:
    return std::holds_alternative<std::monostate>(value);
  }
}

} // namespace demarche::library
