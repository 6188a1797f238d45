/** Elements of some HTML one after the other, each written anew or left: in time proportional to the text. */
import { attributesOfTag } from './pictures.ts';

type Making = (attributes: Record<string, string>, inner: string) => string | null;

/** Writes each innermost element of a name anew; null leaves it as it is. */
export function eachElement(html: string, name: string, make: Making): string {
  const open = new RegExp(`<${name}(?=[\\s/>])([^<>]*)>`, 'gi');
  const close = new RegExp(`</${name}\\s*>`, 'gi');
  let written = '';
  let from = 0;
  let found = open.exec(html);
  while (found) {
    close.lastIndex = open.lastIndex;
    const end = close.exec(html);
    if (!end) break; // of what is never closed nothing is known
    let next = open.exec(html);
    while (next && next.index < end.index) {
      found = next;
      next = open.exec(html);
    }
    const begin = found.index + found[0].length;
    const made = make(attributesOfTag(found[1] ?? ''), html.slice(begin, end.index));
    if (made !== null) {
      written += html.slice(from, found.index) + made;
      from = end.index + end[0].length;
    }
    found = next;
  }
  return written + html.slice(from);
}
