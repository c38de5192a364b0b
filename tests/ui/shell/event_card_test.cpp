// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/event_card.h"

#include "ui/shell/translation.h"

#include <QTextDocumentFragment>
#include <QtTest>

using namespace demarche;
using namespace Qt::StringLiterals;

namespace {

model::Passage passageOf(const char* article, model::EventStatus status, const char* edtf) {
  model::Passage passage;
  passage.article = article;
  passage.status = status;
  passage.date = time::Edtf::parse(edtf).value();
  passage.text = u"The two sides held <candid> talks.";
  return passage;
}

/// Announced on 3 May 2023 for 18 June; took place a day later.
model::Event visit() {
  model::Event event;
  event.id = "visit";
  event.kind = model::EventKind::visit;
  event.date = time::Edtf::parse("2023-06-19").value();
  event.title = "Antony Blinken visits Beijing";
  event.level = model::Level::minister;
  event.confidence = 0.874;
  event.participants = {{"Antony Blinken", model::ParticipantType::person, model::Side::us, ""},
                        {"Qin Gang", model::ParticipantType::person, model::Side::cn, ""}};
  event.place = model::Place{"Beijing", "CN"};
  event.passages = {passageOf("held.txt", model::EventStatus::occurred, "2023-06-19"),
                    passageOf("plan.txt", model::EventStatus::planned, "2023-06-18")};
  return event;
}

/// What its card says to somebody who sees no markup.
QString saidOf(const model::Event& event) {
  const ui::EventSetPtr events = ui::eventSetOf({event});
  service::ArticleSummary plan;
  plan.source = "plan.txt";
  plan.title = "A visit is planned";
  plan.written.date = time::Edtf::parse("2023-05-03").value();
  const ui::StoryRow row = events->rowAt(0);
  events->take({row}, {{event}, {plan}});
  return QTextDocumentFragment::fromHtml(ui::cardOf(*events, event)).toPlainText();
}

} // namespace

class EventCardTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { m_translation.use(u"en"_s); }

  void itTellsAllThatIsKnownInPassing_data() {
    QTest::addColumn<QString>("told");
    for (const char* told :
         {"Antony Blinken visits Beijing", "19 June 2023", "2023-06-19", "Visit · Occurred · Ministers",
          "87% sure", "United States: Antony Blinken", "China: Qin Gang", "Beijing (CN)",
          "“The two sides held <candid> talks.”", "2 sources: held.txt; A visit is planned"})
      QTest::newRow(told) << QString::fromUtf8(told);
  }

  void itTellsAllThatIsKnownInPassing() {
    QFETCH(const QString, told);
    const QString said = saidOf(visit()).replace(QChar::Nbsp, u' ');
    QVERIFY2(said.contains(told), qPrintable(said));
  }

  void itTellsWhatWasAnnouncedAndWhatCameOfIt() {
    const QString said = saidOf(visit());
    QVERIFY2(said.contains(u"Announced 3 May 2023 for 18 June 2023; took place 19 June 2023"_s),
             qPrintable(said));
  }

  void itSaysNothingOfPlansWhereThereWereNone() {
    model::Event event = visit();
    event.passages.pop_back();
    QVERIFY(!saidOf(event).contains(u"took place"_s));
  }

  void itSpeaksChinese() {
    m_translation.use(u"zh_TW"_s);
    const QString said = saidOf(visit());
    m_translation.use(u"en"_s);
    QVERIFY2(said.contains(u"2023年5月3日宣布，訂於2023年6月18日；2023年6月19日實際發生"_s),
             qPrintable(said));
  }

 private:
  ui::Translation m_translation;
};

QTEST_MAIN(EventCardTest)
#include "event_card_test.moc"
