/** Moving: how far a move is, what came, and what a person should look at, with the old page beside the new. */
import { countName } from '../../moving/count-words.ts';
import type { MoveDoubt, MoveRun } from '../../moving/desk-view.ts';
import { type DeskFrame, DeskPage, FormToken, Notice } from '../views/desk-layout.tsx';
import { dayAndTime, type PageTime } from '../views/words.ts';

interface Props {
  frame: DeskFrame;
  when: PageTime;
  runs: MoveRun[];
  doubts: MoveDoubt[];
  counts: { code: string; count: number }[];
  code: string | null;
  done?: string | undefined;
}

const names: Record<string, string> = {
  'broken-off': 'Not read to the end',
  'changed-on-both-sides': 'Changed there and here',
  'withdrawn-there': 'Withdrawn there',
  'picture-missing': 'Picture missing',
  'picture-unknown': 'First picture unknown',
  'read-it-over': 'To read over',
  'no-headline': 'No headline',
  empty: 'Empty',
  private: 'Private there',
  protected: 'With a password there',
  sticky: 'At the top there',
  'hour-passed': 'Its hour has passed',
  'not-scheduled': 'Not scheduled',
  'no-date': 'Without a date',
  'date-ahead': 'A date ahead',
  'key-missing': 'Browsers with alerts',
  'two-authors': 'Two authors of one login',
  'two-of-a-language': 'Two of one language',
  'two-of-a-number': 'Two of one number',
  'reply-without-story': 'Reply without a story',
};

const nameOf = (code: string): string => names[code] ?? code;

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
      <section id="moves">
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
      <section id="doubts">
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
                  {nameOf(each.code)} {each.count.toLocaleString('en')}
                </a>
              ))}
            </nav>
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
              <b>{nameOf(doubt.code)}</b>
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
            <td data-label="">
              <form class="inline" method="post" action="/desk/moving/settle">
                <FormToken form={form} />
                <input type="hidden" name="origin" value={doubt.origin} />
                <input type="hidden" name="of" value={doubt.kind} />
                <input type="hidden" name="foreignId" value={doubt.foreignId} />
                <input type="hidden" name="code" value={doubt.code} />
                {code !== null && <input type="hidden" name="kind" value={code} />}
                <button type="submit" class="quiet small" aria-label={`Settled: ${nameOf(doubt.code)}`}>
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
  const words = <bdi dir="ltr">{readable(address)}</bdi>;
  if (!/^https?:\/\//.test(address)) return words;
  return (
    <a class="words-of" href={address} target="_blank" rel="noopener noreferrer">
      {words}
    </a>
  );
}

/** Without what every address of the house has; signs that stand for letters as those. */
function readable(address: string): string {
  const plain = address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain; // a per cent sign that is one
  }
}

function Here({ doubt: { storyId, headline } }: { doubt: MoveDoubt }) {
  if (storyId === null) return <span class="meta-line">no story</span>;
  return (
    <a class="words-of" href={`/desk/stories/${storyId}`} target="_blank" dir="auto" rel="noopener">
      {headline || 'The story here'}
    </a>
  );
}
