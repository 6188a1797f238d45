#!/usr/bin/env bash
# Guess: an old house's export, calendar or page in Windows-1252 is read by sniffing its label as HTML says (html-encoding-sniffer) and handing that to
#   TextDecoder, which every Node with full ICU has by the Encoding Standard; libraries that carried tables of their own were given up for it.
# What happens: the last Node 20 reads Windows-1252, and so whatever says latin1, iso-8859-1 or ascii, as Latin-1: each “ ” ’ – … € becomes a control sign that
#   nobody sees, nothing is refused with `fatal`, and `decoder.encoding` says windows-1252. Its neighbours windows-1250 and windows-1251 are right, so a house
#   that tries Polish or Russian sees nothing. Node 24 and iconv-lite read all of them.
# Seen: Node 20.20.2 and 24.21.0, html-encoding-sniffer 4.0.0, iconv-lite 0.7.1, 2026-12-01. Source: https://encoding.spec.whatwg.org/#index-windows-1252
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund html-encoding-sniffer@4.0.0 iconv-lite@0.7.1 >/dev/null
for version in 20.20.2 24.21.0; do
  npm install --silent --no-audit --no-fund --no-save --prefix "node-$version" "node@$version" >/dev/null
done
cat >read.cjs <<'JS'
const sniff = require('html-encoding-sniffer');
const iconv = require('iconv-lite');
const seen = [];
for (const [label, mark] of [['iso-8859-1', '“'], ['windows-1250', '“'], ['windows-1251', '“']]) {
  const page = Buffer.concat([Buffer.from(`<meta charset="${label}"><p>`), Buffer.of(0x93), Buffer.from('Ja')]);
  const name = sniff(page);
  const [standard, library] = [new TextDecoder(name, { fatal: true }).decode(page), iconv.decode(page, name)];
  const sign = (text) => `U+${text.at(-3).codePointAt(0).toString(16).padStart(4, '0')}`;
  console.log(process.version, label, '→', name, 'TextDecoder', sign(standard), 'iconv-lite', sign(library));
  seen.push(standard.at(-3) === mark, library.at(-3) === mark);
}
const wanted = process.version.startsWith('v20.') ? [false, true, true, true, true, true] : Array(6).fill(true);
process.exit(seen.join() === wanted.join() ? 0 : 1);
JS
for version in 20.20.2 24.21.0; do
  "node-$version/node_modules/node/bin/node" read.cjs
done
