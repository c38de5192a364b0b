// SPDX-License-Identifier: Apache-2.0

// timelines.js PEER_EVENTS CHROMIUM [FILTER] — how long the timelines that people use on web pages take to show the
// events and windows that the program PEER_EVENTS writes. NODE_PATH has their libraries.
'use strict';

const { execFileSync } = require('child_process');
const fs = require('fs');
const path = require('path');
const { pathToFileURL } = require('url');
const { Browser } = require('./browser.js');
const { report, fits } = require('./figures.js');

// All of one case, from the start of its browser on.
const limitMs = 75000;

const sizes = [
  ['1k', 1000],
  ['10k', 10000],
  ['100k', 100000],
];

const visFiles = ['vis-timeline/standalone/umd/vis-timeline-graph2d.min.js'];
const echartsFiles = ['echarts/dist/echarts.min.js'];
const uplotFiles = ['uplot/dist/uPlot.iife.min.js', 'uplot/dist/uPlot.min.css'];

const timelines = [
  { name: 'nothing', page: 'nothing.js', files: [] },
  { name: 'uplot', page: 'uplot.js', files: uplotFiles },
  { name: 'echarts', page: 'echarts.js', files: echartsFiles },
  { name: 'vis_unstacked', page: 'vis.js', files: visFiles, options: { stack: false } },
  { name: 'vis_stacked', page: 'vis.js', files: visFiles, options: { stack: true } },
  { name: 'vis_clustered', page: 'vis.js', files: visFiles, options: { cluster: {} } },
];

const [peerEvents, chromium, filter = 'all'] = process.argv.slice(2);

function madeAsJson(count) {
  return execFileSync(peerEvents, [String(count)], { encoding: 'utf8', maxBuffer: 1 << 30 });
}

async function addFile(browser, file) {
  const text = fs.readFileSync(file, 'utf8');
  const script = file.endsWith('.css')
    ? `document.head.append(Object.assign(document.createElement('style'), { textContent: ${JSON.stringify(text)} }))`
    : text;
  await browser.evaluate(`${script}\n; null`);
}

async function preparePage(browser, { page, files }, made) {
  const pages = path.join(__dirname, 'pages');
  await browser.open(pathToFileURL(path.join(pages, 'timeline.html')).href);
  for (const file of files) await addFile(browser, require.resolve(file));
  for (const file of ['measure.js', page]) await addFile(browser, path.join(pages, file));
  await browser.evaluate(`const made = ${made}; null`);
}

// Fills `times` one by one, so that it is known how far it came.
async function measure(browser, timeline, made, times) {
  await preparePage(browser, timeline, made);
  const windows = await browser.evaluate('made.windows.length');
  times.push(await browser.evaluate(`firstFrame(${JSON.stringify(timeline.options ?? {})})`));
  for (let index = 1; index < windows; ++index) times.push(await browser.evaluate(`frame(${index})`));
}

// The time of each frame; fewer than there are windows when the time was up.
async function framesOf(timeline, made) {
  const times = [];
  const browser = new Browser(chromium);
  let timeIsUp = false;
  const timer = setTimeout(() => {
    timeIsUp = true;
    browser.end();
  }, limitMs);
  try {
    await measure(browser, timeline, made, times);
  } catch (error) {
    if (!timeIsUp) throw error;
  } finally {
    clearTimeout(timer);
    await browser.end();
  }
  return { times, complete: !timeIsUp };
}

// The least of the sorted values that at least this share of them does not exceed.
function percentile(values, share) {
  return values[Math.max(Math.ceil(share * values.length), 1) - 1];
}

function say(text) {
  console.error(`timelines.js: ${text}`);
}

function sayTimeout(name, later) {
  const slowest = later.length > 0 ? `, the slowest in ${Math.round(later.at(-1))} ms` : '';
  say(`${name}: timeout after ${limitMs / 1000} s, ${later.length} frames behind the first${slowest}`);
}

// A case whose time was up has no figures of its frames: those that it came to are not those of the other cases.
function reportCase(name, { times, complete }) {
  const [first, ...later] = times;
  later.sort((a, b) => a - b);
  if (first !== undefined) report(`${name}_first_frame_ms`, first, 'ms', 'lower');
  if (!complete) {
    sayTimeout(name, later);
    return;
  }
  report(`${name}_frame_ms_p50`, percentile(later, 0.5), 'ms', 'lower');
  report(`${name}_frame_ms_p99`, percentile(later, 0.99), 'ms', 'lower');
}

// What takes no time on any page need not be measured with many events.
function fitsSize({ name }, sizeName) {
  return name !== 'nothing' || sizeName === sizes[0][0];
}

function casesOf(sizeName) {
  const figures = ['first_frame_ms', 'frame_ms_p50', 'frame_ms_p99'];
  return timelines
    .filter((timeline) => fitsSize(timeline, sizeName))
    .map((timeline) => [`peer_${timeline.name}_${sizeName}`, timeline])
    .filter(([name]) => figures.some((figure) => fits(filter, `${name}_${figure}`)));
}

async function main() {
  for (const [sizeName, count] of sizes) {
    const cases = casesOf(sizeName);
    const made = cases.length > 0 ? madeAsJson(count) : '';
    for (const [name, timeline] of cases) {
      try {
        reportCase(name, await framesOf(timeline, made));
      } catch (error) {
        say(`${name} is not measured: ${error.message}`);
        process.exitCode = 1;
      }
    }
  }
}

main();
