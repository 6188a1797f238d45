/** One source: its address, how it is doing, and the contract with it. */

import { type IndexPolicy, indexPolicies } from '../../rights/index-policy.ts';
import type { Section } from '../../stories/sections.ts';
import { alertLevels } from '../../stories/story.ts';
import type { Source } from '../../wire/sources/source.ts';
import { type DeskFrame, DeskPage, Field, FormToken, Notice } from '../views/desk-layout.tsx';
import { LanguageOptions } from '../views/language-options.tsx';
import { ago, dayAndTime, type PageTime } from '../views/words.ts';
import { type Running, SourceRunning } from './source-running.tsx';
import { SourceHealth } from './sources-page.tsx';

export interface SourcePageProps {
  frame: DeskFrame;
  when: PageTime;
  source: Source;
  sections: Section[];
  /** The paper's language: only copy in it may be published unread. */
  paperLanguage: string;
  running: Running;
  /** A webhook secret, shown once. */
  madeSecret?: string | undefined;
  done?: string | undefined;
  refused?: { words: string; fields: Record<string, string> } | undefined;
}

export function SourcePage(props: SourcePageProps) {
  const { frame, source, when, done, refused } = props;
  return (
    <DeskPage {...frame} title={source.name} current="sources">
      <div class="page-head">
        <h1 dir="auto">{source.name}</h1>
        <div class="actions">
          <a class="btn quiet" href={`/desk/wire?source=${source.id}`}>
            Its items
          </a>
          <a class="btn quiet" href={`/source/${source.slug}`}>
            Its page for readers
          </a>
        </div>
      </div>
      {done && <Notice kind="good">{done}</Notice>}
      {refused && <Notice kind="bad">{refused.words}</Notice>}
      <section class="health" id="health" data-live="sources items">
        <p>
          <SourceHealth source={source} when={when} />
        </p>
        <Polls source={source} when={when} />
      </section>
      <Acts {...props} />
      <SourceRunning
        source={source}
        running={props.running}
        when={when}
        form={frame.form}
        madeSecret={props.madeSecret}
      />
      <h2>The source and the contract with it</h2>
      <ContractForm {...props} />
    </DeskPage>
  );
}

function Polls({ source, when }: { source: Source; when: PageTime }) {
  if (source.feedUrl === null) return null;
  return (
    <p class="dim">
      {source.lastOkAt !== null && `Last answered well ${ago(source.lastOkAt, when)}. `}
      {source.lastItemAt !== null && `Last sent something new ${ago(source.lastItemAt, when)}. `}
      {source.pausedAt === null && `Asked again at ${dayAndTime(source.nextPollAt, when)}.`}
    </p>
  );
}

function Acts({ frame, source }: SourcePageProps) {
  if (source.feedUrl === null) return null;
  const acts =
    source.pausedAt === null
      ? [
          { noun: 'poll', words: source.failureWords === null ? 'Poll now' : 'Try again' },
          { noun: 'pause', words: 'Pause' },
        ]
      : [{ noun: 'pause/end', words: 'Resume' }];
  return (
    <div class="actions">
      {acts.map(({ noun, words }) => (
        <form key={noun} method="post" action={`/desk/sources/${source.id}/${noun}`} class="inline">
          <FormToken form={frame.form} />
          <button type="submit" class="quiet">
            {words}
          </button>
        </form>
      ))}
    </div>
  );
}

function ContractForm(props: SourcePageProps) {
  const { frame, source, refused } = props;
  const wrong = refused?.fields ?? {};
  return (
    <form class="form" method="post" action={`/desk/sources/${source.id}`}>
      <FormToken form={frame.form} />
      <div class="fields">
        <Field label="Name" name="name" wrong={wrong.name}>
          <input id="name" name="name" value={source.name} required dir="auto" />
        </Field>
        <Field label="Language" name="language" hint="Of most of its copy; each item’s own is found out.">
          <select id="language" name="language">
            <option value="">not known</option>
            <LanguageOptions chosen={source.language ?? ''} />
          </select>
        </Field>
      </div>
      {source.feedUrl !== null && (
        <Field label="Address of its feed" name="feedUrl" wrong={wrong.feedUrl}>
          <input id="feedUrl" name="feedUrl" type="url" value={source.feedUrl} required />
        </Field>
      )}
      <Field label="Credit line" name="credit" hint="As it must stand on the page.">
        <input id="credit" name="credit" value={source.credit} dir="auto" />
      </Field>
      <fieldset class="set">
        <legend>We may</legend>
        <Box name="mayAlert" isOn={source.mayAlert} words="tell readers of its copy by an alert" />
        <Box name="mayTranslate" isOn={source.mayTranslate} words="translate its copy" />
        <Box
          name="mayUseCloud"
          isOn={source.mayUseCloud}
          words="show its copy to an engine outside the house"
        />
        <Box name="mayFullText" isOn={source.mayFullText} words="fetch the whole text from its page" />
      </fieldset>
      <Terms {...props} />
      <Unread {...props} />
      <div class="actions">
        <button type="submit">Save</button>
      </div>
    </form>
  );
}

const policies: Record<IndexPolicy, string> = {
  index: 'index it as ours',
  noindex: 'leave it out',
  canonical: 'take the source’s own page for it',
};

/** What is owed beyond the credit line, and how the source is asked. */
function Terms({ source, refused }: SourcePageProps) {
  return (
    <fieldset class="set">
      <legend>Its terms</legend>
      <div class="fields">
        <Field label="Search engines" name="indexPolicy">
          <select id="indexPolicy" name="indexPolicy">
            {indexPolicies.map((policy) => (
              <option key={policy} value={policy} selected={policy === source.indexPolicy}>
                {policies[policy]}
              </option>
            ))}
          </select>
        </Field>
        <Field
          label="May stand for"
          name="keepDays"
          hint="Days after publication; empty for ever."
          wrong={refused?.fields.keepDays}
        >
          <input id="keepDays" name="keepDays" inputMode="numeric" value={source.keepDays ?? ''} />
        </Field>
      </div>
      <Box
        name="autoKill"
        isOn={source.autoKill}
        words="Kill our story at once when it withdraws the report, or its time is over"
      />
      <small>Otherwise the desk is told, beside the story and on the wire, and decides.</small>
      <Box
        name="isWire"
        isOn={source.isWire}
        words="A wire: ask as often as it sends, whatever rest its feed asks for"
      />
    </fieldset>
  );
}

function Box(props: { name: string; isOn: boolean; words: string; isOff?: boolean }) {
  return (
    <label class="check">
      <input type="checkbox" name={props.name} value="yes" checked={props.isOn} disabled={props.isOff} />
      {props.words}
    </label>
  );
}

function Unread({ source, sections, paperLanguage }: SourcePageProps) {
  return (
    <fieldset class="set">
      <legend>Unread</legend>
      <Box
        name="publishUnread"
        isOn={source.publishUnread}
        words="Publish what it sends in the paper’s own language without an editor"
      />
      <small>
        Only copy that is in “{paperLanguage}” for certain, has a link, and passes the gate. Everything else
        waits on the wire.
      </small>
      <Box
        name="takesGenerated"
        isOn={source.takesGenerated}
        words="Also what the agency itself marks as made by trained software"
      />
      <div class="fields">
        <Field label="Into the section" name="sectionId">
          <select id="sectionId" name="sectionId">
            <option value="">none</option>
            {sections.map(({ id, name }) => (
              <option key={id} value={id} selected={id === source.sectionId}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field label="Telling readers" name="alertLevel">
          <select id="alertLevel" name="alertLevel">
            <option value="">no alert</option>
            {alertLevels.map((level) => (
              <option key={level} value={level} selected={level === source.alertLevel}>
                {level}
              </option>
            ))}
          </select>
        </Field>
      </div>
    </fieldset>
  );
}
