// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/mark_painter.h"

#include <QCache>
#include <QHash>
#include <QImage>
#include <functional>

namespace demarche::ui {

/// Small pictures of marks, painted once and then copied: on a screen without graphics hardware a copied
/// shape takes a tenth of the time of a filled one. Forgotten when the look or the screen's resolution
/// changes.
class MarkSprites {
 public:
  /// `look` is any number that tells looks apart.
  void use(const Theme& theme, double pixelRatio, quint64 look);

  [[nodiscard]] const Theme& theme() const { return m_theme; }
  /// The picture of this key; `paint` makes it where there is none yet.
  [[nodiscard]] QImage of(const QString& key, QSizeF size, const std::function<void(QPainter&)>& paint);

 private:
  Theme m_theme;
  double m_pixelRatio = 0;
  quint64 m_look = 0;
  QCache<QString, QImage> m_images{4096};
};

/// The same marks for a frame of the window, where thousands are drawn while one looks on: shapes are copied,
/// bars are plain rectangles on whole pixels.
class ScreenMarkPainter : public MarkPainter {
 public:
  ScreenMarkPainter(QPainter& painter, MarkSprites& sprites)
      : m_painter(painter), m_sprites(sprites), m_vector(painter, sprites.theme()) {}

  void point(const QRectF& rect, const timeline::Item& item, double size) override;
  void bar(const QRectF& rect, const timeline::Item& item, const QRectF& seen) override;
  void cluster(const QRectF& rect, const ClusterLook& look, const QFont& font) override;
  void openEnds(const QRectF& rect, const timeline::Item& item, double length) override;

 private:
  void lines(const QRectF& rect, const timeline::Item& item, const QBrush& brush);

  QPainter& m_painter;
  MarkSprites& m_sprites;
  VectorMarkPainter m_vector;
};

} // namespace demarche::ui
