# SPDX-License-Identifier: Apache-2.0
# What every target shares: the flags, the compiler cache, and how a room becomes a library.

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  # A precompiled header defeats ccache unless it is told that time stamps and macros inside do not matter.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime;${CCACHE_PROGRAM}")
endif()

add_library(demarche_flags INTERFACE)
target_compile_features(demarche_flags INTERFACE cxx_std_20)
target_include_directories(demarche_flags INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(demarche_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wformat=2
  $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess -Wduplicated-cond -Wlogical-op>
  $<$<BOOL:${DEMARCHE_WARNINGS_AS_ERRORS}>:-Werror>)
if(DEMARCHE_COVERAGE)
  add_library(demarche_coverage INTERFACE)
  target_compile_options(demarche_coverage INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(demarche_coverage INTERFACE --coverage)
endif()

# demarche_room(NAME name SOURCES files... [USES rooms...] [LINKS libraries...])
# Declares core/NAME (called from its own CMakeLists.txt) as the static library core_NAME. USES names
# the rooms it may include; tests/lint holds the includes against the order of the rooms.
function(demarche_room)
  cmake_parse_arguments(ROOM "" "NAME" "SOURCES;USES;LINKS" ${ARGN})
  add_library(core_${ROOM_NAME} STATIC ${ROOM_SOURCES})
  list(TRANSFORM ROOM_USES PREPEND core_)
  target_link_libraries(core_${ROOM_NAME} PUBLIC demarche_flags ${ROOM_USES} ${ROOM_LINKS})
  if(DEMARCHE_COVERAGE)
    target_link_libraries(core_${ROOM_NAME} PUBLIC demarche_coverage)
  endif()
endfunction()

# demarche_test(NAME name SOURCES files... [LINKS libraries...])
# One Catch2 program, one CTest entry per program (starting one process per case would cost more than the
# cases). rapidcheck's header is there for every test. DEMARCHE_RESOURCES points at this tree.
function(demarche_test)
  cmake_parse_arguments(TEST "" "NAME" "SOURCES;LINKS" ${ARGN})
  add_executable(test_${TEST_NAME} ${TEST_SOURCES})
  target_link_libraries(test_${TEST_NAME} PRIVATE demarche_flags Catch2::Catch2WithMain rapidcheck ${TEST_LINKS})
  add_test(NAME ${TEST_NAME} COMMAND test_${TEST_NAME})
  set_tests_properties(${TEST_NAME} PROPERTIES
    ENVIRONMENT "DEMARCHE_RESOURCES=${PROJECT_SOURCE_DIR}/resources"
    SKIP_RETURN_CODE 77 TIMEOUT 600)
endfunction()
