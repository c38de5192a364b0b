// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/event_copy.h"

#include "ui/bridge/text.h"
#include "ui/models/words.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

namespace demarche::ui {

using namespace Qt::StringLiterals;

namespace {

struct Copy {
  Q_DECLARE_TR_FUNCTIONS(Copy)
};

/// Titles of the articles, or their names where they have none; each once.
QString sourcesOf(const EventSet& events, const model::Event& event) {
  QStringList sources;
  for (const model::Passage& passage : event.passages) {
    const service::ArticleSummary* const article = events.article(passage.article);
    sources += toQString(article == nullptr || article->title.empty() ? passage.article : article->title);
  }
  sources.removeDuplicates();
  return sources.join(Copy::tr("; ", "between titles of articles"));
}

QStringList cellsOf(const EventSet& events, const model::Event& event) {
  QStringList cells{Words::date(event.date), toQString(event.title), Words::people(event.participants),
                    Words::place(event), sourcesOf(events, event)};
  for (QString& cell : cells)
    cell = cell.simplified(); // tabs and ends of lines part cells and events
  return cells;
}

QString htmlRow(const QStringList& cells) {
  QString row;
  for (const QString& cell : cells)
    row += u"<td>%1</td>"_s.arg(cell.toHtmlEscaped());
  return u"<tr>%1</tr>"_s.arg(row);
}

} // namespace

std::unique_ptr<QMimeData> copyOf(const EventSet& events, const StoryRows& rows) {
  StoryRows byTime = rows;
  std::ranges::sort(byTime, {}, [&](StoryRow row) { return events.placeOf(row); });
  const EventSetPtr read = events.blocking();
  QStringList lines;
  QString table;
  for (const StoryRow row : byTime) {
    const model::Event* const event = read->find(row);
    if (event == nullptr) continue;
    const QStringList cells = cellsOf(*read, *event);
    lines += cells.join(u'\t');
    table += htmlRow(cells);
  }
  auto data = std::make_unique<QMimeData>();
  data->setText(lines.join(u'\n'));
  data->setHtml(u"<meta charset=\"utf-8\"><table>%1</table>"_s.arg(table));
  return data;
}

} // namespace demarche::ui
