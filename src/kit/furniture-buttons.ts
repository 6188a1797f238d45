/**
 * Buttons, prompts and notices of websites that are known as whole lines, and the few phrases that are theirs wherever they
 * stand. Part of the list in furniture-words.ts; by language, because each has its own.
 */

import { byLanguage } from '../language/languages.ts';
import { beginsLike } from './led-by-letter.ts';
import { once } from './once.ts';

/** Whole lines, by language. A line is trimmed, and may end in a colon, arrow or stop. */
const lines = byLanguage('furnitureLines');

/** Parts of a line, wherever it stands: nobody writes these into a story. */
const anywhere = String.raw`\(?\s*(?:story|article) continues (?:below|after)(?: (?:this )?(?:ad|advertisement|video|photo))?\s*\)?|click here to (?:subscribe|read|sign up|view|watch|listen|download)[^.\n]{0,60}|sign up for (?:our|the) (?:free |daily |weekly )*newsletters?\b[^.\n]{0,60}|subscribe to our [^.\n]{0,60}|follow us on (?:facebook|twitter|x|instagram|telegram|whatsapp|youtube|google news)\b[^.\n]{0,60}|(?:©|\(c\)|copyright) ?(?:19|20)\d\d[^\n]{0,80}|all rights reserved|this (?:post|article) (?:first )?appeared (?:first )?on\b[^\n]{0,80}|(?:the post|the article) .{1,160} (?:appeared first on|first appeared on) [^\n]{1,60}|share (?:this )?(?:on|via) (?:facebook|twitter|whatsapp)|your browser does not support[^.\n]{0,60}|please enable javascript[^.\n]{0,60}|we use cookies[^.\n]{0,80}|by continuing to (?:use|browse) (?:this|our) (?:site|website)[^.\n]{0,80}|todos los derechos reservados|tous droits réservés|alle rechte vorbehalten|tutti i diritti riservati|riproduzione riservata|все права защищены|усі права захищено|με επιφύλαξη παντός δικαιώματος|جميع الحقوق محفوظة`;

const LEAD = String.raw`[\s>»→•*\-–—|]*`;
const mayBeLine = beginsLike(Object.values(lines), LEAD);
const wholeLine = once(
  () => new RegExp(String.raw`^${LEAD}(?:${Object.values(lines).join('|')})[\s.:…!»→>|]*$`, 'iu'),
);
const inLine = new RegExp(anywhere, 'giu');
const LONGEST_LINE = 240; // units of a line that may be furniture as a whole

/** Whether the whole line is a website's and not the story's. */
export function isButton(line: string): boolean {
  return line.length <= LONGEST_LINE && mayBeLine(line) && wholeLine().test(line);
}

/** Spans within a line that are a website's: for a line that also holds copy. */
export function furnitureIn(line: string): { start: number; end: number }[] {
  return [...line.matchAll(inLine)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
