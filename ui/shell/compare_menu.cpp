// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/compare_menu.h"

#include "ui/bridge/library_client.h"
#include "ui/bridge/text.h"
#include "ui/shell/choose_person.h"
#include "ui/shell/lane_menu.h"
#include "ui/shell/menu_entry.h"
#include "ui/timeline/lane_text.h"
#include "ui/timeline/view.h"

#include <QAction>
#include <QMenu>
#include <algorithm>
#include <optional>
#include <utility>

namespace demarche::ui {
namespace {

/// The layer that the lane would be; nothing for what is too rare or told of nothing.
std::optional<timeline::Layer> layerOf(const TimelineScene& scene, std::size_t lane) {
  const timeline::LaneKey key = scene.layout().lanes[lane].key;
  if (key.grouping == timeline::Grouping::layer) return scene.layers()[key.value];
  if (key.value >= timeline::LaneKey::none) return std::nullopt;
  return timeline::Layer{key.grouping, timeline::codeOf(scene.snapshot(), key)};
}

} // namespace

CompareMenu::CompareMenu(TimelineView& timeline, LibraryClient& client, LaneMenu& lanes, QObject* parent)
    : QObject(parent), m_timeline(timeline), m_client(client) {
  connect(&client, &LibraryClient::opened, this, &CompareMenu::forgetAll);
  connect(&client, &LibraryClient::savedFiltersReady, this, [this](const auto& saved) {
    m_saved = saved;
    fillFilters();
  });
  connect(&client, &LibraryClient::rowsReady, this, &CompareMenu::filterAnswered);
  connect(&lanes, &LaneMenu::headingMenuMade, this, &CompareMenu::addToHeadingMenu);
}

void CompareMenu::addTo(QMenu* menu) {
  m_articles = menu->addMenu(QString());
  m_person = menu->addAction(QString(), this, &CompareMenu::choosePerson);
  m_filters = menu->addMenu(QString());
  menu->addSeparator();
  m_unpin = menu->addMenu(QString());
  m_unpinAll = menu->addAction(QString(), this, [this] {
    m_layers.clear();
    show();
  });
  connect(menu, &QMenu::aboutToShow, this, &CompareMenu::fill);
  fill();
  retranslate();
}

void CompareMenu::retranslate() {
  m_articles->setTitle(tr("Pin &article of the selected event"));
  m_person->setText(tr("Pin &person…"));
  m_filters->setTitle(tr("Pin saved &filter"));
  m_unpin->setTitle(tr("&Unpin"));
  m_unpinAll->setText(tr("Unpin a&ll"));
}

void CompareMenu::setEvents(const EventSetPtr& events) {
  m_events = events;
  for (const model::SavedFilter& saved : m_saved)
    if (m_told.contains(saved.name)) m_client.requestRows(toQString(saved.name), saved.filter);
  show();
}

void CompareMenu::fill() {
  m_client.requestSavedFilters();
  fillArticles();
  fillFilters();
  fillPinned();
  m_person->setEnabled(!m_timeline.scene().snapshot().items.empty());
}

void CompareMenu::fillArticles() {
  m_articles->clear();
  if (const auto item = m_timeline.selectedItem())
    for (const std::string& source : timeline::sourcesOf(m_timeline.scene().snapshot(), *item))
      m_articles->addAction(asEntry(toQString(source)), this, [this, source] {
        pin({timeline::Grouping::source, source});
      });
  m_articles->setEnabled(!m_articles->isEmpty());
}

void CompareMenu::fillFilters() {
  m_filters->clear();
  for (const model::SavedFilter& saved : m_saved)
    m_filters->addAction(asEntry(toQString(saved.name)), this, [this, saved] { pinFilter(saved); });
  m_filters->setEnabled(!m_filters->isEmpty());
}

void CompareMenu::fillPinned() {
  m_unpin->clear();
  for (const timeline::Layer& layer : m_layers)
    m_unpin->addAction(asEntry(layerName(layer)), this, [this, layer] { unpin(layer); });
  m_unpin->setEnabled(!m_layers.empty());
  m_unpinAll->setEnabled(!m_layers.empty());
}

void CompareMenu::choosePerson() {
  const auto people = timeline::whoTakesPart(m_timeline.scene().snapshot());
  auto* const dialog = new ChoosePerson(people, &m_timeline);
  connect(dialog, &ChoosePerson::chosen, this, [this](const QString& code) {
    pin({timeline::Grouping::person, toUtf8(code)});
  });
  dialog->open();
}

void CompareMenu::addToHeadingMenu(std::size_t lane, QMenu* menu) {
  const auto layer = layerOf(m_timeline.scene(), lane);
  if (!layer) return;
  menu->addSeparator();
  const bool pinned = m_timeline.scene().isPinned(lane);
  menu->addAction(pinned ? tr("&Unpin") : tr("&Pin above all lanes"), this,
                  [this, pinned, one = *layer] { pinned ? unpin(one) : pin(one); });
}

void CompareMenu::pin(timeline::Layer layer) {
  const auto same = [&](const timeline::Layer& other) { return layer.same(other); };
  if (std::ranges::any_of(m_layers, same)) return;
  m_layers.push_back(std::move(layer));
  show();
}

void CompareMenu::pinFilter(const model::SavedFilter& saved) {
  m_told[saved.name];
  pin({timeline::Grouping::layer, saved.name});
  m_client.requestRows(toQString(saved.name), saved.filter);
}

void CompareMenu::unpin(const timeline::Layer& layer) {
  std::erase_if(m_layers, [&](const timeline::Layer& other) { return layer.same(other); });
  if (layer.grouping == timeline::Grouping::layer) m_told.erase(layer.name);
  show();
}

void CompareMenu::filterAnswered(const QString& name, const std::vector<StoryRow>& rows) {
  const auto told = m_told.find(toUtf8(name));
  if (told == m_told.end() || told->second == rows) return;
  told->second = rows;
  show();
}

void CompareMenu::show() {
  for (timeline::Layer& layer : m_layers)
    if (layer.grouping == timeline::Grouping::layer) layer.stories = m_told[layer.name];
  if (m_timeline.scene().layers() != m_layers) m_timeline.setLayers(m_layers);
}

void CompareMenu::forgetAll() {
  m_layers.clear();
  m_saved.clear();
  m_told.clear();
  m_events.reset();
  show();
  m_client.requestSavedFilters();
}

} // namespace demarche::ui
