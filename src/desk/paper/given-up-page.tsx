/** Work that failed at every try: what was to be done, about what, why it failed, since when; and the button that tries it again. */
import type { GivenUpWork } from '../../runner/given-up.ts';
import { type DeskFrame, type DeskKey, DeskPage, FormToken, Notice } from '../views/desk-layout.tsx';
import { counted, dayAndTime, type PageTime } from '../views/words.ts';

/** A piece of it, with the page of the desk that it is about. */
export interface GivenUpLine extends GivenUpWork {
  about: { href: string; words: string; language?: string } | null;
}

interface Props {
  frame: DeskFrame;
  when: PageTime;
  lines: GivenUpLine[];
  done?: string | undefined;
}

const keys: DeskKey[] = [{ keys: ['y'], does: 'try all of it again', foot: true }];

export function GivenUpPage({ frame, when, lines, done }: Props) {
  return (
    <DeskPage {...frame} title="Work given up" current={null} keys={lines.length > 0 ? keys : []}>
      <div class="page-head">
        <h1>Work given up</h1>
        {lines.length > 0 && (
          <div class="actions">
            <form class="inline" method="post" action="/desk/given-up/all">
              <FormToken form={frame.form} />
              <button type="submit" data-key="y">
                Try all again <kbd>y</kbd>
              </button>
            </form>
          </div>
        )}
      </div>
      <p class="lead">
        What follows from an act at the desk or from the wire is tried fifteen times in about nine hours. What
        failed each time stands here until someone has it tried again.
      </p>
      {done && <Notice kind="good">{done}</Notice>}
      {lines.length === 0 ? (
        <p class="empty">Nothing was given up.</p>
      ) : (
        <table class="list">
          <thead>
            <tr>
              <th>What</th>
              <th>Why it failed</th>
              <th>Given up</th>
              <th>Again</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.id} line={line} form={frame.form} when={when} />
            ))}
          </tbody>
        </table>
      )}
    </DeskPage>
  );
}

function Line({ line, form, when }: { line: GivenUpLine; form: string; when: PageTime }) {
  const what = workWords(line);
  return (
    <tr data-row id={`work-${line.id}`}>
      <td data-label="What">
        <b>{what}</b>
        {line.about && (
          <span class="meta-line">
            <a href={line.about.href} lang={line.about.language} dir="auto">
              {line.about.words}
            </a>
          </span>
        )}
      </td>
      <td data-label="Why it failed">
        {line.failure}
        <span class="meta-line">
          <span>{counted(line.tries, 'try', 'tries')}</span>
          <span>since {dayAndTime(line.since, when)}</span>
        </span>
      </td>
      <td data-label="Given up">{dayAndTime(line.givenUpAt, when)}</td>
      <td data-label="Again">
        <form class="inline" method="post" action={`/desk/given-up/${line.id}`}>
          <FormToken form={form} />
          <button type="submit" class="quiet small" aria-label={`Try again: ${what}`}>
            Try again
          </button>
        </form>
      </td>
    </tr>
  );
}

/** By event and verb, or by the verb alone. A verb that is not here is said by its own name, which is English too. */
const words: Record<string, string> = {
  poll: 'Read a new source for the first time',
  'publish unread': 'Publish an item unread',
  'fetch full text': 'Fetch the full text of an item',
  'tell the desk': 'Tell the desk what a source changed',
  'mark what is stale': 'Mark what a change makes stale in translations',
  translate: 'Translate',
  'ask a second engine': 'Ask a second engine',
  read: 'Read in what a source delivered',
  publish: 'Publish at the time it was scheduled for',
  alert: 'Write the alert',
  'tell open pages': 'Tell pages that are open',
  file: 'File in the morgue, for search',
  'take pictures away': 'Take the pictures of a withdrawn story away',
  'settle objections': 'Settle objections',
  'fan out': 'Send the alert',
  probe: 'Probe the canaries',
  welcome: 'Welcome a device that follows',
};

function workWords({ event, verb }: GivenUpWork): string {
  if (verb === null) return `Begin what follows from “${event}”`;
  return words[verb] ?? verb;
}
