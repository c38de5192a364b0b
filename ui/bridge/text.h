// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <filesystem>
#include <string>
#include <string_view>

namespace demarche::ui {

// The core writes UTF-8 and std::u16string, Qt writes QString. Positions are the same in both: UTF-16 units.

[[nodiscard]] QString toQString(std::string_view utf8);
[[nodiscard]] QString toQString(std::u16string_view utf16);
[[nodiscard]] std::string toUtf8(const QString& text);
[[nodiscard]] std::filesystem::path toPath(const QString& file);

} // namespace demarche::ui
