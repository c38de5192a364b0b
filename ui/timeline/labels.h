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
  std::uint32_t count = 1; ///< of its mark: others are there, too
  QRectF rect;             ///< the room it has: up to the next mark of the row
};

/// Measuring text and cutting it is the dearest part of a frame; while one pans, both stay the same.
class LabelTexts {
 public:
  /// Of the whole name.
  [[nodiscard]] double width(const TimelineScene& scene, std::uint32_t item);
  /// The name as far as the label has room for it.
  [[nodiscard]] const QString& cut(const TimelineScene& scene, const Label& label);

 private:
  struct Entry {
    QString whole;
    double wholeWidth = 0;
    QString cut;
    int cutWidth = -1;
  };
  Entry& entry(const TimelineScene& scene, std::uint32_t item);

  EventSetPtr m_of;
  QFont m_font;
  QHash<std::uint32_t, Entry> m_texts;
};

/// The labels to draw: each in the gap before the next mark, none where too little of it would be seen; at
/// most `most`, those of the greatest weight.
[[nodiscard]] std::vector<Label> labelsFor(const TimelineScene& scene, LabelTexts& texts, std::size_t most);

} // namespace demarche::ui
