// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which encoding bytes are in. What they are decides, not what they claim: pages lie about it.

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace demarche::ingest {

enum class Encoding : unsigned char { utf8, utf16Little, utf16Big, gb18030, big5, windows1252 };

struct Decoded {
  std::u16string text;
  Encoding encoding = Encoding::utf8;
  bool damaged = false; ///< some bytes mean nothing in the encoding; U+FFFD stands for them
};

/// Decodes the bytes of a text. Fails, with a sentence that says what the bytes are, when they are no text.
/// A byte order mark is believed, then strict UTF-8, then UTF-16 by its pattern; between the others the
/// decoded text that looks most like common Chinese or Western text wins. O(n).
[[nodiscard]] base::Result<Decoded> decode(std::string_view bytes);

} // namespace demarche::ingest
