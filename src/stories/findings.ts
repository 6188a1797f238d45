/**
 * What the checks find in a story, with all that the newsroom knows: its house style, its hops, who said what in the takes
 * before, and what editors have answered to findings so far.
 */

import type { Attributed, Checkable, Finding } from '../checks/check.ts';
import { checkCopy, silentChecks } from '../checks/check-copy.ts';
import { attributionLost } from '../checks/sources.ts';
import { readBlocks } from '../kit/body-blocks.ts';
import { htmlToText } from '../kit/safe-html.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Statement } from '../sourcing/statement.ts';
import { listStatements } from '../sourcing/statements.ts';
import { answersFor, voiced } from './finding-answers.ts';
import { listHouseRules } from './house-style.ts';
import { getEditionRow, getStoryRow, getTakeRow, listHopRows, type StoryRow } from './queries.ts';
import type { Copy } from './story.ts';

const TAKES_BACK = 12; // takes in which an attribution is looked for that the copy has lost since

export interface Findings {
  /** Worst first. */
  findings: Finding[];
  /** How many were dismissed, and so are not told. */
  dismissed: number;
  /** Names of checks that have no rule for the edition's language. */
  silent: string[];
}

/** Over the copy as it is typed, or, without one, over the working take. */
export async function findFindings(
  newsroom: Newsroom,
  { editionId, copy }: { editionId: string; copy?: Omit<Copy, 'pictureId' | 'dateline'> },
): Promise<Findings> {
  const edition = await getEditionRow(newsroom, editionId);
  const story = await getStoryRow(newsroom, edition.story_id);
  const checked = copy ?? copyOfTake(await getTakeRow(newsroom, edition.working_take_id));
  const checkable = await checkableOf(newsroom, story, { ...edition, copy: checked });
  const answers = await answersFor(newsroom, story.id);
  const { told, dismissed } = voiced(checkCopy(checkable), answers);
  return { findings: told, dismissed, silent: silentChecks(edition.language).map(({ name }) => name) };
}

type CheckedCopy = Pick<Copy, 'headline' | 'dek' | 'byline' | 'bodyHtml'>;

function copyOfTake(take: Awaited<ReturnType<typeof getTakeRow>>): CheckedCopy {
  return { headline: take.headline, dek: take.dek, byline: take.byline, bodyHtml: take.body_html };
}

async function checkableOf(
  newsroom: Newsroom,
  story: StoryRow,
  edition: { id: string; language: string; copy: CheckedCopy },
): Promise<Checkable> {
  const { copy } = edition;
  const hops = await listHopRows(newsroom, [story.id]);
  const fromSource = hops.find((hop) => hop.source_id === story.source_id && hop.source_id !== null);
  const bodyText = htmlToText(copy.bodyHtml);
  const statements = await listStatements(newsroom, edition.id);
  const madeFrom = await originalLanguageOf(newsroom, edition.id);
  return {
    ...{ headline: copy.headline, dek: copy.dek, byline: copy.byline, bodyText },
    pickedUp: story.source_id !== null,
    credit: fromSource && story.source_id ? await creditOf(newsroom, story.source_id) : '',
    originalLink: fromSource?.link ?? null,
    hops: hops.map(({ party, act, link }) => ({ party, act, link })),
    language: edition.language,
    publishedAt: story.published_at ?? story.publish_at ?? newsroom.clock.now(),
    links: linksIn(copy.bodyHtml, bodyText),
    houseStyle: await listHouseRules(newsroom),
    attributed: await attributedBefore(newsroom, edition.id, { bodyText, statements }),
    way: wayOf(hops, madeFrom),
    quoted: statements.map((statement) => quotedWay(statement, wayOf(hops, madeFrom), madeFrom)),
  };
}

/** Null for an edition that is no translation. */
async function originalLanguageOf(newsroom: Newsroom, editionId: string): Promise<string | null> {
  const row = await newsroom.store
    .selectFrom('translations')
    .select('original_language')
    .where('edition_id', '=', editionId)
    .executeTakeFirst();
  return row?.original_language ?? null;
}

/** The languages of its steps, and the one that we have translated it from. */
function wayOf(hops: readonly { language: string | null }[], madeFrom: string | null): string[] {
  return [...hops.map(({ language }) => language), madeFrom].filter((tag) => tag !== null);
}

/** A statement was heard on a way of its own where its steps say in which languages; else on the story's. */
function quotedWay({ words, verbatim, hops }: Statement, story: string[], madeFrom: string | null) {
  if (verbatim === 'original') return { words, way: null };
  return { words, way: hops.some(({ language }) => language !== null) ? wayOf(hops, madeFrom) : story };
}

async function creditOf(newsroom: Newsroom, sourceId: string): Promise<string> {
  const row = await newsroom.store
    .selectFrom('sources')
    .select('credit')
    .where('id', '=', sourceId)
    .executeTakeFirst();
  return row?.credit ?? '';
}

/** Links of a body, at their words in its text; the same words twice are told at their first place. */
function linksIn(bodyHtml: string, bodyText: string): NonNullable<Checkable['links']> {
  if (!bodyHtml.includes('<a ')) return [];
  const links: { start: number; end: number; href: string }[] = [];
  let at = 0;
  for (const { text, href } of runsOf(bodyHtml)) {
    const start = bodyText.indexOf(text, at);
    if (start < 0) continue;
    at = start + text.length;
    if (href !== null) links.push({ start, end: at, href });
  }
  return links;
}

function runsOf(bodyHtml: string) {
  return readBlocks(bodyHtml).flatMap((block) =>
    'runs' in block ? block.runs : 'paragraphs' in block ? block.paragraphs.flat() : [],
  );
}

/** The statements that one of the last takes gave to their speaker, where they stood. */
async function attributedBefore(
  newsroom: Newsroom,
  editionId: string,
  { bodyText, ...of }: { bodyText: string; statements: Statement[] },
): Promise<Attributed[]> {
  const statements = of.statements.filter(({ words }) => bodyText.includes(words));
  if (statements.length === 0) return [];
  const takes = await newsroom.store
    .selectFrom('takes')
    .select('body_html')
    .where('edition_id', '=', editionId)
    .orderBy('number', 'desc')
    .limit(TAKES_BACK)
    .execute();
  const before = takes.map(({ body_html }) => htmlToText(body_html));
  return statements
    .map(({ words, speaker }): Attributed => ({ words, speaker: [speaker.name], cue: '' }))
    .filter((one) => before.some((text) => text.includes(one.words) && isAttributed(text, one)));
}

function isAttributed(bodyText: string, one: Attributed): boolean {
  const copy = {
    headline: '',
    dek: '',
    byline: '',
    bodyText,
    pickedUp: false,
    credit: '',
    originalLink: null,
    hops: [],
  };
  return checkCopy({ ...copy, attributed: [one], isBare: true }, { checks: [attributionLost] }).length === 0;
}
