// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/sources_block.h"

#include "core/library/catalogue/catalogue.h"
#include "core/timeline/sources.h"
#include "ui/bridge/text.h"
#include "ui/timeline/frame_painter.h"

#include <QFontMetricsF>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace demarche::ui {
namespace {

constexpr double margin = 10;
constexpr double columnGap = 24;
constexpr double widestColumn = 22; ///< in text heights

/// Where a file lay on the disk of whoever made the picture says nothing to its readers.
QString nameOf(const QString& source) {
  if (source.contains(QLatin1String("://"))) return source;
  return source.section(u'/', -1, -1, QString::SectionSkipEmpty);
}

} // namespace

QStringList sourceNames(const timeline::Snapshot& snapshot, double first, double end) {
  QStringList names;
  for (const timeline::SourceCount& source : timeline::sourcesIn(snapshot, first, end))
    names += nameOf(toQString(snapshot.catalogue->sourceOf[source.article]));
  return names;
}

SourcesBlock::SourcesBlock(QStringList names, const Look& look, QSizeF most)
    : m_names(std::move(names)), m_look(look), m_width(most.width()), m_all(m_names.size()) {
  const QFontMetricsF metrics(smaller(look.font));
  m_lineHeight = std::ceil(1.25 * metrics.height());
  const double room = m_width - 2 * margin;
  double widest = 0;
  for (const QString& name : m_names)
    widest = std::max(widest, metrics.horizontalAdvance(name));
  m_columnWidth =
      std::ceil(std::min({widest, widestColumn * metrics.height(), room - columnGap})) + columnGap;
  const auto columns = std::max<qsizetype>(1, static_cast<qsizetype>((room + columnGap) / m_columnWidth));
  const auto mostRows = static_cast<qsizetype>((most.height() - 2 * margin) / m_lineHeight) - 1;
  if (m_names.isEmpty() || mostRows < 1) return;
  m_rows = std::min(mostRows, (m_all + columns - 1) / columns);
  // The last place says how many have none.
  if (m_all > m_rows * columns) m_names.resize(m_rows * columns - 1);
  m_height = std::ceil(2 * margin + static_cast<double>(m_rows + 1) * m_lineHeight);
}

void SourcesBlock::paint(QPainter& painter, double top) const {
  if (m_height == 0) return;
  const Theme& theme = m_look.theme;
  painter.fillRect(QRectF(0, top, m_width, m_height), theme.base);
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(QPen(theme.line, 1));
  painter.drawLine(QLineF(0, top + 0.5, m_width, top + 0.5));
  QFont font = smaller(m_look.font);
  const QFontMetricsF metrics(font);
  const auto draw = [&](qsizetype column, qsizetype line, const QString& text) {
    const double left = margin + static_cast<double>(column) * m_columnWidth;
    const double width = std::min(m_columnWidth - columnGap, m_width - margin - left);
    painter.drawText(
        QRectF(left, top + margin + static_cast<double>(line) * m_lineHeight, width + 1, m_lineHeight),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        metrics.elidedText(text, Qt::ElideMiddle, width));
  };
  painter.setFont(font);
  painter.setPen(theme.dimText);
  for (qsizetype index = 0; index < m_names.size(); ++index)
    draw(index / m_rows, index % m_rows + 1, m_names[index]);
  const qsizetype left = m_all - m_names.size();
  painter.setPen(theme.text);
  if (left > 0)
    draw(m_names.size() / m_rows, m_names.size() % m_rows + 1,
         tr("and %1 more", "sources").arg(m_look.locale.toString(left)));
  font.setWeight(QFont::DemiBold);
  painter.setFont(font);
  painter.drawText(QRectF(margin, top + margin, m_width - 2 * margin, m_lineHeight),
                   Qt::AlignLeft | Qt::AlignVCenter, tr("Sources"));
}

} // namespace demarche::ui
