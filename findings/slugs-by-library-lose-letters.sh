#!/usr/bin/env bash
# Guess: the usual libraries make a readable address of a headline in Greek, Serbian or Ukrainian: by each country's own table, as in passports and
#   on signs, or at least letter by letter.
# What happens: @sindresorhus/slugify tells words by capitals after its transliteration, so that Θεσσαλονίκη, whose Θ becomes “Th”, is “t-hessaloniki”; it has
#   no letters for Serbian ones and drops them: Ћуприја is “upri-a”, Џоковић “okovi”; so does Bulgarian ъ. slugify writes Greek as in chats,
#   8 for Θ and h for η: “8essalonikh”. Neither knows Greek's ευ, γγ, ντ and μπ (Ευάγγελος: “eyaggelos”, by ELOT 743 “evangelos”), nor, unless the
#   locale is said, Ukrainian's г (h since 2010). Two headlines that differ in such letters alone get one address.
# Seen: @sindresorhus/slugify 3.0.1, slugify 1.6.9, Node 20.20.2, 2026-11-30. Source: ISO 843 and ELOT 743; Cabinet of Ukraine, resolution 55 of 27 January 2010
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @sindresorhus/slugify@3.0.1 slugify@1.6.9
cat >slugs.mjs <<'JS'
import sindre from '@sindresorhus/slugify';
import simple from 'slugify';
const seen = {
  Θεσσαλονίκη: ['t-hessaloniki', '8essalonikh'],
  Ευάγγελος: ['eyaggelos', 'eyaggelos'],
  'Ћуприја Џоковић': ['upri-a-okovi', 'cuprija-dzokovic'],
  Гончаренко: ['goncharenko', 'goncharenko'],
};
let asSeen = true;
for (const [words, expected] of Object.entries(seen)) {
  const made = [sindre(words), simple(words, { lower: true })];
  console.log(words, '→', made.join('  '));
  asSeen &&= made.join() === expected.join();
}
process.exit(asSeen ? 0 : 1);
JS
node slugs.mjs
