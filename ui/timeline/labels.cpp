// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/labels.h"

#include "ui/bridge/text.h"
#include "ui/models/words.h"
#include "ui/timeline/frame_painter.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <vector>

namespace demarche::ui {
namespace {

constexpr double gapBefore = 5;        ///< between a shape and its label
constexpr double gapAfter = 8;         ///< between a label and the next shape
constexpr double leastInLetters = 3.5; ///< room for fewer tells nothing, in text heights
constexpr std::size_t mostUnnamed =
    2;                           ///< for each named mark of a row; where more are, names are the exception
constexpr double gapInLabel = 6; ///< between a name and what stands behind it
constexpr qsizetype mostTexts = 10'000; ///< kept in memory

/// People, then the place. Beside a name what it says itself is left out.
QString detailsOf(const model::Event& event, bool beneath) {
  const QString name = toQString(event.title);
  std::vector<model::Participant> people = event.participants;
  if (!beneath)
    std::erase_if(people,
                  [&](const auto& participant) { return name.contains(toQString(participant.name)); });
  QStringList parts;
  if (!people.empty()) parts += Words::people(people);
  if (event.place && (beneath || !name.contains(toQString(event.place->name))))
    parts += toQString(event.place->name);
  if (parts.isEmpty()) return {};
  const QString separator = QStringLiteral(" · ");
  return (beneath ? QString() : separator.mid(1)) + parts.join(separator);
}

/// The room beside a mark, or in it when it is a bar that holds its name or reaches as far as the room does.
QRectF roomFor(const TimelineScene& scene, LabelTexts& texts, const PlacedMark& placed, std::uint32_t item,
               const timeline::Mark* next) {
  const QRectF plot = scene.plotRect();
  const QRectF rect = scene.bodyOf(scene.markRect(placed));
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

/// What a mark is called, where that has room; a cluster is called after its weightiest event.
std::optional<Label> labelOf(const TimelineScene& scene, LabelTexts& texts, const PlacedMark& placed,
                             const timeline::Mark* next) {
  const QRectF plot = scene.laneArea(placed.lane);
  const bool covered = plot.top() > scene.plotRect().top(); // above it stand pinned lanes
  const double least = leastInLetters * scene.textHeight();
  const timeline::Mark& mark = placed.mark;
  // Most have no room: asked before anything is measured.
  if (!mark.bar && next != nullptr && next->left - mark.right < least) return std::nullopt;
  const std::uint32_t item = timeline::heaviestOf(scene.layout(), mark);
  const QRectF room = roomFor(scene, texts, placed, item, next);
  if (room.left() < plot.left() || (covered && room.top() < plot.top()) || room.width() < least ||
      !room.intersects(plot))
    return std::nullopt;
  const QRectF row = scene.markRect(placed);
  const QRectF beneath = scene.secondLineOf(row);
  return Label{item, mark.count, room,
               beneath.isEmpty() ? QRectF()
                                 : QRectF(room.left(), beneath.top(), room.width(), beneath.height()),
               scene.bodyOf(row).topRight()};
}

void addLabels(const TimelineScene& scene, LabelTexts& texts, std::size_t lane, std::size_t row,
               Labels& labels) {
  const std::vector<timeline::Mark>& marks = scene.marksIn(lane, row);
  const QRectF body = scene.bodyOf(scene.rowRect(lane, row));
  const bool inSight = body.top() >= scene.laneArea(lane).top();
  const std::size_t namedBefore = labels.named.size();
  const std::size_t unnamedBefore = labels.unnamed.size();
  for (std::size_t index = 0; index < marks.size(); ++index) {
    const timeline::Mark* const next = index + 1 < marks.size() ? &marks[index + 1] : nullptr;
    if (auto label = labelOf(scene, texts, {lane, row, marks[index]}, next))
      labels.named.push_back(*label);
    else if (inSight && next != nullptr && marks[index].right > 0) // else it is the edge that hides it
      labels.unnamed.emplace_back(body.left() + marks[index].right, body.top());
  }
  const std::size_t unnamed = labels.unnamed.size() - unnamedBefore;
  if (unnamed > mostUnnamed * (labels.named.size() - namedBefore)) labels.unnamed.resize(unnamedBefore);
}

/// Keeps the names of the greatest weight.
void keepHeaviest(const timeline::Snapshot& snapshot, std::size_t most, Labels& labels) {
  if (labels.named.size() <= most) return;
  const auto end = labels.named.begin() + static_cast<std::ptrdiff_t>(most);
  std::nth_element(labels.named.begin(), end, labels.named.end(), [&](const Label& a, const Label& b) {
    const float weightOfA = timeline::weightOf(snapshot.items[a.item]);
    const float weightOfB = timeline::weightOf(snapshot.items[b.item]);
    return weightOfA != weightOfB ? weightOfA > weightOfB : a.item < b.item;
  });
  std::transform(end, labels.named.end(), std::back_inserter(labels.unnamed),
                 [](const Label& label) { return label.corner; });
  labels.named.resize(most);
}

} // namespace

Labels labelsFor(const TimelineScene& scene, LabelTexts& texts, std::size_t most) {
  Labels labels;
  for (std::size_t lane = 0; lane < scene.layout().lanes.size(); ++lane) {
    if (scene.isDense(lane) || !scene.laneRect(lane).intersects(scene.plotRect())) continue;
    for (std::size_t row = 0; row < scene.layout().lanes[lane].rows; ++row)
      addLabels(scene, texts, lane, row, labels);
  }
  keepHeaviest(scene.snapshot(), most, labels);
  return labels;
}

void LabelTexts::Cut::measure(const QFont& font, const QString& text) {
  whole = text;
  wholeWidth = QFontMetricsF(font).horizontalAdvance(text);
}

const QString& LabelTexts::Cut::within(const QFont& font, double width) {
  const int pixels = static_cast<int>(std::ceil(width));
  if (wholeWidth <= pixels) return whole;
  if (cutWidth != pixels) {
    cutWidth = pixels;
    cut = QFontMetricsF(font).elidedText(whole, Qt::ElideRight, width);
  }
  return cut;
}

void LabelTexts::forgetOthers(const TimelineScene& scene) {
  if (m_of == scene.events() && m_font == scene.look().font && m_locale == scene.look().locale &&
      m_beneath == scene.hasSecondLine() && m_texts.size() <= mostTexts)
    return;
  m_of = scene.events();
  m_font = scene.look().font;
  m_detailsFont = smaller(m_font);
  m_locale = scene.look().locale;
  m_beneath = scene.hasSecondLine();
  m_texts.clear();
}

LabelTexts::Entry& LabelTexts::entry(const TimelineScene& scene, std::uint32_t item) {
  forgetOthers(scene);
  Entry& entry = m_texts[item];
  if (!entry.name.whole.isNull()) return entry;
  if (const model::Event* const event = scene.events()->find(scene.rowOf(item))) {
    entry.name.measure(m_font, toQString(event->title));
    entry.details.measure(m_detailsFont, detailsOf(*event, m_beneath));
  }
  return entry;
}

double LabelTexts::width(const TimelineScene& scene, std::uint32_t item) {
  return entry(scene, item).name.wholeWidth;
}

const QString& LabelTexts::cut(const TimelineScene& scene, const Label& label) {
  return entry(scene, label.item).name.within(m_font, label.rect.width());
}

Details LabelTexts::details(const TimelineScene& scene, const Label& label) {
  Entry& entry = this->entry(scene, label.item);
  if (label.count > 1 || entry.details.whole.isEmpty()) return {};
  const double left = m_beneath ? 0 : entry.name.wholeWidth + gapInLabel;
  const bool nameIsWhole = entry.name.wholeWidth <= label.rect.width();
  const QRectF rect = (m_beneath ? label.beneath : label.rect).adjusted(left, 0, 0, 0);
  const double least = std::min(leastInLetters * scene.textHeight(), entry.details.wholeWidth);
  if (!nameIsWhole || rect.width() < least) return {};
  return {rect, entry.details.within(m_detailsFont, rect.width())};
}

} // namespace demarche::ui
