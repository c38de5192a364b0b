// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/actions.h"

#include "ui/shell/icons.h"

#include <QAction>
#include <QKeySequence>
#include <QWidget>

namespace demarche::ui {

using namespace Qt::StringLiterals;

Actions::Actions(QWidget* window) : QObject(window), m_window(window) {
  newLibrary->setShortcuts(QKeySequence::New);
  openLibrary->setShortcuts(QKeySequence::Open);
  addArticles->setShortcut(Qt::CTRL | Qt::Key_I);
  addFolder->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_I);
  savePicture->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_S);
  copyPicture->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
  print->setShortcuts(QKeySequence::Print);
  quit->setShortcuts(QKeySequence::Quit);
  quit->setMenuRole(QAction::QuitRole);
  find->setShortcuts(QKeySequence::Find);
  clearFilter->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
  deselect->setShortcut(Qt::Key_Escape);
  zoomIn->setShortcuts({QKeySequence(QKeySequence::ZoomIn), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
  zoomOut->setShortcuts(QKeySequence::ZoomOut);
  fit->setShortcut(Qt::CTRL | Qt::Key_0);
  today->setShortcut(Qt::CTRL | Qt::Key_T);
  goToDate->setShortcut(Qt::CTRL | Qt::Key_L);
  goToSelection->setShortcut(Qt::CTRL | Qt::Key_J);
  back->setShortcuts(QKeySequence::Back);
  forward->setShortcuts(QKeySequence::Forward);
  nextEvent->setShortcut(Qt::CTRL | Qt::Key_Down);
  previousEvent->setShortcut(Qt::CTRL | Qt::Key_Up);
  nextPassage->setShortcut(Qt::ALT | Qt::Key_Down);
  previousPassage->setShortcut(Qt::ALT | Qt::Key_Up);
  measure->setShortcut(Qt::Key_M);
  measure->setShortcutContext(Qt::WidgetShortcut); // of the timeline: in lists a letter is typed to find
  measure->setAutoRepeat(false);
  measure->setCheckable(true);
  laneUp->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Up);
  laneDown->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Down);
  fullScreen->setShortcut(Qt::Key_F11);
  fullScreen->setCheckable(true);
  keyboard->setShortcut(Qt::Key_F1);
  about->setMenuRole(QAction::AboutRole);
  retranslate();
}

QAction* Actions::make() {
  auto* action = new QAction(this);
  m_window->addAction(action);
  m_all.push_back(action);
  return action;
}

void Actions::retranslate() {
  newLibrary->setText(tr("&New library…"));
  openLibrary->setText(tr("&Open library…"));
  clearRecent->setText(tr("&Clear this list"));
  addArticles->setText(tr("&Add articles…"));
  addFolder->setText(tr("Add a &folder of articles…"));
  savePicture->setText(tr("Save &picture…"));
  copyPicture->setText(tr("&Copy as picture"));
  print->setText(tr("Prin&t…"));
  quit->setText(tr("&Quit"));
  find->setText(tr("&Filter events"));
  clearFilter->setText(tr("&Clear the filter"));
  deselect->setText(tr("&Deselect"));
  zoomIn->setText(tr("Zoom &in"));
  zoomOut->setText(tr("Zoom &out"));
  fit->setText(tr("&Fit all events"));
  today->setText(tr("Go to &today"));
  goToDate->setText(tr("Go to &date…"));
  goToSelection->setText(tr("Go to the &selected event"));
  back->setText(tr("&Back"));
  forward->setText(tr("For&ward"));
  nextEvent->setText(tr("&Next event"));
  previousEvent->setText(tr("&Previous event"));
  nextPassage->setText(tr("Next pa&ssage of the event"));
  previousPassage->setText(tr("P&revious passage of the event"));
  measure->setText(tr("&Measure days"));
  laneUp->setText(tr("Move the selected event's lane &up"));
  laneDown->setText(tr("Move the selected event's lane &down"));
  fullScreen->setText(tr("F&ull screen"));
  keyboard->setText(tr("&Keyboard"));
  about->setText(tr("&About Démarche"));
  // On the toolbar there is no room for more.
  addArticles->setIconText(tr("Add articles"));
  fit->setIconText(tr("Fit"));
  savePicture->setIconText(tr("Picture"));
}

void Actions::setHasEvents(bool hasEvents) {
  for (QAction* action : {savePicture, copyPicture, print, zoomIn, zoomOut, fit, today, goToDate, goToSelection,
                          nextEvent, previousEvent, nextPassage, previousPassage, measure, laneUp, laneDown})
    action->setEnabled(hasEvents);
}

void Actions::paintIcons(const QPalette& palette) {
  addArticles->setIcon(symbolicIcon(u"add"_s, palette));
  openLibrary->setIcon(symbolicIcon(u"open"_s, palette));
  zoomIn->setIcon(symbolicIcon(u"zoom-in"_s, palette));
  zoomOut->setIcon(symbolicIcon(u"zoom-out"_s, palette));
  fit->setIcon(symbolicIcon(u"fit"_s, palette));
  savePicture->setIcon(symbolicIcon(u"picture"_s, palette));
}

} // namespace demarche::ui
