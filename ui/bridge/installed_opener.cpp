// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/installed_opener.h"

#include "core/service/session.h"

namespace demarche::ui {

LibraryOpener installedOpener() {
  return [](const std::filesystem::path& library,
            service::Session::Mode mode) -> base::Result<std::shared_ptr<service::Session>> {
    base::Result<std::shared_ptr<const language::Knowledge>> knowledge = service::installedKnowledge();
    if (!knowledge) return tl::make_unexpected(knowledge.error());
    base::Result<std::unique_ptr<service::Session>> session =
        service::Session::open(library, mode, *knowledge);
    if (!session) return tl::make_unexpected(session.error());
    return std::shared_ptr<service::Session>(std::move(*session));
  };
}

} // namespace demarche::ui
