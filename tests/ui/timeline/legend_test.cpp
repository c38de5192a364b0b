// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/legend.h"

#include "events.h"
#include "ui/models/choices.h"
#include "ui/timeline/view.h"

#include <QSignalSpy>
#include <QtTest>
#include <algorithm>

using namespace demarche;
using namespace demarche::ui;

namespace {

std::vector<LegendEntry> choices(const TimelineScene& scene) {
  std::vector<LegendEntry> entries = legendOf(scene);
  std::erase_if(entries, [](const LegendEntry& entry) { return !entry.isChoice(); });
  return entries;
}

} // namespace

class LegendTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    m_view = std::make_unique<TimelineView>();
    m_view->resize(1200, 500);
    m_view->setEvents(eventSetOf(someEvents()));
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
  }

  void lanesOfKindsTellTheirColoursThemselves() {
    for (const LegendEntry& entry : legendOf(m_view->scene()))
      QVERIFY(entry.sign != LegendEntry::Sign::kind);
    m_view->setGrouping(timeline::Grouping::level);
    const std::vector<LegendEntry> entries = legendOf(m_view->scene());
    QCOMPARE(std::ranges::count(entries, LegendEntry::Sign::kind, &LegendEntry::sign),
             static_cast<std::ptrdiff_t>(model::allEventKinds.size()));
  }

  void entriesStandSideBySideWithinTheFooter_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("byKind");
    for (const int width : {300, 700, 780, 1200}) {
      QTest::addRow("kinds, %d", width) << width << true;
      QTest::addRow("levels, %d", width) << width << false;
    }
  }
  void entriesStandSideBySideWithinTheFooter() {
    QFETCH(const int, width);
    QFETCH(const bool, byKind);
    m_view->setGrouping(byKind ? timeline::Grouping::kind : timeline::Grouping::level);
    m_view->resize(width, 500);
    const TimelineScene& scene = m_view->scene();
    const std::vector<LegendEntry> entries = legendOf(scene);
    QVERIFY(!entries.empty());
    for (std::size_t i = 0; i < entries.size(); ++i) {
      QVERIFY(scene.footerRect().contains(entries[i].mark));
      QVERIFY(entries[i].rect.contains(entries[i].mark));
      QVERIFY(!entries[i].rect.intersects(undatedRect(scene)));
      for (std::size_t j = 0; j < i; ++j)
        QVERIFY(!entries[i].mark.intersects(entries[j].rect));
    }
  }

  void kindsStandCloserBeforeOneIsLeftOut() {
    m_view->setGrouping(timeline::Grouping::level);
    const auto kinds = [&] {
      return std::ranges::count(legendOf(m_view->scene()), LegendEntry::Sign::kind, &LegendEntry::sign);
    };
    const auto lastKind = [&] {
      return legendOf(m_view->scene())[model::allEventKinds.size() - 1].rect.right();
    };
    const double roomy = lastKind();
    m_view->resize(static_cast<int>(roomy) - 40, 500);
    QCOMPARE(kinds(), static_cast<std::ptrdiff_t>(model::allEventKinds.size()));
    QVERIFY(lastKind() < roomy - 40);
  }

  void aClickOnAnEntryAsksForItsStatusOrKind() {
    m_view->setGrouping(timeline::Grouping::level);
    QSignalSpy kinds(m_view.get(), &TimelineView::kindToggled);
    QSignalSpy statuses(m_view.get(), &TimelineView::statusToggled);
    for (const LegendEntry& entry : choices(m_view->scene()))
      QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, entry.rect.center().toPoint());
    QCOMPARE(kinds.count(), static_cast<int>(model::allEventKinds.size()));
    QCOMPARE(statuses.count(), static_cast<int>(model::allEventStatuses.size()));
    QCOMPARE(kinds.at(1).front().value<model::EventKind>(), model::EventKind::call);
    QCOMPARE(statuses.at(2).front().value<model::EventStatus>(), model::EventStatus::cancelled);
  }

  void whatOnlyExplainsCannotBeClicked() {
    QSignalSpy statuses(m_view.get(), &TimelineView::statusToggled);
    int explanations = 0;
    for (const LegendEntry& entry : legendOf(m_view->scene())) {
      if (entry.isChoice()) continue;
      ++explanations;
      QVERIFY(!legendChoiceAt(m_view->scene(), entry.mark.center()));
      QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, entry.mark.center().toPoint());
    }
    QVERIFY(explanations > 0);
    QCOMPARE(statuses.count(), 0);
  }

  void aKindThatIsFilteredOutCanBeClickedBackThoughItHasNoLane() {
    model::Filter filter;
    filter.kinds = toggled(filter.kinds, model::EventKind::visit, model::allEventKinds);
    filter.statuses = {model::EventStatus::planned};
    m_view->setFilter(filter);
    QSignalSpy kinds(m_view.get(), &TimelineView::kindToggled);
    for (const LegendEntry& entry : choices(m_view->scene())) {
      QCOMPARE(entry.filteredOut,
               entry.sign == LegendEntry::Sign::kind || entry.status != model::EventStatus::planned);
      if (entry.sign == LegendEntry::Sign::kind)
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, entry.rect.center().toPoint());
    }
    QCOMPARE(kinds.count(), 1);
    QCOMPARE(kinds.front().front().value<model::EventKind>(), model::EventKind::visit);
  }

  void aPictureHasALegendThatCannotBeClicked() {
    TimelineScene picture;
    picture.setFirmHeight(true);
    picture.setSize({1200, 500});
    picture.setEvents(m_view->scene().events());
    const std::vector<LegendEntry> entries = choices(picture);
    QVERIFY(!entries.empty());
    for (const LegendEntry& entry : entries)
      QVERIFY(!legendChoiceAt(picture, entry.rect.center()));
  }

  void aChoiceThatLeavesAllOrNothingAsksForNothing() {
    using model::EventStatus;
    std::vector<EventStatus> chosen;
    chosen = toggled(chosen, EventStatus::planned, model::allEventStatuses);
    QCOMPARE(chosen, (std::vector{EventStatus::occurred, EventStatus::cancelled}));
    QVERIFY(!letsThrough(chosen, EventStatus::planned));
    QCOMPARE(toggled(chosen, EventStatus::planned, model::allEventStatuses), std::vector<EventStatus>());
    QCOMPARE(toggled({EventStatus::planned}, EventStatus::planned, model::allEventStatuses),
             std::vector<EventStatus>());
  }

 private:
  std::unique_ptr<TimelineView> m_view;
};

QTEST_MAIN(LegendTest)
#include "legend_test.moc"
