// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/made_wording.h"

#include "core/text/unicode.h"
#include "core/time/calendar.h"
#include "tests/bench/traditional_forms.h"

#include <array>
#include <chrono>
#include <unordered_map>
#include <vector>

namespace demarche::bench {
namespace {

using model::EventKind;
using model::EventStatus;
using model::Side;
using Words = std::u16string_view;

constexpr std::array<Words, 12> englishMonths{u"January",   u"February", u"March",    u"April",
                                              u"May",       u"June",     u"July",     u"August",
                                              u"September", u"October",  u"November", u"December"};
constexpr std::array<Words, 7> englishWeekdays{u"Monday", u"Tuesday",  u"Wednesday", u"Thursday",
                                               u"Friday", u"Saturday", u"Sunday"};

std::u16string number(long long value) {
  return text::toUtf16(std::to_string(value));
}

Words monthName(time::Day day) {
  return englishMonths[time::monthOf(day) - 1];
}

std::u16string englishDays(time::DayRange days, bool withYear) {
  std::u16string words = std::u16string(monthName(days.first)) + u' ' + number(time::dayOfMonth(days.first));
  if (days.first != days.last) {
    words += u" to ";
    if (time::monthOf(days.first) != time::monthOf(days.last)) {
      words += monthName(days.last);
      words += u' ';
    }
    words += number(time::dayOfMonth(days.last));
  }
  if (withYear) words += u", " + number(time::yearOf(days.last));
  return words;
}

std::u16string chineseDays(time::DayRange days, bool withYear) {
  std::u16string words;
  if (withYear) words += number(time::yearOf(days.first)) + u"年";
  words += number(time::monthOf(days.first)) + u"月" + number(time::dayOfMonth(days.first)) + u"日";
  if (days.first == days.last) return words;
  words += u"至";
  if (time::monthOf(days.first) != time::monthOf(days.last))
    words += number(time::monthOf(days.last)) + u"月";
  return words + number(time::dayOfMonth(days.last)) + u"日";
}

time::Edtf monthOf(time::Day day) {
  return time::Edtf::month(time::yearOf(day), time::monthOf(day));
}

MadeDate exactly(bool english, time::DayRange days, bool withYear) {
  MadeDate date;
  date.date = time::Edtf::days(days);
  date.words = english ? englishDays(days, withYear) : chineseDays(days, withYear);
  const Words preposition = !english ? u"" : days.first == days.last ? u"on " : u"from ";
  date.adverbial = std::u16string(preposition) + date.words;
  return date;
}

MadeDate monthAlone(bool english, time::Day day, bool withYear) {
  MadeDate date;
  date.date = monthOf(day);
  const std::u16string year = number(time::yearOf(day));
  if (english)
    date.words = std::u16string(monthName(day)) + (withYear ? u' ' + year : std::u16string());
  else
    date.words = (withYear ? year + u"年" : u"今年") + number(time::monthOf(day)) + u"月";
  date.adverbial = english ? u"in " + date.words : date.words;
  return date;
}

MadeDate wordsAlone(const std::u16string& words, time::Edtf meant) {
  return {words, words, meant};
}

/// By the name of the weekday, which both sides of a week away is clear.
MadeDate weekday(bool english, time::Day day, time::Day written) {
  MadeDate date;
  date.date = time::Edtf::day(day);
  if (english) {
    date.words = englishWeekdays[time::isoWeekday(day) - 1];
    date.adverbial = u"on " + date.words;
    return date;
  }
  if (time::monthOf(day) == time::monthOf(written))
    date.words = u"本月" + number(time::dayOfMonth(day)) + u"日";
  else
    date.words = chineseDays({day, day}, false);
  date.adverbial = date.words;
  return date;
}

MadeDate runningDate(bool english, time::DayRange days, time::Day written, Dice& dice) {
  const auto distance = (days.first - written).count();
  const bool oneDay = days.first == days.last;
  if (oneDay && distance == -1 && dice.oneIn(2))
    return wordsAlone(english ? u"yesterday" : u"昨天", time::Edtf::day(days.first));
  if (oneDay && distance >= -6 && distance <= 6 && distance != 0)
    return weekday(english, days.first, written);
  const time::Day lastMonth = time::addMonths(written, -1);
  if (monthOf(days.first) == monthOf(lastMonth) && dice.oneIn(3))
    return wordsAlone(english ? u"last month" : u"上个月", monthOf(days.first));
  const bool thisYear = time::yearOf(days.first) == time::yearOf(written);
  switch (dice.below(8)) {
  case 0:
  case 1:
    return monthAlone(english, days.first, !thisYear);
  case 2:
    if (time::yearOf(days.first) == time::yearOf(written) - 1)
      return wordsAlone(english ? u"last year" : u"去年", time::Edtf::year(time::yearOf(days.first)));
    [[fallthrough]];
  default:
    return exactly(english, days, !thisYear);
  }
}

struct Told {
  EventKind kind;
  EventStatus status;
  std::vector<Words> en, zh;
};

constexpr EventStatus occurred = EventStatus::occurred;
constexpr EventStatus planned = EventStatus::planned;
constexpr EventStatus cancelled = EventStatus::cancelled;

// The first of each is told most.
const std::vector<Told>& allTold() {
  static const std::vector<Told> told{
      {EventKind::meeting,
       occurred,
       {u"{S} met with {O} {P} {T}.", u"{S} held talks with {O} {P} {T}, with {1} and {2} on the agenda.",
        u"{T}, {S} met {O} {P}.", u"{S} and {O} met {P} {T} to discuss {1}.", u"{S} met {O} {T}.",
        u"{S} and {O} held talks {P} {T}."},
       {u"{T}，{S}在{p}会见了{O}。", u"{T}，{S}在{p}与{O}举行会谈，讨论了{1}和{2}。",
        u"{S}{T}在{p}同{O}会晤。", u"{S}{T}会见了{O}，双方谈到{1}。"}},
      {EventKind::meeting,
       planned,
       {u"{S} is to meet {O} {P} {T}.", u"{S} will hold talks with {O} {P} {T}, with {1} on the agenda.",
        u"{S} and {O} are expected to meet {P} {T}."},
       {u"{S}将于{T}在{p}会见{O}。", u"{S}定于{T}在{p}与{O}举行会谈，议题包括{1}。"}},
      {EventKind::meeting,
       cancelled,
       {u"A meeting between {S} and {O}, planned for {t} {P}, was called off.",
        u"{S} cancelled a meeting with {O} that had been set for {t} {P}."},
       {u"原定{T}在{p}举行的{S}与{O}的会谈已取消。"}},
      {EventKind::call,
       occurred,
       {u"{S} spoke by telephone with {O} {T}.",
        u"{S} held a phone call with {O} {T}, and they discussed {1} and {2}.",
        u"{T}, {S} and {O} spoke by phone about {1}.", u"{S} spoke with {O} by video link {T}."},
       {u"{T}，{S}同{O}通电话。", u"{S}{T}与{O}通电话，讨论了{1}和{2}。", u"{T}，{S}与{O}举行视频通话。"}},
      {EventKind::call,
       planned,
       {u"{S} will speak by telephone with {O} {T}.", u"{S} and {O} are to hold a video call {T}."},
       {u"{S}将于{T}同{O}通电话。", u"{S}定于{T}与{O}举行视频通话。"}},
      {EventKind::call,
       cancelled,
       {u"A phone call between {S} and {O} that had been set for {t} was called off."},
       {u"原定{T}的{S}与{O}的通话已取消。"}},
      {EventKind::visit,
       occurred,
       {u"{S} visited {p} {T}.", u"{S} paid a visit to {p} {T} for talks on {1}.",
        u"{T}, {S} travelled to {p}."},
       {u"{T}，{S}访问{p}。", u"{S}{T}访问了{p}，行程涉及{1}。"}},
      {EventKind::visit,
       planned,
       {u"{S} will visit {p} {T}.", u"{S} is to travel to {p} {T} for talks on {1}."},
       {u"{S}将于{T}访问{p}。", u"{S}定于{T}访问{p}，预计谈及{1}。"}},
      {EventKind::visit,
       cancelled,
       {u"{S} put off a visit to {p} that had been planned for {t}.",
        u"A visit to {p} by {S}, planned for {t}, was cancelled."},
       {u"{S}推迟了原定{T}的{p}之行。", u"{S}取消了原定{T}对{p}的访问。"}},
      {EventKind::workingGroup,
       occurred,
       {u"{S} and {O} held a session of the joint working group on {1} {P} {T}.",
        u"The working group on {1} met {P} {T} under {S} and {O}."},
       {u"{T}，{S}与{O}在{p}主持{1}工作组会议。", u"{1}工作组{T}在{p}召开会议，由{S}和{O}主持。"}},
      {EventKind::workingGroup,
       planned,
       {u"The working group on {1}, led by {S} and {O}, will meet {P} {T}."},
       {u"{1}工作组将于{T}在{p}召开会议，由{S}和{O}主持。"}},
      {EventKind::workingGroup,
       cancelled,
       {u"A session of the working group on {1} under {S} and {O}, planned for {t} {P}, was called off."},
       {u"原定{T}在{p}由{S}与{O}主持的{1}工作组会议已取消。"}},
      {EventKind::letter,
       occurred,
       {u"{S} sent a letter to {O} {T}.", u"{S} wrote a letter to {O} {T} about {1}."},
       {u"{T}，{S}致信{O}。", u"{S}{T}致信{O}，谈到{1}。"}},
      {EventKind::agreement,
       occurred,
       {u"{S} and {O} signed an agreement on {1} {P} {T}.",
        u"{T}, {S} and {O} signed an agreement on {1} {P}."},
       {u"{T}，{S}与{O}在{p}签署了{1}协议。"}},
      {EventKind::agreement,
       planned,
       {u"{S} and {O} will sign an agreement on {1} {P} {T}."},
       {u"{S}与{O}将于{T}在{p}签署{1}协议。"}},
      {EventKind::agreement,
       cancelled,
       {u"{S} and {O} put off the signing of an agreement on {1} that had been planned for {t} {P}."},
       {u"原定{T}由{S}与{O}在{p}签署的{1}协议已推迟。"}},
      {EventKind::measure,
       occurred,
       {u"{D} imposed new tariffs on {N} goods {T}.", u"{D} imposed new restrictions on {N} companies {T}.",
        u"{T}, {D} added nine {N} companies to its list of restricted firms."},
       {u"{T}，{D}宣布对部分{N}商品加征关税。", u"{D}{T}将九家{N}企业列入管制名单。"}},
      {EventKind::incident,
       occurred,
       {u"{D} shot down a drifting balloon off the coast {T}."},
       {u"{T}，{D}在近海击落一个气球。"}},
      {EventKind::posting,
       occurred,
       {u"{S} arrived {P} {T} to take up the post of ambassador.",
        u"{S} took up the post of ambassador {P} {T}."},
       {u"{T}，{S}抵达{p}就职。", u"{S}{T}在{p}递交国书。"}},
  };
  return told;
}

struct Headline {
  EventKind kind;
  EventStatus status;
  Words en, zh;
};
constexpr std::array<Headline, 8> headlines{
    {{EventKind::meeting, occurred, u"{S} meets {O} {P}", u"{S}在{p}会见{O}"},
     {EventKind::meeting, planned, u"{S} to meet {O} {P}", u"{S}将在{p}会见{O}"},
     {EventKind::meeting, cancelled, u"Meeting of {S} and {O} called off", u"{S}与{O}的会谈取消"},
     {EventKind::call, occurred, u"{S} speaks by phone with {O}", u"{S}同{O}通电话"},
     {EventKind::call, planned, u"{S} to speak by phone with {O}", u"{S}将同{O}通电话"},
     {EventKind::visit, occurred, u"{S} visits {p}", u"{S}访问{p}"},
     {EventKind::visit, planned, u"{S} to visit {p}", u"{S}将访问{p}"},
     {EventKind::visit, cancelled, u"{S} puts off visit to {p}", u"{S}推迟访问{p}"}}};

constexpr std::array<Words, 31> englishFillers{
    u"Officials described the atmosphere as businesslike.",
    u"Neither side gave details beyond a short statement.",
    u"Questions about {1} have taken up more of the agenda than anybody expected.",
    u"Analysts in both capitals said that {1} would remain the harder subject.",
    u"Aides on either side cautioned against expecting quick results.",
    u"The statement was brief and in a measured tone.",
    u"People familiar with the preparations said that {1} came up more than once.",
    u"Both governments have said that they want the channels to stay open.",
    u"Markets hardly moved.",
    u"The differences over {1} are old, and nobody pretended that they had gone away.",
    u"A spokesman declined to comment on {2}.",
    u"Diplomats who follow the matter closely pointed to {2} as the easier part.",
    u"Much of the work is done by officials whose names seldom reach the papers.",
    u"Experts on {1} from both countries contributed papers.",
    u"What was left open will be taken up again at the level of experts.",
    u"The wording on {2} differed slightly between the two statements.",
    u"Observers noted that the two texts used the same words on {1}.",
    u"There was no sign of haste on either side.",
    u"Companies with an interest in {1} had asked for more clarity.",
    u"Progress on {2} was called modest by those who know the files.",
    u"Local newspapers gave the matter a short column.",
    u"The subject of {1} is likely to stay with both governments for years.",
    u"On {2}, both sides repeated in writing what they had said in public before.",
    u"Those who have followed {1} for long were neither surprised nor alarmed.",
    u"Lawyers and economists differ over how much of the difficulty with {2} can be settled by rules.",
    u"Newspapers in third countries took note, mostly on the inner pages.",
    u"What the two sides call progress on {1} is not always the same thing.",
    u"Staff on both sides keep lists of open questions, and those lists grow longer more often than shorter.",
    u"The public paid less attention to {2} than specialists would have liked.",
    u"Nobody expected the differences over {1} to narrow within weeks.",
    u"The documents are dry to read, and they are meant to be."};

constexpr std::array<Words, 29> chineseFillers{
    u"有关官员形容气氛务实。",
    u"双方除简短声明外没有透露更多细节。",
    u"{1}所占的分量超出许多人的预期。",
    u"两国分析人士认为，{1}仍是较难的议题。",
    u"知情人士提醒，不宜期待很快见到成果。",
    u"声明篇幅不长，措辞平和。",
    u"了解情况的人士说，{1}不止一次被提起。",
    u"两国政府都表示愿意保持渠道畅通。",
    u"市场反应平淡。",
    u"围绕{1}的分歧由来已久，没有人认为已经消失。",
    u"发言人没有就{2}作出评论。",
    u"长期关注此事的外交官认为，{2}相对容易一些。",
    u"许多工作由很少见诸报端的官员完成。",
    u"来自两国的{1}专家提供了书面意见。",
    u"尚未解决的问题将留待专家层面继续处理。",
    u"双方文稿关于{2}的措辞略有不同。",
    u"观察人士注意到，两份文稿在{1}上用词一致。",
    u"双方都没有显得急于求成。",
    u"关心{1}的企业此前希望得到更清楚的说明。",
    u"当地报纸只用了很短的篇幅。",
    u"在{2}方面，双方以书面形式重申了此前公开的立场。",
    u"长期研究{1}的学者既不感到意外，也不感到担忧。",
    u"法律界和经济界人士对{2}的难点能否靠规则解决看法不一。",
    u"第三国媒体也注意到此事，多半放在内页。",
    u"双方所说的{1}进展，含义并不总是相同。",
    u"双方工作人员手中都有一份待解决问题的清单，清单变长的时候多于变短的时候。",
    u"公众对{2}的关注程度低于专业人士的期望。",
    u"没有人指望围绕{1}的分歧在几周内缩小。",
    u"这些文件读来枯燥，本来也无意吸引读者。"};

constexpr MadeBody usTrade{"US Commerce Department", u"the US Commerce Department", u"美国商务部"};
constexpr MadeBody cnTrade{"Chinese Ministry of Commerce", u"the Chinese Ministry of Commerce",
                           u"中国商务部"};
constexpr MadeBody usForces{"US Military", u"the US military", u"美军"};
constexpr MadeBody cnForces{"People's Liberation Army", u"the People's Liberation Army", u"中国人民解放军"};

std::u16string englishIntroduction(const std::u16string& name, const std::string& office) {
  constexpr std::string_view ofChina = " of China";
  const bool plain = office.find(" of ") == std::string::npos && office.find(',') == std::string::npos;
  if (plain) return text::toUtf16(office) + u' ' + name;
  if (office.ends_with(ofChina) && office.find(" of ") == office.size() - ofChina.size())
    return text::toUtf16("Chinese " + office.substr(0, office.size() - ofChina.size())) + u' ' + name;
  return name + u", " + text::toUtf16(office) + u',';
}

/// Whether the character at `at` opens a hole; a hole is a letter in braces.
bool isHole(Words words, std::size_t at) {
  return words[at] == u'{' && at + 2 < words.size() && words[at + 2] == u'}';
}

} // namespace

MadeDate madeDate(MadeLanguage language, time::DayRange days, time::Day written, MadeStyle style,
                  Dice& dice) {
  const bool english = language == MadeLanguage::english;
  return style == MadeStyle::full ? exactly(english, days, true) : runningDate(english, days, written, dice);
}

std::u16string madeName(MadeLanguage language, const language::Gazetteer& gazetteer, const MadePart& part,
                        bool introduced, Dice& dice) {
  const language::Person& person = gazetteer[part.person];
  const language::Office& office = gazetteer[part.office];
  if (language == MadeLanguage::chinese)
    return text::toUtf16(introduced ? office.zh.front() + person.zh.front() : person.zh.front());
  const bool otherForm = !person.en.empty() && dice.oneIn(12);
  std::u16string name = text::toUtf16(otherForm ? person.en.front() : person.name);
  return introduced ? englishIntroduction(name, office.title) : name;
}

std::u16string madePlace(MadeLanguage language, const language::Place& place) {
  return text::toUtf16(language == MadeLanguage::english ? place.name : place.zh.front());
}

std::u16string madeDay(MadeLanguage language, time::Day day) {
  return language == MadeLanguage::english ? englishDays({day, day}, true) : chineseDays({day, day}, true);
}

std::u16string madeShortDay(MadeLanguage language, time::Day day) {
  return language == MadeLanguage::english ? englishDays({day, day}, false) : chineseDays({day, day}, false);
}

const MadeBody& madeBody(EventKind kind, Side side) {
  if (kind == EventKind::incident) return side == Side::us ? usForces : cnForces;
  return side == Side::us ? usTrade : cnTrade;
}

Words madeRival(MadeLanguage language, Side side) {
  if (language == MadeLanguage::english) return side == Side::us ? u"Chinese" : u"American";
  return side == Side::us ? u"中国" : u"美国";
}

Words madeTemplate(MadeLanguage language, EventKind kind, EventStatus status, Dice& dice) {
  for (const Told& told : allTold()) {
    if (told.kind != kind || told.status != status) continue;
    const std::vector<Words>& templates = language == MadeLanguage::english ? told.en : told.zh;
    return templates[dice.zipf(templates.size())];
  }
  return {};
}

Words madeHeadline(MadeLanguage language, EventKind kind, EventStatus status) {
  for (const Headline& headline : headlines)
    if (headline.kind == kind && headline.status == status)
      return language == MadeLanguage::english ? headline.en : headline.zh;
  return {};
}

Words madeFiller(MadeLanguage language, std::size_t number) {
  return language == MadeLanguage::english ? englishFillers[number % englishFillers.size()]
                                           : chineseFillers[number % chineseFillers.size()];
}

Words madeHead(MadeLanguage language, MadeHead head, Dice& dice) {
  const bool english = language == MadeLanguage::english;
  const bool other = dice.oneIn(2);
  switch (head) {
  case MadeHead::chronology:
    if (english) return other ? u"A chronology of contacts" : u"Background: the record of contacts";
    return other ? u"两国交往大事记" : u"资料：往来纪要";
  case MadeHead::chronologyIntroduction:
    return english ? u"The list below was compiled from public sources and is not complete."
                   : u"本文据公开资料整理，并不完整。";
  case MadeHead::ahead:
    if (english) return other ? u"The days ahead" : u"Diary of the coming days";
    return other ? u"未来数日日程" : u"日程预告";
  case MadeHead::aheadIntroduction:
    return english ? u"The diary is subject to change." : u"日程可能变动。";
  case MadeHead::background:
    break;
  }
  return english ? u"It follows a run of other contacts." : u"此前双方已有多次往来。";
}

text::Span appendFilled(std::u16string& text, MadeLanguage language, Words templateText,
                        const MadeFillings& fillings) {
  const std::size_t begin = text.size();
  text::Span date;
  const auto appendDate = [&](const std::u16string& form) {
    text += form;
    const auto end = static_cast<std::int32_t>(text.size());
    date = {end - static_cast<std::int32_t>(fillings.date.words.size()), end};
  };
  const Words preposition = language == MadeLanguage::english ? u"in " : u"";
  for (std::size_t at = 0; at < templateText.size(); ++at) {
    if (!isHole(templateText, at)) {
      // A title behind a name ends with a comma of its own: "Wang Yi, Director of …, and".
      const bool mark = templateText[at] == u',' || templateText[at] == u'.';
      if (mark && text.ends_with(u',')) text.pop_back();
      text += templateText[at];
      continue;
    }
    switch (templateText[at + 1]) {
    case u'S':
      text += fillings.first;
      break;
    case u'O':
      text += fillings.second;
      break;
    case u'P':
      text.append(preposition).append(fillings.place);
      break;
    case u'p':
      text += fillings.place;
      break;
    case u'T':
      appendDate(fillings.date.adverbial);
      break;
    case u't':
      appendDate(fillings.date.words);
      break;
    case u'1':
      text += fillings.topic;
      break;
    case u'2':
      text += fillings.other;
      break;
    case u'D':
      text += fillings.body;
      break;
    case u'N':
      text += fillings.rival;
      break;
    default:
      break;
    }
    at += 2;
  }
  if (text[begin] >= u'a' && text[begin] <= u'z')
    text[begin] = static_cast<char16_t>(text[begin] - u'a' + u'A');
  return date;
}

void makeTraditional(std::u16string& text) {
  static const std::unordered_map<char16_t, char16_t> forms = [] {
    std::unordered_map<char16_t, char16_t> pairs;
    for (std::size_t i = 0; i + 1 < traditionalForms.size(); i += 2)
      pairs.emplace(traditionalForms[i], traditionalForms[i + 1]);
    return pairs;
  }();
  for (char16_t& unit : text)
    if (const auto form = forms.find(unit); form != forms.end()) unit = form->second;
}

} // namespace demarche::bench
