/** How a source is doing: its habits, its hub, what came and when, what was wrong and the bytes that showed it. */
import type { ItemSummary } from '../../wire/items/items.ts';
import type { PollLine } from '../../wire/sources/poll-lines.ts';
import type { Source } from '../../wire/sources/source.ts';
import { FormToken } from '../views/desk-layout.tsx';
import { ago, counted, dayAndTime, type PageTime } from '../views/words.ts';

export interface Running {
  lines: PollLine[];
  items: ItemSummary[];
  /** Items a day of late, and the mean time between two; null while too little is known. */
  aDay: number | null;
  /** Its busiest hour on the paper's clock; null where none stands out. */
  busiest: string | null;
  subscription: { hub: string; state: string; words: string | null; leaseUntil: number | null } | null;
  /** What was sent and could not be read. */
  failedDeliveries: { id: string; via: string; at: number; words: string | null }[];
  hasHookSecret: boolean;
  hookPath: string;
  folder: string | null;
}

interface RunningProps {
  source: Source;
  running: Running;
  when: PageTime;
  form: string;
  /** Shown once, right after it was made. */
  madeSecret?: string | undefined;
}

export function SourceRunning(props: RunningProps) {
  return (
    <>
      <div id="came" data-live="sources items">
        <Habits {...props} />
        <Wrong {...props} />
        <h2>What came</h2>
        <WhatCame {...props} />
        <Lines {...props} />
      </div>
      <h2>Ways to send</h2>
      <WaysToSend {...props} />
    </>
  );
}

function every(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 2) return `every ${Math.max(1, Math.round(ms / 1_000))} seconds`;
  return minutes < 120 ? `every ${minutes} minutes` : `every ${Math.round(minutes / 60)} hours`;
}

function Habits({ source, running, when }: RunningProps) {
  const { aDay, busiest, subscription } = running;
  return (
    <div class="dim">
      <p>
        {aDay === null
          ? 'Too little has come yet to know its habits. '
          : `Of late about ${counted(Math.max(1, Math.round(aDay)), 'item')} a day. `}
        {busiest && `Busiest around ${busiest}. `}
        {source.feedUrl && source.pausedAt === null && `Asked about ${every(source.intervalMs)}.`}
      </p>
      {subscription && (
        <p>
          Hub <bdi>{new URL(subscription.hub).host}</bdi>: {subscription.state}
          {subscription.leaseUntil !== null && `, until ${dayAndTime(subscription.leaseUntil, when)}`}.{' '}
          {subscription.words}
        </p>
      )}
    </div>
  );
}

function Wrong({ source, running, when }: RunningProps) {
  if (source.failureWords === null && running.failedDeliveries.length === 0) return null;
  return (
    <section class="wrong-part" aria-label="What is wrong">
      {source.failureSample && (
        <>
          <p class="dim">
            {source.failedAt !== null && `So since ${dayAndTime(source.failedAt, when)}. `}What it sent began
            with:
          </p>
          <pre class="sample" dir="ltr">
            {source.failureSample}
          </pre>
        </>
      )}
      {running.failedDeliveries.map((delivery) => (
        <p key={delivery.id} class="dim">
          By {delivery.via}, {ago(delivery.at, when)}: {delivery.words}
        </p>
      ))}
    </section>
  );
}

function WhatCame({ running, when }: RunningProps) {
  if (running.items.length === 0) return <p class="empty">Nothing yet.</p>;
  return (
    <ol class="came">
      {running.items.map((item) => (
        <li key={item.id}>
          <span class="dim">{dayAndTime(item.receivedAt, when)}</span>{' '}
          <a href={`/desk/wire/${item.id}`} dir="auto">
            {item.headline}
          </a>
        </li>
      ))}
    </ol>
  );
}

const verdicts: Record<string, string> = { new: 'taken in', salvaged: 'broken, read as far as it went' };

function Lines({ running, when }: RunningProps) {
  if (running.lines.length === 0) return null;
  return (
    <details>
      <summary>
        {running.lines.length === 1
          ? 'The one time that something happened'
          : `The last ${counted(running.lines.length, 'time')} that something happened`}
      </summary>
      <table class="list">
        <thead>
          <tr>
            <th>When</th>
            <th>How</th>
            <th>What</th>
            <th class="num">New</th>
            <th class="num">Changed</th>
            <th class="num">Bytes</th>
          </tr>
        </thead>
        <tbody>
          {running.lines.map((line) => (
            <tr key={`${line.at} ${line.via}`}>
              <td data-label="When">{dayAndTime(line.at, when)}</td>
              <td data-label="How">{line.via}</td>
              <td data-label="What">{verdicts[line.verdict] ?? line.words ?? line.verdict}</td>
              <td class="num" data-label="New">
                {line.received}
              </td>
              <td class="num" data-label="Changed">
                {line.changed}
              </td>
              <td class="num" data-label="Bytes">
                {line.bytes.toLocaleString('en')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function WaysToSend({ source, running, form, madeSecret }: RunningProps) {
  return (
    <>
      {madeSecret && (
        <p class="notice good" role="status">
          The secret, shown this once: <code>{madeSecret}</code>
        </p>
      )}
      <p>
        Its own program may send to <code dir="ltr">{running.hookPath}</code>, signed with a secret
        {running.hasHookSecret ? ', which it has.' : '; it has none yet.'}
        {running.folder && (
          <>
            {' '}
            Files are taken from <code dir="ltr">{running.folder}</code>.
          </>
        )}
      </p>
      <form method="post" action={`/desk/sources/${source.id}/secret`} class="inline">
        <FormToken form={form} />
        <button type="submit" class="quiet">
          {running.hasHookSecret ? 'Make a new secret' : 'Make a secret'}
        </button>
      </form>
    </>
  );
}
