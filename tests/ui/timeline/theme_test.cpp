// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/theme.h"

#include <QtTest>
#include <algorithm>
#include <array>
#include <cmath>

using namespace demarche;
using namespace demarche::ui;

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

// How full deuteranopia, protanopia and tritanopia see linear RGB (Machado, Oliveira and Fernandes 2009).
constexpr std::array<Matrix, 3> colourBlindness{
    Matrix{Triple{0.367322, 0.860646, -0.227968}, Triple{0.280085, 0.672501, 0.047413},
           Triple{-0.011820, 0.042940, 0.968881}},
    Matrix{Triple{0.152286, 1.052583, -0.204868}, Triple{0.114503, 0.786281, 0.099216},
           Triple{-0.003882, -0.048116, 1.051998}},
    Matrix{Triple{1.255528, -0.076749, -0.178779}, Triple{-0.078411, 0.930809, 0.147602},
           Triple{0.004733, 0.691367, 0.303900}}};

Triple times(const Matrix& matrix, const Triple& vector) {
  Triple result{};
  for (std::size_t row = 0; row < 3; ++row)
    for (std::size_t column = 0; column < 3; ++column)
      result[row] += matrix[row][column] * vector[column];
  return result;
}

double linear(double value) {
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// CIE L*a*b* of linear sRGB.
Triple labOf(const Triple& rgb) {
  constexpr Matrix toXyz{Triple{0.4124, 0.3576, 0.1805}, Triple{0.2126, 0.7152, 0.0722},
                         Triple{0.0193, 0.1192, 0.9505}};
  const auto root = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
  const Triple xyz = times(toXyz, rgb);
  const double x = root(std::max(xyz[0], 0.0) / 0.9505);
  const double y = root(std::max(xyz[1], 0.0));
  const double z = root(std::max(xyz[2], 0.0) / 1.089);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double difference(const QColor& a, const QColor& b, const Matrix& eyes) {
  const auto seen = [&eyes](const QColor& color) {
    return labOf(times(eyes, {linear(color.redF()), linear(color.greenF()), linear(color.blueF())}));
  };
  const Triple one = seen(a);
  const Triple other = seen(b);
  return std::hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

/// As desktops have it.
QPalette highContrast(const QColor& ground, const QColor& text) {
  QPalette palette(ground, ground);
  palette.setColor(QPalette::Base, ground);
  palette.setColor(QPalette::Text, text);
  palette.setColor(QPalette::Highlight, QColor(0x1a, 0xeb, 0xff));
  return palette;
}

} // namespace

class ThemeTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void kindsStayApartForTheColourBlind() {
    for (const Theme& theme : {Theme::light(), Theme::darkened()})
      for (const Matrix& eyes : colourBlindness)
        for (const model::EventKind one : model::allEventKinds)
          for (const model::EventKind other : model::allEventKinds)
            if (one < other) QVERIFY(difference(theme.kind(one), theme.kind(other), eyes) > 15);
  }

  void everyKindStandsOutFromTheGround() { // WCAG 2.1, 1.4.11
    for (const Theme& theme : {Theme::light(), Theme::darkened()})
      for (const model::EventKind kind : model::allEventKinds)
        QVERIFY(contrast(theme.kind(kind), theme.base) >= 3);
  }

  void textIsReadableWhereverItStands() { // WCAG 2.1, 1.4.3
    for (const Theme& theme : {Theme::light(), Theme::darkened()}) {
      QVERIFY(contrast(theme.dimText, theme.stripe) >= 4.5);
      for (const model::EventKind kind : model::allEventKinds) {
        QVERIFY(contrast(theme.text, mixed(theme.kind(kind), theme.base, theme.barFill)) >= 4.5); // on a bar
        QVERIFY(contrast(readableOn(theme.kind(kind)), theme.kind(kind)) >= 4.5); // in a cluster
      }
    }
  }

  void withAPaletteOfHighContrastEveryTextHasIt() { // WCAG 2.1, 1.4.6
    for (const Theme& theme :
         {Theme::of(highContrast(Qt::black, Qt::white)), Theme::of(highContrast(Qt::white, Qt::black))}) {
      QVERIFY(theme.highContrast);
      QVERIFY(contrast(theme.text, theme.stripe) >= 7);
      QVERIFY(contrast(theme.dimText, theme.stripe) >= 7);
      QVERIFY(contrast(theme.today, theme.base) >= 7);
      QVERIFY(contrast(theme.line, theme.base) >= 3);
      for (const model::EventKind kind : model::allEventKinds) {
        QVERIFY(contrast(theme.text, mixed(theme.kind(kind), theme.base, theme.barFill)) >= 7); // on a bar
        QVERIFY(contrast(readableOn(theme.kind(kind)), theme.kind(kind)) >= 7); // in a cluster
        for (const model::EventKind other : model::allEventKinds)
          QVERIFY(kind == other || theme.kind(kind) != theme.kind(other));
      }
    }
  }

  void ordinaryPalettesAreNotOnesOfHighContrast() {
    QPalette fusion(QColor(0xef, 0xef, 0xef));
    fusion.setColor(QPalette::Base, Qt::white);
    fusion.setColor(QPalette::Text, Qt::black);
    QVERIFY(!Theme::of(fusion).highContrast);
    QVERIFY(!Theme::light().highContrast && !Theme::darkened().highContrast);
  }

  void theThemeFollowsThePalette() {
    QPalette dark;
    dark.setColor(QPalette::Base, QColor(20, 20, 24));
    dark.setColor(QPalette::Text, Qt::white);
    QVERIFY(Theme::of(dark).dark);
    QVERIFY(!Theme::of(QPalette(Qt::white)).dark);
  }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
