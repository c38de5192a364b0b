// SPDX-License-Identifier: Apache-2.0
#include "app/demarche-cli/terminal.h"

#include "app/demarche-cli/table.h"
#include "core/language/knowledge.h"

#include <csignal>
#include <fmt/format.h>
#include <iostream>
#include <string>
#include <sys/ioctl.h>
#include <unistd.h>

namespace demarche::cli {
namespace {

bool errorsAreSeen() {
  return ::isatty(STDERR_FILENO) == 1;
}

constexpr std::string_view clearLine = "\r\033[K";

int columnsOf(int descriptor) {
  winsize size{};
  const bool known = ::isatty(descriptor) == 1 && ::ioctl(descriptor, TIOCGWINSZ, &size) == 0;
  return known ? size.ws_col : 0;
}

/// Reached from the signal handler, which can be handed nothing.
const base::CancelToken& userToken() {
  static const base::CancelToken token;
  return token;
}

} // namespace

std::string onOneLine(std::string_view text) {
  std::string line(text);
  for (char& c : line)
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  return line;
}

ExitStatus statusOf(std::size_t failed, std::size_t all) {
  if (failed == 0) return ExitStatus::allDone;
  return failed < all ? ExitStatus::someUnread : ExitStatus::nothingDone;
}

void complain(std::string_view why) {
  std::cout.flush();
  if (errorsAreSeen()) std::cerr << clearLine;
  std::cerr << "demarche-cli: " << onOneLine(why) << '\n';
}

void complain(const std::vector<language::Problem>& problems) {
  for (const language::Problem& problem : problems)
    complain(problem.origin.str(), problem.message);
}

void complain(std::string_view about, std::string_view why) {
  complain(fmt::format("{}: {}", about, why));
}

ExitStatus giveUp(std::string_view about, const base::Error& error) {
  complain(about, error.message);
  return ExitStatus::nothingDone;
}

ProgressLine::ProgressLine() = default;

ProgressLine::~ProgressLine() {
  if (errorsAreSeen()) std::cerr << clearLine << std::flush;
}

void ProgressLine::show(const base::Progress& progress) {
  if (!errorsAreSeen()) return;
  const std::string count = progress.total > 0 ? fmt::format("{}/{}", progress.done, progress.total)
                                               : fmt::format("{}", progress.done);
  const int columns = std::max(columnsOf(STDERR_FILENO), 40);
  std::cerr << clearLine << cutTo(fmt::format("{}  {}", count, onOneLine(progress.what)), columns - 1)
            << std::flush;
}

base::CancelToken cancelledByUser() {
  (void)userToken(); // made before a signal can ask for it
  struct sigaction action {};
  action.sa_handler = [](int) { userToken().cancel(); };
  action.sa_flags = SA_RESETHAND;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
  return userToken();
}

ExitStatus afterOutput(ExitStatus status) {
  std::cout.flush();
  if (std::cout) return status;
  complain("standard output", "cannot be written");
  return ExitStatus::nothingDone;
}

int outputColumns() {
  return columnsOf(STDOUT_FILENO);
}

} // namespace demarche::cli
