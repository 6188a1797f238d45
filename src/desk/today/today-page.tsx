/** Today: what the next shift is to know, what is planned and who does it, and what wants a hand. */
import { directionOf } from '../../kit/language-tag.ts';
import { dayAfter } from '../../kit/local-time.ts';
import { type DeskKey, DeskPage, FormToken, Notice } from '../views/desk-layout.tsx';
import { longDay, timeInWords } from '../views/plan-words.ts';
import type { Want } from './few-wants.ts';
import { HandoverForm, OpenHandovers } from './handover-part.tsx';
import { PlanRows } from './plan-rows.tsx';
import { type TodayProps, todayPath } from './today-view.ts';

const keys: DeskKey[] = [
  { keys: ['j', 'k'], does: 'next and previous line', foot: true },
  { keys: ['i'], does: 'put something on the plan', foot: true },
  { keys: ['a'], does: 'choose who does the chosen one', foot: true },
  { keys: ['t'], does: 'take the chosen one yourself', foot: true },
  { keys: ['s'], does: 'write the story of it, or open it', foot: true },
  { keys: ['x'], does: 'take it off the plan' },
  { keys: ['c'], does: 'a change of its calendar is seen' },
  { keys: ['Enter'], does: 'open the chosen line' },
  { keys: ['m'], does: 'mine, or everyone’s' },
  { keys: ['v'], does: 'the day, or the week' },
  { keys: ['['], does: 'the day or week before' },
  { keys: [']'], does: 'the one after' },
  { keys: ['h'], does: 'hand over to the next shift' },
  { keys: ['y'], does: 'take a handover' },
];

export function TodayPage(props: TodayProps) {
  const { frame, view, today, when } = props;
  const here = todayPath(view, today);
  const isToday = view.day === today && view.span === 'day';
  return (
    <DeskPage {...frame} title={isToday ? 'Today' : longDay(view.day, when)} current="today" keys={keys}>
      <div class="page-head">
        <h1>{isToday ? 'Today' : view.span === 'week' ? 'The week' : longDay(view.day, when)}</h1>
        <div class="actions">
          <a class="btn quiet" href="/desk/today/calendars">
            Calendars
          </a>
        </div>
      </div>
      {(isToday || view.span === 'week') && <p class="lead">{spanInWords(props)}</p>}
      {props.done && <Notice kind="good">{props.done}</Notice>}
      {props.refused && <Notice kind="bad">{props.refused}</Notice>}
      <div id="handovers" data-live="plan" data-live-from={here}>
        <OpenHandovers frame={frame} when={when} handovers={props.handovers} />
      </div>
      <Ways {...props} />
      <AddLine {...props} />
      <div id="plan" data-live="plan stories" data-live-from={here}>
        <PlanRows {...props} />
        {props.next && (
          <p>
            <a class="btn quiet" href={todayPath({ ...view, after: props.next }, today)}>
              More
            </a>
          </p>
        )}
        {props.dropped.length > 0 && <Dropped {...props} />}
      </div>
      <h2 id="hand">What wants a hand</h2>
      <div id="wants" data-live="plan stories items replies sources bar" data-live-from={here}>
        <Wants wants={props.wants} />
      </div>
      <HandoverForm frame={frame} />
    </DeskPage>
  );
}

function spanInWords({ view, when }: TodayProps): string {
  if (view.span === 'day') return longDay(view.day, when);
  return `${longDay(view.day, when)} to ${longDay(dayAfter(view.day, 6), when)}`;
}

/** Days before and after, day or week, whose. */
function Ways({ view, today, you, colleagues }: TodayProps) {
  const step = view.span === 'week' ? 7 : 1;
  const to = (change: Partial<typeof view>) => todayPath({ ...view, after: '', ...change }, today);
  const isOther = view.who !== '' && view.who !== you.id;
  return (
    <nav class="filters" aria-label="Days and people">
      <a href={to({ day: dayAfter(view.day, -step) })} data-key="[" aria-keyshortcuts="[" aria-label="Before">
        ←
      </a>
      <a href={to({ day: today })} aria-current={view.day === today ? 'page' : undefined}>
        Today
      </a>
      <a href={to({ day: dayAfter(view.day, step) })} data-key="]" aria-keyshortcuts="]" aria-label="After">
        →
      </a>
      <a
        href={to({ span: view.span === 'week' ? 'day' : 'week' })}
        aria-current={view.span === 'week' ? 'true' : undefined}
        data-key="v"
        aria-keyshortcuts="v"
      >
        Week
      </a>
      <a
        href={to({ who: view.who === you.id ? '' : you.id })}
        aria-current={view.who === you.id ? 'true' : undefined}
        data-key="m"
        aria-keyshortcuts="m"
      >
        Mine
      </a>
      <form class="inline" action="/desk/today" data-send-on-change>
        {view.day !== today && <input type="hidden" name="day" value={view.day} />}
        {view.span === 'week' && <input type="hidden" name="span" value="week" />}
        <label class="unseen" for="who">
          Whose
        </label>
        <select id="who" name="who" class="small">
          <option value="">Everyone</option>
          {colleagues.map(({ id, name }) => (
            <option key={id} value={id} selected={isOther && view.who === id}>
              {name}
            </option>
          ))}
        </select>
        <button type="submit" class="quiet small no-script">
          Show
        </button>
      </form>
    </nav>
  );
}

function AddLine({ frame, view, today, line }: TodayProps) {
  return (
    <form class="plan-line" method="post" action="/desk/today/items">
      <FormToken form={frame.form} />
      <input type="hidden" name="day" value={view.day} />
      <input type="hidden" name="back" value={todayPath(view, today)} />
      <label for="line">On the plan</label>
      <input
        id="line"
        name="line"
        value={line}
        dir="auto"
        autocomplete="off"
        maxlength={600}
        required
        data-key="i"
        aria-keyshortcuts="i"
        aria-describedby="line-hint"
        placeholder="14:30 Council on the harbour budget @petros due 18:00 (City Hall)"
      />
      <button type="submit">Add</button>
      <small id="line-hint">Hour, @who, due and (place) may be left out.</small>
    </form>
  );
}

function Dropped({ dropped, frame, view, today, when }: TodayProps) {
  return (
    <details class="more">
      <summary>Taken off the plan ({dropped.length})</summary>
      <ul class="wants">
        {dropped.map((item) => (
          <li key={item.id}>
            <span class="dim">{timeInWords(item.time, when)}</span> <bdi>{item.what}</bdi>
            <form class="inline" method="post" action={`/desk/today/items/${item.id}/back`}>
              <FormToken form={frame.form} />
              <input type="hidden" name="back" value={todayPath(view, today)} />
              <button type="submit" class="quiet small">
                Put back
              </button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Wants({ wants }: { wants: Want[] }) {
  if (wants.length === 0) return <p class="empty">Nothing. Go and find something out.</p>;
  return (
    <ul class="wants">
      {wants.map((want) => (
        <li key={want.id} id={want.id} data-row>
          <span class={want.isLoud ? 'tag live' : 'tag'}>{want.kind}</span>
          <a
            href={want.href}
            {...(want.language === null
              ? { dir: 'auto' as const }
              : { lang: want.language, dir: directionOf(want.language) })}
          >
            {want.words}
          </a>
          <span class="dim">{want.says}</span>
        </li>
      ))}
    </ul>
  );
}
