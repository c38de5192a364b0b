// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/picture_commands.h"

#include "ui/bridge/text.h"
#include "ui/shell/picture_dialog.h"
#include "ui/timeline/view.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPainter>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <algorithm>

namespace demarche::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double pointsPerInch = 96; ///< of RenderOptions
constexpr double copiedPixels = 2;   ///< a point has on the clipboard

bool isPicture(const QString& ending) {
  return ending == "png"_L1 || ending == "svg"_L1 || ending == "pdf"_L1;
}

} // namespace

void printTimeline(QPrinter& printer, const EventSetPtr& events, RenderOptions options) {
  QPainter painter(&printer);
  if (!painter.isActive()) return;
  const QRectF page = printer.pageRect(QPrinter::DevicePixel);
  const double scale = printer.resolution() / pointsPerInch;
  painter.scale(scale, scale);
  options.size = (page.size() / scale).toSize();
  paintTimeline(painter, events, options);
}

PictureCommands::PictureCommands(const TimelineView& timeline, Settings& settings, QWidget* window)
    : QObject(window), m_timeline(timeline), m_settings(settings), m_window(window) {}

QString PictureCommands::title() const {
  return QFileInfo(m_window->windowFilePath()).completeBaseName();
}

QString PictureCommands::askForFile(const QString& ending) {
  const QString name = title().isEmpty() ? u"timeline"_s : title();
  const QStringList filters{tr("PNG picture (*.png)"), tr("SVG drawing (*.svg)"), tr("PDF page (*.pdf)")};
  const QStringList endings{u"png"_s, u"svg"_s, u"pdf"_s};
  QString filter = filters.value(endings.indexOf(ending), filters.front());
  QString file = QFileDialog::getSaveFileName(m_window, tr("Save picture"),
                                              QDir(m_settings.folder()).filePath(name + u'.' + ending),
                                              filters.join(u";;"_s), &filter);
  if (file.isEmpty()) return file;
  // What was typed says the format; a name with any other ending gets that of the format chosen.
  if (!isPicture(QFileInfo(file).suffix().toLower()))
    file += u'.' + endings.value(filters.indexOf(filter), ending);
  m_settings.setFolder(QFileInfo(file).absolutePath());
  return file;
}

void PictureCommands::save() {
  PictureDialog dialog(m_timeline, m_settings.picture(), title(), m_window);
  if (dialog.exec() != QDialog::Accepted) return;
  PictureChoices choices = dialog.choices();
  m_settings.setPicture(choices);
  const QString file = askForFile(choices.ending);
  if (file.isEmpty()) return;
  choices.ending = QFileInfo(file).suffix().toLower();
  m_settings.setPicture(choices);
  const auto drawn = renderTimeline(m_timeline.scene().events()->blocking(), dialog.options(), file);
  if (drawn) {
    Q_EMIT saved(file);
  } else {
    Q_EMIT failed(file, toQString(drawn.error().message));
  }
}

void PictureCommands::copy() {
  RenderOptions options = pictureOfView(m_timeline);
  options.pixelRatio = std::max(options.pixelRatio, copiedPixels);
  auto image = timelineImage(m_timeline.scene().events()->blocking(), options);
  if (!image) {
    Q_EMIT failed(tr("Copy as picture"), toQString(image.error().message));
    return;
  }
  image->setDevicePixelRatio(1); // whoever takes it counts its pixels
  QGuiApplication::clipboard()->setImage(*image);
  Q_EMIT copied();
}

void PictureCommands::print() {
  QPrinter printer(QPrinter::HighResolution);
  printer.setPageSize(QPageSize(QPageSize::A4));
  printer.setPageOrientation(QPageLayout::Landscape);
  printer.setPageMargins(QMarginsF(10, 10, 10, 10), QPageLayout::Millimeter);
  printer.setDocName(title());
  RenderOptions options = pictureOfView(m_timeline);
  options.dark = false; // paper is light
  options.title = title();
  options.sources = true;
  QPrintPreviewDialog dialog(&printer, m_window);
  dialog.setWindowTitle(tr("Print"));
  dialog.resize(m_window->size() * 0.85);
  connect(&dialog, &QPrintPreviewDialog::paintRequested, this,
          [&](QPrinter* page) { printTimeline(*page, m_timeline.scene().events()->blocking(), options); });
  dialog.exec();
}

} // namespace demarche::ui
