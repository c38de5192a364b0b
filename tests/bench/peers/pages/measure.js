// SPDX-License-Identifier: Apache-2.0

// How long a page takes to show something. Its library's page has three functions: create(events, window, options) and
// show(window) begin to draw, ready() tells when all of it is drawn.
//
// Measured is from the call to the end of the frame that paints what was drawn: the callbacks of the next animation
// frame come before it is painted, those of the frame after it behind that. So each figure holds the library's own
// work, layout and painting by the browser's main thread, and at most one frame in which nothing is left to do (what
// nothing.js measures); not all of what other threads do to bring the frame onto a screen. The clock has steps of 0.1 ms.
'use strict';

const millisecondsPerDay = 86400000;

// Frames follow each other without waiting for the next sixtieth of a second only while each changes something on the
// page: so a pixel changes all the time.
function keepFramesComing() {
  const pixel = document.body.appendChild(document.createElement('div'));
  pixel.style.cssText = 'position: fixed; right: 0; bottom: 0; width: 1px; height: 1px; z-index: 1';
  const change = () => {
    pixel.style.background = pixel.style.background === 'white' ? 'black' : 'white';
    requestAnimationFrame(change);
  };
  change();
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

async function elapsed(draw) {
  const begin = performance.now();
  draw();
  await ready();
  await nextFrame();
  await nextFrame();
  return performance.now() - begin;
}

function firstFrame(options) {
  return elapsed(() => create(made.events, made.windows[0], options));
}

function frame(index) {
  return elapsed(() => show(made.windows[index]));
}

keepFramesComing();
