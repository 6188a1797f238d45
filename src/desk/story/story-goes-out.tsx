/** What a publication takes out: where readers will find the story, and what of it is other than they have it, word by word. */
import { directionOf } from '../../kit/language-tag.ts';
import { slugOf } from '../../kit/slug.ts';
import type { DeskStory } from '../../stories/desk-read.ts';
import { storyPath } from '../../stories/story.ts';
import { DiffText } from '../views/diff-text.tsx';
import { englishName } from '../views/words.ts';
import { LivePart } from './live-part.tsx';
import { COPY_FORM, type CopyChange, type StoryPartProps } from './story-view.ts';

/** For a story that is not out: section and address. For one that is: what waits, in words. */
export function GoesOut(props: StoryPartProps) {
  const { story, edition, frame } = props;
  return (
    <LivePart id="publish-goes-out" class="goes-out" story={story} frame={frame}>
      {story.status === 'published' ? (
        <Waiting {...props} />
      ) : (
        <Place story={story} headline={edition.copy.headline} language={edition.language} />
      )}
    </LivePart>
  );
}

function Place({ story, headline, language }: { story: DeskStory; headline: string; language: string }) {
  const path = storyPath(story.section?.slug ?? null, slugOf(headline, language) || '…');
  return (
    <p>
      {story.section ? (
        <>
          Section: <b>{story.section.name}</b>.
        </>
      ) : (
        <b class="unsure">No section: it stands in no section’s list.</b>
      )}{' '}
      Address: <span class="address">{path}</span>
    </p>
  );
}

function Waiting({ story, copyChanges }: Pick<StoryPartProps, 'story' | 'copyChanges'>) {
  const filed = filedChanges(story);
  return (
    <>
      {story.notPublished.length === 0 && <p class="dim">Nothing has changed since readers saw it.</p>}
      {filed.length > 0 && (
        <ul class="plain">
          {filed.map(({ part, from, to }) => (
            <li key={part}>
              {part}: {from} → <b>{to}</b>
            </li>
          ))}
        </ul>
      )}
      <CopyChanges changes={copyChanges} />
    </>
  );
}

/** The words that change, in each edition whose copy is other than readers have it. */
function CopyChanges({ changes }: { changes: CopyChange[] }) {
  return (
    <>
      {changes.map(({ language, changed }) => (
        <div key={language} class="field">
          <span class="dim">The {englishName(language)} copy changes:</span>
          <p class="diff pre" lang={language} dir={directionOf(language)}>
            {changed.length === 0 ? (
              <i class="dim">the picture, or how its words look</i>
            ) : (
              <DiffText changes={changed} />
            )}
          </p>
        </div>
      ))}
    </>
  );
}

/** Section, topics, level, replies and kind, as readers have them and as they are to be. */
function filedChanges(story: DeskStory): { part: string; from: string; to: string }[] {
  const { forReaders: was } = story;
  const topics = (of: Pick<DeskStory, 'topics'>) => of.topics.map(({ name }) => name).join(', ') || 'none';
  const replies = (open: boolean) => (open ? 'open' : 'closed');
  const all = {
    section: [was.section?.name ?? 'none', story.section?.name ?? 'none'],
    topics: [topics(was), topics(story)],
    level: [was.alertLevel ?? 'none', story.alertLevel ?? 'none'],
    replies: [replies(was.repliesOpen), replies(story.repliesOpen)],
    kind: [was.kind, story.kind],
  };
  return story.notPublished.flatMap((part) => {
    if (part === 'copy') return [];
    const [from = '', to = ''] = all[part];
    return [{ part, from, to }];
  });
}

/** The words that the correction changes; where it changes none, it is asked whether the notice is to go out alone. */
export function NoticeAlone(props: StoryPartProps) {
  const { story, frame, copyChanges, refused } = props;
  return (
    <LivePart id="correct-changes" story={story} frame={frame}>
      {copyChanges.length > 0 ? (
        <CopyChanges changes={copyChanges} />
      ) : (
        <div class="notice unsure">
          <p>The copy has not changed since readers saw it: what was wrong still stands there.</p>
          <label class="check">
            <input type="checkbox" name="noticeAlone" value="yes" form={COPY_FORM} />
            Publish the notice all the same, with the copy as it is
          </label>
          {refused?.fields.noticeAlone && <p class="wrong">{refused.fields.noticeAlone}</p>}
        </div>
      )}
    </LivePart>
  );
}
