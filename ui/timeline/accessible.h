// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace demarche::ui {

/// Lets screen readers and other assistive technology see a TimelineView as a tree: the lanes, and in each
/// the events and clusters in sight, in the order of time. A lane can be folded and unfolded, an event
/// selected and opened, a cluster opened. Asked for by the view itself; asking again changes nothing.
void installTimelineAccessibility();

} // namespace demarche::ui
