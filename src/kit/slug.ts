/** Words for an address: ASCII, lower case, hyphens. */
import anyAscii from 'any-ascii';

const LONGEST = 80; // characters; longer addresses are cut by mail programs and never read

/** The slug of a headline in any script; empty when nothing of it can be written in ASCII. */
export function slugOf(text: string): string {
  const words = anyAscii(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (words.length <= LONGEST) return words;
  const cut = words.slice(0, LONGEST + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 20)).replace(/-+$/, '');
}
