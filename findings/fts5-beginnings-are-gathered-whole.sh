#!/usr/bin/env bash
# Guess: SQLite's FTS5 hands out `match '"harb"*' … order by rowid desc limit 10` as lazily as `match '"harbour"'`: it walks backwards and stops at the tenth. So
#   a box that searches while one types costs little, however long the past; and what begins so, asked as a beginning or as its words joined by OR, costs the same.
# What happens: without a prefix index of just that length, a beginning is gathered whole before the first row comes: the lists of all its words are put together, whatever the limit,
#   the bounds of the row number and the other words beside it. Where a single word begins so, it takes as long as the paper has stories with it. The same
#   words, read from fts5vocab and joined by OR, are walked lazily: here seven times sooner, of which reading that list is nearly all (it counts as it goes).
# Seen: better-sqlite3 12.11.1 (its own SQLite), Node 20.20.2, 2026-12-01. Met with a million items of a wire: 85 to 375 ms for a beginning, 10 to 99 by its words.
#   Source: sqlite.org/fts5.html, 4.2 “Prefix Indexes”, which says “range scan” and not that it is done at once.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund better-sqlite3@12.11.1
cat >beginnings.cjs <<'JS'
const Database = require('better-sqlite3');
const db = new Database(':memory:');
db.exec(`create virtual table stories using fts5(words, content='', detail=none);
  create virtual table vocabulary using fts5vocab(stories, row)`);
const put = db.prepare('insert into stories (rowid, words) values (?, ?)');
db.transaction(() => {
  // Every story has the word, one in a thousand another that begins so, and one in ten thousand a rare one.
  for (let at = 1; at <= 200_000; at += 1)
    put.run(at, `harbour story${at % 997}${at % 1_000 ? '' : ` harbinger${at % 7}`}${at % 10_000 ? '' : ' heron'}`);
})();
const asked = db.prepare('select rowid from stories where stories match ? order by rowid desc limit 10');
const middle = (work) => {
  const times = Array.from({ length: 15 }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return times.sort((one, other) => one - other)[7];
};
const byWords = (begins, beside = '') => {
  const words = db.prepare("select term from vocabulary where term >= ? and term < ?").all(begins, `${begins}\u{10ffff}`);
  return asked.all(`${beside}(${words.map(({ term }) => `"${term}"`).join(' OR ')})`);
};
console.log(`better-sqlite3 ${require('better-sqlite3/package.json').version}, SQLite ${db.prepare('select sqlite_version() as v').get().v}, Node ${process.version}`);
const cases = {
  'a word': () => asked.all('"harbour"'),
  'a beginning': () => asked.all('"harb"*'),
  'its words, joined by OR': () => byWords('harb'),
  'a beginning beside a rare word': () => asked.all('"heron" AND "harb"*'),
  'its words beside a rare word': () => byWords('harb', '"heron" AND '),
};
const taken = Object.fromEntries(Object.entries(cases).map(([name, work]) => [name, middle(work)]));
for (const [name, ms] of Object.entries(taken)) console.log(`  ${name}: ${ms.toFixed(2)} ms, ${cases[name]().length} rows`);
const same = JSON.stringify(cases['a beginning']()) === JSON.stringify(cases['its words, joined by OR']());
console.log(`  a beginning beside a word: ${(taken['a beginning'] / taken['a word']).toFixed(0)} times; beside its words: ${(taken['a beginning'] / taken['its words, joined by OR']).toFixed(1)} times`);
if (!same || taken['a beginning'] < 20 * taken['a word'] || taken['a beginning beside a rare word'] < 20 * taken['a word']) {
  console.log('not as seen: beginnings are walked lazily, or the answers differ');
  process.exit(1);
}
JS
node beginnings.cjs
