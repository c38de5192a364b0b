// SPDX-License-Identifier: Apache-2.0
#include "core/service/knowledge.h"

#include "core/base/log.h"
#include "core/base/resources.h"
#include "core/extract/times/report.h"

#include <mutex>

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

} // namespace demarche::service
