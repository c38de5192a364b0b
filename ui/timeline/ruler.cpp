// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/ruler.h"

#include "core/time/edtf.h"
#include "core/timeline/scale.h"
#include "ui/bridge/text.h"
#include "ui/models/words.h"
#include "ui/timeline/axis_text.h"
#include "ui/timeline/frame_painter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QStringList>
#include <algorithm>
#include <array>
#include <cmath>

namespace demarche::ui {
namespace {

using timeline::DayCount;
using timeline::DayNumber;
using timeline::When;

constexpr double snapReach = 6;
constexpr double padding = 6;

class RulerText {
  Q_DECLARE_TR_FUNCTIONS(RulerText)

 public:
  static QString days(const DayCount& days, const QLocale& locale);
  static QString larger(const DayCount& days, const QLocale& locale);
  static QString range(const QString& least, const QString& most) { return tr("%1–%2").arg(least, most); }
};

QString RulerText::days(const DayCount& days, const QLocale& locale) {
  const QString least = locale.toString(static_cast<qlonglong>(days.least));
  if (!days.most) return tr("at least %1 days").arg(least);
  if (days.least != *days.most)
    return tr("%1 days").arg(range(least, locale.toString(static_cast<qlonglong>(*days.most))));
  return days.least == 1 ? tr("1 day") : tr("%1 days").arg(least);
}

/// Weeks from two of them on, months from two, years from two; never more than two of them.
QString RulerText::larger(const DayCount& days, const QLocale& locale) {
  struct Unit {
    double days;
    QString text;
  };
  const std::array<Unit, 3> units{{{7, tr("%1 weeks")},
                                   {timeline::daysPerYear / 12, tr("%1 months")},
                                   {timeline::daysPerYear, tr("%1 years")}}};
  const auto most = static_cast<double>(days.most.value_or(days.least));
  QStringList texts;
  for (const Unit& unit : units) {
    if (most < 2 * unit.days) break;
    const QString high = locale.toString(most / unit.days, 'f', 1);
    const QString low = locale.toString(static_cast<double>(days.least) / unit.days, 'f', 1);
    texts += unit.text.arg(low == high ? high : range(low, high));
  }
  if (texts.size() > 2) texts.removeFirst();
  return texts.join(tr(", ", "between a length in two units"));
}

/// As everywhere: "10 May 2023", "1 – 31 May 2023", "from 10 May 2023".
QString dateText(const When& when) {
  const auto day = [](DayNumber number) { return dateOf(number).toString(Qt::ISODate); };
  const QString open = QStringLiteral("..");
  const QString written = when.isDay() ? day(when.first)
                                       : QStringLiteral("%1/%2").arg(when.openFirst ? open : day(when.first),
                                                                     when.openLast ? open : day(when.last));
  return Words::date(time::Edtf::parse(toUtf8(written)).value_or(time::Edtf()));
}

/// The day of an exact date that the point is within reach of.
std::optional<DayNumber> snapped(const TimelineScene& scene, const timeline::Item& item, double x) {
  std::optional<DayNumber> nearest;
  double best = snapReach;
  for (const DayNumber day : {item.first, item.middle(), item.last}) {
    // A bar ends with its last day.
    const double left = scene.xOfDay(day);
    const double right = scene.xOfDay(day + 1.0);
    const double off = std::max({left - x, x - right, 0.0});
    if (off > best || (nearest && off == best)) continue;
    best = off;
    nearest = day;
  }
  return nearest;
}

std::optional<std::uint32_t> eventNear(const TimelineScene& scene, QPointF point) {
  for (const double off : {0.0, -snapReach, snapReach}) {
    const auto mark = scene.markAt(point + QPointF(off, 0));
    if (mark && mark->mark.count == 1 && !mark->mark.column)
      return timeline::itemsOf(scene.layout(), mark->mark).front();
  }
  return std::nullopt;
}

double middleX(const TimelineScene& scene, const When& when) {
  return scene.xOfDay((when.first + when.last + 1.0) / 2);
}

/// Text on a ground of its own, kept within the plot.
void chip(QPainter& painter, const TimelineScene& scene, const QString& text, QPointF middle) {
  const Theme& theme = scene.look().theme;
  const QFontMetricsF metrics(painter.font());
  const QRectF plot = scene.plotRect();
  const double width = metrics.horizontalAdvance(text) + 2 * padding;
  const double height = metrics.height() + 4;
  const double left = std::clamp(middle.x() - width / 2, plot.left() + 1,
                                 std::max(plot.left() + 1, plot.right() - width - 1));
  const double top = std::clamp(middle.y() - height / 2, plot.top() + 1,
                                std::max(plot.top() + 1, plot.bottom() - height - 1));
  const QRectF place(left, top, width, height);
  painter.setPen(QPen(theme.accent, 1));
  painter.setBrush(theme.base);
  painter.drawRoundedRect(place, 3, 3);
  painter.setPen(theme.text);
  painter.drawText(place, Qt::AlignCenter | Qt::TextSingleLine, text);
}

} // namespace

RulerEnd rulerEndAt(const TimelineScene& scene, QPointF point) {
  const When day = When::on(static_cast<DayNumber>(std::floor(scene.dayAt(point.x()))));
  const auto event = eventNear(scene, point);
  if (!event) return {day};
  const timeline::Item& item = scene.snapshot().items[*event];
  const When begin = timeline::beginOf(item);
  if (!begin.isDay()) return {begin, event};
  // Narrower than its mark, it is where the mark is.
  if (scene.xOfDay(item.last + 1.0) - scene.xOfDay(item.first) < 2 * snapReach) return {begin, event};
  const auto near = snapped(scene, item, point.x());
  return near ? RulerEnd{When::on(*near), event} : RulerEnd{day};
}

RulerEnd rulerEndOf(const TimelineScene& scene, std::uint32_t item) {
  return {timeline::beginOf(scene.snapshot().items[item]), item};
}

QString daysText(const DayCount& days, const QLocale& locale) {
  const QString text = RulerText::days(days, locale);
  const QString larger = days.most ? RulerText::larger(days, locale) : QString();
  return larger.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, larger);
}

void Ruler::start(const RulerEnd& from, std::optional<double> y) {
  m_from = m_to = from;
  m_y = y;
  m_kept = false;
}

void Ruler::keep() {
  if (isShown())
    m_kept = true;
  else
    clear();
}

void Ruler::paint(QPainter& painter, const TimelineScene& scene) const {
  if (!isShown()) return;
  const Theme& theme = scene.look().theme;
  const QRectF plot = scene.plotRect();
  const double from = middleX(scene, m_from->when);
  const double to = middleX(scene, m_to.when);
  const double y =
      std::clamp(m_y.value_or(plot.center().y()), plot.top() + 3 * scene.textHeight(),
                 std::max(plot.top() + 3 * scene.textHeight(), plot.bottom() - scene.textHeight()));
  painter.save();
  painter.setClipRect(plot);
  painter.setRenderHint(QPainter::Antialiasing, true);
  for (const When& when : {m_from->when, m_to.when}) {
    // All days that a vague date may mean.
    const QRectF days(QPointF(scene.xOfDay(when.first), plot.top()),
                      QPointF(scene.xOfDay(when.last + 1.0), plot.bottom()));
    if (!when.isDay()) painter.fillRect(days, withAlpha(theme.accent, 0.14));
    painter.setPen(QPen(theme.accent, 1, Qt::DashLine));
    const double x = middleX(scene, when);
    painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()));
  }
  painter.setPen(QPen(theme.accent, 2));
  painter.drawLine(QLineF(from, y, to, y));
  for (const double x : {from, to})
    painter.drawLine(QLineF(x, y - 5, x, y + 5));
  QFont font = smaller(scene.look().font);
  painter.setFont(font);
  const bool forward = from <= to;
  const double row = plot.top() + QFontMetricsF(font).height() / 2 + padding;
  const QString first = dateText(forward ? m_from->when : m_to.when);
  const QString last = dateText(forward ? m_to.when : m_from->when);
  const auto half = [&](const QString& text) {
    return QFontMetricsF(font).horizontalAdvance(text) / 2 + padding;
  };
  // Outside of the line, so that a short one has room for both, too.
  chip(painter, scene, first, {std::min(from, to) - half(first), row});
  chip(painter, scene, last, {std::max(from, to) + half(last), row});
  font.setWeight(QFont::DemiBold);
  painter.setFont(font);
  chip(painter, scene, daysText(days(), scene.look().locale),
       {(std::clamp(from, plot.left(), plot.right()) + std::clamp(to, plot.left(), plot.right())) / 2,
        y - scene.textHeight()});
  painter.restore();
}

} // namespace demarche::ui
