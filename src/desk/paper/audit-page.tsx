/** The audit: who did what, and when; by person, by act, by story and by day, and as a file. */
import type { AuditEntry } from '../../audit/audit.ts';
import { type DeskFrame, type DeskKey, DeskPage, Field, Notice } from '../views/desk-layout.tsx';
import { dayAndTime, type PageTime } from '../views/words.ts';
import { actSaid, factsSaid } from './act-words.ts';

/** What was chosen, as it was typed. */
export interface AuditChoice {
  by: string;
  act: string;
  story: string;
  from: string;
  to: string;
}

export interface AuditPageProps {
  frame: DeskFrame;
  when: PageTime;
  choice: AuditChoice;
  /** Everybody who works or worked here. */
  people: { id: string; name: string; hasLeft: boolean }[];
  acts: string[];
  lines: AuditEntry[];
  /** Addresses of the same choice: the next page, the first where this is a later one, the file. */
  older: string | null;
  first: string | null;
  csv: string;
  wrong: Partial<Record<keyof AuditChoice, string>>;
}

const keys: DeskKey[] = [
  { keys: ['j', 'k'], does: 'next and previous line', foot: true },
  { keys: ['f'], does: 'what is shown', foot: true },
  { keys: ['c'], does: 'as a file (CSV)', foot: true },
  { keys: ['e'], does: 'earlier lines', foot: true },
];

export function AuditPage(props: AuditPageProps) {
  const { frame, lines } = props;
  const wrongs = Object.values(props.wrong);
  return (
    <DeskPage {...frame} title="Audit" current="masthead" keys={keys}>
      <div class="page-head">
        <h1>Audit</h1>
        <div class="actions">
          <a class="btn quiet" href={props.csv} data-key="c" download="audit.csv">
            As CSV <kbd>c</kbd>
          </a>
        </div>
      </div>
      <p class="lead">Who did what, and when. Lines are only ever added: nothing here can be changed.</p>
      {wrongs.length > 0 && <Notice kind="bad">{wrongs.join(' ')}</Notice>}
      <Choice {...props} />
      {lines.length === 0 ? (
        <p class="empty">Nothing was done that fits this.</p>
      ) : (
        <table class="list audit">
          <thead>
            <tr>
              <th>When</th>
              <th>Who</th>
              <th>What</th>
              <th>Of what</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.id} line={line} when={props.when} />
            ))}
          </tbody>
        </table>
      )}
      <nav class="actions" aria-label="More lines">
        {props.first && (
          <a class="btn quiet" href={props.first} rel="prev">
            The newest
          </a>
        )}
        {props.older && (
          <a class="btn quiet" href={props.older} rel="next" data-key="e">
            Earlier <kbd>e</kbd>
          </a>
        )}
      </nav>
    </DeskPage>
  );
}

function Choice({ choice, people, acts, wrong }: AuditPageProps) {
  return (
    <form class="form audit-choice" method="get" action="/desk/audit">
      <div class="fields">
        <Field label="Who" name="by">
          <select id="by" name="by" data-key="f">
            <option value="">Everybody</option>
            <option value="crier" selected={choice.by === 'crier'}>
              Crier, by itself
            </option>
            {people.map(({ id, name, hasLeft }) => (
              <option key={id} value={id} selected={choice.by === id}>
                {hasLeft ? `${name} (left)` : name}
              </option>
            ))}
          </select>
        </Field>
        <Field label="What" name="act">
          <select id="act" name="act">
            <option value="">Everything</option>
            {acts.map((act) => (
              <option key={act} value={act} selected={choice.act === act}>
                {actSaid({ act })}
              </option>
            ))}
          </select>
        </Field>
        <Field label="From" name="from" wrong={wrong.from}>
          <input id="from" name="from" type="date" value={choice.from} />
        </Field>
        <Field label="Until" name="to" wrong={wrong.to}>
          <input id="to" name="to" type="date" value={choice.to} />
        </Field>
        <Field label="Story" name="story" wrong={wrong.story}>
          <input id="story" name="story" value={choice.story} placeholder="Its address" autocomplete="off" />
        </Field>
      </div>
      <div class="actions">
        <button type="submit">Show</button>
        <a class="btn quiet" href="/desk/audit">
          Everything
        </a>
      </div>
    </form>
  );
}

function Line({ line, when }: { line: AuditEntry; when: PageTime }) {
  const facts = factsSaid(line.facts, when);
  const href = hrefOf(line);
  const name = line.subjectName ?? `${kindSaid(line.subjectKind)} ${line.subjectId.slice(-12)}`;
  return (
    <tr data-row id={`line-${line.id}`}>
      <td class="when">{dayAndTime(line.at, when)}</td>
      <td dir="auto">
        {line.byId === null ? <span class="dim">Crier</span> : (line.byName ?? 'someone who is gone')}
      </td>
      <td>
        {actSaid(line)}
        {facts && (
          <span class="meta-line words-of" dir="auto">
            {facts}
          </span>
        )}
      </td>
      <td>
        {href ? (
          <a href={href} dir="auto">
            {name}
          </a>
        ) : (
          <span dir="auto">{line.subjectName ?? kindSaid(line.subjectKind)}</span>
        )}
      </td>
    </tr>
  );
}

const pages: Record<string, (id: string) => string> = {
  story: (id) => `/desk/stories/${id}`,
  item: (id) => `/desk/wire/${id}`,
  source: (id) => `/desk/sources/${id}`,
  speaker: (id) => `/desk/speakers/${id}`,
  media: (id) => `/desk/media/${id}`,
  alert: (id) => `/desk/alerts#alert-${id}`,
  staff: (id) => `/desk/audit?by=${id}`,
  plan: (id) => `/desk/today/items/${id}`,
};

/** Kinds that are not called by their own name at the desk. */
const kinds: Record<string, string> = { media: 'picture or film', plan: 'line of the plan' };
const kindSaid = (kind: string): string => kinds[kind] ?? kind;

function hrefOf({ subjectKind, subjectId }: AuditEntry): string | null {
  const isId = /^[0-9a-f-]{36}$/.test(subjectId);
  return isId ? (pages[subjectKind]?.(subjectId) ?? null) : null;
}
