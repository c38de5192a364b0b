// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/model/document.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace demarche::ingest {

/// Limits: what is larger is refused with a message that names the limit.
inline constexpr std::int64_t largestArticleBytes = 16LL * 1024 * 1024;
inline constexpr int deepestHtml = 256;

/// Reads a file as an article. Fails with one clear sentence (without the file's name) when it does not
/// exist, may not be read, is empty, is too large, or is no text.
[[nodiscard]] base::Result<model::Document> readFile(const std::filesystem::path& file);

/// Bytes in any encoding that we know (UTF-8, UTF-16 with and without mark, GB18030, Big5), plain text or
/// HTML. `source` is kept as the document's source. Pure.
[[nodiscard]] base::Result<model::Document> readBytes(std::string_view bytes, std::string source);

/// Text that is already decoded, for streams of JSON lines. `published` (ISO day or EDTF, may be empty)
/// becomes the stated date when the text states none.
[[nodiscard]] base::Result<model::Document> readText(std::string_view utf8, std::string source,
                                                     std::string_view published = {});
[[nodiscard]] base::Result<model::Document> readHtml(std::string_view utf8, std::string source,
                                                     std::string_view published = {});

/// A document's digest: 16 hexadecimal digits of its clean text (XXH3, 64 bits, of its UTF-8 form).
[[nodiscard]] std::string digestOf(std::u16string_view cleanText);

} // namespace demarche::ingest
