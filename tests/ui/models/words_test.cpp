// SPDX-License-Identifier: Apache-2.0
#include "ui/models/words.h"

#include <QLocale>
#include <QtTest>

using namespace demarche;
using ui::Words;

class WordsTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

  void datesAreToldAsPreciselyAsTheyAreKnown_data() {
    QTest::addColumn<QString>("edtf");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* edtf, const char* words) {
      QTest::newRow(edtf) << QString::fromUtf8(edtf) << QString::fromUtf8(words);
    };
    row("2023-05-10", "10 May 2023");
    row("2023-05-10/2023-05-11", "10–11 May 2023");
    row("2023-04-28/2023-05-03", "28 April – 3 May 2023");
    row("2022-12-30/2023-01-02", "30 December 2022 – 2 January 2023");
    row("2023-05", "May 2023");
    row("2023-02~", "about February 2023");
    row("2023-02?", "perhaps February 2023");
    row("2023-02%", "perhaps about February 2023");
    row("2023", "2023");
    row("2024-21", "spring 2024");
    row("2024-33", "quarter 1 of 2024");
    row("199X", "1990s");
    row("2018/..", "from 2018");
    row("../2023-05", "until May 2023");
    row("2023-05/2023-07", "May 2023 – July 2023");
    row("unknown", "date unknown");
  }

  void datesAreToldAsPreciselyAsTheyAreKnown() {
    QFETCH(const QString, edtf);
    QFETCH(const QString, words);
    const base::Result<time::Edtf> date = time::Edtf::parse(edtf.toStdString());
    QVERIFY(date.has_value());
    QCOMPARE(Words::date(*date), words);
  }

  void everyCodeHasAWordOfItsOwn() {
    QSet<QString> words;
    for (const model::EventKind kind : model::allEventKinds)
      words += Words::kind(kind);
    for (const model::EventStatus status : model::allEventStatuses)
      words += Words::status(status);
    QCOMPARE(words.size(), qsizetype(model::allEventKinds.size() + model::allEventStatuses.size()));
    QVERIFY(!words.contains(QString()));
  }
};

QTEST_MAIN(WordsTest)
#include "words_test.moc"
