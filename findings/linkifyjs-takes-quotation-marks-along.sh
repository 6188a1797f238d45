#!/usr/bin/env bash
# Guess: what finds addresses in plain text (replies, wire copy, an editor that links as one types) leaves the punctuation behind an address alone, in any script, as it
#   does with a full stop and a bracket.
# What happens: linkifyjs, which TipTap's editor links with, knows ASCII's punctuation. », “, …, the Arabic comma and question mark and the Greek ano
#   teleia become part of the link, which then leads nowhere; in Chinese and after “”—” the next words too. linkify-it (6.1) and Autolinker (4.1) leave
#   them out; linkify-it finds no address that follows a Chinese word without a space.
# Seen: linkifyjs 4.4.0, linkify-it 6.1.0, autolinker 4.1.5, Node 20.20.2, 2026-11-30. Source: https://linkify.js.org/docs
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts linkifyjs@4.4.0 linkify-it@6.1.0 autolinker@4.1.5
cat >links.mjs <<'JS'
import autolinker from 'autolinker';
import { LinkifyIt } from 'linkify-it';
import { find } from 'linkifyjs';
const address = 'https://paper.example/story';
const autolink = autolinker.default ?? autolinker;
const others = new LinkifyIt();
let asSeen = true;
for (const [text, taken] of [
  [`Δείτε «${address}» τώρα`, '»'],
  [`Видно в „${address}“ сьогодні`, '“'],
  [`انظر ${address}، ثم`, '،'],
  [`راجع ${address}؟`, '؟'],
  [`Δείτε ${address}· μετά`, '·'],
  [`${address}… and then`, '…'],
  [`(${address}), and then.`, ''],
]) {
  const [link] = find(text);
  const theirs = [others.match(text)?.[0]?.text, autolink.parse(text)[0]?.getMatchedText()];
  console.log(text, '→', link.value, '| linkify-it, Autolinker:', theirs.join(' '));
  asSeen &&= link.value === address + taken && theirs.every((found) => found === address);
}
process.exit(asSeen ? 0 : 1);
JS
node links.mjs
