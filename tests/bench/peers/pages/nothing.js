// SPDX-License-Identifier: Apache-2.0

// A page that draws nothing: what measuring itself takes.
'use strict';

function create() {}

function show() {}

function ready() {}
