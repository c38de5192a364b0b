// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/settings.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace demarche::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto recentKey = "libraries/recent"_L1;
constexpr auto themeKey = "window/theme"_L1;
constexpr auto languageKey = "window/language"_L1;
constexpr auto geometryKey = "window/geometry"_L1;
constexpr auto layoutKey = "window/layout"_L1;
constexpr auto folderKey = "window/folder"_L1;
constexpr auto lanesKey = "window/lanes"_L1;
constexpr auto laneOrderKey = "lanes/"_L1; ///< with the grouping behind it

} // namespace

Settings::Settings() : m_values(u"demarche"_s, u"demarche"_s) {}

Settings::Settings(const QString& file) : m_values(file, QSettings::IniFormat) {}

QStringList Settings::recentLibraries() const {
  return m_values.value(recentKey).toStringList();
}

void Settings::addRecentLibrary(const QString& library) {
  const QString path = QFileInfo(library).absoluteFilePath();
  QStringList recent = recentLibraries();
  recent.removeAll(path);
  recent.prepend(path);
  m_values.setValue(recentKey, QStringList(recent.mid(0, mostRecent)));
}

void Settings::clearRecentLibraries() {
  m_values.remove(recentKey);
}

ThemeChoice Settings::theme() const {
  const QString name = m_values.value(themeKey).toString();
  if (name == "light"_L1) return ThemeChoice::light;
  return name == "dark"_L1 ? ThemeChoice::dark : ThemeChoice::system;
}

void Settings::setTheme(ThemeChoice theme) {
  switch (theme) {
  case ThemeChoice::system:
    m_values.remove(themeKey);
    break;
  case ThemeChoice::light:
    m_values.setValue(themeKey, u"light"_s);
    break;
  case ThemeChoice::dark:
    m_values.setValue(themeKey, u"dark"_s);
    break;
  }
}

QString Settings::language() const {
  return m_values.value(languageKey).toString();
}

void Settings::setLanguage(const QString& language) {
  m_values.setValue(languageKey, language);
}

QString Settings::lanes() const {
  return m_values.value(lanesKey).toString();
}

void Settings::setLanes(const QString& grouping) {
  m_values.setValue(lanesKey, grouping);
}

QStringList Settings::laneOrder(const QString& grouping) const {
  return m_values.value(laneOrderKey + grouping).toStringList();
}

void Settings::setLaneOrder(const QString& grouping, const QStringList& codes) {
  if (codes.isEmpty())
    m_values.remove(laneOrderKey + grouping);
  else
    m_values.setValue(laneOrderKey + grouping, codes);
}

QByteArray Settings::geometry() const {
  return m_values.value(geometryKey).toByteArray();
}

QByteArray Settings::layout() const {
  return m_values.value(layoutKey).toByteArray();
}

void Settings::setWindow(const QByteArray& geometry, const QByteArray& layout) {
  m_values.setValue(geometryKey, geometry);
  m_values.setValue(layoutKey, layout);
}

QString Settings::folder() const {
  const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  return m_values.value(folderKey, documents).toString();
}

void Settings::setFolder(const QString& folder) {
  m_values.setValue(folderKey, folder);
}

} // namespace demarche::ui
