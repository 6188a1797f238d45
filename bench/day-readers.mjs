// Open pages in one process: so many event streams at one path. Prints a line when all are open, and for each event of a kind the
// instant at which the last page had heard it.
import { connect } from 'node:net';

const [port, pages] = process.argv.slice(2, 4).map(Number);
const [path, wanted] = process.argv.slice(4);
const AT_ONCE = 100; // connections being made; more than the listen queue takes would be tried again after a second
const SETTLED = 2_000; // ms after the last was opened

const heardBy = []; // by turn: how many pages
let open = 0;
let begun = 0;

function openOne() {
  if (begun === pages) return;
  const number = begun;
  begun += 1;
  let waiting = true;
  let turns = 0;
  const socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  socket.on('data', (data) => {
    const text = data.toString('latin1');
    if (waiting) {
      if (!text.startsWith('HTTP/1.1 200')) throw new Error(text.slice(0, 200));
      waiting = false;
      open += 1;
      if (open === pages) setTimeout(() => process.stdout.write(`${Date.now()}\n`), SETTLED);
      openOne();
    }
    if (!text.includes(wanted)) return;
    heardBy[turns] = (heardBy[turns] ?? 0) + 1;
    if (heardBy[turns] === pages) process.stdout.write(`${Date.now()}\n`);
    turns += 1;
  });
  socket.on('error', (error) => {
    throw error;
  });
  socket.on('close', () => process.exit(1));
  const from = `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`;
  const head = `host: localhost:${port}\r\naccept: text/event-stream\r\nx-forwarded-for: ${from}\r\n`;
  socket.write(`GET ${path} HTTP/1.1\r\n${head}\r\n`);
}

for (let at = 0; at < AT_ONCE; at += 1) openOne();
