/** The translation engines, what they cost, and the glossary. */

import { engineKinds } from '../translation/engine.ts';
import { type EngineState, runsHere } from '../translation/engines.ts';
import type { GlossaryLine } from '../translation/glossary.ts';
import { type DeskFrame, DeskPage, Field, FormToken, Notice } from './desk-layout.tsx';
import { LanguageOptions } from './language-options.tsx';
import { languageName } from './words.ts';

export interface EnginesProps {
  frame: DeskFrame;
  engines: EngineState[];
  pair: { from: string; to: string };
  terms: GlossaryLine[];
  done?: string | undefined;
  refused?: { words: string; fields: Record<string, string> } | undefined;
}

const kindNames: Readonly<Record<string, string>> = {
  libretranslate: 'LibreTranslate',
  deepl: 'DeepL',
  chat: 'A language model (OpenAI-compatible)',
  apertium: 'Apertium',
  bergamot: 'Bergamot, with models from a folder',
};

export function EnginesPage(props: EnginesProps) {
  const { frame, engines, done, refused } = props;
  return (
    <DeskPage {...frame} title="Translation" current="masthead">
      <div class="page-head">
        <h1>Translation</h1>
      </div>
      <p class="lead">
        Engines are asked in this order. Copy whose source forbids it is only given to engines in the house.
      </p>
      {done && <Notice kind="good">{done}</Notice>}
      {refused && <Notice kind="bad">{refused.words}</Notice>}
      {engines.length > 0 ? <EngineList {...props} /> : <p class="empty">No engine is set up yet.</p>}
      <EngineForm {...props} />
      <Glossary {...props} />
    </DeskPage>
  );
}

function EngineList({ engines, frame }: EnginesProps) {
  return (
    <table class="list">
      <thead>
        <tr>
          <th>Engine</th>
          <th>Where</th>
          <th>This month</th>
          <th>State</th>
          <th>
            <span class="unseen">Remove</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {engines.map((engine) => (
          <tr key={engine.id}>
            <td data-label="Engine">
              {engine.name} <span class="dim">{kindNames[engine.kind]}</span>
            </td>
            <td data-label="Where">
              {engine.isInside ? 'in the house' : 'outside'} <span class="dim">{placeOf(engine)}</span>
            </td>
            <td data-label="This month" class="num">
              {engine.characters.toLocaleString('en')}
              {engine.monthlyCharacters !== null && ` of ${engine.monthlyCharacters.toLocaleString('en')}`}{' '}
              characters
              {engine.costMicros > 0 && `, ${(engine.costMicros / 1_000_000).toFixed(2)}`}
            </td>
            <td data-label="State">
              {engine.failureWords ? <span class="unsure">{engine.failureWords}</span> : 'ready'}
            </td>
            <td>
              <form class="inline" method="post" action={`/desk/translation/engines/${engine.id}/removal`}>
                <FormToken form={frame.form} />
                <button type="submit" class="quiet small">
                  Remove
                </button>
              </form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const placeOf = ({ kind, address }: EngineState): string =>
  runsHere(kind) ? address : new URL(address).host;

function EngineForm({ frame, refused }: EnginesProps) {
  return (
    <form class="form narrow" method="post" action="/desk/translation/engines">
      <FormToken form={frame.form} />
      <h2>Add an engine</h2>
      <div class="fields">
        <Field label="Name" name="name" wrong={refused?.fields.name}>
          <input id="name" name="name" required maxlength={60} />
        </Field>
        <Field label="Kind" name="kind" wrong={refused?.fields.kind}>
          <select id="kind" name="kind">
            {engineKinds.map((kind) => (
              <option key={kind} value={kind}>
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
          placeholder="http://localhost:5000 or /srv/models"
          spellcheck={false}
        />
      </Field>
      <div class="fields">
        <Field label="Key" name="key" hint="Kept sealed.">
          <input id="key" name="key" type="password" autocomplete="off" />
        </Field>
        <Field label="Model" name="model">
          <input id="model" name="model" maxlength={120} />
        </Field>
        <Field label="Pairs" name="pairs" hint="Empty: all." wrong={refused?.fields.pairs}>
          <input id="pairs" name="pairs" placeholder="el>en es>en" />
        </Field>
      </div>
      <div class="fields">
        <Field label="Price of a million characters" name="price">
          <input id="price" name="price" inputmode="decimal" />
        </Field>
        <Field label="Characters a month at most" name="ceiling" wrong={refused?.fields.monthlyCharacters}>
          <input id="ceiling" name="ceiling" inputmode="numeric" />
        </Field>
      </div>
      <label class="check">
        <input type="checkbox" name="inside" value="yes" />
        It runs in the house: what is sent there does not leave it, and its address may be inside our network
      </label>
      <div class="actions">
        <button type="submit">Add</button>
      </div>
    </form>
  );
}

function Glossary({ frame, pair, terms }: EnginesProps) {
  return (
    <section>
      <h2>Glossary</h2>
      <form class="actions" method="get" action="/desk/translation">
        <select name="from" aria-label="From">
          <LanguageOptions chosen={pair.from} />
        </select>
        <select name="to" aria-label="Into">
          <LanguageOptions chosen={pair.to} />
        </select>
        <button type="submit" class="quiet small">
          Show
        </button>
      </form>
      <form class="form narrow" method="post" action="/desk/translation/glossary">
        <FormToken form={frame.form} />
        <input type="hidden" name="from" value={pair.from} />
        <input type="hidden" name="to" value={pair.to} />
        <div class="fields">
          <Field label={languageName(pair.from)} name="term">
            <input id="term" name="term" required maxlength={120} dir="auto" />
          </Field>
          <Field label={languageName(pair.to)} name="translation" hint="The same word: it stays as it is.">
            <input id="translation" name="translation" required maxlength={120} dir="auto" />
          </Field>
        </div>
        <div class="actions">
          <button type="submit">Keep</button>
        </div>
      </form>
      <ul class="terms">
        {terms.map((line) => (
          <li key={line.id}>
            <bdi>{line.term}</bdi> → <bdi>{line.translation}</bdi>{' '}
            <form class="inline" method="post" action={`/desk/translation/glossary/${line.id}/removal`}>
              <FormToken form={frame.form} />
              <button type="submit" class="quiet small">
                Drop
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
