/**
 * What a bare text with a headline lacks of a story: who wrote it, when it was published, where the report that it came from
 * stands. A text has no place for these, so they are looked for in its words; what is not found is only noted.
 */
import type { Check, Finding } from '../../checks/check.ts';
import { findDates } from '../../checks/find-dates.ts';
import { type FindingReason, inWords, reason } from '../../checks/finding-reason.ts';
import { noByline, noDate } from '../../checks/missing-parts.ts';
import { noLink } from '../../checks/missing-source.ts';
import { splitParagraphs } from '../../kit/paragraphs.ts';
import { bylineLine, isBareName } from './byline-line.ts';
import type { GivenCopy } from './given-copy.ts';

const LEAST = 40; // words of a body; what is shorter is a line and no story
const LONGEST_DATELINE = 48; // units of a day with the agency behind it
const EDGE = 400; // units at the head and at the end, where a story says whose it is and of when

export interface BareContext {
  language: string;
  /** Given beside the text, or in it. */
  publishedAt: number | null | undefined;
  /** Whether it says that it came by way of somebody else's report. */
  isPassedOn: boolean;
}

/** Nothing for a line, for a text without a headline, and for what has fields of its own: that is asked by the checks. */
export function missingInBare(
  copy: GivenCopy,
  { language, publishedAt, isPassedOn }: BareContext,
): Finding[] {
  const { text } = copy.body;
  if (!copy.isBare || copy.headline.length === 0 || (text.match(/[\p{L}\p{M}]+/gu)?.length ?? 0) < LEAST)
    return [];
  const lacks = [
    hasWriter(copy) || owesNoWriter(copy) ? null : lack(noByline, reason('noWriter')),
    hasDay(text, language, publishedAt) ? null : lack(noDate, reason('noDay')),
    !isPassedOn || hasAddress(copy) ? null : lack(noLink, reason('linkMissing')),
  ];
  return lacks.filter((finding) => finding !== null);
}

const lack = ({ name }: Check, because: FindingReason): Finding =>
  inWords({ check: name, severity: 'minor', part: 'byline', start: 0, end: 0, text: '', because });

/** A line of its own at the head or at the end that names somebody, or an agency's mark there. */
function hasWriter({ byline, body: { text } }: GivenCopy): boolean {
  if (byline !== '') return true;
  const lines = splitParagraphs(text).flatMap((span) => text.slice(span.start, span.end).split('\n'));
  const edges = [...lines.slice(0, 3), ...lines.slice(-3)];
  return (
    edges.some((line) => bylineLine(line.trim()) !== null) ||
    agency.test(edges.join('\n')) ||
    isNamedBesideDay(edges.map((line) => line.trim()))
  );
}

/** Elif Tanrıverdi, and below it 17 Kasım 2026: a name in a line of its own with the day in the next, or the day first. */
function isNamedBesideDay(lines: string[]): boolean {
  const isDay = (line = '') => line.length <= LONGEST_DATELINE && /(?<!\d)20\d\d(?!\d)/u.test(line);
  return lines.some((line, at) => isBareName(line) && (isDay(lines[at + 1]) || isDay(lines[at - 1])));
}

/** Of these nobody is the writer: lists of results and prices, whose every other word is a figure; a paper's corrections; letters, which are signed. */
function owesNoWriter({ headline, body }: GivenCopy): boolean {
  const words = body.text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const figures = words.filter((word) => /\p{N}/u.test(word));
  return figures.length >= words.length * FIGURES || ownColumn.test(headline.text);
}

const FIGURES = 0.2; // of its words; in a story they are one in twenty

const ownColumn =
  /^(?:(?:corrections?|clarifications?|letters?(?: to the editor)?|errata|erratum|leserbriefe?|korrektur|berichtigung|so stimmt[’']s|fe de errata|fe de errores|cartas|courrier des lecteurs|rectificati(?:f|on)s?|précisions?|errata corrige|lettere|rettific[ah]e?|διόρθωση|διορθώσεις|επιστολ\S+|поправк\S+|уточнени\S+|письма|виправлення|спростування|листи|تصحيح|تصويب|رسائل|rectificaties?|correcties|brieven|rättelser?|insändare|rettelser?|læserbreve?|rättelse|oikaisu\S*|mielipide\S*|sprostowani[ea]|listy|opravy?|dopisy|erată|scrisori|helyreigazítás|olvasói levelek|düzeltmeler?|mektuplar)(?![\p{L}\p{M}]))/iu;

/** PYLI (Reuters) — …, — AFP, (dpa), /UPI/: capitals or a name in brackets beside a dash. */
const agency =
  /\([A-Z][\p{L}.]{1,20}(?:\/[A-Z][\p{L}.]{1,20})?\)\s*[-–—.:]|[-–—(/]\s?(?:\p{Lu}{2,5}|dpa|Reuters|Tanjug|Anadolu|Interfax|Bloomberg)\)?\/?$/mu;

/** Days within the story are of what it tells; one at its head or end, with its year, is the story's own. */
function hasDay(text: string, language: string, publishedAt: number | null | undefined): boolean {
  if (typeof publishedAt === 'number') return true;
  const edges = `${text.slice(0, EDGE)}\n${text.slice(-EDGE)}`;
  if (/(?<!\d)(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d)(?!\d)/u.test(edges)) return true;
  // In a line of its own, in a language whose months we do not know: 17 בנובמבר 2026.
  if (edges.split('\n').some((line) => line.length <= LONGEST_DATELINE && dayAndYear.test(line))) return true;
  if (/年\s?\d{1,2}\s?月\s?\d{1,2}\s?日/u.test(edges)) return true;
  return findDates(edges, language).some(({ year, start }) => year !== null || isOfDateline(edges, start));
}

const dayAndYear = /(?<!\d)[0-3]?\d(?!\d)[.\s]{1,2}[\p{L}\p{M}\d.\s]{1,16}\s(?:19|20)\d\d(?!\d)/u;

/** LONDON, Nov. 23 (UPI) —, or a line that holds nothing but the day. */
function isOfDateline(text: string, at: number): boolean {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const before = text.slice(from, at);
  const rest = text.slice(at, Math.min(end < 0 ? text.length : end, at + LONGEST_DATELINE));
  const isAlone = end >= 0 ? end - at <= LONGEST_DATELINE : text.length - at <= LONGEST_DATELINE;
  const [day = '', ...more] = rest.split(/\s[-–—]\s/u);
  return (
    /^(?:\p{Lu}[\p{L} .’'-]{1,30},? ?)?$/u.test(before) &&
    (more.length > 0 || isAlone) &&
    !/\p{Ll}{3,} \p{Ll}{3,}/u.test(day)
  );
}

function hasAddress({ links, body }: GivenCopy): boolean {
  return (
    links.some(({ href }) => /^https?:/iu.test(href)) ||
    /https?:\/\/|(?<![\p{L}@.])www\.\p{L}/u.test(body.text)
  );
}
