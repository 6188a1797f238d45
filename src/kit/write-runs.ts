/** Runs of words as HTML. */
import type { Run } from './body-shape.ts';

/** Text for a place in HTML. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Text for an attribute in double quotation marks. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}

/**
 * Marks in one fixed order, link outside, so that the same copy is always the same HTML. The mark of a footnote is
 * DPUB-ARIA's `doc-noteref`; `seen` holds the footnotes whose first mark, to which the way back leads, was written.
 */
export function writeRuns(runs: Run[], seen: Set<number> = new Set()): string {
  let html = '';
  let open: string[] = [];
  for (const run of runs) {
    const wanted = run.note === undefined ? marksOf(run) : [];
    const same = open.findIndex((mark, index) => mark !== wanted[index]);
    const keep = same === -1 ? open.length : same;
    html +=
      closing(open.slice(keep)) +
      wanted
        .slice(keep)
        .map((mark) => `<${mark}>`)
        .join('');
    html += run.note === undefined ? escapeText(run.text).replaceAll('\n', '<br />') : call(run.note, seen);
    open = wanted;
  }
  return html + closing(open);
}

function call(note: number, seen: Set<number>): string {
  const id = seen.has(note) ? '' : ` id="fnref-${note}"`;
  seen.add(note);
  return `<sup><a href="#fn-${note}"${id} role="doc-noteref">${note}</a></sup>`;
}

function marksOf(run: Run): string[] {
  const marks: string[] = [];
  if (run.href) marks.push(`a href="${escapeAttribute(run.href)}" rel="noopener"`);
  if (run.strong) marks.push('strong');
  if (run.em) marks.push('em');
  return marks;
}

function closing(marks: string[]): string {
  return marks
    .toReversed()
    .map((mark) => `</${mark.split(' ')[0]}>`)
    .join('');
}
