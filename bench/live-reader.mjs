// Many readers in one process: opens so many live streams on a port of this machine, of all news or of one live story, says when all
// are open, and for each event how long after it was sent the first and the last of them had it whole. Ends after so many events.
import { connect } from 'node:net';

const [port, pages, events] = process.argv.slice(2, 5).map(Number);
const story = process.argv[5]; // none: what is published

const AT_ONCE = 200; // connections being made; more than the listen queue takes would be tried again after a second
const TOO_LONG = 240_000; // ms for everything

const asked = story === undefined ? '/live' : `/live?story=${story}`;
const eventOf =
  story === undefined ? /event: published\ndata: .*?"at":(\d+)/ : /event: entry\ndata: .*?sent at (\d+)/;
const heard = new Map(); // when it was sent → how many pages have it, and when the first had
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
  let rest = '';
  const socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  socket.on('data', (data) => {
    rest += data.toString('latin1');
    if (waiting) {
      if (!rest.startsWith('HTTP/1.1 200')) throw new Error(rest.slice(0, 200));
      waiting = false;
      open += 1;
      if (open === pages) setTimeout(() => tell({ open }), 2_000);
      openOne();
    }
    for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
      const [, at] = eventOf.exec(rest.slice(0, end)) ?? [];
      if (at) hear(at);
      rest = rest.slice(end + 2);
    }
  });
  socket.on('error', (error) => {
    throw error;
  });
  socket.on('close', () => {
    if (done < events) throw new Error('a page was let go');
  });
  const from = `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`;
  socket.write(`GET ${asked} HTTP/1.1\r\nhost: localhost:${port}\r\nx-forwarded-for: ${from}\r\n\r\n`);
}

function hear(at) {
  const those = heard.get(at) ?? { count: 0, first: Date.now() - Number(at) };
  those.count += 1;
  heard.set(at, those);
  if (those.count < pages) return;
  done += 1;
  tell({ first: those.first, told: Date.now() - Number(at) });
  if (done === events) process.exit(0);
}

for (let at = 0; at < AT_ONCE; at += 1) openOne();
