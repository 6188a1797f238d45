/** One event as its agencies tell it: which facts differ, and the copies side by side. */
import { directionOf } from '../../kit/language-tag.ts';
import type { ClusterAct } from '../../wire/events/cluster-hand.ts';
import { type Cluster, type ClusterMember, MOST_COPIES } from '../../wire/events/clusters.ts';
import type { FactRow } from '../../wire/events/compare.ts';
import { type DeskFrame, type DeskKey, DeskPage, FormToken, Notice } from '../views/desk-layout.tsx';
import { counted, dayAndTime, englishName, type PageTime } from '../views/words.ts';
import { ClusterActs } from './cluster-acts.tsx';

interface ClusterPageProps {
  frame: DeskFrame;
  cluster: Cluster;
  /** What was decided of it by hand, the latest first. */
  acts: ClusterAct[];
  when: PageTime;
  /** Why the last act was refused. */
  refused?: string | undefined;
}

const keys: DeskKey[] = [
  { keys: ['p'], does: 'part what is ticked', foot: true },
  { keys: ['u'], does: 'take back what was decided last', foot: true },
];

const kinds: { kind: FactRow['kind']; name: string }[] = [
  { kind: 'number', name: 'Numbers' },
  { kind: 'name', name: 'Names and places' },
  { kind: 'quoted', name: 'Who is quoted' },
];

export function ClusterPage({ frame, cluster, acts, when, refused }: ClusterPageProps) {
  const { copies, members } = cluster;
  const latest = copies.at(-1);
  return (
    <DeskPage {...frame} title="One event" current="wire" keys={keys}>
      <div class="page-head">
        <h1>One event, {counted(copies.length, 'source')}</h1>
        <div class="actions">
          <a class="btn quiet" href={latest ? `/desk/wire/${latest.itemId}` : '/desk/wire'}>
            The wire
          </a>
        </div>
      </div>
      {refused && <Notice kind="bad">{refused}</Notice>}
      <p class="lead">
        {counted(members.length, 'item')}
        {copies.length === MOST_COPIES &&
          members.length > copies.length &&
          ', the latest of each source shown'}
        . What is written is shown as it is written; what is true is yours to find out.
      </p>
      {copies.length > 1 && <Facts copies={copies} rows={cluster.rows} />}
      <h2>{copies.length > 1 ? 'Side by side' : 'What it tells'}</h2>
      <Copies copies={copies} when={when} />
      <section class="by-hand" aria-labelledby="by-hand">
        <h2 id="by-hand">By hand</h2>
        {members.length > 1 && <Parting cluster={cluster} form={frame.form} when={when} />}
        <ClusterActs acts={acts} form={frame.form} when={when} backTo={`/desk/wire/clusters/${cluster.id}`} />
      </section>
    </DeskPage>
  );
}

/** What is ticked becomes an event of its own; nothing is put back by the machine. */
function Parting({ cluster, form, when }: { cluster: Cluster; form: string; when: PageTime }) {
  return (
    <form method="post" action={`/desk/wire/clusters/${cluster.id}/part`}>
      <FormToken form={form} />
      <fieldset>
        <legend>Tick what tells of something else. What comes in later follows what it is likest to.</legend>
        {cluster.members.map((member) => (
          <label key={member.itemId} class="tick">
            <input type="checkbox" name="itemId" value={member.itemId} />
            <span>
              <bdi class="source">{member.sourceName}</bdi> <bdi {...waysOf(member)}>{member.headline}</bdi>{' '}
              <small class="dim">{dayAndTime(member.receivedAt, when)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <button type="submit" data-key="p">
        Part what is ticked <kbd>p</kbd>
      </button>
    </form>
  );
}

function waysOf(copy: Pick<ClusterMember, 'language'>) {
  return copy.language ? { lang: copy.language, dir: directionOf(copy.language) } : { dir: 'auto' as const };
}

function Facts({ copies, rows }: { copies: ClusterMember[]; rows: FactRow[] }) {
  return (
    // A table that is wider than a phone is read by moving it, with the keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without a mouse
    <section class="facts-table" aria-label="Facts in each" tabIndex={0}>
      <table class="compare">
        <thead>
          <tr>
            <td />
            {copies.map((copy) => (
              <th key={copy.itemId} scope="col">
                <bdi class="source">{copy.sourceName}</bdi>
                {copy.language && <small>{englishName(copy.language)}</small>}
              </th>
            ))}
          </tr>
        </thead>
        {kinds.map(({ kind, name }) => (
          <FactGroup key={kind} name={name} copies={copies} rows={rows.filter((row) => row.kind === kind)} />
        ))}
      </table>
    </section>
  );
}

function FactGroup({ name, copies, rows }: { name: string; copies: ClusterMember[]; rows: FactRow[] }) {
  if (rows.length === 0) return null;
  return (
    <tbody>
      <tr class="group">
        <th colSpan={copies.length + 1} scope="colgroup">
          {name}
        </th>
      </tr>
      {rows.map((row) => (
        <tr key={row.label} class={row.disputes ? 'disputed' : undefined}>
          <th scope="row">
            <bdi>{row.label}</bdi>
            {row.disputes && <small class="unsure">others count otherwise</small>}
          </th>
          {copies.map((copy, at) => (
            <td key={copy.itemId} {...waysOf(copy)}>
              {row.cells[at] || <span class="dim">–</span>}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function Copies({ copies, when }: { copies: Cluster['copies']; when: PageTime }) {
  return (
    <div class="side-by-side">
      {copies.map((copy) => (
        <article key={copy.itemId}>
          <p class="meta-line">
            <bdi class="source">{copy.sourceName}</bdi>
            {copy.language && <span>{englishName(copy.language)}</span>}
            <span>{dayAndTime(copy.receivedAt, when)}</span>
            {copy.version > 1 && <span>v{copy.version}</span>}
            {copy.status !== 'usable' && <span class="live">{copy.status}</span>}
          </p>
          <h3 {...waysOf(copy)}>
            <a href={`/desk/wire/${copy.itemId}`}>{copy.headline}</a>
          </h3>
          <div class="body-text" {...waysOf(copy)}>
            {copy.text.split(/\n{2,}/).map((paragraph, at) => (
              <p key={at}>{paragraph}</p>
            ))}
          </div>
        </article>
      ))}
    </div>
  );
}
