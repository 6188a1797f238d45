/** Work: what was given up and why, what failed and is tried again, what is being done and by whom, what waits. */
import type { ComponentChildren } from 'preact';
import type { BackupNotes } from '../../runner/backup-notes.ts';
import { GIVE_UP_AFTER, type GivenUpWork } from '../../runner/given-up.ts';
import type { OpenWork, WorkInHand } from '../../runner/work-list.ts';
import { type DeskFrame, type DeskKey, DeskPage, FormToken, Notice } from '../views/desk-layout.tsx';
import { ago, counted, dayAndTime, type PageTime } from '../views/words.ts';
import { laneWords, type WorkSubject, workWords } from './work-words.ts';

type About = { about: WorkSubject | null };

interface Props extends Pick<WorkInHand, 'lanes' | 'later' | 'processes'> {
  frame: DeskFrame;
  when: PageTime;
  givenUp: (GivenUpWork & About)[];
  failing: (OpenWork & About)[];
  underWay: (OpenWork & About)[];
  backups: BackupNotes & { areSet: boolean };
  done?: string | undefined;
}

const keys: DeskKey[] = [{ keys: ['y'], does: 'try all that was given up again', foot: true }];

export function WorkPage(props: Props) {
  const { frame, when, givenUp, done } = props;
  return (
    <DeskPage {...frame} title="Work" current={null} keys={givenUp.length > 0 ? keys : []}>
      <div class="page-head">
        <h1>Work</h1>
        {givenUp.length > 0 && (
          <div class="actions">
            <form class="inline" method="post" action="/desk/work/again">
              <FormToken form={frame.form} />
              <button type="submit" data-key="y">
                Try all again <kbd>y</kbd>
              </button>
            </form>
          </div>
        )}
      </div>
      <p class="lead">
        What follows by itself from an act at the desk or from the wire. What fails is tried {GIVE_UP_AFTER}{' '}
        times in about nine hours; then it is given up, and stands here until someone decides.
      </p>
      {done && <Notice kind="good">{done}</Notice>}
      <section id="given-up" data-live="bar">
        <h2>Given up</h2>
        {givenUp.length === 0 ? (
          <p class="empty">Nothing was given up.</p>
        ) : (
          <WorkTable last="Given up">
            {givenUp.map((work) => (
              <Failed
                key={work.id}
                work={work}
                form={frame.form}
                when={when}
                at={dayAndTime(work.givenUpAt, when)}
              />
            ))}
          </WorkTable>
        )}
      </section>
      {props.failing.length > 0 && (
        <section id="failing">
          <h2>Failed, and tried again</h2>
          <WorkTable last="Next try">
            {props.failing.map((work) => (
              <Failed
                key={work.id}
                work={work}
                form={frame.form}
                when={when}
                at={dayAndTime(work.runAt, when)}
              />
            ))}
          </WorkTable>
        </section>
      )}
      <UnderWay work={props.underWay} when={when} several={props.processes.length > 1} />
      <Waiting lanes={props.lanes} later={props.later} when={when} />
      <Backups backups={props.backups} when={when} />
      {props.processes.length > 0 && <Processes processes={props.processes} when={when} />}
    </DeskPage>
  );
}

function WorkTable({ last, children }: { last: string; children: ComponentChildren }) {
  return (
    <table class="list">
      <thead>
        <tr>
          <th>What</th>
          <th>Why it failed</th>
          <th>{last}</th>
          <th>Again, or never</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function What({ work }: { work: { event: string; verb: string | null } & About }) {
  return (
    <>
      <b>{workWords(work)}</b>
      {work.about && (
        <span class="meta-line">
          <a href={work.about.href} lang={work.about.language} dir="auto">
            {work.about.words}
          </a>
        </span>
      )}
    </>
  );
}

interface FailedProps {
  work: (GivenUpWork | OpenWork) & About;
  form: string;
  when: PageTime;
  /** When it was given up, or is tried next. */
  at: string;
}

function Failed({ work, form, when, at }: FailedProps) {
  const what = workWords(work);
  const isGivenUp = 'givenUpAt' in work;
  return (
    <tr data-row id={`work-${work.id}`}>
      <td data-label="What">
        <What work={work} />
      </td>
      <td data-label="Why it failed">
        <span class="words-of" dir="auto">
          {work.failure}
        </span>
        <span class="meta-line">
          <span>{counted(work.tries, 'try', 'tries')}</span>
          <span>since {dayAndTime(work.since, when)}</span>
        </span>
      </td>
      <td data-label={isGivenUp ? 'Given up' : 'Next try'} class="when">
        {at}
      </td>
      <td data-label="">
        <div class="actions">
          <form class="inline" method="post" action={`/desk/work/${work.id}/again`}>
            <FormToken form={form} />
            <button type="submit" class="quiet small" aria-label={`Try again: ${what}`}>
              {isGivenUp ? 'Try again' : 'Try now'}
            </button>
          </form>
          <form class="inline" method="post" action={`/desk/work/${work.id}/never`}>
            <FormToken form={form} />
            <button
              type="submit"
              class="quiet small"
              aria-label={`Never: ${what}`}
              data-ask="Never try this again? What it was for is then not done."
            >
              Never
            </button>
          </form>
        </div>
      </td>
    </tr>
  );
}

function UnderWay({ work, when, several }: { work: Props['underWay']; when: PageTime; several: boolean }) {
  return (
    <section id="under-way">
      <h2>Being done</h2>
      {work.length === 0 ? (
        <p class="empty">Nothing at this moment.</p>
      ) : (
        <table class="list">
          <thead>
            <tr>
              <th>What</th>
              <th>Since</th>
              {several && <th>By the process</th>}
            </tr>
          </thead>
          <tbody>
            {work.map((each) => (
              <tr key={each.id}>
                <td data-label="What">
                  <What work={each} />
                </td>
                <td data-label="Since" class="when">
                  {dayAndTime(each.since, when)}
                  {each.tries > 1 && <span class="meta-line">{counted(each.tries, 'try', 'tries')}</span>}
                </td>
                {several && <td data-label="By">{each.place ?? 'one that has gone'}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Waiting({ lanes, later, when }: Pick<Props, 'lanes' | 'later' | 'when'>) {
  return (
    <section id="waiting">
      <h2>Waiting</h2>
      {later.count > 0 && later.next !== null && (
        <p>
          {counted(later.count, 'piece')} for later: schedules, embargoes, alerts that can still be undone.
          The next at {dayAndTime(later.next, when)}.
        </p>
      )}
      {lanes.length === 0 && <p class="empty">Nothing that is due waits.</p>}
      {lanes.length > 0 && (
        <table class="list">
          <thead>
            <tr>
              <th>For what</th>
              <th class="num">Pieces</th>
              <th>The first is due since</th>
            </tr>
          </thead>
          <tbody>
            {lanes.map(({ lane, waiting, oldest }) => (
              <tr key={lane}>
                <td data-label="">{laneWords[lane] ?? lane}</td>
                <td data-label="Pieces" class="num">
                  {waiting.toLocaleString('en')}
                </td>
                <td data-label="Due since" class="when">
                  {oldest === null ? '' : ago(oldest, when)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Processes({ processes, when }: Pick<Props, 'processes' | 'when'>) {
  return (
    <section id="processes">
      <h2>Processes at work</h2>
      <table class="list">
        <thead>
          <tr>
            <th>Where</th>
            <th>Since</th>
          </tr>
        </thead>
        <tbody>
          {processes.map(({ place, since }) => (
            <tr key={place}>
              <td data-label="">{place}</td>
              <td data-label="Since" class="when">
                {dayAndTime(since, when)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Backups({ backups, when }: Pick<Props, 'backups' | 'when'>) {
  const { taken, rehearsed, failed, areSet } = backups;
  return (
    <section id="backups">
      <h2>Backups</h2>
      {failed && (
        <Notice kind="bad">
          The backup of {dayAndTime(failed.at, when)} went wrong: {failed.words}.
        </Notice>
      )}
      {rehearsed && (
        <p>
          The last that was restored and compared, well: <b>{dayAndTime(rehearsed.at, when)}</b>,{' '}
          {counted(rehearsed.pages, 'page')}.
        </p>
      )}
      {taken && taken.at !== rehearsed?.at && <p>The last that was taken: {dayAndTime(taken.at, when)}.</p>}
      {!areSet && !taken && (
        <p class="empty">None are taken by themselves. Whoever runs the paper sets CRIER_BACKUPS for that.</p>
      )}
      {areSet && !taken && !failed && <p class="empty">The first is taken tonight.</p>}
    </section>
  );
}
