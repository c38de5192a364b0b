// SPDX-License-Identifier: Apache-2.0

// uPlot: points, a row for each kind, without titles. It counts time in seconds and wants it sorted.
'use strict';

const secondsPerDay = 86400;

let plot;
let drawn;
let finished;

function drawnWhenFinished() {
  drawn = new Promise((resolve) => {
    finished = resolve;
  });
}

function create(events, { first, end }) {
  const sorted = events.slice().sort((a, b) => a.first - b.first);
  drawnWhenFinished();
  plot = new uPlot(
    {
      width: 1920,
      height: 1080,
      pxAlign: 0,
      legend: { show: false },
      scales: { x: { min: first * secondsPerDay, max: end * secondsPerDay }, y: { range: [-1, 9] } },
      series: [{}, { paths: () => null, stroke: 'steelblue', points: { show: true, size: 6, fill: 'steelblue' } }],
      hooks: { draw: [() => finished()] },
    },
    [sorted.map((event) => event.first * secondsPerDay), sorted.map((event) => event.kind)],
    document.getElementById('timeline'),
  );
}

function show({ first, end }) {
  drawnWhenFinished();
  plot.setScale('x', { min: first * secondsPerDay, max: end * secondsPerDay });
}

function ready() {
  return drawn;
}
