/** Words of a plain form with their marks: `**bold**`, `*italic*`, `[words](address)`, `[^1]` for the mark of a footnote. */
import { NOTE_SIGN, type Run } from './body-shape.ts';
import { plainRun } from './runs.ts';
import { typedAddress } from './safe-href.ts';

type Marks = Omit<Run, 'text'>;

const LINK = /\[((?:\\.|[^[\]\\])+)\]\(((?:https?:|mailto:|tel:|[/#?]|[^\s()@/]+@)[^\s()]*)\)/y;
const NOTE = /\[\^(\d{1,3})\]/y;
const ESCAPABLE = '\\*[]#>-.!|:@©=⏎{^';

/** A character, or a whole link, or a star that is a mark if there is one to go with it. */
type Sign = { text: string; isStar: boolean } | { label: string; href: string } | { note: number };

function signsOf(text: string, base: string | null): Sign[] {
  const signs: Sign[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const here = text[at] ?? '';
    const next = text[at + 1] ?? '';
    if (here === '\\' && next !== '' && ESCAPABLE.includes(next)) {
      signs.push({ text: next, isStar: false });
      at += 1;
      continue;
    }
    const note = here === '[' && next === '^' ? noteAt(text, at) : null;
    const link = here === '[' && !note ? linkAt(text, at, base) : null;
    if (note) {
      signs.push({ note: note.number });
      at += note.length - 1;
    } else if (link) {
      signs.push(link);
      at += link.length - 1;
    } else signs.push({ text: here, isStar: here === '*' });
  }
  return signs;
}

function noteAt(text: string, at: number): { number: number; length: number } | null {
  NOTE.lastIndex = at;
  const [whole, number] = NOTE.exec(text) ?? [];
  return whole === undefined || number === undefined
    ? null
    : { number: Number(number), length: whole.length };
}

function linkAt(
  text: string,
  at: number,
  base: string | null,
): { label: string; href: string; length: number } | null {
  LINK.lastIndex = at;
  const [whole, label, address] = LINK.exec(text) ?? [];
  if (whole === undefined || label === undefined || address === undefined) return null;
  const found = typedAddress(address, base);
  return 'href' in found ? { label, href: found.href, length: whole.length } : null;
}

const UNMARKED: Marks = { href: null, strong: false, em: false };

/** A link to a page of ours is resolved against `base`. */
export function readFormWords(text: string, base: string | null, around: Marks = UNMARKED): Run[] {
  const signs = signsOf(text, base);
  const runs: Run[] = [];
  const open: ('strong' | 'em')[] = [];
  const lastStar = signs.findLastIndex((sign, at) => isStar(sign) && !isSpace(signs[at - 1]));
  const marks = (): Marks => ({
    href: around.href,
    strong: around.strong || open.includes('strong'),
    em: around.em || open.includes('em'),
  });
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs[at] as Sign;
    if ('note' in sign) {
      runs.push({ ...plainRun(NOTE_SIGN), note: sign.note });
      continue;
    }
    if ('label' in sign) {
      runs.push(...readFormWords(sign.label, base, { ...marks(), href: around.href ?? sign.href }));
      continue;
    }
    const isDouble = sign.isStar && isStar(signs[at + 1]);
    const mayClose = sign.isStar && !isSpace(signs[at - 1]);
    const wanted = isDouble && !open.includes('strong') ? 'strong' : 'em';
    const width = wanted === 'strong' ? 2 : 1;
    if (mayClose && open.at(-1) === 'strong' && isDouble) {
      open.pop();
      at += 1;
    } else if (mayClose && open.at(-1) === 'em') open.pop();
    else if (sign.isStar && !open.includes(wanted) && !isSpace(signs[at + width]) && lastStar >= at + width) {
      open.push(wanted);
      at += width - 1;
    } else runs.push({ text: sign.text, ...marks() });
  }
  return runs;
}

function isStar(sign: Sign | undefined): boolean {
  return sign !== undefined && 'isStar' in sign && sign.isStar;
}

function isSpace(sign: Sign | undefined): boolean {
  return sign === undefined || ('text' in sign && /\s/.test(sign.text));
}

/** The words with their marks; what would begin another kind of line is escaped. */
export function writeFormLines(runs: Run[]): string {
  return writeFormWords(runs)
    .replace(/^(#{2,3} |>(?: |$)|>>|- |!(?:\[|(?:video|audio|embed)\()|\||---$|:::)/gm, '\\$1')
    .replace(/^(\d{1,3})\.(?= )/gm, '$1\\.')
    .replace(/^(\[\^\d+\]):/gm, '$1\\:');
}

/** The words of one line with their marks. */
export function writeFormWords(runs: Run[]): string {
  let text = '';
  for (let at = 0; at < runs.length; ) {
    const href = runs[at]?.href ?? null;
    let end = at;
    while (end < runs.length && (runs[end]?.href ?? null) === href) end += 1;
    const words = writeMarks(runs.slice(at, end), href !== null);
    text += href ? `[${words}](${href})` : words;
    at = end;
  }
  return text;
}

function writeMarks(runs: Run[], isLabel: boolean): string {
  let text = '';
  let open: string[] = [];
  for (const run of runs) {
    const wanted = [...(run.strong ? ['**'] : []), ...(run.em ? ['*'] : [])];
    const same = open.findIndex((mark, index) => mark !== wanted[index]);
    const keep = same === -1 ? open.length : same;
    const words = run.note === undefined ? escapeSigns(run.text, isLabel) : `[^${run.note}]`;
    text += open.slice(keep).toReversed().join('') + wanted.slice(keep).join('') + words;
    open = wanted;
  }
  return text + open.toReversed().join('');
}

function escapeSigns(text: string, isLabel: boolean): string {
  const plain = text.replace(/[\\*]/g, '\\$&');
  return isLabel
    ? plain.replace(/[[\]]/g, '\\$&')
    : plain.replaceAll('](', '\\](').replace(/\[(?=\^\d)/g, '\\[');
}
