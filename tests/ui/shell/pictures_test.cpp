// SPDX-License-Identifier: Apache-2.0
// Pictures as a user makes them: through menu and dialogs, with mouse and keys.
#include "tests/ui/support/fake_session.h"
#include "ui/shell/date_stretch.h"
#include "ui/shell/library_commands.h"
#include "ui/shell/main_window.h"
#include "ui/shell/picture_commands.h"
#include "ui/shell/picture_dialog.h"
#include "ui/shell/translation.h"
#include "ui/timeline/view.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QtTest>

using namespace demarche;
using namespace demarche::ui;
using namespace Qt::StringLiterals;

namespace {

struct Shown {
  explicit Shown(const QString& settingsFile)
      : settings(settingsFile),
        client(test::openerOf(test::sampleLibrary())),
        window(client, settings, translation) {
    window.resize(1200, 800);
    window.show();
    window.library().open(u"fake.demarche"_s);
  }
  [[nodiscard]] TimelineView& timeline() const { return *window.findChild<TimelineView*>(); }
  [[nodiscard]] bool hasEvents() const { return !timeline().scene().snapshot().items.empty(); }

  Settings settings;
  Translation translation;
  LibraryClient client;
  MainWindow window;
};

template <typename Widget>
Widget* named(QWidget& dialog, const QString& text) {
  for (Widget* widget : dialog.findChildren<Widget*>())
    if (widget->text().remove(u'&').startsWith(text)) return widget;
  return nullptr;
}

QComboBox* choosing(QWidget& dialog, const QString& entry) {
  for (QComboBox* box : dialog.findChildren<QComboBox*>())
    if (box->findText(entry) >= 0) return box;
  return nullptr;
}

/// Does it as soon as a dialog of that class is open; dialogs wait for their end.
template <typename Dialog, typename What>
void inDialog(const What& what) {
  auto* timer = new QTimer(qApp);
  QObject::connect(timer, &QTimer::timeout, timer, [timer, what] {
    auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
    if (dialog == nullptr) return;
    timer->stop();
    timer->deleteLater();
    what(*dialog);
  });
  timer->start(20);
}

void saveAs(const QString& file) {
  inDialog<QFileDialog>([file](QFileDialog& dialog) {
    dialog.findChild<QLineEdit*>(u"fileNameEdit"_s)->setText(file);
    QTest::keyClick(dialog.findChild<QLineEdit*>(u"fileNameEdit"_s), Qt::Key_Return);
  });
}

} // namespace

class PicturesTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

  void thePictureIsWhatTheDialogWasAskedFor() {
    Shown shown(m_folder.filePath(u"asked.ini"_s));
    QTRY_VERIFY(shown.hasEvents());
    const QString file = m_folder.filePath(u"asked.png"_s);
    inDialog<PictureDialog>([&](PictureDialog& dialog) {
      QTest::mouseClick(named<QRadioButton>(dialog, u"All events"_s), Qt::LeftButton, {}, {8, 8});
      choosing(dialog, u"1920 × 1080"_s)->setCurrentText(u"1920 × 1080"_s);
      choosing(dialog, u"Dark"_s)->setCurrentText(u"Dark"_s);
      saveAs(file);
      QTest::mouseClick(named<QPushButton>(dialog, u"Save as"_s), Qt::LeftButton);
    });
    QTest::keyClick(&shown.window, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    const QImage image(file);
    QCOMPARE(image.size(), QSize(1920, 1080));
    QVERIFY(image.pixelColor(3, 3).lightness() < 60);
    const PictureChoices remembered = shown.settings.picture();
    QCOMPARE(remembered.content, PictureContent::all);
    QCOMPARE(remembered.size, PictureSize::fullHd);
    QVERIFY(remembered.dark);
  }

  void aNameWithoutAnEndingGetsThatOfTheLastPicture() {
    Shown shown(m_folder.filePath(u"ending.ini"_s));
    QTRY_VERIFY(shown.hasEvents());
    PictureChoices choices;
    choices.ending = u"svg"_s;
    shown.settings.setPicture(choices);
    inDialog<PictureDialog>([&](PictureDialog& dialog) {
      saveAs(m_folder.filePath(u"visits 1.5"_s));
      dialog.accept();
    });
    QTest::keyClick(&shown.window, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QFile::exists(m_folder.filePath(u"visits 1.5.svg"_s)));
  }

  void whatIsNoDateCannotBeSaved() {
    TimelineView timeline;
    PictureDialog dialog(timeline, {}, u"Title"_s, nullptr);
    dialog.QDialog::show();
    auto* line = dialog.findChild<QLineEdit*>();
    auto* save = named<QPushButton>(dialog, u"Save as"_s);
    QVERIFY(save->isEnabled());
    QTest::keyClicks(line, u"2023-02-30"_s);
    QVERIFY(named<QRadioButton>(dialog, u"From"_s)->isChecked()); // typing chooses it
    QVERIFY(!save->isEnabled());
    QVERIFY(named<QLabel>(dialog, u"The calendar"_s)->isVisible());
    line->selectAll();
    QTest::keyClicks(line, u"2023-02"_s);
    QVERIFY(save->isEnabled());
    const RenderOptions options = dialog.options();
    QCOMPARE(options.days->second - options.days->first, 28.0);
    QCOMPARE(options.title, u"Title"_s);
  }

  void everySizeIsTheOneThatItSays() {
    TimelineView timeline;
    timeline.resize(700, 300);
    const auto pixels = [&](PictureSize size) {
      PictureChoices choices;
      choices.size = size;
      choices.ownSize = QSize(1234, 567);
      const RenderOptions options = PictureDialog(timeline, choices, {}, nullptr).options();
      return (QSizeF(options.size) * options.pixelRatio).toSize();
    };
    QCOMPARE(pixels(PictureSize::screen), QSize(700, 300) * timeline.devicePixelRatioF());
    QCOMPARE(pixels(PictureSize::fullHd), QSize(1920, 1080));
    QCOMPARE(pixels(PictureSize::ultraHd), QSize(3840, 2160));
    QCOMPARE(pixels(PictureSize::own), QSize(1234, 567));
    for (const auto& [size, width, height] : {std::tuple{PictureSize::a4, 11.69, 8.27},
                                              {PictureSize::a3, 16.54, 11.69},
                                              {PictureSize::letter, 11.0, 8.5}}) { // inches, at 300 pixels
      QVERIFY(std::abs(pixels(size).width() - 300 * width) < 4);
      QVERIFY(std::abs(pixels(size).height() - 300 * height) < 4);
    }
  }

  void choicesAreRememberedAsTheyWereMade() {
    const QString file = m_folder.filePath(u"choices.ini"_s);
    const PictureChoices made{.content = PictureContent::stretch,
                              .stretch = u"2018/2019"_s,
                              .size = PictureSize::own,
                              .ownSize = {3000, 1000},
                              .dark = true,
                              .legend = false,
                              .sources = false,
                              .ending = u"pdf"_s};
    { Settings(file).setPicture(made); }
    QVERIFY(Settings(file).picture() == made);
    TimelineView timeline;
    QVERIFY(PictureDialog(timeline, made, {}, nullptr).choices() == made);
    QVERIFY(Settings(m_folder.filePath(u"none.ini"_s)).picture() == PictureChoices());
  }

  void theViewIsCopiedWithTwiceItsPoints() {
    Shown shown(m_folder.filePath(u"copy.ini"_s));
    QTRY_VERIFY(shown.hasEvents());
    QTest::keyClick(&shown.window, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->image().size(), shown.timeline().size() * 2);
  }

  void printingShowsAPreviewFirst() {
    Shown shown(m_folder.filePath(u"print.ini"_s));
    QTRY_VERIFY(shown.hasEvents());
    bool seen = false;
    inDialog<QPrintPreviewDialog>([&](QPrintPreviewDialog& dialog) {
      seen = dialog.printer()->pageLayout().orientation() == QPageLayout::Landscape;
      dialog.reject();
    });
    QTest::keyClick(&shown.window, Qt::Key_P, Qt::ControlModifier);
    QVERIFY(seen);
  }

  void thePrintedPageIsOneOfLinesAndText() {
    TimelineView timeline;
    const QString file = m_folder.filePath(u"printed.pdf"_s);
    {
      QPrinter printer(QPrinter::HighResolution);
      printer.setOutputFormat(QPrinter::PdfFormat);
      printer.setOutputFileName(file);
      printer.setPageOrientation(QPageLayout::Landscape);
      model::Event vague;
      vague.date = time::Edtf::parse("2023-05~").value();
      vague.title = "Envoys meet";
      printTimeline(printer, ui::eventSetOf({vague}), {});
    }
    QFile printed(file);
    QVERIFY(printed.open(QIODevice::ReadOnly));
    const QByteArray pdf = printed.readAll();
    QVERIFY(pdf.startsWith("%PDF-"));
    QCOMPARE(pdf.count("/MediaBox"), 1);
    QVERIFY(pdf.contains("/Type /Font"));
    QVERIFY(!pdf.contains("/Subtype /Image"));
  }

  void anOpenStretchGoesAsFarAsTheEventsDo() {
    const timeline::Extent events{10, 20};
    QCOMPARE(DateStretch::read(u"1970-01-03/.."_s, events).first(), 2.0);
    QCOMPARE(DateStretch::read(u"1970-01-03/.."_s, events).end(), 21.0);
    QCOMPARE(DateStretch::read(u"../1970-01-16"_s, events).first(), 10.0);
    QVERIFY(!DateStretch::read(u"2019/2018"_s, events).whyNot().isEmpty());
    QVERIFY(!DateStretch::read(u""_s, events).whyNot().isEmpty());
  }

 private:
  QTemporaryDir m_folder;
};

QTEST_MAIN(PicturesTest)
#include "pictures_test.moc"
