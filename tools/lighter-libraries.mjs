// What libraries do while they are loaded that no newsroom needs, and that a start waits for, left out of what is built: a few
// milliseconds each. A library that is written otherwise after an update stops the build, and is looked at.
import { readFileSync } from 'node:fs';

const PLACES = [
  {
    // Its one warning, of ours about ourselves, has V8 count the lines of the whole newsroom to say where it was made.
    file: 'http-errors/index.js',
    changes: [["require('depd')('http-errors')", '() => {}']],
  },
  {
    // Compiles a function for each part of each address, some four hundred.
    file: 'find-my-way/lib/node.js',
    changes: [
      [
        // biome-ignore lint/suspicious/noTemplateCurlyInString: as it is written there
        "return new Function('path', 'i', `'use strict'\\nreturn ${lines.join(' && ')}`)",
        'return (path, i) => path.startsWith(prefix, i)',
      ],
    ],
  },
  {
    // One more for each address, that puts what stands in it into an object.
    file: 'find-my-way/lib/handler-storage.js',
    changes: [
      [
        "return new Function('NullObject', fnBody.join('\\n'))(NullObject)",
        `return function (...given) {
          const made = new NullObject()
          for (const [at, name] of params.entries()) made[name] = at < 4 ? given[at] : given[4][at - 4]
          return made
        }`,
      ],
    ],
  },
  {
    // Two more steps of the start for each of five hundred routes, one of them looked for among all when it was taken: one takes them in turn.
    file: 'fastify/lib/route.js',
    changes: [
      [
        'function buildRouting (options) {',
        `const waiting = { loaded: new WeakMap(), ready: new WeakMap() }

function inTurn (lists, of, act, ask) {
  const list = lists.get(of)
  if (list !== undefined) return void list.push(act)
  lists.set(of, [act])
  ask((given, done) => {
    const acts = lists.get(of)
    lists.delete(of)
    for (const each of acts) each(given, () => {})
    done?.(given)
  })
}

function buildRouting (options) {`,
      ],
      ['this.after((notHandledErr, done) => {', 'inTurn(waiting.loaded, this, (notHandledErr, done) => {'],
      [
        '        done(notHandledErr)\n      })',
        '        done(notHandledErr)\n      }, (act) => this.after((error, done) => act(error, done)))',
      ],
      ["avvio.once('preReady', () => {", 'inTurn(waiting.ready, avvio, () => {'],
      [
        '          }\n        })\n\n        done(',
        "          }\n        }, (act) => avvio.once('preReady', () => act()))\n\n        done(",
      ],
    ],
  },
  {
    // Reads ranges of versions by sixty patterns. That the plugins of the lock file want this Fastify, the tests say, where it is as it was.
    file: 'fastify/lib/plugin-utils.js',
    changes: [["const semver = require('semver')", 'const semver = { satisfies: () => true }']],
  },
  {
    // Neither is spoken: a server in front does that.
    file: 'fastify/lib/server.js',
    changes: [
      ["const https = require('node:https')\n", ''],
      ["const http2 = require('node:http2')\n", ''],
      ['http2.createSecureServer(', "require('node:http2').createSecureServer("],
      ['http2.createServer(', "require('node:http2').createServer("],
      ['https.createServer(', "require('node:https').createServer("],
    ],
  },
];

export const lighterLibraries = {
  name: 'lighter libraries',
  setup({ onLoad }) {
    for (const { file, changes } of PLACES)
      onLoad({ filter: new RegExp(`node_modules/${file.replaceAll('.', '\\.')}$`) }, ({ path }) => {
        const contents = changes.reduce(
          (text, [from, to]) => changed(text, from, to, file),
          readFileSync(path, 'utf8'),
        );
        return { contents, loader: 'js' };
      });
  },
};

function changed(text, from, to, file) {
  if (!text.includes(from)) throw new Error(`${file} no longer says ${from}`);
  return text.replaceAll(from, () => to);
}
