#!/usr/bin/env bash
# Guess: a search that stems Arabic finds “the agency” where a reader types “agency”: taking off the article ال, and the و, ف, ك, ب and ل that are
#   written in one with a word, is the first that a stemmer of Arabic does.
# What happens: Snowball's, which is PostgreSQL's `arabic` too, takes those letters off words that begin with them by themselves, and only where no article
#   stands before: وكالة (agency) becomes كال and الوكالة وكال; وقود (fuel) قود and الوقود وقود; فريق (team) ريق and الفريق فريق. قانون (law) is left and
#   القانون loses its end, to قان. Neither form finds the other, in either direction. To search both, file the word without its article as it
#   stands beside the stem.
# Seen: @orama/stemmers 3.1.18; PostgreSQL 18.7 as @electric-sql/pglite 0.5.17 brings it, and 15.20; Node 20.20.2, 2026-11-30.
#   Source: the algorithm, https://snowballstem.org/algorithms/arabic/stemmer.html
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @orama/stemmers@3.1.18 @electric-sql/pglite@0.5.17
cat >stems.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';
import { stemmer } from '@orama/stemmers/arabic';
const database = await PGlite.create();
const { rows: [{ server_version: version }] } = await database.query('show server_version');
console.log('PostgreSQL', version);
const ask = `select to_tsvector('arabic', $1) @@ plainto_tsquery('arabic', $2) as found`;
const finds = async (text, words) => (await database.query(ask, [text, words])).rows[0].found;
let asSeen = true;
for (const [bare, withArticle, isTorn] of [
  ['وكالة', 'الوكالة', true],
  ['وقود', 'الوقود', true],
  ['فريق', 'الفريق', true],
  ['قانون', 'القانون', true],
  ['مدرسة', 'المدرسة', false], // school: none of those letters in front
]) {
  const stems = [stemmer(bare), stemmer(withArticle)];
  const found = [await finds(bare, withArticle), await finds(withArticle, bare)];
  console.log(bare, withArticle, '→', stems.join(' '), 'PostgreSQL finds one by the other:', found.join(' '));
  asSeen &&= (stems[0] !== stems[1]) === isTorn && found.every((is) => is === !isTorn);
}
process.exit(asSeen ? 0 : 1);
JS
node stems.mjs
