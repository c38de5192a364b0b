// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace demarche::ui {

class Actions;

/// Every key of the window, from its actions; those of the timeline are told in words.
void showKeyboardHelp(const Actions& actions, QWidget* parent);
void showAbout(QWidget* parent);

} // namespace demarche::ui
