// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/view.h"

#include "ui/bridge/text.h"
#include "ui/timeline/accessible.h"
#include "ui/timeline/axis_text.h"
#include "ui/timeline/cluster_card.h"
#include "ui/timeline/hover_card.h"
#include "ui/timeline/legend.h"
#include "ui/timeline/motion.h"
#include "ui/timeline/wheel.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace demarche::ui {
namespace {

constexpr double goToAirDays = 45; ///< around an event that one goes to, on either side

timeline::DayNumber todayNumber() {
  return dayNumberOf(QDate::currentDate());
}

} // namespace

TimelineView::TimelineView(QWidget* parent)
    : QWidget(parent),
      m_painter(TimelinePainter::Medium::screen),
      m_scrollBar(new QScrollBar(Qt::Vertical, this)),
      m_motion(new Motion(this)) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setAccessibleName(tr("Timeline"));
  installTimelineAccessibility();
  m_scrollBar->hide();
  m_scrollBar->setFocusPolicy(Qt::NoFocus);
  connect(m_motion, &Motion::scaled, this, &TimelineView::setScale);
  connect(m_motion, &Motion::glided, this, [this](QPointF pixels) {
    shift(pixels.x());
    setScroll(m_scene.scroll() - pixels.y());
  });
  connect(m_scrollBar, &QScrollBar::valueChanged, this, [this](int value) { setScroll(value); });
  updateLook();
  m_scene.setToday(todayNumber());
  m_scene.setScale(timeline::scaleOfAll({}, m_scene.today(), m_scene.plotRect().width()));
}

void TimelineView::setEvents(EventSetPtr events) {
  setEvents(std::move(events), selected());
}

void TimelineView::setEvents(EventSetPtr events, StoryRow selected) {
  const StoryRow before = this->selected();
  const bool first = m_scene.snapshot().items.empty();
  const std::optional<std::uint32_t> held = anchor();
  const StoryRow heldRow = held ? m_scene.rowOf(*held) : noStory;
  const double heldTop = held ? topOf(*held) : 0;
  const double left = m_scene.plotRect().left();
  m_hovered.reset();
  m_selected.reset();
  m_laneDrag.cancel();
  m_scene.setToday(todayNumber());
  m_scene.setEvents(std::move(events));
  m_selected = m_scene.snapshot().find(selected);
  updateScrollBar();
  if (first && !m_rangeChosen) {
    const timeline::Extent extent = m_scene.extent();
    setScale(timeline::scaleOfAll(extent, m_scene.today(), m_scene.plotRect().width()));
  }
  // Longer counts make the headings wider; what is in sight stays where it is beside them.
  if (m_rangeChosen) setScale(m_scene.scale().pannedBy(left - m_scene.plotRect().left()));
  if (const auto item = held ? m_scene.snapshot().find(heldRow) : std::nullopt)
    setScroll(m_scene.scroll() + topOf(*item) - heldTop);
  hoverWhereTheMouseIs();
  forgetFrame();
  Q_EMIT eventsChanged();
  if (this->selected() != before) Q_EMIT selectionChanged(this->selected());
}

void TimelineView::takeArrived() {
  forgetFrame();
  if (m_cardWanted) showCard(*m_cardWanted);
}

void TimelineView::setSelected(StoryRow event) {
  if (event != selected()) select(m_scene.snapshot().find(event));
}

StoryRow TimelineView::selected() const {
  return m_selected ? m_scene.rowOf(*m_selected) : noStory;
}

void TimelineView::showRange(QDate first, QDate last) {
  if (!first.isValid() || !last.isValid() || last < first) return;
  showDays(dayNumberOf(first), dayNumberOf(last) + 1.0);
}

void TimelineView::showDays(double first, double end) {
  m_motion->stop();
  m_rangeChosen = true;
  setScale(showing(first, end));
}

void TimelineView::goTo(double first, double end) {
  m_rangeChosen = true;
  m_motion->go(m_scene.scale(), showing(first, end));
}

timeline::TimeScale TimelineView::showing(double first, double end) const {
  return timeline::TimeScale::showing(first, end, m_scene.plotRect().width(),
                                      timeline::zoomLimitsFor(m_scene.extent()));
}

std::pair<double, double> TimelineView::shownDays() const {
  return {m_scene.scale().firstDay(), m_scene.scale().dayAt(m_scene.plotRect().width())};
}

bool TimelineView::showsAll() const {
  return !m_rangeChosen && m_scene.scale() == timeline::scaleOfAll(m_scene.extent(), m_scene.today(),
                                                                   m_scene.plotRect().width());
}

std::pair<QDate, QDate> TimelineView::shownRange() const {
  const double end = m_scene.scale().dayAt(m_scene.plotRect().width());
  return {dateOf(static_cast<timeline::DayNumber>(std::floor(m_scene.scale().firstDay()))),
          dateOf(static_cast<timeline::DayNumber>(std::ceil(end)) - 1)};
}

void TimelineView::fitAll() {
  m_rangeChosen = false;
  m_motion->go(m_scene.scale(),
               timeline::scaleOfAll(m_scene.extent(), m_scene.today(), m_scene.plotRect().width()));
}

void TimelineView::showAll() {
  fitAll();
  m_motion->finish();
}

void TimelineView::setAnimated(bool animated) {
  m_motion->setAnimated(animated);
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
void TimelineView::goToSelection() {
  if (!m_selected) return;
  const timeline::Item& item = m_scene.snapshot().items[*m_selected];
  const double days = item.last - item.first + 1;
  const auto [first, end] = shownDays();
  // No wider than now, and as wide as it needs.
  const double half = std::max(std::min((end - first) / 2, goToAirDays + days), 0.65 * days);
  const double middle = (item.first + item.last + 1) / 2.0;
  goTo(middle - half, middle + half);
  reveal(*m_selected);
}

void TimelineView::setGrouping(timeline::Grouping grouping) {
  rearrange([&] { m_scene.setGrouping(grouping); });
}

void TimelineView::setAllCollapsed(bool collapsed) {
  rearrange([&] { m_scene.setAllCollapsed(collapsed); });
}

void TimelineView::setFilter(const model::Filter& filter) {
  m_scene.setShown(filter.kinds, filter.statuses);
  forgetFrame();
}

void TimelineView::setLaneCollapsed(std::size_t lane, bool collapsed) {
  const timeline::LaneKey key = m_scene.layout().lanes[lane].key;
  rearrange([&] { m_scene.setCollapsed(key, collapsed); });
}

void TimelineView::collapseAllBut(std::size_t lane) {
  const timeline::LaneKey key = m_scene.layout().lanes[lane].key;
  rearrange([&] {
    m_scene.setAllCollapsed(true);
    m_scene.setCollapsed(key, false);
  });
}

void TimelineView::setLaneOrder(timeline::Grouping grouping, std::vector<std::string> codes) {
  rearrange([&] { m_scene.setLaneOrder(grouping, std::move(codes)); });
}

void TimelineView::setLayers(std::vector<timeline::Layer> layers) {
  rearrange([&] { m_scene.setLayers(std::move(layers)); });
}

void TimelineView::moveLane(std::size_t lane, std::size_t to) {
  const std::size_t pinned = m_scene.layers().size();
  const std::size_t all = m_scene.layout().lanes.size();
  if (lane == to || lane < pinned || to < pinned || lane >= all || to >= all) return;
  lane -= pinned;
  to -= pinned;
  std::vector<std::string> codes;
  for (std::size_t one = pinned; one < all; ++one)
    codes.push_back(timeline::codeOf(m_scene.snapshot(), m_scene.layout().lanes[one].key));
  const auto at = codes.begin() + static_cast<std::ptrdiff_t>(lane);
  const auto end = codes.begin() + static_cast<std::ptrdiff_t>(to);
  lane < to ? std::rotate(at, at + 1, end + 1) : std::rotate(end, at, at + 1);
  Q_EMIT laneOrderChanged(m_scene.grouping(), codes);
  setLaneOrder(m_scene.grouping(), std::move(codes));
}

std::optional<std::size_t> TimelineView::laneOfSelection() const {
  return m_selected ? std::optional(m_scene.markOf(*m_selected).lane) : std::nullopt;
}

/// Changes where things stand; the time in view stays the same.
void TimelineView::rearrange(const std::function<void()>& change) {
  m_motion->finish();
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

void TimelineView::setMeasuring(bool measuring) {
  if (measuring == m_ruler.isMeasuring()) return;
  m_ruler.setMeasuring(measuring, m_scene, m_selected);
  unsetCursor();
  update();
  Q_EMIT measuringChanged(measuring);
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
  m_motion->zoom(m_scene.scale(), std::clamp(x - plot.left(), 0.0, plot.width()), factor, plot.width(),
                 timeline::zoomLimitsFor(m_scene.extent()));
}

void TimelineView::zoomNow(double x, double factor) {
  zoomAt(x, factor);
  m_motion->finish();
}

void TimelineView::pan(double pixels) {
  m_rangeChosen = true;
  m_motion->go(m_scene.scale(), m_motion->goal(m_scene.scale()).pannedBy(pixels));
}

void TimelineView::shift(double pixels) {
  if (pixels == 0) return;
  m_rangeChosen = true;
  setScale(m_scene.scale().pannedBy(pixels));
}

void TimelineView::centreOn(double day) {
  m_rangeChosen = true;
  const timeline::TimeScale goal = m_motion->goal(m_scene.scale());
  m_motion->go(m_scene.scale(), goal.pannedBy(m_scene.plotRect().width() / 2 - goal.x(day)));
}

void TimelineView::select(std::optional<std::uint32_t> item) {
  if (item) reveal(*item);
  if (item == m_selected) return;
  m_selected = item;
  m_ruler.select(m_scene, item);
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
  const timeline::TimeScale goal = m_motion->goal(m_scene.scale());
  if (goal.x(shown.last + 1.0) < 12 || goal.x(shown.first) > plot.width() - 12)
    centreOn((shown.first + shown.last + 1) / 2.0);

  const PlacedMark mark = m_scene.markOf(item);
  const QRectF row = m_scene.markRect(mark);
  const double top = m_scene.laneArea(mark.lane).top();
  if (row.top() < top) setScroll(m_scene.scroll() - (top - row.top()));
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
  const double top = m_scene.laneArea(m_scene.layers().size()).top();
  const auto inSight = [&](const QRectF& rect) {
    return rect.top() >= top && rect.bottom() <= plot.bottom();
  };
  if (m_selected) {
    const QRectF mark = m_scene.markRect(m_scene.markOf(*m_selected));
    if (inSight(mark) && mark.intersects(plot)) return m_selected;
  }
  for (std::size_t lane = m_scene.layers().size(); lane < m_scene.layout().lanes.size(); ++lane) {
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

void TimelineView::setHovered(const std::optional<PlacedMark>& mark) {
  if (mark.has_value() == m_hovered.has_value() && (!mark || mark->same(*m_hovered))) return;
  m_hovered = mark;
  m_cardWanted.reset();
  update();
}

void TimelineView::leaveEvent(QEvent* event) {
  setHovered(std::nullopt);
  m_ruler.leave();
  QWidget::leaveEvent(event);
}

QString TimelineView::cardText(StoryRow event) const {
  const QString card = m_cardText ? m_cardText(event) : QString();
  const auto item = m_scene.snapshot().find(event);
  return card.isEmpty() && item ? m_scene.titleOf(*item).toHtmlEscaped() : card;
}

/// Words that have not been read yet arrive soon: then it is shown again, if the mouse is still there.
void TimelineView::showCard(QPoint place) {
  m_cardWanted.reset();
  const QPoint globalPlace = mapToGlobal(place);
  if (const auto entry = legendChoiceAt(m_scene, place)) {
    const QString tip = entry->filteredOut ? tr("Click to show again: %1") : tr("Click to leave out: %1");
    return QToolTip::showText(globalPlace, tip.arg(entry->text), this, entry->rect.toAlignedRect());
  }
  if (const auto lane = m_scene.headingAt(place)) // whose name may be cut
    return QToolTip::showText(globalPlace,
                              QStringLiteral("<b>%1</b> · %2")
                                  .arg(m_scene.laneTitle(*lane).toHtmlEscaped(),
                                       locale().toString(m_scene.layout().lanes[*lane].size())),
                              this);
  const auto mark = m_scene.markAt(place);
  if (!mark) return QToolTip::hideText();
  QString card;
  if (mark->mark.count == 1) {
    const StoryRow row = m_scene.rowOf(timeline::itemsOf(m_scene.layout(), mark->mark).front());
    card = cardText(row);
    if (card.isEmpty()) m_cardWanted = place;
  } else {
    const ClusterCard cluster(m_scene, mark->mark);
    card = cluster.text();
    if (!cluster.isWhole()) m_cardWanted = place;
  }
  // One may point a little beside a mark.
  const QRectF around = m_scene.markRect(*mark)
                            .adjusted(-TimelineScene::reach, 0, TimelineScene::reach, 0)
                            .intersected(m_scene.laneArea(mark->lane));
  showHoverCard(this, place, around.toAlignedRect(), card);
}

bool TimelineView::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    showCard(static_cast<QHelpEvent*>(event)->pos());
    return true;
  }
  // What is drawn out is called off first; else the window would take the key as its shortcut.
  if (event->type() == QEvent::ShortcutOverride && isDrawing() &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    event->accept();
    return true;
  }
  if (event->type() == QEvent::NativeGesture && pinch(*static_cast<QNativeGestureEvent*>(event))) return true;
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
  m_band.paint(painter, m_scene);
  m_laneDrag.paint(painter, m_scene);
  ruler().paint(painter, m_scene);
  if (hasFocus()) {
    painter.setPen(QPen(m_scene.look().theme.accent, 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
  }
}

} // namespace demarche::ui
