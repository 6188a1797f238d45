/** Which take readers have, beside the story and on the page of its takes: what left them is said to have been theirs. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Visitor } from '../../../tests/support/door.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../../tests/support/site-cast.ts';
import { openWholeDesk, type WholeDesk } from '../../../tests/support/whole-desk.ts';
import { theNewsroomItself as by } from '../../newsroom.ts';
import { killStory } from '../../stories/kill.ts';
import { mergeStory, partStory } from '../../stories/merge.ts';

onEachEngine('the takes of a story', (newsroom) => {
  let paper: Paper;
  let desk: WholeDesk;
  let editor: Visitor;

  beforeAll(async () => {
    paper = await openPaper(newsroom());
    desk = await openWholeDesk(newsroom());
    editor = await desk.signedIn('editor', 'Ada Lind');
  });
  afterAll(async () => {
    await desk.app.close();
    await paper.close();
  });

  const said = async (storyId: string) => {
    const pages = [`/desk/stories/${storyId}?look=1`, `/desk/stories/${storyId}/takes`];
    return Promise.all(
      pages.map(async (path) => /readers (?:see|saw) this/.exec((await editor.get(path)).body)?.[0] ?? ''),
    );
  };
  const twice = (words: string) => [words, words];

  it('are seen while the story is out, and were seen when it was merged, until it is parted, or killed', async () => {
    const one = await paper.publish({ copy: { headline: 'Ferries stop' } });
    const other = await paper.publish({ copy: { headline: 'No ferries today' } });
    const { storyId } = one;
    expect(await said(storyId)).toEqual(twice('readers see this'));
    await mergeStory(newsroom(), { storyId, into: other.path, by });
    expect(await said(storyId)).toEqual(twice('readers saw this'));
    await partStory(newsroom(), { storyId, by });
    expect(await said(storyId)).toEqual(twice('readers see this'));
    await killStory(newsroom(), { storyId, notice: 'It was not so.', by });
    expect(await said(storyId)).toEqual(twice('readers saw this'));
  });
});
