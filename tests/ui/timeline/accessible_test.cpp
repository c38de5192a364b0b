// SPDX-License-Identifier: Apache-2.0
// What screen readers are told of the timeline.
#include "events.h"
#include "tests/ui/support/event_ids.h"
#include "ui/timeline/view.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QtTest>

using namespace demarche;
using namespace demarche::ui;
using namespace Qt::StringLiterals;

class AccessibleTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    m_view = std::make_unique<TimelineView>();
    m_view->setAnimated(false);
    m_view->resize(1000, 500);
    m_view->setEvents(eventSetOf(someEvents()));
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setFocus();
  }

  void theTimelineIsATreeOfLanes() {
    QCOMPARE(tree()->role(), QAccessible::Tree);
    QCOMPARE(names(tree()), (QStringList{u"Meeting, 2 event(s)"_s, u"Visit, 1 event(s)"_s,
                                         u"Agreement, 1 event(s)"_s, u"Incident, 1 event(s)"_s}));
    QAccessibleInterface* const lane = tree()->child(1);
    QCOMPARE(lane->role(), QAccessible::TreeItem);
    QCOMPARE(lane->parent(), tree());
    QCOMPARE(tree()->indexOfChild(lane), 1);
  }

  void aLaneHasItsEventsInSightByTime() {
    QAccessibleInterface* const meetings = tree()->child(0);
    m_view->showRange(QDate(2023, 1, 1), QDate(2023, 12, 31));
    QCOMPARE(names(meetings), (QStringList{u"Event vienna, 10–11 May 2023, Meeting, Occurred"_s,
                                           u"Event woodside, 15 November 2023, Meeting, Occurred"_s}));
    m_view->showRange(QDate(2023, 5, 1), QDate(2023, 6, 1));
    QCOMPARE(names(meetings), QStringList{u"Event vienna, 10–11 May 2023, Meeting, Occurred"_s});
    m_view->showRange(QDate(2000, 1, 1), QDate(2002, 1, 1));
    QCOMPARE(meetings->childCount(), 0);
  }

  void severalSourcesAreTold() {
    auto events = someEvents();
    for (const char* article : {"a.txt", "b.txt", "c.txt"}) {
      model::Passage passage;
      passage.article = article;
      events[1].passages.push_back(passage);
    }
    m_view->setEvents(eventSetOf(events));
    const QString name = tree()->child(1)->child(0)->text(QAccessible::Name);
    QVERIFY2(name.endsWith(u", 3 source(s)"_s), qPrintable(name));
  }

  void anEventIsDescribedByItsCard() {
    m_view->setCardText([this](StoryRow event) {
      return u"<b>%1</b> told at length"_s.arg(test::idOf(*m_view->scene().events(), event));
    });
    QCOMPARE(tree()->child(1)->child(0)->text(QAccessible::Description), u"nixon told at length"_s);
  }

  void whatIsAtAPointIsFound() {
    QAccessibleInterface* const nixon = tree()->child(1)->child(0);
    const QPoint middle = nixon->rect().center();
    QCOMPARE(tree()->childAt(middle.x(), middle.y()), nixon);
    QCOMPARE(nixon->parent(), tree()->child(1));
    QCOMPARE(tree()->child(1)->indexOfChild(nixon), 0);
    QCOMPARE(tree()->childAt(m_view->mapToGlobal(QPoint(10, 0)).x(), middle.y()), tree()->child(1));
  }

  void anEventCanBeOpened() {
    QSignalSpy activated(m_view.get(), &TimelineView::eventActivated);
    QAccessibleInterface* const nixon = tree()->child(1)->child(0);
    QVERIFY(!nixon->state().selected);
    nixon->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.first().first().value<StoryRow>(), row(u"nixon"_s));
    QVERIFY(nixon->state().selected);
    QVERIFY(nixon->state().focused);
    QCOMPARE(tree()->focusChild(), nixon);
  }

  void allSelectedEventsAreToldToBe() {
    StoryRows both{row(u"nixon"_s), row(u"hainan"_s)};
    std::ranges::sort(both);
    m_view->setSelected(row(u"nixon"_s), both);
    QVERIFY(tree()->child(3)->child(0)->state().selected);
    QVERIFY(!tree()->child(3)->child(0)->state().focused);
    QVERIFY(!tree()->child(2)->child(0)->state().selected);
  }

  void aLaneCanBeFolded() {
    QAccessibleInterface* const lane = tree()->child(0);
    QVERIFY(lane->state().expanded);
    lane->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(lane->state().collapsed);
    QVERIFY(m_view->scene().layout().lanes[0].collapsed);
    lane->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(lane->state().expanded);
  }

  void aClusterTellsHowManyEventsItHasAndOpens() {
    m_view->setEvents(
        eventSetOf({eventOn("2023-05-10", "a"), eventOn("2023-05-14", "b"), eventOn("1972-02-21", "c")}));
    m_view->resize(1000, 120);
    m_view->fitAll();
    QTRY_COMPARE(tree()->child(0)->childCount(), 2);
    QAccessibleInterface* const cluster = tree()->child(0)->child(1);
    const QString name = cluster->text(QAccessible::Name);
    QVERIFY2(name.startsWith(u"2 event(s), "_s) && name.contains(u"2023"_s), qPrintable(name));
    cluster->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(tree()->child(0)->childCount(), 2);
    QVERIFY(tree()->child(0)->child(0)->text(QAccessible::Name).startsWith(u"Event a"_s));
  }

  void whatIsGoneIsInvalidAsLongAsSomebodyHoldsIt() {
    QAccessibleInterface* const nixon = tree()->child(1)->child(0);
    m_view->setEvents(eventSetOf({eventOn("1999", "another")}));
    QVERIFY(!nixon->isValid());
    QCOMPARE(nixon->text(QAccessible::Name), QString());
    QVERIFY(nixon->rect().isEmpty());
    QCOMPARE(tree()->childCount(), 1);
  }

  void walkingAFewMarksOfVeryManyEventsIsQuick() {
    m_view->setEvents(manyEvents(200'000));
    m_view->showRange(QDate(2000, 1, 1), QDate(2000, 1, 31));
    QElapsedTimer timer;
    timer.start();
    int told = 0;
    for (int lane = 0; lane < tree()->childCount(); ++lane)
      for (int child = 0; child < tree()->child(lane)->childCount(); ++child)
        told += !tree()->child(lane)->child(child)->text(QAccessible::Name).isEmpty();
    QVERIFY(told > 5);
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
  }

 private:
  [[nodiscard]] StoryRow row(const QString& id) const { return test::rowOf(*m_view->scene().events(), id); }
  [[nodiscard]] QAccessibleInterface* tree() const {
    return QAccessible::queryAccessibleInterface(m_view.get());
  }
  static QStringList names(const QAccessibleInterface* of) {
    QStringList names;
    for (int index = 0; index < of->childCount(); ++index)
      names += of->child(index)->text(QAccessible::Name);
    return names;
  }

  std::unique_ptr<TimelineView> m_view;
};

QTEST_MAIN(AccessibleTest)
#include "accessible_test.moc"
