// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/view.h"

#include "ui/bridge/text.h"
#include "ui/timeline/accessible.h"
#include "ui/timeline/axis_text.h"
#include "ui/timeline/frame_painter.h"
#include "ui/timeline/lane_text.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace demarche::ui {
namespace {

constexpr double wheelStep = 120; ///< what a notch of a wheel counts
constexpr double zoomPerNotch = 1.25;
constexpr double panShare = 0.15; ///< of the view, by an arrow key
constexpr std::uint32_t mostNamesInCard = 8;

timeline::DayNumber todayNumber() {
  return dayNumberOf(QDate::currentDate());
}

/// Notches to the right and up, whatever device they come from.
QPointF notches(const QWheelEvent& event) {
  return QPointF(event.angleDelta()) / wheelStep;
}

} // namespace

TimelineView::TimelineView(QWidget* parent)
    : QWidget(parent),
      m_painter(TimelinePainter::Medium::screen),
      m_scrollBar(new QScrollBar(Qt::Vertical, this)) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setAccessibleName(tr("Timeline"));
  installTimelineAccessibility();
  m_scrollBar->hide();
  m_scrollBar->setFocusPolicy(Qt::NoFocus);
  connect(m_scrollBar, &QScrollBar::valueChanged, this, [this](int value) { setScroll(value); });
  updateLook();
  m_scene.setToday(todayNumber());
  m_scene.setScale(timeline::scaleOfAll({}, m_scene.today(), m_scene.plotRect().width()));
}

void TimelineView::setSnapshot(timeline::SnapshotPtr snapshot) {
  setSnapshot(std::move(snapshot), selected());
}

void TimelineView::setSnapshot(timeline::SnapshotPtr snapshot, const QString& selected) {
  const QString before = this->selected();
  const bool first = m_scene.snapshot().items.empty();
  const std::optional<std::uint32_t> held = anchor();
  const std::string heldId = held ? m_scene.snapshot().ids[*held] : std::string();
  const double heldTop = held ? topOf(*held) : 0;
  const double left = m_scene.plotRect().left();
  m_hovered.reset();
  m_selected.reset();
  m_scene.setToday(todayNumber());
  m_scene.setSnapshot(std::move(snapshot));
  m_selected = m_scene.snapshot().find(toUtf8(selected));
  updateScrollBar();
  if (first && !m_rangeChosen) {
    const timeline::Extent extent = m_scene.extent();
    setScale(timeline::scaleOfAll(extent, m_scene.today(), m_scene.plotRect().width()));
  }
  // Longer counts make the headings wider; what is in sight stays where it is beside them.
  if (m_rangeChosen) setScale(m_scene.scale().pannedBy(left - m_scene.plotRect().left()));
  if (const auto item = held ? m_scene.snapshot().find(heldId) : std::nullopt)
    setScroll(m_scene.scroll() + topOf(*item) - heldTop);
  hoverWhereTheMouseIs();
  forgetFrame();
  Q_EMIT snapshotChanged();
  if (this->selected() != before) Q_EMIT selectionChanged(this->selected());
}

void TimelineView::setSelected(const QString& id) {
  if (id == selected()) return;
  select(m_scene.snapshot().find(toUtf8(id)));
}

QString TimelineView::selected() const {
  return m_selected ? idOf(*m_selected) : QString();
}

QString TimelineView::idOf(std::uint32_t item) const {
  return toQString(m_scene.snapshot().ids[item]);
}

void TimelineView::showRange(QDate first, QDate last) {
  if (!first.isValid() || !last.isValid() || last < first) return;
  showDays(dayNumberOf(first), dayNumberOf(last) + 1.0);
}

void TimelineView::showDays(double first, double end) {
  m_rangeChosen = true;
  setScale(timeline::TimeScale::showing(first, end, m_scene.plotRect().width(),
                                        timeline::zoomLimitsFor(m_scene.extent())));
}

std::pair<QDate, QDate> TimelineView::shownRange() const {
  const double end = m_scene.scale().dayAt(m_scene.plotRect().width());
  return {dateOf(static_cast<timeline::DayNumber>(std::floor(m_scene.scale().firstDay()))),
          dateOf(static_cast<timeline::DayNumber>(std::ceil(end)) - 1)};
}

void TimelineView::fitAll() {
  m_rangeChosen = false;
  const timeline::Extent extent = m_scene.extent();
  setScale(timeline::scaleOfAll(extent, m_scene.today(), m_scene.plotRect().width()));
}

void TimelineView::zoomIn() {
  zoomAt(m_scene.plotRect().center().x(), zoomPerNotch);
}
void TimelineView::zoomOut() {
  zoomAt(m_scene.plotRect().center().x(), 1 / zoomPerNotch);
}
void TimelineView::goToToday() {
  centreOn(m_scene.today() + 0.5);
}
void TimelineView::setGrouping(timeline::Grouping grouping) {
  rearrange([&] { m_scene.setGrouping(grouping); });
}

void TimelineView::setAllCollapsed(bool collapsed) {
  rearrange([&] { m_scene.setAllCollapsed(collapsed); });
}

void TimelineView::toggleLane(std::size_t lane) {
  const timeline::Lane held = m_scene.layout().lanes[lane];
  rearrange([&] { m_scene.setCollapsed(held.key, !held.collapsed); });
}

/// Changes where things stand; the time in view stays the same.
void TimelineView::rearrange(const std::function<void()>& change) {
  const timeline::TimeScale before = m_scene.scale();
  const double shown = m_scene.plotRect().width() / before.pixelsPerDay();
  m_hovered.reset();
  change();
  updateScrollBar();
  const timeline::Extent extent = m_scene.extent();
  const double width = m_scene.plotRect().width();
  setScale(m_rangeChosen ? timeline::TimeScale::showing(before.firstDay(), before.firstDay() + shown, width,
                                                        timeline::zoomLimitsFor(extent))
                         : timeline::scaleOfAll(extent, m_scene.today(), width));
  forgetFrame();
}

void TimelineView::selectNext() {
  selectStep(1);
}
void TimelineView::selectPrevious() {
  selectStep(-1);
}

void TimelineView::setScale(const timeline::TimeScale& scale) {
  if (scale == m_scene.scale()) return;
  m_hovered.reset();
  m_scene.setScale(scale);
  forgetFrame();
  const auto [first, last] = shownRange();
  Q_EMIT rangeChanged(first, last);
}

void TimelineView::setScroll(double scroll) {
  const double before = m_scene.scroll();
  m_scene.setScroll(scroll);
  if (m_scene.scroll() == before) return;
  m_scrollBar->setValue(static_cast<int>(std::round(m_scene.scroll())));
  forgetFrame();
}

void TimelineView::zoomAt(double x, double factor) {
  m_rangeChosen = true;
  const QRectF plot = m_scene.plotRect();
  const timeline::ZoomLimits limits = timeline::zoomLimitsFor(m_scene.extent());
  setScale(
      m_scene.scale().zoomedAt(std::clamp(x - plot.left(), 0.0, plot.width()), factor, plot.width(), limits));
}

void TimelineView::pan(double pixels) {
  m_rangeChosen = true;
  setScale(m_scene.scale().pannedBy(pixels));
}

void TimelineView::centreOn(double day) {
  pan(m_scene.plotRect().center().x() - m_scene.xOfDay(day));
}

void TimelineView::select(std::optional<std::uint32_t> item) {
  if (item) reveal(*item);
  if (item == m_selected) return;
  m_selected = item;
  update();
  announceSelection();
  Q_EMIT selectionChanged(selected());
}

void TimelineView::announceSelection() {
  if (!QAccessible::isActive() || !hasFocus()) return;
  QAccessibleInterface* const list = QAccessible::queryAccessibleInterface(this);
  QAccessibleInterface* const chosen = list == nullptr ? nullptr : list->focusChild();
  if (chosen == nullptr) return;
  QAccessibleEvent event(this, QAccessible::Focus);
  event.setChild(list->indexOfChild(chosen));
  QAccessible::updateAccessibility(&event);
}

/// From nowhere, the first step goes to the first event in sight.
void TimelineView::selectStep(int step) {
  const auto& items = m_scene.snapshot().items;
  if (items.empty()) return;
  if (m_selected) {
    const auto next = static_cast<std::int64_t>(*m_selected) + step;
    if (next >= 0 && next < static_cast<std::int64_t>(items.size())) select(static_cast<std::uint32_t>(next));
    return;
  }
  const auto seen = std::partition_point(items.begin(), items.end(), [this](const timeline::Item& item) {
    return item.first < m_scene.scale().firstDay();
  });
  const auto index = seen == items.end() ? items.size() - 1 : static_cast<std::size_t>(seen - items.begin());
  select(static_cast<std::uint32_t>(index));
}

void TimelineView::reveal(std::uint32_t item) {
  const timeline::Item& shown = m_scene.snapshot().items[item];
  const QRectF plot = m_scene.plotRect();
  const double left = m_scene.xOfDay(shown.first);
  const double right = m_scene.xOfDay(shown.last + 1.0);
  if (right < plot.left() + 12 || left > plot.right() - 12) centreOn((shown.first + shown.last + 1) / 2.0);

  const QRectF row = m_scene.markRect(m_scene.markOf(item));
  if (row.top() < plot.top()) setScroll(m_scene.scroll() - (plot.top() - row.top()));
  if (row.bottom() > plot.bottom()) setScroll(m_scene.scroll() + row.bottom() - plot.bottom());
}

double TimelineView::topOf(std::uint32_t item) const {
  return m_scene.markRect(m_scene.markOf(item)).top();
}

/// The event by which one would notice that rows have moved: the selected one, or the uppermost in sight.
/// Nothing when all rows are in sight, which then have their places by how many they are.
std::optional<std::uint32_t> TimelineView::anchor() const {
  if (m_scrollBar->maximum() == 0) return std::nullopt;
  const QRectF plot = m_scene.plotRect();
  const auto inSight = [&](const QRectF& rect) {
    return rect.top() >= plot.top() && rect.bottom() <= plot.bottom();
  };
  if (m_selected) {
    const QRectF mark = m_scene.markRect(m_scene.markOf(*m_selected));
    if (inSight(mark) && mark.intersects(plot)) return m_selected;
  }
  for (std::size_t lane = 0; lane < m_scene.layout().lanes.size(); ++lane) {
    for (std::size_t row = 0; row < m_scene.layout().lanes[lane].rows; ++row) {
      const auto& marks = m_scene.marksIn(lane, row);
      if (!marks.empty() && inSight(m_scene.rowRect(lane, row)))
        return timeline::itemsOf(m_scene.layout(), marks.front()).front();
    }
  }
  return std::nullopt;
}

void TimelineView::hoverWhereTheMouseIs() {
  if (underMouse() && !m_drag) setHovered(m_scene.markAt(mapFromGlobal(QCursor::pos())));
}

bool TimelineView::runKey(int key, Qt::KeyboardModifiers modifiers) {
  const double step = panShare * m_scene.plotRect().width();
  switch (key) {
  case Qt::Key_Left:
    pan(step);
    return true;
  case Qt::Key_Right:
    pan(-step);
    return true;
  case Qt::Key_Up:
    setScroll(m_scene.scroll() - m_scene.rowHeight());
    return true;
  case Qt::Key_Down:
    setScroll(m_scene.scroll() + m_scene.rowHeight());
    return true;
  case Qt::Key_PageUp:
    setScroll(m_scene.scroll() - m_scene.plotRect().height());
    return true;
  case Qt::Key_PageDown:
    setScroll(m_scene.scroll() + m_scene.plotRect().height());
    return true;
  case Qt::Key_Plus:
  case Qt::Key_Equal:
    zoomIn();
    return true;
  case Qt::Key_Minus:
    zoomOut();
    return true;
  case Qt::Key_0:
    if (modifiers != Qt::NoModifier && modifiers != Qt::KeypadModifier) return false;
    fitAll();
    return true;
  case Qt::Key_Home:
  case Qt::Key_End: {
    const std::size_t count = m_scene.snapshot().items.size();
    if (count > 0) select(key == Qt::Key_Home ? 0 : static_cast<std::uint32_t>(count - 1));
    return true;
  }
  case Qt::Key_Return:
  case Qt::Key_Enter:
    if (m_selected) Q_EMIT eventActivated(selected());
    return m_selected.has_value();
  case Qt::Key_Escape:
    if (!m_selected) return false;
    select(std::nullopt);
    return true;
  default:
    return false;
  }
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
  constexpr auto foreign = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
  if ((event->modifiers() & foreign) || !runKey(event->key(), event->modifiers()))
    QWidget::keyPressEvent(event);
}

/// Tab walks the events and leaves the timeline after the last one, so that nobody is caught in it.
bool TimelineView::focusNextPrevChild(bool next) {
  const auto before = m_selected;
  selectStep(next ? 1 : -1);
  return m_selected != before || QWidget::focusNextPrevChild(next);
}

void TimelineView::wheelEvent(QWheelEvent* event) {
  event->accept();
  const QPointF turned = notches(*event);
  const bool besidePlot = event->position().x() < m_scene.plotRect().left();
  // With Shift, some platforms have already turned the wheel sideways.
  const bool sideways = event->modifiers() & Qt::ShiftModifier || std::abs(turned.x()) > std::abs(turned.y());
  if (sideways)
    pan((std::abs(turned.x()) > std::abs(turned.y()) ? turned.x() : turned.y()) * panShare *
        m_scene.plotRect().width());
  else if (besidePlot)
    setScroll(m_scene.scroll() - turned.y() * 3 * m_scene.rowHeight());
  else
    zoomAt(event->position().x(), std::pow(zoomPerNotch, turned.y()));
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
  m_drag = Drag{event->position(), m_scene.scale(), m_scene.scroll(), false};
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
  const QPointF point = event->position();
  if (!m_drag) {
    setHovered(m_scene.markAt(point));
    const bool link = FramePainter::undatedRect(m_scene).contains(point);
    setCursor(m_hovered || link || m_scene.headingAt(point) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    return;
  }
  const QPointF moved = point - m_drag->from;
  if (!m_drag->moved && moved.manhattanLength() < QApplication::startDragDistance()) return;
  m_drag->moved = true;
  m_rangeChosen = true;
  setCursor(Qt::ClosedHandCursor);
  setScale(m_drag->scale.pannedBy(moved.x()));
  setScroll(m_drag->scroll - moved.y());
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
  if (!m_drag || event->button() != Qt::LeftButton) return QWidget::mouseReleaseEvent(event);
  const bool moved = m_drag->moved;
  m_drag.reset();
  unsetCursor();
  if (!moved) click(event->position());
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event) {
  const auto mark = m_scene.markAt(event->position());
  if (event->button() != Qt::LeftButton || !mark || mark->mark.count > 1) return mousePressEvent(event);
  Q_EMIT eventActivated(idOf(timeline::itemsOf(m_scene.layout(), mark->mark).front()));
}

void TimelineView::click(QPointF point) {
  if (FramePainter::undatedRect(m_scene).contains(point)) {
    Q_EMIT undatedActivated();
    return;
  }
  if (const auto lane = m_scene.headingAt(point)) {
    toggleLane(*lane);
    return;
  }
  const auto ref = m_scene.markAt(point);
  if (!ref) {
    if (m_scene.plotRect().contains(point)) select(std::nullopt);
    return;
  }
  if (ref->mark.count == 1)
    select(timeline::itemsOf(m_scene.layout(), ref->mark).front());
  else
    openCluster(ref->mark);
}

/// Zooms until its events stand apart. Where no zoom can part them, clicks walk through them.
void TimelineView::openCluster(const timeline::Mark& mark) {
  const double days = mark.last - mark.first + 1;
  const double shown = m_scene.plotRect().width() / m_scene.scale().pixelsPerDay();
  if (days * 1.5 < shown) {
    const double middle = (mark.first + mark.last + 1) / 2.0;
    const double half = std::max(days * 0.6, 1.0);
    showDays(middle - half, middle + half);
    return;
  }
  const auto items = timeline::itemsOf(m_scene.layout(), mark);
  const auto at = m_selected ? std::ranges::find(items, *m_selected) : items.end();
  select(at == items.end() || at + 1 == items.end() ? items.front() : *(at + 1));
}

void TimelineView::setHovered(const std::optional<PlacedMark>& mark) {
  if (mark.has_value() == m_hovered.has_value() && (!mark || mark->same(*m_hovered))) return;
  m_hovered = mark;
  update();
}

void TimelineView::leaveEvent(QEvent* event) {
  setHovered(std::nullopt);
  QWidget::leaveEvent(event);
}

QString TimelineView::cardText(const QString& id) const {
  const QString card = m_cardText ? m_cardText(id) : QString();
  const auto item = m_scene.snapshot().find(toUtf8(id));
  return card.isEmpty() && item ? toQString(m_scene.snapshot().titles[*item]).toHtmlEscaped() : card;
}

QString TimelineView::cardOf(const timeline::Mark& mark) const {
  const auto all = timeline::itemsOf(m_scene.layout(), mark);
  if (mark.count == 1) return cardText(idOf(all.front()));
  const QString name =
      laneName(m_scene.snapshot(), m_scene.layout().lanes[m_scene.layout().laneAt(mark.begin)].key);
  QString card = QStringLiteral("<b>%1</b> · %2").arg(name.toHtmlEscaped(), locale().toString(mark.count));
  const std::uint32_t named = std::min(mark.count, mostNamesInCard);
  for (const std::uint32_t item : timeline::heaviestFirst(m_scene.layout(), mark, named))
    card += QStringLiteral("<br>") + toQString(m_scene.snapshot().titles[item]).toHtmlEscaped();
  if (named < mark.count)
    card += QStringLiteral("<br>") + tr("and %1 more").arg(locale().toString(mark.count - named));
  return card;
}

void TimelineView::showCard(QPoint place, QPoint globalPlace) {
  const auto mark = m_scene.markAt(place);
  if (!mark) return QToolTip::hideText();
  QToolTip::showText(globalPlace, cardOf(mark->mark), this, m_scene.markRect(*mark).toAlignedRect());
}

bool TimelineView::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* const help = static_cast<QHelpEvent*>(event);
    showCard(help->pos(), help->globalPos());
    return true;
  }
  return QWidget::event(event);
}

void TimelineView::changeEvent(QEvent* event) {
  switch (event->type()) {
  case QEvent::PaletteChange:
  case QEvent::FontChange:
  case QEvent::LocaleChange:
  case QEvent::LanguageChange:
    updateLook();
    break;
  default:
    break;
  }
  QWidget::changeEvent(event);
}

void TimelineView::updateLook() {
  m_scene.setLook({Theme::of(palette()), font(), locale()});
  updateScrollBar();
  forgetFrame();
}

void TimelineView::resizeEvent(QResizeEvent* event) {
  rearrange([this] { m_scene.setSize(size()); });
  QWidget::resizeEvent(event);
}

void TimelineView::updateScrollBar() {
  const QRectF plot = m_scene.plotRect();
  const int beyond = static_cast<int>(std::ceil(m_scene.contentHeight() - plot.height()));
  const int width = m_scrollBar->sizeHint().width();
  m_scrollBar->setGeometry(this->width() - width, static_cast<int>(plot.top()), width,
                           static_cast<int>(plot.height()));
  m_scrollBar->setRange(0, std::max(0, beyond));
  m_scrollBar->setPageStep(static_cast<int>(plot.height()));
  m_scrollBar->setSingleStep(static_cast<int>(m_scene.rowHeight()));
  m_scrollBar->setVisible(beyond > 0);
  m_scene.setRightInset(beyond > 0 ? width : 0);
}

void TimelineView::forgetFrame() {
  m_frame = QPixmap();
  update();
}

void TimelineView::focusInEvent(QFocusEvent* event) {
  update();
  QWidget::focusInEvent(event);
}

void TimelineView::focusOutEvent(QFocusEvent* event) {
  update();
  QWidget::focusOutEvent(event);
}

void TimelineView::paintEvent(QPaintEvent*) {
  const double ratio = devicePixelRatioF();
  if (m_frame.isNull() || m_frame.devicePixelRatio() != ratio) {
    m_frame = QPixmap(size() * ratio);
    m_frame.setDevicePixelRatio(ratio);
    QPainter painter(&m_frame);
    m_painter.paint(painter, m_scene);
  }
  QPainter painter(this);
  painter.drawPixmap(0, 0, m_frame);
  m_painter.paintOverlay(painter, m_scene, m_hovered, m_selected);
  if (hasFocus()) {
    painter.setPen(QPen(m_scene.look().theme.accent, 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
  }
}

} // namespace demarche::ui
