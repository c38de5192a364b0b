// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/cluster_card.h"

#include "ui/bridge/text.h"
#include "ui/models/card_text.h"
#include "ui/models/words.h"

#include <QStringList>
#include <array>

namespace demarche::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t mostNamed = 8;

} // namespace

ClusterCard::ClusterCard(const TimelineScene& scene, const timeline::Mark& mark)
    : m_scene(scene), m_mark(mark) {
  for (const std::uint32_t item : timeline::heaviestFirst(scene.layout(), mark, mostNamed)) {
    const model::Event* const event = scene.events()->find(scene.rowOf(item));
    if (event != nullptr) m_named.push_back(event);
    m_whole = m_whole && event != nullptr;
  }
}

QString ClusterCard::text() const {
  return card(heading() + kinds() + named() + rest());
}

QString ClusterCard::heading() const {
  const timeline::Layout& layout = m_scene.layout();
  const QString name = m_scene.laneTitle(layout.laneAt(m_mark.begin));
  return paragraph(
      u"<b>%1</b> · %2"_s.arg(name.toHtmlEscaped(), m_scene.look().locale.toString(m_mark.count)));
}

/// "12 meetings, 3 calls"; nothing where the lane says the kind.
QString ClusterCard::kinds() const {
  const timeline::Layout& layout = m_scene.layout();
  if (layout.lanes[layout.laneAt(m_mark.begin)].key.grouping == timeline::Grouping::kind) return {};
  std::array<int, model::allEventKinds.size()> counts{};
  for (const std::uint32_t item : timeline::itemsOf(m_scene.layout(), m_mark))
    ++counts[static_cast<std::size_t>(m_scene.snapshot().items[item].kind)];
  QStringList parts;
  for (const model::EventKind kind : model::allEventKinds)
    if (const int count = counts[static_cast<std::size_t>(kind)]; count > 0)
      parts += Words::counted(kind, count);
  return paragraph(dimmed(parts.join(tr(", ", "between counts")).toHtmlEscaped()));
}

QString ClusterCard::named() const {
  QString rows;
  for (const model::Event* const event : m_named)
    rows += u"<tr><td style=\"padding-right:10px; white-space:nowrap\">%1</td><td>%2</td></tr>"_s.arg(
        dimmed(Words::date(event->date).toHtmlEscaped()), toQString(event->title).toHtmlEscaped());
  return u"<table cellspacing=\"0\" cellpadding=\"1\">%1</table>"_s.arg(rows);
}

QString ClusterCard::rest() const {
  const std::uint32_t told = std::min(m_mark.count, mostNamed);
  if (told == m_mark.count) return {};
  return paragraph(dimmed(tr("and %1 more").arg(m_scene.look().locale.toString(m_mark.count - told))));
}

} // namespace demarche::ui
