// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/refresh_pace.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QtTest>

using namespace demarche::ui;

class RefreshPaceTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void nothingIsDueBeforeAnythingWasRead() {
    RefreshPace pace;
    const QSignalSpy due(&pace, &RefreshPace::due);
    pace.found(7);
    QVERIFY(due.isEmpty());
    pace.asked();
    pace.answered(7);
    QVERIFY(due.isEmpty());
  }

  void theFirstChangeIsDueAtOnce() {
    RefreshPace pace;
    const QSignalSpy due(&pace, &RefreshPace::due);
    pace.asked();
    pace.answered(1);
    pace.found(1);
    QVERIFY(due.isEmpty());
    pace.found(2);
    QCOMPARE(due.size(), 1);
  }

  void whatChangesWhileAnAnswerIsAwaitedIsDueOnceAfterIt() {
    RefreshPace pace;
    const QSignalSpy due(&pace, &RefreshPace::due);
    pace.asked();
    for (int version = 1; version < 50; ++version)
      pace.found(version);
    QVERIFY(due.isEmpty());
    pace.answered(10);
    QCOMPARE(due.size(), 1);
    pace.asked();
    pace.answered(49);
    QTest::qWait(2 * static_cast<int>(RefreshPace::leastPause.count()));
    QCOMPARE(due.size(), 1);
  }

  void ofABurstThereAreTwoASecondAndTheLastIsNotForgotten() {
    RefreshPace pace;
    std::int64_t version = 1;
    int refreshes = 0;
    QElapsedTimer sinceLast;
    qint64 shortest = RefreshPace::longestPause.count();
    connect(&pace, &RefreshPace::due, &pace, [&] {
      if (sinceLast.isValid()) shortest = std::min(shortest, sinceLast.elapsed());
      sinceLast.start();
      ++refreshes;
      pace.asked();
      pace.answered(version);
    });
    pace.asked();
    pace.answered(version);
    QTimer burst;
    connect(&burst, &QTimer::timeout, &pace, [&] { pace.found(++version); });
    burst.start(10);
    QTRY_VERIFY(refreshes == 4);
    burst.stop();
    QVERIFY2(shortest >= RefreshPace::leastPause.count() * 9 / 10, qPrintable(QString::number(shortest)));
    pace.found(++version);
    QTRY_COMPARE(refreshes, 5);
  }

  void whatOneWritesOneselfIsNotDueWhenItWasAskedForAfterwards() {
    RefreshPace pace;
    const QSignalSpy due(&pace, &RefreshPace::due);
    pace.asked();
    pace.answered(1);
    pace.setWriting(true);
    pace.found(2);
    pace.found(3);
    pace.asked();
    pace.setWriting(false);
    pace.answered(3);
    pace.found(3);
    QVERIFY(due.isEmpty());
    // Another program's is.
    pace.found(4);
    QCOMPARE(due.size(), 1);
  }

  void whatCouldNotBeReadIsDueAgainOnlyAfterTheNextChange() {
    RefreshPace pace;
    const QSignalSpy due(&pace, &RefreshPace::due);
    pace.asked();
    pace.answered(1);
    pace.found(2);
    pace.asked();
    pace.unanswered();
    QCOMPARE(due.size(), 1);
    pace.found(3);
    QTRY_COMPARE(due.size(), 2);
  }
};

QTEST_GUILESS_MAIN(RefreshPaceTest)
#include "refresh_pace_test.moc"
