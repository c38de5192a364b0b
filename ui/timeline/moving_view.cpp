// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/moving_view.h"

#include "ui/timeline/axis_text.h"
#include "ui/timeline/motion.h"
#include "ui/timeline/wheel.h"

#include <QEvent>
#include <QNativeGestureEvent>
#include <QScrollBar>
#include <algorithm>
#include <cmath>
#include <utility>

namespace demarche::ui {

timeline::DayNumber todayNumber() {
  return dayNumberOf(QDate::currentDate());
}

MovingView::MovingView(QWidget* parent)
    : QWidget(parent), m_scrollBar(new QScrollBar(Qt::Vertical, this)), m_motion(new Motion(this)) {
  setAttribute(Qt::WA_OpaquePaintEvent);
  m_scrollBar->hide();
  m_scrollBar->setFocusPolicy(Qt::NoFocus);
  connect(m_motion, &Motion::scaled, this, &MovingView::setScale);
  connect(m_motion, &Motion::glided, this, [this](QPointF pixels) {
    shift(pixels.x());
    setScroll(m_scene.scroll() - pixels.y());
  });
  connect(m_scrollBar, &QScrollBar::valueChanged, this, [this](int value) { setScroll(value); });
  updateLook();
  m_scene.setToday(todayNumber());
  m_scene.setScale(timeline::scaleOfAll({}, m_scene.today(), m_scene.plotRect().width()));
}

void MovingView::showRange(QDate first, QDate last) {
  if (!first.isValid() || !last.isValid() || last < first) return;
  showDays(dayNumberOf(first), dayNumberOf(last) + 1.0);
}

void MovingView::showDays(double first, double end) {
  m_motion->stop();
  m_rangeChosen = true;
  setScale(showing(first, end));
}

void MovingView::goTo(double first, double end) {
  m_rangeChosen = true;
  m_motion->go(m_scene.scale(), showing(first, end));
}

timeline::TimeScale MovingView::showing(double first, double end) const {
  return timeline::TimeScale::showing(first, end, m_scene.plotRect().width(),
                                      timeline::zoomLimitsFor(m_scene.extent()));
}

std::pair<double, double> MovingView::shownDays() const {
  return {m_scene.scale().firstDay(), m_scene.scale().dayAt(m_scene.plotRect().width())};
}

bool MovingView::showsAll() const {
  return !m_rangeChosen && m_scene.scale() == timeline::scaleOfAll(m_scene.extent(), m_scene.today(),
                                                                   m_scene.plotRect().width());
}

std::pair<QDate, QDate> MovingView::shownRange() const {
  const double end = m_scene.scale().dayAt(m_scene.plotRect().width());
  return {dateOf(static_cast<timeline::DayNumber>(std::floor(m_scene.scale().firstDay()))),
          dateOf(static_cast<timeline::DayNumber>(std::ceil(end)) - 1)};
}

void MovingView::fitAll() {
  m_rangeChosen = false;
  m_motion->go(m_scene.scale(),
               timeline::scaleOfAll(m_scene.extent(), m_scene.today(), m_scene.plotRect().width()));
}

void MovingView::showAll() {
  fitAll();
  m_motion->finish();
}

void MovingView::setAnimated(bool animated) {
  m_motion->setAnimated(animated);
}

void MovingView::zoomIn() {
  zoomAt(m_scene.plotRect().center().x(), zoomPerNotch);
}

void MovingView::zoomOut() {
  zoomAt(m_scene.plotRect().center().x(), 1 / zoomPerNotch);
}

void MovingView::goToToday() {
  centreOn(m_scene.today() + 0.5);
}

void MovingView::setGrouping(timeline::Grouping grouping) {
  rearrange([&] { m_scene.setGrouping(grouping); });
}

void MovingView::setAllCollapsed(bool collapsed) {
  rearrange([&] { m_scene.setAllCollapsed(collapsed); });
}

void MovingView::setLaneCollapsed(std::size_t lane, bool collapsed) {
  const timeline::LaneKey key = m_scene.layout().lanes[lane].key;
  rearrange([&] { m_scene.setCollapsed(key, collapsed); });
}

void MovingView::collapseAllBut(std::size_t lane) {
  const timeline::LaneKey key = m_scene.layout().lanes[lane].key;
  rearrange([&] {
    m_scene.setAllCollapsed(true);
    m_scene.setCollapsed(key, false);
  });
}

void MovingView::setLaneOrder(timeline::Grouping grouping, std::vector<std::string> codes) {
  rearrange([&] { m_scene.setLaneOrder(grouping, std::move(codes)); });
}

void MovingView::setLayers(std::vector<timeline::Layer> layers) {
  rearrange([&] { m_scene.setLayers(std::move(layers)); });
}

void MovingView::moveLane(std::size_t lane, std::size_t to) {
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

void MovingView::rearrange(const std::function<void()>& change) {
  m_motion->finish();
  const timeline::TimeScale before = m_scene.scale();
  const double shown = m_scene.plotRect().width() / before.pixelsPerDay();
  sightChanges();
  change();
  updateScrollBar();
  const timeline::Extent extent = m_scene.extent();
  const double width = m_scene.plotRect().width();
  setScale(m_rangeChosen ? timeline::TimeScale::showing(before.firstDay(), before.firstDay() + shown, width,
                                                        timeline::zoomLimitsFor(extent))
                         : timeline::scaleOfAll(extent, m_scene.today(), width));
  forgetFrame();
}

void MovingView::setScale(const timeline::TimeScale& scale) {
  if (scale == m_scene.scale()) return;
  sightChanges();
  m_scene.setScale(scale);
  forgetFrame();
  const auto [first, last] = shownRange();
  Q_EMIT rangeChanged(first, last);
}

void MovingView::setScroll(double scroll) {
  const double before = m_scene.scroll();
  m_scene.setScroll(scroll);
  if (m_scene.scroll() == before) return;
  m_scrollBar->setValue(static_cast<int>(std::round(m_scene.scroll())));
  forgetFrame();
}

void MovingView::zoomAt(double x, double factor) {
  m_rangeChosen = true;
  const QRectF plot = m_scene.plotRect();
  m_motion->zoom(m_scene.scale(), std::clamp(x - plot.left(), 0.0, plot.width()), factor, plot.width(),
                 timeline::zoomLimitsFor(m_scene.extent()));
}

void MovingView::zoomNow(double x, double factor) {
  zoomAt(x, factor);
  m_motion->finish();
}

void MovingView::pan(double pixels) {
  m_rangeChosen = true;
  m_motion->go(m_scene.scale(), m_motion->goal(m_scene.scale()).pannedBy(pixels));
}

void MovingView::shift(double pixels) {
  if (pixels == 0) return;
  m_rangeChosen = true;
  setScale(m_scene.scale().pannedBy(pixels));
}

void MovingView::centreOn(double day) {
  m_rangeChosen = true;
  const timeline::TimeScale goal = m_motion->goal(m_scene.scale());
  m_motion->go(m_scene.scale(), goal.pannedBy(m_scene.plotRect().width() / 2 - goal.x(day)));
}

void MovingView::changeEvent(QEvent* event) {
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

void MovingView::updateLook() {
  m_scene.setLook({Theme::of(palette()), font(), locale()});
  updateScrollBar();
  forgetFrame();
}

void MovingView::resizeEvent(QResizeEvent* event) {
  rearrange([this] { m_scene.setSize(size()); });
  QWidget::resizeEvent(event);
}

void MovingView::updateScrollBar() {
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

void MovingView::forgetFrame() {
  m_frame = QPixmap();
  update();
}

bool MovingView::pinch(const QNativeGestureEvent& event) {
  if (event.gestureType() != Qt::ZoomNativeGesture) return false;
  m_motion->stop();
  zoomNow(event.position().x(), 1 + event.value());
  return true;
}

} // namespace demarche::ui
