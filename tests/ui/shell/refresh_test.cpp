// SPDX-License-Identifier: Apache-2.0
// What the window keeps, and what it says, when another program changes the library.

#include "tests/ui/support/shown_window.h"
#include "ui/reader/article_text.h"
#include "ui/reader/reader_view.h"
#include "ui/shell/event_list_view.h"
#include "ui/shell/filter_bar.h"
#include "ui/shell/library_commands.h"
#include "ui/shell/main_window.h"
#include "ui/shell/messages_panel.h"
#include "ui/shell/settings.h"
#include "ui/shell/translation.h"
#include "ui/timeline/view.h"

#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QtTest>

using namespace demarche;
using namespace Qt::StringLiterals;

namespace {

/// An article as long as one must scroll, with an event for each of its days.
void addChronicle(test::FakeSession& session, const std::string& source, int year) {
  std::u16string text = u"A year of talks";
  const auto line = [year](int month, int day) {
    return u"They met on %1/%2/%3, and spoke of what they had spoken of before, at length and in vain."_s
        .arg(day)
        .arg(month)
        .arg(year)
        .toStdU16String();
  };
  for (int month = 1; month <= 12; ++month)
    for (int day = 1; day <= 28; day += 3)
      text += u'\n' + line(month, day);
  session.addArticle(source, "A year of talks", text);
  for (int month = 1; month <= 12; ++month)
    for (int day = 1; day <= 28; day += 3) {
      const QString date =
          u"%1-%2-%3"_s.arg(year).arg(month, 2, 10, QChar(u'0')).arg(day, 2, 10, QChar(u'0'));
      session.addEvent(source + " " + date.toStdString(),
                       day % 2 == 0 ? model::EventKind::meeting : model::EventKind::call, date.toStdString(),
                       source, line(month, day));
    }
}

struct Shown : test::ShownWindow {
  explicit Shown(std::shared_ptr<test::FakeSession> library) : ShownWindow(std::move(library), {1200, 700}) {}

  void select(const QString& id) {
    for (int row = 0; row < list->model()->rowCount(); ++row) {
      const QModelIndex index = list->model()->index(row, 0);
      if (idAt(index) == id) list->setCurrentIndex(index);
    }
    QTRY_VERIFY(!reader->text()->toPlainText().isEmpty());
    QTRY_COMPARE(selected(), id);
  }
  [[nodiscard]] QString selected() const { return idAt(list->currentIndex()); }
  [[nodiscard]] QString idAt(const QModelIndex& index) const {
    return session->idAt(static_cast<const ui::EventListModel*>(list->model())->eventAt(index));
  }
  [[nodiscard]] QString topOfList() const { return idAt(list->indexAt({0, 0})); }
  /// All that the reader says to whoever looks at it.
  [[nodiscard]] QString said() const {
    QStringList texts;
    for (const QLabel* label : reader->findChildren<QLabel*>())
      if (label->isVisible()) texts += label->text();
    return texts.join(u'\n');
  }
  /// Has the window notice what was changed, and waits until it shows it.
  void refresh() {
    QSignalSpy shown(&client, &ui::LibraryClient::eventsReady);
    client.look();
    QTRY_VERIFY(!shown.isEmpty());
    QCoreApplication::processEvents();
  }

  ui::ReaderView* reader = window.findChild<ui::ReaderView*>();
};

std::shared_ptr<test::FakeSession> chronicle() {
  auto session = std::make_shared<test::FakeSession>();
  addChronicle(*session, "chronicle.txt", 2023);
  return session;
}

} // namespace

class RefreshTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void selectionViewAndScrollStayWhereTheyAre() {
    Shown shown(chronicle());
    const QString chosen = u"chronicle.txt 2023-05-13"_s;
    shown.select(chosen);
    shown.timeline->showRange({2023, 3, 1}, {2023, 8, 31});
    shown.list->verticalScrollBar()->setValue(20);
    QScrollBar* page = shown.reader->text()->verticalScrollBar();
    QVERIFY(page->maximum() > 40);
    page->setValue(page->maximum() / 2);
    QTextCursor copied = shown.reader->text()->textCursor();
    copied.setPosition(3);
    copied.setPosition(9, QTextCursor::KeepAnchor);
    shown.reader->text()->setTextCursor(copied);
    page->setValue(page->maximum() / 2);
    const auto range = shown.timeline->shownRange();
    const QString top = shown.topOfList();
    const int line = page->value();
    const int rows = shown.list->model()->rowCount();
    const QPoint mark = placeOf(shown, chosen);

    addChronicle(*shown.session, "earlier.txt", 2019);
    shown.refresh();

    QVERIFY(shown.list->model()->rowCount() > rows);
    QCOMPARE(shown.selected(), chosen);
    QCOMPARE(shown.session->idAt(shown.timeline->selected()), chosen);
    QCOMPARE(shown.session->idAt(shown.reader->selected()), chosen);
    QCOMPARE(shown.timeline->shownRange(), range);
    QCOMPARE(shown.topOfList(), top);
    QCOMPARE(page->value(), line);
    QCOMPARE(shown.reader->text()->textCursor().selectedText(), copied.selectedText());
    QCOMPARE(placeOf(shown, chosen).x(), mark.x());
  }

  void rowsThatOneHasScrolledToStayInTheTimeline() {
    Shown shown(chronicle());
    for (int i = 0; i < 6; ++i)
      addChronicle(*shown.session, "more " + std::to_string(i) + ".txt", 2023);
    shown.refresh();
    shown.timeline->showRange({2023, 5, 1}, {2023, 5, 31});
    auto* bar = shown.timeline->findChild<QScrollBar*>();
    QVERIFY(bar->maximum() > 0);
    shown.select(u"chronicle.txt 2023-05-13"_s);
    const QPoint place = placeOf(shown, shown.selected());
    for (int i = 0; i < 6; ++i)
      addChronicle(*shown.session, "still more " + std::to_string(i) + ".txt", 2022);
    shown.refresh();
    QVERIFY(shown.list->model()->rowCount() > 1000); // a count with one more digit beside the lanes
    QCOMPARE(placeOf(shown, shown.selected()), place);
  }

  void theFilterStaysAndWhatItHidesStaysHidden() {
    Shown shown(test::sampleLibrary());
    shown.window.findChild<ui::FilterBar*>()->findChild<QLineEdit*>()->setText(u"call"_s);
    QTRY_COMPARE(shown.list->model()->rowCount(), 1);
    shown.session->addEvent("other visit", model::EventKind::visit, "2023-06", "vienna.txt", u"Vienna");
    shown.session->addEvent("other call", model::EventKind::call, "2023-06", "vienna.txt", u"telephone");
    shown.refresh();
    QCOMPARE(shown.list->model()->rowCount(), 2);
    QCOMPARE(shown.session->lastFilter().text, std::string("call"));
  }

  void theSelectionGoesWithItsEventAndTheReaderSaysWhy() {
    Shown shown(test::sampleLibrary());
    shown.select(u"call"_s);
    shown.session->removeArticle("vienna.txt");
    shown.refresh();
    QCOMPARE(shown.selected(), QString());
    QCOMPARE(shown.session->idAt(shown.timeline->selected()), QString());
    QVERIFY2(shown.said().contains(u"“Two days in Vienna” was removed"_s), qPrintable(shown.said()));
    // It says so until one reads something else.
    shown.session->addEvent("late", model::EventKind::call, "2023-07", "weiyena.txt", u"维也纳");
    shown.refresh();
    QVERIFY(shown.said().contains(u"was removed"_s));
    shown.select(u"visit"_s);
    QVERIFY(!shown.said().contains(u"was removed"_s));
  }

  void anEventThatAnotherArticleTellsTooIsReadThere() {
    Shown shown(test::sampleLibrary());
    shown.select(u"meeting"_s);
    shown.session->removeArticle("vienna.txt");
    shown.refresh();
    QCOMPARE(shown.selected(), u"meeting"_s);
    QTRY_COMPARE(shown.reader->text()->textCursor().selectedText(), u"双方代表5月10日在维也纳会晤。"_s);
    QVERIFY2(shown.said().contains(u"“Two days in Vienna” was removed"_s), qPrintable(shown.said()));
    shown.select(u"visit"_s);
    QVERIFY(!shown.said().contains(u"was removed"_s));
  }

  void marksOfTheOpenArticleAreThoseOfTheLibrary() {
    Shown shown(test::sampleLibrary());
    shown.select(u"call"_s);
    const auto marks = shown.reader->text()->extraSelections().size();
    shown.session->addEvent("other", model::EventKind::call, "2023-05-03", "vienna.txt", u"Share this page");
    shown.refresh();
    QCOMPARE(shown.reader->text()->extraSelections().size(), marks + 1);
    QCOMPARE(shown.reader->text()->textCursor().selectedText(),
             u"They had spoken by telephone on 2 May, it was said."_s);
  }

  void anEventThatWasJoinedUnderAnotherNameStaysSelected() {
    auto session = test::sampleLibrary();
    Shown shown(session);
    shown.select(u"call"_s);
    session->renameEvent("call", "joined call");
    shown.refresh();
    QCOMPARE(shown.selected(), u"joined call"_s);
    QCOMPARE(shown.session->idAt(shown.timeline->selected()), u"joined call"_s);
    QCOMPARE(shown.session->idAt(shown.reader->selected()), u"joined call"_s);
  }

  void anEmptyLibraryThatAnotherProgramFillsShowsItsEvents() {
    auto session = std::make_shared<test::FakeSession>();
    session->addArticle("dull.txt", "Dull", u"Nothing happened.");
    const QTemporaryDir folder;
    ui::Settings settings(folder.filePath(u"settings.ini"_s));
    ui::Translation translation;
    ui::LibraryClient client(test::openerOf(session));
    ui::MainWindow window(client, settings, translation);
    QSignalSpy shown(&client, &ui::LibraryClient::eventsReady);
    window.show();
    window.library().open(u"fake.demarche"_s);
    QTRY_COMPARE(shown.size(), 1);
    QVERIFY(!window.findChild<ui::TimelineView*>()->isVisible());
    addChronicle(*session, "chronicle.txt", 2023);
    client.look();
    QTRY_VERIFY(window.findChild<ui::TimelineView*>()->isVisible());
    QTRY_COMPARE(window.findChild<ui::TimelineView*>()->shownRange().first.year(), 2022);
  }

  void aLibraryThatIsGoneIsToldAndStaysInView() {
    Shown shown(test::sampleLibrary());
    shown.select(u"call"_s);
    shown.session->setPlace(service::FilePlace::gone);
    shown.client.look();
    auto* messages = shown.window.findChild<ui::MessagesPanel*>();
    QTRY_COMPARE(messages->count(), 1);
    QVERIFY(messages->text().contains(u"Put it back"_s));
    QVERIFY(shown.window.findChild<QDockWidget*>(u"messages"_s)->isVisible());
    QCOMPARE(shown.selected(), u"call"_s);
    QVERIFY(shown.timeline->isVisible());
    // Articles that are dropped now go nowhere else.
    shown.window.library().add({u"one.txt"_s});
    QCOMPARE(messages->count(), 2);
    QVERIFY(shown.session->inputs().empty());
    shown.session->setPlace(service::FilePlace::here);
    shown.client.look();
    QTRY_VERIFY(shown.window.statusBar()->currentMessage().contains(u"fake.demarche"_s));
    QCOMPARE(shown.selected(), u"call"_s);
  }

 private:
  static QPoint placeOf(const Shown& shown, const QString& id) {
    const ui::TimelineScene& scene = shown.timeline->scene();
    const auto item = scene.snapshot().find(**shown.session->rowOf(id.toStdString()));
    return scene.markRect(scene.markOf(*item)).topLeft().toPoint();
  }
};

QTEST_MAIN(RefreshTest)
#include "refresh_test.moc"
