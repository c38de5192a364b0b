// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the invisible part of a web page says of its article: `<title>`, `<meta>`, `<time>`, JSON-LD.

#include "core/ingest/page.h"

#include <libxml/tree.h>
#include <string>
#include <string_view>

namespace demarche::ingest {

/// The next node of the tree in document order below `root`; null after the last. Without recursion, since
/// pages are nested as deeply as their writers like; `skip` leaves out what is below `node`.
[[nodiscard]] const xmlNode* nextNode(const xmlNode* node, const xmlNode* root, bool skip = false);

/// The element's name in lower case; empty for text and comments.
[[nodiscard]] std::string_view elementName(const xmlNode* node);
/// The attribute's value, UTF-8; empty when absent.
[[nodiscard]] std::string attribute(const xmlNode* node, const char* name);

[[nodiscard]] PageClaims readClaims(const xmlNode* root);

} // namespace demarche::ingest
