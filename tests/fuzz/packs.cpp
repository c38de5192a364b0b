// SPDX-License-Identifier: Apache-2.0

// An analyst's own rule file may hold anything: whatever it is, it is loaded or told as a problem with its
// place, and what was loaded reads a text to its end.

#include "core/language/compiled_pack.h"
#include "core/language/gazetteer_loader.h"
#include "core/language/pack_loader.h"
#include "core/text/fold.h"
#include "tests/fuzz/require.h"

#include <cstddef>
#include <cstdint>

using namespace demarche;
using fuzz::require;

namespace {

constexpr std::u16string_view sentence =
    u"On 3 March 2024 Jane Roe met Li Si in Vienna. 三月四日，李四在维也纳会见了罗伊。";

void checkProblems(const std::vector<language::Problem>& problems) {
  for (const language::Problem& problem : problems)
    require(!problem.message.empty() && !problem.origin.file.empty(), "a problem says what and where");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string content(reinterpret_cast<const char*>(data), size);
  // The same bytes in each place where a file can lie; each reads them in its own way.
  const std::vector<language::ResourceFile> files{
      {"en/pack.toml", 0, "language = \"en\"\nscript = \"words\"\n"},
      {"en/lexicon/own.toml", 0, content},
      {"en/rules/own.toml", 0, content},
      {"gazetteer/own.toml", 0, content}};
  std::vector<language::Problem> problems;
  language::GazetteerSource gazetteer = language::loadGazetteer(files, problems);
  const auto names = language::indexNames(gazetteer.gazetteer);
  const std::u16string folded = text::fold(sentence);
  for (const language::PackSource& source : language::loadPackSources(files, problems)) {
    const auto pack = language::compilePack(source, names, problems);
    const language::Reading reading = pack->read(folded, {0, static_cast<std::int32_t>(folded.size())});
    for (const language::Mark& mark : reading.marks)
      require(!mark.span.empty() && mark.rule != nullptr, "a mark covers words and names its rule");
  }
  checkProblems(problems);
  return 0;
}
