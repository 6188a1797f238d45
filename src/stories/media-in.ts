/** Which media a copy shows: the picture at its head, and those of its body. */
import { mediaIdsOf } from '../kit/body-media.ts';
import type { Copy } from './story.ts';

export function mediaIn({ pictureId, bodyHtml }: Pick<Copy, 'pictureId' | 'bodyHtml'>): string[] {
  return [...new Set([...(pictureId ? [pictureId] : []), ...mediaIdsOf(bodyHtml)])];
}
