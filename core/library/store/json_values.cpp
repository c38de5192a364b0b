// SPDX-License-Identifier: Apache-2.0
#include "core/library/store/json_values.h"

#include <fmt/format.h>

namespace demarche::library {

std::string spelled(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json parsed(std::string_view text) {
  Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) unreadable("JSON");
  return json;
}

void unreadable(std::string_view what) {
  throw DatabaseError(base::ErrorKind::input,
                      fmt::format("the library file is damaged: what a person entered holds no {}", what));
}

const Json& member(const Json& from, const char* name) {
  if (!from.is_object()) unreadable(name);
  const auto found = from.find(name);
  if (found == from.end()) unreadable(name);
  return *found;
}

const Json& arrayOf(const Json& from, std::string_view what) {
  if (!from.is_array()) unreadable(what);
  return from;
}

std::string textOf(const Json& from, std::string_view what) {
  if (!from.is_string()) unreadable(what);
  return from.get<std::string>();
}

std::string textOf(const Json& from, const char* name, std::string_view what) {
  return textOf(member(from, name), what);
}

std::vector<std::string> textsOf(const Json& from) {
  std::vector<std::string> texts;
  for (const Json& one : arrayOf(from, "list of words"))
    texts.push_back(textOf(one, "word"));
  return texts;
}

std::int32_t numberOf(const Json& from, const char* name) {
  const Json& value = member(from, name);
  if (!value.is_number_integer()) unreadable("number");
  return value.get<std::int32_t>();
}

time::Edtf dateOf(const std::string& spelling) {
  const auto date = time::Edtf::parse(spelling);
  if (!date) unreadable("date");
  return *date;
}

} // namespace demarche::library
