/** ‘Hear it first, on this device’: where a reader asks for alerts. Hidden until the script that can do it is there. */
import type { Words } from '../views/words/words.ts';

/** One thing that can be followed, as a chip. */
export interface Choice {
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

/** The chips after a story: the story itself, its section, its topics, everything urgent. */
export function storyChoices(
  words: Words,
  story: { storyId: string; section: Named | null; topics: readonly Named[] },
): Choice[] {
  const of = (kind: Choice['kind'], { id, name }: Named): Choice => {
    return { kind, subjectId: id, level: 'routine', label: name, checked: false };
  };
  return [
    { ...of('story', { id: story.storyId, name: words.alertBox.thisStory }), checked: true },
    ...(story.section ? [of('section', story.section)] : []),
    ...story.topics.slice(0, 3).map((topic) => of('topic', topic)),
    urgentChoice(words),
  ];
}

/** The chips on a list: its own subject, and everything urgent. */
export function listChoices(words: Words, kind: 'section' | 'topic' | 'source', of: Named): Choice[] {
  return [{ kind, subjectId: of.id, level: 'routine', label: of.name, checked: true }, urgentChoice(words)];
}

function urgentChoice(words: Words): Choice {
  return { kind: 'all', subjectId: '', level: 'urgent', label: words.alertBox.urgent, checked: false };
}

export function FollowBox({ words, choices }: { words: Words; choices: readonly Choice[] }) {
  const say = words.alertBox;
  return (
    <section class="follow furniture" id="follow" aria-labelledby="follow-title" data-follow hidden>
      <h2 id="follow-title">{say.title}</h2>
      <form data-follow-form>
        <fieldset class="opts">
          <legend class="aside-voice">{say.what}</legend>
          {choices.map((choice) => (
            <label key={`${choice.kind}:${choice.subjectId}`} class="chip">
              <input
                type="checkbox"
                name="follow"
                value={`${choice.kind}:${choice.subjectId}:${choice.level}`}
                checked={choice.checked}
              />
              {choice.label}
            </label>
          ))}
        </fieldset>
        <p class="actions">
          <button type="submit">{say.turnOn}</button>
          <a href="/alerts">{say.change}</a>
        </p>
      </form>
      <Says words={words} />
      <p class="small">{say.promise}</p>
    </section>
  );
}

/** Every state in words, of which the script shows one; and the guide that only iOS needs. */
export function Says({ words }: { words: Words }) {
  const say = words.alertBox;
  const states = ['asking', 'on', 'added', 'nothing', 'denied', 'unsupported', 'failed'] as const;
  return (
    <div data-follow-says role="status">
      {states.map((state) => (
        <p key={state} data-say={state} hidden>
          {say[state]}
        </p>
      ))}
      <div data-say="install" hidden>
        <h3>{say.installTitle}</h3>
        <p>{say.install}</p>
      </div>
    </div>
  );
}
