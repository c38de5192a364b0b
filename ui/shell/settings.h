// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/picture_choices.h"

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

namespace demarche::ui {

enum class ThemeChoice { system, light, dark };

/// What the window remembers from one day to the next, by name and type in one place. Nothing in here is part
/// of a library.
class Settings {
 public:
  static constexpr int mostRecent = 10;

  /// The user's own settings.
  Settings();
  /// Those in this file.
  explicit Settings(const QString& file);

  /// Newest first, as absolute paths; a library that is gone stays until it is cleared.
  [[nodiscard]] QStringList recentLibraries() const;
  void addRecentLibrary(const QString& library);
  void clearRecentLibraries();

  [[nodiscard]] ThemeChoice theme() const;
  void setTheme(ThemeChoice theme);

  /// A locale's name (`zh_CN`); empty for the system's.
  [[nodiscard]] QString language() const;
  void setLanguage(const QString& language);

  /// What the timeline's lanes are made by; empty where nothing was chosen.
  [[nodiscard]] QString lanes() const;
  void setLanes(const QString& grouping);

  /// What the last picture was to be like.
  [[nodiscard]] PictureChoices picture() const;
  void setPicture(const PictureChoices& choices);
  /// How the lanes of a grouping were put in order, by their codes; empty where they were not.
  [[nodiscard]] QStringList laneOrder(const QString& grouping) const;
  void setLaneOrder(const QString& grouping, const QStringList& codes);

  [[nodiscard]] QByteArray geometry() const;
  [[nodiscard]] QByteArray layout() const; ///< of docks and toolbars
  void setWindow(const QByteArray& geometry, const QByteArray& layout);

  /// The folder that the last dialog was left in.
  [[nodiscard]] QString folder() const;
  void setFolder(const QString& folder);

 private:
  QSettings m_values;
};

} // namespace demarche::ui
