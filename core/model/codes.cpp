// SPDX-License-Identifier: Apache-2.0
// The spellings of the contract: each enumeration has one table, read in both directions.

#include "core/model/correction.h"
#include "core/model/document.h"
#include "core/model/event.h"
#include "core/model/extraction.h"

#include <span>
#include <utility>

namespace demarche::model {
namespace {

template <typename Value>
using Spelling = std::pair<Value, std::string_view>;

constexpr Spelling<Language> languages[] = {{Language::english, "en"},
                                            {Language::chineseSimplified, "zh-Hans"},
                                            {Language::chineseTraditional, "zh-Hant"},
                                            {Language::unknown, "und"}};
constexpr Spelling<BlockRole> roles[] = {
    {BlockRole::title, "title"},    {BlockRole::byline, "byline"},   {BlockRole::dateline, "dateline"},
    {BlockRole::body, "body"},      {BlockRole::caption, "caption"}, {BlockRole::furniture, "furniture"},
    {BlockRole::foreign, "foreign"}};
constexpr Spelling<EventKind> kinds[] = {
    {EventKind::meeting, "meeting"}, {EventKind::call, "call"},
    {EventKind::visit, "visit"},     {EventKind::workingGroup, "working_group"},
    {EventKind::letter, "letter"},   {EventKind::agreement, "agreement"},
    {EventKind::measure, "measure"}, {EventKind::incident, "incident"},
    {EventKind::posting, "posting"}};
constexpr Spelling<EventStatus> statuses[] = {{EventStatus::occurred, "occurred"},
                                              {EventStatus::planned, "planned"},
                                              {EventStatus::cancelled, "cancelled"}};
constexpr Spelling<Scope> scopes[] = {{Scope::bilateral, "bilateral"}, {Scope::context, "context"}};
constexpr Spelling<Side> sides[] = {{Side::us, "US"}, {Side::cn, "CN"}, {Side::other, "other"}};
constexpr Spelling<ParticipantType> types[] = {{ParticipantType::person, "person"},
                                               {ParticipantType::body, "body"}};
constexpr Spelling<Level> levels[] = {{Level::leader, "leader"},
                                      {Level::minister, "minister"},
                                      {Level::senior, "senior"},
                                      {Level::working, "working"},
                                      {Level::unknown, ""}};
constexpr Spelling<Review> reviews[] = {
    {Review::none, ""}, {Review::confirmed, "confirmed"}, {Review::rejected, "rejected"}};
constexpr Spelling<Change> changes[] = {
    {Change::kind, "kind"},       {Change::status, "status"},   {Change::scope, "scope"},
    {Change::date, "date"},       {Change::title, "title"},     {Change::people, "people"},
    {Change::place, "place"},     {Change::topics, "topics"},   {Change::note, "note"},
    {Change::reject, "reject"},   {Change::confirm, "confirm"}, {Change::add, "add"},
    {Change::merge, "merge"},     {Change::split, "split"},     {Change::stated, "stated"},
    {Change::written, "written"}, {Change::revoke, "revoke"}};
constexpr Spelling<CorrectionState> correctionStates[] = {{CorrectionState::applied, "applied"},
                                                          {CorrectionState::moved, "moved"},
                                                          {CorrectionState::agreed, "agreed"},
                                                          {CorrectionState::aside, "aside"},
                                                          {CorrectionState::revoked, "revoked"}};
constexpr Spelling<WrittenBasis> bases[] = {{WrittenBasis::stated, "stated"},
                                            {WrittenBasis::dateline, "dateline"},
                                            {WrittenBasis::inferred, "inferred"},
                                            {WrittenBasis::given, "given"},
                                            {WrittenBasis::unknown, "unknown"}};

template <typename Value>
std::string_view spell(std::span<const Spelling<Value>> table, Value value) {
  for (const auto& [known, spelling] : table)
    if (known == value) return spelling;
  return {};
}

template <typename Value>
std::optional<Value> parse(std::span<const Spelling<Value>> table, std::string_view wanted) {
  for (const auto& [value, spelling] : table)
    if (spelling == wanted) return value;
  return std::nullopt;
}

} // namespace

std::string_view code(Language value) {
  return spell<Language>(languages, value);
}
std::string_view code(BlockRole value) {
  return spell<BlockRole>(roles, value);
}
std::string_view code(EventKind value) {
  return spell<EventKind>(kinds, value);
}
std::string_view code(EventStatus value) {
  return spell<EventStatus>(statuses, value);
}
std::string_view code(Scope value) {
  return spell<Scope>(scopes, value);
}
std::string_view code(Side value) {
  return spell<Side>(sides, value);
}
std::string_view code(ParticipantType value) {
  return spell<ParticipantType>(types, value);
}
std::string_view code(Review value) {
  return spell<Review>(reviews, value);
}
std::string_view code(Change value) {
  return spell<Change>(changes, value);
}
std::string_view code(CorrectionState value) {
  return spell<CorrectionState>(correctionStates, value);
}
std::string_view code(Level value) {
  return spell<Level>(levels, value);
}
std::string_view code(WrittenBasis value) {
  return spell<WrittenBasis>(bases, value);
}

std::optional<Language> languageFromCode(std::string_view code) {
  return parse<Language>(languages, code);
}
std::optional<BlockRole> blockRoleFromCode(std::string_view code) {
  return parse<BlockRole>(roles, code);
}
std::optional<EventKind> eventKindFromCode(std::string_view code) {
  return parse<EventKind>(kinds, code);
}
std::optional<EventStatus> eventStatusFromCode(std::string_view code) {
  return parse<EventStatus>(statuses, code);
}
std::optional<Scope> scopeFromCode(std::string_view code) {
  return parse<Scope>(scopes, code);
}
std::optional<Side> sideFromCode(std::string_view code) {
  return parse<Side>(sides, code);
}
std::optional<ParticipantType> participantTypeFromCode(std::string_view code) {
  return parse<ParticipantType>(types, code);
}
std::optional<Review> reviewFromCode(std::string_view code) {
  return parse<Review>(reviews, code);
}
std::optional<Change> changeFromCode(std::string_view code) {
  return parse<Change>(changes, code);
}
std::optional<CorrectionState> correctionStateFromCode(std::string_view code) {
  return parse<CorrectionState>(correctionStates, code);
}
std::optional<Level> levelFromCode(std::string_view code) {
  return parse<Level>(levels, code);
}
std::optional<WrittenBasis> writtenBasisFromCode(std::string_view code) {
  return parse<WrittenBasis>(bases, code);
}

} // namespace demarche::model
