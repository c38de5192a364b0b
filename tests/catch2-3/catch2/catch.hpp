// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tests are written for Catch2 2, which Debian 12 has. Where the system has Catch2 3 this header stands in
// for the one that went away; what moved into a namespace is brought back.

#include <catch2/catch_all.hpp>

using Catch::Approx;
