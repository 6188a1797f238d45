/**
 * Reads any HTML, however broken or hostile, into the few blocks that a body is made of. Nothing of the markup itself
 * is kept: text, four marks and checked addresses come out, so what is written from them can hold nothing else.
 */
import { Parser } from 'htmlparser2';
import type { Block, ListBlock, ListItem, QuoteBlock, Run, TextBlock } from './body-shape.ts';

export type { Block, ListBlock, ListItem, QuoteBlock, Run, TextBlock };

const DEEPEST_LIST = 4; // lists within lists; deeper ones join the level above
const DEEPEST = 200; // elements within elements; the parser's time grows with the square of it
const LONGEST = 1_000_000; // characters of one body; the longest news text known is a tenth of that

/** What is in these is not copy. An open one that is never closed must not swallow a story, so the list is short. */
const SKIPPED = new Set(
  'script style noscript iframe object svg math template textarea select button audio video canvas figcaption head title'.split(
    ' ',
  ),
);

/** Elements that begin a block of their own. */
const BLOCKS = new Set(
  'p div section article header footer main aside figure table tr caption h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre hr address form fieldset center details summary nav body html'.split(
    ' ',
  ),
);

const VOID_OR_IMPLIED = new Set(
  'br hr img input meta link wbr area base col embed param source track p li td th tr dt dd option'.split(
    ' ',
  ),
);

/** Reads HTML into blocks. Relative addresses are resolved against `base`, and lose their link without one. */
export function readBlocks(html: string, base?: string | null): Block[] {
  const cut = html.length > LONGEST ? html.slice(0, LONGEST) : html;
  const reader = new BlockReader(base ?? null);
  if (isTooDeep(cut)) reader.plain(cut);
  else reader.read(cut);
  return reader.blocks.flatMap((block): Block[] => ('items' in block ? liftEmpty([block]) : [block]));
}

/** A list in an item without words stands in the item's place; a list without items is none. */
function liftEmpty(lists: ListBlock[]): ListBlock[] {
  for (const list of lists) {
    list.items = list.items.flatMap((item) => {
      const below = liftEmpty(item.lists);
      return item.runs.length > 0 ? [{ ...item, lists: below }] : below.flatMap((inner) => inner.items);
    });
  }
  return lists.filter((list) => list.items.length > 0);
}

/** The address if a reader may be sent there, in its normal form; null for a script, a relative one without base, … */
export function safeHref(href: string, base?: string | null): string | null {
  const text = href.trim();
  const parsed = URL.canParse(text)
    ? new URL(text)
    : base && URL.canParse(text, base)
      ? new URL(text, base)
      : null;
  if (!parsed || !['http:', 'https:', 'mailto:'].includes(parsed.protocol)) return null;
  if (parsed.username || parsed.password) return null;
  return parsed.href.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll("'", '%27');
}

/** Without what XML and PostgreSQL do not bear: control characters, NUL, non-characters. */
export function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff\ufeff]/g, '');
}

/** A rough count of open elements, in one pass, before the parser is trusted with it. */
function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-zA-Z][^\s/>]*)/g)) {
    if (VOID_OR_IMPLIED.has((name ?? '').toLowerCase())) continue;
    depth = slash ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

class BlockReader {
  readonly blocks: Block[] = [];
  readonly #base: string | null;
  #runs: Run[] = [];
  #leaf: 'p' | 'h2' | 'h3' = 'p';
  #lists: ListBlock[] = [];
  #quotes = 0;
  #quote: QuoteBlock | null = null;
  #strong = 0;
  #em = 0;
  #hrefs: (string | null)[] = [];
  #skipping = 0;

  constructor(base: string | null) {
    this.#base = base;
  }

  read(html: string): void {
    const parser = new Parser(
      {
        onopentag: (name, attributes) => this.#open(name, attributes),
        onclosetag: (name) => this.#close(name),
        ontext: (text) => this.#text(text),
      },
      { decodeEntities: true },
    );
    parser.end(html);
    this.#endLeaf();
  }

  /** All markup dropped, for what nests beyond reason. */
  plain(html: string): void {
    this.#text(html.replace(/<[^<>]*>/g, ' ').replace(/[<>]/g, ' '));
    this.#endLeaf();
  }

  #open(name: string, attributes: Record<string, string>): void {
    if (this.#skipping > 0 || SKIPPED.has(name)) {
      if (SKIPPED.has(name)) this.#skipping += 1;
      return;
    }
    if (BLOCKS.has(name)) this.#openBlock(name);
    else if (name === 'br') this.#text('\n', true);
    else if (name === 'td' || name === 'th') this.#text(' ');
    else if (name === 'strong' || name === 'b') this.#strong += 1;
    else if (name === 'em' || name === 'i' || name === 'cite') this.#em += 1;
    else if (name === 'a') this.#hrefs.push(safeHref(attributes.href ?? '', this.#base));
  }

  #openBlock(name: string): void {
    this.#endLeaf();
    if (name === 'ul' || name === 'ol') this.#openList(name);
    else if (name === 'li') this.#lists.at(-1)?.items.push({ runs: [], lists: [] });
    else if (name === 'blockquote') this.#openQuote();
    else if (name === 'h1' || name === 'h2') this.#leaf = 'h2';
    else if (/^h[3-6]$/.test(name)) this.#leaf = 'h3';
  }

  #openList(kind: 'ul' | 'ol'): void {
    const above = this.#lists.at(-1);
    if (above && this.#lists.length >= DEEPEST_LIST) {
      this.#lists.push(above);
      return;
    }
    if (above && above.items.length === 0) above.items.push({ runs: [], lists: [] });
    const siblings: Block[] = above?.items.at(-1)?.lists ?? this.blocks;
    const last = siblings.at(-1);
    const list: ListBlock = last?.kind === kind ? last : { kind, items: [] };
    if (list !== last) siblings.push(list);
    this.#lists.push(list);
  }

  #openQuote(): void {
    if (this.#quotes === 0) this.#quote = null;
    this.#quotes += 1;
  }

  #close(name: string): void {
    if (SKIPPED.has(name)) {
      this.#skipping = Math.max(0, this.#skipping - 1);
      return;
    }
    if (this.#skipping > 0) return;
    if (BLOCKS.has(name)) this.#endLeaf();
    if (name === 'ul' || name === 'ol') this.#lists.pop();
    else if (name === 'blockquote') this.#quotes = Math.max(0, this.#quotes - 1);
    else if (name === 'strong' || name === 'b') this.#strong = Math.max(0, this.#strong - 1);
    else if (name === 'em' || name === 'i' || name === 'cite') this.#em = Math.max(0, this.#em - 1);
    else if (name === 'a') this.#hrefs.pop();
  }

  #text(text: string, isBreak = false): void {
    if (this.#skipping > 0) return;
    const said = isBreak ? '\n' : withoutControls(text).replace(/[ \t\r\n\f]+/g, ' ');
    if (said === '') return;
    const href = this.#hrefs.at(-1) ?? null;
    const last = this.#runs.at(-1);
    const strong = this.#strong > 0;
    const em = this.#em > 0;
    if (last && last.href === href && last.strong === strong && last.em === em) last.text += said;
    else this.#runs.push({ text: said, href, strong, em });
  }

  #endLeaf(): void {
    const runs = this.#runs;
    const kind = this.#leaf;
    this.#runs = [];
    this.#leaf = 'p';
    for (const paragraph of paragraphsOf(runs)) this.#put(kind, paragraph);
  }

  #put(kind: 'p' | 'h2' | 'h3', runs: Run[]): void {
    const list = this.#lists.at(-1);
    if (list) {
      const item = list.items.at(-1);
      if (!item || item.lists.length > 0) list.items.push({ runs, lists: [] });
      else item.runs = tidy([...item.runs, plainRun('\n'), ...runs]);
      return;
    }
    if (this.#quotes > 0) {
      if (this.#quote && this.blocks.at(-1) === this.#quote) this.#quote.paragraphs.push(runs);
      else {
        this.#quote = { kind: 'blockquote', paragraphs: [runs] };
        this.blocks.push(this.#quote);
      }
    } else if (kind === 'p') this.blocks.push({ kind, runs });
    else
      this.blocks.push({
        kind,
        runs: tidy(runs.map((run) => ({ ...run, text: run.text.replaceAll('\n', ' ') }))),
      });
  }
}

function plainRun(text: string): Run {
  return { text, href: null, strong: false, em: false };
}

/** Splits at empty lines, as copy written with `<br><br>` means it, and tidies each part. */
function paragraphsOf(runs: Run[]): Run[][] {
  const paragraphs: Run[][] = [[]];
  for (const run of joinBreaks(runs)) {
    for (const [index, part] of run.text.split(/\n{2,}/).entries()) {
      if (index > 0) paragraphs.push([]);
      if (part !== '') paragraphs.at(-1)?.push({ ...run, text: part });
    }
  }
  return paragraphs.map(tidy).filter((paragraph) => paragraph.length > 0);
}

/** Moves breaks that follow each other into one run, so that `<b>a<br></b><br>b` is seen as an empty line too. */
function joinBreaks(runs: Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const text = run.text.replace(/[ \u00a0]*\n[ \u00a0]*/g, '\n');
    const [lead] = /^[\n ]*/.exec(text) ?? [''];
    if (last && lead !== '' && /\n *$/.test(last.text)) {
      last.text = last.text.replace(/ *$/, '') + lead.replaceAll(' ', '');
      if (text.length > lead.length) joined.push({ ...run, text: text.slice(lead.length) });
    } else joined.push({ ...run, text });
  }
  return joined;
}

/** One space between words, none at the ends or beside a break, and marks only on words, never on the space around. */
function tidy(runs: Run[]): Run[] {
  const pieces = runs.flatMap((run) => (run.text.match(/\s+|\S+/g) ?? []).map((text) => ({ ...run, text })));
  const kept: Run[] = [];
  for (const piece of pieces) {
    const last = kept.at(-1);
    if (!isSpace(piece)) kept.push(piece);
    else if (last && isSpace(last)) last.text = oneSpace(last.text + piece.text);
    else if (last) kept.push({ ...piece, text: oneSpace(piece.text) });
  }
  const end = kept.at(-1);
  if (end && isSpace(end)) kept.pop();
  return kept.some((run) => /[^\s\u00a0]/.test(run.text)) ? merge(kept) : [];
}

function isSpace(run: Run): boolean {
  return /^\s+$/.test(run.text);
}

function oneSpace(text: string): string {
  return text.includes('\n') ? '\n' : text.includes('\u00a0') ? '\u00a0' : ' ';
}

function merge(runs: Run[]): Run[] {
  const merged: Run[] = [];
  for (const [index, run] of runs.entries()) {
    const before = runs[index - 1];
    const after = runs[index + 1];
    const marked =
      isSpace(run) && before && after ? { text: run.text, ...shared(before, after) } : { ...run };
    const last = merged.at(-1);
    const isSame =
      last && last.href === marked.href && last.strong === marked.strong && last.em === marked.em;
    if (isSame) last.text += marked.text;
    else merged.push(marked);
  }
  return merged;
}

/** The marks that stay open from one word to the next, in the order in which they are written: link, strong, em. */
function shared(before: Run, after: Run): Omit<Run, 'text'> {
  if (before.href !== after.href) return { href: null, strong: false, em: false };
  const strong = before.strong && after.strong;
  return { href: before.href, strong, em: before.em && after.em && before.strong === after.strong };
}
