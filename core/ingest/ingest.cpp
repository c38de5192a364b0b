// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/ingest.h"

#include "core/ingest/clean.h"
#include "core/ingest/encoding.h"
#include "core/ingest/html.h"
#include "core/ingest/labels.h"
#include "core/ingest/page.h"
#include "core/text/unicode.h"

#include <cerrno>
#include <fmt/format.h>
#include <fstream>
#include <system_error>
#include <utility>
#include <xxhash.h>

namespace demarche::ingest {
namespace {

namespace fs = std::filesystem;
using base::ErrorKind;
using base::Result;
using model::Document;

std::string tooLarge(std::uintmax_t bytes) {
  constexpr std::uintmax_t mebibyte = 1024UL * 1024;
  return fmt::format("is too large for an article: {} MiB, the limit is {} MiB (largestArticleBytes)",
                     (bytes + mebibyte - 1) / mebibyte, largestArticleBytes / mebibyte);
}

/// Joins what was read of a page into the document.
Result<Document> finish(std::u16string text, const std::vector<SourceLine>& lines, const PageClaims& claims,
                        std::string source, std::string_view published) {
  if (lines.empty()) return base::fail(ErrorKind::input, "is empty");
  const auto& labels = Labels::installed();
  if (!labels) return tl::make_unexpected(labels.error());
  Document document;
  document.source = std::move(source);
  document.text = std::move(text);
  document.digest = digestOf(document.text);
  Page page = readPage(document.text, lines, claims, *labels);
  document.blocks = std::move(page.blocks);
  document.title = text::toUtf8(page.title);
  document.byline = text::toUtf8(page.byline);
  document.stated = page.stated;
  if (published.empty()) return document;
  const auto date = time::Edtf::parse(published);
  if (!date)
    document.diagnostics.push_back(
        {document.source, 0, "the day of publication was not understood: " + date.error().message});
  else if (!document.stated && !date->unknown())
    document.stated = model::StatedDate{*date, {}};
  return document;
}

void warn(Document& document, std::string message) {
  document.diagnostics.push_back({document.source, 0, std::move(message)});
}

} // namespace

std::string digestOf(std::u16string_view clean) {
  const std::string utf8 = text::toUtf8(clean);
  return fmt::format("{:016x}", XXH3_64bits(utf8.data(), utf8.size()));
}

Result<Document> readText(std::string_view utf8, std::string source, std::string_view published) {
  if (utf8.size() > static_cast<std::size_t>(largestArticleBytes))
    return base::fail(ErrorKind::limit, tooLarge(utf8.size()));
  std::u16string text = cleanText(text::toUtf16(utf8));
  std::vector<SourceLine> lines;
  for (const text::Span span : linesOf(text))
    lines.push_back({span, Hint::none});
  return finish(std::move(text), lines, {}, std::move(source), published);
}

Result<Document> readHtml(std::string_view utf8, std::string source, std::string_view published) {
  if (utf8.size() > static_cast<std::size_t>(largestArticleBytes))
    return base::fail(ErrorKind::limit, tooLarge(utf8.size()));
  HtmlPage page = parseHtml(utf8);
  auto document = finish(std::move(page.text), page.lines, page.claims, std::move(source), published);
  if (document && page.tooDeep)
    warn(*document,
         fmt::format("parts of the page are nested deeper than {} elements (deepestHtml) and were left out",
                     deepestHtml));
  return document;
}

Result<Document> readBytes(std::string_view bytes, std::string source) {
  if (bytes.size() > static_cast<std::size_t>(largestArticleBytes))
    return base::fail(ErrorKind::limit, tooLarge(bytes.size()));
  const auto decoded = decode(bytes);
  if (!decoded) return tl::make_unexpected(decoded.error());
  const std::string utf8 = text::toUtf8(decoded->text);
  auto document =
      looksLikeHtml(decoded->text) ? readHtml(utf8, std::move(source)) : readText(utf8, std::move(source));
  if (document && decoded->damaged)
    warn(*document, "some bytes mean nothing in the text's encoding, or it breaks off within a character; � "
                    "stands for them");
  return document;
}

Result<Document> readFile(const fs::path& file) {
  std::error_code failed;
  const fs::file_status status = fs::status(file, failed);
  if (!fs::exists(status)) {
    if (failed && failed != std::errc::no_such_file_or_directory)
      return base::fail(ErrorKind::access, "cannot be reached: " + failed.message());
    return base::fail(ErrorKind::notFound, "does not exist");
  }
  if (fs::is_directory(status)) return base::fail(ErrorKind::input, "is a folder, not an article");
  if (!fs::is_regular_file(status)) return base::fail(ErrorKind::input, "is no ordinary file");
  const std::uintmax_t size = fs::file_size(file, failed);
  if (!failed && size > static_cast<std::uintmax_t>(largestArticleBytes))
    return base::fail(ErrorKind::limit, tooLarge(size));
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    const bool forbidden = errno == EACCES || errno == EPERM;
    return base::fail(ErrorKind::access, forbidden ? "may not be read: no right to" : "cannot be opened");
  }
  std::string bytes(static_cast<std::size_t>(size), '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (stream.bad()) return base::fail(ErrorKind::access, "cannot be read to its end");
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return readBytes(bytes, file.string());
}

} // namespace demarche::ingest
