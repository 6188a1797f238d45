// What Node itself can do at most: one finished answer from memory, chosen by Accept-Encoding as Crier chooses it.
// Started by bench/pages.ts with the folder of the bodies; prints its port.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const folder = process.argv[2] ?? '.';
const headers = JSON.parse(readFileSync(join(folder, 'headers.json'), 'utf8'));
const plain = readFileSync(join(folder, 'story.html'));
const packed = readFileSync(join(folder, 'story.html.gz'));

const server = createServer((request, response) => {
  const isPacked = String(request.headers['accept-encoding'] ?? '').includes('gzip');
  response.writeHead(200, isPacked ? headers.gzip : headers.plain);
  response.end(isPacked ? packed : plain);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
