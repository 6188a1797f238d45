/** One item of the plan, to be written: what, where, when, who, until when, and a note. */
import { localDay } from '../../kit/local-time.ts';
import type { Refusal } from '../../kit/refusal.ts';
import type { PlanItem } from '../../planning/read-plan.ts';
import { type DeskFrame, type DeskKey, DeskPage, Field, FormToken, Notice } from '../views/desk-layout.tsx';
import { changeInWords, lacksInWords, stateWords } from '../views/plan-words.ts';
import { clockTime, localInput, type PageTime } from '../views/words.ts';
import { type Colleague, todayPath } from './today-view.ts';

export interface PlanItemPageProps {
  frame: DeskFrame;
  when: PageTime;
  item: PlanItem;
  colleagues: Colleague[];
  saved: boolean;
  typed: Record<string, string> | null;
  refused?: Refusal | undefined;
}

const keys: DeskKey[] = [
  { keys: ['s'], does: 'write the story of it, or open it', foot: true },
  { keys: ['b'], does: 'back to the day', foot: true },
];

export function PlanItemPage(props: PlanItemPageProps) {
  const { frame, when, item, refused } = props;
  const day = dayOfItem(item, when.zone);
  const back = todayPath({ day }, localDay(when.now, when.zone));
  const loose = refused && Object.keys(refused.fields).length === 0;
  return (
    <DeskPage {...frame} title={item.what} current="today" keys={keys}>
      <div class="page-head">
        <h1 dir="auto">{item.what}</h1>
        <div class="actions">
          <a class="btn quiet" href={back} data-key="b" aria-keyshortcuts="b">
            The day <kbd>b</kbd>
          </a>
          <StoryOf {...props} />
        </div>
      </div>
      <p>
        <span class="tag">{stateWords[item.state]}</span>
        {lacksInWords(item).map(({ words, isLoud }) => (
          <span key={words} class={isLoud ? 'tag lack live' : 'tag lack unsure'}>
            {words}
          </span>
        ))}
        {item.calendar && <span class="source"> from {item.calendar.name}</span>}
        {item.droppedAt !== null && <span class="dim"> taken off the plan</span>}
        {item.cancelledAt !== null && <span class="live"> called off</span>}
      </p>
      {props.saved && <Notice kind="good">Saved.</Notice>}
      {loose && <Notice kind="bad">{refused.words}</Notice>}
      {item.changes.map((change) => (
        <Notice key={`${change.part}${change.at}`} kind="unsure">
          {changeInWords(change, when)}
        </Notice>
      ))}
      <ItemForm {...props} />
    </DeskPage>
  );
}

const dayOfItem = ({ time }: PlanItem, zone: string): string => time.day ?? localDay(time.startsAt, zone);

function StoryOf({ item, frame }: PlanItemPageProps) {
  if (item.story && item.story.status !== 'spiked')
    return (
      <a class="btn" href={`/desk/stories/${item.story.storyId}`} data-key="s" aria-keyshortcuts="s">
        Its story <kbd>s</kbd>
      </a>
    );
  return (
    <form class="inline" method="post" action={`/desk/today/items/${item.id}/story`}>
      <FormToken form={frame.form} />
      <button type="submit" data-key="s" aria-keyshortcuts="s">
        Write it <kbd>s</kbd>
      </button>
    </form>
  );
}

/** What stands in the fields: as it was typed, else as it is. */
function valuesOf({ item, typed, when }: PlanItemPageProps): Record<string, string> {
  if (typed) return typed;
  const { time } = item;
  const { zone } = when;
  const clock = (at: number | null) => (at === null ? '' : clockTime(at, when));
  const times =
    time.day === null
      ? {
          day: localDay(time.startsAt, zone),
          from: clock(time.startsAt),
          lastDay: time.endsAt === null ? '' : localDay(time.endsAt, zone),
          to: clock(time.endsAt),
        }
      : { day: time.day, from: '', lastDay: time.lastDay ?? '', to: '' };
  return {
    what: item.what,
    place: item.place,
    note: item.note,
    staff: item.assigned?.id ?? '',
    due: localInput(item.dueAt, zone),
    day: times.day,
    from: times.from,
    lastDay: times.lastDay,
    to: times.to,
  };
}

function ItemForm(props: PlanItemPageProps) {
  const { frame, item, colleagues, refused } = props;
  const value = valuesOf(props);
  const wrong = refused?.fields ?? {};
  const others = item.assigned?.hasLeft ? [item.assigned, ...colleagues] : colleagues;
  return (
    <form class="form" method="post" action={`/desk/today/items/${item.id}`}>
      <FormToken form={frame.form} />
      <input type="hidden" name="basedOn" value={item.updatedAt} />
      <Field label="What" name="what" wrong={wrong.what}>
        <input id="what" name="what" value={value.what} dir="auto" required />
      </Field>
      <Field label="Where" name="place" wrong={wrong.place}>
        <input id="place" name="place" value={value.place} dir="auto" />
      </Field>
      <div class="fields">
        <Field label="Day" name="day" wrong={wrong.when}>
          <input id="day" type="date" name="day" value={value.day} required />
        </Field>
        <Field label="From" name="from" hint="Left empty: all day.">
          <input id="from" type="time" name="from" value={value.from} />
        </Field>
        <Field label="Last day" name="lastDay">
          <input id="lastDay" type="date" name="lastDay" value={value.lastDay} />
        </Field>
        <Field label="To" name="to">
          <input id="to" type="time" name="to" value={value.to} />
        </Field>
      </div>
      <div class="fields">
        <Field label="Who does it" name="staff">
          <select id="staff" name="staff">
            <option value="">nobody</option>
            {others.map(({ id, name }) => (
              <option key={id} value={id} selected={value.staff === id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field label="Due" name="due">
          <input id="due" type="datetime-local" name="due" value={value.due} />
        </Field>
      </div>
      <Field label="Note" name="note" hint="For the desk alone." wrong={wrong.note}>
        <textarea id="note" name="note" rows={4} dir="auto">
          {value.note}
        </textarea>
      </Field>
      <div class="actions">
        <button type="submit">Save</button>
      </div>
    </form>
  );
}
