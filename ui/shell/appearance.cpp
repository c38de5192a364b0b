// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/appearance.h"

#include "ui/shell/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

namespace demarche::ui {

Appearance::Appearance(Settings& settings, Translation& translation, QObject* parent)
    : QObject(parent), m_settings(settings), m_translation(translation) {}

void Appearance::addThemesTo(QMenu* menu) {
  auto* group = new QActionGroup(this);
  for (const ThemeChoice theme : {ThemeChoice::system, ThemeChoice::light, ThemeChoice::dark}) {
    QAction* action = group->addAction(menu->addAction(QString()));
    action->setCheckable(true);
    action->setChecked(theme == m_settings.theme());
    connect(action, &QAction::triggered, this, [this, theme] {
      m_settings.setTheme(theme);
      applyTheme(theme);
    });
    m_themes.push_back(action);
  }
  retranslate();
}

void Appearance::addLanguagesTo(QMenu* menu) {
  auto* group = new QActionGroup(this);
  const auto add = [&](const QString& name, const QString& locale) {
    QAction* action = group->addAction(menu->addAction(name));
    action->setCheckable(true);
    action->setChecked(locale == m_settings.language());
    connect(action, &QAction::triggered, this, [this, locale] {
      m_settings.setLanguage(locale);
      m_translation.use(locale);
    });
    return action;
  };
  m_systemLanguage = add(QString(), QString());
  for (const WindowLanguage& language : windowLanguages())
    add(language.name, language.locale);
  retranslate();
}

void Appearance::retranslate() {
  if (m_themes.size() == 3) {
    m_themes[0]->setText(tr("As the &system"));
    m_themes[1]->setText(tr("&Light"));
    m_themes[2]->setText(tr("&Dark"));
  }
  if (m_systemLanguage != nullptr) m_systemLanguage->setText(tr("As the &system"));
}

} // namespace demarche::ui
