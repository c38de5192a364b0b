// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/document.h"
#include "core/model/event.h"
#include "core/model/extraction.h"
#include "core/time/edtf.h"

#include <QCoreApplication>
#include <QString>

namespace demarche::ui {

/// What people read in place of the model's codes, in the language of the window: one word for one thing,
/// in every list, legend and tooltip.
class Words {
  Q_DECLARE_TR_FUNCTIONS(Words)

 public:
  [[nodiscard]] static QString kind(model::EventKind kind);
  [[nodiscard]] static QString counted(model::EventKind kind, int count); ///< "12 meetings"
  [[nodiscard]] static QString side(model::Side side);
  [[nodiscard]] static QString status(model::EventStatus status);
  [[nodiscard]] static QString level(model::Level level); ///< empty when unknown
  [[nodiscard]] static QString basis(model::WrittenBasis basis);
  [[nodiscard]] static QString language(model::Language language);
  /// "10–11 May 2023", "about February 2023", "from 2018", "date unknown".
  [[nodiscard]] static QString date(const time::Edtf& date);
  /// Names parted as the language parts them.
  [[nodiscard]] static QString people(const std::vector<model::Participant>& participants);
  [[nodiscard]] static QString place(const model::Event& event);

 private:
  [[nodiscard]] static QString date(const time::EdtfDate& date);
  [[nodiscard]] static QString plainDate(const time::EdtfDate& date);
  [[nodiscard]] static QString interval(const time::EdtfDate& begin, const time::EdtfDate& end);
};

} // namespace demarche::ui
