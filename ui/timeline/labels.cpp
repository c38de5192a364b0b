// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/labels.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace demarche::ui {
namespace {

constexpr double gapBefore = 5;         ///< between a shape and its label
constexpr double gapAfter = 8;          ///< between a label and the next shape
constexpr double leastInLetters = 3.5;  ///< room for fewer tells nothing, in text heights
constexpr qsizetype mostTexts = 10'000; ///< kept in memory

/// The room beside a mark, or in it when it is a bar that holds its name or reaches as far as the room does.
QRectF roomFor(const TimelineScene& scene, LabelTexts& texts, const PlacedMark& placed, std::uint32_t item,
               const timeline::Mark* next) {
  const QRectF plot = scene.plotRect();
  const QRectF rect = scene.markRect(placed);
  const double tail = scene.snapshot().items[item].openLast ? scene.textHeight() : 0;
  const double end = plot.right() - gapBefore;
  const double right = next == nullptr ? end : std::min(plot.left() + next->left - gapAfter, end);
  const double left = rect.right() + tail + gapBefore;
  if (placed.mark.bar) {
    const double inside = std::max(rect.left(), plot.left()) + gapBefore;
    const double whole = texts.width(scene, item);
    if (inside + whole <= rect.right() - gapBefore ||
        (right - left < whole && right - left < rect.right() - inside))
      return {inside, rect.top(), std::max(0.0, std::min(rect.right() - gapBefore, right) - inside),
              rect.height()};
  }
  return {left, rect.top(), std::max(0.0, right - left), rect.height()};
}

/// What a cluster is called after stands beside it, if there is room.
void addLabels(const TimelineScene& scene, LabelTexts& texts, std::size_t lane, std::size_t row,
               std::vector<Label>& labels) {
  const std::vector<timeline::Mark>& marks = scene.marksIn(lane, row);
  const QRectF plot = scene.laneArea(lane);
  const bool beneath = plot.top() > scene.plotRect().top(); // what is pinned
  const double least = leastInLetters * scene.textHeight();
  for (std::size_t index = 0; index < marks.size(); ++index) {
    const timeline::Mark* const next = index + 1 < marks.size() ? &marks[index + 1] : nullptr;
    // Most have no room: asked before anything is measured.
    if (!marks[index].bar && next != nullptr && next->left - marks[index].right < least) continue;
    const std::uint32_t item = timeline::heaviestOf(scene.layout(), marks[index]);
    const QRectF room = roomFor(scene, texts, {lane, row, marks[index]}, item, next);
    if (room.left() < plot.left() || (beneath && room.top() < plot.top()) || room.width() < least ||
        !room.intersects(plot))
      continue;
    labels.push_back({item, marks[index].count, room});
  }
}

} // namespace

std::vector<Label> labelsFor(const TimelineScene& scene, LabelTexts& texts, std::size_t most) {
  std::vector<Label> labels;
  for (std::size_t lane = 0; lane < scene.layout().lanes.size(); ++lane) {
    if (scene.isDense(lane) || !scene.laneRect(lane).intersects(scene.plotRect())) continue;
    for (std::size_t row = 0; row < scene.layout().lanes[lane].rows; ++row)
      addLabels(scene, texts, lane, row, labels);
  }
  if (labels.size() > most) {
    const auto& items = scene.snapshot().items;
    std::nth_element(labels.begin(), labels.begin() + static_cast<std::ptrdiff_t>(most), labels.end(),
                     [&](const Label& a, const Label& b) {
                       const float weightOfA = timeline::weightOf(items[a.item]);
                       const float weightOfB = timeline::weightOf(items[b.item]);
                       return weightOfA != weightOfB ? weightOfA > weightOfB : a.item < b.item;
                     });
    labels.resize(most);
  }
  return labels;
}

LabelTexts::Entry& LabelTexts::entry(const TimelineScene& scene, std::uint32_t item) {
  if (m_of != scene.events() || m_font != scene.look().font || m_texts.size() > mostTexts) {
    m_of = scene.events();
    m_font = scene.look().font;
    m_texts.clear();
  }
  Entry& entry = m_texts[item];
  if (entry.whole.isNull()) {
    entry.whole = scene.titleOf(item);
    entry.wholeWidth = QFontMetricsF(m_font).horizontalAdvance(entry.whole);
  }
  return entry;
}

double LabelTexts::width(const TimelineScene& scene, std::uint32_t item) {
  return entry(scene, item).wholeWidth;
}

const QString& LabelTexts::cut(const TimelineScene& scene, const Label& label) {
  Entry& entry = this->entry(scene, label.item);
  const int width = static_cast<int>(std::ceil(label.rect.width()));
  if (entry.wholeWidth <= width) return entry.whole;
  if (entry.cutWidth != width) {
    entry.cutWidth = width;
    entry.cut = QFontMetricsF(m_font).elidedText(entry.whole, Qt::ElideRight, label.rect.width());
  }
  return entry.cut;
}

} // namespace demarche::ui
