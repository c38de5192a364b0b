// SPDX-License-Identifier: Apache-2.0
#include "core/language/knowledge.h"

#include "core/language/assembly.h"
#include "core/language/pack_loader.h"
#include "core/language/resource_files.h"
#include "core/language/scope.h"

#include <exception>
#include <fmt/format.h>
#include <future>
#include <iterator>
#include <utility>

namespace demarche::language {

namespace {

/// Something made aside, and what was wrong on the way.
template <typename Made>
struct WithProblems {
  Made made;
  std::vector<Problem> problems;
};

/// Starts `make(problems)` on another thread: gazetteer and packs do not wait for each other.
template <typename Make>
auto aside(Make make) {
  return std::async([make = std::move(make)] {
    std::vector<Problem> problems;
    auto made = make(problems);
    return WithProblems<decltype(made)>{std::move(made), std::move(problems)};
  });
}

template <typename Made>
Made take(std::future<WithProblems<Made>>& future, std::vector<Problem>& problems) {
  WithProblems<Made> done = future.get();
  problems.insert(problems.end(), std::make_move_iterator(done.problems.begin()),
                  std::make_move_iterator(done.problems.end()));
  return std::move(done.made);
}

} // namespace

Assembly assemble(const std::vector<std::filesystem::path>& folders, std::vector<Problem>& problems,
                  const Scope& scope) {
  Assembly assembly;
  const std::vector<ResourceFile> files = readResourceFiles(folders, problems);
  auto sources = aside([&files](std::vector<Problem>& found) { return loadPackSources(files, found); });
  assembly.digest = digestOf(files);
  assembly.weights = loadWeights(files, problems);
  if (scope.everything()) assembly.plover = loadPlover(files, problems);
  bool needsNames = scope.everything();
  if (!scope.everything())
    for (PackSource& source : take(sources, problems)) {
      ScopedPack pack = scoped(std::move(source), scope);
      needsNames = needsNames || pack.needsNames;
      assembly.sources.push_back(std::move(pack.source));
    }
  if (needsNames) assembly.gazetteer = loadGazetteer(files, problems);
  const std::shared_ptr<const NameLexicon> names = indexNames(assembly.gazetteer.gazetteer);
  if (scope.everything()) assembly.sources = take(sources, problems);

  std::vector<std::future<WithProblems<std::unique_ptr<CompiledPack>>>> packs;
  for (const PackSource& source : assembly.sources)
    packs.push_back(
        aside([&source, &names](std::vector<Problem>& found) { return compilePack(source, names, found); }));
  for (auto& pack : packs)
    assembly.packs.push_back(take(pack, problems));
  return assembly;
}

base::Result<std::shared_ptr<const Knowledge>>
Knowledge::load(const std::vector<std::filesystem::path>& folders, std::vector<Problem>* problems,
                const Scope& scope) {
  std::vector<Problem> found;
  try {
    Assembly assembly = assemble(folders, found, scope);
    if (problems != nullptr) *problems = std::move(found);
    if (assembly.packs.empty()) {
      std::string where;
      for (const std::filesystem::path& folder : folders)
        where += (where.empty() ? "" : ", ") + folder.string();
      return base::fail(
          base::ErrorKind::notFound,
          fmt::format("no language pack (language/*/pack.toml) in: {}", where.empty() ? "no folder" : where));
    }
    auto knowledge = std::make_shared<Knowledge>();
    for (std::unique_ptr<CompiledPack>& pack : assembly.packs)
      knowledge->m_packs.push_back(std::move(pack));
    knowledge->m_gazetteer = std::move(assembly.gazetteer.gazetteer);
    knowledge->m_weights = std::move(assembly.weights);
    knowledge->m_plover = std::move(assembly.plover);
    knowledge->m_digest = std::move(assembly.digest);
    return knowledge;
  } catch (const std::exception& error) {
    return base::fail(base::ErrorKind::internal,
                      fmt::format("the language packs cannot be loaded: {}", error.what()));
  }
}

Reading Pack::read(std::u16string_view folded, text::Span span) const {
  Reading reading;
  read(folded, span, reading);
  return reading;
}

const Pack& Knowledge::pack(model::Language language) const {
  const std::string_view wanted = model::isChinese(language) ? "zh" : "en";
  for (const std::unique_ptr<Pack>& pack : m_packs)
    if (pack->language() == wanted) return *pack;
  return *m_packs.front();
}

} // namespace demarche::language
