// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace demarche::service {

/// Threads that articles are read on: one per processor, within reason.
[[nodiscard]] inline unsigned workerCount() {
  return std::clamp(std::thread::hardware_concurrency(), 1u, 16u);
}

/// Works on a stream of inputs on several threads and hands the outputs over in the order of the inputs, on
/// the calling thread, until `next` gives none or `take` returns false. At most a few outputs wait at a time,
/// so memory does not grow with the stream.
template <typename Input, typename Output>
class InOrder {
 public:
  using Next = std::function<std::optional<Input>()>; ///< called on one thread at a time
  using Work = std::function<Output(Input)>;          ///< called on several threads at once
  using Take = std::function<bool(Output)>;

  InOrder(Next next, Work work) : m_next(std::move(next)), m_work(std::move(work)) {}

  void run(const Take& take, unsigned threads = workerCount()) {
    m_window = std::uint64_t{threads} * 4;
    std::vector<std::jthread> workers;
    for (unsigned i = 0; i < threads; ++i)
      workers.emplace_back([this] { work(); });
    while (std::optional<Output> output = waitForNext())
      if (!take(std::move(*output))) break;
    const std::lock_guard lock(m_mutex);
    m_ended = true;
    m_changed.notify_all();
  }

 private:
  void work() {
    while (auto numbered = begin()) {
      Output output = m_work(std::move(numbered->second));
      const std::lock_guard lock(m_mutex);
      m_done.emplace(numbered->first, std::move(output));
      m_changed.notify_all();
    }
  }

  /// The next input with its number, when there is room for its output. The stream is read under a lock of
  /// its own: a slow one must not hold up those who hand over outputs.
  std::optional<std::pair<std::uint64_t, Input>> begin() {
    const std::lock_guard reading(m_reading);
    {
      std::unique_lock lock(m_mutex);
      m_changed.wait(lock, [this] { return m_ended || m_begun - m_taken < m_window; });
      if (m_ended) return std::nullopt;
    }
    std::optional<Input> input = m_next();
    const std::lock_guard lock(m_mutex);
    if (!input) {
      m_ended = true;
      m_changed.notify_all();
      return std::nullopt;
    }
    return std::pair(m_begun++, std::move(*input));
  }

  std::optional<Output> waitForNext() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_done.contains(m_taken) || (m_ended && m_taken == m_begun); });
    const auto found = m_done.find(m_taken);
    if (found == m_done.end()) return std::nullopt;
    Output output = std::move(found->second);
    m_done.erase(found);
    ++m_taken;
    m_changed.notify_all();
    return output;
  }

  Next m_next;
  Work m_work;
  std::mutex m_reading;
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::map<std::uint64_t, Output> m_done;
  std::uint64_t m_window = 1;
  std::uint64_t m_begun = 0;
  std::uint64_t m_taken = 0;
  bool m_ended = false;
};

} // namespace demarche::service
