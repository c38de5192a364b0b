// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace demarche::ui {

using namespace Qt::StringLiterals;

const std::vector<WindowLanguage>& windowLanguages() {
  static const std::vector<WindowLanguage> languages{
      {u"en"_s, u"English"_s}, {u"zh_CN"_s, u"简体中文"_s}, {u"zh_TW"_s, u"繁體中文"_s}};
  return languages;
}

namespace {

/// The system's language as one of ours: Chinese by its script, so that Hong Kong reads traditional.
QString systemLanguage() {
  const QLocale system = QLocale::system();
  if (system.language() != QLocale::Chinese) return u"en"_s;
  return system.script() == QLocale::TraditionalHanScript ? u"zh_TW"_s : u"zh_CN"_s;
}

} // namespace

Translation::~Translation() {
  QCoreApplication::removeTranslator(&m_own);
  QCoreApplication::removeTranslator(&m_qt);
}

void Translation::use(const QString& language) {
  const QString name = language.isEmpty() ? systemLanguage() : language;
  // English keeps the system's way of writing where that is an English one.
  const bool systemSpeaksIt = QLocale::system().language() == QLocale(name).language();
  QLocale::setDefault(name == "en"_L1 && systemSpeaksIt ? QLocale::system() : QLocale(name));
  QCoreApplication::removeTranslator(&m_own);
  QCoreApplication::removeTranslator(&m_qt);
  if (m_qt.load(u"qtbase_"_s + name, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QCoreApplication::installTranslator(&m_qt);
  if (m_own.load(u":/translations/demarche_"_s + name)) QCoreApplication::installTranslator(&m_own);
}

} // namespace demarche::ui
