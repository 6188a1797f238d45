#!/usr/bin/env bash
# The guess: Readability finds the article of any page in linkedom's document that it finds in jsdom's.
#
# What happens: HTML lets a page leave out <html>, <head> and <body> (HTML, 13.1.2.4, optional tags), and hand-made and minified pages
# do. jsdom makes them, as a browser does, and Readability 0.6.0 finds the article. linkedom 0.18.15 makes none: Readability answers
# null, as of a page that has no article, without an error. Read by parse5 8.1.1 and written again before, linkedom's is found too.
#
# Seen with linkedom 0.18.15, jsdom 26.1.0, @mozilla/readability 0.6.0 on Node 20.20.2 on 2026-11-30. Source: run, this script.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-save --prefix "$folder" linkedom@0.18.15 jsdom@26.1.0 @mozilla/readability@0.6.0 parse5@8.1.1 >/dev/null

cat >"$folder/read.mjs" <<'JS'
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
const paragraph = (at) =>
  `<p>Paragraph ${at}: the harbour master said on Monday that the ferry would sail again at seven, once the wind had gone down, and that tickets bought before stay valid for the week.</p>`;
const body = `<article><h1>The ferry sails again</h1>${[1, 2, 3, 4, 5, 6].map(paragraph).join('')}</article>`;
const pages = {
  'with body': `<!doctype html><html><head><title>The ferry sails again</title></head><body>${body}</body></html>`,
  'without body': `<!doctype html><title>The ferry sails again</title>${body}`,
};
const found = (document) => new Readability(document).parse()?.content.match(/<p>/g)?.length ?? 'no article';
for (const [name, page] of Object.entries(pages)) {
  console.log(`${name}, jsdom: ${found(new JSDOM(page).window.document)}`);
  console.log(`${name}, linkedom: ${found(parseHTML(page).document)}`);
  console.log(`${name}, parse5 and linkedom: ${found(parseHTML(serialize(parse(page))).document)}`);
}
JS
seen=$(cd "$folder" && node read.mjs)
printf 'linkedom 0.18.15, jsdom 26.1.0, readability 0.6.0, parse5 8.1.1, node %s\n%s\n' "$(node --version)" "$seen"

for line in 'with body, linkedom: 6' 'without body, jsdom: 6' 'without body, linkedom: no article' 'without body, parse5 and linkedom: 6'; do
  case "$seen" in
    *"$line"*) ;;
    *) printf 'changed: “%s” was expected\n' "$line"; exit 1 ;;
  esac
done
