/** The house: which room may import which, how large things may grow, and where a few words may be written. */
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parsesJson } from './house/json.ts';
import { declaredIn, participlesIn } from './house/names.ts';
import { sentencesStand } from './house/sentences.ts';
import { files, roomOf, type SourceFile, src } from './house/source.ts';
import { statesSql, type TableUse, tablesOf, usesOf } from './house/sql.ts';
import { sentencesIn, sentencesRefused, sizesOf, spreadLiterals } from './house/syntax.ts';
import { keptFor, readersOf, sqlElsewhere, tablesOwnedBy } from './house/tables.ts';

/** Room → rooms it may import. Floors as in DESIGN: an arrow never runs up. */
const concepts = [
  'audit',
  'lookup',
  'readership',
  'moving',
  'wire',
  'translation',
  'alerts',
  'replies',
  'planning',
  'remarks',
  'mail',
  'usage',
  'entries',
  'fronts',
  'partners',
  'stories',
  'media',
  'sourcing',
  'intake',
  'pairs',
  'rights',
  'push',
  'edge',
  'morgue',
  'staff',
  'checks',
];
const anyMayImport = 'language'; // lists of words, which know of nothing
const mayImport: Record<string, string[]> = {
  main: ['cli'],
  cli: ['server', 'site', 'desk', 'api', 'runner', 'store', 'newsroom', 'kit', ...concepts],
  server: [
    'site',
    'desk',
    'api',
    'views',
    'newsroom',
    'kit',
    'alerts',
    'staff',
    'media',
    'edge',
    'readership',
  ],
  site: ['views', 'newsroom', 'kit', ...concepts],
  desk: ['views', 'runner', 'newsroom', 'kit', ...concepts],
  api: ['views', 'newsroom', 'kit', ...concepts],
  audit: ['alerts', 'stories', 'intake', 'sourcing', 'staff', 'newsroom', 'store', 'kit'],
  lookup: ['stories', 'media', 'intake', 'sourcing', 'staff', 'morgue', 'newsroom', 'store', 'kit'],
  readership: ['alerts', 'stories', 'newsroom', 'store', 'kit'],
  moving: [
    'wire', // tells in which language words are
    'alerts',
    'replies',
    'entries',
    'stories',
    'media',
    'sourcing',
    'staff',
    'morgue',
    'runner',
    'checks',
    'newsroom',
    'store',
    'kit',
  ],
  wire: [
    'usage',
    'entries',
    'intake',
    'media',
    'stories',
    'sourcing',
    'rights',
    'staff',
    'runner',
    'checks',
    'newsroom',
    'store',
    'kit',
  ],
  translation: [
    'entries',
    'pairs',
    'intake',
    'media',
    'stories',
    'sourcing',
    'rights',
    'staff',
    'runner',
    'checks',
    'newsroom',
    'store',
    'kit',
  ],
  alerts: [
    'entries',
    'intake',
    'push',
    'stories',
    'sourcing',
    'rights',
    'staff',
    'runner',
    'checks',
    'newsroom',
    'store',
    'kit',
  ],
  fronts: ['stories', 'media', 'staff', 'runner', 'newsroom', 'store', 'kit'],
  replies: [
    'pairs',
    'stories',
    'sourcing',
    'rights',
    'staff',
    'runner',
    'checks',
    'newsroom',
    'store',
    'kit',
  ],
  planning: ['stories', 'staff', 'runner', 'newsroom', 'store', 'kit'],
  remarks: ['stories', 'mail', 'push', 'staff', 'runner', 'checks', 'newsroom', 'store', 'kit'],
  mail: ['newsroom', 'kit'],
  usage: ['entries', 'stories', 'media', 'newsroom', 'store', 'kit'],
  entries: [
    'pairs',
    'intake',
    'media',
    'stories',
    'sourcing',
    'rights',
    'staff',
    'morgue',
    'runner',
    'checks',
    'newsroom',
    'store',
    'kit',
  ],
  partners: ['stories', 'newsroom', 'store', 'kit'],
  stories: [
    'pairs',
    'intake',
    'media',
    'sourcing',
    'rights',
    'staff',
    'morgue',
    'runner',
    'checks',
    'newsroom',
    'store',
    'kit',
  ],
  media: ['rights', 'morgue', 'newsroom', 'store', 'kit'],
  rights: ['intake', 'newsroom', 'store', 'kit'],
  intake: ['newsroom', 'store', 'kit'],
  pairs: ['newsroom', 'store', 'kit'],
  push: ['newsroom', 'kit'],
  edge: ['newsroom', 'store', 'kit'],
  sourcing: ['newsroom', 'store', 'checks', 'kit'],
  staff: ['newsroom', 'store', 'checks', 'kit'],
  morgue: ['newsroom', 'store', 'checks', 'kit', 'runner'],
  runner: ['newsroom', 'store', 'kit'],
  newsroom: ['store', 'kit'],
  store: ['kit'],
  views: ['kit'],
  checks: ['kit'],
  kit: [],
  language: [],
};

/**
 * Rooms that have rooms of their own: which of those each may import. The room's own files, `.`, are what its rooms share; those
 * of the desk put its routes together.
 */
const within: Record<string, Record<string, string[]>> = {
  alerts: {
    sending: ['.', 'readers', 'live'],
    live: ['.', 'readers'],
    readers: ['.'],
    '.': [],
  },
  desk: {
    '.': [
      'door',
      'front',
      'live',
      'media',
      'paper',
      'readers',
      'replies',
      'search',
      'sources',
      'story',
      'today',
      'translation',
      'wire',
    ],
    live: ['media', 'views', 'door'],
    front: ['views', 'door'],
    media: ['views', 'door'],
    search: ['views', 'door'],
    readers: ['views', 'door'],
    story: ['alerts', 'wire', 'views', 'door'],
    translation: ['replies', 'views', 'door'],
    paper: ['replies', 'views', 'door'],
    alerts: ['views', 'door'],
    replies: ['views', 'door'],
    sources: ['views', 'door'],
    wire: ['views', 'door'],
    today: ['views', 'door'],
    door: ['views'],
    views: [],
  },
  moving: {
    in: ['.', 'formats', 'markup', 'addresses'],
    out: ['.', 'addresses'],
    formats: ['.', 'markup'],
    markup: ['.'],
    addresses: ['.'],
    '.': [],
  },
  wire: {
    notices: ['events', 'items', 'sources', 'reading'],
    arriving: ['sources', 'reading', 'events', 'items', 'parse'],
    events: ['items', 'reading'],
    items: ['sources', 'reading', 'parse'],
    sources: ['reading', 'parse'],
    reading: ['agency', 'parse'],
    agency: ['parse'],
    parse: [],
  },
};

/** Where a string becomes HTML that a page shows as it stands, and why it may. */
const makesSafeHtml: Record<string, string> = {
  'kit/safe-html.ts': 'written from blocks that were read, behind a wall',
  'sourcing/mark-statements.ts': 'a safe body, with spans and numbers of ours in it',
  'site/story-body.tsx': 'blocks of a safe body, and a dateline that is escaped',
  'views/dressed-body.tsx': 'a safe body, with addresses and sizes of our own media in it',
  'moving/markup/old-page.ts':
    'a page of another house: its elements written anew without what loads, behind a wall',
  'desk/views/desk-body.ts': 'a safe body, with pages of the desk for addresses of its media',
  'site/json-for-script.ts': 'JSON without a letter that could end its element',
  'desk/story/live-part.tsx': 'a part of a page, as Preact wrote it',
};

/** Circles that stand, each with its reason. */
const knownCircles = new Set<string>([]);

const ALL_OF_IT = 180_000; // ms; every file is read as a tree, while other tests want the processor too
const LONGEST_FILE = 300;
const longerFiles: Record<string, number> = {
  'store/migrations/0001-first-edition.ts': 400,
};
const MOST_STATEMENTS = 30; // in a function, those of functions within it not counted: what fits one screen and one thought
const longerFunctions: Record<string, number> = {
  'sourcing/quotations/table-phrases.ts phraseAfter': 40, // one walk along the words, and each of them may end it
  'wire/agency/g2-item.ts factsOf': 33, // a line for each fact that the format has
  'checks/bilingual/calendar-names.ts addOthers': 32, // a line for each name that no table has
  'checks/two-spellings.ts loneSpellings': 32, // one walk over the names; its steps share what was seen
  'desk/routes.ts (without a name)': 38, // the rooms of the desk, one after the other
  'site/routes.ts (without a name)': 39, // the pages of the site, one after the other
};
const LONGEST_CATALOG = 400; // language/: one line a word

const longestOf = (path: string): number =>
  path.startsWith('language/') ? LONGEST_CATALOG : (longerFiles[path] ?? LONGEST_FILE);

const inBrowser = (file: SourceFile) => file.room === 'browser';
const onServer = files.filter((file) => !inBrowser(file));

/** The browser's files, and all that they import of ours. */
function shipped(): SourceFile[] {
  const all = new Set(files.filter(inBrowser));
  for (const file of all)
    for (const target of file.imports.filter((each) => each.startsWith('.'))) {
      const path = relative(src, resolve(dirname(join(src, file.path)), target));
      const found = files.find((each) => each.path === path);
      if (found) all.add(found);
    }
  return [...all];
}

function mayShip(file: SourceFile, target: string): boolean {
  if (target.startsWith('.'))
    return ['browser', 'kit'].includes(roomOf(relative(src, resolve(dirname(join(src, file.path)), target))));
  return inBrowser(file) || target === 'htmlparser2';
}

/** What of ours a file imports, as paths below src. */
function targetsOf(file: SourceFile): string[] {
  return file.imports
    .filter((target) => target.startsWith('.'))
    .map((target) => relative(src, resolve(dirname(join(src, file.path)), target)));
}

/** The room within a room; `.` for the files that stand in it themselves. */
function partOf(path: string): string {
  return path.split('/').length > 2 ? (path.split('/')[1] ?? '.') : '.';
}

/** The first circle of imports that leads back to a file, told once: by the file of it that comes first in the alphabet. */
function circleFrom(start: string, arrows: Map<string, string[]>): string | null {
  const from = new Map<string, string>();
  const queue = [start];
  for (const path of queue)
    for (const target of arrows.get(path) ?? []) {
      if (target === start) {
        const circle = [path];
        for (let at = path; at !== start; at = from.get(at) ?? start) circle.push(from.get(at) ?? start);
        return circle.toSorted()[0] === start ? circle.toReversed().join(' > ') : null;
      }
      if (!from.has(target) && arrows.has(target)) {
        from.set(target, path);
        queue.push(target);
      }
    }
  return null;
}

describe('the house', () => {
  test('every room is in the plan', () => {
    expect(onServer.map((file) => file.room).filter((room) => !(room in mayImport))).toEqual([]);
  });

  test('no arrow runs up', () => {
    const wrong = onServer.flatMap((file) =>
      targetsOf(file)
        .map(roomOf)
        .filter(
          (room) => room !== file.room && room !== anyMayImport && !mayImport[file.room]?.includes(room),
        )
        .map((room) => `${file.path} imports ${room}`),
    );
    expect(wrong).toEqual([]);
  });

  test.each(Object.keys(within))('no arrow runs up within %s, and every file there has a room', (room) => {
    const plan = within[room] ?? {};
    const wrong = onServer
      .filter((file) => file.room === room)
      .flatMap((file) => {
        const from = partOf(file.path);
        if (!(from in plan)) return [`${file.path} has no room`];
        return targetsOf(file)
          .filter((target) => roomOf(target) === room && partOf(target) !== from)
          .filter((target) => !plan[from]?.includes(partOf(target)))
          .map((target) => `${file.path} imports ${target}`);
      });
    expect(wrong).toEqual([]);
  });

  test('no files import each other in a circle, of types neither', () => {
    const arrows = new Map(files.map((file) => [file.path, targetsOf(file)]));
    const circles = files
      .map(({ path }) => circleFrom(path, arrows))
      .filter((circle) => circle !== null && !knownCircles.has(circle));
    expect(circles).toEqual([]);
  });

  // Rules that the newsroom and its pages must share stand in the kit once, in files that need nothing of Node.
  test('what is shipped to browsers imports nothing of the server but what of the kit needs no Node', () => {
    const wrong = shipped().flatMap((file) =>
      file.imports.filter((target) => !mayShip(file, target)).map((each) => `${file.path} imports ${each}`),
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    ['fastify', ['server', 'site', 'desk', 'api']],
    ['preact', ['site', 'desk', 'views', 'server']],
    ['better-auth', ['staff']],
    ['pg', ['store']],
    ['undici', ['kit']],
    ['nodemailer', ['mail']],
  ])('%s is imported only where it belongs', (name, rooms) => {
    const users = onServer.filter((file) =>
      file.imports.some((target) => target === name || target.startsWith(`${name}/`)),
    );
    expect(users.filter((file) => !rooms.includes(file.room)).map((file) => file.path)).toEqual([]);
  });

  test('the embedded engine is named in one file', () => {
    const users = onServer.filter((file) => /['"](?:better-sqlite3|node:sqlite)['"]/.test(file.text));
    expect(users.map((file) => file.path)).toEqual(['store/sqlite-file.ts']);
  });

  test("a concept's queries are private to its room, or to the one whose tables it keeps", () => {
    const wrong = onServer.flatMap((file) =>
      targetsOf(file)
        .filter((target) => /queries\.ts$/.test(target) && roomOf(target) !== file.room)
        .filter((target) => keptFor[roomOf(target)] !== file.room)
        .map((target) => `${file.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    ['process.env', /process\.env/, ['kit/settings.ts']],
    ['the time of day', /Date\.now\(\)|new Date\(\)/, ['kit/clock.ts']],
  ])('%s is read in one place', (_name, pattern, allowed) => {
    const users = onServer.filter((file) => pattern.test(file.text)).map((file) => file.path);
    expect(users.filter((path) => !allowed.includes(path))).toEqual([]);
  });

  test('SQL of one dialect stays in the store and in the two search files', () => {
    const dialect =
      /\b(pragma|fts5|tsvector|to_tsquery|pg_advisory|vacuum into|for update skip locked|jsonb)\b/i;
    const allowed = (path: string) =>
      path.startsWith('store/') || /^(morgue\/fts-|lookup\/lookup-(sqlite|postgres))/.test(path);
    expect(
      onServer.filter((file) => dialect.test(file.text) && !allowed(file.path)).map((file) => file.path),
    ).toEqual([]);
  });

  test('HTML is called safe only where it is made so, and stands in a page only by what takes no other', () => {
    const callers = (pattern: RegExp) =>
      files.filter((file) => pattern.test(file.text)).map((file) => file.path);
    expect(callers(/\bas BodyHtml\b/)).toEqual(['kit/safe-html.ts']);
    expect(callers(/\bas SafeHtml\b/).filter((path) => !(path in makesSafeHtml))).toEqual([]);
    expect(callers(/dangerouslySetInnerHTML/)).toEqual(['views/markup.ts']);
  });

  test('desk routes are registered only with a role', () => {
    const wrong = onServer
      .filter((file) => file.room === 'desk' && file.path !== 'desk/door/editor-route.ts')
      .filter((file) => /\bapp\.(get|post|put|patch|delete|route|all)\(/.test(file.text))
      .map((file) => file.path);
    expect(wrong.filter((path) => !openDoors.has(path))).toEqual([]);
  });

  test('statements are written by the verb that asks the story for its state', () => {
    const writers =
      /\{[^}]*\b(addStatement|removeStatement|changeStanding)\b[^}]*\} from '[^']*\/statements\.ts/;
    const users = onServer.filter((file) => writers.test(file.text)).map((file) => file.path);
    expect(users.toSorted()).toEqual(['cli/demo/happenings.ts', 'stories/who-says.ts']);
  });

  test('everything that is announced is followed by a verb', () => {
    const events =
      files.find((file) => file.path === 'runner/work.ts')?.text.split('interface Events {')[1] ?? '';
    const announced = [...events.slice(0, events.indexOf('\n}')).matchAll(/^ {2}'([a-z-]+)'/gm)].map(
      ([, name]) => name,
    );
    const timetable = files.find((file) => file.path === 'cli/timetable.ts')?.text ?? '';
    expect(announced.length).toBeGreaterThan(10);
    expect(announced.filter((name) => !timetable.includes(`    '${name}': {`))).toEqual([]);
  });

  test('no file grows beyond what one thing needs', () => {
    const long = files
      .map((file) => ({ path: file.path, lines: file.text.split('\n').length - 1 }))
      .filter(({ path, lines }) => lines > longestOf(path));
    expect(long).toEqual([]);
  });

  test('no function has more statements than one can follow', { timeout: ALL_OF_IT }, () => {
    const long = files.flatMap((file) =>
      sizesOf(file)
        .filter(
          ({ name, statements }) => statements > (longerFunctions[`${file.path} ${name}`] ?? MOST_STATEMENTS),
        )
        .map(({ name, statements }) => `${file.path} ${name}: ${statements}`),
    );
    expect(long).toEqual([]);
  });

  test('no object literal is spread into another', () => {
    const spread = files.flatMap((file) => spreadLiterals(file).map((line) => `${file.path}:${line}`));
    expect(spread).toEqual([]);
  });

  test('pages say in words what they show: a pictograph is another in each system, and keeps its own colours in the dark', () => {
    const drawn = files.filter(({ text }) => /\p{Emoji_Presentation}|\p{Emoji}\uFE0F/u.test(text));
    expect(drawn.map(({ path }) => path)).toEqual([]);
  });

  test('an exported name means one thing', () => {
    const twice = [...declaredIn(files)].filter(([, paths]) => paths.size > 1);
    expect(twice.map(([name, paths]) => `${name}: ${[...paths].join(', ')}`)).toEqual([]);
  });

  test('a type is called by a noun, not by what was done to it', () => {
    const wrong = files.flatMap((file) => participlesIn(file).map((name) => `${file.path}: ${name}`));
    expect(wrong).toEqual([]);
  });

  // What is said to people stands in catalogs (language/<code>/refusals.ts), so that a desk can read it in another language.
  test('a verb refuses by a code and a reason, not in a sentence of its own', () => {
    const atDoors = ['desk', 'site', 'api', 'server', 'cli', 'browser', 'language'];
    const wrong = files
      .filter((file) => !atDoors.includes(file.room))
      .flatMap((file) => sentencesRefused(file).map((line) => `${file.path}:${line}`));
    expect(wrong).toEqual([]);
  });

  test('a sentence for the desk is made in a catalog, but in files that are listed with their reason', () => {
    const atDoors = ['desk', 'site', 'api', 'server', 'cli', 'browser', 'language', 'views'];
    const told = files
      .filter((file) => !atDoors.includes(file.room))
      .filter((file) => sentencesIn(file).length > 0)
      .map((file) => file.path);
    const reasons = Object.keys(sentencesStand);
    expect(told.filter((path) => !reasons.some((start) => path.startsWith(start)))).toEqual([]);
    expect(reasons.filter((start) => !told.some((path) => path.startsWith(start)))).toEqual([]);
  });

  // A database promises only text: a column is read by `store/json-column.ts`, which says in words which one is broken.
  test('text becomes a structure in one place, but where it is from outside', () => {
    const parsers = files.filter((file) => /\bJSON\.parse\(/.test(file.text)).map((file) => file.path);
    expect(parsers.filter((path) => !(path in parsesJson))).toEqual([]);
    expect(Object.keys(parsesJson).filter((path) => !parsers.includes(path))).toEqual([]);
  });

  // A column is as closed as its set (`store/closed-sets.ts`, `kit/alert-level.ts` …); what comes from outside is looked at, not called so.
  test('a word of a closed set is never claimed to be one', () => {
    const claims =
      /\bas (?:AlertLevel|Role|Lane|ItemStatus|SubjectKind|MediaKind|EngineKind|StoryKind|LiveKind)\b(?!\[)/;
    expect(files.filter((file) => claims.test(file.text)).map((file) => file.path)).toEqual([]);
  });

  test('names are kebab-case words of the trade', () => {
    const bad = /(^|\/)(index|utils?|helpers?|common|types|manager|service|misc)\.tsx?$/;
    expect(files.map((file) => file.path).filter((path) => bad.test(path) || /[A-Z_]/.test(path))).toEqual(
      [],
    );
  });

  test('every file opens with what it is for', () => {
    const silent = files
      .filter((file) => !/^(#!.*\n)?(\/\*\*|\/\/\/? )/.test(file.text))
      .map((file) => file.path);
    expect(silent).toEqual([]);
  });
});

describe('the walls on data', () => {
  const owners = new Map(
    Object.entries(tablesOwnedBy).flatMap(([room, own]) => own.map((table) => [table, room])),
  );
  const tables = new Set(tablesOf(onServer));
  const uses = onServer
    .filter((file) => file.room !== 'store')
    .flatMap((file) => usesOf(file, tables))
    .filter((use) => owners.get(use.table) !== use.room);

  const isUpward = (use: TableUse) =>
    use.act === 'writes' || !mayImport[use.room]?.includes(owners.get(use.table) ?? '');

  test('every table has one room that owns it', () => {
    expect([...owners.keys()].toSorted()).toEqual([...tables].toSorted());
    expect(Object.values(tablesOwnedBy).flat().length).toBe(owners.size);
  });

  test("a room reads another's table only where it is named as a reader", () => {
    const wrong = uses.filter((use) => !isUpward(use) && !readersOf[use.table]?.includes(use.room));
    expect(wrong.map((use) => `${use.path} reads ${use.table}`)).toEqual([]);
  });

  test("nobody writes another's table, and no read runs up", () => {
    const wrong = uses.filter(isUpward);
    expect(wrong.map((use) => `${use.path} ${use.act} ${use.table}`)).toEqual([]);
  });

  test('statements stand in queries, but for files that are listed with their reason', () => {
    const elsewhere = onServer
      .filter((file) => file.room !== 'store' && statesSql(file))
      .filter((file) => !/(^|[/-])queries\.ts$/.test(file.path))
      .map((file) => file.path);
    expect(elsewhere.filter((path) => !(path in sqlElsewhere))).toEqual([]);
    expect(Object.keys(sqlElsewhere).filter((path) => !elsewhere.includes(path))).toEqual([]);
  });
});

/** Desk pages that a stranger may see: the way in. */
const openDoors = new Set(['desk/door/sign-in-routes.ts', 'desk/door/setup-routes.ts', 'desk/door/setup.ts']);
