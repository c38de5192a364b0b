// SPDX-License-Identifier: Apache-2.0

// vis-timeline: events of a day are points with their title beside them, longer ones are bars.
'use strict';

let timeline;
let drawn;

function itemOf({ first, end, title }, id) {
  const item = { id, content: title, start: first * millisecondsPerDay };
  return end - first === 1
    ? { ...item, type: 'point' }
    : { ...item, type: 'range', end: end * millisecondsPerDay };
}

// `changed` is told when no part of the timeline asks to be drawn anew any more.
function whenChanged() {
  return new Promise((resolve) => {
    const finished = () => {
      timeline.off('changed', finished);
      resolve();
    };
    timeline.on('changed', finished);
  });
}

// It fits its window to the events by itself; told one it stays hidden for a second. Its clusters are there only when
// it draws for the second time, which it is asked for as soon as it has drawn for the first.
function create(events, _, options) {
  const items = new vis.DataSet(events.map(itemOf));
  drawn = new Promise((resolve) => {
    timeline = new vis.Timeline(document.getElementById('timeline'), items, {
      height: '1080px',
      verticalScroll: true,
      showCurrentTime: false,
      onInitialDrawComplete: resolve,
      ...options,
    });
  });
  if (options.cluster)
    drawn = drawn.then(() => {
      const changed = whenChanged();
      timeline.redraw();
      return changed;
    });
}

function show({ first, end }) {
  drawn = whenChanged();
  timeline.setWindow(first * millisecondsPerDay, end * millisecondsPerDay, { animation: false });
}

function ready() {
  return drawn;
}
