// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is done to a library while it is killed, and what must be so afterwards. A new kind of thing that a
// library can do is one more entry of the table in operations.cpp. What people say is in said.h.

#include "core/base/result.h"
#include "core/library/library.h"
#include "tests/e2e/crash/said.h"

#include <filesystem>
#include <map>
#include <optional>
#include <random>
#include <set>
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
  std::vector<int> removed;  ///< of those that were in it
  int nextArticle = 0;

  [[nodiscard]] std::size_t below(std::size_t end) { return random() % end; }
};

/// What the reports of all victims of one library add up to. Presence `either` is what was begun and never
/// reported as done.
struct Expected {
  enum class Presence { present, absent, either };
  struct Article {
    Presence presence = Presence::either;
    std::set<int> readings; ///< any of which it may have, see smallArticle()
  };
  std::map<int, Article> articles;
  Said said;
};

/// What an operation is reported as.
struct Report {
  bool done = false; ///< or only begun
  int number = 0;
  std::string detail; ///< what came of it, when it is done
};

struct Operation {
  std::string_view name;
  int weight; ///< how often it is chosen
  /// A number that says what it is to be done with, such as an article's; nothing when there is nothing to
  /// do.
  std::optional<int> (*choose)(Victim&);
  /// Gives the detail of its report.
  base::Result<std::string> (*run)(Victim&, int);
  /// What follows from its report.
  void (*expect)(Expected&, const Report&);
};

[[nodiscard]] std::span<const Operation> operations();
[[nodiscard]] const Operation* operationNamed(std::string_view name);

/// What is in the library already, once it is open.
base::Result<void> lookAround(Victim& victim);

/// How much of a library is looked at: what articles tell is joined by who writes, so that a reader may find
/// it missing.
enum class Look { atArticles, atAll };
/// All that was lost or is not as it was reported, one sentence each.
[[nodiscard]] std::vector<std::string> unmet(const Expected& expected, const library::Library& library,
                                             Look look);

} // namespace demarche::crash
