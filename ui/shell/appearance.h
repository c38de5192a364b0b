// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/settings.h"
#include "ui/shell/translation.h"

#include <QObject>
#include <vector>

class QAction;
class QMenu;

namespace demarche::ui {

/// The menus of themes and languages: what is chosen holds at once, for every widget, and is remembered.
class Appearance : public QObject {
  Q_OBJECT
 public:
  Appearance(Settings& settings, Translation& translation, QObject* parent);

  /// Fill the menus; they show what is chosen now.
  void addThemesTo(QMenu* menu);
  void addLanguagesTo(QMenu* menu);
  void retranslate();

 private:
  Settings& m_settings;
  Translation& m_translation;
  std::vector<QAction*> m_themes; ///< system, light, dark
  QAction* m_systemLanguage = nullptr;
};

} // namespace demarche::ui
