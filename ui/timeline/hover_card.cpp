// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/hover_card.h"

#include <QScreen>
#include <QTextDocument>
#include <QToolTip>
#include <limits>

namespace demarche::ui {
namespace {

constexpr int tipOffset = 16; ///< so far below its place Qt shows a tooltip
constexpr int gap = 4;        ///< between mark and card
constexpr int frame = 12;     ///< around the text, at most

int heightOf(const QString& card) {
  QTextDocument text;
  text.setDefaultFont(QToolTip::font());
  text.setHtml(card);
  return static_cast<int>(text.size().height()) + frame;
}

} // namespace

void showHoverCard(QWidget* over, QPoint mouse, const QRect& mark, const QString& card) {
  constexpr int whileTheMouseIsThere = std::numeric_limits<int>::max();
  const int below = over->mapToGlobal(mark.bottomLeft()).y() + gap;
  const int height = heightOf(card);
  const bool fits = below + height <= over->screen()->availableGeometry().bottom();
  const int top = fits ? below : over->mapToGlobal(mark.topLeft()).y() - gap - height;
  QToolTip::showText({over->mapToGlobal(mouse).x(), top - tipOffset}, card, over, mark, whileTheMouseIsThere);
}

} // namespace demarche::ui
