/**
 * `crier move-in FILE|ADDRESS…`: a paper from another house. Without `--go` it is a rehearsal, which writes nothing and says what
 * would come, what would not and why.
 */
import { open, readFile, stat, writeFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { boundMemory } from '../kit/bound-memory.ts';
import { SECOND } from '../kit/clock.ts';
import { addVapidKey } from '../kit/keys.ts';
import type { Settings } from '../kit/settings.ts';
import { fileWords } from '../moving/formats/open-file.ts';
import { openSources } from '../moving/formats/which.ts';
import { moveIn } from '../moving/in/move.ts';
import { MOVE_LEASE } from '../moving/in/move-ledger.ts';
import { isMovedOut, takeFolder } from '../moving/in/take-folder.ts';
import { type MoveSource, UnreadableSource } from '../moving/records.ts';
import { type Newsroom, theNewsroomItself } from '../newsroom.ts';
import { progressBar } from './move/progress-bar.ts';
import { folderWords, reportJson, reportWords } from './move/report-words.ts';
import { settingsOrComplaint, type Verb, WRONG_SETTINGS } from './verb.ts';
import { withNewsroom } from './with-newsroom.ts';

/** What the verb answers with. */
const NOT_ALL = 1; // a source could not be read, or broke off; what could be was taken
const WRONG_WORDS = 2;

const MEMORY = 230_000_000; // bytes, from which on it is kept from growing: beside a newsroom at work there may be no more

const USAGE = `crier move-in FILE|ADDRESS… [--rehearse | --go] [--uploads FOLDER] [--no-pictures] [--sections NAMES]
  [--kinds NAMES] [--from ADDRESS] [--vapid FILE] [--report FILE]
crier move-in --check SITEMAP|EXPORT

FILE is an export of WordPress (WXR, also packed as .gz), Ghost (JSON), Disqus (XML) or Coral (JSON, CSV), or a folder
that crier move-out made; ADDRESS is a WordPress site. Give all files of one paper together.

--rehearse: says what would come, what would not and why, and writes nothing. It is what happens without --go.
--go: moves. It may be stopped and run again: nothing comes twice. Run again later, it takes what changed there; what was
changed here since stays as it is.
--uploads: a folder with the other house's pictures (wp-content/uploads, content/images), which then need not be fetched.
--no-pictures: leaves pictures for a later run.
--sections: the categories that become sections, by name, with commas between; the others become topics. Without it, those
at the top of their tree.
--kinds: WordPress's kinds of item that are stories besides its posts, as its addresses name them: "news, opinion".
--from: the other house's address, where its files do not say it.
--vapid: the key pair with which browsers subscribed to a push vendor, as JSON with publicKey and privateKey; give their
subscriptions (CSV or JSON) among the files. Start the newsroom anew afterwards.
--check: asks this paper for every address of the other one's map (a file or an address, also an index or packed), or of
its export by WordPress, with those of files and of their pages, and says which answer is wrong.
--report: writes the whole report to a file too, as JSON where its name ends in .json.
Exit: 1 when a file could not be read to its end, 2 when the words are not right.
`;

export const moveInVerb: Verb = {
  says: 'Moves a paper in from WordPress, Ghost, Disqus or Coral; a rehearsal first.',
  usage: USAGE,
  async run(args) {
    const settings = settingsOrComplaint();
    if (!settings) return WRONG_SETTINGS;
    const asked = askedFor(args);
    if (typeof asked === 'string') {
      process.stderr.write(`${asked}\n${USAGE}`);
      return WRONG_WORDS;
    }
    if (asked.check !== null) return onNewsroom(settings, (newsroom) => check(newsroom, asked.check ?? ''));
    const [folder] = asked.places;
    if (folder !== undefined && asked.places.length === 1 && (await isMovedOut(folder)))
      return onNewsroom(settings, (newsroom) => takeBack(newsroom, folder, asked.isReal));
    const sources = (await arePlacesThere(asked)) ? await sourcesOf(asked, settings) : null;
    if (!sources) return NOT_ALL;
    const vapidKeyId = await vendorKey(settings, asked);
    if (vapidKeyId === undefined) return NOT_ALL;
    return onNewsroom(settings, (newsroom) => move(newsroom, { ...asked, vapidKeyId }, sources));
  },
};

interface Asked {
  places: string[];
  isReal: boolean;
  uploads: string | null;
  fetchesPictures: boolean;
  sections: string[] | null;
  kinds: string[];
  from: string | null;
  report: string | null;
  /** A map whose addresses are asked for. */
  check: string | null;
  /** A push vendor's key pair. */
  vapid: string | null;
}

function askedFor(args: string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        rehearse: { type: 'boolean', default: false },
        go: { type: 'boolean', default: false },
        uploads: { type: 'string' },
        'no-pictures': { type: 'boolean', default: false },
        sections: { type: 'string' },
        kinds: { type: 'string' },
        from: { type: 'string' },
        report: { type: 'string' },
        check: { type: 'string' },
        vapid: { type: 'string' },
      },
    });
    if (positionals.length === 0 && values.check === undefined) return 'Say what to move in.';
    if (values.go && values.rehearse) return 'Either --rehearse or --go.';
    if (values.from !== undefined && !URL.canParse(values.from)) return `“${values.from}” is no address.`;
    return {
      places: positionals,
      isReal: values.go,
      uploads: values.uploads ?? null,
      fetchesPictures: !values['no-pictures'],
      sections: values.sections?.split(',').filter((name) => name.trim() !== '') ?? null,
      kinds: (values.kinds ?? '').split(',').flatMap((name) => name.trim() || []),
      from: values.from?.replace(/\/+$/, '') ?? null,
      report: values.report ?? null,
      check: values.check ?? null,
      vapid: values.vapid ?? null,
    };
  } catch (error) {
    // parseArgs throws at words it does not know, in words for people.
    return (error as Error).message;
  }
}

const NOTHING_THERE = (): null => null; // said by whoever asked

/** False after saying what is wrong with a folder or a file that the words name besides: before anything is begun. */
async function arePlacesThere({ uploads, report }: Asked): Promise<boolean> {
  if (uploads !== null && !(await stat(uploads).catch(NOTHING_THERE))?.isDirectory()) {
    process.stderr.write(`${uploads}: There is no such folder.\n`);
    return false;
  }
  if (report === null) return true;
  try {
    await (await open(report, 'a')).close();
    return true;
  } catch (error) {
    process.stderr.write(
      `${report}: The report cannot be written there: ${fileWords(error as NodeJS.ErrnoException)}\n`,
    );
    return false;
  }
}

const WHERE_IT_STOOD =
  'Say with --from where the paper stood (--from https://post.example): the file does not, and by it alone are old addresses, pictures and links within the paper known.';

/** Null after saying of each what is wrong with it: half a paper is not begun. */
async function sourcesOf(asked: Asked, settings: Settings): Promise<MoveSource[] | null> {
  const { sources, problems } = await openSources(asked.places, {
    settings,
    from: asked.from,
    kinds: asked.kinds,
  });
  // Moved without it, the paper would lose its old addresses, and come a second time once it is said.
  const lacking = asked.isReal ? sources.filter(({ lacksAddress }) => lacksAddress) : [];
  for (const { name } of lacking) problems.push({ place: name, words: WHERE_IT_STOOD });
  for (const { place, words } of problems) process.stderr.write(`${place}: ${words}\n`);
  return problems.length > 0 ? null : sources;
}

/** The id of the vendor's key, put into our ring where the move is meant; undefined after saying what is wrong with it. */
async function vendorKey(settings: Settings, { vapid, isReal }: Asked): Promise<string | null | undefined> {
  if (vapid === null) return null;
  const pair = await readFile(vapid, 'utf8')
    .then((text) => JSON.parse(text) as { publicKey?: unknown; privateKey?: unknown })
    .catch(() => null); // not there, or no JSON: said below
  const { publicKey, privateKey } = pair ?? {};
  if (typeof publicKey === 'string' && typeof privateKey === 'string') {
    if (!isReal) return 'rehearsed';
    const id = addVapidKey(join(settings.data, 'keys'), { publicKey, privateKey });
    if (id !== null) return id;
  }
  process.stderr.write(
    `${vapid}: This is no pair of VAPID keys: JSON with publicKey and privateKey is wanted.\n`,
  );
  return undefined;
}

/** With what a source turns out to be told in words, too. */
async function onNewsroom(
  settings: Settings,
  work: (newsroom: Newsroom) => Promise<number>,
): Promise<number> {
  try {
    return await withNewsroom(settings, work);
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    process.stderr.write(`${error.words}\n`);
    return NOT_ALL;
  }
}

async function check(newsroom: Newsroom, sitemap: string): Promise<number> {
  // It asks a server of its own, which a move has no need of.
  const { checkAddresses, checkWords } = await import('./move/check-addresses.ts');
  const found = await checkAddresses(newsroom, sitemap);
  process.stdout.write(checkWords(found));
  return found.wrong.length > 0 ? NOT_ALL : 0;
}

/** A folder that went out of this house or another of ours. */
async function takeBack(newsroom: Newsroom, folder: string, isReal: boolean): Promise<number> {
  const bar = progressBar(process.stderr);
  const report = await takeFolder(newsroom, {
    folder,
    isReal,
    hear: (done, total) => bar.hear({ stage: 'taking in', done, total }),
  });
  bar.end();
  process.stdout.write(folderWords(report));
  return report.problems.length > 0 ? NOT_ALL : 0;
}

/** A newsroom at work beside it answers readers first, in the threads that this one begins too. */
function givePrecedence(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // a system that does not let it: then both have the same
  }
}

async function move(
  newsroom: Newsroom,
  asked: Asked & { vapidKeyId: string | null },
  sources: MoveSource[],
): Promise<number> {
  const bar = progressBar(process.stderr);
  givePrecedence();
  const letGo = boundMemory(MEMORY);
  const ending = new AbortController();
  const stop = () => ending.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const report = await moveIn(newsroom, {
      sources,
      isReal: asked.isReal,
      by: theNewsroomItself,
      uploads: asked.uploads,
      fetchesPictures: asked.fetchesPictures,
      sections: asked.sections,
      from: asked.from,
      vapidKeyId: asked.vapidKeyId,
      patience: MOVE_LEASE + SECOND,
      hear: bar.hear,
      signal: ending.signal,
    });
    bar.end();
    process.stdout.write(reportWords(report));
    if (sources.some(({ lacksAddress }) => lacksAddress)) process.stdout.write(`${WHERE_IT_STOOD}\n`);
    if (asked.report !== null)
      await writeFile(
        asked.report,
        asked.report.endsWith('.json') ? reportJson(report) : reportWords(report, true),
      );
    report.close();
    return report.survey.broken.length > 0 || report.stopped !== null ? NOT_ALL : 0;
  } finally {
    bar.end();
    letGo();
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
  }
}
