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
  QRectF beneath;          ///< the room of a second line; empty where rows have one
  QPointF corner;          ///< of its mark, the upper right one
};

/// What is written into a frame.
struct Labels {
  std::vector<Label> named;
  /// The upper right corners of marks whose names have no room, in rows where names are no exception.
  std::vector<QPointF> unnamed;
};

/// People and place of an event, where they have room.
struct Details {
  QRectF rect;
  QString text; ///< empty where there is nothing to tell, or no room
};

/// Measuring text and cutting it is the dearest part of a frame; while one pans, both stay the same.
class LabelTexts {
 public:
  /// Of the whole name.
  [[nodiscard]] double width(const TimelineScene& scene, std::uint32_t item);
  /// The name as far as the label has room for it.
  [[nodiscard]] const QString& cut(const TimelineScene& scene, const Label& label);
  /// What stands in smaller() letters behind a name that is written whole, or beneath it.
  [[nodiscard]] Details details(const TimelineScene& scene, const Label& label);

 private:
  /// A text, and as much of it as had room last.
  struct Cut {
    QString whole;
    double wholeWidth = 0;
    QString cut;
    int cutWidth = -1;

    void measure(const QFont& font, const QString& text);
    const QString& within(const QFont& font, double width);
  };
  struct Entry {
    Cut name;
    Cut details;
  };
  Entry& entry(const TimelineScene& scene, std::uint32_t item);
  void forgetOthers(const TimelineScene& scene);

  EventSetPtr m_of;
  QFont m_font;
  QFont m_detailsFont;
  QLocale m_locale;
  bool m_beneath = false; ///< details stand on a line of their own
  QHash<std::uint32_t, Entry> m_texts;
};

/// The labels to draw: each in the gap before the next mark, none where too little of it would be seen; at
/// most `most`, those of the greatest weight.
[[nodiscard]] Labels labelsFor(const TimelineScene& scene, LabelTexts& texts, std::size_t most);

} // namespace demarche::ui
