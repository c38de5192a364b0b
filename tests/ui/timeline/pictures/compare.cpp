// SPDX-License-Identifier: Apache-2.0
#include "compare.h"

#include <algorithm>
#include <cstdlib>

namespace demarche::ui {
namespace {

/// Of 255 in any channel. Edges of letters and shapes are smoothed by libraries of many versions.
constexpr int tolerance = 24;

/// Each pixel becomes the mean of those around it.
QImage blurred(const QImage& image) {
  QImage result(image.size(), QImage::Format_RGB32);
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) {
      int red = 0;
      int green = 0;
      int blue = 0;
      for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx) {
          const QRgb pixel = image.pixel(std::clamp(x + dx, 0, image.width() - 1),
                                         std::clamp(y + dy, 0, image.height() - 1));
          red += qRed(pixel);
          green += qGreen(pixel);
          blue += qBlue(pixel);
        }
      result.setPixel(x, y, qRgb(red / 9, green / 9, blue / 9));
    }
  return result;
}

bool differs(QRgb a, QRgb b) {
  return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                   std::abs(qBlue(a) - qBlue(b))}) > tolerance;
}

QRgb pale(QRgb pixel) {
  return qRgb(170 + qRed(pixel) / 3, 170 + qGreen(pixel) / 3, 170 + qBlue(pixel) / 3);
}

} // namespace

PictureDifference compare(const QImage& wanted, const QImage& drawn) {
  if (wanted.isNull() || wanted.size() != drawn.size()) return {};
  const QImage a = blurred(wanted.convertToFormat(QImage::Format_RGB32));
  const QImage b = blurred(drawn.convertToFormat(QImage::Format_RGB32));
  PictureDifference difference{0, QImage(a.size(), QImage::Format_RGB32)};
  int different = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.width(); ++x) {
      const bool differ = differs(a.pixel(x, y), b.pixel(x, y));
      different += differ;
      difference.shown.setPixel(x, y, differ ? qRgb(220, 0, 0) : pale(wanted.pixel(x, y)));
    }
  difference.share = static_cast<double>(different) / a.width() / a.height();
  return difference;
}

} // namespace demarche::ui
