// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/help_dialogs.h"

#include "ui/shell/actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeySequence>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace demarche::ui {
namespace {

struct Help {
  Q_DECLARE_TR_FUNCTIONS(Help)
};

QString keysOf(const QAction& action) {
  return QKeySequence::listToString(action.shortcuts(), QKeySequence::NativeText);
}

/// Without its access key, which Chinese writes behind the name, and the dots of its dialog.
QString nameOf(const QAction& action) {
  static const QRegularExpression accessKey(QStringLiteral("\\(&.\\)|&|…"));
  return action.text().remove(accessKey);
}

void addTimelineKeys(QTreeWidget* list) {
  const auto add = [list](const QString& what, const QString& keys) {
    new QTreeWidgetItem(list, {what, keys});
  };
  add(Help::tr("Timeline: through time"), Help::tr("←  →, drag, Shift + wheel, two fingers"));
  add(Help::tr("Timeline: zoom"), Help::tr("+  −, wheel, pinch, double click"));
  add(Help::tr("Timeline: to a stretch of time"), Help::tr("drag along the axis; click its upper row"));
  add(Help::tr("Timeline: all events"), Help::tr("0"));
  add(Help::tr("Timeline: first and last event"), Help::tr("Home, End"));
  add(Help::tr("Timeline: from event to event"), Help::tr("Tab, Shift + Tab"));
  add(Help::tr("Timeline: measure days"), Help::tr("Alt + drag; M, then drag or select"));
  add(Help::tr("Timeline: order of lanes"), Help::tr("drag a heading"));
  add(Help::tr("Timeline: filter by the legend"), Help::tr("click a kind or status"));
  add(Help::tr("Read the selected event"), Help::tr("Enter, double click"));
}

} // namespace

void showKeyboardHelp(const Actions& actions, QWidget* parent) {
  auto* dialog = new QDialog(parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(Help::tr("Keyboard"));
  auto* list = new QTreeWidget(dialog);
  list->setHeaderLabels({Help::tr("What"), Help::tr("Keys")});
  list->setRootIsDecorated(false);
  list->setAlternatingRowColors(true);
  for (const QAction* action : actions.all())
    if (!action->shortcuts().isEmpty()) new QTreeWidgetItem(list, {nameOf(*action), keysOf(*action)});
  addTimelineKeys(list);
  list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  list->header()->setStretchLastSection(false);

  auto* buttons = new QDialogButtonBox(dialog);
  buttons->addButton(Help::tr("Close"), QDialogButtonBox::RejectRole);
  QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
  auto* layout = new QVBoxLayout(dialog);
  layout->addWidget(list);
  layout->addWidget(buttons);
  dialog->resize(560, 560);
  dialog->show();
}

void showAbout(QWidget* parent) {
  auto* box = new QMessageBox(parent);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setWindowTitle(Help::tr("About Démarche"));
  box->setIconPixmap(QIcon(QStringLiteral(":/icons/demarche.svg")).pixmap(64, 64));
  box->setText(Help::tr("Démarche %1").arg(QCoreApplication::applicationVersion()));
  box->setInformativeText(
      Help::tr("Reads news articles in English and Chinese, and draws the diplomatic events "
               "between the United States and China that they tell of on a timeline.\n\n"
               "Free software under the Apache License 2.0."));
  box->addButton(Help::tr("Close"), QMessageBox::RejectRole);
  box->open();
}

} // namespace demarche::ui
