/** HTML that stands in a page as it is. Pages put it there by this alone, and it takes only what was made safe. */
import type { SafeHtml } from '../kit/safe-html.ts';

/** The properties of an element that holds it: `<div {...markup(story.bodyHtml)} />`. */
export function markup(html: SafeHtml): { dangerouslySetInnerHTML: { __html: string } } {
  return { dangerouslySetInnerHTML: { __html: html } };
}
