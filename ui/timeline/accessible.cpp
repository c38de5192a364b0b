// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/accessible.h"

#include "ui/models/words.h"
#include "ui/timeline/view.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>
#include <QStringList>
#include <QTextDocumentFragment>
#include <algorithm>
#include <vector>

namespace demarche::ui {
namespace {

/// One event of the list. It names its item as of one snapshot and is invalid for another.
class AccessibleEvent : public QAccessibleInterface, public QAccessibleActionInterface {
 public:
  AccessibleEvent(TimelineView* view, std::uint32_t item)
      : m_view(view), m_events(view->scene().events()), m_item(item) {}

  bool isValid() const override { return m_view != nullptr && m_view->scene().events() == m_events; }
  QObject* object() const override { return nullptr; }
  QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
  QAccessibleInterface* child(int) const override { return nullptr; }
  QAccessibleInterface* childAt(int, int) const override { return nullptr; }
  int childCount() const override { return 0; }
  int indexOfChild(const QAccessibleInterface*) const override { return -1; }
  QAccessible::Role role() const override { return QAccessible::ListItem; }
  void setText(QAccessible::Text, const QString&) override {}

  QString text(QAccessible::Text kind) const override {
    if (!isValid()) return {};
    if (kind == QAccessible::Description)
      return QTextDocumentFragment::fromHtml(m_view->cardText(row())).toPlainText().trimmed();
    if (kind != QAccessible::Name) return {};
    const timeline::Item& item = m_view->scene().snapshot().items[m_item];
    return QStringList{m_view->scene().titleOf(m_item), Words::kind(item.kind), Words::status(item.status)}
        .join(QStringLiteral(", "));
  }

  QRect rect() const override {
    if (!isValid()) return {};
    const TimelineScene& scene = m_view->scene();
    const QRectF mark = scene.markRect(scene.markOf(m_item));
    const QRect seen = mark.intersected(scene.plotRect()).toAlignedRect();
    return {m_view->mapToGlobal(seen.topLeft()), seen.size()};
  }

  QAccessible::State state() const override {
    QAccessible::State state;
    state.invalid = !isValid();
    state.focusable = true;
    state.selectable = true;
    state.selected = isValid() && m_view->selected() == row();
    state.focused = state.selected && m_view->hasFocus();
    state.offscreen = rect().isEmpty();
    return state;
  }

  void* interface_cast(QAccessible::InterfaceType type) override {
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
  }
  QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
  void doAction(const QString& action) override {
    if (!isValid()) return;
    m_view->setSelected(row());
    if (action == setFocusAction()) m_view->setFocus();
    if (action == pressAction()) Q_EMIT m_view->eventActivated(row());
  }
  QStringList keyBindingsForAction(const QString&) const override { return {}; }

 private:
  StoryRow row() const { return m_view->scene().rowOf(m_item); }

  QPointer<TimelineView> m_view;
  EventSetPtr m_events;
  std::uint32_t m_item;
};

/// The list. Its children are made when asked for, and kept until other events are shown.
class AccessibleTimeline : public QAccessibleWidget {
 public:
  explicit AccessibleTimeline(TimelineView* view)
      : QAccessibleWidget(view, QAccessible::List), m_view(view) {}
  ~AccessibleTimeline() override { forgetChildren(); }

  int childCount() const override { return static_cast<int>(inSight().size()); }

  QAccessibleInterface* child(int index) const override {
    const auto& items = inSight();
    if (index < 0 || static_cast<std::size_t>(index) >= items.size()) return nullptr;
    const std::uint32_t item = items[static_cast<std::size_t>(index)];
    const auto known = m_children.constFind(item);
    if (known != m_children.constEnd()) return QAccessible::accessibleInterface(*known);
    auto* const made = new AccessibleEvent(m_view, item);
    m_children.insert(item, QAccessible::registerAccessibleInterface(made));
    return made;
  }

  int indexOfChild(const QAccessibleInterface* wanted) const override {
    const auto& items = inSight();
    const auto found = std::find_if(items.begin(), items.end(), [&](std::uint32_t item) {
      const auto known = m_children.constFind(item);
      return known != m_children.constEnd() && QAccessible::accessibleInterface(*known) == wanted;
    });
    return found == items.end() ? -1 : static_cast<int>(found - items.begin());
  }

  QAccessibleInterface* childAt(int x, int y) const override {
    const TimelineScene& scene = m_view->scene();
    const auto mark = scene.markAt(m_view->mapFromGlobal(QPoint(x, y)));
    if (!mark) return nullptr;
    const std::uint32_t item = timeline::itemsOf(scene.layout(), mark->mark).front();
    const auto& items = inSight();
    const auto found = std::find(items.begin(), items.end(), item);
    return found == items.end() ? nullptr : child(static_cast<int>(found - items.begin()));
  }

  QAccessibleInterface* focusChild() const override {
    const auto& items = inSight();
    for (std::size_t index = 0; index < items.size(); ++index)
      if (m_of->snapshot()->stories[items[index]] == m_view->selected())
        return child(static_cast<int>(index));
    return nullptr;
  }

 private:
  /// Events of which any day is in the shown range, in the order of time.
  const std::vector<std::uint32_t>& inSight() const {
    const TimelineScene& scene = m_view->scene();
    if (m_of == scene.events() && m_scale == scene.scale() && m_size == scene.size()) return m_items;
    if (m_of != scene.events()) forgetChildren();
    m_of = scene.events();
    m_scale = scene.scale();
    m_size = scene.size();
    m_items.clear();
    const double first = scene.scale().firstDay();
    const double end = scene.scale().dayAt(scene.plotRect().width());
    const std::vector<timeline::Item>& shown = scene.snapshot().items;
    for (std::uint32_t item = 0; item < shown.size() && shown[item].first < end; ++item)
      if (shown[item].last + 1 > first) m_items.push_back(item);
    return m_items;
  }

  void forgetChildren() const {
    for (const QAccessible::Id id : std::as_const(m_children))
      QAccessible::deleteAccessibleInterface(id);
    m_children.clear();
  }

  TimelineView* m_view;
  mutable EventSetPtr m_of;
  mutable timeline::TimeScale m_scale;
  mutable QSizeF m_size;
  mutable std::vector<std::uint32_t> m_items;
  mutable QHash<std::uint32_t, QAccessible::Id> m_children;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
  auto* const view = qobject_cast<TimelineView*>(object);
  return view == nullptr ? nullptr : new AccessibleTimeline(view);
}

} // namespace

void installTimelineAccessibility() {
  QAccessible::installFactory(makeInterface);
}

} // namespace demarche::ui
