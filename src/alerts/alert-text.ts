/**
 * What an alert says: the desk's own words for an edition, or the edition's headline and dek. What it may not hold, and
 * where devices cut it. Rules only.
 */
import { createHash } from 'node:crypto';
import { isSaidAlways, type StoryKind } from '../kit/story-kind.ts';
import type { AlertLevel } from '../stories/story.ts';
import { kindWords } from './alert-words.ts';

/** Characters as a reader counts them; no device shows more, even unfolded. */
export const HEADLINE_MOST = 150;
export const BODY_MOST = 400;

/** Empty parts are what the edition says itself. */
export interface AlertText {
  headline: string;
  body: string;
}

/**
 * About how many characters of ordinary Latin text are seen before a device cuts. No platform documents it, and it differs
 * by screen and font; these lie within what senders' guides give (doc.batch.com, mobify.com, webpushnotifications.xyz,
 * braze.com, read in November 2026): Android 30 to 50 and 65, an iPhone 160 in all on its lock screen, Chrome on Windows 70
 * and 140, Firefox 50 and 200, macOS 35 to 49 and 88 to 103. Wide scripts show about half as many.
 */
export const deviceCuts = [
  { name: 'Android', headline: 45, body: 65 },
  { name: 'iPhone', headline: 50, body: 110 },
  { name: 'Chrome', headline: 65, body: 130 },
  { name: 'Firefox', headline: 50, body: 200 },
  { name: 'macOS', headline: 35, body: 85 },
] as const;

/** In characters as a reader counts them (grapheme clusters, UAX 29). */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) length += 1;
  return length;
}

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;

/** How much room a text takes on a device, in Latin characters: letters of wide scripts and pictures take two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text))
    width += wide.test(segment) ? 2 : 1;
  return width;
}

/** The devices that cut a part, each with where. */
export function cutOn(part: keyof AlertText, text: string): { name: string; after: number }[] {
  const width = widthOf(text);
  return deviceCuts
    .filter((device) => width > device[part])
    .map((device) => ({ name: device.name, after: device[part] }));
}

// U+202A–202E embed and override, U+2066–2069 isolate: with them a text can read other than it is written.
const turning = /[\u202A-\u202E\u2066-\u2069]/u;
// Line breaks and tabs are spaces here; what is left of the control characters has no place in a text.
const control = /[^\P{Cc}\t\n\r\u0085]/u;
// Not seen, and of no use in one line: joined in from other programs. Joiners (U+200C, U+200D) shape words and stay.
const unseen = /[\u00AD\u061C\u200B\u200E\u200F\u2060-\u2064\uFEFF]/gu;

/** One line as it is kept: composed, without unseen characters; what is wrong with it, in words. */
export function tidyAlertLine(text: string, most: number): { line: string; wrong: string | null } {
  const found = turning.exec(text) ?? control.exec(text);
  const line = text
    .normalize('NFC')
    .replace(/[\s\u0085]+/gu, ' ')
    .replace(unseen, '')
    .trim();
  if (found) return { line, wrong: unwanted(text, found) };
  if (/\p{Surrogate}/u.test(line)) return { line, wrong: 'There is half a character in it. Type it again.' };
  // Counted only where it can matter: a pasted book is refused by its size.
  if (line.length > most * 20) return { line, wrong: tooLong(line.length, most) };
  const length = line.length > most ? lengthOf(line) : 0;
  return { line, wrong: length > most ? tooLong(length, most) : null };
}

function tooLong(length: number, most: number): string {
  return `That is ${length.toLocaleString('en')} characters; an alert has ${most} at most.`;
}

function unwanted(text: string, found: RegExpExecArray): string {
  const code = `U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const what = turning.test(found[0]) ? 'that turns the direction of text' : 'that cannot be shown';
  const before = text.slice(Math.max(0, found.index - 12), found.index).trim();
  return `There is a character ${what} (${code}) ${before ? `after “${before}”` : 'at the beginning'}. Take it out.`;
}

/** What goes out: the desk's words where there are some, else the edition's own; the credit that the source is owed. */
export function spoken(
  own: AlertText | undefined,
  copy: { headline: string; dek: string; language: string; kind: StoryKind },
  source: { name: string; credit: string } | null,
): AlertText {
  const headline = labelled(own?.headline || copy.headline, copy);
  const body = own?.body || copy.dek;
  const credit = source ? source.credit || source.name : '';
  if (credit === '' || body.includes(credit)) return { headline, body: body.trim() };
  return { headline, body: `${body} (${credit})`.trim() };
}

/** With the kind before it where a reader has to know, unless the desk's own words say it already. */
function labelled(headline: string, { kind, language }: { kind: StoryKind; language: string }): string {
  if (headline === '' || !isSaidAlways(kind)) return headline;
  const words = kindWords(language);
  const label = words[kind];
  return foldedCase(headline).startsWith(foldedCase(label)) ? headline : words.labelled(label, headline);
}

const foldedCase = (text: string) => text.toLocaleLowerCase();

/** What someone agreed to: these words at this level. Another comma asks for another look. */
export function digestOf(level: AlertLevel, text: AlertText): string {
  return createHash('sha256')
    .update(JSON.stringify([level, text.headline, text.body]))
    .digest('base64url');
}
