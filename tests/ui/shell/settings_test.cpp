// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/settings.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace demarche;
using namespace Qt::StringLiterals;

class SettingsTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void whatIsSetIsThereTheNextTime() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"settings.ini"_s);
    {
      ui::Settings settings(file);
      QVERIFY(settings.recentLibraries().isEmpty());
      QCOMPARE(settings.theme(), ui::ThemeChoice::system);
      settings.addRecentLibrary(u"/a/one.demarche"_s);
      settings.setTheme(ui::ThemeChoice::dark);
      settings.setLanguage(u"zh_TW"_s);
      settings.setWindow("geometry", "layout");
      settings.setLaneOrder(u"person"_s, {u"Wang Yi (CN)"_s, u"*none"_s});
    }
    const ui::Settings again(file);
    QCOMPARE(again.recentLibraries(), QStringList{u"/a/one.demarche"_s});
    QCOMPARE(again.theme(), ui::ThemeChoice::dark);
    QCOMPARE(again.language(), u"zh_TW"_s);
    QCOMPARE(again.geometry(), QByteArray("geometry"));
    QCOMPARE(again.layout(), QByteArray("layout"));
    QCOMPARE(again.laneOrder(u"person"_s), (QStringList{u"Wang Yi (CN)"_s, u"*none"_s}));
    QVERIFY(again.laneOrder(u"kind"_s).isEmpty());
  }

  void theLibraryUsedLastComesFirstAndOnce() {
    const QTemporaryDir folder;
    ui::Settings settings(folder.filePath(u"settings.ini"_s));
    for (const QString& name : {u"/one"_s, u"/two"_s, u"/one"_s})
      settings.addRecentLibrary(name);
    QCOMPARE(settings.recentLibraries(), (QStringList{u"/one"_s, u"/two"_s}));
  }

  void onlySoManyLibrariesAreRemembered() {
    const QTemporaryDir folder;
    ui::Settings settings(folder.filePath(u"settings.ini"_s));
    for (int i = 0; i < ui::Settings::mostRecent + 5; ++i)
      settings.addRecentLibrary(u"/%1"_s.arg(i));
    QCOMPARE(settings.recentLibraries().size(), ui::Settings::mostRecent);
    QCOMPARE(settings.recentLibraries().front(), u"/%1"_s.arg(ui::Settings::mostRecent + 4));
  }
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "settings_test.moc"
