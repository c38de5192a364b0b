// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/event_card.h"

#include "ui/bridge/text.h"
#include "ui/models/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace demarche::ui {

using namespace Qt::StringLiterals;

namespace {

struct Card {
  Q_DECLARE_TR_FUNCTIONS(Card)
};

/// A passage of the length that a glance takes in.
constexpr qsizetype longestQuote = 160;

QString quoteOf(const model::Event& event) {
  const QString text = toQString(event.passages.front().text).simplified();
  return text.size() <= longestQuote ? text : text.left(longestQuote) + u'…';
}

} // namespace

QString cardOf(const EventSet& events, const model::Event& event) {
  QStringList lines;
  lines += u"<b>%1</b>"_s.arg(toQString(event.title).toHtmlEscaped());
  lines += Card::tr("%1  ·  %2  ·  %3", "date, kind, status")
               .arg(Words::date(event.date), Words::kind(event.kind), Words::status(event.status))
               .toHtmlEscaped();
  for (const QString& line : {Words::people(event.participants), Words::place(event)})
    if (!line.isEmpty()) lines += line.toHtmlEscaped();
  lines += u"<i>%1</i>"_s.arg(Card::tr("“%1”").arg(quoteOf(event)).toHtmlEscaped());
  const service::ArticleSummary* article = events.article(event.passages.front().article);
  if (article != nullptr)
    lines += toQString(article->title.empty() ? article->source : article->title).toHtmlEscaped();
  return lines.join(u"<br>"_s);
}

} // namespace demarche::ui
