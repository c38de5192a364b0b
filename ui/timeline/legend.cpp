// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/legend.h"

#include "ui/models/choices.h"
#include "ui/models/words.h"
#include "ui/timeline/frame_painter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace demarche::ui {
namespace {

constexpr double margin = 10;
constexpr double gap = 6; ///< between a sign and its words

using Sign = LegendEntry::Sign;

/// Puts entries side by side, row by row.
class Legend {
  Q_DECLARE_TR_FUNCTIONS(Legend)

 public:
  explicit Legend(const TimelineScene& scene)
      : m_scene(scene),
        m_metrics(smaller(scene.look().font)),
        m_size(std::round(scene.textHeight() * 0.62)),
        m_row(scene.footerRow(0)) {
    m_x = m_row.left() + margin;
  }

  std::vector<LegendEntry> make() {
    if (m_scene.footerRect().isEmpty()) return {};
    if (m_scene.footerRows() > 1) {
      addKinds(true);
      startRow(1);
    }
    addStatuses();
    if (m_scene.footerRows() == 1) addKinds(false);
    add({.sign = Sign::vague, .text = tr("Date vague")}, 4 * m_size);
    add({.sign = Sign::cluster, .text = tr("Several events")}, 2 * m_size);
    add({.sign = Sign::sources, .text = tr("Several sources")}, m_size);
    add({.sign = Sign::corrected, .text = tr("Corrected")}, m_size);
    add({.sign = Sign::today, .text = tr("Today")}, m_size);
    return std::move(m_entries);
  }

  static QString undated(const TimelineScene& scene) {
    const auto count = scene.snapshot().undated.size();
    return count == 0
               ? QString()
               : tr("%1 without a date").arg(scene.look().locale.toString(static_cast<qulonglong>(count)));
  }

 private:
  /// All of them in their own row, closer together where they would not fit. A picture tells those alone that
  /// it has.
  void addKinds(bool all) {
    if (all && kindsWidth() > rowEnd()) m_between = margin;
    for (const model::EventKind kind : model::allEventKinds) {
      const bool out = !letsThrough(m_scene.kindsShown(), kind);
      if (out || (all && isThere(kind)))
        add({.sign = Sign::kind, .kind = kind, .filteredOut = out, .text = Words::kind(kind)}, m_size);
    }
  }

  [[nodiscard]] bool isThere(model::EventKind kind) const {
    return !m_scene.isPicture() ||
           std::ranges::any_of(m_scene.snapshot().items,
                               [&](const timeline::Item& item) { return item.kind == kind; });
  }

  void addStatuses() {
    for (const model::EventStatus status : model::allEventStatuses)
      add({.sign = Sign::status,
           .status = status,
           .filteredOut = !letsThrough(m_scene.statusesShown(), status),
           .text = Words::status(status)},
          m_size);
  }

  [[nodiscard]] double kindsWidth() const {
    double width = m_x;
    for (const model::EventKind kind : model::allEventKinds)
      width += m_size + gap + std::ceil(m_metrics.horizontalAdvance(Words::kind(kind))) + m_between;
    return width - m_between;
  }

  void startRow(int row) {
    m_between = 2 * margin;
    m_row = m_scene.footerRow(row);
    m_x = m_row.left() + margin;
  }

  /// The last row has the line of undated events at its end.
  [[nodiscard]] double rowEnd() const {
    const QRectF undated = undatedRect(m_scene);
    return (undated.isEmpty() || undated.top() > m_row.center().y() ? m_row.right() : undated.left()) -
           margin;
  }

  void add(LegendEntry entry, double width) {
    const double textWidth = std::ceil(m_metrics.horizontalAdvance(entry.text)) + 1;
    if (m_x + width + gap + textWidth > rowEnd()) return;
    entry.mark = QRectF(m_x, m_row.center().y() - m_size / 2 - 1, width, m_size + 2);
    const double around = std::min(gap, (m_between - 1) / 2);
    entry.rect = QRectF(m_x - around, m_row.top(), width + gap + textWidth + 2 * around, m_row.height());
    m_x += width + gap + textWidth + m_between - 1;
    m_entries.push_back(std::move(entry));
  }

  const TimelineScene& m_scene;
  QFontMetricsF m_metrics;
  double m_size;
  QRectF m_row;
  double m_x = 0;
  double m_between = 2 * margin; ///< entries
  std::vector<LegendEntry> m_entries;
};

} // namespace

std::vector<LegendEntry> legendOf(const TimelineScene& scene) {
  return Legend(scene).make();
}

std::optional<LegendEntry> legendChoiceAt(const TimelineScene& scene, QPointF point) {
  if (scene.isPicture() || !scene.footerRect().contains(point)) return std::nullopt;
  for (LegendEntry& entry : legendOf(scene))
    if (entry.isChoice() && entry.rect.contains(point)) return std::move(entry);
  return std::nullopt;
}

QString undatedText(const TimelineScene& scene) {
  return Legend::undated(scene);
}

QRectF undatedRect(const TimelineScene& scene) {
  const QString text = undatedText(scene);
  if (text.isEmpty()) return {};
  const double width = QFontMetricsF(smaller(scene.look().font)).horizontalAdvance(text) + 1;
  const QRectF row = scene.footerRow(scene.footerRows() - 1);
  return {row.right() - margin - width, row.top(), width, row.height()};
}

} // namespace demarche::ui
