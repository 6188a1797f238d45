#!/usr/bin/env bash
# The guess: a part of an address that is too long for a route such as `/:section/:slug` is handed to the handler for what is not found, as the
# documentation of `maxParamLength` says, so that a site's own redirects and its own page answer it.
#
# What happens: with Fastify 5.12.8 a part of more than 100 letters is answered 414 in JSON, before any handler of the application is asked. Parts
# so long are what WordPress makes of long headlines (9 of the 81 posts of one real export): a paper that comes from there loses those
# pages and the redirects to them. `routerOptions.maxParamLength` changes it, and a wildcard (`/*`) is not limited. Fastify 5.0.0 does as
# documented.
#
# Seen with fastify 5.0.0 and 5.12.8 on 2026-12-01. Source: run, this script; docs/Reference/Server.md of 5.12.8, maxParamLength.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

ask='
const fastify = require("fastify");
(async () => {
  const app = fastify();
  app.get("/:section/:slug", async () => "story");
  app.setNotFoundHandler((request, reply) => reply.code(404).send("our own"));
  const wide = fastify({ routerOptions: { maxParamLength: 500 }, maxParamLength: 500 });
  wide.get("/:section/:slug", async () => "story");
  const any = fastify();
  any.get("/sea/*", async () => "story");
  const path = (letters) => `/sea/${"a".repeat(letters)}`;
  const answer = async (server, letters) => {
    const { statusCode, body } = await server.inject(path(letters));
    return `${statusCode} ${body.slice(0, 7)}`;
  };
  console.log(`fastify ${require("fastify/package.json").version}: 100 letters ${await answer(app, 100)}, 101 ${await answer(app, 101)}, with a wider limit ${await answer(wide, 101)}, by a wildcard ${await answer(any, 101)}`);
})();
'

expect() {
  npm install --silent --no-save --prefix "$folder/$1" "fastify@$1" >/dev/null
  seen=$(cd "$folder/$1" && node -e "$ask" 2>/dev/null)
  printf '%s\n' "$seen"
  case "$seen" in
    *": $2") ;;
    *) printf 'changed: %s was expected to answer "%s"\n' "$1" "$2"; exit 1 ;;
  esac
}

expect 5.0.0 '100 letters 200 story, 101 404 our own, with a wider limit 200 story, by a wildcard 200 story'
expect 5.12.8 '100 letters 200 story, 101 414 {"error, with a wider limit 200 story, by a wildcard 200 story'
