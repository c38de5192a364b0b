// SPDX-License-Identifier: Apache-2.0
#include "core/language/weights.h"

#include "core/language/report.h"
#include "core/language/resource_files.h"
#include "core/language/toml_table.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace demarche::language {

double Weights::of(SignKey sign) const {
  const auto known = m_weights.find(sign.number());
  return known == m_weights.end() ? 0 : known->second;
}

double Weights::belief(const std::vector<std::string>& signs) const {
  double sum = m_bias;
  for (const std::string& sign : signs)
    sum += of(sign);
  return probability(sum);
}

double Weights::probability(double logOdds) const {
  return m_weights.empty() ? 1 : 1 / (1 + std::exp(-logOdds));
}

Weights loadWeights(const std::vector<ResourceFile>& files, std::vector<Problem>& problems) {
  Weights weights;
  const auto file = std::find_if(files.begin(), files.end(),
                                 [](const ResourceFile& one) { return one.name == "weights.toml"; });
  if (file == files.end()) return weights;
  const std::optional<toml::table> root = parseToml(*file, problems);
  if (!root) return weights;
  weights.m_bias = (*root)["bias"].value_or(0.0);
  weights.m_threshold = (*root)["threshold"].value_or(0.5);
  const toml::table* table = (*root)["weight"].as_table();
  if (table == nullptr) {
    report(problems, {file->name, 1}, "has no table [weight]; write it anew with tools/train");
    return weights;
  }
  for (const auto& [sign, node] : *table) {
    if (const auto value = node.value<double>())
      weights.m_weights.emplace(SignKey(sign.str()).number(), *value);
    else
      report(problems, {file->name, static_cast<int>(node.source().begin.line)},
             fmt::format("the weight of {} is no number", sign.str()));
  }
  return weights;
}

} // namespace demarche::language
