// SPDX-License-Identifier: Apache-2.0
#pragma once

// Columns that hold JSON: written by this program, and maybe by another, so that every step into them is
// checked. Private to this room; throws DatabaseError where a value has another shape.

#include "core/library/store/sqlite.h"
#include "core/time/edtf.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::library {

using Json = nlohmann::ordered_json;

/// Text that is not UTF-8 is made so: an article may hold anything, and JSON may not.
[[nodiscard]] std::string spelled(const Json& json);
[[nodiscard]] Json parsed(std::string_view text);

/// What a value of another shape is: the file is damaged, or of a program that knows more.
[[noreturn]] void unreadable(std::string_view what);

[[nodiscard]] const Json& member(const Json& from, const char* name);
[[nodiscard]] const Json& arrayOf(const Json& from, std::string_view what);
[[nodiscard]] std::string textOf(const Json& from, std::string_view what);
[[nodiscard]] std::string textOf(const Json& from, const char* name, std::string_view what);
[[nodiscard]] std::vector<std::string> textsOf(const Json& from);
[[nodiscard]] std::int32_t numberOf(const Json& from, const char* name);
[[nodiscard]] time::Edtf dateOf(const std::string& spelling);

/// A spelling of the contract.
template <typename Parse>
auto codeOf(const std::string& spelling, Parse parse, std::string_view what) {
  const auto value = parse(spelling);
  if (!value) unreadable(what);
  return *value;
}

} // namespace demarche::library
