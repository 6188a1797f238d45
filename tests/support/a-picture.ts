/** A picture for tests that look at what is around it. */
import { type Picture, pictureOf } from '../../src/media/picture.ts';

export function aPicture(more: { id: string; width?: number; height?: number; alt?: string }): Picture {
  return pictureOf({
    alt: '',
    caption: '',
    credit: '',
    width: 1,
    height: 1,
    version: 1,
    cuts_json: '{}',
    is_decorative: 0,
    is_moving: 0,
    creator: '',
    copyright: '',
    usage_terms: '',
    web_statement: '',
    licensor: '',
    source_type: '',
    ...more,
  });
}
