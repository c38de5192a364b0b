// SPDX-License-Identifier: Apache-2.0
#include "ui/models/card_text.h"

#include <QFontMetrics>
#include <QToolTip>

namespace demarche::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int widthInLetters = 56;
constexpr double dimmedText = 0.68; ///< of the text's colour upon the ground: 4.5:1 and more in both themes

int share(int over, int ground) {
  return static_cast<int>(dimmedText * over + (1 - dimmedText) * ground);
}

} // namespace

QString card(const QString& paragraphs) {
  const int width = widthInLetters * QFontMetrics(QToolTip::font()).averageCharWidth();
  return u"<table width=\"%1\" cellpadding=\"3\"><tr><td>%2</td></tr></table>"_s.arg(QString::number(width),
                                                                                     paragraphs);
}

QString paragraph(const QString& text) {
  return u"<p style=\"margin-top:0; margin-bottom:4px\">%1</p>"_s.arg(text);
}

QString dimmed(const QString& text) {
  const QColor over = QToolTip::palette().color(QPalette::ToolTipText);
  const QColor ground = QToolTip::palette().color(QPalette::ToolTipBase);
  const QColor color(share(over.red(), ground.red()), share(over.green(), ground.green()),
                     share(over.blue(), ground.blue()));
  return u"<span style=\"color:%1\">%2</span>"_s.arg(color.name(), text);
}

QString asCode(const QString& text) {
  return u"<tt>%1</tt>"_s.arg(text);
}

} // namespace demarche::ui
