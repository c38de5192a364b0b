// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace demarche::base {

/// How far a long piece of work has come. `total` is zero while it is not known.
struct Progress {
  std::int64_t done = 0;
  std::int64_t total = 0;
  std::string what; ///< what is being worked on now, for people
};

/// Called on the working thread, often; must be cheap and must not throw.
using ProgressCallback = std::function<void(const Progress&)>;

/// Shared between who asks for work and who does it. Copies speak of the same request; any thread may
/// ask or cancel. Work looks at it between units that can be undone whole (an article, a file).
class CancelToken {
 public:
  void cancel() const { m_cancelled->store(true, std::memory_order_relaxed); }
  [[nodiscard]] bool cancelled() const { return m_cancelled->load(std::memory_order_relaxed); }

 private:
  std::shared_ptr<std::atomic_bool> m_cancelled = std::make_shared<std::atomic_bool>(false);
};

} // namespace demarche::base
