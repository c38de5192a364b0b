// SPDX-License-Identifier: Apache-2.0

// A headless Chromium with one page, told what to do through its DevTools protocol: JSON messages, each ended by a zero
// byte, over two pipes, so that no port is opened.
'use strict';

const { spawn } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const width = 1920;
const height = 1080;

const options = [
  '--headless=new',
  '--remote-debugging-pipe',
  // Every machine paints in software then, also one that has graphics hardware.
  '--disable-gpu',
  // A frame begins as soon as the one before is done instead of at the next sixtieth of a second; a frame that takes
  // three milliseconds is not told as seventeen.
  '--disable-frame-rate-limit',
  '--disable-gpu-vsync',
  // It looks up no name and asks nobody for anything.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--hide-scrollbars',
  '--force-device-scale-factor=1',
  `--window-size=${width},${height}`,
];

class Browser {
  constructor(program) {
    this.profile = fs.mkdtempSync(path.join(os.tmpdir(), 'demarche-bench-'));
    // Chromium's sandbox refuses to start for root; nothing but our own pages and the libraries is run in it.
    const forRoot = process.getuid() === 0 ? ['--no-sandbox'] : [];
    this.process = spawn(program, [...options, ...forRoot, `--user-data-dir=${this.profile}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      detached: true, // a group of its own, to be ended as a whole
    });
    this.answers = new Map();
    this.listeners = new Map();
    this.lastId = 0;
    this.listen();
    this.ended = new Promise((resolve) => this.process.once('close', resolve));
    this.process.once('error', (error) => this.failAll(error));
    this.process.once('exit', () => this.failAll(new Error('Chromium ended')));
  }

  listen() {
    let rest = '';
    this.process.stdio[4].setEncoding('utf8');
    this.process.stdio[4].on('data', (data) => {
      const messages = (rest + data).split('\0');
      rest = messages.pop();
      messages.forEach((message) => this.take(JSON.parse(message)));
    });
    this.process.stdio[3].on('error', () => {}); // told by the end of the process as well
  }

  take({ id, method, result, error }) {
    if (id === undefined) {
      this.listeners.get(method)?.();
      return;
    }
    const { resolve, reject } = this.answers.get(id);
    this.answers.delete(id);
    if (error) reject(new Error(error.message));
    else resolve(result);
  }

  failAll(error) {
    this.failure = error;
    for (const { reject } of this.answers.values()) reject(error);
    this.answers.clear();
  }

  send(method, params = {}) {
    if (this.failure) return Promise.reject(this.failure);
    const id = ++this.lastId;
    const message = { id, method, params, sessionId: this.session };
    return new Promise((resolve, reject) => {
      this.answers.set(id, { resolve, reject });
      this.process.stdio[3].write(JSON.stringify(message) + '\0');
    });
  }

  async open(url) {
    const { targetInfos } = await this.send('Target.getTargets');
    const { targetId } = targetInfos.find(({ type }) => type === 'page');
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    this.session = sessionId;
    await this.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    await this.send('Page.enable');
    const loaded = new Promise((resolve) => this.listeners.set('Page.loadEventFired', resolve));
    await this.send('Page.navigate', { url });
    await loaded;
  }

  // What the expression (or the promise that it is) comes to, in the page.
  async evaluate(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  // A page that is busy hears nothing, so that nobody is asked.
  async end() {
    try {
      process.kill(-this.process.pid, 'SIGKILL');
    } catch {
      // It has ended by itself, or never begun.
    }
    if (this.process.pid) await this.ended;
    fs.rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

module.exports = { Browser };
