// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/theme.h"

#include <algorithm>
#include <cmath>

namespace demarche::ui {
namespace {

// By kind: meeting, call, visit, working group, letter, agreement, measure, incident, posting. Found by
// searching around nine hues for the set whose nearest two stay furthest apart to the colour-blind.
constexpr std::array<QRgb, model::allEventKinds.size()> onLight{0xff3b64ac, 0xff1a93a4, 0xff3a2d9d,
                                                                0xff599542, 0xffa48200, 0xff923c00,
                                                                0xff9c0137, 0xff80176f, 0xff6e6f68};
constexpr std::array<QRgb, model::allEventKinds.size()> onDark{0xff78c0f2, 0xff65f2ef, 0xff9098ff,
                                                               0xffaee794, 0xffefd54a, 0xffe49244,
                                                               0xffe15d6d, 0xffbe70b4, 0xffb4b4ac};

double channel(double value) {
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
  return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

Theme themed(const QColor& base, const QColor& text, const QColor& accent) {
  Theme theme;
  theme.dark = luminance(base) < luminance(text);
  theme.barFill = theme.dark ? 0.32 : 0.42;
  theme.base = base;
  theme.text = text;
  theme.accent = accent;
  theme.stripe = mixed(text, base, theme.dark ? 0.035 : 0.025);
  theme.dimText = mixed(text, base, 0.68);
  theme.line = mixed(text, base, theme.dark ? 0.18 : 0.14);
  theme.today = theme.dark ? QColor(0xff, 0x8f, 0x4d) : QColor(0xc8, 0x4a, 0x0c);
  const auto& kinds = theme.dark ? onDark : onLight;
  std::transform(kinds.begin(), kinds.end(), theme.kinds.begin(), [](QRgb rgb) { return QColor(rgb); });
  return theme;
}

/// Desktops have no word for it. Their high contrast is black and white, and windows have no grey of their
/// own.
bool wantsHighContrast(const QPalette& palette) {
  const QColor base = palette.color(QPalette::Base);
  return contrast(palette.color(QPalette::Text), base) > 18 &&
         contrast(palette.color(QPalette::Window), base) < 1.05;
}

/// The colour itself where it has that contrast with the ground; else mixed with black or white until it has.
QColor strongOn(const QColor& ground, const QColor& color, double least) {
  const QColor pole = readableOn(ground);
  for (double share = 0; share < 1; share += 0.05)
    if (const QColor mix = mixed(pole, color, share); contrast(mix, ground) >= least) return mix;
  return pole;
}

/// Kinds come closer to each other by that; lanes name them, and cards do.
void strengthen(Theme& theme) {
  constexpr double enhanced = 7;   // WCAG 2.1, 1.4.6
  constexpr double forNumbers = 8; // what is written on a kind is not quite black
  theme.highContrast = true;
  theme.barFill = 0.2;
  theme.stripe = theme.base;
  theme.line = mixed(theme.text, theme.base, 0.5);
  theme.dimText = mixed(theme.text, theme.base, 0.85);
  theme.today = strongOn(theme.base, theme.today, enhanced);
  for (QColor& kind : theme.kinds)
    kind = strongOn(theme.base, kind, forNumbers);
}

} // namespace

Theme Theme::of(const QPalette& palette) {
  Theme theme = themed(palette.color(QPalette::Base), palette.color(QPalette::Text),
                       palette.color(QPalette::Highlight));
  if (wantsHighContrast(palette)) strengthen(theme);
  return theme;
}

Theme Theme::light() {
  return themed(QColor(0xff, 0xff, 0xff), QColor(0x1b, 0x1f, 0x24), QColor(0x0b, 0x6b, 0xd3));
}

Theme Theme::darkened() {
  return themed(QColor(0x1c, 0x1f, 0x24), QColor(0xe8, 0xea, 0xed), QColor(0x5a, 0xa9, 0xff));
}

const QColor& laneColor(const Theme& theme, timeline::LaneKey lane) {
  return lane.grouping == timeline::Grouping::kind ? theme.kind(static_cast<model::EventKind>(lane.value))
                                                   : theme.dimText;
}

QColor mixed(const QColor& over, const QColor& ground, double share) {
  const auto mix = [share](float a, float b) { return static_cast<float>(a * share + b * (1 - share)); };
  return QColor::fromRgbF(mix(over.redF(), ground.redF()), mix(over.greenF(), ground.greenF()),
                          mix(over.blueF(), ground.blueF()));
}

QColor withAlpha(QColor color, double alpha) {
  color.setAlphaF(static_cast<float>(std::clamp(alpha, 0.0, 1.0)));
  return color;
}

QColor readableOn(const QColor& ground) {
  const QColor light(Qt::white);
  const QColor dark(0x10, 0x12, 0x16);
  return contrast(light, ground) >= contrast(dark, ground) ? light : dark;
}

double contrast(const QColor& a, const QColor& b) {
  const double one = luminance(a);
  const double other = luminance(b);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

} // namespace demarche::ui
