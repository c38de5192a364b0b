// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the readers and writers of JSON in this room share. Private to it.

#include "core/base/result.h"

#include <fmt/format.h>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace demarche::exchange {

using Json = nlohmann::ordered_json;

/// A name of an object with what it says.
struct Member {
  const char* name;
  mutable Json value; ///< handed over
};

/// An object of names that differ. The library's own lists are made into arrays first, and every name is
/// compared with those before it.
[[nodiscard]] inline Json object(std::initializer_list<Member> members) {
  Json::object_t made;
  made.reserve(members.size());
  for (const Member& member : members)
    made.push_back({member.name, std::move(member.value)});
  return made;
}

/// What is no proper UTF-8 (in the name of a file, say) becomes U+FFFD instead of an exception.
[[nodiscard]] inline std::string oneLine(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Fills texts from the object that a line holds. A name that is missing or null leaves its text as it is.
[[nodiscard]] inline base::Result<void>
readTexts(std::string_view line, std::initializer_list<std::pair<const char*, std::string*>> texts) {
  const auto json = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) return base::fail(base::ErrorKind::input, "is no JSON");
  if (!json.is_object()) return base::fail(base::ErrorKind::input, "is no JSON object");
  for (const auto& [name, text] : texts) {
    const auto found = json.find(name);
    if (found == json.end() || found->is_null()) continue;
    if (!found->is_string())
      return base::fail(base::ErrorKind::input, fmt::format("\"{}\" is no text", name));
    *text = found->get<std::string>();
  }
  return {};
}

} // namespace demarche::exchange
