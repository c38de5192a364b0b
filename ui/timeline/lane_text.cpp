// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/lane_text.h"

#include "ui/bridge/text.h"
#include "ui/models/words.h"

#include <QCoreApplication>
#include <optional>

namespace demarche::ui {
namespace {

class LaneText {
  Q_DECLARE_TR_FUNCTIONS(LaneText)

 public:
  static QString travellers(timeline::Traveller traveller);
  static QString others(timeline::Grouping grouping);
  static QString none(timeline::Grouping grouping);
  static QString grouping(timeline::Grouping grouping);
};

QString LaneText::travellers(timeline::Traveller traveller) {
  switch (traveller) {
  case timeline::Traveller::us:
    return tr("Americans travel");
  case timeline::Traveller::cn:
    return tr("Chinese travel");
  case timeline::Traveller::both:
    return tr("Both travel");
  case timeline::Traveller::nobody:
    return tr("Nobody travels");
  }
  return {};
}

QString LaneText::others(timeline::Grouping grouping) {
  return grouping == timeline::Grouping::person  ? tr("Other people")
         : grouping == timeline::Grouping::place ? tr("Other places")
         : grouping == timeline::Grouping::topic ? tr("Other topics")
                                                 : tr("Other sources");
}

QString LaneText::none(timeline::Grouping grouping) {
  return grouping == timeline::Grouping::person     ? tr("Nobody named")
         : grouping == timeline::Grouping::place    ? tr("No place told")
         : grouping == timeline::Grouping::topic    ? tr("No topic")
         : grouping == timeline::Grouping::language ? tr("Language unknown")
                                                    : tr("No source");
}

QString LaneText::grouping(timeline::Grouping grouping) {
  switch (grouping) {
  case timeline::Grouping::kind:
    return tr("Kind");
  case timeline::Grouping::level:
    return tr("Level");
  case timeline::Grouping::person:
    return tr("Person");
  case timeline::Grouping::traveller:
    return tr("Who travels");
  case timeline::Grouping::place:
    return tr("Place");
  case timeline::Grouping::topic:
    return tr("Topic");
  case timeline::Grouping::source:
    return tr("Source");
  case timeline::Grouping::language:
    return tr("Language");
  case timeline::Grouping::layer:
    break;
  }
  return {};
}

QString levelName(std::uint32_t value) {
  const auto level = static_cast<model::Level>(static_cast<std::uint32_t>(model::Level::leader) - value);
  const QString name = Words::level(level);
  return name.isEmpty() ? QCoreApplication::translate("LaneText", "Level unknown") : name;
}

} // namespace

QString laneName(const timeline::Snapshot& snapshot, timeline::LaneKey lane) {
  if (lane.value == timeline::LaneKey::others) return LaneText::others(lane.grouping);
  if (lane.value == timeline::LaneKey::none) return LaneText::none(lane.grouping);
  switch (lane.grouping) {
  case timeline::Grouping::kind:
    return Words::kind(static_cast<model::EventKind>(lane.value));
  case timeline::Grouping::level:
    return levelName(lane.value);
  case timeline::Grouping::traveller:
    return LaneText::travellers(static_cast<timeline::Traveller>(lane.value));
  case timeline::Grouping::language:
    return Words::language(static_cast<model::Language>(lane.value));
  case timeline::Grouping::source:
  case timeline::Grouping::person:
  case timeline::Grouping::place:
  case timeline::Grouping::topic:
    return toQString(timeline::nameOf(snapshot, lane));
  case timeline::Grouping::layer:
    break;
  }
  return {};
}

QString layerName(const timeline::Layer& layer) {
  const QString name = toQString(layer.name);
  const auto value = [&]() -> std::optional<std::uint32_t> {
    switch (layer.grouping) {
    case timeline::Grouping::kind:
      if (const auto kind = model::eventKindFromCode(layer.name)) return static_cast<std::uint32_t>(*kind);
      return std::nullopt;
    case timeline::Grouping::language:
      if (const auto language = model::languageFromCode(layer.name))
        return static_cast<std::uint32_t>(*language);
      return std::nullopt;
    case timeline::Grouping::level:
    case timeline::Grouping::traveller:
      return name.toUInt();
    default:
      return std::nullopt; // named by their code
    }
  }();
  return value ? laneName({}, {layer.grouping, *value}) : name;
}

QStringList laneNames(const timeline::Snapshot& snapshot, timeline::Grouping grouping,
                      const std::vector<timeline::LaneItems>& lanes) {
  QStringList names;
  if (grouping == timeline::Grouping::kind) {
    for (const model::EventKind kind : model::allEventKinds)
      names += Words::kind(kind);
    return names;
  }
  for (const timeline::LaneItems& lane : lanes)
    names += laneName(snapshot, lane.key);
  return names;
}

QString groupingName(timeline::Grouping grouping) {
  return LaneText::grouping(grouping);
}

} // namespace demarche::ui
