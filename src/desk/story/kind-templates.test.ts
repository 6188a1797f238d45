/** A new story of a kind begins with its shape, which cannot go out as it is. */
import { expect, it } from 'vitest';
import { checkCopy } from '../../checks/check-copy.ts';
import { textOfBlocks } from '../../kit/block-text.ts';
import { readBlocks } from '../../kit/body-blocks.ts';
import { noHtml } from '../../kit/safe-html.ts';
import { storyKinds } from '../../kit/story-kind.ts';
import { templateOf } from './kind-templates.ts';

const SITE = 'https://post.example';

it.each(storyKinds.filter((kind) => templateOf(kind, SITE) !== noHtml))(
  'the shape of %s is blocks that we know, and the gate does not let it through',
  (kind) => {
    const bodyText = textOfBlocks(readBlocks(templateOf(kind, SITE)));
    expect(bodyText).not.toMatch(/:::|^#|\*/mu);
    const copy = { headline: 'A headline', dek: '', byline: 'Ada Lind', bodyText, language: 'en', kind };
    const found = checkCopy({ ...copy, pickedUp: false, credit: '', originalLink: null, hops: [] });
    const critical = found.filter(({ severity }) => severity === 'critical').map(({ check }) => check);
    expect(critical).toContain('note-to-ourselves');
    expect(critical.filter((check) => check !== 'note-to-ourselves')).toEqual([]);
  },
);

it('news and a live story begin empty', () => {
  expect([templateOf('news', SITE), templateOf('live', SITE)]).toEqual([noHtml, noHtml]);
});
