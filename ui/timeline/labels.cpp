// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/labels.h"

#include "ui/bridge/text.h"

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
QRectF roomFor(const TimelineScene& scene, LabelTexts& texts, timeline::MarkRef ref,
               const timeline::Mark* next) {
  const QRectF plot = scene.plotRect();
  const QRectF rect = scene.markRect(ref);
  const timeline::Mark& mark = timeline::markAt(scene.fold(), ref);
  const std::uint32_t item = scene.fold().order[mark.begin];
  const double tail = scene.snapshot().items[item].openLast ? scene.textHeight() : 0;
  const double end = plot.right() - gapBefore;
  const double right = next == nullptr ? end : std::min(scene.xOf(next->left) - gapAfter, end);
  double left = rect.right() + tail + gapBefore;
  if (mark.bar) {
    const double inside = std::max(rect.left(), plot.left()) + gapBefore;
    const double whole = texts.width(scene, item);
    if (inside + whole <= rect.right() - gapBefore ||
        (right - left < whole && right - left < rect.right() - inside))
      return {inside, rect.top(), std::max(0.0, std::min(rect.right() - gapBefore, right) - inside),
              rect.height()};
  }
  return {left, rect.top(), std::max(0.0, right - left), rect.height()};
}

} // namespace

std::vector<Label> labelsFor(const TimelineScene& scene, LabelTexts& texts, std::size_t most) {
  const timeline::Fold& fold = scene.fold();
  const QRectF plot = scene.plotRect();
  const auto [left, right] = scene.seenFoldPixels();
  std::vector<Label> labels;
  for (std::size_t lane = 0; lane < fold.lanes.size(); ++lane) {
    if (fold.lanes[lane].dense || !scene.laneRect(lane).intersects(plot)) continue;
    for (std::size_t row = 0; row < fold.lanes[lane].rows.size(); ++row) {
      const auto& marks = fold.lanes[lane].rows[row];
      const auto [begin, end] = timeline::marksWithin(marks, left, right);
      for (std::size_t index = begin; index < end; ++index) {
        if (marks[index].count > 1) continue;
        const timeline::MarkRef ref{static_cast<std::uint16_t>(lane), static_cast<std::uint16_t>(row),
                                    static_cast<std::uint32_t>(index)};
        const QRectF room =
            roomFor(scene, texts, ref, index + 1 < marks.size() ? &marks[index + 1] : nullptr);
        if (room.left() < plot.left() || room.width() < leastInLetters * scene.textHeight()) continue;
        if (room.intersects(plot)) labels.push_back({fold.order[marks[index].begin], room});
      }
    }
  }
  if (labels.size() > most) {
    const auto& items = scene.snapshot().items;
    std::nth_element(labels.begin(), labels.begin() + static_cast<std::ptrdiff_t>(most), labels.end(),
                     [&](const Label& a, const Label& b) {
                       if (items[a.item].level != items[b.item].level)
                         return items[a.item].level > items[b.item].level;
                       return a.item < b.item;
                     });
    labels.resize(most);
  }
  return labels;
}

LabelTexts::Entry& LabelTexts::entry(const TimelineScene& scene, std::uint32_t item) {
  if (m_of != scene.snapshotPtr() || m_font != scene.look().font || m_texts.size() > mostTexts) {
    m_of = scene.snapshotPtr();
    m_font = scene.look().font;
    m_texts.clear();
  }
  Entry& entry = m_texts[item];
  if (entry.whole.isNull()) {
    entry.whole = toQString(scene.snapshot().titles[item]);
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
