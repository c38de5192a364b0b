// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/event.h"
#include "core/time/edtf.h"

#include <cstdint>
#include <vector>

namespace demarche::extract {

/// "Secretary Shultz's Meeting With Wu Xueqian": talks of people in office that the headline names and the
/// text under it tells, both without a day, were on the day of writing. `headlined` is what the headline
/// tells, believed or not; it ends at `titleEnd`.
void dateReadouts(std::vector<model::Event>& events, const std::vector<model::Event>& headlined,
                  std::int32_t titleEnd, const time::Edtf& written);

} // namespace demarche::extract
