// SPDX-License-Identifier: Apache-2.0
#include "library.h"

#include "core/model/event.h"

#include <array>
#include <fmt/format.h>
#include <string>
#include <vector>

namespace demarche::ui {
namespace {

using model::EventKind;
using model::EventStatus;

struct Told {
  const char* date;
  EventKind kind;
  const char* english;
  const char* chinese;
  EventStatus status = EventStatus::occurred;
};

// Made up in what they tell, so that nobody takes them for a source.
constexpr std::array told{
    Told{"1883~", EventKind::posting, "First consul takes up his post", "首任领事到任"},
    Told{"1901-09-07", EventKind::agreement, "Protocol signed", "签署议定书"},
    Told{"192X", EventKind::letter, "Letters between the universities", "两国大学往来书信"},
    Told{"1943-01/1943-05", EventKind::agreement, "Treaty on equal terms", "签订平等新约"},
    Told{"1955-08-01/1970", EventKind::workingGroup, "Ambassadors' talks in Geneva and Warsaw",
         "日内瓦与华沙大使级会谈"},
    Told{"1971-04", EventKind::visit, "Table tennis team visits Beijing", "乒乓球队访问北京"},
    Told{"1972-02-21/1972-02-28", EventKind::visit, "President visits China", "总统访华"},
    Told{"1979-01-01", EventKind::agreement, "Diplomatic relations begin", "正式建立外交关系"},
    Told{"1984-12?", EventKind::meeting, "Ministers may have met in London", "两国外长可能在伦敦会晤"},
    Told{"2001-04-01/2001-04-11", EventKind::incident, "Aircraft collide near Hainan", "海南岛附近军机相撞"},
    Told{"2018-07/..", EventKind::measure, "Tariffs on imports", "对进口商品加征关税"},
    Told{"2022-12-31/2023-03-15", EventKind::workingGroup, "Commission on agriculture sits",
         "农业联合委员会开会"},
    Told{"2023-02-05", EventKind::visit, "Secretary's visit to Beijing", "国务卿访问北京",
         EventStatus::cancelled},
    Told{"2023-05-10/2023-05-11", EventKind::meeting, "Advisers meet in Vienna", "高级官员在维也纳会晤"},
    Told{"2023-05-18", EventKind::call, "Ministers of commerce speak by telephone", "两国商务部长通电话"},
    Told{"2023-05-18", EventKind::meeting, "Envoy received at the ministry", "大使到外交部会谈"},
    Told{"2023-05-18/2023-05-19", EventKind::visit, "Delegation of governors visits Guangdong",
         "州长代表团访问广东"},
    Told{"2023-05-17/2023-05-20", EventKind::workingGroup, "Climate working group", "气候工作组会议"},
    Told{"2023-05-19", EventKind::letter, "Letter on student exchange", "就学生交流致函"},
    Told{"2023-05-25/2023-05-26", EventKind::meeting, "Trade ministers meet in Washington",
         "贸易部长在华盛顿会面"},
    Told{"2023-06-18/2023-06-19", EventKind::visit, "Secretary visits Beijing", "国务卿访华",
         EventStatus::planned},
    Told{"2023-11-15", EventKind::meeting, "Presidents meet at Woodside", "两国元首在伍德赛德会晤",
         EventStatus::planned},
    Told{"2023-05~", EventKind::measure, "Export rules under review", "出口规定接受审查",
         EventStatus::planned},
    Told{"unknown", EventKind::meeting, "A meeting without a date", "日期不明的会晤"}};

constexpr std::array articles{
    "https://example.org/chronology-of-visits",     "annual-report-2023.html", "wire-vienna.txt",
    "https://example.org/press/2023/05/18/readout", "memoirs-chapter-7.html",  "gazette.txt"};

void tell(model::Event& event, const std::string& article) {
  model::Passage passage;
  passage.article = article;
  event.passages.push_back(passage);
}

model::Event eventOf(const std::string& date, std::size_t number, EventKind kind) {
  model::Event event;
  event.id = fmt::format("{:04}", number);
  event.kind = kind;
  event.date = date == "unknown" ? time::Edtf() : time::Edtf::parse(date).value();
  event.confidence = 0.9;
  tell(event, articles[number % articles.size()]);
  if (number % 4 == 0) tell(event, articles[(number + 1) % articles.size()]);
  if (number % 9 == 0) event.corrected = {"title"};
  return event;
}

/// A generator of our own: those of the standard library differ from one to the next.
class Numbers {
 public:
  unsigned below(unsigned end) {
    m_state = m_state * 1664525u + 1013904223u;
    return (m_state >> 16) % end;
  }

 private:
  unsigned m_state = 20230518;
};

/// What fills the pictures.
model::Event talksOn(const std::string& date, std::size_t number, Numbers& numbers, TitleLanguage language) {
  model::Event event = eventOf(date, number, model::allEventKinds[numbers.below(9)]);
  event.status = numbers.below(8) == 0   ? EventStatus::planned
                 : numbers.below(8) == 0 ? EventStatus::cancelled
                                         : EventStatus::occurred;
  event.title = language == TitleLanguage::english ? fmt::format("Talks, round {}", number)
                                                   : fmt::format("第{}轮会谈", number);
  return event;
}

} // namespace

EventSetPtr picturedLibrary(TitleLanguage language) {
  std::vector<model::Event> events;
  for (const Told& one : told) {
    model::Event event = eventOf(one.date, events.size(), one.kind);
    event.status = one.status;
    event.title = language == TitleLanguage::english ? one.english : one.chinese;
    event.level = model::Level::leader;
    events.push_back(event);
  }
  Numbers numbers;
  for (int index = 0; index < 500; ++index) {
    const unsigned year = 1973 + numbers.below(50);
    std::string date = fmt::format("{}-{:02}", year, 1 + numbers.below(12));
    if (numbers.below(5) > 0) date += fmt::format("-{:02}", 1 + numbers.below(28));
    events.push_back(talksOn(date, events.size(), numbers, language));
  }
  for (int index = 0; index < 60; ++index)
    events.push_back(
        talksOn(fmt::format("2023-05-{:02}", 1 + numbers.below(31)), events.size(), numbers, language));
  return eventSetOf(events);
}

} // namespace demarche::ui
