// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/progress_strip.h"

#include "ui/bridge/text.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace demarche::ui {
namespace {

constexpr int barWidth = 160;
constexpr int nameWidth = 260;

} // namespace

ProgressStrip::ProgressStrip(QWidget* parent)
    : QWidget(parent),
      m_what(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_cancel(new QPushButton(this)) {
  m_bar->setFixedWidth(barWidth);
  m_what->setTextFormat(Qt::PlainText);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_what);
  layout->addWidget(m_bar);
  layout->addWidget(m_cancel);
  connect(m_cancel, &QPushButton::clicked, this, [this] {
    // It ends after the article that is being read, which is kept.
    m_cancel->setEnabled(false);
    Q_EMIT cancelled();
  });
  retranslate();
  hide();
}

void ProgressStrip::start() {
  m_what->clear();
  m_bar->setRange(0, 0);
  m_cancel->setEnabled(true);
  show();
}

void ProgressStrip::showProgress(const base::Progress& progress) {
  // A range of nothing shows as busy; parts of a thousand, since a bar counts in int.
  m_bar->setRange(0, progress.total > 0 ? 1000 : 0);
  if (progress.total > 0) m_bar->setValue(static_cast<int>(progress.done * 1000 / progress.total));
  const QString name = QFileInfo(toQString(progress.what)).fileName();
  m_what->setText(m_what->fontMetrics().elidedText(name, Qt::ElideMiddle, nameWidth));
}

void ProgressStrip::finish() {
  hide();
}

void ProgressStrip::retranslate() {
  m_cancel->setText(tr("Cancel"));
}

void ProgressStrip::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace demarche::ui
