// SPDX-License-Identifier: Apache-2.0
#include "core/library/store/pragma_guard.h"

#include <fmt/format.h>
#include <utility>

namespace demarche::library {

PragmaGuard::PragmaGuard(Connection& connection, std::string name, std::int64_t value)
    : m_connection(connection), m_name(std::move(name)), m_before(connection.pragma(m_name)) {
  set(value);
}

PragmaGuard::~PragmaGuard() {
  try {
    set(m_before);
  } catch (const DatabaseError&) {
    // Settings of a connection are kept in memory: to set one needs neither the file nor a lock.
  }
}

void PragmaGuard::set(std::int64_t value) {
  m_connection.execute(fmt::format("PRAGMA {} = {}", m_name, value));
}

} // namespace demarche::library
