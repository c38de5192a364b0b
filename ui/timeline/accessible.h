// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace demarche::ui {

/// Lets screen readers and other assistive technology see a TimelineView as a list of the events in sight, in
/// the order of time: each with its name, what its card tells, its place, and pressing to open it. Asked
/// for by the view itself; asking again changes nothing.
void installTimelineAccessibility();

} // namespace demarche::ui
