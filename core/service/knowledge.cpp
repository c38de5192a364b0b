// SPDX-License-Identifier: Apache-2.0
#include "core/service/knowledge.h"

#include "core/base/log.h"
#include "core/base/resources.h"
#include "core/extract/times/check.h"
#include "core/extract/times/report.h"

#include <mutex>
#include <system_error>

namespace demarche::service {

namespace {

base::Result<std::shared_ptr<const language::Knowledge>> loadInstalled(const language::Scope& scope) {
  std::vector<language::Problem> problems;
  auto knowledge = language::Knowledge::load(base::resourceFolders(), &problems, scope);
  for (const language::Problem& problem : problems)
    spdlog::debug("{}: {}", problem.origin.str(), problem.message);
  if (!problems.empty())
    spdlog::warn(
        "{} mistakes in the language packs, which were left out; `demarche-cli language check` lists them",
        problems.size());
  return knowledge;
}

} // namespace

base::Result<std::shared_ptr<const language::Knowledge>> installedKnowledge() {
  static std::mutex mutex;
  static std::shared_ptr<const language::Knowledge> loaded;
  const std::lock_guard lock(mutex);
  if (loaded) return loaded;

  auto knowledge = loadInstalled({});
  if (knowledge) loaded = *knowledge;
  return knowledge;
}

base::Result<std::shared_ptr<const language::Knowledge>> installedTimeKnowledge() {
  return loadInstalled(extract::scopeOfTimes());
}

base::Result<std::vector<language::Problem>>
problemsOfPacks(const std::vector<std::filesystem::path>& folders) {
  std::error_code ignored;
  for (const std::filesystem::path& folder : folders)
    if (!std::filesystem::is_directory(folder, ignored))
      return base::fail(base::ErrorKind::notFound, folder.string() + " is no folder");
  if (folders.empty()) return base::fail(base::ErrorKind::notFound, "no language packs are installed");

  std::vector<language::Problem> problems = language::check(folders);
  if (!problems.empty()) return problems;
  const auto knowledge = language::Knowledge::load(folders);
  if (!knowledge) return tl::make_unexpected(knowledge.error());
  return extract::checkTimes(**knowledge);
}

} // namespace demarche::service
