// SPDX-License-Identifier: Apache-2.0

// The program that crash_test.py kills, and the one that looks at what is left.
//
//   victim run LIBRARY SEED FIRST [SECONDS]   does random things to the library until it is killed, or for so
//                                             long; articles have numbers from FIRST on. Says on standard
//                                             output what it begins and what is done, each line at once.
//   victim look LIBRARY [REPORTS]             opens the library for reading and then for writing, and holds
//                                             it against the lines that all victims have said so far.
//   victim look-only LIBRARY [REPORTS]        only for reading, and only at articles.
//
// Ends with 0, with 1 when something was lost or is broken (one sentence each on standard error), with 3 when
// an operation failed.

#include "core/library/library.h"
#include "tests/e2e/crash/operations.h"

#include <fmt/core.h>
#include <sys/prctl.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace demarche;
using namespace demarche::crash;
using library::Library;

constexpr int broken = 1;
constexpr int wrongCall = 2;
constexpr int failed = 3;
constexpr double longestRun = 60;

void say(std::string_view what, std::string_view operation, int number, const std::string& detail = {}) {
  fmt::print("{} {} {} {}\n", what, operation, number, detail);
  std::fflush(stdout);
}

const Operation& someOperation(Victim& victim) {
  int all = 0;
  for (const Operation& one : operations())
    all += one.weight;
  auto drawn = static_cast<int>(victim.random() % static_cast<unsigned>(all));
  for (const Operation& one : operations())
    if ((drawn -= one.weight) < 0) return one;
  return operations().front();
}

int run(const std::filesystem::path& file, std::uint64_t seed, int first, double seconds) {
  std::error_code ignored;
  const bool isNew = !std::filesystem::exists(file, ignored);
  auto opened = Library::open(file, isNew ? Library::Access::create : Library::Access::write);
  if (!opened) {
    fmt::print(stderr, "open: {}\n", opened.error().message);
    return failed;
  }
  Victim victim{file, std::move(*opened), std::mt19937_64(seed), {}, {}, first};
  if (const auto known = lookAround(victim); !known) {
    fmt::print(stderr, "open: {}\n", known.error().message);
    return failed;
  }
  say("done", "open", 0);
  const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
  while (std::chrono::steady_clock::now() < end) {
    const Operation& operation = someOperation(victim);
    const std::optional<int> number = operation.choose(victim);
    if (!number) continue;
    say("begin", operation.name, *number);
    const auto result = operation.run(victim, *number);
    if (!result) {
      fmt::print(stderr, "{}: {}\n", operation.name, result.error().message);
      return failed;
    }
    say("done", operation.name, *number, *result);
  }
  return 0;
}

/// The last line of a killed victim may be cut off: then it was not reported.
Expected expectedBy(const std::filesystem::path& reports) {
  Expected expected;
  std::ifstream in(reports);
  std::string line;
  while (std::getline(in, line)) {
    if (in.eof()) break;
    std::istringstream words(line);
    std::string what, name;
    int number = 0;
    if (!(words >> what >> name >> number)) continue;
    Report report{what == "done", number, {}};
    std::getline(words.ignore(), report.detail);
    if (const Operation* operation = operationNamed(name)) operation->expect(expected, report);
  }
  return expected;
}

using Problems = std::vector<std::string>;

/// What was not joined yet is joined by who next writes.
Problems seenByReader(const std::filesystem::path& file, const Expected& expected) {
  const auto library = Library::open(file, Library::Access::read);
  if (!library) {
    const std::string& why = library.error().message;
    return why.find("older") != std::string::npos ? Problems() : Problems{"open: " + why};
  }
  Problems problems = unmet(expected, *library, Look::atArticles);
  const auto found = library->check();
  if (!found) problems.push_back(found.error().message);
  for (const std::string& problem : found.value_or(Problems()))
    if (problem.find("have not been joined") == std::string::npos) problems.push_back(problem);
  return problems;
}

Problems seenByWriter(const std::filesystem::path& file, const Expected& expected) {
  const auto library = Library::open(file, Library::Access::write);
  if (!library) return {"open: " + library.error().message};
  Problems problems = unmet(expected, *library, Look::atAll);
  for (const std::string& problem : library->check().value_or(Problems{"cannot be checked"}))
    problems.push_back(problem);
  return problems;
}

int look(const std::filesystem::path& file, const Expected& expected, bool mayWrite) {
  const Problems read = seenByReader(file, expected);
  const Problems written = mayWrite ? seenByWriter(file, expected) : Problems();
  for (const std::string& problem : read)
    fmt::print(stderr, "read: {}\n", problem);
  for (const std::string& problem : written)
    fmt::print(stderr, "write: {}\n", problem);
  return read.empty() && written.empty() ? 0 : broken;
}

} // namespace

int main(int argc, char** argv) {
  prctl(PR_SET_PDEATHSIG, SIGKILL); // nobody is left behind when the test itself ends
  std::signal(SIGXFSZ, SIG_IGN);    // a file that may not grow is an error like others
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const std::string_view what = arguments.empty() ? std::string_view() : std::string_view(arguments[0]);
  const auto argument = [&](std::size_t at) { return at < arguments.size() ? arguments[at] : std::string(); };
  if (what == "run" && arguments.size() >= 4) {
    const double seconds = arguments.size() > 4 ? std::strtod(argument(4).c_str(), nullptr) : longestRun;
    return run(argument(1), std::strtoull(argument(2).c_str(), nullptr, 10), std::atoi(argument(3).c_str()),
               seconds);
  }
  if ((what == "look" || what == "look-only") && arguments.size() >= 2)
    return look(argument(1), expectedBy(argument(2)), what == "look");
  fmt::print(stderr, "usage: victim run LIBRARY SEED FIRST [SECONDS] | look|look-only LIBRARY [REPORTS]\n");
  return wrongCall;
}
