#!/usr/bin/env bash
# Guess: with two servers in an `upstream` and `proxy_next_upstream error`, one may be restarted after the other: while one is away,
#   which is half a second, its requests go to the other, and no reader sees an error.
# What happens: nginx takes a server that refused once for dead for ten seconds (`max_fails=1 fail_timeout=10s`, which nobody wrote: they
#   are the defaults). The first is back within half a second and is asked by nobody; when the second is restarted in those ten seconds none
#   is left, and readers get 502 ("no live upstreams") though a server that works stands there. A rolling restart of quick
#   programs fails where one of slow programs does not. With `max_fails=0` no page fails.
# Seen: nginx 1.22.1 from Debian's packages, Node 20.20.2, 2026-11-30.
#   Source: http://nginx.org/en/docs/http/ngx_http_upstream_module.html#max_fails
set -euo pipefail
command -v nginx >/dev/null || { echo "nginx is not installed: nothing is tried"; exit 0; }
folder=$(mktemp -d)
nginx_pid= one= two=
trap 'kill $nginx_pid $one $two 2>/dev/null || true; rm -rf "$folder"' EXIT
chmod 755 "$folder"
cat > "$folder/server.mjs" <<'JS'
import { createServer } from 'node:http';
createServer((_request, response) => response.end('a page')).listen(Number(process.argv[2]), '127.0.0.1');
JS
cat > "$folder/load.mjs" <<'JS'
const until = Date.now() + 9_000;
const seen = {};
while (Date.now() < until) {
  const { status } = await fetch('http://127.0.0.1:18323/');
  seen[status] = (seen[status] ?? 0) + 1;
  await new Promise((done) => setTimeout(done, 10));
}
console.log(seen[502] ?? 0, JSON.stringify(seen));
JS
up() { until (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; do sleep 0.05; done; }
failed_with() {
  cat > "$folder/nginx.conf" <<CONF
daemon off; pid $folder/nginx.pid; error_log $folder/error.log; events {}
http {
  access_log off;
  client_body_temp_path $folder/a; proxy_temp_path $folder/b; fastcgi_temp_path $folder/c; uwsgi_temp_path $folder/d; scgi_temp_path $folder/e;
  upstream paper { server 127.0.0.1:18321 $1; server 127.0.0.1:18322 $1; }
  server { listen 127.0.0.1:18323; location / { proxy_pass http://paper; proxy_next_upstream error timeout; } }
}
CONF
  : > "$folder/error.log"
  node "$folder/server.mjs" 18321 & one=$!
  node "$folder/server.mjs" 18322 & two=$!
  nginx -p "$folder" -c "$folder/nginx.conf" & nginx_pid=$!
  up 18321; up 18322; up 18323
  node "$folder/load.mjs" > "$folder/seen" & load=$!
  sleep 1
  kill $one; wait $one || true; sleep 0.5; node "$folder/server.mjs" 18321 & one=$!
  up 18321; sleep 1 # it is back, and answers whoever asks it
  kill $two; wait $two || true; sleep 0.5; node "$folder/server.mjs" 18322 & two=$!
  wait $load
  kill $one $two $nginx_pid; wait $one $two $nginx_pid 2>/dev/null || true
  cat "$folder/seen"
}
nginx -v
defaults=$(failed_with "")
none=$(failed_with "max_fails=0")
echo "502 and all statuses, as nginx does by itself: $defaults"
echo "502 and all statuses, with max_fails=0:        $none"
[ "${defaults%% *}" -gt 0 ] && [ "${none%% *}" -eq 0 ]
