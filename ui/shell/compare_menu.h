// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/filter.h"
#include "core/timeline/layers.h"
#include "ui/bridge/event_set.h"

#include <QObject>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

class QAction;
class QMenu;

namespace demarche::ui {

class LaneMenu;
class LibraryClient;
class TimelineView;

/// The menu that pins articles, people and saved filters above the lanes, to be compared, and takes them off
/// again; also from the menus of headings. What is pinned stays while the library grows and is filtered,
/// until another one is opened.
class CompareMenu : public QObject {
  Q_OBJECT
 public:
  /// What is handed in outlives it.
  CompareMenu(TimelineView& timeline, LibraryClient& client, LaneMenu& lanes, QObject* parent);

  void addTo(QMenu* menu);
  void retranslate();
  /// These events are going to be shown.
  void setEvents(const EventSetPtr& events);

 private:
  void fill();
  void fillArticles();
  void fillFilters();
  void fillPinned();
  void choosePerson();
  void addToHeadingMenu(std::size_t lane, QMenu* menu);
  void pin(timeline::Layer layer);
  void pinFilter(const model::SavedFilter& saved);
  void unpin(const timeline::Layer& layer);
  void filterAnswered(const QString& name, const std::vector<StoryRow>& rows);
  void show();
  void forgetAll();

  TimelineView& m_timeline;
  LibraryClient& m_client;
  EventSetPtr m_events;
  std::vector<timeline::Layer> m_layers;
  std::vector<model::SavedFilter> m_saved;                ///< those of the library
  std::map<std::string, std::vector<StoryRow>> m_told; ///< what it lets through, by the name of a pinned filter
  QMenu* m_articles = nullptr;
  QMenu* m_filters = nullptr;
  QMenu* m_unpin = nullptr;
  QAction* m_person = nullptr;
  QAction* m_unpinAll = nullptr;
};

} // namespace demarche::ui
