#!/usr/bin/env bash
# The guess: a streaming XML parser hands over a long text piece by piece, so a file of gigabytes is read in little memory.
#
# What happens: htmlparser2 12.0.0 and saxes 6.0.0 do so, or keep it to its end, by how it is written. Fed 32 pieces of a million
# letters, htmlparser2 hands over each as it comes where they are plain text, and none before the section ends where they stand
# in CDATA, as every text of a WordPress export (WXR) does; saxes keeps both. One post of a gigabyte is a gigabyte of memory. Cutting
# the section (`]]><![CDATA[`) before the parser sees it means the same and flows.
#
# Seen with htmlparser2 12.0.0 and saxes 6.0.0 on Node 20.20.2 on 2026-11-30. Source: run, this script; XML 1.0 section 2.7.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-save --prefix "$folder" htmlparser2@12.0.0 saxes@6.0.0 >/dev/null

cat >"$folder/feed.mjs" <<'JS'
import { Parser } from 'htmlparser2';
import { createRequire } from 'node:module';
const { SaxesParser } = createRequire(import.meta.url)('saxes');
const MILLION = 'x'.repeat(1_000_000);
const early = (open, between, make) => {
  let letters = 0;
  const write = make((text) => { letters += text.length; });
  write(`<a>${open}`);
  for (let piece = 0; piece < 32; piece += 1) write(MILLION + between);
  return Math.round(letters / 1_000_000);
};
const htmlparser2 = (hear) => {
  const parser = new Parser({ ontext: hear }, { xmlMode: true });
  return (text) => parser.write(text);
};
const saxes = (hear) => {
  const parser = new SaxesParser();
  parser.on('text', hear);
  parser.on('cdata', hear);
  return (text) => parser.write(text);
};
for (const [name, make] of [['htmlparser2', htmlparser2], ['saxes', saxes]])
  console.log(`${name}: plain ${early('', '', make)}, CDATA ${early('<![CDATA[', '', make)}, cut CDATA ${early('<![CDATA[', ']]><![CDATA[', make)} of 32 million letters before the end`);
JS
seen=$(cd "$folder" && node feed.mjs)
printf 'htmlparser2 12.0.0, saxes 6.0.0, node %s\n%s\n' "$(node --version)" "$seen"

for line in 'htmlparser2: plain 32, CDATA 0, cut CDATA 32' 'saxes: plain 0, CDATA 0, cut CDATA 32'; do
  case "$seen" in
    *"$line"*) ;;
    *) printf 'changed: “%s” was expected\n' "$line"; exit 1 ;;
  esac
done
