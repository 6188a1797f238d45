#!/usr/bin/env bash
# The guess: `trustProxy: 1` tells Fastify, as Express' `trust proxy` of 1 does, that one proxy stands in front, so that
# `request.ip` is the last address of X-Forwarded-For: the one that the proxy itself wrote.
#
# What happens: with Fastify 5.12.8 a number trusts nobody. `request.ip` is the proxy's own address for every request, so all
# readers of a site share one limit: one who mistypes a password shuts the others out. A function that counts does it
# (`(address, hop) => hop < 1`), and so do networks. Older ones count: 5.0.0 does. Nothing is said at start.
#
# Seen with fastify 5.0.0 and 5.12.8 on 2026-11-30. Source: run, this script; fastify/lib/request.js, getTrustProxyFn.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

ask='
const fastify = require("fastify");
const seen = async (trustProxy) => {
  const app = fastify({ trustProxy });
  app.get("/", async (request) => request.ip);
  const headers = { "x-forwarded-for": "198.51.100.9, 203.0.113.5" };
  const { body } = await app.inject({ url: "/", headers, remoteAddress: "127.0.0.1" });
  await app.close();
  return body;
};
(async () => {
  const counted = await seen((address, hop) => hop < 1);
  console.log(`fastify ${require("fastify/package.json").version}: 1 is ${await seen(1)}, a function ${counted}`);
})();
'

expect() {
  npm install --silent --no-save --prefix "$folder/$1" "fastify@$1" >/dev/null
  seen=$(cd "$folder/$1" && node -e "$ask")
  printf '%s\n' "$seen"
  case "$seen" in
    *": $2") ;;
    *) printf 'changed: %s was expected to answer "%s"\n' "$1" "$2"; exit 1 ;;
  esac
}

expect 5.0.0 '1 is 203.0.113.5, a function 203.0.113.5'
expect 5.12.8 '1 is 127.0.0.1, a function 203.0.113.5'
