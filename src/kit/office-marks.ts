/** What word processors write into HTML for themselves: comments, notes and their marks, lists that are no lists. */
import type { Run } from './body-shape.ts';
import type { Attributes, Styles } from './html-styles.ts';

/** Where a mark of a note leads, and where the note leads back: Word, LibreOffice, Google Docs, Markdown, MediaWiki. */
const CALLS =
  /^(?:_(?:ftn|edn)\d+|_msocom_\d+|cmnt\d+|ftnt\d+|sd(?:foot|end)note\d+sym|(?:user-content-)?fn(?:[-:_.][\w-]{1,20}|\d+\w{0,8})|cite_note-.+|(?:foot|end)?note[-_:]?\d+)$/i;
const BACK =
  /^(?:_(?:ftn|edn)ref\d+|_msoanchor_\d+|cmnt_ref\d+|ftnt_ref\d+|sd(?:foot|end)note\d+anc|(?:user-content-)?fn-?ref[-:_.]?[\w:-]{1,20}|cite_ref-.+|(?:foot|end)?note[-_]?ref[-_:]?\d+|r[-:]?ef?fn\d+)$/i;

/** What an address within the page is: the mark of a note, or the way back from one. */
export function noteLink({ href = '', role = '' }: Attributes): 'call' | 'back' | null {
  if (role === 'doc-noteref') return 'call';
  if (role === 'doc-backlink') return 'back';
  const hash = href.indexOf('#');
  if (hash < 0) return null;
  const name = href.slice(hash + 1);
  return BACK.test(name) ? 'back' : CALLS.test(name) ? 'call' : null;
}

/** Whether an element's name is that of a footnote. */
export function isNoteName(name: string): boolean {
  return CALLS.test(name) && !/^(?:_msocom|cmnt)/i.test(name);
}

/** `1`, `[1]`, `[AP1]`, `*`, `iv`: words of a link that are no more than the mark of a note. */
export function isNoteMark(words: string): boolean {
  return /^\s*(?:\[[^[\]]{1,8}\]|\(?(?:\d{1,4}|\p{L}{1,2}|[ivxlc]{1,6}|[*†‡§¶↑^]{1,3})\)?)\s*$/u.test(words);
}

/** Elements of a reviewer's remarks and of notes under the text. */
export function officePart(attributes: Attributes, styles: Styles): 'comment' | 'footnote' | null {
  const element = styles.get('mso-element') ?? '';
  const classes = attributes.class ?? '';
  if (/^comment/.test(element)) return 'comment';
  if (
    /(?:^|\s)(?:mso(?:comment(?:text|reference|subject)|comanchor|comtxt|comoff|comhide)|msocomanchor|msocomtxt|msocomoff)(?=\s|$)/i.test(
      classes,
    )
  )
    return 'comment';
  if (/^(?:footnote|endnote)(?:-list)?$/.test(element)) return 'footnote';
  if (/^sd(?:foot|end)note\d+$/.test(attributes.id ?? '')) return 'footnote';
  if (/^doc-(?:foot|end)notes?$/.test(attributes.role ?? '')) return 'footnote';
  return null;
}

/** True of a mark of a reviewer's remark: it is no remark of its own. */
export function isCommentMark(attributes: Attributes): boolean {
  return /(?:^|\s)(?:MsoCommentReference|msocomanchor|msocomoff)(?=\s|$)/i.test(attributes.class ?? '');
}

/** Word writes an item of a list as a paragraph: its list and its level, from 1; null for another paragraph. */
export function wordItem(styles: Styles): { list: string; level: number } | null {
  const found = /^(l\d+)\s+level(\d{1,2})\b/.exec(styles.get('mso-list') ?? '');
  return found ? { list: found[1] ?? '', level: Number(found[2]) } : null;
}

/** The sign that Word wrote before an item: `1.`, `b)`, `iv.` number it; `·`, `o`, `§` do not. */
export function wordMarker(sign: string): { kind: 'ul' | 'ol'; number: number | null } {
  const text = sign.replace(/[\s\u00a0]+/g, '');
  const digits = /^\(?(?:\d+\.)*(\d{1,3})[.)]?$/.exec(text)?.[1];
  if (digits) return { kind: 'ol', number: Number(digits) };
  return { kind: /^\(?(?:[a-z]|[ivxlc]{2,7})[.)]$/i.test(text) ? 'ol' : 'ul', number: null };
}

/** Word's sign before an item, where it was not marked as one: it is taken off the words. */
export function signed(
  word: { level: number; sign: string },
  paragraph: Run[],
): { level: number; sign: string } {
  const [first] = paragraph;
  if (word.sign !== '' || !first) return word;
  const found = /^([·•▪§○◦o–-]|\(?(?:\d{1,3}|[ivx]{1,4}|[a-z])[.)])[ \u00a0]/.exec(first.text);
  if (!found) return word;
  first.text = first.text.slice(found[0].length);
  return { ...word, sign: found[1] ?? '' };
}
