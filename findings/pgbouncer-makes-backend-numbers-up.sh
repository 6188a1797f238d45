#!/usr/bin/env bash
# Guess: the process number that a PostgreSQL server tells a client when it connects (BackendKeyData; `client.processID` in pg,
#   `PQbackendPID` in libpq) is the backend that serves it, pooler or not: what pg_stat_activity, pg_locks and pg_cancel_backend know it by.
# What happens: pgbouncer makes a number up for each client, in session mode too, where one backend does stay with it. It is below
#   zero as often as not, and no backend has it: who looks themselves up by it finds nobody, and who ends "their" backend by it
#   ends none. `pg_backend_pid()` says the right one; in transaction mode only until the transaction ends. It is
#   good for one thing: to see that a pooler stands in between.
# Seen: pgbouncer 1.18.0 and PostgreSQL 15.20 from Debian's packages, pg 8.23.1, 2026-11-30.
#   Source: https://www.postgresql.org/docs/15/protocol-message-formats.html (BackendKeyData), https://www.pgbouncer.org/features.html
set -euo pipefail
home=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)
{ [ -n "$home" ] && command -v pgbouncer >/dev/null; } || { echo "postgresql and pgbouncer are not installed: nothing is tried"; exit 0; }
folder=$(mktemp -d)
own() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
[ "$(id -u)" != 0 ] || chown postgres "$folder"
trap 'kill $(cat "$folder"/*.pid 2>/dev/null) 2>/dev/null || true; own "$home/pg_ctl" -D "$folder/data" -s -m immediate stop 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
own "$home/initdb" -D "$folder/data" -U paper -A trust --no-sync >/dev/null
own "$home/pg_ctl" -D "$folder/data" -s -w -l "$folder/log" -o "-p 18331 -c listen_addresses=127.0.0.1 -c unix_socket_directories=''" start
for mode in session transaction; do
  port=$([ "$mode" = session ] && echo 18332 || echo 18333)
  cat > "$folder/$mode.ini" <<INI
[databases]
postgres = host=127.0.0.1 port=18331
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $port
unix_socket_dir =
auth_type = any
pool_mode = $mode
pidfile = $folder/$mode.pid
logfile = $folder/$mode.log
INI
  sed -i 's|^postgres = .*|postgres = host=127.0.0.1 port=18331 user=paper|' "$folder/$mode.ini"
  own pgbouncer -q -d "$folder/$mode.ini"
done
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund pg@8.23.1
cat > look.js <<'JS'
import pg from 'pg';
let madeUp = 0;
for (const [name, port] of [['the server itself', 18331], ['pgbouncer, session mode', 18332], ['pgbouncer, transaction mode', 18333]]) {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'paper', database: 'postgres' });
  await client.connect();
  const { rows: [real] } = await client.query('select pg_backend_pid() as pid');
  const { rows } = await client.query('select pid from pg_stat_activity where pid = $1', [client.processID]);
  console.log(`${name}: said ${client.processID}, served by ${real.pid}, backends of the number that was said: ${rows.length}`);
  if (port !== 18331) madeUp += Number(client.processID !== real.pid && rows.length === 0);
  else if (client.processID !== real.pid) process.exit(1);
  await client.end();
}
process.exit(madeUp === 2 ? 0 : 1);
JS
pgbouncer --version | head -1; "$home/postgres" --version
for _ in $(seq 100); do (exec 3<>/dev/tcp/127.0.0.1/18332 && exec 4<>/dev/tcp/127.0.0.1/18333) 2>/dev/null && break; sleep 0.1; done
node look.js
