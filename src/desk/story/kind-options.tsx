/** The kinds of stories, as an editor chooses one. */
import { type StoryKind, storyKinds } from '../../kit/story-kind.ts';

const kindWords: Record<StoryKind, string> = {
  news: 'News',
  analysis: 'Analysis',
  opinion: 'Opinion',
  explainer: 'Explainer',
  live: 'Live',
  correction: 'Correction',
  obituary: 'Obituary',
  letters: 'Letters',
};

export function KindOptions({ chosen }: { chosen: string }) {
  return (
    <>
      {storyKinds.map((kind) => (
        <option key={kind} value={kind} selected={kind === chosen}>
          {kindWords[kind]}
        </option>
      ))}
    </>
  );
}
