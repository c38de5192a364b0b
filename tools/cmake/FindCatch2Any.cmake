# SPDX-License-Identifier: Apache-2.0
# Catch2::Catch2WithMain with <catch2/catch.hpp>, from Catch2 2.13 or from Catch2 3.
find_package(Catch2 3 QUIET CONFIG)
if(Catch2_FOUND)
  target_include_directories(Catch2::Catch2WithMain INTERFACE "${PROJECT_SOURCE_DIR}/tests/catch2-3")
else()
  find_package(Catch2 2.13 REQUIRED CONFIG)
endif()
set(Catch2Any_FOUND TRUE)
