/** An edition as one run of words, by which it is told whether a sentence stands in what readers see. */
import { htmlToText } from '../kit/safe-html.ts';

/** Whether readers of this copy see the words, however they are spaced. */
export function readersSee(copy: {
  headline: string;
  dek: string;
  bodyHtml: string;
}): (words: string) => boolean {
  const text = bare(`${copy.headline} ${copy.dek} ${htmlToText(copy.bodyHtml)}`);
  return (words) => text.includes(bare(words));
}

const bare = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
