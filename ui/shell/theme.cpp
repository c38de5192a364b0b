// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/theme.h"

#include <QApplication>
#include <QColor>
#include <QToolTip>

namespace demarche::ui {
namespace {

/// The few colours that a theme is made of; all roles follow from them.
struct Shades {
  QRgb window;
  QRgb base;
  QRgb alternate;
  QRgb button;
  QRgb text;
  QRgb faint; ///< secondary text; 4.5:1 against base
  QRgb disabled;
  QRgb accent;
  QRgb onAccent;
  QRgb link;
  QRgb tooltip;
};

constexpr Shades lightShades{0xfff4f4f2, 0xffffffff, 0xfff7f7f5, 0xfff0f0ee, 0xff1d1f21, 0xff666b70,
                             0xffa5a9ad, 0xff2f6fb2, 0xffffffff, 0xff1d5fa8, 0xffffffff};
constexpr Shades darkShades{0xff25282c, 0xff1c1e21, 0xff212428, 0xff32363b, 0xffe4e6e8, 0xff9da3a9,
                            0xff6b7076, 0xff3d7ab8, 0xffffffff, 0xff7fb5ee, 0xff32363b};

QPalette palette(const Shades& shades) {
  // Fusion derives bevels from button and window.
  QPalette result(QColor::fromRgb(shades.button), QColor::fromRgb(shades.window));
  const auto set = [&](QPalette::ColorRole role, QRgb color) {
    result.setColor(role, QColor::fromRgb(color));
  };
  set(QPalette::Base, shades.base);
  set(QPalette::AlternateBase, shades.alternate);
  set(QPalette::Text, shades.text);
  set(QPalette::WindowText, shades.text);
  set(QPalette::ButtonText, shades.text);
  set(QPalette::BrightText, shades.onAccent);
  set(QPalette::PlaceholderText, shades.faint);
  set(QPalette::Highlight, shades.accent);
  set(QPalette::HighlightedText, shades.onAccent);
  set(QPalette::Link, shades.link);
  set(QPalette::LinkVisited, shades.link);
  set(QPalette::ToolTipBase, shades.tooltip);
  set(QPalette::ToolTipText, shades.text);
  for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
    result.setColor(QPalette::Disabled, role, QColor::fromRgb(shades.disabled));
  return result;
}

} // namespace

QPalette paletteOf(ThemeChoice theme) {
  switch (theme) {
  case ThemeChoice::system:
    return {};
  case ThemeChoice::light:
    return palette(lightShades);
  case ThemeChoice::dark:
    return palette(darkShades);
  }
  return {};
}

void applyTheme(ThemeChoice theme) {
  QApplication::setPalette(paletteOf(theme));
  QPalette tips = QApplication::palette();
  if (theme == ThemeChoice::system) { // cards are read like the rest of the window, not upon yellow
    tips.setColor(QPalette::ToolTipBase, tips.color(QPalette::Base));
    tips.setColor(QPalette::ToolTipText, tips.color(QPalette::Text));
  }
  QToolTip::setPalette(tips);
}

} // namespace demarche::ui
