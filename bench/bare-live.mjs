// What any program in Node needs to hold open pages: node:http, a set of responses, one buffer written to each of them.
// Prints its port; after a wait tells of so many stories, some time apart.
import { createServer } from 'node:http';

const [wait, apart, stories] = process.argv.slice(2).map(Number);
const pages = new Set();
const server = createServer((_request, response) => {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.write('retry: 4000\nid: 1\n\n');
  pages.add(response);
  response.on('close', () => pages.delete(response));
});

function tell(id) {
  const data = JSON.stringify({
    headline: `Story ${id}`,
    path: `/city/story-${id}`,
    language: 'en',
    at: Date.now(),
  });
  const bytes = Buffer.from(`id: ${id}\nevent: published\ndata: ${data}\n\n`);
  for (const response of pages) response.write(bytes);
  if (id < stories) setTimeout(tell, apart, id + 1);
}

server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
setTimeout(tell, wait, 1);
