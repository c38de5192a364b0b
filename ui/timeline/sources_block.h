// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/scene.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStringList>

namespace demarche::ui {

/// Names of the articles that tell the events from the day `first` up to `end`: their file or address. Those
/// that tell most come first.
[[nodiscard]] QStringList sourceNames(const timeline::Snapshot& snapshot, double first, double end);

/// The list of sources below a picture, in columns; what does not fit is counted.
class SourcesBlock {
  Q_DECLARE_TR_FUNCTIONS(SourcesBlock)

 public:
  /// `most` bounds how large it may grow.
  SourcesBlock(QStringList names, const Look& look, QSizeF most);

  /// 0 without any names.
  [[nodiscard]] double height() const { return m_height; }
  /// From `top` on, over the whole width.
  void paint(QPainter& painter, double top) const;

 private:
  QStringList m_names; ///< as far as there is room
  const Look& m_look;
  double m_width;
  double m_lineHeight = 0;
  double m_columnWidth = 0;
  qsizetype m_all; ///< how many there are
  qsizetype m_rows = 0;
  double m_height = 0;
};

} // namespace demarche::ui
