// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/fake_session.h"
#include "ui/models/event_list_model.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace demarche;
using namespace Qt::StringLiterals;
using ui::EventListModel;

namespace {

QStringList column(const EventListModel& model, int column) {
  QStringList cells;
  for (int row = 0; row < model.rowCount(); ++row)
    cells += model.index(row, column).data().toString();
  return cells;
}

ui::EventSetPtr sampleEvents() {
  return test::eventSetOf(*test::sampleLibrary());
}

} // namespace

class EventListModelTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void keepsTheRulesOfItemModels() {
    EventListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEvents(sampleEvents());
    for (int column = 0; column < EventListModel::columns; ++column) {
      model.sort(column, Qt::DescendingOrder);
      model.sort(column, Qt::AscendingOrder);
    }
    model.retranslate();
    model.setEvents(nullptr);
    QCOMPARE(model.rowCount(), 0);
  }

  void saysWhatAnEventIs() {
    EventListModel model;
    model.setEvents(sampleEvents());
    const QModelIndex meeting = model.indexOf(u"meeting"_s);
    QVERIFY(meeting.isValid());
    const auto cell = [&](int column) { return meeting.siblingAtColumn(column).data().toString(); };
    QCOMPARE(cell(EventListModel::dateColumn), u"10 May 2023"_s);
    QCOMPARE(cell(EventListModel::kindColumn), u"Meeting"_s);
    QCOMPARE(cell(EventListModel::statusColumn), u"Occurred"_s);
    QCOMPARE(cell(EventListModel::titleColumn), u"The meeting"_s);
    QCOMPARE(cell(EventListModel::sourcesColumn), u"2"_s);
  }

  void isInTheOrderOfTimeAtFirst() {
    EventListModel model;
    model.setEvents(sampleEvents());
    QCOMPARE(column(model, EventListModel::titleColumn),
             (QStringList{u"The call"_s, u"The meeting"_s, u"The visit"_s}));
  }

  void eventsOfUnknownDateComeAfterAllOthers() {
    const auto session = test::sampleLibrary();
    session->addEvent("undated", model::EventKind::letter, "unknown", "vienna.txt", u"Share this page");
    EventListModel model;
    model.setEvents(test::eventSetOf(*session));
    QCOMPARE(model.idAt(model.index(3, 0)), u"undated"_s);
    QCOMPARE(model.index(3, EventListModel::dateColumn).data().toString(), u"date unknown"_s);
  }

  void sortsEveryColumnBothWays() {
    EventListModel model;
    model.setEvents(sampleEvents());
    model.sort(EventListModel::titleColumn, Qt::DescendingOrder);
    QCOMPARE(column(model, EventListModel::titleColumn),
             (QStringList{u"The visit"_s, u"The meeting"_s, u"The call"_s}));
    model.sort(EventListModel::sourcesColumn, Qt::DescendingOrder);
    QCOMPARE(column(model, EventListModel::titleColumn).front(), u"The meeting"_s);
    model.sort(EventListModel::kindColumn, Qt::AscendingOrder);
    QCOMPARE(column(model, EventListModel::kindColumn), (QStringList{u"Meeting"_s, u"Call"_s, u"Visit"_s}));
  }

  void aRowKeepsItsEventWhenTheOrderChanges() {
    EventListModel model;
    model.setEvents(sampleEvents());
    const QPersistentModelIndex visit = model.indexOf(u"visit"_s);
    model.sort(EventListModel::titleColumn, Qt::DescendingOrder);
    QCOMPARE(model.idAt(visit), u"visit"_s);
    QCOMPARE(visit.row(), 0);
    QCOMPARE(model.indexOf(u"visit"_s).row(), 0);
  }

  void anEventThatIsNotListedHasNoRow() {
    EventListModel model;
    QVERIFY(!model.indexOf(u"meeting"_s).isValid());
    model.setEvents(sampleEvents());
    QVERIFY(!model.indexOf(u"no such"_s).isValid());
  }
};

QTEST_MAIN(EventListModelTest)
#include "event_list_model_test.moc"
