// Many readers in one process: opens so many live streams on a port of this machine, says when all are open, and for
// each story how long after its publication the last of them had heard of it. Ends after so many stories.
import { connect } from 'node:net';

const [port, pages, stories] = process.argv.slice(2).map(Number);
const AT_ONCE = 200; // connections being made; more than the listen queue takes would be tried again after a second
const TOO_LONG = 150_000; // ms for everything

const heard = new Map(); // story's instant → how many pages have heard of it
let open = 0;
let begun = 0;
let done = 0;

const tell = (words) => process.stdout.write(`${JSON.stringify(words)}\n`);
setTimeout(() => process.exit(1), TOO_LONG).unref();

function openOne() {
  if (begun === pages) return;
  const number = begun;
  begun += 1;
  let waiting = true;
  const socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  socket.on('data', (data) => {
    const text = data.toString('latin1');
    if (waiting) {
      if (!text.startsWith('HTTP/1.1 200')) throw new Error(text.slice(0, 200));
      waiting = false;
      open += 1;
      if (open === pages) setTimeout(() => tell({ open }), 2_000);
      openOne();
    }
    for (const [, at] of text.matchAll(/event: published\ndata: .*?"at":(\d+)/g)) hear(at);
  });
  socket.on('error', (error) => {
    throw error;
  });
  socket.on('close', () => {
    if (done < stories) throw new Error('a page was let go');
  });
  const from = `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`;
  socket.write(`GET /live HTTP/1.1\r\nhost: localhost:${port}\r\nx-forwarded-for: ${from}\r\n\r\n`);
}

function hear(at) {
  const count = (heard.get(at) ?? 0) + 1;
  heard.set(at, count);
  if (count < pages) return;
  done += 1;
  tell({ told: Date.now() - Number(at) });
  if (done === stories) process.exit(0);
}

for (let at = 0; at < AT_ONCE; at += 1) openOne();
