// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/fake_session.h"
#include "ui/shell/actions.h"
#include "ui/shell/event_list_view.h"
#include "ui/shell/filter_bar.h"
#include "ui/shell/go_to_date.h"
#include "ui/shell/library_commands.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings.h"
#include "ui/shell/translation.h"
#include "ui/shell/view_history.h"
#include "ui/timeline/view.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace demarche;
using namespace Qt::StringLiterals;

namespace {

/// A window over a library in memory that shows its events.
struct Shown {
  Shown()
      : settings(folder.filePath(u"settings.ini"_s)),
        client(test::openerOf(test::sampleLibrary())),
        window(client, settings, translation) {
    window.resize(1200, 800);
    window.show();
    window.activateWindow();
  }

  void open() {
    QSignalSpy events(&client, &ui::LibraryClient::eventsReady);
    window.library().open(u"fake.demarche"_s);
    QTRY_VERIFY(!events.isEmpty());
    QTRY_VERIFY(QTest::qWaitForWindowActive(&window));
    QCoreApplication::processEvents();
    timeline().setFocus();
  }

  [[nodiscard]] ui::TimelineView& timeline() const { return *window.findChild<ui::TimelineView*>(); }
  [[nodiscard]] ui::GoToDate& goToDate() const { return *window.findChild<ui::GoToDate*>(); }
  [[nodiscard]] QLineEdit& date() const { return *goToDate().findChild<QLineEdit*>(); }
  [[nodiscard]] QString whyNot() const {
    const auto* label = goToDate().findChild<QLabel*>();
    return label->isVisible() ? label->text() : QString();
  }
  [[nodiscard]] QLineEdit& filterText() const {
    return *window.findChild<ui::FilterBar*>()->findChild<QLineEdit*>();
  }
  [[nodiscard]] int rows() const { return window.findChild<ui::EventListView*>()->model()->rowCount(); }
  [[nodiscard]] QAction& back() const { return *window.findChild<ui::Actions*>()->back; }
  [[nodiscard]] QAction& forward() const { return *window.findChild<ui::Actions*>()->forward; }

  /// As long as a view takes to count.
  void rest() const {
    auto* history = window.findChild<ui::ViewHistory*>();
    QSignalSpy changed(history, &ui::ViewHistory::changed);
    QVERIFY(changed.wait());
  }
  void turnWheel(int notches) const {
    const QPointF at(600, 150);
    for (int turn = 0; turn < std::abs(notches); ++turn) {
      QWheelEvent event(at, timeline().mapToGlobal(at), {}, {0, notches > 0 ? 120 : -120}, Qt::NoButton, {},
                        Qt::NoScrollPhase, false);
      QApplication::sendEvent(&timeline(), &event);
    }
  }

  QTemporaryDir folder;
  ui::Settings settings;
  ui::Translation translation;
  ui::LibraryClient client;
  ui::MainWindow window;
};

bool nearly(std::pair<double, double> a, std::pair<double, double> b) {
  return std::abs(a.first - b.first) < 0.5 && std::abs(a.second - b.second) < 0.5;
}

} // namespace

namespace {
const ui::StoryRow meeting = **test::sampleLibrary()->rowOf("meeting");
}

class NavigationTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void altLeftGoesBackOverAWholeTurnOfTheWheelAndAltRightForwardAgain() {
    Shown shown;
    shown.open();
    QVERIFY(!shown.back().isEnabled());
    const auto all = shown.timeline().shownDays();
    shown.turnWheel(6);
    const auto close = shown.timeline().shownDays();
    QVERIFY(!nearly(close, all));
    shown.rest();
    QTest::keyClick(&shown.timeline(), Qt::Key_Right);
    QTest::keyClick(&shown.timeline(), Qt::Key_Right);
    const auto beside = shown.timeline().shownDays();
    shown.rest();
    QTest::keyClick(&shown.timeline(), Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY(nearly(shown.timeline().shownDays(), close));
    QTest::keyClick(&shown.timeline(), Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY(nearly(shown.timeline().shownDays(), all));
    QVERIFY(shown.timeline().showsAll());
    QVERIFY(!shown.back().isEnabled());
    QTest::keyClick(&shown.timeline(), Qt::Key_Right, Qt::AltModifier);
    QTest::keyClick(&shown.timeline(), Qt::Key_Right, Qt::AltModifier);
    QTRY_VERIFY(nearly(shown.timeline().shownDays(), beside));
    QVERIFY(!shown.forward().isEnabled());
  }

  void whatIsStillMovingCanBeGoneBackFrom() {
    Shown shown;
    shown.open();
    const auto all = shown.timeline().shownDays();
    shown.turnWheel(3);
    const auto close = shown.timeline().shownDays();
    QVERIFY(shown.back().isEnabled());
    shown.back().trigger();
    QTRY_VERIFY(nearly(shown.timeline().shownDays(), all));
    shown.forward().trigger();
    QTRY_VERIFY(nearly(shown.timeline().shownDays(), close));
  }

  void theButtonsUnderTheThumbGoBackAndForward() {
    Shown shown;
    shown.open();
    const auto all = shown.timeline().shownDays();
    shown.turnWheel(4);
    const auto close = shown.timeline().shownDays();
    QTest::mouseClick(&shown.timeline(), Qt::BackButton);
    QTRY_VERIFY(nearly(shown.timeline().shownDays(), all));
    QTest::mouseClick(&shown.timeline(), Qt::ForwardButton);
    QTRY_VERIFY(nearly(shown.timeline().shownDays(), close));
  }

  void goingBackBringsTheFilterBackToo() {
    Shown shown;
    shown.open();
    QTest::keyClicks(&shown.filterText(), u"call"_s);
    QTRY_COMPARE(shown.rows(), 1);
    shown.rest();
    shown.back().trigger();
    QTRY_COMPARE(shown.rows(), 3);
    QCOMPARE(shown.filterText().text(), QString());
    shown.forward().trigger();
    QTRY_COMPARE(shown.rows(), 1);
    QCOMPARE(shown.filterText().text(), u"call"_s);
  }

  void everyChoiceOfTheFilterComesBack() {
    ui::FilterBar bar;
    QSignalSpy said(&bar, &ui::FilterBar::filterChanged);
    model::Filter filter;
    filter.text = "维也纳 talks";
    filter.kinds = {model::EventKind::call, model::EventKind::visit};
    filter.statuses = {model::EventStatus::planned};
    filter.minConfidence = 0.9;
    bar.setFilter(filter);
    QCOMPARE(said.count(), 1);
    QVERIFY(bar.filter() == filter);
    filter = {};
    filter.scope = model::Scope::bilateral;
    bar.setFilter(filter);
    QVERIFY(bar.filter() == filter);
    QVERIFY(bar.isClear());
  }

  void placesNearbyAreOneAndOnlyTheLastHundredAreKept() {
    ui::ViewHistory history;
    history.visit({0, 100, false, {}});
    history.settle();
    history.visit({1, 101, false, {}});
    history.settle();
    QVERIFY(!history.canGoBack());
    for (int place = 1; place <= 150; ++place) {
      history.visit({place * 100.0, place * 100.0 + 100, false, {}});
      history.settle();
    }
    int steps = 0;
    std::optional<ui::Sighting> oldest;
    while (history.canGoBack()) {
      oldest = history.back();
      ++steps;
    }
    QCOMPARE(steps, 99);
    QCOMPARE(oldest->firstDay, 5100.0);
  }

  void aNewWayDropsTheOneThatWasLeft() {
    ui::ViewHistory history;
    for (const double first : {0.0, 100.0, 200.0}) {
      history.visit({first, first + 50, false, {}});
      history.settle();
    }
    QCOMPARE(history.back()->firstDay, 100.0);
    history.visit({700, 750, false, {}});
    history.settle();
    QVERIFY(!history.canGoForward());
    QCOMPARE(history.back()->firstDay, 100.0);
  }

  void controlLGoesToADate_data() {
    QTest::addColumn<QString>("date");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    QTest::newRow("day") << u"2023-05-10~"_s << QDate(2023, 5, 10) << QDate(2023, 5, 10);
    QTest::newRow("month") << u" 2023-05 "_s << QDate(2023, 5, 1) << QDate(2023, 5, 31);
    QTest::newRow("decade") << u"197X"_s << QDate(1970, 1, 1) << QDate(1979, 12, 31);
    QTest::newRow("interval") << u"2018/2019"_s << QDate(2018, 1, 1) << QDate(2019, 12, 31);
    QTest::newRow("open end") << u"2018/.."_s << QDate(2018, 1, 1) << QDate(2023, 5, 10);
  }

  void controlLGoesToADate() {
    QFETCH(const QString, date);
    QFETCH(const QDate, first);
    QFETCH(const QDate, last);
    Shown shown;
    shown.open();
    QTest::keyClick(&shown.timeline(), Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(shown.date().hasFocus());
    QTest::keyClicks(&shown.date(), date);
    QTest::keyClick(&shown.date(), Qt::Key_Return);
    QVERIFY(!shown.goToDate().isVisible());
    QVERIFY(shown.timeline().hasFocus());
    const qint64 days = first.daysTo(last) + 1;
    QTRY_VERIFY(shown.timeline().shownRange().first < first && shown.timeline().shownRange().second > last);
    const auto [begin, end] = shown.timeline().shownDays();
    QVERIFY(end - begin <= std::max(1.5 * static_cast<double>(days), static_cast<double>(days) + 60));
  }

  void whatIsNoDateIsToldAndCanBePutRight_data() {
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("why");
    QTest::newRow("words") << u"last May"_s << u"Write it like"_s;
    QTest::newRow("no such day") << u"2023-02-30"_s << u"no such day"_s;
    QTest::newRow("backwards") << u"2023/2018"_s << u"ends before"_s;
    QTest::newRow("unknown") << u"unknown"_s << u"nowhere"_s;
  }

  void whatIsNoDateIsToldAndCanBePutRight() {
    QFETCH(const QString, date);
    QFETCH(const QString, why);
    Shown shown;
    shown.open();
    const auto before = shown.timeline().shownDays();
    QTest::keyClick(&shown.timeline(), Qt::Key_L, Qt::ControlModifier);
    QTest::keyClicks(&shown.date(), date);
    QTest::keyClick(&shown.date(), Qt::Key_Return);
    QVERIFY2(shown.whyNot().contains(why), qPrintable(shown.whyNot()));
    QVERIFY(nearly(shown.timeline().shownDays(), before));
    QTest::keyClick(&shown.date(), Qt::Key_Backspace);
    QCOMPARE(shown.whyNot(), QString());
  }

  void escapeLeavesTheDateAndTheSelectionAlone() {
    Shown shown;
    shown.open();
    shown.timeline().setSelected(meeting);
    const auto before = shown.timeline().shownDays();
    QTest::keyClick(&shown.timeline(), Qt::Key_L, Qt::ControlModifier);
    QTest::keyClicks(&shown.date(), u"1972"_s);
    QTest::keyClick(&shown.date(), Qt::Key_Escape);
    QVERIFY(!shown.goToDate().isVisible());
    QVERIFY(shown.timeline().hasFocus());
    QCOMPARE(shown.timeline().selected(), meeting);
    QVERIFY(nearly(shown.timeline().shownDays(), before));
  }

  void theSelectedEventIsFoundAgain() {
    Shown shown;
    shown.open();
    shown.timeline().setSelected(meeting);
    shown.timeline().showRange(QDate(1972, 1, 1), QDate(1979, 1, 1));
    shown.window.findChild<ui::Actions*>()->goToSelection->trigger();
    const auto [first, last] = shown.timeline().shownRange();
    QVERIFY(first < QDate(2023, 5, 10) && QDate(2023, 5, 10) < last);
    QVERIFY(first.daysTo(last) < 200);
  }
};

QTEST_MAIN(NavigationTest)
#include "navigation_test.moc"
