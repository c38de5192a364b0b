// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/layers.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace demarche::ui {

/// What a lane is called, in the interface's language.
[[nodiscard]] QString laneName(const timeline::Snapshot& snapshot, timeline::LaneKey lane);
/// What a layer is called.
[[nodiscard]] QString layerName(const timeline::Layer& layer);
/// Of the lanes that there are; of kinds all, so that the headings do not change their width with the filter.
[[nodiscard]] QStringList laneNames(const timeline::Snapshot& snapshot, timeline::Grouping grouping,
                                    const std::vector<timeline::LaneItems>& lanes);
/// What lanes are made by, for menus.
[[nodiscard]] QString groupingName(timeline::Grouping grouping);

} // namespace demarche::ui
