// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/language/knowledge.h"
#include "core/model/document.h"
#include "core/model/event.h"
#include "core/model/extraction.h"
#include "core/model/filter.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace demarche::service {

/// An article as lists show it.
struct ArticleSummary {
  std::string source;
  std::string title;
  std::string digest;
  std::vector<model::Language> languages;
  std::optional<time::Edtf> stated;
  model::DayOfWriting written;
};

/// Why one input could not be read.
struct InputFailure {
  std::string source;
  base::Error error;
};

/// What came of adding articles.
struct AddReport {
  int added = 0;
  int alreadyThere = 0;
  std::vector<InputFailure> failures;
  bool cancelled = false; ///< what was added before stays
};

/// One passage explained: which rule fired and how its date was worked out.
struct Explanation {
  model::Event event; ///< with all its passages
  std::vector<ArticleSummary> articles;
};

struct CheckReport {
  std::vector<std::string> problems; ///< empty when all is well
  std::vector<std::string> repaired;
};

/// One open library and everything that the window and the command line do with it. All calls block;
/// they may come from any thread (the window makes them on a worker through ui/bridge). Reading calls run
/// beside a writing one and see the library as it was before it.
class Session {
public:
  enum class Mode { create, openOrCreate, open, readOnly };

  /// `create` replaces nothing: it fails when the file exists.
  [[nodiscard]] static base::Result<std::unique_ptr<Session>>
  open(const std::filesystem::path& library, Mode mode, std::shared_ptr<const language::Knowledge> knowledge);
  virtual ~Session() = default;

  [[nodiscard]] virtual const std::filesystem::path& path() const = 0;

  /// Reads files, and folders by name (not hidden files), and adds them; one transaction per article.
  virtual base::Result<AddReport> add(const std::vector<std::filesystem::path>& inputs,
                                      const base::ProgressCallback& progress, const base::CancelToken& cancel) = 0;

  /// Stories that the filter lets through, by earliest day, unknown dates last; joined across articles.
  [[nodiscard]] virtual base::Result<std::vector<model::Event>> events(const model::Filter& filter) const = 0;
  [[nodiscard]] virtual base::Result<std::vector<ArticleSummary>> articles() const = 0;
  /// The article's clean text with its blocks, by source.
  [[nodiscard]] virtual base::Result<model::Document> document(const std::string& source) const = 0;
  /// By the event's id, or the beginning of it when no other begins so.
  [[nodiscard]] virtual base::Result<Explanation> explain(const std::string& event) const = 0;
  [[nodiscard]] virtual base::Result<CheckReport> check(bool repair) = 0;
};

/// Loads the knowledge of base::resourceFolders() once per process and shares it. Takes some tens of
/// milliseconds the first time; thread-safe.
[[nodiscard]] base::Result<std::shared_ptr<const language::Knowledge>> installedKnowledge();

/// Reads one article on its own (the `extract` command and the first half of `add`).
struct ReadArticle {
  model::Document document;
  model::Extraction extraction;
};
[[nodiscard]] base::Result<ReadArticle> readArticle(const std::filesystem::path& file,
                                                    const language::Knowledge& knowledge,
                                                    const std::optional<time::Edtf>& written = std::nullopt);

/// Files below the inputs: a file is itself, a folder its files by name (recursively, hidden ones left out).
/// What cannot be listed is told in `failures`.
[[nodiscard]] std::vector<std::filesystem::path> inputFiles(const std::vector<std::filesystem::path>& inputs,
                                                            std::vector<InputFailure>& failures);

} // namespace demarche::service
