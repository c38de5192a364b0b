// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/messages_panel.h"

#include <QClipboard>
#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace demarche::ui {

MessagesPanel::MessagesPanel(QWidget* parent)
    : QWidget(parent),
      m_lines(new QTreeWidget(this)),
      m_copy(new QPushButton(this)),
      m_clear(new QPushButton(this)) {
  m_lines->setColumnCount(2);
  m_lines->setRootIsDecorated(false);
  m_lines->setUniformRowHeights(true);
  m_lines->setFrameShape(QFrame::NoFrame);
  m_lines->setTextElideMode(Qt::ElideMiddle);
  m_lines->header()->resizeSection(0, 260);

  auto* buttons = new QHBoxLayout;
  buttons->setContentsMargins(8, 4, 8, 4);
  buttons->addStretch();
  buttons->addWidget(m_copy);
  buttons->addWidget(m_clear);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_lines);
  layout->addLayout(buttons);

  connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
  connect(m_clear, &QPushButton::clicked, this, &MessagesPanel::clear);
  retranslate();
}

void MessagesPanel::add(const QString& about, const QString& why) {
  auto* line = new QTreeWidgetItem(m_lines, {QFileInfo(about).fileName(), why});
  line->setData(0, Qt::UserRole, about);
  line->setToolTip(0, about);
  line->setToolTip(1, why);
  m_lines->scrollToItem(line);
  Q_EMIT countChanged(count());
}

int MessagesPanel::count() const {
  return m_lines->topLevelItemCount();
}

QString MessagesPanel::text() const {
  QString lines;
  for (int row = 0; row < count(); ++row) {
    const QTreeWidgetItem* line = m_lines->topLevelItem(row);
    lines += line->data(0, Qt::UserRole).toString() + u'\t' + line->text(1) + u'\n';
  }
  return lines;
}

void MessagesPanel::clear() {
  m_lines->clear();
  Q_EMIT countChanged(0);
}

void MessagesPanel::retranslate() {
  m_lines->setHeaderLabels({tr("File"), tr("What happened")});
  m_copy->setText(tr("Copy all"));
  m_clear->setText(tr("Clear"));
}

void MessagesPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace demarche::ui
