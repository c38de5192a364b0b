// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads a few sentences as an article, with the installed packs and gazetteer.

#include "core/base/resources.h"
#include "core/extract/extract.h"
#include "core/ingest/ingest.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

namespace demarche::extract {

inline const language::Knowledge& knowledge() {
  static const auto loaded = language::Knowledge::load(base::resourceFolders());
  REQUIRE(loaded);
  return **loaded;
}

inline model::Extraction read(std::string_view text, std::string_view written = {}) {
  const auto document = ingest::readText(text, "test.txt");
  REQUIRE(document);
  std::optional<time::Edtf> given;
  if (!written.empty()) given = *time::Edtf::parse(written);
  return extract(*document, knowledge(), given);
}

/// `kind status date place: people` of each event, one a line.
inline std::string rows(std::string_view text, std::string_view written) {
  std::string rows;
  for (const model::Event& event : read(text, written).events) {
    if (event.scope == model::Scope::context) rows += "context ";
    rows += std::string(code(event.kind)) + " " + std::string(code(event.status)) + " " + event.date.str() +
            " " + (event.place ? event.place->name : "-") + ":";
    for (const model::Participant& p : event.participants)
      rows += " " + p.name + ";";
    rows += "\n";
  }
  return rows;
}

} // namespace demarche::extract
