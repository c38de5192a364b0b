// SPDX-License-Identifier: Apache-2.0
// The functions below stand before the system's own in this program, also for the libraries that it uses.

#include "tests/unit/library/killed_before.h"

#include <csignal>
#include <cstdio>
#include <dlfcn.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace {

/// Calls that are left until the end; below zero nothing is counted.
int callsLeft = -1;

template <typename Function>
Function* counted(Function*, const char* name) {
  if (callsLeft > 0 && --callsLeft == 0) ::kill(::getpid(), SIGKILL);
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

int statusOf(const std::function<void()>& child) {
  const pid_t pid = ::fork();
  if (pid < 0) throw std::runtime_error("no other process can be had");
  if (pid == 0) {
    child();
    ::_exit(0);
  }
  int status = 0;
  if (::waitpid(pid, &status, 0) != pid) throw std::runtime_error("the other process is lost");
  return status;
}

} // namespace

extern "C" {
int rename(const char* from, const char* to) noexcept {
  return counted(&rename, "rename")(from, to);
}
int link(const char* from, const char* to) noexcept {
  return counted(&link, "link")(from, to);
}
int unlink(const char* name) noexcept {
  return counted(&unlink, "unlink")(name);
}
int remove(const char* name) noexcept {
  return counted(&remove, "remove")(name);
}
int fsync(int file) {
  return counted(&fsync, "fsync")(file);
}
int fdatasync(int file) {
  return counted(&fdatasync, "fdatasync")(file);
}
int ftruncate64(int file, off64_t size) noexcept {
  return counted(&ftruncate64, "ftruncate64")(file, size);
}
ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
  return counted(&pwrite64, "pwrite64")(file, bytes, size, at);
}
}

namespace demarche::library {

bool killedBefore(int call, const std::function<void()>& work) {
  const int status = statusOf([&] {
    callsLeft = call;
    work();
  });
  return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

void brokenOff(const std::function<void()>& work) {
  if (const int status = statusOf(work); !WIFEXITED(status))
    throw std::runtime_error("the other process failed");
}

} // namespace demarche::library
