// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/go_to_date.h"

#include "ui/shell/date_stretch.h"
#include "ui/timeline/view.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

namespace demarche::ui {
namespace {

constexpr int dateWidth = 280;
constexpr int gap = 8;             ///< from the axis
constexpr double airShare = 0.15;  ///< of the span, on either side
constexpr double leastAirDays = 3; ///< so that a day stands among its neighbours

} // namespace

GoToDate::GoToDate(TimelineView& timeline)
    : QFrame(&timeline), m_timeline(timeline), m_date(new QLineEdit(this)), m_why(new QLabel(this)) {
  setObjectName(QStringLiteral("goToDate"));
  setFrameShape(QFrame::StyledPanel);
  setAutoFillBackground(true);
  m_date->setFixedWidth(dateWidth);
  m_why->setFixedWidth(dateWidth);
  m_why->setWordWrap(true);
  m_why->hide();
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(gap, gap, gap, gap);
  layout->addWidget(m_date);
  layout->addWidget(m_why);
  connect(m_date, &QLineEdit::returnPressed, this, &GoToDate::go);
  connect(m_date, &QLineEdit::textEdited, this, [this] { sayWhyNot({}); });
  m_date->installEventFilter(this);
  timeline.installEventFilter(this);
  retranslate();
  hide();
}

void GoToDate::retranslate() {
  m_date->setPlaceholderText(tr("Date: 2023-05, 197X, 2018/2019"));
  m_date->setAccessibleName(tr("Go to date"));
}

void GoToDate::open() {
  sayWhyNot({});
  place();
  show();
  raise();
  m_date->setFocus(Qt::ShortcutFocusReason);
  m_date->selectAll();
}

void GoToDate::place() {
  adjustSize();
  const QRectF plot = m_timeline.scene().plotRect();
  move(static_cast<int>(plot.center().x()) - width() / 2, static_cast<int>(plot.top()) + gap);
}

void GoToDate::go() {
  const QString text = m_date->text().trimmed();
  if (text.isEmpty()) return leave();
  const DateStretch stretch = DateStretch::read(text, m_timeline.scene().extent());
  if (!stretch.whyNot().isEmpty()) return sayWhyNot(stretch.whyNot());
  const double air = std::max(airShare * (stretch.end() - stretch.first()), leastAirDays);
  leave();
  m_timeline.goTo(stretch.first() - air, stretch.end() + air);
}

void GoToDate::leave() {
  // First, for who is hidden with the focus hands it on as Tab would, and Tab walks the events.
  m_timeline.setFocus();
  hide();
}

void GoToDate::sayWhyNot(const QString& why) {
  m_why->setText(why);
  m_why->setVisible(!why.isEmpty());
  place();
}

bool GoToDate::event(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  // Escape closes this first; else the window would take it as its shortcut.
  if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    event->accept();
    return true;
  }
  return QFrame::event(event);
}

void GoToDate::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) leave();
  // Nothing that is typed here is meant for the timeline beneath.
  event->accept();
}

bool GoToDate::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_date && event->type() == QEvent::FocusOut &&
      static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason &&
      static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason)
    hide();
  if (watched == &m_timeline && event->type() == QEvent::Resize && isVisible()) place();
  return QFrame::eventFilter(watched, event);
}

} // namespace demarche::ui
