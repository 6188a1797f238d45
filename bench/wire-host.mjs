// A host of many feeds on loopback, and a reader who asks for one page again and again and keeps the time. Told by messages.
import { createServer, get } from 'node:http';

const [items = '2'] = process.argv.slice(2);
const names = [
  'Lyra',
  'Mylos',
  'Kalyvia',
  'Vardis',
  'Halas',
  'Orsini',
  'Kosti',
  'Aydin',
  'Reis',
  'Nour',
  'Petrou',
  'Sandoval',
];
const words =
  'ferry council storm harbour school bridge budget strike wind union price fire road water court'.split(' ');

// The same text for the same feed, another for each.
function pick(list, seed, step) {
  return list[(Math.imul(seed + step, 2_654_435_761) >>> 8) % list.length];
}

function feed(number) {
  const all = Array.from({ length: Number(items) }, (_, at) => {
    const seed = number * 31 + at;
    const line = (step) =>
      `${pick(words, seed, step)} ${pick(words, seed, step + 1)} in ${pick(names, seed, step + 2)} ${number * 7 + at}`;
    const text = Array.from(
      { length: 12 },
      (_, step) => `The ${line(step * 5)}, ${pick(names, seed, step)} said.`,
    ).join(' ');
    return `<item><guid>${number}-${at}</guid><title>${line(90)}</title><link>https://a${number}.example/${at}</link><description>${text}</description></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Agency ${number}</title><language>en</language>${all.join('')}</channel></rss>`;
}

const server = createServer((request, reply) => {
  const number = Number(request.url.slice(1));
  const etag = `"${number}"`;
  if (request.headers['if-none-match'] === etag) reply.writeHead(304, { etag }).end();
  else reply.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(feed(number));
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));

let probing = null;
process.on('message', async ({ probe, stop }) => {
  if (stop) probing = null;
  if (!probe) return;
  probing = probe;
  const times = [];
  while (probing) {
    const began = performance.now();
    await new Promise((resolve) =>
      get(probe, (answer) => answer.resume().on('end', resolve)).on('error', resolve),
    );
    times.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  process.send({ times });
});
