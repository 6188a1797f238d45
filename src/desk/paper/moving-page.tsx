/** Moving: how far a move is, what came, and what a person should look at, with the old page beside the new. */

import { countName } from '../../moving/count-words.ts';
import type { MoveDoubt, MoveRun } from '../../moving/desk-view.ts';
import { doubtNames } from '../../moving/doubt-names.ts';
import { type DeskFrame, DeskPage, FormToken, Notice } from '../views/desk-layout.tsx';
import { dayAndTime, type PageTime } from '../views/words.ts';
import { DoubtFields, doubtHref } from './doubt-page.tsx';
import { addressThere } from './moving-words.ts';

interface Props {
  frame: DeskFrame;
  when: PageTime;
  runs: MoveRun[];
  doubts: MoveDoubt[];
  counts: { code: string; count: number }[];
  code: string | null;
  done?: string | undefined;
}

export function MovingPage({ frame, when, runs, doubts, counts, code, done }: Props) {
  const [latest] = runs;
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <DeskPage {...frame} title="Moving in" current={null} keys={[]}>
      <div class="page-head">
        <h1>Moving in</h1>
      </div>
      <p class="lead">
        A paper from another house is moved in on the command line: <code>crier move-in</code>, a rehearsal
        first. Here stands how far it is, and what of it a person should look at.
      </p>
      {done && <Notice kind="good">{done}</Notice>}
      <section id="moves" class="moving-part" data-live="moves">
        <h2>Moves</h2>
        {latest === undefined ? (
          <p class="empty">Nothing was moved in yet.</p>
        ) : (
          <table class="list">
            <thead>
              <tr>
                <th>What</th>
                <th>How far</th>
                <th>Begun</th>
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <Run key={run.id} run={run} when={when} />
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section id="doubts" class="moving-part" data-live="moves">
        <h2>To look at{total > 0 ? ` (${total.toLocaleString('en')})` : ''}</h2>
        {total === 0 ? (
          <p class="empty">Nothing is doubtful.</p>
        ) : (
          <>
            <nav class="filters" aria-label="Kinds">
              <a href="/desk/moving" aria-current={code === null ? 'page' : undefined}>
                All
              </a>
              {counts.map((each) => (
                <a
                  key={each.code}
                  href={`/desk/moving?kind=${encodeURIComponent(each.code)}`}
                  aria-current={each.code === code ? 'page' : undefined}
                >
                  {doubtNames(each.code).short} {each.count.toLocaleString('en')}
                </a>
              ))}
            </nav>
            <Ways doubts={doubts} counts={counts} form={frame.form} code={code} />
            <Doubts doubts={doubts} form={frame.form} code={code} />
          </>
        )}
      </section>
    </DeskPage>
  );
}

function Run({ run, when }: { run: MoveRun; when: PageTime }) {
  const counts = Object.entries(run.counts).filter(
    ([name, count]) => count > 0 && !name.startsWith('doubt '),
  );
  return (
    <tr>
      <td data-label="What">
        <b class="words-of" dir="auto">
          {run.what}
        </b>
        <span class="meta-line">
          {counts.map(([name, count]) => (
            <span key={name}>
              {count.toLocaleString('en')} {countName(name, count)}
            </span>
          ))}
        </span>
      </td>
      <td data-label="How far">
        {run.state === 'moving' ? (
          <>
            <progress max={Math.max(run.total, 1)} value={run.done} aria-label={run.stage} />
            <span class="meta-line">
              <span>{run.stage}</span>
              <span>
                {run.done.toLocaleString('en')} of {run.total.toLocaleString('en')}
              </span>
            </span>
          </>
        ) : (
          <StateWords run={run} />
        )}
      </td>
      <td data-label="Begun" class="when">
        {dayAndTime(run.begunAt, when)}
      </td>
    </tr>
  );
}

function StateWords({ run }: { run: MoveRun }) {
  if (run.state === 'moved') return <span>Done</span>;
  const words = run.state === 'ended' ? 'It ended without a word. Run it again, and it goes on.' : run.words;
  return <span class="words-of">Stopped. {words}</span>;
}

/** Through them one by one, and past those of a kind that somebody knows of. */
function Ways({
  doubts: [first],
  counts,
  form,
  code,
}: Pick<Props, 'doubts' | 'counts' | 'code'> & { form: string }) {
  const many = counts.find((each) => each.code === code)?.count ?? 0;
  return (
    <div class="actions">
      {first && (
        <a class="btn" href={doubtHref(first, code)}>
          One by one, old beside new
        </a>
      )}
      {code !== null && many > 1 && (
        <form class="inline" method="post" action="/desk/moving/settle-all">
          <FormToken form={form} />
          <input type="hidden" name="code" value={code} />
          <button
            type="submit"
            class="quiet"
            data-ask={`Settle all ${many.toLocaleString('en')} of this kind, unseen?`}
          >
            Settle all {many.toLocaleString('en')}
          </button>
        </form>
      )}
    </div>
  );
}

function Doubts({ doubts, form, code }: { doubts: MoveDoubt[]; form: string; code: string | null }) {
  return (
    <table class="list">
      <thead>
        <tr>
          <th>What</th>
          <th>There</th>
          <th>Here</th>
          <th>Looked at</th>
        </tr>
      </thead>
      <tbody>
        {doubts.map((doubt) => (
          <tr key={`${doubt.kind} ${doubt.foreignId} ${doubt.code}`} data-row>
            <td data-label="What">
              <a href={doubtHref(doubt, code)}>
                <b>{doubtNames(doubt.code).short}</b>
              </a>
              <span class="words-of" dir="auto">
                {' '}
                {doubt.words}
              </span>
            </td>
            <td data-label="There">
              <There doubt={doubt} />
            </td>
            <td data-label="Here">
              <Here doubt={doubt} />
            </td>
            <td>
              <form class="inline" method="post" action="/desk/moving/settle">
                <FormToken form={form} />
                <DoubtFields doubt={doubt} kind={code} />
                <button
                  type="submit"
                  class="quiet small"
                  aria-label={`Settled: ${doubtNames(doubt.code).short}`}
                >
                  Settled
                </button>
              </form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The old page is opened beside this one: what it would load from elsewhere, a page of the desk does not. */
function There({ doubt: { address } }: { doubt: MoveDoubt }) {
  if (address === null) return <span class="meta-line">no page of its own</span>;
  const words = <bdi dir="ltr">{addressThere(address)}</bdi>;
  if (!/^https?:\/\//.test(address)) return words;
  return (
    <a class="words-of" href={address} target="_blank" rel="noopener noreferrer">
      {words}
    </a>
  );
}

function Here({ doubt: { storyId, headline } }: { doubt: MoveDoubt }) {
  if (storyId === null) return <span class="meta-line">no story</span>;
  return (
    <a class="words-of" href={`/desk/stories/${storyId}`} target="_blank" dir="auto" rel="noopener">
      {headline || 'The story here'}
    </a>
  );
}
