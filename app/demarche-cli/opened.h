// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the commands that look into a library have in common.

#include "app/demarche-cli/terminal.h"
#include "core/service/session.h"

#include <memory>
#include <string>

namespace demarche::cli {

/// Reading needs no language packs, so it works where they are broken.
[[nodiscard]] inline base::Result<std::unique_ptr<service::Session>> openToRead(const std::string& library) {
  return service::Session::open(library, service::Session::Mode::readOnly, nullptr);
}

} // namespace demarche::cli
