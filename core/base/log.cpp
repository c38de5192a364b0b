// SPDX-License-Identifier: Apache-2.0
#include "core/base/log.h"

#include <cstdlib>
#include <spdlog/sinks/stdout_color_sinks.h>

namespace demarche::base {

void startLogging() {
  auto logger = spdlog::stderr_color_mt("demarche");
  const char* level = std::getenv("DEMARCHE_LOG");
  logger->set_level(level != nullptr ? spdlog::level::from_str(level) : spdlog::level::warn);
  spdlog::set_default_logger(std::move(logger));
}

} // namespace demarche::base
