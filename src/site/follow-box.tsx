/** ‘Hear it first, on this device’: where a reader asks for alerts. Hidden until the script that can do it is there. */
import { directionOf } from '../kit/language-tag.ts';
import { keptPart } from '../views/kept-part.ts';
import type { TimePlace } from '../views/when.ts';
import type { Words } from '../views/words/catalog.ts';

/** One thing that can be followed, as a chip. */
export interface FollowChoice {
  kind: 'all' | 'section' | 'topic' | 'source' | 'story';
  subjectId: string;
  level: 'routine' | 'urgent' | 'bulletin' | 'flash';
  label: string;
  checked: boolean;
}

interface Named {
  id: string;
  name: string;
}

/** The chips after a story: the story itself, its section, its topics, everything urgent. Of one that has ended nothing more is offered. */
export function storyChoices(
  words: Words,
  story: { storyId: string; section: Named | null; topics: readonly Named[]; hasEnded: boolean },
): FollowChoice[] {
  const of = (kind: FollowChoice['kind'], { id, name }: Named): FollowChoice => {
    return { kind, subjectId: id, level: 'routine', label: name, checked: false };
  };
  const offered = [
    ...(story.hasEnded ? [] : [of('story', { id: story.storyId, name: words.alertBox.thisStory })]),
    ...(story.section ? [of('section', story.section)] : []),
    ...story.topics.slice(0, 3).map((topic) => of('topic', topic)),
    urgentChoice(words),
  ];
  return offered.map((choice, at) => ({ ...choice, checked: at === 0 }));
}

/** The chips on a list: its own subject, and everything urgent. */
export function listChoices(words: Words, kind: 'section' | 'topic' | 'source', of: Named): FollowChoice[] {
  return [{ kind, subjectId: of.id, level: 'routine', label: of.name, checked: true }, urgentChoice(words)];
}

function urgentChoice(words: Words): FollowChoice {
  return { kind: 'all', subjectId: '', level: 'urgent', label: words.alertBox.urgent, checked: false };
}

interface Props {
  words: Words;
  choices: readonly FollowChoice[];
  /** The story below which it stands: whoever follows it can stop it here. */
  storyId?: string;
  /** The paper's: the box speaks its language and runs its way, also beside a story in another. */
  place: TimePlace;
  /** Before the path of the page where alerts are changed. */
  under: string;
}

export function FollowBox({ words, choices, storyId, place, under }: Props) {
  const say = words.alertBox;
  const offersStory = choices.some(({ kind }) => kind === 'story');
  return (
    <section
      class="follow furniture"
      id="follow"
      lang={place.language}
      dir={directionOf(place.language)}
      aria-labelledby="follow-title"
      data-follow={storyId ?? ''}
      hidden
    >
      <h2 id="follow-title">{say.title}</h2>
      {storyId && keptPart(words, 'story state', () => <StoryState words={words} />)}
      <form data-follow-form>
        <fieldset class="opts" data-live={storyId && 'follow-choices'}>
          <legend class="aside-voice">{say.what}</legend>
          {choices.map((choice) => (
            <label key={`${choice.kind}:${choice.subjectId}`} class="chip">
              <input
                type="checkbox"
                name="follow"
                value={`${choice.kind}:${choice.subjectId}:${choice.level}`}
                checked={choice.checked}
              />
              <span dir="auto">{choice.label}</span>
            </label>
          ))}
        </fieldset>
        <p class="actions">
          <button type="submit" data-words-more={say.more}>
            {say.turnOn}
          </button>{' '}
          <a href={`${under}/alerts`}>{say.change}</a>
        </p>
      </form>
      {keptPart(words, 'follow', () => (
        <FollowWords words={words} />
      ))}
      {offersStory && <p class="small">{say.thisStoryEnds}</p>}
      <p class="small">{say.promise}</p>
    </section>
  );
}

/** What this device hears of the story already, and the button that ends it. */
function StoryState({ words: { alertBox: say } }: { words: Words }) {
  return (
    <div data-story-state role="status">
      <p data-story-is="follows" hidden>
        {say.follows}
      </p>
      <p data-story-is="stopped" hidden>
        {say.stopped}
      </p>
      <p class="actions">
        <button type="button" class="quiet" data-story-do="stop" hidden>
          {say.stop}
        </button>
        <button type="button" class="quiet" data-story-do="hear" hidden>
          {say.hearAgain}
        </button>
      </p>
    </div>
  );
}

/** Every state in words, of which the script shows one; and the guide that only iOS needs. */
export function FollowWords({ words }: { words: Words }) {
  const say = words.alertBox;
  const states = ['asking', 'on', 'added', 'nothing', 'denied', 'unsupported', 'failed', 'crowded'] as const;
  return (
    <div data-follow-says role="status">
      {states.map((state) => (
        <p key={state} data-say={state} hidden>
          {say[state]}
        </p>
      ))}
      <div data-say="install" hidden>
        <h3>{say.installTitle}</h3>
        <p>{say.install.why}</p>
        <ol>
          <li>{say.install.share}</li>
          <li>{say.install.add}</li>
          <li>{say.install.open}</li>
        </ol>
      </div>
      <p data-say="install-elsewhere" hidden>
        {say.install.otherBrowser}
      </p>
      <p data-say="install-old" hidden>
        {say.install.old}
      </p>
    </div>
  );
}
