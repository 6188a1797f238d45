#!/usr/bin/env bash
# The guess: `Don&#146;t` in a feed is read with its apostrophe by every reader of feeds, as every browser reads it.
#
# What happens: rss-parser 3.13.0 takes the number for U+0092, an invisible control letter, as XML 1.0 (4.1) has it: “Don t” is shown as
# “Dont”, and a search for “Don’t” finds nothing. feedsmith 3.0.1 and @rowanmanning/feed-parser 2.1.5 take it for the Windows letter
# that was meant, as HTML (13.2.5.80, numeric character reference end state) has it. Systems that were filled from Word write such
# numbers for apostrophes, dashes, quotation marks and the euro.
#
# Seen with these versions on Node 20.20.2 on 2026-11-30. Source: run, this script.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-save --prefix "$folder" rss-parser@3.13.0 feedsmith@3.0.1 @rowanmanning/feed-parser@2.1.5 >/dev/null

cat >"$folder/read.mjs" <<'JS'
import { parseFeed as rowanmanning } from '@rowanmanning/feed-parser';
import { parseFeed as feedsmith } from 'feedsmith';
import Parser from 'rss-parser';
const feed = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Wire</title><link>https://wire.example/</link>
<description>Wire</description><item><title>Don&#146;t &#150; &#147;no&#148; &#128;5</title><link>https://wire.example/1</link></item></channel></rss>`;
const visible = (text) => [...text].map((letter) => (/\p{Cc}/u.test(letter) ? `[${letter.codePointAt(0).toString(16)}]` : letter)).join('');
console.log(`rss-parser: ${visible((await new Parser().parseString(feed)).items[0].title)}`);
console.log(`feedsmith: ${visible(feedsmith(feed).feed.items[0].title)}`);
console.log(`feed-parser: ${visible(rowanmanning(feed).items[0].title)}`);
JS
seen=$(cd "$folder" && node read.mjs)
printf 'rss-parser 3.13.0, feedsmith 3.0.1, @rowanmanning/feed-parser 2.1.5, node %s\n%s\n' "$(node --version)" "$seen"

for line in 'rss-parser: Don[92]t [96] [93]no[94] [80]5' 'feedsmith: Don’t – “no” €5' 'feed-parser: Don’t – “no” €5'; do
  case "$seen" in
    *"$line"*) ;;
    *) printf 'changed: “%s” was expected\n' "$line"; exit 1 ;;
  esac
done
