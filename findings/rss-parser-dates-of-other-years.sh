#!/usr/bin/env bash
# The guess: a feed library's `isoDate` is the date of the item, or nothing where the date cannot be read.
#
# What happens: rss-parser 3.13.0 hands `pubDate` to JavaScript's Date. V8 takes the year 0001, which Hugo and .NET write
# for "no date", for 2001; it makes the 31st of November the 1st of December, and it knows no zone but GMT, UTC and the
# American ones, so that CET and EET have no date at all. A newsroom on it files an undated item twenty years back, and
# shows none of what a Greek or German paper sends as new.
#
# Seen with rss-parser 3.13.0 on Node 20.20.2 on 2026-11-30. Source: run, this script; RFC 822 5.1, ECMA-262 21.4.3.2.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-save --prefix "$folder" rss-parser@3.13.0 >/dev/null

seen=$(cd "$folder" && node -e '
const Parser = require("rss-parser");
const dates = [
  "Mon, 01 Jan 0001 00:00:00 +0000",
  "Tue, 31 Nov 2026 12:00:00 GMT",
  "Sun, 29 Nov 2026 12:00:00 CET",
  "Sun, 29 Nov 2026 12:00:00 EST",
];
const items = dates.map((date) => `<item><title>x</title><pubDate>${date}</pubDate></item>`).join("");
new Parser().parseString(`<rss version="2.0"><channel><title>t</title>${items}</channel></rss>`).then(({ items }) => {
  for (const { pubDate, isoDate } of items) console.log(`${pubDate} is ${isoDate ?? "none"}`);
});
')
printf 'rss-parser 3.13.0, node %s\n%s\n' "$(node --version)" "$seen"

expect() {
  case "$seen" in
    *"$1"*) ;;
    *) printf 'changed: expected "%s"\n' "$1"; exit 1 ;;
  esac
}
expect '01 Jan 0001 00:00:00 +0000 is 2001-01-01T00:00:00.000Z'
expect '31 Nov 2026 12:00:00 GMT is 2026-12-01T12:00:00.000Z'
expect '12:00:00 CET is none'
expect '12:00:00 EST is 2026-11-29T17:00:00.000Z'
