// SPDX-License-Identifier: Apache-2.0

// ECharts: a scatter of points, a row for each kind, without titles. Its mode for large data is on from the first point,
// and it draws all points in one frame, where by default it spreads many over many frames.
'use strict';

let chart;
let drawn;

function drawnWhenFinished() {
  drawn = new Promise((resolve) => {
    const finished = () => {
      chart.off('finished', finished);
      resolve();
    };
    chart.on('finished', finished);
  });
}

function create(events, { first, end }) {
  chart = echarts.init(document.getElementById('timeline'), null, { renderer: 'canvas' });
  drawnWhenFinished();
  chart.setOption({
    animation: false,
    useUTC: true,
    grid: { left: 40, right: 20, top: 20, bottom: 40 },
    xAxis: { type: 'time' },
    yAxis: { type: 'value' },
    dataZoom: {
      type: 'inside',
      startValue: first * millisecondsPerDay,
      endValue: end * millisecondsPerDay,
    },
    series: {
      type: 'scatter',
      symbolSize: 6,
      large: true,
      largeThreshold: 0,
      progressive: 0,
      data: events.map((event) => [event.first * millisecondsPerDay, event.kind]),
    },
  });
}

function show({ first, end }) {
  drawnWhenFinished();
  chart.dispatchAction({
    type: 'dataZoom',
    startValue: first * millisecondsPerDay,
    endValue: end * millisecondsPerDay,
  });
}

function ready() {
  return drawn;
}
