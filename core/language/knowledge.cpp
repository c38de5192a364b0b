// SPDX-License-Identifier: Apache-2.0
#include "core/language/knowledge.h"

#include "core/language/assembly.h"
#include "core/language/pack_loader.h"
#include "core/language/resource_files.h"

#include <exception>
#include <fmt/format.h>

namespace demarche::language {

Assembly assemble(const std::vector<std::filesystem::path>& folders, std::vector<Problem>& problems) {
  Assembly assembly;
  const std::vector<ResourceFile> files = readResourceFiles(folders, problems);
  assembly.digest = digestOf(files);
  assembly.gazetteer = loadGazetteer(files, problems);
  assembly.sources = loadPackSources(files, problems);
  const std::vector<IndexedName> names = indexNames(assembly.gazetteer.gazetteer);
  for (const PackSource& source : assembly.sources)
    assembly.packs.push_back(compilePack(source, assembly.gazetteer.gazetteer, names, problems));
  return assembly;
}

base::Result<std::shared_ptr<const Knowledge>>
Knowledge::load(const std::vector<std::filesystem::path>& folders, std::vector<Problem>* problems) {
  std::vector<Problem> found;
  try {
    Assembly assembly = assemble(folders, found);
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
    knowledge->m_digest = std::move(assembly.digest);
    return knowledge;
  } catch (const std::exception& error) {
    return base::fail(base::ErrorKind::internal,
                      fmt::format("the language packs cannot be loaded: {}", error.what()));
  }
}

const Pack& Knowledge::pack(model::Language language) const {
  const std::string_view wanted = model::isChinese(language) ? "zh" : "en";
  for (const std::unique_ptr<Pack>& pack : m_packs)
    if (pack->language() == wanted) return *pack;
  return *m_packs.front();
}

} // namespace demarche::language
