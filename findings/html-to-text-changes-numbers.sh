#!/usr/bin/env bash
# The guess: the usual libraries that make text of HTML lose how it looks and keep what it says.
#
# What happens: html-to-text 9.0.5 and turndown 7.2.0, as they come, have no rule for `sup`, `del` and `q`. `10<sup>6</sup>`
# is "106", a correction `<del>12</del>14` is "1214", and a quotation in `q` loses its marks, which HTML leaves to whoever
# shows it. Summaries, alerts and searches that are made with them say other numbers than the story.
#
# Seen with html-to-text 9.0.5 and turndown 7.2.0 on Node 20.20.2 on 2026-11-30. Source: run, this script; HTML Living
# Standard 4.5.7 (q), 4.5.19 (sup) and 4.7.2 (del).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-save --prefix "$folder" html-to-text@9.0.5 turndown@7.2.0 >/dev/null

seen=$(cd "$folder" && node -e '
const html = "<p>10<sup>6</sup> litres, <del>12</del>14 hurt, she said <q>no</q>.</p>";
console.log(`html-to-text: ${require("html-to-text").convert(html)}`);
console.log(`turndown: ${new (require("turndown"))().turndown(html)}`);
')
printf 'html-to-text 9.0.5, turndown 7.2.0, node %s\n%s\n' "$(node --version)" "$seen"

for name in html-to-text turndown; do
  case "$seen" in
    *"$name: 106 litres, 1214 hurt, she said no."*) ;;
    *) printf 'changed: %s was expected to say 106 litres, 1214 hurt\n' "$name"; exit 1 ;;
  esac
done
