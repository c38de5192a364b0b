// SPDX-License-Identifier: Apache-2.0
// A client with a library file open, and another session that writes to the same file.

#include "ui/bridge/library_client.h"
#include "ui/bridge/text.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace demarche;
using namespace Qt::StringLiterals;
using service::Session;

namespace {

base::Result<std::shared_ptr<Session>> openLibrary(const std::filesystem::path& path, Session::Mode mode) {
  static const auto knowledge = service::installedKnowledge();
  auto session = Session::open(path, mode, knowledge.value());
  if (!session) return tl::make_unexpected(session.error());
  return std::shared_ptr<Session>(std::move(*session));
}

/// A folder with articles and libraries, and how another program would fill them.
class Folder {
 public:
  [[nodiscard]] QString operator/(const QString& name) const { return m_folder.filePath(name); }

  [[nodiscard]] std::filesystem::path article(const QString& name, int day) const {
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly)) return {};
    file.write(
        u"Talks in Vienna\n\nWang Yi met Jake Sullivan in Vienna on May %1, 2023.\n"_s.arg(day).toUtf8());
    return ui::toPath(file.fileName());
  }
  void make(const QString& library, const QString& article, int day) const {
    const auto session = openLibrary(ui::toPath(*this / library), Session::Mode::openOrCreate);
    QVERIFY(session.has_value());
    QVERIFY((*session)->add({this->article(article, day)}, {}, {}).has_value());
  }

 private:
  QTemporaryDir m_folder;
};

/// A client that asks again whenever it is told to, as the window does.
struct Watching {
  explicit Watching(const QString& library, Session::Mode mode = Session::Mode::openOrCreate)
      : client(&openLibrary) {
    QObject::connect(&client, &ui::LibraryClient::changedElsewhere, &client, [this] {
      ++refreshes;
      client.requestEvents({});
    });
    QObject::connect(&client, &ui::LibraryClient::addFinished, &client, [this] { client.requestEvents({}); });
    QObject::connect(&client, &ui::LibraryClient::eventsReady, &client,
                     [this](const ui::EventSetPtr& set) { events = set; });
    QObject::connect(&client, &ui::LibraryClient::failed, &client,
                     [this](const QString& /*about*/, const QString& why) { failures += why; });
    QObject::connect(&client, &ui::LibraryClient::foundAgain, &client, [this] { ++foundAgain; });
    client.open(library, mode);
    QObject::connect(&client, &ui::LibraryClient::opened, &client, [this] { client.requestEvents({}); });
  }

  [[nodiscard]] std::size_t count() const { return events ? events->count() : 0; }
  [[nodiscard]] QString source() const {
    if (count() != 1) return {};
    const auto all = events->blocking();
    const model::Event* const event = all->find(events->rowAt(0));
    return event == nullptr ? QString() : ui::toQString(event->passages.front().article);
  }

  ui::LibraryClient client;
  ui::EventSetPtr events;
  QStringList failures;
  int refreshes = 0;
  int foundAgain = 0;
};

constexpr int patience = 30'000;

} // namespace

class ChangesElsewhereTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void whatAnotherProgramAddsIsTold_data() {
    QTest::addColumn<bool>("readOnly");
    QTest::newRow("for writing") << false;
    QTest::newRow("for reading only") << true;
  }
  void whatAnotherProgramAddsIsTold() {
    QFETCH(bool, readOnly);
    const Folder folder;
    folder.make(u"l.demarche"_s, u"a.txt"_s, 1);
    Watching watching(folder / u"l.demarche"_s, readOnly ? Session::Mode::readOnly : Session::Mode::open);
    QTRY_COMPARE_WITH_TIMEOUT(watching.count(), std::size_t{1}, patience);
    QCOMPARE(watching.refreshes, 0);
    folder.make(u"l.demarche"_s, u"b.txt"_s, 9);
    QTRY_COMPARE_WITH_TIMEOUT(watching.count(), std::size_t{2}, patience);
    QVERIFY(watching.failures.isEmpty());
  }

  void whereNothingChangesNothingIsAskedAgain() {
    const Folder folder;
    folder.make(u"l.demarche"_s, u"a.txt"_s, 1);
    Watching watching(folder / u"l.demarche"_s);
    QTRY_COMPARE_WITH_TIMEOUT(watching.count(), std::size_t{1}, patience);
    folder.make(u"l.demarche"_s, u"a.txt"_s, 1); // it is there already
    QVERIFY(folder.article(u"beside it.txt"_s, 3).has_filename());
    for (int i = 0; i < 20; ++i) {
      watching.client.look();
      QTest::qWait(50);
    }
    QCOMPARE(watching.refreshes, 0);
  }

  void whatTheClientAddsItselfIsNotAskedForTwice() {
    const Folder folder;
    Watching watching(folder / u"l.demarche"_s);
    QTRY_VERIFY_WITH_TIMEOUT(watching.events, patience);
    QStringList articles;
    for (int day = 1; day <= 9; ++day)
      articles += ui::toQString(folder.article(u"%1.txt"_s.arg(day), 3 * day).string());
    watching.client.add(articles);
    QTRY_COMPARE_WITH_TIMEOUT(watching.count(), std::size_t{9}, patience);
    for (int i = 0; i < 20; ++i) {
      watching.client.look();
      QTest::qWait(50);
    }
    QCOMPARE(watching.refreshes, 0);
    // What comes from elsewhere afterwards is.
    folder.make(u"l.demarche"_s, u"b.txt"_s, 30);
    QTRY_COMPARE_WITH_TIMEOUT(watching.count(), std::size_t{10}, patience);
  }

  void aBurstIsShownInAFewSteps() {
    const Folder folder;
    Watching watching(folder / u"l.demarche"_s);
    QTRY_VERIFY_WITH_TIMEOUT(watching.events, patience);
    const auto other = openLibrary(ui::toPath(folder / u"l.demarche"_s), Session::Mode::open);
    QVERIFY(other.has_value());
    QElapsedTimer burst;
    burst.start();
    constexpr std::size_t articles = 28;
    for (std::size_t day = 1; day <= articles; ++day) {
      const auto article = folder.article(u"%1.txt"_s.arg(day), static_cast<int>(day));
      QVERIFY((*other)->add({article}, {}, {}).has_value());
      QCoreApplication::processEvents();
    }
    QTRY_COMPARE_WITH_TIMEOUT(watching.events->articleCount(), articles, patience);
    const auto most = 2 + burst.elapsed() / ui::RefreshPace::leastPause.count();
    QVERIFY2(watching.refreshes <= most, qPrintable(QString::number(watching.refreshes)));
  }

  void aLibraryThatIsMovedAwayIsToldOnceAndShownAgainWhenItIsBack() {
    const Folder folder;
    folder.make(u"l.demarche"_s, u"a.txt"_s, 1);
    Watching watching(folder / u"l.demarche"_s);
    QTRY_COMPARE_WITH_TIMEOUT(watching.count(), std::size_t{1}, patience);
    QVERIFY(QFile::rename(folder / u"l.demarche"_s, folder / u"away.demarche"_s));
    QTRY_COMPARE_WITH_TIMEOUT(watching.failures.size(), 1, patience);
    QVERIFY2(watching.failures.front().contains(u"moved"_s), qPrintable(watching.failures.front()));
    QVERIFY(watching.client.isOpen());

    watching.client.add({folder / u"a.txt"_s});
    QCOMPARE(watching.failures.size(), 2); // nothing goes into a file of which one does not know where it is
    watching.client.look();
    QVERIFY(QFile::rename(folder / u"away.demarche"_s, folder / u"l.demarche"_s));
    QTRY_COMPARE_WITH_TIMEOUT(watching.foundAgain, 1, patience);
    QCOMPARE(watching.failures.size(), 2);
    folder.make(u"l.demarche"_s, u"b.txt"_s, 9);
    QTRY_COMPARE_WITH_TIMEOUT(watching.count(), std::size_t{2}, patience);
  }

  void aFileThatTakesThePlaceOfTheLibraryIsOpened() {
    const Folder folder;
    folder.make(u"l.demarche"_s, u"a.txt"_s, 1);
    folder.make(u"other.demarche"_s, u"b.txt"_s, 9);
    Watching watching(folder / u"l.demarche"_s);
    QTRY_COMPARE_WITH_TIMEOUT(watching.source(), folder / u"a.txt"_s, patience);
    std::filesystem::rename(ui::toPath(folder / u"other.demarche"_s), ui::toPath(folder / u"l.demarche"_s));
    QTRY_COMPARE_WITH_TIMEOUT(watching.source(), folder / u"b.txt"_s, patience);
    QCOMPARE(watching.foundAgain, 1);
    QVERIFY(watching.failures.isEmpty());
    // It is that one that is watched and written from now on.
    folder.make(u"l.demarche"_s, u"c.txt"_s, 19);
    QTRY_COMPARE_WITH_TIMEOUT(watching.count(), std::size_t{2}, patience);
    watching.client.add({ui::toQString(folder.article(u"d.txt"_s, 29).string())});
    QTRY_COMPARE_WITH_TIMEOUT(watching.count(), std::size_t{3}, patience);
  }

  void aFileThatIsNoLibraryIsToldOnceAndTriedAgain() {
    const Folder folder;
    folder.make(u"l.demarche"_s, u"a.txt"_s, 1);
    folder.make(u"other.demarche"_s, u"b.txt"_s, 9);
    Watching watching(folder / u"l.demarche"_s);
    QTRY_COMPARE_WITH_TIMEOUT(watching.count(), std::size_t{1}, patience);
    QSignalSpy started(&watching.client, &ui::LibraryClient::openStarted);
    std::filesystem::rename(ui::toPath(folder / u"a.txt"_s), ui::toPath(folder / u"l.demarche"_s));
    QTRY_COMPARE_WITH_TIMEOUT(watching.failures.size(), 1, patience);
    QVERIFY(watching.client.isOpen());
    QCOMPARE(watching.count(), std::size_t{1}); // what was read of it stays in view
    std::filesystem::rename(ui::toPath(folder / u"other.demarche"_s), ui::toPath(folder / u"l.demarche"_s));
    QTRY_COMPARE_WITH_TIMEOUT(watching.source(), folder / u"b.txt"_s, patience);
    QCOMPARE(watching.failures.size(), 1);
    QCOMPARE(started.size(), 0); // nobody asked for it
  }
};

QTEST_GUILESS_MAIN(ChangesElsewhereTest)
#include "changes_elsewhere_test.moc"
