/** ANPA 1312: a head with service, priority, category and slug, then lines for editors, then the copy. */
// biome-ignore-all lint/suspicious/noControlCharactersInRegex: they are what is looked for
import { withoutControls } from '../../kit/body-blocks.ts';
import { keep, noFacts } from '../parse/facts.ts';
import type { ParsedItem } from '../parse/feed.ts';
import { anpaDate } from './telex-dates.ts';
import { cutOf, itemOf, type Message, telexCopy } from './telex-text.ts';

export function readAnpa(body: string, head: RegExpExecArray, message: Message): ParsedItem {
  const [whole, priority = '', category = '', slug = '', date = '', words = ''] = head;
  const cut = cutOf(body, head.index + whole.length);
  const facts = noFacts();
  const { lines, copy } = anpaLines(cut.text);
  const [repeated, ...rest] = lines;
  const bylines = rest.filter((line) => line.isByline).map((line) => line.words);
  const said = rest.filter((line) => !line.isByline).map((line) => line.words);
  const isRepeat = repeated !== undefined && /,\s*\d{1,5}$/.test(repeated.words);
  const notes = said.filter((line) => NOTE.test(line));
  const headline = said.find((line) => !NOTE.test(line)) ?? (isRepeat ? slug : (repeated?.words ?? slug));
  facts.slugline = isRepeat ? repeated.words.replace(/,\s*\d{1,5}$/, '') : slug;
  facts.byline = bylines.join(' / ');
  facts.note = notes.join(' ');
  facts.version = /\b(?:\d+(?:st|nd|rd|th)?\s?Ld|Writethru|Add|Sub)[\w-]*/i.exec(slug)?.[0] ?? '';
  facts.signal =
    /\b(?:KILL|ELIMINATION|CORRECTION|WITHHOLD)\b/i.exec(`${slug} ${said.join(' ')}`)?.[0]?.toLowerCase() ??
    '';
  facts.subjects = [{ name: '', code: category, uri: null }];
  const read = telexCopy(copy);
  facts.dateline = read.dateline;
  facts.provider =
    /\(([^()]{2,20})\)/.exec(read.dateline)?.[1] ?? /^\W*([A-Z]{2,6})-/.exec(cut.end.slice(1))?.[1] ?? '';
  keep(facts, 'head', `${body.slice(0, head.index)} ${whole}`);
  keep(facts, 'words', words);
  const published = anpaDate(cut.end) ?? anpaDate(cut.text.slice(-120)) ?? null;
  const id = /[a-z]?\d{3,6}/i.exec(body.slice(0, head.index))?.[0] ?? null;
  return itemOf({
    facts,
    headline,
    html: read.html,
    published,
    id: id && `${id}:${date}:${slug.split(/\s/)[0]}`,
    urgency: PRIORITIES[priority.toLowerCase()] ?? null,
    message,
  });
}

/** ANPA's priorities as urgencies: flash, bulletin, urgent, regular, deferred and below. */
const PRIORITIES: Record<string, number> = { f: 1, b: 2, u: 3, r: 4, d: 5, a: 5, s: 6, w: 6 };
const NOTE =
  /^(?:\(?(?:Eds?|Editors?|EDITOR.S NOTE|Note|With|AP (?:Photos?|Video|Graphic)|For (?:release|use|global)|Moving|Embargo))\b/i;

interface HeadLine {
  words: string;
  isByline: boolean;
}

/** Lines that begin with `^` or end with `<` or `=` stand above the copy. */
function anpaLines(text: string): { lines: HeadLine[]; copy: string } {
  const all = text.split('\n');
  const lines: HeadLine[] = [];
  let at = 0;
  for (; at < all.length; at += 1) {
    const raw = withoutControls(all[at] ?? '');
    const isHead = /^\^/.test(raw) || /[<=+]\s*$/.test(raw) || (at === 0 && /^\S+\s*$/.test(raw.trim()));
    if (!isHead && raw.trim() !== '') break;
    if (raw.trim() === '') continue;
    const words = raw
      .replace(/^[\s^]+/, '')
      .replace(/[<=+\s]+$/, '')
      .replaceAll('``', '“')
      .replaceAll("''", '”');
    lines.push({ words, isByline: /=\s*$/.test(raw) });
  }
  return {
    lines,
    copy: all
      .slice(at)
      .join('\n')
      .replaceAll('``', '“')
      .replaceAll("''", '”')
      .replace(/(\s)_(\s)/g, '$1—$2'),
  };
}
