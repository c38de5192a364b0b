// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/text.h"

#include <QFile>

namespace demarche::ui {

QString toQString(std::string_view utf8) {
  return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString toQString(std::u16string_view utf16) {
  return QString::fromUtf16(utf16.data(), static_cast<qsizetype>(utf16.size()));
}

std::string toUtf8(const QString& text) {
  return text.toStdString();
}

std::filesystem::path toPath(const QString& file) {
  return QFile::encodeName(file).toStdString();
}

} // namespace demarche::ui
