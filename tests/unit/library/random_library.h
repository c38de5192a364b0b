// SPDX-License-Identifier: Apache-2.0
#pragma once

// A library to which random things are done, and what is known of it without looking: which articles are in
// it, how each was read last, and what people said.

#include "tests/unit/library/samples.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace demarche::library {

/// One thing to do, as numbers below 64 that mean something for any library, so that every sequence of them
/// is one.
using Command = std::array<unsigned, 4>;

class RandomLibrary {
 public:
  RandomLibrary();

  /// Articles are added, read again and removed.
  void changeArticles(const Command& command);
  /// All that, people correct, and the library is closed and opened.
  void change(const Command& command);
  /// Says something new as Ann; false when it cannot be said.
  bool correct(const Command& command);
  void revoke(const std::optional<std::string>& id);

  [[nodiscard]] Library& library() { return *m_library; }
  /// A library that is made anew from the same articles and the same log.
  [[nodiscard]] Library madeAnew();
  /// What is wrong: a correction that was lost or is not where it should be, and what check() finds.
  [[nodiscard]] std::vector<std::string> problems();

 private:
  struct Present {
    std::size_t article = 0;
    unsigned reading = 0;
  };

  void add(unsigned which, bool settled);
  void remove(unsigned which);
  void readAgain(unsigned which, unsigned reading);
  void reopen();
  bool enter(model::Correction correction);
  [[nodiscard]] bool isThere(std::size_t article) const;
  [[nodiscard]] std::string someKey(unsigned which) const;

  TemporaryFolder m_folder;
  std::optional<Library> m_library;
  std::vector<Present> m_present; ///< in the order in which they were added
  std::vector<model::Correction> m_log;
  int m_others = 0; ///< libraries made anew
};

/// All that one sees of the stories, in words.
[[nodiscard]] std::string storiesOf(const Library& library);
/// And what became of the corrections, and the dates that articles were given.
[[nodiscard]] std::string allOf(const Library& library);

} // namespace demarche::library
