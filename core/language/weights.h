// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace demarche::language {

struct Problem;
struct ResourceFile;

/// How much each sign speaks for (above zero) or against a candidate event: a logistic model, whose numbers
/// `tools/train` writes into `resources/language/weights.toml`. Its answers are probabilities.
class Weights {
 public:
  /// Weight of one sign; 0 for one that was never seen in training.
  [[nodiscard]] double of(std::string_view sign) const;
  /// Probability, 0 to 1, of a candidate with these signs: 1 / (1 + e^-(bias + Σ weights)). Without any
  /// weights loaded every candidate is believed for sure.
  [[nodiscard]] double belief(const std::vector<std::string>& signs) const;
  /// Log odds before any sign; each adds its weight to them, and this makes the probability of their sum.
  [[nodiscard]] double bias() const { return m_bias; }
  [[nodiscard]] double probability(double logOdds) const;
  /// What is believed less is no event.
  [[nodiscard]] double threshold() const { return m_threshold; }

 private:
  friend Weights loadWeights(const std::vector<ResourceFile>& files, std::vector<Problem>& problems);

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, double, Hash, std::equal_to<>> m_weights;
  double m_bias = 0;
  double m_threshold = 0;
};

/// From the first `weights.toml` of the folders; a broken one is told in `problems`.
[[nodiscard]] Weights loadWeights(const std::vector<ResourceFile>& files, std::vector<Problem>& problems);

} // namespace demarche::language
