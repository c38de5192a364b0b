// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/scene.h"

#include <QHash>
#include <QRectF>
#include <QString>
#include <vector>

namespace demarche::ui {

/// The name of an event beside its mark.
struct Label {
  std::uint32_t item = 0;
  QRectF rect; ///< the room it has: up to the next mark of the row
};

/// The labels to draw: each in the gap before the next mark, none where too little of it would be seen; at
/// most `most`, the highest level first.
[[nodiscard]] std::vector<Label> labelsFor(const TimelineScene& scene, std::size_t most);

/// Cutting text to a width is the dearest part of a frame; while one pans, widths stay the same.
class LabelTexts {
 public:
  [[nodiscard]] const QString& cut(const TimelineScene& scene, const Label& label);

 private:
  struct Entry {
    int width = -1;
    QString text;
  };
  timeline::SnapshotPtr m_of;
  QFont m_font;
  QHash<std::uint32_t, Entry> m_texts;
};

} // namespace demarche::ui
