// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace demarche::language {

struct Problem;
struct ResourceFile;

/// The name of a sign as a number, worked out part by part: to look its weight up nobody need put it
/// together.
class SignKey {
 public:
  constexpr SignKey() = default;
  constexpr explicit SignKey(std::string_view name) { add(name); }
  /// FNV-1a.
  constexpr void add(std::string_view part) {
    for (const char letter : part)
      m_key = (m_key ^ static_cast<unsigned char>(letter)) * 1099511628211U;
  }
  [[nodiscard]] constexpr std::uint64_t number() const { return m_key; }

 private:
  std::uint64_t m_key = 14695981039346656037U;
};

/// How much each sign speaks for (above zero) or against a candidate event: a logistic model, whose numbers
/// `tools/train` writes into `resources/language/weights.toml`. Its answers are probabilities.
class Weights {
 public:
  /// Weight of one sign; 0 for one that was never seen in training.
  [[nodiscard]] double of(SignKey sign) const;
  [[nodiscard]] double of(std::string_view sign) const { return of(SignKey(sign)); }
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

  std::unordered_map<std::uint64_t, double> m_weights; ///< by SignKey
  double m_bias = 0;
  double m_threshold = 0;
};

/// From the first `weights.toml` of the folders; a broken one is told in `problems`.
[[nodiscard]] Weights loadWeights(const std::vector<ResourceFile>& files, std::vector<Problem>& problems);

} // namespace demarche::language
