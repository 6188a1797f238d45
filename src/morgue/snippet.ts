/** Snippets: a few words round the first place where something was found, in parts. */
import { searchStems } from './stems.ts';
import { OPENING, type SearchMarks } from './terms.ts';
import { eachGroup, filedAs, type Group, groupsOf, type IndexWord } from './words.ts';

export interface SnippetPart {
  text: string;
  /** True for a word that was looked for. */
  found: boolean;
}

const BEFORE = 8; // words
const AFTER = 24;

interface Place {
  from: number;
  to: number;
  found: boolean;
}

/** `language`: of the text, by which it has its stems. Empty when nothing that was looked for is in the text. */
export function snippetOf(text: string, marks: SearchMarks, language: string): SnippetPart[] {
  const { places, cut } = placesOf(text, marks, language);
  const first = places.findIndex(({ found }) => found);
  if (first < 0) return [];
  const shown = places.slice(Math.max(0, first - BEFORE), first + AFTER);
  const start = first > BEFORE ? (shown[0]?.from ?? 0) : 0;
  const end = cut ? (shown.at(-1)?.to ?? text.length) : text.length;
  const parts: SnippetPart[] = [{ text: first > BEFORE ? '… ' : '', found: false }];
  let at = start;
  for (const { found, from, to } of shown) {
    if (!found) continue;
    parts.push({ text: text.slice(at, from), found: false }, { text: text.slice(from, to), found: true });
    at = to;
  }
  parts.push({ text: text.slice(at, end) + (cut ? ' …' : ''), found: false });
  return joined(parts.map(({ text: words, found }) => ({ text: words.replace(/\s+/g, ' '), found })));
}

/** Where the words of a text are, as far as they are shown, and whether there are more. */
function placesOf(text: string, marks: SearchMarks, language: string): { places: Place[]; cut: boolean } {
  const places: Place[] = [];
  let enough = Number.POSITIVE_INFINITY;
  for (const group of eachGroup(text)) {
    for (const place of placesIn(text, group, marks, language)) {
      if (place.found) enough = Math.min(enough, places.length + AFTER);
      if (places.length >= enough) return { places, cut: true };
      places.push(place);
    }
  }
  return { places, cut: false };
}

/** A run of letters without spaces is as many places as it has letters. */
function placesIn(
  text: string,
  { joined: whole, words }: Group,
  marks: SearchMarks,
  language: string,
): Place[] {
  const isWhole = whole !== null && marks.words.has(whole);
  return words.flatMap((word) =>
    word.run === null
      ? [{ from: word.from, to: word.to, found: isWhole || isSought(word, marks, language) }]
      : inRun(text, word, word.run, marks),
  );
}

function isSought(word: IndexWord, marks: SearchMarks, language: string): boolean {
  const isForm = (form: string) =>
    marks.words.has(form) || marks.beginnings.some((each) => form.startsWith(each));
  if (word.forms.some(isForm) || word.parts.some(isForm)) return true;
  // Cutting costs a hundred times what looking does: only what begins as something that is looked for is cut.
  return word.written.some((written, at) => {
    const form = (at === 0 ? word.forms[0] : word.parts[at - 1]) ?? '';
    if (language !== 'ar' && !marks.openings.has(form.slice(0, OPENING))) return false;
    return searchStems(written, language).some((stem) => marks.stems.has(stem));
  });
}

function inRun(text: string, { from, to }: IndexWord, length: number, marks: SearchMarks): Place[] {
  const letters: Place[] = [];
  for (let at = from; at < to; ) {
    const size = String.fromCodePoint(text.codePointAt(at) ?? 0).length;
    letters.push({ from: at, to: at + size, found: false });
    at += size;
  }
  for (const [index, letter] of letters.entries()) {
    const run = letters.slice(index, index + length);
    const [group] = groupsOf(text.slice(letter.from, run.at(-1)?.to));
    const [seen = ''] = group ? filedAs(group) : [];
    if (marks.words.has(seen)) for (const each of run) each.found = true;
    else if (marks.beginnings.some((each) => seen.startsWith(each))) letter.found = true;
  }
  return letters;
}

/** Parts of a kind that follow each other are one. */
function joined(parts: SnippetPart[]): SnippetPart[] {
  const one: SnippetPart[] = [];
  for (const part of parts) {
    const last = one.at(-1);
    if (part.text === '') continue;
    if (last && last.found === part.found) last.text += part.text;
    else one.push({ ...part });
  }
  return one;
}
