// SPDX-License-Identifier: Apache-2.0
#include "app/demarche/command_line.h"

#include "app/demarche/filter_options.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>

namespace demarche::app {
namespace {

constexpr int wrongCall = 2;

ExitStatus refuse(const std::string& why) {
  std::cerr << "demarche: " << why << '\n';
  return {wrongCall};
}

/// `1280x800`.
bool readSize(const std::string& text, RenderJob& job) {
  char rest = 0;
  const int read = std::sscanf(text.c_str(), "%6dx%6d%c", &job.width, &job.height, &rest);
  return read == 2 && job.width > 0 && job.height > 0;
}

} // namespace

std::variant<Call, ExitStatus> readCommandLine(int argc, const char* const* argv) {
  CLI::App parser("Draws the diplomatic events that news articles tell of on a timeline.", "demarche");
  Call call;
  RenderJob render;
  FilterOptions filter;
  std::string size;
  std::string theme = "light";
  parser.set_version_flag("--version", "demarche " DEMARCHE_VERSION);
  parser.add_option("LIBRARY", call.library, "a *.demarche file; without it the one used last is opened");
  CLI::Option* output = parser.add_option("--render", render.output,
                                          "draw into this .png, .svg or .pdf file, without a window");
  parser.add_option("--size", size, "of the picture, WIDTHxHEIGHT in pixels")->needs(output);
  parser.add_option("--theme", theme, "of the picture: light or dark")
      ->needs(output)
      ->check(CLI::IsMember({"light", "dark"}));
  filter.addTo(parser);
  try {
    parser.parse(argc, argv);
  } catch (const CLI::Success& success) { // --help, --version
    return ExitStatus{parser.exit(success)};
  } catch (const CLI::ParseError& error) {
    return refuse(error.what());
  }
  if (!size.empty() && !readSize(size, render))
    return refuse("--size " + size + ": it is WIDTHxHEIGHT, as 1280x800");
  base::Result<model::Filter> asked = filterOf(filter);
  if (!asked) return refuse(asked.error().message);
  if (output->count() == 0) return call;
  if (call.library.empty()) return refuse("--render needs a LIBRARY to draw");
  render.dark = theme == "dark";
  render.filter = std::move(*asked);
  call.render = std::move(render);
  return call;
}

} // namespace demarche::app
