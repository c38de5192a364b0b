// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/library/store/sqlite.h"

#include <cstdint>
#include <string>

namespace demarche::library {

/// A setting of a connection that has another value until the end of the scope, however that is left. A
/// transaction that the scope begins has to end before it, as some settings cannot be changed in the midst of
/// one.
class PragmaGuard {
 public:
  PragmaGuard(Connection& connection, std::string name, std::int64_t value);
  ~PragmaGuard();
  PragmaGuard(const PragmaGuard&) = delete;
  PragmaGuard& operator=(const PragmaGuard&) = delete;

 private:
  void set(std::int64_t value);

  Connection& m_connection;
  std::string m_name;
  std::int64_t m_before;
};

} // namespace demarche::library
