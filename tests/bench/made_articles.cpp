// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/made_articles.h"

#include "core/ingest/ingest.h"
#include "core/text/unicode.h"
#include "core/time/calendar.h"
#include "tests/bench/made_wording.h"

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <fmt/format.h>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace demarche::bench {
namespace {

using model::EventStatus;
using model::Language;
using std::chrono::days;

enum Purpose : std::uint64_t { ofArticle = 11 };

/// Facts are told by this many accounts on average.
constexpr double accountsPerFact = 4;
constexpr double accountsPerArticle = 10;

enum class Form : std::uint8_t { wire, statement, chronology, ahead };

Form someForm(Dice& dice) {
  const std::size_t drawn = dice.below(100);
  return drawn < 45 ? Form::wire : drawn < 65 ? Form::statement : drawn < 80 ? Form::chronology : Form::ahead;
}

Language someLanguage(Dice& dice) {
  const std::size_t drawn = dice.below(100);
  return drawn < 50   ? Language::english
         : drawn < 80 ? Language::chineseSimplified
                      : Language::chineseTraditional;
}

std::string_view shortCode(Form form) {
  constexpr std::array<std::string_view, 4> codes{"wire", "statement", "chronology", "ahead"};
  return codes[static_cast<std::size_t>(form)];
}

/// Steps through numbers below `count` so that each comes once and neighbours lie far apart.
std::size_t scattered(std::size_t number, std::size_t count) {
  std::size_t step = count * 618 / 1000 + 1;
  while (std::gcd(step, count) != 1)
    ++step;
  return number * step % count;
}

/// Writes one article: chooses among the facts and puts them into words.
class Writer {
 public:
  Writer(const language::Knowledge& knowledge, const MadeWorld& world, Dice dice)
      : m_knowledge(knowledge), m_gazetteer(knowledge.gazetteer()), m_world(world), m_dice(dice) {}

  MadeArticle write(std::size_t number, std::size_t lead);

 private:
  void writeWire(const MadeFact& lead);
  void writeStatement(const MadeFact& lead);
  void writeChronology(const MadeFact& lead);
  void writeAhead(const MadeFact& lead);

  void headline(const MadeFact& lead);
  void line(std::u16string_view words, model::BlockRole role);
  void beginParagraph();
  void endParagraph();
  void beginSentence();
  void tell(const MadeFact& fact, MadeStyle style);
  void say(std::size_t sentences);
  void background(const MadeFact& lead, std::size_t many, MadeStyle style);
  void outlook(const MadeFact& lead, std::size_t many);

  [[nodiscard]] std::optional<MadeFact> past(const MadeFact& lead);
  [[nodiscard]] std::optional<MadeFact> future(const MadeFact& lead, std::size_t after) const;
  [[nodiscard]] std::size_t popular(std::size_t number);
  [[nodiscard]] bool usable(const MadeFact& fact) const;
  [[nodiscard]] std::u16string nameOf(const MadePart& part, bool introduce);
  [[nodiscard]] MadeFillings fillingsOf(const MadeFact& fact, MadeStyle style, bool introduce);
  [[nodiscard]] model::Event eventOf(const MadeFact& fact, std::u16string_view words, const MadeDate& date);
  void addParticipants(model::Event& event, const MadeFact& fact, std::u16string_view words) const;
  [[nodiscard]] model::Passage passageOf(const model::Event& event, text::Span span, text::Span date) const;
  void finish(std::size_t number, Form form);

  const language::Knowledge& m_knowledge;
  const language::Gazetteer& m_gazetteer;
  const MadeWorld& m_world;
  Dice m_dice;
  MadeLanguage m_words = MadeLanguage::english;
  Language m_language = Language::english;
  time::Day m_written;
  MadeArticle m_article;
  std::u16string& m_text = m_article.document.text;
  std::size_t m_paragraph = 0;
  std::size_t m_said = m_dice.below(1000); ///< where among the sentences that tell nothing it stands
  std::vector<std::size_t> m_told;
  std::vector<language::PersonId> m_introduced;
  const MadeFact* m_lead = nullptr;
};

MadeArticle Writer::write(std::size_t number, std::size_t leadNumber) {
  const Form form = someForm(m_dice);
  m_language = someLanguage(m_dice);
  m_words = m_language == Language::english ? MadeLanguage::english : MadeLanguage::chinese;
  MadeFact lead = m_world.fact(popular(leadNumber));
  while (!lead.first.person || !lead.second.person)
    lead = m_world.fact((lead.number + 1) % m_world.size());
  m_lead = &lead;
  switch (form) {
  case Form::wire:
    m_written = m_dice.below(100) < 85
                    ? lead.days.last + days(m_dice.below(3))
                    : std::max(lead.announced, lead.days.first - days(1 + m_dice.below(6)));
    writeWire(lead);
    break;
  case Form::statement:
    m_written = lead.days.last + days(m_dice.below(2));
    writeStatement(lead);
    break;
  case Form::chronology:
    m_written = lead.days.last + days(5 + m_dice.below(40));
    writeChronology(lead);
    break;
  case Form::ahead:
    m_written = std::max(lead.announced, lead.days.first - days(1 + m_dice.below(4)));
    writeAhead(lead);
    break;
  }
  finish(number, form);
  return std::move(m_article);
}

void Writer::writeWire(const MadeFact& lead) {
  headline(lead);
  line(madeDay(m_words, m_written), model::BlockRole::dateline);
  beginParagraph();
  const std::u16string place = madePlace(m_words, m_gazetteer[lead.place]);
  if (m_words == MadeLanguage::english) {
    for (const char16_t unit : place)
      m_text += unit >= u'a' && unit <= u'z' ? static_cast<char16_t>(unit - u'a' + u'A') : unit;
    m_text.append(u", ").append(madeShortDay(m_words, m_written)).append(u" — ");
  } else {
    m_text.append(u"本社").append(place).append(madeShortDay(m_words, m_written)).append(u"电　");
  }
  tell(lead, MadeStyle::running);
  say(2);
  endParagraph();
  beginParagraph();
  say(4);
  endParagraph();
  beginParagraph();
  beginSentence();
  m_text += madeHead(m_words, MadeHead::background, m_dice);
  background(lead, 3 + m_dice.below(2), MadeStyle::running);
  endParagraph();
  beginParagraph();
  say(1);
  background(lead, 3 + m_dice.below(3), MadeStyle::running);
  say(2);
  endParagraph();
  beginParagraph();
  outlook(lead, 1 + m_dice.below(3));
  say(3);
  endParagraph();
}

void Writer::writeStatement(const MadeFact& lead) {
  headline(lead);
  line(madeDay(m_words, m_written), model::BlockRole::dateline);
  beginParagraph();
  tell(lead, MadeStyle::full);
  say(5);
  endParagraph();
  beginParagraph();
  say(6);
  endParagraph();
  beginParagraph();
  background(lead, 3 + m_dice.below(4), MadeStyle::full);
  say(2);
  endParagraph();
  beginParagraph();
  say(4);
  outlook(lead, m_dice.below(3));
  endParagraph();
}

void Writer::writeChronology(const MadeFact& lead) {
  line(madeHead(m_words, MadeHead::chronology, m_dice), model::BlockRole::title);
  line(madeDay(m_words, m_written), model::BlockRole::dateline);
  beginParagraph();
  beginSentence();
  m_text += madeHead(m_words, MadeHead::chronologyIntroduction, m_dice);
  say(2);
  endParagraph();
  std::vector<MadeFact> facts{lead};
  m_told.push_back(lead.number);
  for (std::size_t wanted = 13 + m_dice.below(10); wanted > 0; --wanted)
    if (const std::optional<MadeFact> fact = past(lead)) {
      facts.push_back(*fact);
      m_told.push_back(fact->number);
    }
  std::sort(facts.begin(), facts.end(),
            [](const MadeFact& a, const MadeFact& b) { return a.number < b.number; });
  for (const MadeFact& fact : facts) {
    beginParagraph();
    tell(fact, MadeStyle::full);
    if (m_dice.oneIn(3)) say(1);
    endParagraph();
  }
}

void Writer::writeAhead(const MadeFact& lead) {
  line(madeHead(m_words, MadeHead::ahead, m_dice), model::BlockRole::title);
  line(madeDay(m_words, m_written), model::BlockRole::dateline);
  beginParagraph();
  beginSentence();
  m_text += madeHead(m_words, MadeHead::aheadIntroduction, m_dice);
  say(2);
  endParagraph();
  beginParagraph();
  tell(lead, MadeStyle::full);
  say(1);
  endParagraph();
  for (int item = 0; item < 3; ++item) {
    beginParagraph();
    outlook(lead, 2);
    say(2);
    endParagraph();
  }
  beginParagraph();
  say(2);
  background(lead, 3 + m_dice.below(3), MadeStyle::full);
  say(2);
  endParagraph();
}

void Writer::headline(const MadeFact& lead) {
  const EventStatus status = lead.statusOn(m_written);
  const std::u16string_view words = madeHeadline(m_words, lead.kind, status);
  if (words.empty()) {
    line(madeHead(m_words, MadeHead::chronology, m_dice), model::BlockRole::title);
    return;
  }
  std::u16string filled;
  appendFilled(filled, m_words, words, fillingsOf(lead, MadeStyle::running, false));
  line(filled, model::BlockRole::title);
}

void Writer::line(std::u16string_view words, model::BlockRole role) {
  beginParagraph();
  m_text += words;
  endParagraph();
  m_article.document.blocks.back().role = role;
}

void Writer::beginParagraph() {
  if (!m_text.empty()) m_text += u"\n\n";
  m_paragraph = m_text.size();
}

void Writer::endParagraph() {
  if (m_text.size() == m_paragraph) { // nothing was there to be told
    if (m_paragraph > 0) m_text.resize(m_paragraph - 2);
    return;
  }
  const text::Span span{static_cast<std::int32_t>(m_paragraph), static_cast<std::int32_t>(m_text.size())};
  m_article.document.blocks.push_back({span, model::BlockRole::body, m_language, 0});
}

void Writer::beginSentence() {
  const bool first = m_text.size() == m_paragraph;
  if (m_words == MadeLanguage::english && !first && !m_text.ends_with(u' ')) m_text += u' ';
}

void Writer::tell(const MadeFact& fact, MadeStyle style) {
  const EventStatus status = fact.statusOn(m_written);
  const std::u16string_view words = madeTemplate(m_words, fact.kind, status, m_dice);
  if (words.empty()) return;
  beginSentence();
  const MadeFillings fillings = fillingsOf(fact, style, true);
  const auto begin = static_cast<std::int32_t>(m_text.size());
  const text::Span date = appendFilled(m_text, m_words, words, fillings);
  const text::Span span{begin, static_cast<std::int32_t>(m_text.size())};
  model::Event event = eventOf(fact, words, fillings.date);
  event.passages = {passageOf(event, span, date)};
  m_article.extraction.events.push_back(std::move(event));
  m_told.push_back(fact.number);
}

void Writer::say(std::size_t sentences) {
  constexpr std::size_t step = 7; // has no divisor in common with the numbers of sentences there are
  if (m_words == MadeLanguage::chinese) sentences += (sentences + 1) / 2; // they are shorter
  for (; sentences > 0; --sentences, m_said += step) {
    MadeFillings fillings;
    const auto& [topic, other] = m_lead->topics;
    const bool english = m_words == MadeLanguage::english;
    fillings.topic = english ? madeTopics()[topic].en : madeTopics()[topic].zh;
    fillings.other = english ? madeTopics()[other].en : madeTopics()[other].zh;
    beginSentence();
    appendFilled(m_text, m_words, madeFiller(m_words, m_said), fillings);
  }
}

void Writer::background(const MadeFact& lead, std::size_t many, MadeStyle style) {
  for (; many > 0; --many) {
    if (const std::optional<MadeFact> fact = past(lead)) tell(*fact, style);
    if (m_dice.oneIn(2)) say(1);
  }
}

void Writer::outlook(const MadeFact& lead, std::size_t many) {
  std::size_t after = std::max(lead.number, m_told.empty() ? 0 : m_told.back());
  for (; many > 0; --many) {
    const std::optional<MadeFact> fact = future(lead, after);
    if (!fact) return;
    tell(*fact, MadeStyle::running);
    after = fact->number;
  }
}

/// Something over that was not told yet; of a few that come to mind one with the same people.
std::optional<MadeFact> Writer::past(const MadeFact& lead) {
  std::optional<MadeFact> best;
  const std::size_t reach = std::min(lead.number, m_world.size() / 6 + 64);
  if (reach == 0) return best;
  for (int draw = 0; draw < 4; ++draw) {
    const MadeFact fact = m_world.fact(popular(lead.number - 1 - m_dice.zipf(reach)));
    if (fact.days.last >= m_written || !usable(fact)) continue;
    const bool same = fact.first.person == lead.first.person || fact.second.person == lead.second.person;
    if (!best || same) best = fact;
    if (same) break;
  }
  return best;
}

/// The next thing that is known to lie ahead.
std::optional<MadeFact> Writer::future(const MadeFact& lead, std::size_t after) const {
  const std::size_t last = std::min(m_world.size(), std::max(after, lead.number) + 200);
  for (std::size_t number = after + 1; number < last; ++number) {
    MadeFact fact = m_world.fact(number);
    if (fact.days.first - m_written > days(90)) return std::nullopt;
    if (fact.days.first > m_written && fact.announced <= m_written && usable(fact)) return fact;
  }
  return std::nullopt;
}

/// A number near this one, smooth ones much more often, so that some facts are told by very many.
std::size_t Writer::popular(std::size_t number) {
  const auto bits = static_cast<std::size_t>(std::bit_width(m_world.size()));
  const std::size_t most = std::clamp<std::size_t>(bits > 10 ? bits - 10 : 0, 1, 6);
  return number & ~((std::size_t{1} << m_dice.below(most + 1)) - 1);
}

bool Writer::usable(const MadeFact& fact) const {
  return fact.first.person && fact.second.person &&
         std::find(m_told.begin(), m_told.end(), fact.number) == m_told.end();
}

std::u16string Writer::nameOf(const MadePart& part, bool introduce) {
  const bool known = std::find(m_introduced.begin(), m_introduced.end(), part.person) != m_introduced.end();
  if (introduce && !known) m_introduced.push_back(part.person);
  return madeName(m_words, m_gazetteer, part, introduce && !known, m_dice);
}

MadeFillings Writer::fillingsOf(const MadeFact& fact, MadeStyle style, bool introduce) {
  const bool english = m_words == MadeLanguage::english;
  MadeFillings fillings;
  fillings.first = nameOf(fact.first, introduce);
  fillings.second = nameOf(fact.second, introduce);
  fillings.place = madePlace(m_words, m_gazetteer[fact.place]);
  time::DayRange when = fact.days;
  if (m_dice.oneIn(40) && when.last + days(1) < m_written) // articles differ
    when = {when.first + days(1), when.last + days(1)};
  fillings.date = madeDate(m_words, when, m_written, style, m_dice);
  fillings.topic = english ? madeTopics()[fact.topics[0]].en : madeTopics()[fact.topics[0]].zh;
  fillings.other = english ? madeTopics()[fact.topics[1]].en : madeTopics()[fact.topics[1]].zh;
  const MadeBody& body = madeBody(fact.kind, fact.first.side);
  fillings.body = english ? body.en : body.zh;
  fillings.rival = madeRival(m_words, fact.first.side);
  return fillings;
}

bool holds(std::u16string_view words, std::u16string_view hole) {
  return words.find(hole) != std::u16string_view::npos;
}

model::Event Writer::eventOf(const MadeFact& fact, std::u16string_view words, const MadeDate& date) {
  model::Event event;
  event.kind = fact.kind;
  event.status = fact.statusOn(m_written);
  event.scope = fact.scope;
  event.date = date.date;
  event.confidence = 0.55 + static_cast<double>(m_dice.below(45)) / 100;
  addParticipants(event, fact, words);
  if (holds(words, u"{P}") || holds(words, u"{p}")) {
    const language::Place& place = m_gazetteer[fact.place];
    event.place = model::Place{place.name, place.country};
  }
  if (holds(words, u"{1}")) event.topics.emplace_back(madeTopics()[fact.topics[0]].value);
  if (holds(words, u"{2}") && fact.topics[0] != fact.topics[1])
    event.topics.emplace_back(madeTopics()[fact.topics[1]].value);
  const bool third = event.place && event.place->country != "US" && event.place->country != "CN";
  event.plover = m_knowledge.plover().of(event.kind, event.status, {}, third).str();
  event.title = fmt::format("{}: {}", code(event.kind), event.participants.front().name);
  for (std::size_t i = 1; i < event.participants.size(); ++i)
    event.title += ", " + event.participants[i].name;
  if (event.place) event.title += ", " + event.place->name;
  return event;
}

void Writer::addParticipants(model::Event& event, const MadeFact& fact, std::u16string_view words) const {
  const auto add = [&](const MadePart& part) {
    const language::Office& office = m_gazetteer[part.office];
    event.participants.push_back(
        {m_gazetteer[part.person].name, model::ParticipantType::person, part.side, office.title});
    event.level = std::max(event.level, office.level);
  };
  if (holds(words, u"{S}")) add(fact.first);
  if (holds(words, u"{O}")) add(fact.second);
  if (holds(words, u"{D}"))
    event.participants.push_back({std::string(madeBody(fact.kind, fact.first.side).name),
                                  model::ParticipantType::body, fact.first.side, ""});
}

model::Passage Writer::passageOf(const model::Event& event, text::Span span, text::Span date) const {
  model::Passage passage;
  passage.span = span;
  passage.text = text::slice(m_text, span);
  passage.kind = event.kind;
  passage.status = event.status;
  passage.date = event.date;
  passage.place = event.place;
  passage.dateText = text::slice(m_text, date);
  passage.dateWhy = "The sentence says so.";
  passage.rule = fmt::format("made/{}.toml:1", code(event.kind));
  return passage;
}

void Writer::finish(std::size_t number, Form form) {
  model::Document& document = m_article.document;
  if (m_language == Language::chineseTraditional) {
    makeTraditional(m_text);
    for (model::Event& event : m_article.extraction.events)
      for (model::Passage& passage : event.passages) {
        passage.text = text::slice(m_text, passage.span);
        makeTraditional(passage.dateText);
      }
  }
  document.source = fmt::format("made/{}/{:02}/{:06}.{}.{}.txt", time::yearOf(m_written),
                                time::monthOf(m_written), number, shortCode(form), code(m_language));
  document.digest = ingest::digestOf(m_text);
  document.title = text::toUtf8(text::slice(m_text, document.blocks.front().span));
  const time::Edtf written = time::Edtf::day(m_written);
  document.stated = model::StatedDate{written, document.blocks[1].span};
  m_article.extraction.written = {written, model::WrittenBasis::stated, "The page states it.", 0.95};
  m_article.extraction.sections = {m_article.extraction.written};
  for (model::Event& event : m_article.extraction.events) {
    event.id = fmt::format("{}-{:x}", document.digest, event.passages.front().span.begin);
    for (model::Passage& passage : event.passages)
      passage.article = document.source;
  }
}

std::size_t factsFor(MadeAmount amount) {
  if (amount.facts > 0) return amount.facts;
  const double facts = static_cast<double>(amount.articles) * accountsPerArticle / accountsPerFact;
  return std::max<std::size_t>(static_cast<std::size_t>(facts), 64);
}

} // namespace

MadeArticles::MadeArticles(const language::Knowledge& knowledge, MadeAmount amount, std::uint64_t seed)
    : m_knowledge(knowledge),
      m_count(amount.articles),
      m_seed(seed),
      m_world(knowledge.gazetteer(), seed, factsFor(amount)) {}

MadeArticle MadeArticles::article(std::size_t number) const {
  const std::size_t place = scattered(number, m_count);
  const std::size_t lead = place * m_world.size() / m_count;
  return Writer(m_knowledge, m_world, Dice(m_seed, ofArticle, number)).write(number, lead);
}

} // namespace demarche::bench
