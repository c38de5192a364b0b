// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/overview.h"

#include "ui/timeline/axis_text.h"
#include "ui/timeline/frame_painter.h"
#include "ui/timeline/view.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace demarche::ui {
namespace {

constexpr double sideReach = 5;       ///< pixels around a side of the window in which it is taken hold of
constexpr double narrowestWindow = 6; ///< drawn no narrower, however little of time is shown
constexpr double barWidth = 4;
constexpr double labelGap = 4;     ///< between the line of a unit and its name, and behind that
constexpr double lightened = 0.85; ///< of a kind's colour: the frame stands out from the columns

} // namespace

OverviewStrip::OverviewStrip(TimelineView& timeline, QWidget* parent)
    : QWidget(parent), m_timeline(timeline) {
  setAttribute(Qt::WA_OpaquePaintEvent);
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(tr("Overview of all events"));
  setToolTip(tr("All events by time; drag the frame to move the timeline"));
  connect(&timeline, &TimelineView::rangeChanged, this, [this] { update(); });
  connect(&timeline, &TimelineView::eventsChanged, this, &OverviewStrip::forgetCounts);
  recount();
}

QSize OverviewStrip::sizeHint() const {
  return {600, fontMetrics().height() + 26};
}
QSize OverviewStrip::minimumSizeHint() const {
  return {100, fontMetrics().height() + 26};
}

void OverviewStrip::forgetCounts() {
  m_countedBy.reset();
  recount();
}

/// Another width mostly counts by the same units.
void OverviewStrip::recount() {
  const timeline::Snapshot& snapshot = m_timeline.scene().snapshot();
  const timeline::Extent extent = m_timeline.scene().extent();
  m_scale = timeline::scaleOfAll(extent, m_timeline.scene().today(), width());
  const timeline::CalendarUnit unit = timeline::nestedUnitOf(barWidth / m_scale.pixelsPerDay());
  if (m_countedBy != unit) m_bins = timeline::densityOf(snapshot, unit);
  m_countedBy = unit;
  m_density = QPixmap();
  update();
}

QRectF OverviewStrip::window() const {
  const timeline::TimeScale& shown = m_timeline.scene().scale();
  double left = m_scale.x(shown.firstDay());
  double right = m_scale.x(shown.dayAt(m_timeline.scene().plotRect().width()));
  const double missing = narrowestWindow - (right - left);
  if (missing > 0) {
    left -= missing / 2;
    right += missing / 2;
  }
  return QRectF(QPointF(left, 0.5), QPointF(right, height() - 0.5))
      .intersected(QRectF(rect()).adjusted(0.5, 0, -0.5, 0));
}

void OverviewStrip::paintDensity() {
  const Theme theme = Theme::of(palette());
  m_density = QPixmap(size() * devicePixelRatioF());
  m_density.setDevicePixelRatio(devicePixelRatioF());
  m_density.fill(theme.base);
  QPainter painter(&m_density);
  const QFont font = smaller(this->font());
  paintAxis(painter, theme, font);
  paintBins(painter, theme, height() - QFontMetricsF(font).height() - 3);
  painter.setPen(theme.line);
  painter.drawLine(QLineF(0, 0.5, width(), 0.5));
}

/// Names only where the whole of them has room.
void OverviewStrip::paintAxis(QPainter& painter, const Theme& theme, const QFont& font) const {
  const QFontMetricsF metrics(font);
  const timeline::Axis axis = timeline::axisFor(m_scale, width(), metrics.height() / 16);
  painter.setFont(font);
  for (const timeline::Cell& cell : axis.minor) {
    const double left = std::round(m_scale.x(cell.first)) + 0.5;
    const QString text = axis.minorUnit >= timeline::CalendarUnit::year
                             ? minorText(cell, axis.minorUnit, locale(), false)
                             : majorText(cell, axis.minorUnit, locale());
    painter.setPen(theme.line);
    painter.drawLine(QLineF(left, 0, left, height()));
    const double end = left + labelGap + metrics.horizontalAdvance(text) + labelGap;
    if (left < 0 || end > std::min(m_scale.x(cell.end), static_cast<double>(width()))) continue;
    painter.setPen(theme.dimText);
    painter.drawText(QPointF(left + labelGap, height() - 4), text);
  }
}

void OverviewStrip::paintBins(QPainter& painter, const Theme& theme, double ground) const {
  std::uint32_t tallest = 1;
  for (const timeline::DensityBin& bin : m_bins)
    tallest = std::max(tallest, bin.count);
  for (const timeline::DensityBin& bin : m_bins) {
    const double left = std::round(m_scale.x(bin.cell.first));
    const double right = std::max(left + 2, std::round(m_scale.x(bin.cell.end)) - 1);
    // By the root: one event must be seen beside a hundred, for here one looks for where to go.
    const double tall = std::max(2.0, std::round((ground - 3) * std::sqrt(bin.count / double(tallest))));
    paintBin(painter, theme, bin, QRectF(left, ground - tall, right - left, tall));
  }
}

/// The kinds lie upon each other in the order of the lanes, the first on top.
void OverviewStrip::paintBin(QPainter& painter, const Theme& theme, const timeline::DensityBin& bin,
                             const QRectF& rect) const {
  const double ratio = m_density.devicePixelRatio();
  const auto onWholePixels = [ratio](double y) { return std::round(y * ratio) / ratio; };
  std::uint32_t above = 0;
  double top = rect.top();
  for (const model::EventKind kind : model::allEventKinds) {
    above += bin.kinds[static_cast<std::size_t>(kind)];
    const double bottom = onWholePixels(rect.top() + rect.height() * above / bin.count);
    painter.fillRect(QRectF(rect.left(), top, rect.width(), bottom - top),
                     mixed(theme.kind(kind), theme.base, lightened));
    top = bottom;
  }
}

void OverviewStrip::paintEvent(QPaintEvent*) {
  if (m_density.isNull() || m_density.devicePixelRatio() != devicePixelRatioF()) paintDensity();
  const Theme theme = Theme::of(palette());
  const QRectF shown = window();
  QPainter painter(this);
  painter.drawPixmap(0, 0, m_density);
  const QColor veil = withAlpha(theme.base, 0.55);
  painter.fillRect(QRectF(0, 1, std::max(0.0, shown.left()), height()), veil);
  painter.fillRect(QRectF(shown.right(), 1, std::max(0.0, width() - shown.right()), height()), veil);
  painter.fillRect(shown, withAlpha(theme.accent, 0.12));
  painter.setPen(QPen(theme.accent, 1));
  painter.drawRect(shown);
  painter.setPen(QPen(theme.accent, 3, Qt::SolidLine, Qt::RoundCap));
  const double middle = shown.center().y();
  for (const double side : {shown.left(), shown.right()})
    painter.drawLine(QLineF(side, middle - 6, side, middle + 6));
}

/// The sides of a frame that is too narrow to be taken hold of within are taken hold of beside it.
OverviewStrip::Grip OverviewStrip::gripAt(double x) const {
  const QRectF shown = window();
  const double within = std::min(sideReach, shown.width() / 4);
  if (x >= shown.left() - sideReach && x <= shown.left() + within) return Grip::first;
  if (x >= shown.right() - within && x <= shown.right() + sideReach) return Grip::last;
  return x >= shown.left() && x <= shown.right() ? Grip::body : Grip::none;
}

void OverviewStrip::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
  const double day = m_scale.dayAt(event->position().x());
  m_grip = gripAt(event->position().x());
  if (m_grip == Grip::none) {
    const auto [first, end] = m_timeline.shownDays();
    m_timeline.showDays(day - (end - first) / 2, day + (end - first) / 2);
    m_grip = Grip::body;
  }
  const auto [first, end] = m_timeline.shownDays();
  m_gripOffset = (m_grip == Grip::last ? end : first) - day;
}

void OverviewStrip::mouseMoveEvent(QMouseEvent* event) {
  const double x = event->position().x();
  const bool dragging = event->buttons() & Qt::LeftButton;
  const Grip grip = dragging ? m_grip : gripAt(x);
  setCursor(grip == Grip::none   ? Qt::ArrowCursor
            : grip == Grip::body ? Qt::OpenHandCursor
                                 : Qt::SizeHorCursor);
  if (dragging) dragTo(m_scale.dayAt(x) + m_gripOffset);
}

/// What is dragged goes to `day`; the side that is not stays where it is.
void OverviewStrip::dragTo(double day) {
  const auto [first, end] = m_timeline.shownDays();
  const timeline::ZoomLimits limits = timeline::zoomLimitsFor(m_timeline.scene().extent());
  switch (m_grip) {
  case Grip::none:
    break;
  case Grip::body:
    m_timeline.showDays(day, day + end - first);
    break;
  case Grip::first:
    m_timeline.showDays(std::clamp(day, end - limits.widestDays, end - limits.narrowestDays), end);
    break;
  case Grip::last:
    m_timeline.showDays(first, std::clamp(day, first + limits.narrowestDays, first + limits.widestDays));
    break;
  }
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent* event) {
  m_grip = Grip::none;
  QWidget::mouseReleaseEvent(event);
}

void OverviewStrip::wheelEvent(QWheelEvent* event) {
  event->accept();
  if (event->angleDelta().y() > 0) m_timeline.zoomIn();
  if (event->angleDelta().y() < 0) m_timeline.zoomOut();
}

void OverviewStrip::resizeEvent(QResizeEvent* event) {
  recount();
  QWidget::resizeEvent(event);
}

void OverviewStrip::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
      event->type() == QEvent::LocaleChange)
    recount();
  QWidget::changeEvent(event);
}

} // namespace demarche::ui
