// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/fake_session.h"
#include "ui/bridge/text.h"
#include "ui/reader/article_text.h"
#include "ui/reader/reader_view.h"

#include <QComboBox>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>
#include <QtTest>

using namespace demarche;
using namespace Qt::StringLiterals;

namespace {

/// A reader over a library in memory, which gets the texts it asks for at once.
struct Reading {
  explicit Reading(std::shared_ptr<test::FakeSession> library = test::sampleLibrary())
      : session(std::move(library)) {
    QObject::connect(&view, &ui::ReaderView::documentWanted, &view, [this](const QString& source) {
      asked += source;
      view.setDocument(std::make_shared<const model::Document>(*session->document(source.toStdString())));
    });
    view.setEvents(test::eventSetOf(*session));
    view.resize(420, 640);
    view.show();
  }

  /// The middle of these characters in the text's viewport.
  [[nodiscard]] QPoint middleOf(int position) const {
    QTextCursor cursor(view.text()->document());
    cursor.setPosition(position);
    const QRect before = view.text()->cursorRect(cursor);
    cursor.setPosition(position + 1);
    return (before.center() + view.text()->cursorRect(cursor).center()) / 2;
  }
  void click(const QString& words) {
    const int at = view.text()->document()->find(words).selectionStart();
    QTest::mouseClick(view.text()->viewport(), Qt::LeftButton, {}, middleOf(at + 2));
  }
  [[nodiscard]] QString said() const {
    QCoreApplication::processEvents(); // labels that are new are shown by the loop
    QStringList texts;
    for (const QLabel* label : view.findChildren<QLabel*>())
      if (label->isVisibleTo(&view)) texts += label->text();
    return texts.join(u'\n');
  }

  void select(const QString& id) { view.select(**session->rowOf(id.toStdString())); }
  [[nodiscard]] QString selected() const { return session->idAt(view.selected()); }
  [[nodiscard]] std::optional<model::Event> event(const QString& id) const {
    return session->storiesAt({**session->rowOf(id.toStdString())})->stories.front();
  }

  std::shared_ptr<test::FakeSession> session;
  ui::ReaderView view;
  QStringList asked;
};

} // namespace

class ReaderViewTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aChosenPassageIsSelectedToTheUnit() {
    Reading reading;
    reading.select(u"meeting"_s);
    const model::Passage passage = reading.event(u"meeting"_s)->passages[0];
    const QTextCursor cursor = reading.view.text()->textCursor();
    QCOMPARE(cursor.selectionStart(), passage.span.begin);
    QCOMPARE(cursor.selectionEnd(), passage.span.end);
    QCOMPARE(cursor.selectedText(), ui::toQString(passage.text));
    // The second paragraph ends with a carriage return, which must not move what comes after it.
    reading.select(u"call"_s);
    QCOMPARE(reading.view.text()->textCursor().selectedText(),
             u"They had spoken by telephone on 2 May, it was said."_s);
  }

  void everyUnitOfTheTextKeepsItsPlace() {
    Reading reading;
    std::u16string text = u"Title\r\nA\u2028B\u2029C\rD\tE\u00a0F\U0001F91D\ufdd0G";
    text += u'\0';
    text += u"H\n\n  I";
    reading.session->addArticle("odd.txt", "", text);
    ui::ArticleText view;
    view.setArticle(std::make_shared<const model::Document>(*reading.session->document("odd.txt")));
    QCOMPARE(view.document()->characterCount() - 1, static_cast<int>(text.size()));
    for (std::size_t i = 0; i < text.size(); ++i)
      if (QChar(text[i]).isLetter())
        QCOMPARE(view.document()->characterAt(static_cast<int>(i)), QChar(text[i]));
  }

  void aPassageFarDownIsBroughtIntoView() {
    const auto session = test::sampleLibrary();
    std::u16string text = u"Long\n";
    for (int i = 0; i < 400; ++i)
      text += u"A paragraph that tells nothing of any day and only fills the page.\n";
    text += u"At last they met on 7 July 2022.";
    session->addArticle("long.txt", "Long", text);
    session->addEvent("late", model::EventKind::meeting, "2022-07-07", "long.txt",
                      u"At last they met on 7 July 2022.");
    Reading reading(session);
    reading.select(u"late"_s);
    QVERIFY(reading.view.text()->viewport()->rect().contains(reading.view.text()->cursorRect().center()));
  }

  void aClickOnAPassageSelectsItsEvent() {
    Reading reading;
    reading.select(u"meeting"_s);
    QSignalSpy selected(&reading.view, &ui::ReaderView::eventSelected);
    reading.click(u"They had spoken by telephone on"_s);
    QCOMPARE(selected.size(), 1);
    QCOMPARE(reading.session->idAt(selected[0][0].value<ui::StoryRow>()), u"call"_s);
    QCOMPARE(reading.selected(), u"call"_s);
    QCOMPARE(reading.asked, QStringList{u"vienna.txt"_s});
  }

  void aClickBesideEveryPassageSelectsNothing() {
    Reading reading;
    reading.select(u"meeting"_s);
    QSignalSpy selected(&reading.view, &ui::ReaderView::eventSelected);
    reading.click(u"Share this page"_s);
    QCOMPARE(selected.size(), 0);
    QCOMPARE(reading.selected(), u"meeting"_s);
  }

  void clickingWhereTwoPassagesOverlapWalksThroughBoth() {
    const auto session = test::sampleLibrary();
    session->addEvent("talks", model::EventKind::meeting, "2023-05-10", "vienna.txt",
                      u"met in Vienna on 10 May 2023.");
    Reading reading(session);
    reading.select(u"meeting"_s);
    reading.click(u"met in Vienna"_s);
    QCOMPARE(reading.selected(), u"talks"_s);
    reading.click(u"met in Vienna"_s);
    QCOMPARE(reading.selected(), u"meeting"_s);
  }

  void anEventOfSeveralArticlesShowsEach() {
    Reading reading;
    reading.select(u"meeting"_s);
    auto* switcher = reading.view.findChild<QComboBox*>();
    QVERIFY(switcher->isVisible());
    QCOMPARE(switcher->count(), 2);
    reading.view.showNextPassage();
    QCOMPARE(reading.asked.last(), u"weiyena.txt"_s);
    QCOMPARE(reading.view.text()->textCursor().selectedText(), u"双方代表5月10日在维也纳会晤。"_s);
    QTest::keyClick(switcher, Qt::Key_Up);
    QCOMPARE(reading.view.text()->textCursor().selectionStart(),
             reading.event(u"meeting"_s)->passages[0].span.begin);
    reading.select(u"call"_s);
    QVERIFY(!switcher->isVisible());
  }

  void tellsOfTheArticleAndWhyTheEventIsWhatItIs() {
    Reading reading;
    reading.select(u"meeting"_s);
    for (const QString& words :
         {u"Two days in Vienna"_s, u"vienna.txt"_s, u"13 April 2024"_s,
          u"May 2023, worked out from the text"_s, u"those named had left office"_s, u"10 May 2023"_s,
          u"2023-05-10"_s, u"Meeting"_s, u"Occurred"_s, u"en/rules/fake.toml:1"_s, u"the text says so"_s})
      QVERIFY2(reading.said().contains(words), qPrintable(words));
  }

  void whatIsNotPartOfTheArticleIsGreyed() {
    const auto session = test::sampleLibrary();
    model::Document document = *session->document("vienna.txt");
    document.blocks.back().role = model::BlockRole::furniture;
    ui::ArticleText view;
    view.setArticle(std::make_shared<const model::Document>(document));
    const QColor faint = view.palette().color(QPalette::PlaceholderText);
    const auto colorAt = [&](int position) {
      QTextCursor cursor(view.document());
      cursor.setPosition(position + 1);
      return cursor.charFormat().foreground().color();
    };
    QCOMPARE(colorAt(document.blocks.back().span.begin), faint);
    QVERIFY(colorAt(document.blocks[1].span.begin) != faint);
  }

  void aPassageThatDoesNotStandInTheTextIsNeverGuessed() {
    Reading reading;
    reading.session->addArticle("vienna.txt", "Two days in Vienna",
                                u"Two days in Vienna\nAnother text altogether.");
    reading.select(u"meeting"_s);
    QVERIFY(!reading.view.text()->textCursor().hasSelection());
    QVERIFY(reading.said().contains(u"does not stand in this text"_s));
  }

  void keepsItsPassageWhenEventsAreAdded() {
    Reading reading;
    reading.select(u"meeting"_s);
    reading.view.showNextPassage();
    reading.session->addEvent("more", model::EventKind::letter, "2023-01", "weiyena.txt", u"维也纳两日");
    reading.view.setEvents(test::eventSetOf(*reading.session));
    QCOMPARE(reading.selected(), u"meeting"_s);
    QCOMPARE(reading.view.text()->textCursor().selectedText(), u"双方代表5月10日在维也纳会晤。"_s);
  }

  void anEventThatIsFilteredOutIsNotShown() {
    Reading reading;
    reading.select(u"meeting"_s);
    reading.view.setEvents(ui::eventSetOf(std::vector<model::Event>()));
    QVERIFY(reading.said().contains(u"Select an event"_s));
    reading.view.showNextPassage();
    QVERIFY(reading.said().contains(u"Select an event"_s));
  }

  void aTextThatComesTooLateIsNotShown() {
    Reading reading;
    reading.select(u"meeting"_s);
    reading.view.setDocument(
        std::make_shared<const model::Document>(*reading.session->document("weiyena.txt")));
    QVERIFY(reading.view.text()->toPlainText().startsWith(u"Two days"_s));
  }
};

QTEST_MAIN(ReaderViewTest)
#include "reader_view_test.moc"
