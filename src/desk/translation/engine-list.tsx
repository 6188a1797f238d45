/** The engines on their page: the list with what can be done to each, the form for one more, and the one to try them. */
import type { EyeRecord } from '../../translation/ask-eye.ts';
import { engineKinds } from '../../translation/engine.ts';
import { type EngineState, reads, runsHere } from '../../translation/engines.ts';
import { type DeskFrame, Field, FormToken } from '../views/desk-layout.tsx';
import { LanguageOptions } from '../views/language-options.tsx';
import { clockTime, type PageTime } from '../views/words.ts';

const kindNames: Readonly<Record<string, string>> = {
  libretranslate: 'LibreTranslate',
  deepl: 'DeepL',
  chat: 'A language model (OpenAI-compatible)',
  apertium: 'Apertium',
  bergamot: 'Bergamot, with models from a folder',
  eye: 'A reader’s eye: a language model that reads translations',
};

export interface EngineListProps {
  frame: DeskFrame;
  when: PageTime;
  engines: EngineState[];
  /** Where a reader's eye is set up. */
  eye: EyeRecord | undefined;
}

export function EngineList({ engines, frame, when, eye }: EngineListProps) {
  const isAdministrator = frame.staff.role === 'administrator';
  return (
    <table class="list">
      <thead>
        <tr>
          <th>Engine</th>
          <th>Where</th>
          <th>This month</th>
          <th>State</th>
          {isAdministrator && (
            <th>
              <span class="unseen">Change</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {engines.map((engine, index) => (
          <tr key={engine.id}>
            <td data-label="Engine">
              {engine.name}{' '}
              <span class="dim">
                {kindNames[engine.kind]}
                {engine.model && `, ${engine.model}`}
                {engine.pairs && `, ${engine.pairs}`}
              </span>
            </td>
            <td data-label="Where">
              {engine.isInside ? 'in the house' : 'outside'} <span class="dim">{placeOf(engine)}</span>
            </td>
            <td data-label="This month" class="num">
              {engine.characters.toLocaleString('en')}
              {engine.monthlyCharacters !== null && ` of ${engine.monthlyCharacters.toLocaleString('en')}`}{' '}
              characters
              {engine.costMicros > 0 &&
                `, ${(engine.costMicros / 1_000_000).toFixed(2)} ${engine.currency}`.trimEnd()}
            </td>
            <td data-label="State">
              <State engine={engine} when={when} eye={eye} />
            </td>
            {isAdministrator && (
              <td>
                <Changes engine={engine} frame={frame} isFirst={index === 0} when={when} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const placeOf = ({ kind, address }: EngineState): string =>
  runsHere(kind) ? address : new URL(address).host;

const isResting = (engine: EngineState, { now }: PageTime): boolean => engine.restUntil > now;

function State({ engine, when, eye }: { engine: EngineState; when: PageTime; eye: EyeRecord | undefined }) {
  if (engine.isPaused) return <>paused</>;
  if (!engine.failureWords && eye && reads(engine)) return <>{recordOf(eye)}</>;
  if (!engine.failureWords) return engine.isTried ? <>ready</> : <>not asked yet: try it below</>;
  return (
    <span class="unsure">
      {engine.failureWords}
      {remedyOf(engine)}
      {isResting(engine, when) && ` Asked again after ${clockTime(engine.restUntil, when)}.`}
    </span>
  );
}

/** How far it can be believed: what editors made of what it pointed at. */
function recordOf({ pointed, setAside }: EyeRecord): string {
  if (pointed === 0) return 'ready; it has pointed at nothing yet';
  return `ready; of ${pointed} places that it points at, ${setAside} set aside as right`;
}

/** What an administrator can do about it, where one thing is the usual cause. */
function remedyOf({ failureWords, isInside }: EngineState): string {
  if (/not on the public internet/.test(failureWords ?? '') && !isInside)
    return ' If it runs in the house, change it and say so.';
  if (/certificate|TLS|SSL/i.test(failureWords ?? ''))
    return ' If it speaks plain HTTP, change its address to http://.';
  return '';
}

function Changes({
  engine,
  frame,
  isFirst,
  when,
}: {
  engine: EngineState;
  frame: DeskFrame;
  isFirst: boolean;
  when: PageTime;
}) {
  const isAway = engine.isPaused || isResting(engine, when);
  const changes = [
    ...(isFirst ? [] : [['up', 'Move up']]),
    isAway ? ['resumption', 'Ask again'] : ['pause', 'Pause'],
    ['removal', 'Remove'],
  ];
  return (
    <div class="actions">
      <a
        class="btn quiet small"
        href={`/desk/translation?change=${engine.id}`}
        aria-label={`Change: ${engine.name}`}
      >
        Change
      </a>
      {changes.map(([path, label]) => (
        <form
          key={path}
          class="inline"
          method="post"
          action={`/desk/translation/engines/${engine.id}/${path}`}
        >
          <FormToken form={frame.form} />
          <button type="submit" class="quiet small" aria-label={`${label}: ${engine.name}`}>
            {label}
          </button>
        </form>
      ))}
    </div>
  );
}

export function TryForm({
  engines,
  frame,
  pair,
  tried,
}: {
  engines: EngineState[];
  frame: DeskFrame;
  pair: { from: string; to: string };
  /** What was given to an engine before. */
  tried?: { engineId: string; text: string } | undefined;
}) {
  return (
    <form class="form narrow" method="post" action="/desk/translation/trial">
      <FormToken form={frame.form} />
      <h2>Try an engine</h2>
      <div class="fields">
        <Field label="Engine" name="engine">
          <select id="engine" name="engine">
            {engines
              .filter((engine) => !reads(engine))
              .map(({ id, name }) => (
                <option key={id} value={id} selected={id === tried?.engineId}>
                  {name}
                </option>
              ))}
          </select>
        </Field>
        <Field label="From" name="try-from">
          <select id="try-from" name="from">
            <LanguageOptions chosen={pair.from} />
          </select>
        </Field>
        <Field label="Into" name="try-to">
          <select id="try-to" name="to">
            <LanguageOptions chosen={pair.to} />
          </select>
        </Field>
      </div>
      <Field label="A sentence" name="text" hint="It is sent as it stands; what comes back is kept nowhere.">
        <input id="text" name="text" required maxlength={500} dir="auto" value={tried?.text ?? ''} />
      </Field>
      <div class="actions">
        <button type="submit" class="quiet">
          Translate it
        </button>
      </div>
    </form>
  );
}

export interface EngineFormProps {
  frame: DeskFrame;
  /** The one that is changed; without one, one is added. */
  engine?: EngineState | undefined;
  refused?: { fields: Record<string, string> } | undefined;
}

export function EngineForm({ frame, engine, refused }: EngineFormProps) {
  const path = engine ? `/${engine.id}/change` : '';
  return (
    <form class="form narrow" method="post" action={`/desk/translation/engines${path}`}>
      <FormToken form={frame.form} />
      <h2>{engine ? `Change ${engine.name}` : 'Add an engine'}</h2>
      <div class="fields">
        <Field label="Name" name="name" wrong={refused?.fields.name}>
          <input id="name" name="name" required maxlength={60} value={engine?.name} />
        </Field>
        <Field label="Kind" name="kind" wrong={refused?.fields.kind}>
          <select id="kind" name="kind">
            {engineKinds.map((kind) => (
              <option key={kind} value={kind} selected={kind === engine?.kind}>
                {kindNames[kind]}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <Field
        label="Address"
        name="address"
        hint="For a language model up to and with /v1, for Bergamot the folder of its models."
        wrong={refused?.fields.address}
      >
        <input
          id="address"
          name="address"
          required
          value={engine?.address}
          placeholder="http://localhost:5000 or /srv/models"
          spellcheck={false}
        />
      </Field>
      <div class="fields">
        <Field
          label="Key"
          name="key"
          hint={engine ? 'Kept sealed. Empty: the one that is kept.' : 'Kept sealed.'}
        >
          <input id="key" name="key" type="password" autocomplete="off" />
        </Field>
        <Field label="Model or version" name="model" hint="For the receipt.">
          <input id="model" name="model" maxlength={120} value={engine?.model ?? ''} />
        </Field>
        <Field label="Pairs" name="pairs" hint="Empty: all." wrong={refused?.fields.pairs}>
          <input id="pairs" name="pairs" placeholder="el>en es>en" value={engine?.pairs} />
        </Field>
      </div>
      <div class="fields">
        <Field label="Price of a million characters" name="price">
          <input
            id="price"
            name="price"
            inputmode="decimal"
            value={engine && engine.priceMicros > 0 ? engine.priceMicros / 1_000_000 : ''}
          />
        </Field>
        <Field label="Currency" name="currency" wrong={refused?.fields.currency}>
          <input id="currency" name="currency" maxlength={3} placeholder="EUR" value={engine?.currency} />
        </Field>
        <Field label="Characters a month at most" name="ceiling" wrong={refused?.fields.monthlyCharacters}>
          <input id="ceiling" name="ceiling" inputmode="numeric" value={engine?.monthlyCharacters ?? ''} />
        </Field>
      </div>
      <label class="check">
        <input type="checkbox" name="inside" value="yes" checked={engine?.isInside === true} />
        It runs in the house: what is sent there does not leave it, and its address may be inside our network
      </label>
      <div class="actions">
        <button type="submit">{engine ? 'Save' : 'Add'}</button>
        {engine && (
          <a class="btn quiet" href="/desk/translation">
            Leave it
          </a>
        )}
      </div>
    </form>
  );
}
