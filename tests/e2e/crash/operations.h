// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is done to a library while it is killed, and what must be so afterwards. A new kind of thing that a
// library can do is one more entry of the table in operations.cpp.

#include "core/base/result.h"
#include "core/library/library.h"

#include <filesystem>
#include <map>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::crash {

/// The program that is killed, between two operations.
struct Victim {
  std::filesystem::path file;
  std::optional<library::Library> library; ///< absent only while it is opened anew
  std::mt19937_64 random;
  std::vector<int> articles; ///< numbers of those in it, as far as is known
  int nextArticle = 0;
};

/// What the reports of all victims of one library add up to. `either` is what was begun and never reported as
/// done.
struct Expected {
  enum class Presence { present, absent, either };
  std::map<int, Presence> articles;
};

struct Operation {
  std::string_view name;
  int weight; ///< how often it is chosen
  /// A number that says what it is to be done with, such as an article's; nothing when there is nothing to
  /// do.
  std::optional<int> (*choose)(Victim&);
  base::Result<void> (*run)(Victim&, int);
  /// What follows from its report: it was begun, or done.
  void (*expect)(Expected&, int, bool done);
};

[[nodiscard]] std::span<const Operation> operations();
[[nodiscard]] const Operation* operationNamed(std::string_view name);

/// All that was lost or is not as it was reported, one sentence each.
[[nodiscard]] std::vector<std::string> unmet(const Expected& expected, const library::Library& library);

} // namespace demarche::crash
