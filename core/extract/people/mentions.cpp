// SPDX-License-Identifier: Apache-2.0
#include "core/extract/people/mentions.h"

#include "core/extract/people/titles.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <span>

namespace demarche::extract {
namespace {

using language::Entry;
using language::Gazetteer;
using language::Hit;
using language::OfficeId;
using language::PersonId;
using language::Reading;
using model::Side;

/// Classes that make mentions; of two hits with the same extent the earlier class wins.
enum class NameClass { person, family, mangled, office, body, place };

constexpr language::ClassTable<NameClass, 6> nameClasses({{{"person", NameClass::person},
                                                           {"family", NameClass::family},
                                                           {"mangled", NameClass::mangled},
                                                           {"office", NameClass::office},
                                                           {"body", NameClass::body},
                                                           {"place", NameClass::place}}});

struct PartyWord {
  MentionKind kind;
  std::optional<Side> side;
};

constexpr language::ClassTable<PartyWord, 10>
    partyWords({{{"both-officials", {MentionKind::both, std::nullopt}},
                 {"country-us", {MentionKind::side, Side::us}},
                 {"country-cn", {MentionKind::side, Side::cn}},
                 {"both-countries", {MentionKind::both, std::nullopt}},
                 {"both-leaders", {MentionKind::leaders, std::nullopt}},
                 {"both-ministers", {MentionKind::ministers, std::nullopt}},
                 {"counterpart", {MentionKind::counterpart, std::nullopt}},
                 {"officials-us", {MentionKind::officials, Side::us}},
                 {"officials-cn", {MentionKind::officials, Side::cn}},
                 {"pronoun", {MentionKind::pronoun, std::nullopt}}}});

bool makesMention(const Hit& hit) {
  return nameClasses.find(hit.entry->cls) != nullptr || partyWords.find(hit.entry->cls) != nullptr;
}

/// "Major General": nobody of the name of Major.
bool isLongHonorific(const Hit& hit) {
  return hit.entry->cls == "honorific" && hit.tokens.end - hit.tokens.begin > 1;
}

/// One stretch of tokens with every reading of it, among others that make no mention.
using Stretch = std::span<const Hit>;

/// Longest first from the left, so that "US Secretary of State" is no "US".
std::vector<Stretch> stretches(const Reading& reading) {
  std::vector<Stretch> found;
  std::int32_t end = 0;
  const std::vector<Hit>& hits = reading.hits;
  for (auto first = hits.begin(), last = first; first != hits.end(); first = last) {
    bool mention = false, honorific = false;
    const bool covered = first->tokens.begin < end;
    for (; last != hits.end() && last->tokens == first->tokens; ++last) {
      if (covered) continue;
      mention = mention || makesMention(*last);
      honorific = honorific || isLongHonorific(*last);
    }
    if (!mention && !honorific) continue;
    if (mention) found.emplace_back(first, last);
    end = first->tokens.end;
  }
  return found;
}

void insert(std::vector<PersonId>& people, PersonId person) {
  const auto at = std::lower_bound(people.begin(), people.end(), person);
  if (at == people.end() || *at != person) people.insert(at, person);
}

/// Turns a stretch into a mention without yet looking at what stands around it.
MentionDraft draftOf(Stretch stretch, const Gazetteer& gazetteer) {
  MentionDraft draft;
  Mention& mention = draft.mention;
  mention.span = mention.head = stretch.front().span;
  mention.tokens = stretch.front().tokens;
  mention.kind = MentionKind::place;
  std::vector<PersonId> people, mangled;
  bool full = false, office = false, body = false;
  for (const Hit& hit : stretch) {
    const Entry& entry = *hit.entry;
    draft.pronoun = draft.pronoun || entry.cls == "pronoun";
    const NameClass* name = nameClasses.find(entry.cls);
    if (name == nullptr) {
      const PartyWord* word = partyWords.find(entry.cls);
      if (word == nullptr) continue;
      mention.kind = word->kind;
      mention.side = word->side;
      mention.plural = entry.fields.text("number") == "many";
      mention.field = entry.fields.text("offices");
      continue;
    }
    const NameClass cls = *name;
    full = full || cls == NameClass::person;
    for (const std::int32_t bearer : gazetteer.name(entry).bearers) {
      if (cls == NameClass::person || cls == NameClass::family) insert(people, PersonId(bearer));
      if (cls == NameClass::mangled) insert(mangled, PersonId(bearer));
      if (cls == NameClass::office) mention.offices.push_back(OfficeId(bearer)), office = true;
      if (cls == NameClass::body && !mention.body) mention.body = language::BodyId(bearer), body = true;
      if (cls == NameClass::place && !mention.place) mention.place = language::PlaceId(bearer);
    }
  }
  draft.familyOnly = !full && !people.empty();
  draft.mangled = people.empty() && !mangled.empty();
  mention.people = std::move(draft.mangled ? mangled : people);
  if (!mention.people.empty()) {
    mention.kind = MentionKind::person;
    mention.side.reset();
    mention.offices.clear();
  } else if (office) {
    mention.kind = MentionKind::office;
  } else if (body && mention.kind == MentionKind::place) {
    mention.kind = MentionKind::body;
    const language::Body& named = gazetteer[mention.body];
    if (named.kind != "mechanism") mention.side = named.side; // a joint dialogue is of both
  }
  return draft;
}

using Draft = MentionDraft;

/// What a word beside a name tells of it; a bit for each.
enum Beside : unsigned {
  nothing = 0,
  honorific = 1U << 0U,
  former = 1U << 1U,
  incoming = 1U << 2U,
  possessive = 1U << 3U,
  possessivePronoun = 1U << 4U,
  adjectiveOfSide = 1U << 5U,
  titleOfNobody = 1U << 6U,
  inPlace = 1U << 7U,
  toPlace = 1U << 8U,
  agentMarker = 1U << 9U,
  article = 1U << 10U,
  placeKind = 1U << 11U,
  fromPlace = 1U << 12U,
  matter = 1U << 13U
};

constexpr language::ClassTable<Beside, 14> besideWords({{{"honorific", honorific},
                                                         {"former", former},
                                                         {"incoming", incoming},
                                                         {"possessive", possessive},
                                                         {"possessive-pronoun", possessivePronoun},
                                                         {"adjective-of-side", adjectiveOfSide},
                                                         {"title-of-nobody", titleOfNobody},
                                                         {"in-place", inPlace},
                                                         {"to-place", toPlace},
                                                         {"agent-marker", agentMarker},
                                                         {"article", article},
                                                         {"place-kind", placeKind},
                                                         {"from-place", fromPlace},
                                                         {"matter", matter}}});

unsigned besideOf(const Hit& hit) {
  const Beside* beside = besideWords.find(hit.entry->cls);
  return beside != nullptr ? *beside : nothing;
}

/// Of all words that begin at the token.
unsigned besideAt(const Reading& reading, std::int32_t token) {
  unsigned all = nothing;
  for (const Hit& hit : reading.hitsAt(token))
    all |= besideOf(hit);
  return all;
}

/// Of all words that end before the token.
unsigned besideBefore(const Reading& reading, std::int32_t token) {
  unsigned all = nothing;
  for (const Hit& hit : reading.hitsBefore(token))
    if (hit.tokens.end == token) all |= besideOf(hit);
  return all;
}

/// 在岛国新加坡: what kind of place it is stands before it, and the preposition before that.
bool kindBefore(const Reading& reading, const Mention& mention, Beside preposition) {
  constexpr std::int32_t farthest = 9; // tokens
  const std::int32_t begin = mention.tokens.begin;
  if (!mention.place || (besideBefore(reading, begin) & placeKind) == 0) return false;
  for (std::int32_t token = begin - 1; token >= std::max(begin - farthest, 0); --token) {
    if (tokenIs(reading, token, "comma")) return false;
    if ((besideBefore(reading, token) & preposition) != 0) return true;
  }
  return false;
}

/// "The war in Bosnia": what goes on there stands before the preposition that ends before the token.
bool matterBefore(const Reading& reading, std::int32_t token) {
  const auto hits = reading.hitsBefore(token);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
    return besideOf(hit) == inPlace && hit.tokens.end == token &&
           (besideBefore(reading, hit.tokens.begin) & matter) != 0;
  });
}

void lookAround(Draft& draft, const Reading& reading) {
  Mention& mention = draft.mention;
  const std::int32_t begin = mention.tokens.begin;
  const unsigned before = besideBefore(reading, begin);
  unsigned behind = besideAt(reading, mention.tokens.end);
  draft.honorific = ((before | behind) & honorific) != 0;
  if (mention.kind == MentionKind::person && (behind & honorific) != 0)
    for (const Hit& hit : reading.hitsAt(mention.tokens.end))
      if (besideOf(hit) == honorific) {
        mention.tokens.end = hit.tokens.end;
        mention.span.end = hit.span.end;
        behind = besideAt(reading, mention.tokens.end);
        break;
      }
  mention.former = (before & former) != 0;
  mention.incoming = (before & incoming) != 0;
  const unsigned here = besideAt(reading, begin);
  mention.possessor =
      (behind & possessive) != 0 || (mention.kind == MentionKind::pronoun && (here & possessivePronoun) != 0);
  mention.adjective = mention.kind == MentionKind::side && (here & adjectiveOfSide) != 0;
  // 东盟防长扩大会, 以特别代表身份: the title of a gathering or a capacity, of nobody.
  if (mention.kind == MentionKind::office && (behind & titleOfNobody) != 0) mention.adjective = true;
  const bool apart = (before & article) != 0 && tokenIs(reading, begin - 1, "article");
  const unsigned around = before | (apart ? besideBefore(reading, begin - 1) : nothing);
  mention.locative = (around & inPlace) != 0 || kindBefore(reading, mention, inPlace);
  mention.destination = (around & toPlace) != 0 || kindBefore(reading, mention, toPlace);
  mention.origin = (around & fromPlace) != 0 || kindBefore(reading, mention, fromPlace);
  mention.topic = mention.locative && matterBefore(reading, apart ? begin - 1 : begin);
  // "A visit by General Chen": the marker stands before the rank.
  std::int32_t rank = begin;
  if ((before & honorific) != 0)
    for (const Hit& hit : reading.hitsBefore(begin))
      if (besideOf(hit) == honorific && hit.tokens.end == begin) rank = std::min(rank, hit.tokens.begin);
  mention.agent =
      (around & agentMarker) != 0 || (rank < begin && (besideBefore(reading, rank) & agentMarker) != 0);
}

/// Whom the article names in full, how often.
using Cast = std::map<PersonId, int>;

bool inOffice(const Gazetteer& gazetteer, PersonId person, const std::optional<time::DayRange>& when) {
  return when && gazetteer.officeOf(person, *when) != nullptr;
}

/// An ambassador to the other side: of two namesakes in office the one who meets its officials.
bool postedIn(const Gazetteer& gazetteer, PersonId person, const std::optional<time::DayRange>& when) {
  const auto& terms = gazetteer[person].terms;
  return when && std::any_of(terms.begin(), terms.end(), [&](const language::Term& term) {
           return term.holds(*when) && !gazetteer[term.office].posted.empty();
         });
}

/// Of namesakes in office at one time the higher is meant: 克林顿 is the president, not the first lady.
bool isHighest(const Gazetteer& gazetteer, PersonId person, const std::vector<PersonId>& people,
               const std::optional<time::DayRange>& when) {
  const bool inOfficeThen =
      std::any_of(people.begin(), people.end(), [&](PersonId p) { return inOffice(gazetteer, p, when); });
  const auto levelOf = [&](PersonId p) {
    const language::Office* office = when && inOfficeThen ? gazetteer.officeOf(p, *when) : nullptr;
    model::Level level = office != nullptr ? office->level : model::Level::unknown;
    // Nobody is in office any more: the highest that each was.
    if (!inOfficeThen)
      for (const language::Term& term : gazetteer[p].terms)
        level = std::max(level, gazetteer[term.office].level);
    return level;
  };
  return std::none_of(people.begin(), people.end(), [&](PersonId p) { return levelOf(p) > levelOf(person); });
}

/// Keeps those of `people` for whom `test` holds, if there are any.
template <typename Test>
void prefer(std::vector<PersonId>& people, Test test) {
  if (people.size() > 1 && std::any_of(people.begin(), people.end(), test))
    std::erase_if(people, [&](PersonId person) { return !test(person); });
}

/// In office, and a leader later or before: Deng was one while he was a vice premier.
bool isRising(const Gazetteer& gazetteer, const std::vector<PersonId>& people) {
  constexpr std::size_t shortest = 4; // letters: not "Li"
  if (people.size() != 1 || gazetteer[people.front()].family.size() < shortest) return false;
  const auto& terms = gazetteer[people.front()].terms;
  return std::any_of(terms.begin(), terms.end(), [&](const language::Term& term) {
    return gazetteer[term.office].level == model::Level::leader;
  });
}

/// Settles whom a name means; leaves no one when it cannot be told.
void settle(Draft& draft, const Gazetteer& gazetteer, const Cast& cast,
            const std::optional<time::DayRange>& when) {
  Mention& mention = draft.mention;
  auto& people = mention.people;
  const bool titled = !mention.offices.empty() || draft.honorific;
  prefer(people, [&](PersonId p) { return cast.contains(p); });
  prefer(people, [&](PersonId p) { return holdsTitle(gazetteer, p, mention.offices); });
  prefer(people, [&](PersonId p) { return inOffice(gazetteer, p, when); });
  prefer(people, [&](PersonId p) { return !mention.side || gazetteer[p].side == *mention.side; });
  prefer(people, [&](PersonId p) { return gazetteer[p].side != Side::other; });
  prefer(people, [&](PersonId p) { return postedIn(gazetteer, p, when); });
  if (people.size() > 1) {
    const std::vector<PersonId> namesakes = people;
    prefer(people, [&](PersonId p) { return isHighest(gazetteer, p, namesakes, when); });
  }
  if (people.empty()) return;
  const auto named = [&](PersonId p) { return cast.contains(p); };
  if (draft.familyOnly && !std::any_of(people.begin(), people.end(), named)) {
    // Short family names are everyday words ("He", "Li", "Rice"): without a title they name no one.
    const bool everyday = gazetteer[people.front()].family.size() < 5 || people.size() > 1;
    const bool known = inOffice(gazetteer, people.front(), when) &&
                       (gazetteer.officeOf(people.front(), *when)->level == model::Level::leader ||
                        postedIn(gazetteer, people.front(), when) || isRising(gazetteer, people));
    if (everyday && !titled && !known) people.clear();
  }
  if (draft.familyOnly && draft.pronoun && !titled) people.clear();
  if (draft.mangled && !titled) people.clear();
  if (draft.mangled && !mention.offices.empty())
    prefer(people, [&](PersonId p) { return holdsTitle(gazetteer, p, mention.offices); });
  if (when && people.size() > 1) people.resize(1); // before the day is known, either may be meant
}

/// A capitalised name that nobody knows, behind a title: "Deputy Assistant Secretary Jane Roe".
void takeUnknownName(Draft& draft, const model::Document& document, const Reading& reading,
                     std::int32_t limit) {
  Mention& title = draft.mention;
  std::int32_t end = title.tokens.end;
  std::string name;
  while (end < limit && end - title.tokens.end < 4) {
    const text::Token& token = reading.tokens[std::size_t(end)];
    const std::string word = text::toUtf8(text::slice(document.text, token.span));
    const bool initial = !name.empty() && word == ".";
    if (!initial && (token.kind != text::TokenKind::word || !token.capital)) break;
    if (!name.empty() && !initial) name += ' ';
    name += word;
    ++end;
  }
  if (name.find(' ') == std::string::npos) return;
  title.kind = MentionKind::person;
  title.name = std::move(name);
  title.head = {reading.tokens[std::size_t(title.tokens.end)].span.begin,
                reading.tokens[std::size_t(end - 1)].span.end};
  title.span.end = title.head.end;
  title.tokens.end = end;
}

/// "China's defense minister", 美方外长: the side beside a title that every country has tells which office it
/// is.
void narrowTitles(Mention& mention, const Gazetteer& gazetteer) {
  if (!mention.side || *mention.side == Side::other) return;
  for (OfficeId& title : mention.offices)
    for (const OfficeId own : gazetteer.officesUnder(title))
      if (gazetteer[own].side == *mention.side) {
        title = own;
        break;
      }
}

std::optional<Side> sideOf(const Mention& mention, const Gazetteer& gazetteer) {
  if (!mention.people.empty()) return gazetteer[mention.people.front()].side;
  if (mention.side) return mention.side;
  for (const OfficeId office : mention.offices)
    if (gazetteer[office].side != Side::other) return gazetteer[office].side;
  return std::nullopt;
}

/// A spokesperson tells of events and takes part in none.
bool speaksForOthers(const Mention& mention, const Gazetteer& gazetteer,
                     const std::optional<time::DayRange>& when) {
  const auto speaks = [&](const language::Office& office) { return office.id.ends_with("spokesperson"); };
  if (std::any_of(mention.offices.begin(), mention.offices.end(),
                  [&](OfficeId office) { return speaks(gazetteer[office]); }))
    return true;
  const language::Office* office =
      when && mention.people.size() == 1 ? gazetteer.officeOf(mention.people.front(), *when) : nullptr;
  return office != nullptr && speaks(*office);
}

/// The time of the sentence next to the name, if it is no longer than a year.
std::optional<time::DayRange> timeBeside(const language::BlockReading& block, text::Span who,
                                         std::span<const Timex> times) {
  constexpr int year = 366;
  const text::Span sentence = language::sentenceAt(block, who.begin);
  auto time = std::partition_point(times.begin(), times.end(),
                                   [&](const Timex& one) { return one.span.end <= sentence.begin; });
  // The nearest of several: "… of 2024, the first since Rice in July 2016".
  std::optional<time::DayRange> found;
  std::int32_t nearest = std::numeric_limits<std::int32_t>::max();
  for (; time != times.end() && time->span.begin < sentence.end; ++time) {
    const auto bounds = time->date.bounds();
    const std::int32_t away = std::max({time->span.begin - who.end, who.begin - time->span.end, 0});
    if (bounds && bounds->days() <= year && away < nearest) found = bounds, nearest = away;
  }
  return found;
}

} // namespace

MentionFinder::MentionFinder(const model::Document& document,
                             const std::vector<language::BlockReading>& blocks, const Gazetteer& gazetteer)
    : m_document(document), m_blocks(blocks), m_gazetteer(gazetteer), m_drafts(blocks.size()) {
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    std::vector<Draft>& drafts = m_drafts[b];
    const std::vector<Stretch> found = stretches(blocks[b].reading);
    drafts.reserve(found.size());
    for (const Stretch stretch : found) {
      Draft draft = draftOf(stretch, gazetteer);
      lookAround(draft, blocks[b].reading);
      if (draft.mention.place && gazetteer[draft.mention.place].kind == language::PlaceKind::area)
        draft.mention.topic = true;
      if (draft.mention.kind == MentionKind::person && !draft.familyOnly && !draft.mangled)
        for (const PersonId person : draft.mention.people)
          ++m_cast[person];
      drafts.push_back(std::move(draft));
    }
    joinTitles(drafts, blocks[b].reading, gazetteer, blocks[b].grammar);
    for (Draft& draft : drafts)
      narrowTitles(draft.mention, gazetteer);
  }
}

std::vector<Mentions> MentionFinder::settleAll(std::vector<std::vector<MentionDraft>> all,
                                               const std::optional<time::DayRange>& when,
                                               std::span<const Timex> times) const {
  std::vector<Mentions> mentions(m_blocks.size());
  for (std::size_t b = 0; b < m_blocks.size(); ++b) {
    std::vector<Draft> drafts = std::move(all[b]); // dropped with the block
    mentions[b].reserve(drafts.size());
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      Draft& draft = drafts[i];
      Mention& mention = draft.mention;
      if (mention.kind == MentionKind::person) {
        const auto own = mention.people.size() > 1 || draft.familyOnly
                             ? timeBeside(m_blocks[b], mention.span, times)
                             : std::nullopt;
        settle(draft, m_gazetteer, m_cast, own ? own : when);
        if (mention.people.empty()) {
          if (mention.offices.empty() && !draft.pronoun) continue;
          // Else an unknown bearer of a known title.
          mention.kind =
              draft.pronoun && mention.offices.empty() ? MentionKind::pronoun : MentionKind::office;
        }
      } else if (mention.kind == MentionKind::office) {
        const auto limit = i + 1 < drafts.size() ? drafts[i + 1].mention.tokens.begin
                                                 : std::int32_t(m_blocks[b].reading.tokens.size());
        takeUnknownName(draft, m_document, m_blocks[b].reading, limit);
      }
      if (mention.kind == MentionKind::person || mention.kind == MentionKind::office) {
        mention.side = sideOf(mention, m_gazetteer);
        mention.adjective = mention.adjective || speaksForOthers(mention, m_gazetteer, when);
      }
      mentions[b].push_back(std::move(mention));
    }
  }
  return mentions;
}

} // namespace demarche::extract
