/**
 * The reader's own page of alerts: what this device hears of and how, the last that was sent to it, and the end of it all.
 * The script fills it in; every word it may need stands here.
 */
import type { Topic } from '../stories/sections.ts';
import { How } from './alerts-how.tsx';
import { FollowWords } from './follow-box.tsx';
import { type Frame, SitePage } from './frame.tsx';

interface Named {
  id: string;
  name: string;
}

interface Props {
  frame: Frame;
  topics: readonly Topic[];
  sources: readonly Named[];
  /** BCP 47, of published editions. */
  languages: readonly string[];
}

const levels = ['routine', 'urgent', 'bulletin', 'flash'] as const;
const FEW = 8; // rows that stand open; more are folded away

export function AlertsPage(props: Props) {
  const { frame, topics, sources } = props;
  const { words, masthead, sections } = frame;
  const say = words.alertsPage;
  return (
    <SitePage
      frame={frame}
      ofAlerts="own-alerts"
      head={{
        title: `${say.title} — ${masthead.name}`,
        path: `${frame.under}/alerts`,
        description: say.say,
        index: false,
      }}
    >
      <div class="page alerts-page furniture" data-alerts-page>
        <header class="page-head">
          <h1>{say.title}</h1>
          <p class="say">{say.say}</p>
        </header>
        <noscript>
          <p>{say.noScript}</p>
        </noscript>
        <States frame={frame} />
        <StopOne frame={frame} />
        <form data-alerts-form hidden>
          <section aria-labelledby="what-title">
            <h2 id="what-title">{say.what}</h2>
            <ul class="wishes">
              <Wish frame={frame} kind="all" id="" name={say.all} level="urgent" />
            </ul>
            <Wishes frame={frame} title={say.sections} kind="section" things={sections} />
            <Wishes frame={frame} title={say.topics} kind="topic" things={topics} />
            <Wishes frame={frame} title={say.sources} kind="source" things={sources} />
            <Stories frame={frame} />
          </section>
          <How {...props} />
          <p class="actions" data-begin>
            <button type="submit">{words.alertBox.turnOn}</button>
          </p>
        </form>
        <FollowWords words={words} />
        <Sent frame={frame} />
        <div class="end" data-end-part hidden>
          <button type="button" class="quiet" data-end>
            {say.end}
          </button>
          <p class="small">{say.endWhy}</p>
        </div>
        <PageWords frame={frame} />
      </div>
    </SitePage>
  );
}

function States({ frame: { words } }: { frame: Frame }) {
  const say = words.alertsPage;
  const states = {
    off: say.off,
    'is-on': say.isOn,
    waiting: say.waiting,
    gone: say.gone,
    ended: say.endedAll,
  };
  return (
    <div class="state" data-state role="status">
      {Object.entries(states).map(([name, said]) => (
        <p key={name} data-state-is={name} hidden>
          {said}
        </p>
      ))}
    </div>
  );
}

/** Where the notification's own button leads in a browser whose worker cannot act: one tap more. */
function StopOne({ frame: { words } }: { frame: Frame }) {
  const say = words.alertsPage;
  return (
    <section class="stop-one" data-stop-one aria-labelledby="stop-title" hidden>
      <h2 id="stop-title">{say.stopTitle}</h2>
      <p>{say.stopSay}</p>
      <p class="actions">
        <button type="button" data-stop-yes>
          {words.alertBox.stop}
        </button>
      </p>
    </section>
  );
}

function Wishes(props: { frame: Frame; title: string; kind: string; things: readonly Named[] }) {
  const { frame, title, kind, things } = props;
  if (things.length === 0) return null;
  const rows = (
    <ul class="wishes">
      {things.map(({ id, name }) => (
        <Wish key={id} frame={frame} kind={kind} id={id} name={name} level="" />
      ))}
    </ul>
  );
  if (things.length <= FEW)
    return (
      <fieldset>
        <legend>{title}</legend>
        {rows}
      </fieldset>
    );
  return (
    <details data-wishes={kind}>
      <summary>{`${title} (${things.length})`}</summary>
      {rows}
    </details>
  );
}

function Wish(props: { frame: Frame; kind: string; id: string; name: string; level: string }) {
  const { frame, kind, id, name, level } = props;
  const say = frame.words.alertsPage;
  return (
    <li>
      <label for={`wish-${kind}-${id}`}>{name}</label>
      <select id={`wish-${kind}-${id}`} data-wish={`${kind}:${id}`} aria-label={say.levelOf(name)}>
        <option value="">{say.none}</option>
        {levels.map((one) => (
          <option key={one} value={one} selected={one === level}>
            {say.levels[one]}
          </option>
        ))}
      </select>
    </li>
  );
}

/** Single stories: followed, ended by themselves, stopped. Filled in by the script. */
function Stories({ frame: { words } }: { frame: Frame }) {
  const say = words.alertsPage;
  const lists = [
    { name: 'stories', title: say.stories, why: say.storiesEnd },
    { name: 'ended', title: say.ended, why: say.endedWhy },
    { name: 'stopped', title: say.stopped, why: '' },
  ];
  return (
    <>
      {lists.map(({ name, title, why }) => (
        <fieldset key={name} data-list={name} hidden>
          <legend>{title}</legend>
          {why !== '' && <p class="small">{why}</p>}
          <ul class="wishes" />
        </fieldset>
      ))}
    </>
  );
}

function Sent({ frame: { words } }: { frame: Frame }) {
  const say = words.alertsPage;
  return (
    <section aria-labelledby="sent" data-sent hidden>
      <h2 id="sent">{say.sent}</h2>
      <p data-sent-none>{say.sentNone}</p>
      <ol class="sent" data-sent-list />
    </section>
  );
}

/** Words that the script puts where they are needed. */
function PageWords({ frame: { words } }: { frame: Frame }) {
  const say = words.alertsPage;
  const all = {
    saved: say.saved,
    saving: say.saving,
    unfollow: say.unfollow,
    'follow-again': say.followAgain,
    'hear-again': say.hearAgain,
    ...Object.fromEntries(Object.entries(say.states).map(([name, said]) => [`state-${name}`, said])),
    ...Object.fromEntries(Object.entries(say.kinds).map(([name, said]) => [`kind-${name}`, said])),
    ...Object.fromEntries(Object.entries(words.levels).map(([name, said]) => [`level-${name}`, said])),
  };
  return (
    <>
      {Object.entries(all).map(([name, said]) => (
        <template key={name} data-word={name}>
          {said}
        </template>
      ))}
    </>
  );
}
