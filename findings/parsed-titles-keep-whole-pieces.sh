#!/usr/bin/env bash
# The guess: whoever reads a long export piece by piece and keeps of each post its title alone holds little more than the titles.
#
# What happens: V8 makes a slice of a text a view of all of it, and htmlparser2 12.0.0 and saxes 6.0.0 hand such slices over: 400
# titles of 40 letters, each from a piece of 262 kB, hold all of their pieces (some hundred MB) after a full collection, and next to
# nothing once each is copied. A copy is one that went through bytes (`Buffer.from(text).toString()`); `String(text)`, a template and
# `slice(0)` are none.
#
# Seen with htmlparser2 12.0.0 and saxes 6.0.0 on Node 20.20.2 on 2026-11-30. Source: run, this script.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-save --prefix "$folder" htmlparser2@12.0.0 saxes@6.0.0 >/dev/null

cat >"$folder/hold.mjs" <<'JS'
import { Parser } from 'htmlparser2';
import { createRequire } from 'node:module';
const { SaxesParser } = createRequire(import.meta.url)('saxes');
const htmlparser2 = (hear) => {
  const parser = new Parser({ ontext: hear }, { xmlMode: true });
  return (text) => parser.write(text);
};
const saxes = (hear) => {
  const parser = new SaxesParser();
  parser.on('text', hear);
  return (text) => parser.write(text);
};
const asItIs = (text) => text;
const sliced = (text) => `${String(text).slice(0)}`;
const copied = (text) => Buffer.from(text).toString();
const held = (make, keep) => {
  gc();
  const before = process.memoryUsage().heapUsed;
  const titles = [];
  const write = make((text) => {
    if (text.length > 20 && text.length < 100) titles.push(keep(text));
  });
  write('<a>');
  for (let at = 0; at < 400; at += 1)
    write(Buffer.from(`<b>${String(at).padStart(40, 'title ')}</b><c>${'x'.repeat(262_000)}</c>`).toString());
  write('<d>');
  gc();
  const megabytes = (process.memoryUsage().heapUsed - before) / 1e6;
  if (titles.length !== 400) throw new Error(`${titles.length} titles`);
  return megabytes > 50 ? 'all pieces' : 'the titles';
};
for (const [name, make] of [['htmlparser2', htmlparser2], ['saxes', saxes]])
  console.log(`${name}: as it is ${held(make, asItIs)}, sliced ${held(make, sliced)}, copied ${held(make, copied)}`);
JS
seen=$(cd "$folder" && node --expose-gc hold.mjs)
printf 'htmlparser2 12.0.0, saxes 6.0.0, node %s\n%s\n' "$(node --version)" "$seen"

for line in 'htmlparser2: as it is all pieces, sliced all pieces, copied the titles' 'saxes: as it is all pieces, sliced all pieces, copied the titles'; do
  case "$seen" in
    *"$line"*) ;;
    *) printf 'changed: “%s” was expected\n' "$line"; exit 1 ;;
  esac
done
