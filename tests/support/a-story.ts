/** A published story for tests of pure rules: an hour old, in English, without a picture. */
import { HOUR } from '../../src/kit/clock.ts';
import type { PublishedSummary } from '../../src/stories/read.ts';
import { THAT_DAY } from './newsroom.ts';

export const aStory = (id: string, more: Partial<PublishedSummary> = {}): PublishedSummary => ({
  editionId: `${id}-edition`,
  storyId: id,
  language: 'en',
  path: `/sea/${id}`,
  headline: id,
  dek: '',
  byline: '',
  section: null,
  source: null,
  hopParties: [],
  fromLanguage: null,
  picture: null,
  alertLevel: null,
  kind: 'news',
  unread: false,
  corrected: false,
  indexPolicy: 'index' as const,
  listedAt: THAT_DAY,
  firstPublishedAt: THAT_DAY - HOUR,
  publishedAt: THAT_DAY - HOUR,
  ...more,
});
