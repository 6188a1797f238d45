/** The sources: how each is doing, in a sentence, and the page where one is added. */
import type { Source } from '../../wire/sources/source.ts';
import { healthOf, isSilent } from '../../wire/sources/source.ts';
import { type DeskFrame, type DeskKey, DeskPage, Field, FormToken, Notice } from '../views/desk-layout.tsx';
import { ago, englishName, type PageTime } from '../views/words.ts';

export interface SourcesPageProps {
  frame: DeskFrame;
  when: PageTime;
  sources: Source[];
  /** What was just done, in words. */
  done?: string | undefined;
  /** Why the last act was refused. */
  refused?: string | undefined;
}

const keys: DeskKey[] = [
  { keys: ['j', 'k'], does: 'next and previous source', foot: true },
  { keys: ['Enter'], does: 'open the source', foot: true },
];

export function SourcesPage({ frame, when, sources, done, refused }: SourcesPageProps) {
  return (
    <DeskPage {...frame} title="Sources" current="sources" keys={keys}>
      <div class="page-head">
        <h1>Sources</h1>
        <div class="actions">
          <a class="btn" href="/desk/sources/new">
            Add a source
          </a>
        </div>
      </div>
      {done && <Notice kind="good">{done}</Notice>}
      {refused && <Notice kind="bad">{refused}</Notice>}
      <div id="sources" data-live="sources items" data-live-from="/desk/sources">
        {sources.length === 0 ? (
          <p class="empty">
            No source yet. The address of a site or of its feed is enough; what it sends stands on the wire at
            once.
          </p>
        ) : (
          <List sources={sources} when={when} />
        )}
      </div>
      <ByTheList form={frame.form} />
    </DeskPage>
  );
}

/** Lists of feeds that other programs keep, and ours for them. */
function ByTheList({ form }: { form: string }) {
  return (
    <details class="more">
      <summary>Import or export a list of feeds (OPML)</summary>
      <p>
        Feed readers keep their feeds in a file of OPML. Each feed in it becomes a source whose contract
        allows nothing yet.
      </p>
      <form method="post" action="/desk/sources/list" enctype="multipart/form-data" class="stack">
        <FormToken form={form} />
        <Field label="The file" name="list">
          <input id="list" name="list" type="file" accept=".opml,.xml,text/xml,text/x-opml" required />
        </Field>
        <div class="actions">
          <button type="submit">Import its sources</button>
          <a class="btn quiet" href="/desk/sources/list" download>
            Export ours
          </a>
        </div>
      </form>
    </details>
  );
}

function List({ sources, when }: { sources: Source[]; when: PageTime }) {
  return (
    <table class="list">
      <thead>
        <tr>
          <th>Source</th>
          <th>How it is doing</th>
          <th>Last item</th>
          <th>Contract</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr key={source.id} id={`source-${source.id}`} data-row>
            <td>
              <a class="headline" href={`/desk/sources/${source.id}`} dir="auto">
                {source.name}
              </a>
              <span class="meta-line">
                {source.language && <span>{englishName(source.language)}</span>}
                {source.feedUrl && <span>{new URL(source.feedUrl).host}</span>}
              </span>
            </td>
            <td>
              <SourceHealth source={source} when={when} />
            </td>
            <td class="when" data-label="Last item">
              {source.lastItemAt === null ? <span class="dim">none yet</span> : ago(source.lastItemAt, when)}
            </td>
            <td>
              <ContractLine source={source} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How a source is doing, in one sentence, with its colour. */
export function SourceHealth({ source, when }: { source: Source; when: PageTime }) {
  const isFailing = source.failureWords !== null;
  const isResting = source.pausedAt !== null;
  return (
    <>
      <span class={isFailing ? 'live' : isResting || isSilent(source, when.now) ? 'unsure' : ''}>
        {healthOf(source, when.now)}
      </span>
      {!isResting && source.lastPolledAt !== null && (
        <span class="dim"> Asked {ago(source.lastPolledAt, when)}.</span>
      )}
    </>
  );
}

/** What we may do with its copy, in a line. */
function ContractLine({ source }: { source: Source }) {
  const may = [
    source.mayAlert ? 'alerts' : null,
    source.mayTranslate ? 'translation' : null,
    source.publishUnread ? 'published unread' : null,
  ].filter((part) => part !== null);
  return (
    <>
      {source.credit && <span>Credit: {source.credit}. </span>}
      <span class="dim">
        {may.length > 0 ? `May: ${may.join(', ')}.` : 'Nothing but reading and publishing.'}
      </span>
    </>
  );
}

export interface NewSourcePageProps {
  frame: DeskFrame;
  address: string;
  wrong?: string | undefined;
}

export function NewSourcePage({ frame, address, wrong }: NewSourcePageProps) {
  return (
    <DeskPage {...frame} title="Add a source" current="sources">
      <div class="page-head">
        <h1>Add a source</h1>
      </div>
      <p class="lead">An agency, a paper, a ministry: whoever has a site with a feed.</p>
      <form class="form narrow" method="post" action="/desk/sources">
        <FormToken form={frame.form} />
        <Field
          label="Address"
          name="address"
          hint="Of the feed, or of the site: its feed is then found. RSS, Atom and JSON Feed."
          wrong={wrong}
        >
          <input
            id="address"
            name="address"
            value={address}
            required
            autofocus
            autocomplete="off"
            placeholder="https://agency.example"
            aria-invalid={wrong ? 'true' : undefined}
          />
        </Field>
        <div class="actions">
          <button type="submit">Add the source</button>
        </div>
      </form>
    </DeskPage>
  );
}

export interface ChooseFeedPageProps {
  frame: DeskFrame;
  address: string;
  feeds: { href: string; title: string }[];
}

/** A site may name several feeds: of all its news, of a section, of comments. */
export function ChooseFeedPage({ frame, address, feeds }: ChooseFeedPageProps) {
  return (
    <DeskPage {...frame} title="Which feed?" current="sources">
      <div class="page-head">
        <h1>Which feed?</h1>
      </div>
      <p class="lead">
        <bdi>{address}</bdi> names {feeds.length} feeds.
      </p>
      <form class="form narrow" method="post" action="/desk/sources">
        <FormToken form={frame.form} />
        <fieldset class="set">
          <legend class="unseen">Feeds</legend>
          {feeds.map((feed, index) => (
            <label key={feed.href} class="check">
              <input type="radio" name="feed" value={feed.href} checked={index === 0} />
              <span>
                <bdi>{feed.title || 'Without a name'}</bdi> <small class="dim">{feed.href}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <div class="actions">
          <button type="submit">Add this one</button>
          <a class="btn quiet" href="/desk/sources/new">
            Another address
          </a>
        </div>
      </form>
    </DeskPage>
  );
}
