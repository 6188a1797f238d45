/**
 * Footnotes as WordPress, its plugins and Substack write them into a page: as marks and notes that the reader of copy knows. What a
 * program showed beside a mark stands there as its note.
 */
import { eachElement } from './each-element.ts';

export const withForeignNotes = (html: string): string =>
  withSubstackNotes(withNotesOfPlugins(withNumberedNotes(html)));

/** WordPress names a note by a long number that says what it is to nobody else. */
function withNumberedNotes(html: string): string {
  if (!html.includes('data-fn=')) return html;
  const numbers = new Map<string, number>();
  return html
    .replace(/<sup\b[^<>]*\bdata-fn="([\w-]{1,64})"[^<>]*>[\s\S]{0,400}?<\/sup>/gi, (_mark, id: string) => {
      const number = numbers.get(id) ?? numbers.size + 1;
      numbers.set(id, number);
      return markOf(number);
    })
    .replace(/<li\b([^<>]*)\bid="([\w-]{1,64})"/gi, (tag, words: string, id: string) =>
      numbers.has(id) ? `<li${words} id="fn-${numbers.get(id)}"` : tag,
    )
    .replace(/<a\b[^<>]*\bhref="#([\w-]{1,64})-link"[^<>]*>[^<]*<\/a>/gi, (tag, id: string) =>
      numbers.has(id) ? '' : tag,
    );
}

const markOf = (number: number): string =>
  `<sup><a href="#fn-${number}" role="doc-noteref">${number}</a></sup>`;

/** As a site shows them where its export has brackets: Easy Footnotes, Simple Footnotes, Modern Footnotes, Footnotes. */
function withNotesOfPlugins(html: string): string {
  let shown = html;
  if (/easy-footnote|\breturn-note-/.test(shown)) shown = withListedNotes(shown);
  if (shown.includes('modern-footnotes-'))
    shown = eachElement(shown.replace(MODERN_NOTE, '<fn>$1</fn>'), 'ul', ({ class: classes = '' }) =>
      /\bmodern-footnotes-list\b/.test(classes) ? '' : null,
    );
  return shown.includes('footnote_referrer') ? withTabledNotes(shown) : shown;
}

const MODERN_NOTE =
  /<sup\b[^<>]*\bmodern-footnotes-footnote\b[^<>]*>[\s\S]{0,600}?<\/sup>\s*<span\b[^<>]*\bmodern-footnotes-footnote__note\b[^<>]*>([\s\S]{0,20000}?)<\/span>/gi;

/** A list below the words, whose items the marks lead to. */
function withListedNotes(html: string): string {
  const numbers = new Map<string, number>();
  const marked = html.replace(
    /(?:<sup>\s*)?<a\b[^<>]*\bhref=["'][^"'<>]*#((?:easy-footnote-bottom|note)-\d+(?:-\d+)?)["'][^<>]*>\s*(?:<sup>)?\s*\[?\d+\]?\s*(?:<\/sup>)?\s*<\/a>(?:\s*<\/sup>)?/gi,
    (_mark, id: string) => {
      const number = numbers.get(id) ?? numbers.size + 1;
      numbers.set(id, number);
      return markOf(number);
    },
  );
  if (numbers.size === 0) return html;
  return marked
    .replace(
      /<li\b([^<>]*)>\s*<span\b[^<>]*\bid=["']([\w-]{1,64})["'][^<>]*>\s*<\/span>/gi,
      (tag, words: string, id: string) => (numbers.has(id) ? `<li${words} id="fn-${numbers.get(id)}">` : tag),
    )
    .replace(/<li\b([^<>]*)\bid=["']([\w-]{1,64})["']/gi, (tag, words: string, id: string) =>
      numbers.has(id) ? `<li${words} id="fn-${numbers.get(id)}"` : tag,
    )
    .replace(/<a\b[^<>]*\bhref=["'][^"'<>]*#(?:easy-footnote|return-note)-[\d-]+["'][^<>]*>[^<]*<\/a>/gi, '')
    .replace(HEADING_OF_NOTES, '');
}

/** Our own notes have a heading where they stand. */
const HEADING_OF_NOTES =
  /<div\b[^<>]*\beasy-footnote-title\b[^<>]*>(?:[^<]|<\/?h\d\b[^<>]*>){0,400}<\/div>|<p class=["']notes["']>[^<]*<\/p>/gi;

/** A table below the words has them whole; what stands beside a mark may be cut. */
function withTabledNotes(html: string): string {
  const notes = new Map(
    [
      ...html.matchAll(
        /\bid="footnote_plugin_reference_([\d_]+)"[\s\S]{0,2000}?<td\b[^<>]*\bfootnote_plugin_text\b[^<>]*>([\s\S]{0,20000}?)<\/td>/gi,
      ),
    ].map(([, id = '', words = '']) => [id, words] as const),
  );
  const marked = html.replace(
    /<span\b[^<>]*\bfootnote_referrer\b[^<>]*>\s*<a\b[^<>]*>\s*<sup\b[^<>]*\bid="footnote_plugin_tooltip_([\d_]+)"[^<>]*>[^<]*<\/sup>\s*<\/a>\s*(?:<span\b[^<>]*\bfootnote_tooltip\b[^<>]*>([\s\S]{0,20000}?)<\/span>)?\s*<\/span>/gi,
    (mark, id: string, beside: string | undefined) => {
      const words = notes.get(id) ?? beside ?? '';
      return words.trim() === '' ? mark : `<fn>${words}</fn>`;
    },
  );
  if (marked === html) return html;
  const without = eachElement(marked, 'table', ({ class: classes = '' }) =>
    /\bfootnote-reference-container\b/.test(classes) ? '' : null,
  );
  return eachElement(without, 'span', ({ class: classes = '' }) =>
    /\bfootnote_reference_container_label\b/.test(classes) ? '' : null,
  );
}

/** Each in an element of its own behind its number, at the end. */
function withSubstackNotes(html: string): string {
  return html
    .replace(
      /<div\b[^<>]*\bclass="footnote"[^<>]*>\s*<a\b[^<>]*\bid="footnote-(\d+)"[^<>]*>[^<]*<\/a>\s*<div\b[^<>]*>([\s\S]{0,20000}?)<\/div>\s*<\/div>/gi,
      (_note, number: string, words: string) =>
        `<ol><li id="fn-${number}">${words.replace(/<\/?p\b[^<>]*>/gi, ' ')}</li></ol>`,
    )
    .replace(
      /<a\b[^<>]*\bclass="footnote-anchor"[^<>]*\bhref="#footnote-(\d+)"[^<>]*>[^<]*<\/a>/gi,
      '<sup><a href="#fn-$1" role="doc-noteref">$1</a></sup>',
    );
}
