// SPDX-License-Identifier: Apache-2.0
#include "core/model/document.h"
#include "core/model/event.h"
#include "core/model/extraction.h"

#include <catch2/catch.hpp>
#include <initializer_list>
#include <set>
#include <string>

using namespace demarche::model;

namespace {

/// Every value has a spelling of its own that leads back to it.
template <typename Values, typename FromCode>
void checkRoundTrip(const Values& values, FromCode fromCode) {
  std::set<std::string_view> spellings;
  for (const auto value : values) {
    INFO(std::string(code(value)));
    CHECK(spellings.insert(code(value)).second);
    CHECK(fromCode(code(value)) == value);
  }
  CHECK_FALSE(fromCode("no such thing").has_value());
}

} // namespace

TEST_CASE("every code of the model leads back to its value") {
  checkRoundTrip(allEventKinds, eventKindFromCode);
  checkRoundTrip(allEventStatuses, eventStatusFromCode);
  checkRoundTrip(std::initializer_list{Scope::bilateral, Scope::context}, scopeFromCode);
  checkRoundTrip(std::initializer_list{Side::us, Side::cn, Side::other}, sideFromCode);
  checkRoundTrip(std::initializer_list{ParticipantType::person, ParticipantType::body},
                 participantTypeFromCode);
  checkRoundTrip(
      std::initializer_list{Level::unknown, Level::working, Level::senior, Level::minister, Level::leader},
      levelFromCode);
  checkRoundTrip(std::initializer_list{Language::unknown, Language::english, Language::chineseSimplified,
                                       Language::chineseTraditional},
                 languageFromCode);
  checkRoundTrip(std::initializer_list{WrittenBasis::unknown, WrittenBasis::stated, WrittenBasis::dateline,
                                       WrittenBasis::inferred, WrittenBasis::given},
                 writtenBasisFromCode);
}

TEST_CASE("codes are those of the contract") {
  CHECK(code(EventKind::workingGroup) == "working_group");
  CHECK(code(Side::us) == "US");
  CHECK(code(Side::cn) == "CN");
  CHECK(code(Language::chineseTraditional) == "zh-Hant");
  CHECK(code(Level::unknown).empty());
}

TEST_CASE("only headline, body and caption are read for events") {
  CHECK(isRead(BlockRole::title));
  CHECK(isRead(BlockRole::body));
  CHECK(isRead(BlockRole::caption));
  for (const auto role : {BlockRole::byline, BlockRole::dateline, BlockRole::furniture, BlockRole::foreign})
    CHECK_FALSE(isRead(role));
}

TEST_CASE("meetings, calls, visits and working groups are the core") {
  std::set<EventKind> core;
  for (const EventKind kind : allEventKinds)
    if (isCore(kind)) core.insert(kind);
  CHECK(core == std::set{EventKind::meeting, EventKind::call, EventKind::visit, EventKind::workingGroup});
}
