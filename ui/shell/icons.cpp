// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace demarche::ui {
namespace {

QPixmap drawn(QByteArray svg, const QColor& color, int size) {
  svg.replace("currentColor", color.name().toLatin1());
  QPixmap pixmap(size, size);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  QSvgRenderer(svg).render(&painter);
  return pixmap;
}

} // namespace

QIcon symbolicIcon(const QString& name, const QPalette& palette) {
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
  if (!file.open(QIODevice::ReadOnly)) return {};
  const QByteArray svg = file.readAll();
  QIcon icon;
  for (const int size : {16, 24, 32, 48}) {
    icon.addPixmap(drawn(svg, palette.color(QPalette::Active, QPalette::ButtonText), size));
    icon.addPixmap(drawn(svg, palette.color(QPalette::Disabled, QPalette::ButtonText), size),
                   QIcon::Disabled);
  }
  return icon;
}

} // namespace demarche::ui
