/** The plan as a list: when, what, who, until when, how far, and what can be done about it without leaving. */
import type { PlanItem } from '../../planning/read-plan.ts';
import { FormToken } from '../views/desk-layout.tsx';
import {
  changeInWords,
  inDayOrder,
  lacksInWords,
  longDay,
  stateWords,
  timeInWords,
} from '../views/plan-words.ts';
import { dayAndTime } from '../views/words.ts';
import { type TodayProps, todayPath } from './today-view.ts';

export function PlanRows(props: TodayProps) {
  const { items, view, when } = props;
  if (items.length === 0)
    return (
      <p class="empty">
        {view.who ? 'Nothing is planned for them.' : 'Nothing is planned.'} Type it in the line above.
      </p>
    );
  return (
    <table class="list plan">
      <thead>
        <tr>
          <th>When</th>
          <th>What</th>
          <th>Who</th>
          <th>Due</th>
          <th>State</th>
          <th>
            <span class="unseen">Do</span>
          </th>
        </tr>
      </thead>
      {inDayOrder(items, view.day, when.zone).map(([day, some]) => (
        <tbody key={day}>
          {view.span === 'week' && (
            <tr class="day-head">
              <th colSpan={6} scope="rowgroup">
                {longDay(day, when)}
              </th>
            </tr>
          )}
          {some.map((item) => (
            <PlanRow key={item.id} item={item} {...props} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function PlanRow(props: TodayProps & { item: PlanItem }) {
  const { item, when, chosen } = props;
  const isOff = item.cancelledAt !== null;
  return (
    <tr data-row id={`plan-${item.id}`} class={item.id === chosen ? 'on' : ''}>
      <td class="when plan-time">{timeInWords(item.time, when)}</td>
      <td class="plan-what">
        <a class={isOff ? 'headline struck' : 'headline'} href={`/desk/today/items/${item.id}`} dir="auto">
          {item.what}
        </a>
        <span class="meta-line">
          {isOff && <span class="live">called off</span>}
          {item.place && <bdi>{item.place}</bdi>}
          {item.calendar && <span class="source">{item.calendar.name}</span>}
          {item.note && <bdi class="plan-note">{item.note}</bdi>}
        </span>
        {item.changes.length > 0 && <Changes {...props} />}
      </td>
      <td data-label="Who">
        <Assign {...props} />
      </td>
      <td class="when" data-label="Due">
        {item.dueAt !== null && dayAndTime(item.dueAt, when)}
      </td>
      <td data-label="State">
        <State item={item} />
      </td>
      <td class="row-acts">
        <Acts {...props} />
      </td>
    </tr>
  );
}

function State({ item }: { item: PlanItem }) {
  return (
    <>
      <span class={`tag state-${item.state}`}>{stateWords[item.state]}</span>
      {lacksInWords(item).map(({ words, isLoud }) => (
        <span key={words} class={isLoud ? 'tag lack live' : 'tag lack unsure'}>
          {words}
        </span>
      ))}
    </>
  );
}

type RowProps = TodayProps & { item: PlanItem };

/** What every form of a row carries: the token, and where to come back to. */
function RowForm({ item, frame, view, today, act, children, auto }: RowProps & FormParts) {
  return (
    <form
      class="inline"
      method="post"
      action={`/desk/today/items/${item.id}/${act}`}
      {...(auto ? { 'data-send-on-change': true } : {})}
    >
      <FormToken form={frame.form} />
      <input type="hidden" name="back" value={todayPath(view, today)} />
      {children}
    </form>
  );
}

interface FormParts {
  act: string;
  auto?: boolean;
  children?: preact.ComponentChildren;
}

function Changes(props: RowProps) {
  const { item, when } = props;
  return (
    <div class="plan-changes">
      {item.changes.map((change) => (
        <span key={`${change.part}${change.at}`} class="unsure">
          {changeInWords(change, when)}
        </span>
      ))}
      <RowForm {...props} act="seen">
        <button type="submit" class="quiet small" data-row-key="c" aria-keyshortcuts="c">
          Seen <kbd>c</kbd>
        </button>
      </RowForm>
    </div>
  );
}

function Assign(props: RowProps) {
  const { item, colleagues } = props;
  const isGone = item.assigned?.hasLeft === true;
  return (
    <RowForm {...props} act="assign" auto>
      <label class="unseen" for={`who-${item.id}`}>
        Who does {item.what}
      </label>
      <select id={`who-${item.id}`} name="staff" class="small" data-row-key="a" aria-keyshortcuts="a">
        <option value="" selected={item.assigned === null}>
          nobody
        </option>
        {isGone && (
          <option value={item.assigned?.id} selected>
            {item.assigned?.name}, who has left
          </option>
        )}
        {colleagues.map(({ id, name }) => (
          <option key={id} value={id} selected={item.assigned?.id === id}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit" class="quiet small no-script">
        Set
      </button>
    </RowForm>
  );
}

function Acts(props: RowProps) {
  const { item, you } = props;
  const isMine = item.assigned?.id === you.id;
  const hasStory = item.story !== null && item.story.status !== 'spiked';
  return (
    <div class="actions">
      {!isMine && !hasStory && (
        <RowForm {...props} act="assign">
          <input type="hidden" name="staff" value={you.id} />
          <button type="submit" class="quiet small" data-row-key="t" aria-keyshortcuts="t">
            Take <kbd>t</kbd>
          </button>
        </RowForm>
      )}
      {hasStory ? (
        <a
          class="btn quiet small"
          href={`/desk/stories/${item.story?.storyId}`}
          data-row-key="s"
          aria-keyshortcuts="s"
        >
          Story <kbd>s</kbd>
        </a>
      ) : (
        <RowForm {...props} act="story">
          <button type="submit" class="small" data-row-key="s" aria-keyshortcuts="s">
            Write <kbd>s</kbd>
          </button>
        </RowForm>
      )}
      <RowForm {...props} act="drop">
        <button
          type="submit"
          class="quiet small"
          data-row-key="x"
          aria-keyshortcuts="x"
          title="Take it off the plan"
        >
          Off <kbd>x</kbd>
        </button>
      </RowForm>
    </div>
  );
}
