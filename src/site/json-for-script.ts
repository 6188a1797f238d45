/** JSON as it stands in a page. */
import type { SafeHtml } from '../kit/safe-html.ts';

/** JSON for a script element: no `<` in it, so that nothing in the text can end the element. */
export function jsonForScript(data: object): SafeHtml {
  return JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029') as SafeHtml;
}
