// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/empty_state.h"

#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace demarche::ui {
namespace {

constexpr int textWidth = 440;
constexpr int iconSize = 72;
constexpr double headingScale = 1.6;

} // namespace

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent),
      m_icon(new QLabel(this)),
      m_heading(new QLabel(this)),
      m_text(new QLabel(this)),
      m_add(new QPushButton(this)),
      m_open(new QPushButton(this)),
      m_clearFilter(new QPushButton(this)) {
  setBackgroundRole(QPalette::Base);
  setAutoFillBackground(true);
  m_icon->setPixmap(QIcon(QStringLiteral(":/icons/demarche.svg")).pixmap(iconSize, iconSize));
  QFont font = m_heading->font();
  font.setPointSizeF(font.pointSizeF() * headingScale);
  m_heading->setFont(font);
  m_heading->setAlignment(Qt::AlignCenter);
  m_text->setTextFormat(Qt::PlainText);
  m_text->setWordWrap(true);
  m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
  m_text->setFixedWidth(textWidth);
  m_text->setForegroundRole(QPalette::PlaceholderText);
  m_add->setDefault(true);

  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  for (QPushButton* button : {m_add, m_open, m_clearFilter})
    buttons->addWidget(button);
  buttons->addStretch();
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(12);
  layout->addStretch(2);
  layout->addWidget(m_icon, 0, Qt::AlignHCenter);
  layout->addWidget(m_heading);
  layout->addWidget(m_text, 0, Qt::AlignHCenter);
  layout->addSpacing(8);
  layout->addLayout(buttons);
  layout->addStretch(3);

  connect(m_add, &QPushButton::clicked, this, &EmptyState::addClicked);
  connect(m_open, &QPushButton::clicked, this, &EmptyState::openClicked);
  connect(m_clearFilter, &QPushButton::clicked, this, &EmptyState::clearFilterClicked);
  retranslate();
}

void EmptyState::setReason(Reason reason) {
  m_reason = reason;
  retranslate();
}

void EmptyState::setDefaultLibrary(const QString& library) {
  m_defaultLibrary = library;
  retranslate();
}

void EmptyState::say(const QString& heading, const QString& text) {
  m_heading->setText(heading);
  m_text->setText(text);
  m_text->setFixedHeight(m_text->heightForWidth(textWidth));
}

void EmptyState::retranslate() {
  m_add->setText(tr("Add articles…"));
  m_open->setText(tr("Open library…"));
  m_clearFilter->setText(tr("Clear the filter"));
  m_clearFilter->setVisible(m_reason == Reason::filtered);
  m_add->setVisible(m_reason != Reason::filtered);
  m_open->setVisible(m_reason != Reason::filtered);
  switch (m_reason) {
  case Reason::noLibrary:
    say(tr("From articles to a timeline"),
        tr("Add news articles (text or HTML, English or Chinese), or drop files and folders here. "
           "What they tell is kept in the library %1.")
            .arg(QDir::toNativeSeparators(m_defaultLibrary)));
    break;
  case Reason::noArticles:
    say(tr("This library is empty"),
        tr("Add news articles (text or HTML, English or Chinese), or drop files and folders here."));
    break;
  case Reason::noEvents:
    say(tr("No events were found"),
        tr("The articles of this library tell of no dated event between the United States and China. "
           "Add more articles, or drop files and folders here. Events of others may be shown too: "
           "Filter › Context events."));
    break;
  case Reason::filtered:
    say(tr("No event passes the filter"),
        tr("The library has articles, but none of their events is as the filter asks."));
    break;
  }
}

void EmptyState::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace demarche::ui
