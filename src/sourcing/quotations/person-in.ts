/** The first person whom a stretch of text names in full, for rules that look for one behind a verb or a quotation. */
import type { Span } from '../../kit/paragraphs.ts';
import { givenNames } from '../../language/given-names.ts';

const FULL =
  /(?<![\p{L}\p{M}’'-])(\p{Lu}[\p{L}\p{M}-]+)(?=((?:\s(?:de|del|della|di|da|van|von|der|den|la|le|ben|ντε))*\s\p{Lu}[\p{L}\p{M}’'-]+))/gu;
const ARABIC_POST = /^(?:ال\p{L}+|وزيرة?|رئيسة?|مديرة?|نائبة?)$/u;

/** A given name and a surname; where no given name is known, the last two words in capitals, but not in German. Null where nobody is named. */
export function personIn(text: string, { start, end }: Span, language: string): Span | null {
  const part = text.slice(start, end);
  if (language.startsWith('ar')) return arabicPersonIn(part, start);
  const found = [...part.matchAll(FULL)];
  const known = found.find(([, given]) => givenNames.has(`${given}`.toLowerCase()));
  const one = known ?? (language.startsWith('de') ? undefined : found.at(-1));
  if (!one) return null;
  const from = start + one.index;
  return { start: from, end: from + one[0].length + (one[2]?.length ?? 0) };
}

/** Two words behind what somebody is: Arabic has no capitals. */
function arabicPersonIn(part: string, start: number): Span | null {
  const words = [...part.matchAll(/[\p{L}\p{M}]+/gu)];
  const at = words.findIndex(([word], index) => index > 0 || !ARABIC_POST.test(word));
  const [first, last] = [words[at], words[at + 1]];
  return first && last ? { start: start + first.index, end: start + last.index + last[0].length } : null;
}
