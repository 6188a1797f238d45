/** Runs the demo: wires first, then the paper seeded in a fresh folder, then the newsroom itself, as `crier serve` runs it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, type Settings } from '../../kit/settings.ts';
import { openNewsroom } from '../../newsroom.ts';
import { prepareStore } from '../prepare-store.ts';
import { startServing, untilTold } from '../serve.ts';
import { WRONG_SETTINGS } from '../verb.ts';
import { harbourPost, people } from './cast.ts';
import { seedHarbourPost } from './seed.ts';
import { startTranslator } from './translator.ts';
import { startLocalWires } from './wires.ts';

const FEED_SECONDS = 3; // between two polls of a local wire, so that what it sends is seen at once

/** Answers when it was told to stop. Its folder is its own: no data of a real newsroom is touched. */
export async function runDemo(_args: string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'crier-demo-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder);
  const settings = demoSettings(folder);
  if (!settings) return WRONG_SETTINGS;
  if (await isTaken(settings)) {
    process.stderr.write(sayTaken(settings.port));
    return 1;
  }
  const told = untilTold(); // before the work begins: who changes their mind is heard
  process.stdout.write(`\nSetting up ${harbourPost.name} …\n`);
  const wires = await startLocalWires();
  const translator = await startTranslator();
  const stopLocal = () => Promise.all([wires.stop(), translator.stop()]);
  const own = { ...settings, trustedHosts: [...settings.trustedHosts, wires.host] };
  await seed(own, { wires: wires.address, translator: translator.address });
  const serving = await startServing(own);
  if ('complaint' in serving) {
    process.stderr.write(serving.complaint);
    await stopLocal();
    return 1;
  }
  process.stdout.write(greeting(settings.address, wires.address));
  await told;
  process.stdout.write('\nClosing the newsroom …\n');
  await serving.stop();
  await stopLocal();
  removeFolder();
  return 0;
}

/** Host, port and address may be set; all else is the demo's own. Null after saying what is wrong. */
function demoSettings(folder: string): Settings | null {
  const given = readSettings(folder);
  if ('problems' in given) {
    process.stderr.write(
      `The settings are not right:\n${given.problems.map((each) => `  ${each}\n`).join('')}`,
    );
    return null;
  }
  const onItsPort = given.port === 4000 || given.address !== 'http://localhost:4000';
  return {
    ...given,
    address: onItsPort ? given.address : `http://localhost:${given.port}`,
    data: join(folder, 'data'),
    databaseUrl: undefined,
    feedSeconds: FEED_SECONDS,
    logLevel: given.logLevel === 'info' ? 'warn' : given.logLevel, // what is printed is for people here
  };
}

function isTaken({ host, port }: Settings): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRINUSE'));
    probe.listen(port, host, () => probe.close(() => resolve(false)));
  });
}

function sayTaken(port: number): string {
  return `Port ${port} is taken, perhaps by a newsroom that is running already.\nChoose another: CRIER_PORT=${port + 100} npm run demo\n`;
}

async function seed(settings: Settings, local: { wires: string; translator: string }): Promise<void> {
  const newsroom = await openNewsroom(settings);
  try {
    await prepareStore(newsroom, { mayMigrate: true });
    await seedHarbourPost(newsroom, local);
  } finally {
    await newsroom.close();
  }
}

function greeting(address: string, wires: string): string {
  const line = ({ email, password, role }: { email: string; password: string; role: string }) =>
    `    ${role.padEnd(14)} ${email.padEnd(28)} ${password}`;
  return `
${harbourPost.name} is open.

  Readers    ${address}
  Desk       ${address}/desk
${[people.maria, people.petros, people.samira, people.theo].map(line).join('\n')}
  Wires      ${wires} (five local agencies, a new item every few seconds)

  What to try
  1. Leave the front page open: Island Wire is published unread, and moves it within a minute or so.
  2. Read the tanker story: its way to us, who said what, what nobody has verified, the correction.
  3. At the desk, open Wire: items arrive as you look. Pick one up, edit it, publish it.
  4. Pick up one in Greek, Russian or Arabic, translated into English: a local engine does it, with the mistakes that
     machines make. See them found sentence by sentence, settle them, say that you have read it, publish.
  5. On any story, ask for alerts; then publish one at the level “urgent”. See it beside the copy before it goes, and
     undo it in its ten seconds, or watch it leave.
  6. Sign in as moderator: three replies wait for you. Approve one with its story open beside it.

Ctrl-C ends it and removes all it made.
`;
}
