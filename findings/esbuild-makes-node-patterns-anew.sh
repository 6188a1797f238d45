#!/usr/bin/env bash
# Guess: built for a Node that has had them since version 10, /\p{L}/u stays as it is written, and costs what it costs from source.
# What happens: esbuild holds that no version of Node has properties of letters in patterns, and writes each such pattern as
#   `new RegExp("\\p{L}", "u")` where it stands: in a function it is made anew at every call. For `es2022`, which is less than that Node
#   understands, the pattern stays.
#   `--supported:regexp-unicode-property-escapes=true` leaves it alone.
# Seen: esbuild 0.28.2 (and 0.25.0), targets node20.19 and node22, 2026-11-30. Source: run, this script.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
printf 'export const isWord = (text) => /^\\p{L}+$/u.test(text);\n' >"$folder/words.mjs"
expect() {
  local built
  built=$("$folder/$1/node_modules/.bin/esbuild" "${@:3}" <"$folder/words.mjs")
  case $built in
    *'new RegExp('*) got=anew ;;
    */'^\p{L}+$'/u*) got=kept ;;
    *) got=neither ;;
  esac
  printf 'esbuild %s %s: %s\n' "$1" "${*:3}" "$got"
  [ "$got" = "$2" ] || { printf 'changed: %s was expected\n' "$2"; exit 1; }
}
for version in 0.25.0 0.28.2; do
  npm install --silent --no-save --prefix "$folder/$version" "esbuild@$version" >/dev/null
  expect "$version" anew --target=node20.19
  expect "$version" anew --target=node22
  expect "$version" kept --target=es2022
  expect "$version" kept --target=node22 --supported:regexp-unicode-property-escapes=true
done
