/** Partners: their keys, what they have under embargo, and what they were told is to come. */
import { directionOf } from '../../kit/language-tag.ts';
import type { listAdvisories } from '../../partners/advisories.ts';
import type { Partner } from '../../partners/partners.ts';
import type { ReleasedEdition } from '../../stories/released.ts';
import { type DeskFrame, DeskPage, Field, FormToken, Notice } from '../views/desk-layout.tsx';
import { ago, dayAndTime, englishName, type PageTime } from '../views/words.ts';

type Advisories = Awaited<ReturnType<typeof listAdvisories>>;

export interface PartnersPageProps {
  frame: DeskFrame;
  when: PageTime;
  site: string;
  partners: Partner[];
  released: ReleasedEdition[];
  advisories: Advisories;
  mayAdd: boolean;
  /** Just made; it is never shown again. */
  key?: string;
  done?: string | undefined;
  refused?: { words: string; fields: Record<string, string> } | undefined;
}

export function PartnersPage(props: PartnersPageProps) {
  const { frame, site, done, key, refused } = props;
  return (
    <DeskPage {...frame} title="Partners" current="masthead">
      <div class="page-head">
        <h1>Partners</h1>
        <div class="actions">
          <a class="btn quiet" href="/desk/masthead">
            Masthead
          </a>
        </div>
      </div>
      <p class="lead">
        Houses that have our copy under embargo before readers do. They ask{' '}
        <code>{site}/api/partners/stories</code> with a key of their own.
      </p>
      {done && <Notice kind="good">{done}</Notice>}
      {refused && <Notice kind="bad">{[refused.words, ...Object.values(refused.fields)].join(' ')}</Notice>}
      {key && (
        <Notice kind="good">
          The key, which is shown this once: <code data-key>{key}</code>. They send it as{' '}
          <code>Authorization: Bearer {key.slice(0, 9)}…</code>
        </Notice>
      )}
      <Released {...props} />
      <Advised {...props} />
      <Keys {...props} />
    </DeskPage>
  );
}

const stateWords = {
  embargoed: 'under embargo',
  lifted: 'embargo lifted',
  out: 'out',
  withdrawn: 'withdrawn',
};

function Released({ released, when }: PartnersPageProps) {
  return (
    <>
      <h2>What they have</h2>
      {released.length === 0 ? (
        <p class="empty">
          Nothing. A story that is held until an instant is released from its page, with Ctrl Enter.
        </p>
      ) : (
        <table class="list">
          <thead>
            <tr>
              <th>Story</th>
              <th>State</th>
              <th>Until</th>
              <th>Version</th>
            </tr>
          </thead>
          <tbody>
            {released.map((each) => (
              <tr key={each.editionId}>
                <td>
                  <a
                    class="headline"
                    href={`/desk/stories/${each.storyId}`}
                    lang={each.copy?.language}
                    dir={each.copy ? directionOf(each.copy.language) : undefined}
                  >
                    {each.copy?.headline ?? 'Withdrawn'}
                  </a>
                  {each.copy && <span class="meta-line">{englishName(each.copy.language)}</span>}
                </td>
                <td>
                  <span class={each.state === 'withdrawn' ? 'tag live' : 'tag'}>
                    {stateWords[each.state]}
                  </span>{' '}
                  <span class="dim">{each.why}</span>
                </td>
                <td class="when" data-label="Until">
                  {each.embargoedUntil === null ? '' : dayAndTime(each.embargoedUntil, when)}
                </td>
                <td class="num" data-label="Version">
                  {each.version}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Advised({ advisories, frame, when, refused }: PartnersPageProps) {
  return (
    <>
      <h2>Advisories</h2>
      <p class="dim">A line to partners that something is to come. No reader sees it.</p>
      {advisories.length > 0 && (
        <table class="list">
          <tbody>
            {advisories.map(({ id, headline, words, expected_at, at, withdrawn_at }) => (
              <tr key={id}>
                <td dir="auto">
                  <b>{headline}</b> {words && <span class="dim">{words}</span>}
                </td>
                <td class="when" data-label="Expected">
                  {expected_at === null ? '' : `expected ${dayAndTime(expected_at, when)}`}
                </td>
                <td class="dim">{ago(at, when)}</td>
                <td>
                  {withdrawn_at === null ? (
                    <form method="post" action={`/desk/partners/advisories/${id}/withdrawal`} class="inline">
                      <FormToken form={frame.form} />
                      <button type="submit" class="quiet small">
                        Withdraw
                      </button>
                    </form>
                  ) : (
                    <span class="tag live">withdrawn</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <form class="form narrow" method="post" action="/desk/partners/advisories">
        <FormToken form={frame.form} />
        <Field label="What is to come" name="headline" wrong={refused?.fields.headline}>
          <input id="headline" name="headline" required maxLength={200} dir="auto" autocomplete="off" />
        </Field>
        <Field label="More, for their desk" name="words" wrong={refused?.fields.words}>
          <textarea id="words" name="words" rows={3} dir="auto" />
        </Field>
        <Field label={`Expected at (${when.zone})`} name="expectedAt" wrong={refused?.fields.expectedAt}>
          <input id="expectedAt" name="expectedAt" type="datetime-local" />
        </Field>
        <div class="actions">
          <button type="submit">Tell partners</button>
        </div>
      </form>
    </>
  );
}

function Keys({ partners, frame, when, mayAdd, refused }: PartnersPageProps) {
  return (
    <>
      <h2>Who has a key</h2>
      {partners.length === 0 ? (
        <p class="empty">Nobody.</p>
      ) : (
        <table class="list">
          <tbody>
            {partners.map(({ id, name, created_at, seen_at, ended_at }) => (
              <tr key={id}>
                <td dir="auto">
                  <b>{name}</b>
                </td>
                <td class="dim">since {dayAndTime(created_at, when)}</td>
                <td class="dim">{seen_at === null ? 'never asked' : `asked ${ago(seen_at, when)}`}</td>
                <td>
                  {ended_at !== null ? (
                    <span class="tag">ended {dayAndTime(ended_at, when)}</span>
                  ) : (
                    mayAdd && (
                      <form method="post" action={`/desk/partners/${id}/end`} class="inline">
                        <FormToken form={frame.form} />
                        <button type="submit" class="danger small" data-ask={`End the key of ${name}?`}>
                          End its key
                        </button>
                      </form>
                    )
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {mayAdd && (
        <form class="form narrow" method="post" action="/desk/partners">
          <FormToken form={frame.form} />
          <Field label="A partner’s name" name="name" wrong={refused?.fields.name}>
            <input id="name" name="name" required maxLength={100} dir="auto" autocomplete="off" />
          </Field>
          <div class="actions">
            <button type="submit" class="quiet">
              Give it a key
            </button>
          </div>
        </form>
      )}
    </>
  );
}
