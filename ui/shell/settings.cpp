// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/settings.h"

#include <QFileInfo>
#include <QSize>
#include <QStandardPaths>
#include <algorithm>
#include <array>

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
constexpr auto pictureContentKey = "picture/content"_L1;
constexpr auto pictureStretchKey = "picture/stretch"_L1;
constexpr auto pictureSizeKey = "picture/size"_L1;
constexpr auto pictureOwnSizeKey = "picture/own-size"_L1;
constexpr auto pictureDarkKey = "picture/dark"_L1;
constexpr auto pictureLegendKey = "picture/legend"_L1;
constexpr auto pictureSourcesKey = "picture/sources"_L1;
constexpr auto pictureEndingKey = "picture/ending"_L1;

// In the order of their enumerations.
constexpr std::array pictureContents{"view"_L1, "all"_L1, "stretch"_L1};
constexpr std::array pictureSizes{"screen"_L1,  "a4"_L1,       "a3"_L1, "letter"_L1,
                                  "full-hd"_L1, "ultra-hd"_L1, "own"_L1};
constexpr std::array pictureEndings{"png"_L1, "svg"_L1, "pdf"_L1};

/// The place of the word; that of another one is the first.
template <typename Words>
int placeOf(const Words& words, const QVariant& word) {
  const auto found = std::find(words.begin(), words.end(), word.toString());
  return found == words.end() ? 0 : static_cast<int>(found - words.begin());
}
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

PictureChoices Settings::picture() const {
  PictureChoices choices;
  choices.content = static_cast<PictureContent>(placeOf(pictureContents, m_values.value(pictureContentKey)));
  choices.stretch = m_values.value(pictureStretchKey).toString();
  choices.size = static_cast<PictureSize>(placeOf(pictureSizes, m_values.value(pictureSizeKey)));
  choices.ownSize = m_values.value(pictureOwnSizeKey, choices.ownSize).toSize();
  choices.dark = m_values.value(pictureDarkKey, choices.dark).toBool();
  choices.legend = m_values.value(pictureLegendKey, choices.legend).toBool();
  choices.sources = m_values.value(pictureSourcesKey, choices.sources).toBool();
  choices.ending =
      pictureEndings[static_cast<std::size_t>(placeOf(pictureEndings, m_values.value(pictureEndingKey)))];
  return choices;
}

void Settings::setPicture(const PictureChoices& choices) {
  m_values.setValue(pictureContentKey, pictureContents[static_cast<std::size_t>(choices.content)]);
  m_values.setValue(pictureStretchKey, choices.stretch);
  m_values.setValue(pictureSizeKey, pictureSizes[static_cast<std::size_t>(choices.size)]);
  m_values.setValue(pictureOwnSizeKey, choices.ownSize);
  m_values.setValue(pictureDarkKey, choices.dark);
  m_values.setValue(pictureLegendKey, choices.legend);
  m_values.setValue(pictureSourcesKey, choices.sources);
  m_values.setValue(pictureEndingKey, choices.ending);
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
