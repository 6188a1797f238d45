/**
 * What the checks find in a story, with all that the newsroom knows: its house style, its hops, who said what in the takes
 * before, and what editors have answered to findings so far.
 */

import { type ChecksOnCopy, checksOnCopy } from '../checks/at-first-use.ts';
import type { Attribution, Checkable, Finding } from '../checks/check.ts';
import { type BodyCopy, bodyCopyOf } from '../kit/body-copy.ts';
import { MINUTE } from '../kit/clock.ts';
import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Statement } from '../sourcing/statement.ts';
import { tablesIn } from './copy-tables.ts';
import { waitingOf } from './filing.ts';
import { voiced } from './finding-answers.ts';
import { getEditionRow, type TakeRow } from './queries.ts';
import type { Copy } from './story.ts';
import { type EditionReading, readStory, type StoryReading } from './story-reading.ts';
import { lastBodiesOf } from './story-reading-queries.ts';

const MOMENT = 15 * MINUTE; // for which a draft has one date: midnight of every time zone begins one
const TAKES_BACK = 12; // takes in which an attribution is looked for that the copy has lost since

export interface FindingsReport {
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
): Promise<FindingsReport> {
  const { story_id } = await getEditionRow(newsroom, editionId);
  const reading = await readStory(newsroom, story_id);
  const edition = reading.editions.find(({ id }) => id === editionId) ?? refuse('not-found');
  return findingsIn(newsroom, reading, { edition, ...(copy && { copy }) });
}

/** The same in a story that was read. */
export async function findingsIn(
  newsroom: Newsroom,
  reading: StoryReading,
  { edition, copy }: { edition: EditionReading; copy?: CheckedCopy },
): Promise<FindingsReport> {
  const checkable = await checkableOf(newsroom, reading, edition, copy ?? copyOfTake(edition.take));
  const { checkOfLate, silentChecks } = await checksOnCopy();
  const { told, dismissed } = voiced(newsroom.memory.of(checkOfLate)(checkable), reading.answers);
  return { findings: told, dismissed, silent: silentChecks(edition.language).map(({ name }) => name) };
}

export type FindingsOfEdition = (edition: EditionReading) => Promise<FindingsReport>;

/** Looks for them in each edition when it is first asked of it: the gate and the page ask of the same. */
export function findingsOnce(newsroom: Newsroom, reading: StoryReading): FindingsOfEdition {
  const found = new Map<string, Promise<FindingsReport>>();
  return (edition) => {
    const findings = found.get(edition.id) ?? findingsIn(newsroom, reading, { edition });
    found.set(edition.id, findings);
    return findings;
  };
}

type CheckedCopy = Pick<Copy, 'headline' | 'dek' | 'byline' | 'bodyHtml'>;

function copyOfTake(take: TakeRow): CheckedCopy {
  return { headline: take.headline, dek: take.dek, byline: take.byline, bodyHtml: take.body_html };
}

async function checkableOf(
  newsroom: Newsroom,
  { story, hops, source, houseRules, corrects }: StoryReading,
  edition: EditionReading,
  copy: CheckedCopy,
): Promise<Checkable> {
  const fromSource = hops.find((hop) => hop.source_id === story.source_id && hop.source_id !== null);
  const body = bodyCopyOf(copy.bodyHtml);
  const bodyText = body.checkedText();
  const { statements } = edition;
  const madeFrom = edition.translation?.originalLanguage ?? null;
  return {
    kind: waitingOf(story).kind ?? story.kind,
    correctsStory: corrects || linksHome(body, newsroom.settings.address),
    headline: copy.headline,
    dek: copy.dek,
    byline: copy.byline,
    bodyText,
    pickedUp: story.source_id !== null,
    credit: fromSource && source ? source.credit : '',
    originalLink: fromSource?.link ?? null,
    hops: hops.map(({ party, act, link }) => ({ party, act, link })),
    language: edition.language,
    publishedAt: story.published_at ?? story.publish_at ?? momentOf(newsroom.clock.now()),
    links: linksIn(body, bodyText),
    tables: tablesIn(body, bodyText),
    houseStyle: houseRules,
    attributed: await attributedBefore(newsroom, edition, bodyText),
    way: wayOf(hops, madeFrom),
    quoted: statements.map((statement) => quotedWay(statement, wayOf(hops, madeFrom), madeFrom)),
  };
}

const momentOf = (now: number) => now - (now % MOMENT);

/** The languages of its steps, and the one that we have translated it from. */
function wayOf(hops: readonly { language: string | null }[], madeFrom: string | null): string[] {
  return [...hops.map(({ language }) => language), madeFrom].filter((tag) => tag !== null);
}

/** A statement was heard on a way of its own where its steps say in which languages; else on the story's. */
function quotedWay({ words, verbatim, hops }: Statement, story: string[], madeFrom: string | null) {
  if (verbatim === 'original') return { words, way: null };
  return { words, way: hops.some(({ language }) => language !== null) ? wayOf(hops, madeFrom) : story };
}

/** Whether a page of ours is linked to. */
function linksHome(body: BodyCopy, site: string): boolean {
  return body.runs().some(({ href }) => /^\/(?!\/)/.test(href ?? '') || href?.startsWith(`${site}/`));
}

/** Links of a body, at their words in its text; the same words twice are told at their first place. */
function linksIn(body: BodyCopy, bodyText: string): NonNullable<Checkable['links']> {
  if (body.runs().every(({ href }) => href === null)) return [];
  const links: { start: number; end: number; href: string }[] = [];
  let at = 0;
  for (const { text, href } of body.runs()) {
    const start = bodyText.indexOf(text, at);
    if (start < 0) continue;
    at = start + text.length;
    if (href !== null) links.push({ start, end: at, href });
  }
  return links;
}

/** The statements that one of the last takes gave to their speaker, where they stood. */
async function attributedBefore(
  newsroom: Newsroom,
  { id, take, ...edition }: EditionReading,
  bodyText: string,
): Promise<Attribution[]> {
  const statements = edition.statements
    .filter(({ words }) => bodyText.includes(words))
    .map(({ words, speaker }): Attribution => ({ words, speaker: [speaker.name], cue: '' }));
  const checks = await checksOnCopy();
  const now = new Set(givenIn(checks, statements, bodyCopyOf(take.body_html).text()));
  if (now.size === statements.length) return statements;
  // Only what the working take gives to nobody is looked for in those before it.
  const bodies = (await lastBodiesOf(newsroom, id, TAKES_BACK)).map((html) => bodyCopyOf(html).text());
  return statements.filter(
    (one) => now.has(one) || bodies.some((text) => givenIn(checks, [one], text).length > 0),
  );
}

function givenIn(checks: ChecksOnCopy, statements: Attribution[], text: string): Attribution[] {
  return statements.filter((one) => text.includes(one.words) && isAttributed(checks, text, one));
}

function isAttributed(
  { checkCopy, attributionLost }: ChecksOnCopy,
  bodyText: string,
  one: Attribution,
): boolean {
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
