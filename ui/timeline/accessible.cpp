// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/accessible.h"

#include "ui/models/words.h"
#include "ui/timeline/axis_text.h"
#include "ui/timeline/cluster_card.h"
#include "ui/timeline/lane_text.h"
#include "ui/timeline/view.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QPointer>
#include <QStringList>
#include <QTextDocumentFragment>
#include <QTimer>
#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

namespace demarche::ui {
namespace {

struct Spoken {
  Q_DECLARE_TR_FUNCTIONS(Spoken)
};

/// What a lane's children are made for: another one has others.
struct Moment {
  const std::uint32_t* layout = nullptr; ///< of it, the list of items
  timeline::TimeScale scale;
  QSizeF size;
  double scroll = -1;

  bool operator==(const Moment&) const = default;
};

Moment momentOf(const TimelineScene& scene) {
  return {scene.layout().order.data(), scene.scale(), scene.size(), scene.scroll()};
}

/// Later: whoever asks now may still hold one of them.
void deleteSoon(QObject* context, const std::vector<QAccessible::Id>& ids) {
  if (ids.empty()) return;
  QTimer::singleShot(0, context, [ids] {
    for (const QAccessible::Id id : ids)
      QAccessible::deleteAccessibleInterface(id);
  });
}

QRect onScreen(const TimelineView& view, const QRectF& rect) {
  const QRect seen = rect.toAlignedRect();
  return {view.mapToGlobal(seen.topLeft()), seen.size()};
}

/// What lanes and marks have in common: they stand for no object of their own.
class AccessiblePart : public QAccessibleInterface, public QAccessibleActionInterface {
 public:
  explicit AccessiblePart(TimelineView* view) : m_view(view) {}

  QObject* object() const override { return nullptr; }
  QAccessibleInterface* childAt(int, int) const override { return nullptr; }
  void setText(QAccessible::Text, const QString&) override {}
  QStringList keyBindingsForAction(const QString&) const override { return {}; }
  void* interface_cast(QAccessible::InterfaceType type) override {
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
  }

 protected:
  [[nodiscard]] TimelineView* view() const { return m_view; }
  [[nodiscard]] const TimelineScene& scene() const { return m_view->scene(); }

 private:
  QPointer<TimelineView> m_view;
};

/// A mark in sight. It goes by the slots of its events, and is invalid for another layout.
class AccessibleMark : public AccessiblePart {
 public:
  AccessibleMark(TimelineView* view, const PlacedMark& mark, QAccessible::Id lane)
      : AccessiblePart(view),
        m_mark(mark),
        m_events(view->scene().events()),
        m_layout(view->scene().layout().order.data()),
        m_lane(lane) {}

  [[nodiscard]] bool has(std::uint32_t item) const {
    return std::ranges::find(items(), item) != items().end();
  }

  bool isValid() const override {
    return view() != nullptr && scene().events() == m_events && scene().layout().order.data() == m_layout;
  }
  QAccessibleInterface* parent() const override { return QAccessible::accessibleInterface(m_lane); }
  QAccessibleInterface* child(int) const override { return nullptr; }
  int childCount() const override { return 0; }
  int indexOfChild(const QAccessibleInterface*) const override { return -1; }
  QAccessible::Role role() const override { return QAccessible::TreeItem; }

  QString text(QAccessible::Text kind) const override {
    if (!isValid()) return {};
    if (kind == QAccessible::Name) return isCluster() ? nameOfCluster() : nameOfEvent();
    if (kind == QAccessible::Description)
      return QTextDocumentFragment::fromHtml(cardText()).toPlainText().trimmed();
    return {};
  }

  QRect rect() const override {
    if (!isValid()) return {};
    // Where it stands now: the view may have moved since it was asked for.
    const QRectF mark = scene().markRect(scene().markOf(items().front(), m_mark.lane));
    return onScreen(*view(), mark.intersected(scene().plotRect()));
  }

  QAccessible::State state() const override {
    QAccessible::State state;
    state.invalid = !isValid();
    state.focusable = true;
    state.selectable = true;
    state.multiSelectable = true;
    if (!isValid()) return state;
    state.selected = view()->hasSelected(m_mark.mark);
    const auto current = scene().snapshot().find(view()->selected());
    state.focused = view()->hasFocus() && current && has(*current);
    state.expandable = isCluster();
    state.collapsed = isCluster();
    state.offscreen = rect().isEmpty();
    return state;
  }

  QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
  void doAction(const QString& action) override {
    if (!isValid()) return;
    if (action == setFocusAction()) view()->setFocus();
    if (action == pressAction() && isCluster()) return view()->openCluster(m_mark.mark);
    const StoryRow row = scene().rowOf(timeline::heaviestOf(scene().layout(), m_mark.mark));
    view()->setSelected(row);
    if (action == pressAction()) Q_EMIT view()->eventActivated(row);
  }

 private:
  [[nodiscard]] QString cardText() const {
    return isCluster() ? ClusterCard(scene(), m_mark.mark).text()
                       : view()->cardText(scene().rowOf(items().front()));
  }
  [[nodiscard]] bool isCluster() const { return m_mark.mark.count > 1; }
  [[nodiscard]] std::span<const std::uint32_t> items() const {
    return timeline::itemsOf(scene().layout(), m_mark.mark);
  }
  [[nodiscard]] QString days() const {
    const QLocale& locale = scene().look().locale;
    const auto day = [&](timeline::DayNumber number) {
      return locale.toString(dateOf(number), QLocale::LongFormat);
    };
    const timeline::Mark& mark = m_mark.mark;
    return mark.first == mark.last ? day(mark.first)
                                   : Spoken::tr("%1 to %2", "days").arg(day(mark.first), day(mark.last));
  }
  [[nodiscard]] QString nameOfEvent() const {
    const std::uint32_t index = items().front();
    const timeline::Item& item = scene().snapshot().items[index];
    const model::Event* const event = m_events->find(scene().rowOf(index));
    QStringList parts{scene().titleOf(index), event == nullptr ? days() : Words::date(event->date),
                      Words::kind(item.kind), Words::status(item.status)};
    if (item.sources > 1) parts += Spoken::tr("%n source(s)", "", item.sources);
    parts.removeAll(QString());
    return parts.join(Spoken::tr(", ", "between what is said of an event"));
  }
  [[nodiscard]] QString nameOfCluster() const {
    return Spoken::tr("%n event(s)", "", static_cast<int>(m_mark.mark.count)) +
           Spoken::tr(", ", "between what is said of an event") + days();
  }

  PlacedMark m_mark;
  EventSetPtr m_events;
  const std::uint32_t* m_layout;
  QAccessible::Id m_lane;
};

/// A lane; its children are the marks in sight.
class AccessibleLane : public AccessiblePart {
 public:
  AccessibleLane(TimelineView* view, std::size_t lane)
      : AccessiblePart(view), m_key(view->scene().layout().lanes[lane].key), m_lane(lane) {}
  ~AccessibleLane() override {
    for (const auto& [key, id] : m_children)
      QAccessible::deleteAccessibleInterface(id);
  }

  void setId(QAccessible::Id id) { m_id = id; }

  bool isValid() const override {
    return view() != nullptr && m_lane < scene().layout().lanes.size() && lane().key == m_key;
  }
  QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(view()); }
  QAccessible::Role role() const override { return QAccessible::TreeItem; }

  QString text(QAccessible::Text kind) const override {
    if (!isValid() || kind != QAccessible::Name) return {};
    return laneName(scene().snapshot(), m_key) + Spoken::tr(", ", "between what is said of an event") +
           Spoken::tr("%n event(s)", "", static_cast<int>(lane().size()));
  }

  QRect rect() const override {
    if (!isValid()) return {};
    const QRectF rows = scene().laneRect(m_lane).intersected(scene().plotRect());
    return rows.isEmpty() ? QRect() : onScreen(*view(), rows.adjusted(-rows.left(), 0, 0, 0));
  }

  QAccessible::State state() const override {
    QAccessible::State state;
    state.invalid = !isValid();
    state.expandable = true;
    if (!isValid()) return state;
    state.expanded = !lane().collapsed;
    state.collapsed = lane().collapsed;
    state.offscreen = rect().isEmpty();
    return state;
  }

  QStringList actionNames() const override { return {toggleAction()}; }
  void doAction(const QString& action) override {
    if (isValid() && action == toggleAction()) view()->setLaneCollapsed(m_lane, !lane().collapsed);
  }

  int childCount() const override { return static_cast<int>(marks().size()); }
  QAccessibleInterface* child(int index) const override {
    const auto& all = marks();
    if (index < 0 || static_cast<std::size_t>(index) >= all.size()) return nullptr;
    const PlacedMark& mark = all[static_cast<std::size_t>(index)];
    const auto key = std::tuple(mark.mark.begin, mark.mark.count, mark.mark.column);
    if (const auto known = m_children.find(key); known != m_children.end())
      return QAccessible::accessibleInterface(known->second);
    auto* const made = new AccessibleMark(view(), mark, m_id);
    m_children.emplace(key, QAccessible::registerAccessibleInterface(made));
    return made;
  }
  int indexOfChild(const QAccessibleInterface* wanted) const override {
    for (int index = 0; index < childCount(); ++index)
      if (child(index) == wanted) return index;
    return -1;
  }

  /// The child that an item stands in, or that a mark is.
  [[nodiscard]] QAccessibleInterface* childWith(const PlacedMark& wanted) const {
    const auto& all = marks();
    const auto found = std::ranges::find_if(all, [&](const PlacedMark& mark) { return mark.same(wanted); });
    return found == all.end() ? nullptr : child(static_cast<int>(found - all.begin()));
  }

 private:
  [[nodiscard]] const timeline::Lane& lane() const { return scene().layout().lanes[m_lane]; }

  /// As the frame has them, row by row; told by time.
  [[nodiscard]] const std::vector<PlacedMark>& marks() const {
    if (!isValid()) {
      m_marks.clear();
      return m_marks;
    }
    const Moment now = momentOf(scene());
    if (now == m_of) return m_marks;
    m_of = now;
    forgetChildren();
    m_marks.clear();
    const std::size_t rows = scene().isDense(m_lane) ? 1 : lane().rows;
    for (std::size_t row = 0; row < rows; ++row)
      for (const timeline::Mark& mark : scene().marksIn(m_lane, row))
        m_marks.push_back({m_lane, row, mark});
    std::ranges::stable_sort(m_marks, {}, [](const PlacedMark& mark) { return mark.mark.first; });
    return m_marks;
  }

  void forgetChildren() const {
    std::vector<QAccessible::Id> ids;
    for (const auto& [key, id] : m_children)
      ids.push_back(id);
    deleteSoon(view(), ids);
    m_children.clear();
  }

  timeline::LaneKey m_key;
  std::size_t m_lane;
  QAccessible::Id m_id = 0;
  mutable Moment m_of;
  mutable std::vector<PlacedMark> m_marks;
  mutable std::map<std::tuple<std::uint32_t, std::uint32_t, bool>, QAccessible::Id> m_children;
};

/// The tree. Lanes are made when asked for, and kept as long as there are the same ones.
class AccessibleTimeline : public QAccessibleWidget {
 public:
  explicit AccessibleTimeline(TimelineView* view)
      : QAccessibleWidget(view, QAccessible::Tree), m_view(view) {}
  ~AccessibleTimeline() override {
    for (const QAccessible::Id id : m_lanes)
      if (id != 0) QAccessible::deleteAccessibleInterface(id);
  }

  int childCount() const override { return static_cast<int>(m_view->scene().layout().lanes.size()); }

  QAccessibleInterface* child(int index) const override {
    return index < 0 || index >= childCount() ? nullptr : lane(static_cast<std::size_t>(index));
  }

  int indexOfChild(const QAccessibleInterface* wanted) const override {
    for (int index = 0; index < childCount(); ++index)
      if (child(index) == wanted) return index;
    return -1;
  }

  QAccessibleInterface* childAt(int x, int y) const override {
    const QPoint point = m_view->mapFromGlobal(QPoint(x, y));
    if (const auto mark = m_view->scene().markAt(point)) return lane(mark->lane)->childWith(*mark);
    for (int index = 0; index < childCount(); ++index)
      if (child(index)->rect().contains(x, y)) return child(index);
    return nullptr;
  }

  QAccessibleInterface* focusChild() const override {
    const TimelineScene& scene = m_view->scene();
    const auto item = scene.snapshot().find(m_view->selected());
    if (!item) return nullptr;
    const PlacedMark mark = scene.markOf(*item);
    return lane(mark.lane)->childWith(mark);
  }

 private:
  [[nodiscard]] AccessibleLane* lane(std::size_t index) const {
    std::vector<timeline::LaneKey> keys;
    for (const timeline::Lane& one : m_view->scene().layout().lanes)
      keys.push_back(one.key);
    if (keys != m_keys) {
      std::erase(m_lanes, 0U);
      deleteSoon(m_view, m_lanes);
      m_keys = std::move(keys);
      m_lanes.assign(m_keys.size(), 0);
    }
    if (m_lanes[index] == 0) {
      auto* const made = new AccessibleLane(m_view, index);
      m_lanes[index] = QAccessible::registerAccessibleInterface(made);
      made->setId(m_lanes[index]);
    }
    return static_cast<AccessibleLane*>(QAccessible::accessibleInterface(m_lanes[index]));
  }

  TimelineView* m_view;
  mutable std::vector<timeline::LaneKey> m_keys;
  mutable std::vector<QAccessible::Id> m_lanes; ///< 0 for one that nobody has asked for
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
