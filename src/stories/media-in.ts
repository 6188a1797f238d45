/** Which media a copy shows: the picture at its head, and those of its body. */
import type { Copy } from './story.ts';

const IN_BODY = /\sdata-media="([\w-]{1,64})"/g;

export function mediaIn({ pictureId, bodyHtml }: Pick<Copy, 'pictureId' | 'bodyHtml'>): string[] {
  const inBody = [...bodyHtml.matchAll(IN_BODY)].map(([, id = '']) => id);
  return [...new Set([...(pictureId ? [pictureId] : []), ...inBody])];
}
