// SPDX-License-Identifier: Apache-2.0

// What every program here prints: a JSON object per line, like our own benchmarks.
'use strict';

function report(name, value, unit, better) {
  const rounded = Number(value.toPrecision(4));
  console.log(`{"name": "${name}", "value": ${rounded}, "unit": "${unit}", "better": "${better}"}`);
}

// A filter of Google Benchmark: a regular expression that a name holds, or does not hold when it begins with a dash.
function fits(filter, name) {
  if (filter.startsWith('-')) return !new RegExp(filter.slice(1)).test(name);
  return filter === 'all' || new RegExp(filter).test(name);
}

module.exports = { report, fits };
