// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/fake_session.h"
#include "ui/bridge/library_client.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>
#include <QtTest>

using namespace demarche;
using namespace Qt::StringLiterals;
using service::Session;

namespace {

model::Filter titled(const std::string& text) {
  model::Filter filter;
  filter.text = text;
  return filter;
}

/// What a client said, in order, for tests to look at.
struct Heard {
  explicit Heard(ui::LibraryClient& client) {
    QObject::connect(&client, &ui::LibraryClient::opened, &context,
                     [this](const QString& path) { opened += path; });
    QObject::connect(&client, &ui::LibraryClient::eventsReady, &context, [this](const ui::EventSetPtr& set) {
      onWindowThread = onWindowThread && QThread::currentThread() == context.thread();
      events.push_back(set);
    });
    QObject::connect(&client, &ui::LibraryClient::documentReady, &context,
                     [this](const ui::DocumentPtr& document) { documents.push_back(document); });
    QObject::connect(&client, &ui::LibraryClient::addFinished, &context,
                     [this](const service::AddReport& report) { reports.push_back(report); });
    QObject::connect(&client, &ui::LibraryClient::failed, &context,
                     [this](const QString& about, const QString& why) { failures += about + u": "_s + why; });
  }

  QObject context;
  QStringList opened;
  std::vector<ui::EventSetPtr> events;
  std::vector<ui::DocumentPtr> documents;
  std::vector<service::AddReport> reports;
  QStringList failures;
  bool onWindowThread = true;
};

bool readsEvents(ui::LibraryClient& client, const Heard& heard) {
  client.open(u"fake.demarche"_s, Session::Mode::open);
  if (!QTest::qWaitFor([&] { return client.isOpen(); })) return false;
  client.requestEvents({});
  return QTest::qWaitFor([&] { return !heard.events.empty(); });
}

} // namespace

class LibraryClientTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void opensAwayFromTheWindowsThread() {
    QThread* opener = nullptr;
    ui::LibraryClient client([&opener](const std::filesystem::path&,
                                       Session::Mode) -> base::Result<std::shared_ptr<service::Session>> {
      opener = QThread::currentThread();
      return test::sampleLibrary();
    });
    Heard heard(client);
    client.open(u"a.demarche"_s, Session::Mode::open);
    QVERIFY(!client.isOpen());
    QTRY_COMPARE(heard.opened, QStringList{u"a.demarche"_s});
    QVERIFY(opener != nullptr && opener != QThread::currentThread());
    QVERIFY(client.isOpen());
  }

  void ofSeveralRequestsOnlyTheNewestIsAnswered() {
    ui::LibraryClient client(test::openerOf(test::sampleLibrary()));
    Heard heard(client);
    client.open(u"a.demarche"_s, Session::Mode::open);
    QTRY_VERIFY(client.isOpen());
    for (const char* text : {"m", "me", "meeting"})
      client.requestEvents(titled(text));
    QTRY_COMPARE(heard.events.size(), std::size_t{1});
    QCOMPARE(heard.events[0]->count(), std::size_t{1});
    QVERIFY(heard.onWindowThread);
    // Nothing comes late.
    client.requestEvents({});
    QTRY_COMPARE(heard.events.size(), std::size_t{2});
    QCOMPARE(heard.events[1]->count(), std::size_t{3});
  }

  void answersOfALibraryThatWasLeftAreDropped() {
    ui::LibraryClient client(test::openerOf(test::sampleLibrary()));
    Heard heard(client);
    client.open(u"a.demarche"_s, Session::Mode::open);
    QTRY_VERIFY(client.isOpen());
    client.open(u"b.demarche"_s, Session::Mode::open);
    client.requestEvents({}); // asked of the first one, answered after the second is open
    client.requestDocument(u"vienna.txt"_s);
    QTRY_COMPARE(heard.opened.size(), 2);
    client.requestDocument(u"weiyena.txt"_s);
    QTRY_COMPARE(heard.documents.size(), std::size_t{1});
    QCOMPARE(heard.documents[0]->source, std::string("weiyena.txt"));
    QCOMPARE(heard.events.size(), std::size_t{0});
  }

  void ofTwoLibrariesOpenedInARowTheLaterIsKept() {
    ui::LibraryClient client(test::openerOf(test::sampleLibrary()));
    Heard heard(client);
    client.open(u"a.demarche"_s, Session::Mode::open);
    client.open(u"b.demarche"_s, Session::Mode::open);
    QTRY_COMPARE(heard.opened, QStringList{u"b.demarche"_s});
    QCOMPARE(client.library(), u"b.demarche"_s);
  }

  void aLibraryThatCannotBeOpenedIsToldAndTheOneBeforeStays() {
    const auto session = test::sampleLibrary();
    ui::LibraryClient client([session](const std::filesystem::path& path,
                                       Session::Mode) -> base::Result<std::shared_ptr<service::Session>> {
      if (path == "gone.demarche") return base::fail(base::ErrorKind::notFound, "there is no such file");
      return session;
    });
    Heard heard(client);
    client.open(u"gone.demarche"_s, Session::Mode::open);
    QTRY_COMPARE(heard.failures, QStringList{u"gone.demarche: there is no such file"_s});
    QVERIFY(!client.isOpen());
    client.open(u"here.demarche"_s, Session::Mode::open);
    QTRY_VERIFY(client.isOpen());
    client.open(u"gone.demarche"_s, Session::Mode::open);
    QTRY_COMPARE(heard.failures.size(), 2);
    QCOMPARE(client.library(), u"here.demarche"_s);
    client.requestEvents({});
    QTRY_COMPARE(heard.events.size(), std::size_t{1});
  }

  void whatWasToGoIntoALibraryThatCannotBeOpenedIsTold() {
    ui::LibraryClient client(
        [](const std::filesystem::path&, Session::Mode) -> base::Result<std::shared_ptr<service::Session>> {
          return base::fail(base::ErrorKind::access, "no right to read it");
        });
    Heard heard(client);
    client.open(u"locked.demarche"_s, Session::Mode::open);
    client.add({u"one.txt"_s, u"two.txt"_s});
    QTRY_COMPARE(heard.failures.size(), 3);
    QVERIFY(heard.failures[1].startsWith(u"one.txt: "_s));
  }

  void anotherLibraryCanBeOpenedWhileAdding() {
    const auto first = test::sampleLibrary();
    const auto second = test::sampleLibrary();
    ui::LibraryClient client([&](const std::filesystem::path& path,
                                 Session::Mode) -> base::Result<std::shared_ptr<service::Session>> {
      return path == "first.demarche" ? first : second;
    });
    Heard heard(client);
    client.open(u"first.demarche"_s, Session::Mode::open);
    QTRY_VERIFY(client.isOpen());
    first->holdAdding();
    client.add({u"one.txt"_s});
    first->waitForHeldInput();
    client.open(u"second.demarche"_s, Session::Mode::open);
    QTRY_COMPARE(client.library(), u"second.demarche"_s);
    QTRY_COMPARE(heard.reports.size(), std::size_t{1});
    QVERIFY(heard.reports[0].cancelled);
    client.add({u"two.txt"_s});
    QTRY_COMPARE(heard.reports.size(), std::size_t{2});
    QCOMPARE(second->inputs().size(), std::size_t{1});
    QCOMPARE(heard.reports[1].added, 1);
  }

  void whatIsAddedWhileALibraryOpensGoesIntoIt() {
    const auto session = test::sampleLibrary();
    ui::LibraryClient client(test::openerOf(session));
    Heard heard(client);
    client.open(u"a.demarche"_s, Session::Mode::open);
    client.add({u"new.txt"_s});
    QTRY_COMPARE(heard.reports.size(), std::size_t{1});
    QCOMPARE(heard.reports[0].added, 1);
    QCOMPARE(session->inputs(), std::vector<std::filesystem::path>{"new.txt"});
  }

  void addingWithoutALibraryIsTold() {
    ui::LibraryClient client(test::openerOf(test::sampleLibrary()));
    Heard heard(client);
    client.add({u"new.txt"_s});
    QCOMPARE(heard.failures.size(), 1);
  }

  void addingCanBeCalledOffAndTakenUpAgain() {
    const auto session = test::sampleLibrary();
    ui::LibraryClient client(test::openerOf(session));
    Heard heard(client);
    client.open(u"a.demarche"_s, Session::Mode::open);
    QTRY_VERIFY(client.isOpen());
    session->holdAdding();
    client.add({u"one.txt"_s, u"two.txt"_s});
    session->waitForHeldInput();
    QVERIFY(client.isAdding());
    client.cancel();
    // Asked for before the cancelled one has ended, and not cancelled with it.
    client.add({u"three.txt"_s});
    QTRY_COMPARE(heard.reports.size(), std::size_t{1});
    QVERIFY(heard.reports[0].cancelled);
    session->letAddingGo();
    QTRY_COMPARE(heard.reports.size(), std::size_t{2});
    QVERIFY(!heard.reports[1].cancelled);
    QCOMPARE(heard.reports[1].added, 1);
    QVERIFY(!client.isAdding());
  }

  void readingGoesOnWhileAdding() {
    const auto session = test::sampleLibrary();
    ui::LibraryClient client(test::openerOf(session));
    Heard heard(client);
    client.open(u"a.demarche"_s, Session::Mode::open);
    QTRY_VERIFY(client.isOpen());
    session->holdAdding();
    client.add({u"one.txt"_s});
    session->waitForHeldInput();
    client.requestDocument(u"vienna.txt"_s);
    QTRY_COMPARE(heard.documents.size(), std::size_t{1});
    QVERIFY(client.isAdding());
    session->letAddingGo();
    QTRY_VERIFY(!client.isAdding());
  }

  void goingAwayWhileAddingCancelsAndWaits() {
    const auto session = test::sampleLibrary();
    {
      ui::LibraryClient client(test::openerOf(session));
      client.open(u"a.demarche"_s, Session::Mode::open);
      QTRY_VERIFY(client.isOpen());
      session->holdAdding();
      client.add({u"one.txt"_s, u"two.txt"_s});
      session->waitForHeldInput();
    }
    // Nobody else holds the session any more: every worker has ended.
    QCOMPARE(session.use_count(), 1L);
  }

  void wordsOfEventsArriveAfterTheyWereLookedAt() {
    ui::LibraryClient client(test::openerOf(test::sampleLibrary()));
    Heard heard(client);
    QVERIFY(readsEvents(client, heard));
    const ui::EventSetPtr events = heard.events.back();
    QSignalSpy arrived(&client, &ui::LibraryClient::eventsArrived);
    for (std::size_t place = 0; place < events->count(); ++place)
      QVERIFY(events->find(events->rowAt(place)) == nullptr);
    QTRY_COMPARE(arrived.count(), 1); // together
    for (std::size_t place = 0; place < events->count(); ++place)
      QVERIFY(events->find(events->rowAt(place)) != nullptr);
    QVERIFY(events->article("vienna.txt") != nullptr);
    QCoreApplication::processEvents();
    QCOMPARE(arrived.count(), 1);
  }

  void whatWasLookedAtIsThereAtOnceWhenTheLibraryIsReadAgain() {
    ui::LibraryClient client(test::openerOf(test::sampleLibrary()));
    Heard heard(client);
    QVERIFY(readsEvents(client, heard));
    const ui::StoryRow first = heard.events.back()->rowAt(0);
    (void)heard.events.back()->find(first);
    QTRY_VERIFY(heard.events.back()->known(first) != nullptr);
    client.requestEvents({}, first);
    QTRY_COMPARE(heard.events.size(), std::size_t{2});
    QVERIFY(heard.events.back()->known(first) != nullptr);
    QVERIFY(heard.events.back()->known(heard.events.back()->rowAt(1)) == nullptr);
  }

  void exportsWhatTheFilterLetsThrough() {
    const QTemporaryDir folder;
    ui::LibraryClient client(test::openerOf(test::sampleLibrary()));
    Heard heard(client);
    QSignalSpy exported(&client, &ui::LibraryClient::exported);
    client.open(u"a.demarche"_s, Session::Mode::open);
    QTRY_VERIFY(client.isOpen());
    const QString file = folder.filePath(u"calls.json"_s);
    client.exportEvents(titled("call"), u"json"_s, file);
    QTRY_COMPARE(exported.size(), 1);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray json = written.readAll();
    QVERIFY(json.contains("The call"));
    QVERIFY(!json.contains("The visit"));
    client.exportEvents({}, u"json"_s, folder.filePath(u"no such folder/all.json"_s));
    QTRY_COMPARE(heard.failures.size(), 1);
  }

  void aChangeIsNoticedWhereNoFileSystemTellsOfIt() {
    const auto session = test::sampleLibrary();
    ui::LibraryClient client(test::openerOf(session));
    Heard heard(client);
    const QSignalSpy changed(&client, &ui::LibraryClient::changedElsewhere);
    client.open(u"a.demarche"_s, Session::Mode::open);
    QTRY_VERIFY(client.isOpen());
    client.requestEvents({});
    QTRY_COMPARE(heard.events.size(), std::size_t{1});
    session->addArticle("late.txt", "Late", u"They met late.");
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 30'000);
  }

  void anArticleThatIsGoneIsTold() {
    ui::LibraryClient client(test::openerOf(test::sampleLibrary()));
    Heard heard(client);
    client.open(u"a.demarche"_s, Session::Mode::open);
    QTRY_VERIFY(client.isOpen());
    client.requestDocument(u"gone.txt"_s);
    QTRY_COMPARE(heard.failures, QStringList{u"gone.txt: there is no such article"_s});
  }
};

QTEST_GUILESS_MAIN(LibraryClientTest)
#include "library_client_test.moc"
