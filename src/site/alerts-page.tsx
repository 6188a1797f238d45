/** The reader's own page of alerts: what this device hears of, changed or ended here, and the last that was sent to it. */
import type { Topic } from '../stories/sections.ts';
import { Says } from './follow-box.tsx';
import { type Frame, SitePage } from './frame.tsx';

interface Props {
  frame: Frame;
  topics: readonly Topic[];
}

const levels = ['routine', 'urgent', 'bulletin', 'flash'] as const;

export function AlertsPage({ frame, topics }: Props) {
  const { words, masthead, sections } = frame;
  const say = words.alertsPage;
  return (
    <SitePage
      frame={frame}
      head={{ title: `${say.title} — ${masthead.name}`, path: '/alerts', description: say.say, index: false }}
    >
      <div class="page alerts-page furniture" data-alerts-page>
        <header class="page-head">
          <h1>{say.title}</h1>
          <p class="say">{say.say}</p>
        </header>
        <noscript>
          <p>{say.noScript}</p>
        </noscript>
        <div data-state role="status">
          <State name="off">{say.off}</State>
          <State name="is-on">{say.isOn}</State>
          <State name="waiting">{say.waiting}</State>
          <State name="gone">{say.gone}</State>
          <State name="saved">{say.saved}</State>
          <State name="ended">{say.ended}</State>
        </div>
        <form data-alerts-form hidden>
          <EverythingAt frame={frame} />
          <Boxes title={say.sections} kind="section" things={sections} />
          <Boxes title={say.topics} kind="topic" things={topics} />
          <fieldset data-stories hidden>
            <legend>{say.stories}</legend>
            <div class="opts" data-stories-list />
          </fieldset>
          <p class="actions">
            <button type="submit" data-save data-words-on={words.alertBox.turnOn} data-words-save={say.save}>
              {words.alertBox.turnOn}
            </button>
            <button type="button" class="quiet" data-end hidden>
              {say.end}
            </button>
          </p>
        </form>
        <Says words={words} />
        <section aria-labelledby="sent-title" data-sent hidden>
          <h2 id="sent-title">{say.sent}</h2>
          <p data-sent-none>{say.sentNone}</p>
          <ol class="log" data-sent-list />
        </section>
      </div>
    </SitePage>
  );
}

function State({ name, children }: { name: string; children: string }) {
  return (
    <p data-state-is={name} hidden>
      {children}
    </p>
  );
}

function EverythingAt({ frame: { words } }: { frame: Frame }) {
  const say = words.alertsPage;
  return (
    <div class="field">
      <label for="all-level">{say.everythingAt}</label>
      <select id="all-level" name="all">
        <option value="">{say.none}</option>
        {levels.map((level) => (
          <option key={level} value={level} selected={level === 'urgent'}>
            {say.levels[level]}
          </option>
        ))}
      </select>
    </div>
  );
}

function Boxes(props: { title: string; kind: string; things: readonly { id: string; name: string }[] }) {
  if (props.things.length === 0) return null;
  return (
    <fieldset>
      <legend>{props.title}</legend>
      <div class="opts">
        {props.things.map(({ id, name }) => (
          <label key={id} class="chip">
            <input type="checkbox" name="follow" value={`${props.kind}:${id}:routine`} />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
