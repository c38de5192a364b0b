// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QTranslator>
#include <vector>

namespace demarche::ui {

/// A language that the window speaks.
struct WindowLanguage {
  QString locale; ///< `zh_CN`
  QString name;   ///< in itself: 简体中文
};
[[nodiscard]] const std::vector<WindowLanguage>& windowLanguages();

/// Gives the whole program a language, also while it runs: every widget is told by LanguageChange.
class Translation {
 public:
  Translation() = default;
  ~Translation();
  Translation(const Translation&) = delete;
  Translation& operator=(const Translation&) = delete;

  /// A locale's name; empty for the system's. Falls back to English.
  void use(const QString& language);

 private:
  QTranslator m_own;
  QTranslator m_qt; ///< the words of Qt's own dialogs, where they are installed
};

} // namespace demarche::ui
