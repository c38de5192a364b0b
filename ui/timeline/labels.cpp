// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/labels.h"

#include "ui/bridge/text.h"

#include <QFontMetricsF>
#include <algorithm>

namespace demarche::ui {
namespace {

constexpr double gapBefore = 5;         ///< between a shape and its label
constexpr double gapAfter = 8;          ///< between a label and the next shape
constexpr double leastInLetters = 3.5;  ///< room for fewer tells nothing, in text heights
constexpr qsizetype mostTexts = 10'000; ///< kept in memory

/// The room beside (or, for a bar, in and beside) a mark; empty when it stands for several events.
QRectF roomFor(const TimelineScene& scene, timeline::MarkRef ref, const timeline::Mark* next) {
  const QRectF plot = scene.plotRect();
  const QRectF rect = scene.markRect(ref);
  const timeline::Mark& mark = timeline::markAt(scene.fold(), ref);
  const timeline::Item& item = scene.snapshot().items[scene.fold().order[mark.begin]];
  const double tail = item.openLast && !mark.bar ? scene.textHeight() : 0;
  const double left =
      mark.bar ? std::max(rect.left() + 2, plot.left()) + gapBefore : rect.right() + tail + gapBefore;
  const double right = next == nullptr ? plot.right() - gapBefore
                                       : std::min(scene.xOf(next->left) - gapAfter, plot.right() - gapBefore);
  return {left, rect.top(), std::max(0.0, right - left), rect.height()};
}

} // namespace

std::vector<Label> labelsFor(const TimelineScene& scene, std::size_t most) {
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
        const QRectF room = roomFor(scene, ref, index + 1 < marks.size() ? &marks[index + 1] : nullptr);
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

const QString& LabelTexts::cut(const TimelineScene& scene, const Label& label) {
  if (m_of != scene.snapshotPtr() || m_font != scene.look().font || m_texts.size() > mostTexts) {
    m_of = scene.snapshotPtr();
    m_font = scene.look().font;
    m_texts.clear();
  }
  Entry& entry = m_texts[label.item];
  const int width = static_cast<int>(label.rect.width());
  if (entry.width != width) {
    entry.width = width;
    entry.text = QFontMetricsF(m_font).elidedText(toQString(scene.snapshot().titles[label.item]),
                                                  Qt::ElideRight, width);
  }
  return entry.text;
}

} // namespace demarche::ui
