/** WordPress's captions in square brackets: a picture with its words, as a figure. */
import { attributesIn } from './shortcode-attributes.ts';

const CAPTION =
  /(?:<p>\s*)?\[caption\b([^[\]]*)\]((?:(?!\[\/?caption\b)[\s\S])*?)\[\/caption\](?:\s*<\/p>)?/gi;

/** WordPress's captions, and nothing else of it, in a text that came from there by way of another house. */
export const withCaptions = (html: string): string =>
  html.includes('[/caption]')
    ? html.replace(CAPTION, (_code, words: string, content: string) =>
        captioned({ attributes: attributesIn(words), content }),
      )
    : html;

/** The picture, and what stands behind it as its caption; older ones have the caption among the attributes. */
export function captioned({
  attributes,
  content,
}: {
  attributes: Record<string, string>;
  content: string | null;
}): string {
  const inner = content ?? '';
  const found = /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i.exec(inner);
  if (!found) return inner;
  const caption = attributes.caption || (found[2] ?? '').trim();
  return `\n\n<figure>${found[1]}${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}</figure>\n\n`;
}
