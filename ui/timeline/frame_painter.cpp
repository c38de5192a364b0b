// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/frame_painter.h"

#include "ui/timeline/axis_text.h"
#include "ui/timeline/lane_text.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace demarche::ui {
namespace {

constexpr double margin = 10;
constexpr double cellPadding = 6;
constexpr double leastWeekendDay = 5; ///< pixels of a day from which on weekends are shaded

QFont bold(QFont font) {
  font.setWeight(QFont::DemiBold);
  return font;
}

double widthOf(const QString& text, const QFont& font) {
  return QFontMetricsF(font).horizontalAdvance(text);
}

} // namespace

QFont smaller(QFont font) {
  if (font.pixelSize() > 0)
    font.setPixelSize(std::max(8, font.pixelSize() - 1));
  else
    font.setPointSizeF(font.pointSizeF() * 0.92);
  return font;
}

/// How many are pictured, of how many.
QString FramePainter::eventCount() const {
  const QLocale& locale = m_scene.look().locale;
  const QRectF plot = m_scene.plotRect();
  const double first = m_scene.dayAt(plot.left());
  const double end = m_scene.dayAt(plot.right());
  const auto& items = m_scene.snapshot().items;
  const auto all = items.size() + m_scene.snapshot().undated.size();
  const auto shown = static_cast<std::size_t>(std::ranges::count_if(
      items, [&](const timeline::Item& item) { return item.last + 1.0 > first && item.first < end; }));
  if (shown < all) return tr("%1 of %2 events").arg(locale.toString(shown), locale.toString(all));
  return all == 1 ? tr("1 event") : tr("%1 events").arg(locale.toString(all));
}

void FramePainter::title() {
  if (m_scene.title().isEmpty()) return;
  const QRectF rect = m_scene.titleRect().adjusted(margin, 0, -margin, 0);
  const QString count = eventCount();
  m_painter.setFont(m_scene.look().font);
  m_painter.setPen(m_theme.dimText);
  m_painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, count);
  QFont font = bold(m_scene.look().font);
  font.setPixelSize(static_cast<int>(std::round(m_scene.textHeight() * 1.15)));
  m_painter.setFont(font);
  m_painter.setPen(m_theme.text);
  const double room = rect.width() - widthOf(count, m_scene.look().font) - 2 * margin;
  m_painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(font).elidedText(m_scene.title(), Qt::ElideRight, room));
}

void FramePainter::stripes(const QRectF& area) {
  m_painter.save();
  m_painter.setClipRect(area);
  for (std::size_t lane = 1; lane < m_scene.layout().lanes.size(); lane += 2) {
    const QRectF rect = m_scene.laneRect(lane);
    const double top = std::max(rect.top(), m_scene.laneArea(lane).top());
    if (top >= rect.bottom()) continue;
    m_painter.fillRect(QRectF(area.left(), top, area.width(), rect.bottom() - top).intersected(area),
                       m_theme.stripe);
  }
  m_painter.restore();
}

void FramePainter::stripes() {
  stripes(m_scene.plotRect());
}

/// Each text is kept in sight while any part of its cell is, and left out where it would reach beyond it.
void FramePainter::axisRow(const std::vector<timeline::Cell>& cells, timeline::CalendarUnit unit,
                           const QRectF& row, bool major) {
  const double bottom = m_scene.plotRect().bottom();
  const QLocale& locale = m_scene.look().locale;
  for (const timeline::Cell& cell : cells) {
    const double left = std::round(m_scene.xOfDay(cell.first)) + 0.5;
    const double right = std::round(m_scene.xOfDay(cell.end)) + 0.5;
    m_painter.setPen(QPen(major ? m_theme.line : mixed(m_theme.line, m_theme.base, 0.5), 1));
    if (left > row.left()) m_painter.drawLine(QLineF(left, row.top(), left, bottom));
    const QString text = major ? majorText(cell, unit, locale)
                               : minorText(cell, unit, locale, right - left > 6 * m_scene.textHeight());
    const double from = std::max(left, row.left()) + cellPadding;
    const double width = widthOf(text, m_painter.font());
    if (from + width > std::min(right - 1, row.right())) continue;
    m_painter.setPen(major ? m_theme.text : m_theme.dimText);
    m_painter.drawText(QRectF(from, row.top(), width + 1, row.height()), Qt::AlignLeft | Qt::AlignVCenter,
                       text);
  }
}

void FramePainter::hours(const timeline::Axis& axis, const QRectF& row) {
  const double bottom = m_scene.plotRect().bottom();
  const double first = std::floor(m_scene.dayAt(row.left()) * 24 / axis.hourStep) * axis.hourStep;
  const double last = m_scene.dayAt(row.right()) * 24;
  for (double hour = first; hour <= last; hour += axis.hourStep) {
    const double left = std::round(m_scene.xOfDay(hour / 24)) + 0.5;
    m_painter.setPen(QPen(mixed(m_theme.line, m_theme.base, 0.5), 1));
    if (left > row.left()) m_painter.drawLine(QLineF(left, row.top(), left, bottom));
    const QString text = hourText(static_cast<int>(hour - 24 * std::floor(hour / 24)), m_scene.look().locale);
    const double width = widthOf(text, m_painter.font());
    if (left < row.left() || left + cellPadding + width > row.right()) continue;
    m_painter.setPen(m_theme.dimText);
    m_painter.drawText(QRectF(left + cellPadding, row.top(), width + 1, row.height()),
                       Qt::AlignLeft | Qt::AlignVCenter, text);
  }
}

/// Saturdays and Sundays, which are days off on both sides, as soon as days can be told apart.
void FramePainter::weekends() {
  if (m_scene.scale().pixelsPerDay() < leastWeekendDay) return;
  const QRectF plot = m_scene.plotRect();
  const double last = m_scene.dayAt(plot.right());
  auto monday = timeline::startOf(timeline::CalendarUnit::week,
                                  static_cast<timeline::DayNumber>(std::floor(m_scene.dayAt(plot.left()))));
  for (; monday <= last; monday += 7) {
    const QRectF off(QPointF(std::round(m_scene.xOfDay(monday + 5)), m_scene.axisRect().center().y()),
                     QPointF(std::round(m_scene.xOfDay(monday + 7)), plot.bottom()));
    m_painter.fillRect(off.intersected(m_scene.axisRect().united(plot)), withAlpha(m_theme.dimText, 0.05));
  }
}

void FramePainter::axis() {
  const QRectF rect = m_scene.axisRect();
  const timeline::Axis axis = timeline::axisFor(m_scene.scale(), rect.width(), m_scene.textHeight() / 16);
  const double half = std::round(rect.center().y());
  m_painter.save();
  m_painter.setClipRect(rect.united(m_scene.plotRect()));
  m_painter.setRenderHint(QPainter::Antialiasing, false);
  m_painter.setFont(smaller(m_scene.look().font));
  const QRectF lower(rect.left(), half, rect.width(), rect.bottom() - half);
  axisRow(axis.minor, axis.minorUnit, lower, false);
  if (axis.hourStep > 0) hours(axis, lower);
  m_painter.setFont(bold(m_scene.look().font));
  axisRow(axis.major, axis.majorUnit, QRectF(rect.left(), rect.top(), rect.width(), half - rect.top()), true);
  m_painter.restore();
  m_painter.setPen(QPen(m_theme.line, 1));
  m_painter.drawLine(QLineF(0, rect.bottom() - 0.5, m_scene.size().width(), rect.bottom() - 0.5));
}

void FramePainter::today() {
  const QRectF plot = m_scene.plotRect();
  const double x = std::round(m_scene.xOfDay(m_scene.today() + 0.5)) + 0.5;
  if (x < plot.left() || x > plot.right()) return;
  m_painter.setRenderHint(QPainter::Antialiasing, true);
  m_painter.setPen(QPen(withAlpha(m_theme.today, 0.7), 1, Qt::DashLine));
  m_painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()));
  m_painter.setPen(Qt::NoPen);
  m_painter.setBrush(m_theme.today);
  m_painter.drawPolygon(QPolygonF({{x - 5, plot.top() - 1}, {x + 5, plot.top() - 1}, {x, plot.top() + 5}}));
}

/// Says that a click folds the lane, or opens it.
void FramePainter::chevron(const QRectF& rect, bool collapsed) {
  const double arm = rect.width() * 0.26;
  const QPointF middle = rect.center();
  const QPointF along = collapsed ? QPointF(arm * 0.6, 0) : QPointF(0, arm * 0.6);
  const QPointF across = collapsed ? QPointF(0, arm) : QPointF(arm, 0);
  m_painter.setRenderHint(QPainter::Antialiasing, true);
  m_painter.setPen(QPen(m_theme.dimText, 1.4));
  m_painter.setBrush(Qt::NoBrush);
  m_painter.drawPolyline(QPolygonF({middle - along - across, middle + along, middle - along + across}));
}

/// Its head, its plate and its needle, upright.
void FramePainter::pin(const QRectF& rect) {
  const double x = rect.center().x();
  const double arm = rect.width() * 0.42;
  const double plate = rect.top() + rect.height() * 0.62;
  m_painter.setRenderHint(QPainter::Antialiasing, true);
  m_painter.setPen(QPen(m_theme.accent, 1.4));
  m_painter.setBrush(m_theme.accent);
  m_painter.drawPolygon(QPolygonF({{x - arm * 0.55, rect.top()},
                                   {x + arm * 0.55, rect.top()},
                                   {x + arm * 0.55, plate},
                                   {x - arm * 0.55, plate}}));
  m_painter.drawLine(QLineF(x - arm, plate, x + arm, plate));
  m_painter.drawLine(QLineF(x, plate, x, rect.bottom() + 1));
}

/// Pinned lanes stand out from those below.
void FramePainter::tint(std::size_t lane) {
  const QRectF whole = m_scene.laneRect(lane);
  const double left = m_scene.headingsRect().left();
  m_painter.fillRect(QRectF(left, whole.top(), m_scene.headingsRect().width(), whole.height()),
                     withAlpha(m_theme.accent, m_theme.dark ? 0.16 : 0.1));
  if (m_scene.isPinned(lane + 1)) return;
  m_painter.setRenderHint(QPainter::Antialiasing, false);
  m_painter.setPen(QPen(m_theme.accent, 2));
  m_painter.drawLine(QLineF(left, std::round(whole.bottom()), whole.right(), std::round(whole.bottom())));
}

/// A heading stays in sight as long as any row of its lane does.
void FramePainter::heading(std::size_t lane) {
  const QRectF headings = m_scene.headingsRect();
  const QRectF whole = m_scene.laneRect(lane);
  const double height = m_scene.rowHeight();
  const double padding = m_scene.lanePadding();
  const double top = std::min(std::max(whole.top() + padding, m_scene.laneArea(lane).top()),
                              whole.bottom() - padding - height);
  const QRectF rect = m_scene.bodyOf(QRectF(margin, top, headings.width() - 2 * margin, height));
  const timeline::Lane& shown = m_scene.layout().lanes[lane];
  const double swatch = std::round(m_scene.textHeight() * 0.62);
  double left = 0;
  if (!m_scene.isPicture()) {
    chevron(QRectF(rect.left() - 3, rect.center().y() - swatch / 2, swatch, swatch), shown.collapsed);
    left += swatch + 3;
  }
  if (m_scene.isPinned(lane)) {
    pin(QRectF(rect.left() + left, rect.center().y() - swatch / 2, swatch, swatch));
    left += swatch + 8;
  }
  if (shown.key.grouping == timeline::Grouping::kind) { // other lanes have events of all colours
    m_painter.setRenderHint(QPainter::Antialiasing, true);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(laneColor(m_theme, shown.key));
    m_painter.drawRoundedRect(QRectF(rect.left() + left, rect.center().y() - swatch / 2, swatch, swatch), 2,
                              2);
    left += swatch + 8;
  }

  const QString count = m_scene.look().locale.toString(static_cast<qulonglong>(shown.size()));
  const QFont& font = m_scene.look().font;
  m_painter.setFont(font);
  m_painter.setPen(m_theme.dimText);
  m_painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, count);
  const QRectF name = rect.adjusted(left, 0, -widthOf(count, font) - 6, 0);
  m_painter.setPen(m_theme.text);
  m_painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(font).elidedText(m_scene.laneTitle(lane),
                                                    m_scene.isOfSource(lane) ? Qt::ElideLeft : Qt::ElideRight,
                                                    name.width()));
}

void FramePainter::headings() {
  const QRectF rect = m_scene.headingsRect();
  // SVG knows no clipping: what of the marks reaches out of the plot is painted over.
  m_painter.fillRect(rect, m_theme.base);
  stripes(rect);
  m_painter.save();
  m_painter.setClipRect(rect.united(m_scene.plotRect()));
  for (std::size_t lane = 0; lane < m_scene.layout().lanes.size(); ++lane) {
    const QRectF whole = m_scene.laneRect(lane);
    const QRectF area = m_scene.laneArea(lane);
    if (!whole.intersects(area)) continue;
    m_painter.setClipRect(QRectF(QPointF(rect.left(), area.top()), area.bottomRight()));
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.setPen(QPen(m_theme.line, 1));
    m_painter.drawLine(
        QLineF(0, std::round(whole.bottom()) - 0.5, whole.right(), std::round(whole.bottom()) - 0.5));
    if (m_scene.isPinned(lane)) tint(lane);
    heading(lane);
  }
  m_painter.restore();
  m_painter.setRenderHint(QPainter::Antialiasing, false);
  m_painter.setPen(QPen(m_theme.line, 1));
  const double bottom = m_scene.footerRect().top();
  m_painter.drawLine(QLineF(rect.right() + 0.5, m_scene.axisRect().top(), rect.right() + 0.5, bottom));
}

void FramePainter::legendSign(const LegendEntry& entry, MarkPainter& marks) {
  const QFont font = smaller(m_scene.look().font);
  const double size = std::round(m_scene.textHeight() * 0.62);
  switch (entry.sign) {
  case LegendEntry::Sign::kind:
    m_painter.setRenderHint(QPainter::Antialiasing, true);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.kind(entry.kind));
    m_painter.drawRoundedRect(QRectF(entry.mark.left(), entry.mark.center().y() - size / 2, size, size), 2,
                              2);
    break;
  case LegendEntry::Sign::status:
    marks.point(entry.mark, {.status = entry.status}, size);
    break;
  case LegendEntry::Sign::vague:
    marks.bar(entry.mark, {.last = 2, .sureFirst = 2, .softFirst = true, .softLast = true}, entry.mark);
    break;
  case LegendEntry::Sign::cluster:
    marks.cluster(entry.mark.adjusted(0, -2, 0, 2),
                  {std::nullopt, model::EventStatus::occurred, QStringLiteral("3")}, font);
    break;
  case LegendEntry::Sign::sources:
    marks.point(entry.mark, {.sources = 2}, size);
    break;
  case LegendEntry::Sign::corrected:
    marks.point(entry.mark, {.corrected = true}, size);
    break;
  case LegendEntry::Sign::today:
    m_painter.setPen(QPen(m_theme.today, 1, Qt::DashLine));
    m_painter.drawLine(QLineF(entry.mark.center().x(), entry.mark.top() - 2, entry.mark.center().x(),
                              entry.mark.bottom() + 2));
    break;
  }
}

void FramePainter::legend() {
  constexpr double filteredOut = 0.45; ///< how strongly it is drawn
  Theme grey = m_theme;                // shapes speak of every kind here, so they have the colour of none
  grey.kinds.fill(m_theme.dimText);
  VectorMarkPainter marks(m_painter, grey);
  QFont font = smaller(m_scene.look().font);
  for (const LegendEntry& entry : legendOf(m_scene)) {
    m_painter.save();
    if (entry.filteredOut) m_painter.setOpacity(filteredOut);
    legendSign(entry, marks);
    m_painter.restore();
    font.setStrikeOut(entry.filteredOut);
    m_painter.setFont(font);
    m_painter.setPen(m_theme.dimText);
    m_painter.drawText(QRectF(QPointF(entry.mark.right() + 6, entry.rect.top()), entry.rect.bottomRight()),
                       Qt::AlignLeft | Qt::AlignVCenter, entry.text);
  }
}

void FramePainter::footer() {
  const QRectF rect = m_scene.footerRect();
  if (rect.isEmpty()) return;
  m_painter.fillRect(rect, m_theme.base);
  m_painter.setRenderHint(QPainter::Antialiasing, false);
  m_painter.setPen(QPen(m_theme.line, 1));
  m_painter.drawLine(QLineF(rect.left(), rect.top() + 0.5, rect.right(), rect.top() + 0.5));
  const QRectF undated = undatedRect(m_scene);
  legend();
  if (undated.isEmpty()) return;
  QFont font = smaller(m_scene.look().font);
  font.setUnderline(!m_scene.isPicture());
  m_painter.setFont(font);
  m_painter.setPen(m_theme.text);
  m_painter.drawText(undated, Qt::AlignLeft | Qt::AlignVCenter, undatedText(m_scene));
}

} // namespace demarche::ui
