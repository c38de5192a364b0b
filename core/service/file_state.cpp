// SPDX-License-Identifier: Apache-2.0
#include "core/service/file_state.h"

#include <sys/stat.h>
#include <utility>

namespace demarche::service {

FileIdentity::FileIdentity(std::filesystem::path file) : m_file(std::move(file)) {
  struct stat now {};
  if (stat(m_file.c_str(), &now) != 0) return;
  m_device = now.st_dev;
  m_number = now.st_ino;
}

FilePlace FileIdentity::place() const {
  struct stat now {};
  if (stat(m_file.c_str(), &now) != 0) return FilePlace::gone;
  return now.st_dev == m_device && now.st_ino == m_number ? FilePlace::here : FilePlace::replaced;
}

} // namespace demarche::service
