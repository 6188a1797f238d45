/**
 * What an agency writes around its copy in a feed goes where it belongs when the item is picked up: the dateline to its
 * field, the agency to the way in, the priority word to a level that is suggested. The item itself is kept as it came.
 */
import { datelineIn, priorityIn } from '../../kit/agency-lines.ts';
import { type Run, readBlocks, type TextBlock } from '../../kit/body-blocks.ts';
import { type BodyHtml, safeBlocks } from '../../kit/safe-html.ts';
import type { AlertLevel } from '../../stories/story.ts';

export interface AgencyCopy {
  headline: string;
  dek: string;
  bodyHtml: BodyHtml;
  /** As an agency's own format says it, or as it stood before the first words; empty where neither does. */
  dateline: string;
  /** Whom the dateline names; empty where it names nobody. */
  agency: string;
}

/** `dateline`: what the item's format says in a field of its own; said again before the copy, it goes from there. */
export function withoutAgencyLines(copy: Omit<AgencyCopy, 'agency'>): AgencyCopy {
  const blocks = readBlocks(copy.bodyHtml);
  const [first] = blocks;
  const isText = first?.kind === 'p';
  const begun = isText ? beginningOf(textOf(first), copy.dateline) : NONE;
  if (isText && begun.end > 0) {
    const runs = cut(first.runs, begun.end);
    blocks.splice(0, 1, ...(runs.length > 0 ? [{ ...first, runs }] : []));
  }
  const inDek = beginningOf(copy.dek, copy.dateline);
  return {
    headline: bareHeadline(copy.headline),
    dek: copy.dek.slice(inDek.end),
    bodyHtml: begun.end > 0 ? safeBlocks(blocks) : copy.bodyHtml,
    dateline: bareDateline(copy.dateline) || begun.place || inDek.place,
    agency: begun.agency || inDek.agency,
  };
}

/** The headline without the word that told newsrooms how pressing it is. */
export function bareHeadline(headline: string): string {
  return headline.slice(priorityIn(headline)?.end ?? 0).trim() || headline;
}

/** The level that a headline's priority word speaks of, and the word: suggested to an editor, never filed. */
export function suggestedLevel(headline: string): { level: AlertLevel; word: string } | null {
  const found = priorityIn(headline);
  return found?.level ? { level: found.level, word: found.word } : null;
}

interface Beginning {
  place: string;
  agency: string;
  /** Where the copy itself begins. */
  end: number;
}

const NONE: Beginning = { place: '', agency: '', end: 0 };

function beginningOf(text: string, declared: string): Beginning {
  const bare = bareDateline(declared);
  // One that stands alone ends where its paragraph does.
  const found = datelineIn(`${text} `);
  if (found) return { place: found.place, agency: found.agency, end: Math.min(found.end, text.length) };
  if (bare === '' || !text.startsWith(bare)) return NONE;
  const [lead = ''] = /^\s*(?:[–—-]+\s*|\.\s*[–—-]+\s*|$)/u.exec(text.slice(bare.length)) ?? [];
  const isAlone = text.length === bare.length;
  return lead.trim() === '' && !isAlone ? NONE : { ...NONE, end: bare.length + lead.length };
}

/** Without the dash that led on to the text. */
function bareDateline(dateline: string): string {
  return dateline.replace(/[\s–—_-]+$/, '').trim();
}

function textOf({ runs }: TextBlock): string {
  return runs.map(({ text }) => text).join('');
}

function cut(runs: Run[], end: number): Run[] {
  let left = end;
  return runs.flatMap((run) => {
    const gone = Math.min(left, run.text.length);
    left -= gone;
    const text = run.text.slice(gone);
    return text === '' ? [] : [{ ...run, text }];
  });
}

/** Words for what it is, which name nobody. */
const NOBODY =
  /^(?:news )?(?:agency|agencia|agência|agence|agenzia|agentur|πρακτορείο|وكالة|агентство|агенція)$/iu;

/** Whether the agency of a dateline is another than the source that sent it, whose own name it mostly is. */
export function isOther(agency: string, source: { name: string; credit: string }): boolean {
  const said = plain(agency);
  if (said === '' || NOBODY.test(agency.trim())) return false;
  return ![source.name, source.credit].some((name) => {
    const known = plain(name);
    return known !== '' && (known.includes(said) || said.includes(known) || initialsOf(name) === said);
  });
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function initialsOf(name: string): string {
  return (name.match(/(?<![\p{L}])\p{L}/gu) ?? []).join('').toLowerCase();
}
