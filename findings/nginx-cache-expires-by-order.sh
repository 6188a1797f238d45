#!/usr/bin/env bash
# Guess: `X-Accel-Expires: 86400` has nginx keep an answer, whatever its `Cache-Control: max-age=0` says to browsers: nginx's
#   documentation gives the header the higher priority.
# What happens: in nginx 1.22 (Debian 12) it depends on which of the two lines comes first in the answer. With X-Accel-Expires first
#   the answer is kept; with `Cache-Control: max-age=0` first it is kept by nobody, and no log says so. A newsroom whose
#   application sets the line in a later hook has a cache that never hits.
# Seen: nginx 1.22.1 from Debian's packages, 2026-11-30. Source: http://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_cache_valid
set -euo pipefail
command -v nginx >/dev/null || { echo "nginx is not installed: nothing is tried"; exit 0; }
folder=$(mktemp -d)
nginx_pid= node_pid=
trap 'kill $nginx_pid $node_pid 2>/dev/null || true; rm -rf "$folder"' EXIT
chmod 755 "$folder"
cat > "$folder/origin.mjs" <<'JS'
import { createServer } from 'node:http';
const expires = ['X-Accel-Expires', '86400'];
const control = ['Cache-Control', 'public, max-age=0, must-revalidate'];
createServer((request, response) => {
  response.writeHead(200, request.url === '/first' ? [...expires, ...control] : [...control, ...expires]);
  response.end('a page');
}).listen(18311, '127.0.0.1');
JS
node "$folder/origin.mjs" & node_pid=$!
cat > "$folder/nginx.conf" <<CONF
daemon off; pid $folder/nginx.pid; error_log $folder/error.log; events {}
http {
  access_log off;
  client_body_temp_path $folder/a; proxy_temp_path $folder/b; fastcgi_temp_path $folder/c; uwsgi_temp_path $folder/d; scgi_temp_path $folder/e;
  proxy_cache_path $folder/cache keys_zone=z:1m;
  server { listen 127.0.0.1:18312; location / { proxy_pass http://127.0.0.1:18311; proxy_cache z; add_header x-kept \$upstream_cache_status; } }
}
CONF
nginx -p "$folder" -c "$folder/nginx.conf" & nginx_pid=$!
kept() { curl -s -o /dev/null -D - "http://127.0.0.1:18312$1" | tr -d '\r' | awk 'tolower($1) == "x-kept:" { print $2 }'; }
for _ in $(seq 600); do curl -sf -o /dev/null "http://127.0.0.1:18312/warm" && break; sleep 0.05; done
kept /first >/dev/null; first=$(kept /first)
kept /last >/dev/null; last=$(kept /last)
nginx -v
echo "X-Accel-Expires before Cache-Control, asked a second time: $first"
echo "X-Accel-Expires after Cache-Control, asked a second time:  $last"
[ "$first" = HIT ] && [ "$last" = MISS ]
