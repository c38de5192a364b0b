// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/event_card.h"

#include "ui/bridge/text.h"
#include "ui/models/card_text.h"
#include "ui/models/event_threads.h"
#include "ui/models/words.h"

#include <QCoreApplication>
#include <QStringList>
#include <cmath>

namespace demarche::ui {

using namespace Qt::StringLiterals;

namespace {

struct Card {
  Q_DECLARE_TR_FUNCTIONS(Card)
};

/// A passage of the length that a glance takes in.
constexpr qsizetype longestQuote = 160;
constexpr qsizetype mostSources = 3;

QString line(const QString& text) {
  return text.isEmpty() ? QString() : paragraph(text);
}

/// In words, and as it is written in files.
QString dateOf(const model::Event& event) {
  return Words::date(event.date).toHtmlEscaped() + u"&nbsp;&nbsp;"_s +
         dimmed(asCode(toQString(event.date.str()).toHtmlEscaped()));
}

/// "Meeting · Occurred · Ministers · 87% sure"
QString traitsOf(const model::Event& event) {
  QStringList traits{Words::kind(event.kind), Words::status(event.status)};
  if (event.level != model::Level::unknown) traits += Words::level(event.level);
  traits += Card::tr("%1% sure").arg(std::floor(100 * event.confidence));
  return dimmed(traits.join(u" · "_s).toHtmlEscaped());
}

QString peopleOf(const model::Event& event, model::Side side) {
  std::vector<model::Participant> people;
  for (const model::Participant& participant : event.participants)
    if (participant.side == side) people.push_back(participant);
  if (people.empty()) return {};
  return dimmed(Card::tr("%1:", "a side, before its people").arg(Words::side(side)).toHtmlEscaped()) + u' ' +
         Words::people(people).toHtmlEscaped();
}

QString quoteOf(const model::Event& event) {
  const QString text = toQString(event.passages.front().text).simplified();
  const QString quote = text.size() <= longestQuote ? text : text.left(longestQuote) + u'…';
  return Card::tr("“%1”").arg(quote).toHtmlEscaped();
}

/// What the articles that tell it are called, each once.
QStringList sourcesOf(const EventSet& events, const model::Event& event) {
  QStringList seen;
  QStringList names;
  for (const model::Passage& passage : event.passages) {
    const QString source = toQString(passage.article);
    if (seen.contains(source)) continue;
    seen += source;
    const service::ArticleSummary* const article = events.article(passage.article);
    names += article == nullptr || article->title.empty() ? source : toQString(article->title);
  }
  return names;
}

QString sourcesLine(const EventSet& events, const model::Event& event) {
  const QStringList names = sourcesOf(events, event);
  const QString count = Card::tr("%Ln source(s)", "", static_cast<int>(names.size()));
  QString text = Card::tr("%1: %2", "so many sources, what they are called")
                     .arg(count, names.mid(0, mostSources).join(Card::tr("; ", "between sources")));
  if (names.size() > mostSources) text += u" …"_s;
  return dimmed(text.toHtmlEscaped());
}

} // namespace

QString cardOf(const EventSet& events, const model::Event& event) {
  QString text = paragraph(u"<b>%1</b>"_s.arg(toQString(event.title).toHtmlEscaped()));
  text += paragraph(dateOf(event));
  text += paragraph(traitsOf(event));
  for (const model::Side side : {model::Side::us, model::Side::cn, model::Side::other})
    text += line(peopleOf(event, side));
  text += line(Words::place(event).toHtmlEscaped());
  text += line(ThreadWords::of(events, event).toHtmlEscaped());
  text += paragraph(quoteOf(event));
  text += paragraph(sourcesLine(events, event));
  return card(text);
}

} // namespace demarche::ui
