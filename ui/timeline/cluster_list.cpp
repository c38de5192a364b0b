// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/cluster_list.h"

#include "ui/bridge/text.h"
#include "ui/models/words.h"

#include <QAbstractListModel>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace demarche::ui {
namespace {

constexpr int dateRole = Qt::UserRole;
constexpr int padding = 8;
constexpr int rowPadding = 8;
constexpr int mostRowsSeen = 12;
constexpr int widthInLetters = 64;

/// The title, and the date dimmed at the right.
class TitleAndDate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
    return {option.fontMetrics.averageCharWidth() * widthInLetters, option.fontMetrics.height() + rowPadding};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const bool chosen = option.state & QStyle::State_Selected;
    const bool isEvent = index.flags() & Qt::ItemIsEnabled;
    const QPalette& palette = option.palette;
    if (chosen) painter->fillRect(option.rect, palette.highlight());
    const QRect rect = option.rect.adjusted(padding, 0, -padding, 0);
    painter->setFont(option.font);
    const QString date = index.data(dateRole).toString();
    const int dateWidth = option.fontMetrics.horizontalAdvance(date);
    painter->setPen(palette.color(chosen ? QPalette::HighlightedText : QPalette::PlaceholderText));
    painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, date);
    if (isEvent && !chosen) painter->setPen(palette.color(QPalette::Text));
    const int room = rect.width() - (date.isEmpty() ? 0 : dateWidth + 2 * padding);
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, room));
  }
};

} // namespace

/// A line for each event, and one for those that are left out.
class ClusterListModel : public QAbstractListModel {
 public:
  ClusterListModel(EventSetPtr events, std::vector<StoryRow> rows, std::size_t all, QObject* parent)
      : QAbstractListModel(parent), m_events(std::move(events)), m_rows(std::move(rows)), m_all(all) {}

  /// noStory for the line of those left out.
  [[nodiscard]] StoryRow eventAt(const QModelIndex& index) const {
    const auto row = static_cast<std::size_t>(index.row());
    return index.isValid() && row < m_rows.size() ? m_rows[row] : noStory;
  }
  void takeArrived() { Q_EMIT dataChanged(index(0), index(rowCount() - 1)); }

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size()) + (m_rows.size() < m_all ? 1 : 0);
  }

  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override {
    return eventAt(index) == noStory ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
  }

  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
    const StoryRow row = eventAt(index);
    if (row == noStory)
      return role == Qt::DisplayRole
                 ? QVariant(ClusterList::tr("and %1 more").arg(QLocale().toString(m_all - m_rows.size())))
                 : QVariant();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != dateRole &&
        role != Qt::AccessibleTextRole)
      return {};
    const model::Event* const event = m_events->find(row);
    if (event == nullptr) return role == Qt::DisplayRole ? QVariant(QStringLiteral("…")) : QVariant();
    const QString date = Words::date(event->date);
    const QString title = toQString(event->title);
    if (role == Qt::AccessibleTextRole) return QString(title + QStringLiteral(", ") + date);
    return role == dateRole ? date : title;
  }

 private:
  EventSetPtr m_events;
  std::vector<StoryRow> m_rows;
  std::size_t m_all;
};

ClusterList::ClusterList(EventSetPtr events, std::vector<StoryRow> rows, std::size_t all, QWidget* parent)
    : QFrame(parent, Qt::Popup),
      m_model(new ClusterListModel(std::move(events), std::move(rows), all, this)),
      m_list(new QListView(this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setFrameStyle(QFrame::StyledPanel | QFrame::Plain);
  setAccessibleName(tr("Events of the cluster"));
  m_list->setAccessibleName(accessibleName());
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setUniformItemSizes(true);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setItemDelegate(new TitleAndDate(m_list));
  m_list->setModel(m_model);
  m_list->setCurrentIndex(m_model->index(0));
  auto* const layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_list);
  setFocusProxy(m_list);
  connect(m_list, &QListView::clicked, this, &ClusterList::pick);
}

void ClusterList::showBeside(const QRect& mark) {
  const int rows = std::min(m_model->rowCount(), mostRowsSeen);
  const QSize row = m_list->sizeHintForIndex(m_model->index(0));
  const int bar = rows < m_model->rowCount() ? m_list->style()->pixelMetric(QStyle::PM_ScrollBarExtent) : 0;
  const QRect screen = parentWidget()->screen()->availableGeometry();
  resize(std::min(row.width() + bar, screen.width()), rows * row.height() + 2 * frameWidth());
  const bool below = mark.bottom() + height() < screen.bottom();
  const int left = std::clamp(mark.left(), screen.left(), std::max(screen.left(), screen.right() - width()));
  move(left, below ? mark.bottom() + 3 : std::max(screen.top(), mark.top() - height() - 3));
  show();
  m_list->setFocus(Qt::PopupFocusReason);
}

void ClusterList::takeArrived() {
  m_model->takeArrived();
}

/// What the list itself has no use for.
void ClusterList::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) {
    close();
  } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    pick(m_list->currentIndex());
  } else {
    QFrame::keyPressEvent(event);
  }
}

void ClusterList::pick(const QModelIndex& index) {
  const StoryRow event = m_model->eventAt(index);
  if (event == noStory) return;
  close();
  Q_EMIT chosen(event);
}

} // namespace demarche::ui
