// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/choose_person.h"

#include "ui/bridge/text.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace demarche::ui {
namespace {

constexpr int codeRole = Qt::UserRole;
constexpr QSize firstSize(380, 460);

} // namespace

ChoosePerson::ChoosePerson(const std::vector<timeline::CodeCount>& people, QWidget* parent)
    : QDialog(parent), m_search(new QLineEdit(this)), m_list(new QListWidget(this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Pin person"));
  m_search->setPlaceholderText(tr("Part of a name"));
  m_search->setAccessibleName(m_search->placeholderText());
  m_search->setClearButtonEnabled(true);
  m_search->installEventFilter(this);
  m_list->setAccessibleName(tr("People and bodies"));
  m_list->setUniformItemSizes(true);
  for (const timeline::CodeCount& one : people) {
    const QString name = toQString(one.code);
    auto* const item =
        new QListWidgetItem(tr("%1 · %2", "a name and how many events").arg(name).arg(one.count), m_list);
    item->setData(codeRole, name);
  }
  auto* const buttons = new QDialogButtonBox(this);
  m_pin = buttons->addButton(tr("Pin"), QDialogButtonBox::AcceptRole);
  buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
  auto* const layout = new QVBoxLayout(this);
  layout->addWidget(m_search);
  layout->addWidget(m_list);
  layout->addWidget(buttons);
  connect(m_search, &QLineEdit::textChanged, this, &ChoosePerson::narrow);
  connect(m_list, &QListWidget::itemActivated, this, &ChoosePerson::accept);
  connect(buttons, &QDialogButtonBox::accepted, this, &ChoosePerson::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &ChoosePerson::reject);
  narrow({});
  resize(firstSize);
}

/// The first one that is left is chosen.
void ChoosePerson::narrow(const QString& text) {
  QListWidgetItem* first = nullptr;
  for (int row = 0; row < m_list->count(); ++row) {
    QListWidgetItem* const item = m_list->item(row);
    item->setHidden(!item->data(codeRole).toString().contains(text.trimmed(), Qt::CaseInsensitive));
    if (first == nullptr && !item->isHidden()) first = item;
  }
  m_list->setCurrentItem(first);
  m_pin->setEnabled(first != nullptr);
}

void ChoosePerson::accept() {
  const QListWidgetItem* const item = m_list->currentItem();
  if (item == nullptr || item->isHidden()) return;
  Q_EMIT chosen(item->data(codeRole).toString());
  QDialog::accept();
}

/// One goes up and down in the list without leaving the line that one types in.
bool ChoosePerson::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_search && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
      QCoreApplication::sendEvent(m_list, event);
      return true;
    }
  }
  return QDialog::eventFilter(watched, event);
}

} // namespace demarche::ui
