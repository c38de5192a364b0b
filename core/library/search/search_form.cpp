// SPDX-License-Identifier: Apache-2.0
#include "core/library/search/search_form.h"

#include "core/text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace demarche::library {

std::u16string searchForm(std::u16string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
  const std::u16string simplified = text::fold(text);
  icu::UnicodeString form(false, simplified.data(), static_cast<std::int32_t>(simplified.size()));
  form.foldCase();
  if (U_SUCCESS(status)) form = decompose->normalize(form, status);
  std::u16string result;
  for (std::int32_t i = 0; i < form.length(); ++i)
    if (u_charType(form[i]) != U_NON_SPACING_MARK) result += form[i];
  return result;
}

} // namespace demarche::library
