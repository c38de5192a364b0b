// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/fake_session.h"
#include "ui/bridge/text_ranks.h"
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

ui::StoryRow rowOf(const QString& id) {
  return test::sampleLibrary()->rowOf(id.toStdString())->value_or(ui::noStory);
}
QModelIndex indexOf(const EventListModel& model, const QString& id) {
  return model.indexOf(rowOf(id));
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
    const QModelIndex meeting = indexOf(model, u"meeting"_s);
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
    QCOMPARE(session->idAt(model.eventAt(model.index(3, 0))), u"undated"_s);
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
    const QPersistentModelIndex visit = indexOf(model, u"visit"_s);
    model.sort(EventListModel::titleColumn, Qt::DescendingOrder);
    QCOMPARE(model.eventAt(visit), rowOf(u"visit"_s));
    QCOMPARE(visit.row(), 0);
    QCOMPARE(indexOf(model, u"visit"_s).row(), 0);
  }

  void wordsAreAskedForWhenTheyAreLookedAtAndShownWhenTheyArrive() {
    const auto session = test::sampleLibrary();
    const auto found = *session->stories({});
    std::vector<ui::StoryRow> wanted;
    const auto events = std::make_shared<const ui::EventSet>(
        timeline::snapshotOf(found.catalogue, found.places), 2,
        ui::EventSet::Source{{}, [&](ui::StoryRow row) { wanted.push_back(row); }, [](ui::TextColumn) {}});
    EventListModel model;
    model.setEvents(events);
    const QModelIndex title = model.index(0, EventListModel::titleColumn);
    QVERIFY(title.data().toString().isEmpty());
    QCOMPARE(wanted, std::vector<ui::StoryRow>{model.eventAt(title)});
    events->take(wanted, *session->storiesAt(wanted));
    QCOMPARE(title.data().toString(), u"The call"_s);
  }

  void whatIsSortedByTextsIsSortedWhenTheyArrive() {
    const auto session = test::sampleLibrary();
    const auto found = *session->stories({});
    const auto events = std::make_shared<const ui::EventSet>(
        timeline::snapshotOf(found.catalogue, found.places), 2,
        ui::EventSet::Source{
            [&](const std::vector<ui::StoryRow>& rows) { return session->storiesAt(rows); }, {}, {}});
    EventListModel model;
    model.setEvents(events);
    model.sort(EventListModel::titleColumn, Qt::DescendingOrder);
    QCOMPARE(column(model, EventListModel::titleColumn).front(), u"The call"_s);
    events->takeRanks(ui::TextColumn::title,
                      ui::rankedBy(*events, ui::TextColumn::title, *ui::titlesOf(*session, *events)));
    model.takeArrived();
    QCOMPARE(column(model, EventListModel::titleColumn),
             (QStringList{u"The visit"_s, u"The meeting"_s, u"The call"_s}));
  }

  void anEventThatIsNotListedHasNoRow() {
    EventListModel model;
    QVERIFY(!indexOf(model, u"meeting"_s).isValid());
    model.setEvents(sampleEvents());
    QVERIFY(!model.indexOf(ui::noStory).isValid());
  }
};

QTEST_MAIN(EventListModelTest)
#include "event_list_model_test.moc"
