// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace demarche::base {

/// What kind of thing went wrong, as far as a caller can act on it.
enum class ErrorKind {
  input,     ///< the input cannot be read as what it claims to be
  notFound,  ///< no such file, article or event
  access,    ///< no right to read or write it
  busy,      ///< another program holds it; trying again may help
  cancelled, ///< the user called it off
  limit,     ///< one of our named limits was hit; the message names it
  internal   ///< a library below us failed in a way we did not foresee
};

/// A failure that a person will read: what, where, and what to do about it.
struct Error {
  ErrorKind kind = ErrorKind::internal;
  std::string message;
};

/// For everything that can fail. Programming errors are asserts; no exception crosses a room.
template <typename T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, std::string message) {
  return tl::make_unexpected(Error{kind, std::move(message)});
}

} // namespace demarche::base
