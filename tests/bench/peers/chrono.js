// SPDX-License-Identifier: Apache-2.0

// chrono.js TEXTS.jsonl [FILTER] — the rate at which chrono-node finds the dates of the texts that peer_texts writes.
// Of several rounds the best counts, so that neither the just-in-time compiler nor a busy machine speaks
// against it.
'use strict';

const fs = require('fs');
const chrono = require('chrono-node');
const { report, fits } = require('./figures.js');

const parsers = { en: chrono.en.casual, 'zh-Hans': chrono.zh.hans.casual, 'zh-Hant': chrono.zh.hant.casual };
const roundMs = 250;
const rounds = 10;

const [textsFile, filter = 'all'] = process.argv.slice(2);

const texts = fs
  .readFileSync(textsFile, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line))
  .map(({ language, written, text }) => ({
    text,
    bytes: Buffer.byteLength(text),
    chinese: language.startsWith('zh'),
    parser: parsers[language] ?? chrono.en.casual,
    written: new Date(`${written}T12:00:00`),
  }));

function megabytesPerSecond(articles) {
  let bytes = 0;
  const begin = process.hrtime.bigint();
  let elapsed = 0;
  while (elapsed < roundMs * 1e6) {
    for (const { text, parser, written } of articles) parser.parse(text, written);
    bytes += articles.reduce((sum, article) => sum + article.bytes, 0);
    elapsed = Number(process.hrtime.bigint() - begin);
  }
  return (bytes / elapsed) * 1e3;
}

function bestRate(articles) {
  let best = 0;
  for (let round = 0; round < rounds; ++round) best = Math.max(best, megabytesPerSecond(articles));
  return best;
}

for (const [language, chinese] of [['en', false], ['zh', true]]) {
  const name = `times_peer_chrono_${language}_mb_per_s`;
  const articles = texts.filter((article) => article.chinese === chinese);
  if (fits(filter, name)) report(name, bestRate(articles), 'MB/s', 'higher');
}
