// SPDX-License-Identifier: Apache-2.0
#include "app/demarche-cli/correction_text.h"

#include "app/demarche-cli/terminal.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string_view>
#include <variant>
#include <vector>

namespace demarche::cli {
namespace {

constexpr std::string_view nothing = "nothing";

std::string words(const std::string& text) {
  return text.empty() ? std::string(nothing) : fmt::format("“{}”", text);
}

std::string words(const std::vector<std::string>& texts) {
  return texts.empty() ? std::string(nothing) : fmt::format("{}", fmt::join(texts, ", "));
}

std::string words(const std::optional<model::Place>& place) {
  if (!place) return std::string(nothing);
  return place->country.empty() ? place->name : fmt::format("{}/{}", place->name, place->country);
}

std::string words(const std::vector<model::Participant>& people) {
  std::vector<std::string> texts;
  texts.reserve(people.size());
  for (const model::Participant& one : people)
    texts.push_back(fmt::format("{}/{}{}", one.name, code(one.side), one.role.empty() ? "" : "/" + one.role));
  return words(texts);
}

std::string words(const std::vector<model::AccountRef>& accounts) {
  std::vector<std::string> keys;
  keys.reserve(accounts.size());
  for (const model::AccountRef& one : accounts)
    keys.push_back(one.key);
  return words(keys);
}

std::string words(const model::AddedEvent& event) {
  return fmt::format("{}, {}, {}", code(event.kind), event.date.str(), words(event.title));
}

std::string words(const time::Edtf& date) {
  return date.str();
}

std::string words(std::monostate) {
  return {};
}

template <typename Coded>
auto words(Coded value) -> decltype(std::string(code(value))) {
  return std::string(code(value));
}

std::string words(const model::CorrectionValue& value) {
  return std::visit([](const auto& one) { return words(one); }, value);
}

/// `date 2023-05-10 → 2023-05-11~`.
std::string whatOf(const model::Correction& correction) {
  const std::string was = words(correction.was);
  const std::string is =
      correction.change == model::Change::revoke ? correction.target : words(correction.value);
  std::string what(code(correction.change));
  if (!was.empty()) what += " " + was;
  if (!is.empty()) what += (was.empty() ? " " : " → ") + is;
  return what;
}

std::string_view stateIn(model::CorrectionState state) {
  switch (state) {
  case model::CorrectionState::applied:
    return "in force";
  case model::CorrectionState::moved:
    return "in force, moved with its quote";
  case model::CorrectionState::agreed:
    return "agreed: the articles are read so now";
  case model::CorrectionState::aside:
    return "set aside: what it is about is not there";
  case model::CorrectionState::revoked:
    break;
  }
  return "undone";
}

} // namespace

std::string oneLine(const service::LoggedCorrection& logged) {
  const model::Correction& correction = logged.correction;
  return onOneLine(fmt::format("{}  {}  {}  ({})", correction.at, correction.by, whatOf(correction),
                               stateIn(logged.state)));
}

} // namespace demarche::cli
