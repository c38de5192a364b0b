// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/sample_articles.h"

#include "core/base/resources.h"
#include "core/ingest/ingest.h"
#include "core/text/unicode.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace demarche::bench {
namespace {

std::vector<model::Document> readSamples() {
  std::vector<std::filesystem::path> files;
  const std::filesystem::path folder = base::installedResources() / "samples";
  std::error_code error;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, error))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());

  std::vector<model::Document> documents;
  for (const std::filesystem::path& file : files)
    if (auto document = ingest::readFile(file)) documents.push_back(std::move(*document));
  if (documents.empty()) {
    fmt::print(stderr, "there are no articles in {}\n", folder.string());
    std::exit(2);
  }
  return documents;
}

bool mostlyChinese(const model::Document& document) {
  const auto han = std::count_if(document.text.begin(), document.text.end(), text::isHan);
  return 3 * static_cast<std::size_t>(han) > document.text.size();
}

} // namespace

const std::vector<model::Document>& sampleArticles() {
  static const std::vector<model::Document> documents = readSamples();
  return documents;
}

std::vector<const model::Document*> sampleArticles(bool chinese) {
  std::vector<const model::Document*> chosen;
  for (const model::Document& document : sampleArticles())
    if (mostlyChinese(document) == chinese) chosen.push_back(&document);
  return chosen;
}

std::size_t utf8Bytes(const std::vector<const model::Document*>& documents) {
  std::size_t bytes = 0;
  for (const model::Document* document : documents)
    bytes += text::toUtf8(document->text).size();
  return bytes;
}

std::u16string sampleText(bool chinese) {
  std::u16string all;
  for (const model::Document* document : sampleArticles(chinese))
    all += document->text + u'\n';
  return all;
}

} // namespace demarche::bench
