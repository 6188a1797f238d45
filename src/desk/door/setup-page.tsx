/** The page that sets a newsroom up, once. */
import type { ComponentChildren } from 'preact';
import { Field, Notice } from '../views/desk-layout.tsx';
import { TimeZoneOptions } from '../views/time-zone-options.tsx';
import type { PaperChoice } from './paper-choices.ts';
import { DoorPage } from './sign-in-page.tsx';

/** What was typed, or what is proposed. Never the password. */
export interface SetupForm {
  paper: string;
  language: string;
  timeZone: string;
  contact: string;
  sections: string;
  name: string;
  email: string;
  source: string;
}

export interface SetupPageProps {
  token: string;
  typed: SetupForm;
  languages: PaperChoice[];
  /** Words beside fields, of a form that was not taken. */
  wrong: Record<string, string>;
  refused?: string | undefined;
}

export function SetupPage(props: SetupPageProps) {
  return (
    <DoorPage title="Set up" paper="Crier">
      <h1>Set up your newsroom</h1>
      <p class="lead">This is asked once. All of it can be changed later at the desk.</p>
      {props.refused && <Notice kind="bad">{props.refused}</Notice>}
      <form class="form" method="post" action="/desk/setup">
        <input type="hidden" name="token" value={props.token} />
        <PaperFields {...props} />
        <AdministratorFields {...props} />
        <SourceFields {...props} />
        <div class="actions">
          <button type="submit">Open the newsroom</button>
        </div>
      </form>
    </DoorPage>
  );
}

function Group(props: { legend: string; children: ComponentChildren }) {
  return (
    <fieldset class="form">
      <legend>
        <h2>{props.legend}</h2>
      </legend>
      {props.children}
    </fieldset>
  );
}

function PaperFields({ typed, wrong, languages }: SetupPageProps) {
  const focus = firstOf(wrong);
  return (
    <Group legend="The paper">
      <Text name="paper" label="Name" value={typed.paper} wrong={wrong.paper} most={80} focus={focus} />
      <div class="fields">
        <Field label="Language" name="language" wrong={wrong.language}>
          <select id="language" name="language">
            {languages.map(({ value, words }) => (
              <option key={value} value={value} lang={value} selected={value === typed.language}>
                {words}
              </option>
            ))}
          </select>
        </Field>
        <Field label="Time zone" name="timeZone" wrong={wrong.timeZone}>
          <select id="timeZone" name="timeZone">
            <TimeZoneOptions chosen={typed.timeZone} />
          </select>
        </Field>
      </div>
      <Text
        name="contact"
        label="Contact"
        hint="An e-mail address or an https page. Shown to readers, and to push services in case an alert makes trouble."
        value={typed.contact}
        wrong={wrong.contact}
        focus={focus}
        most={200}
      />
      <Text
        name="sections"
        label="Sections"
        hint="With commas between them, in the order they shall stand."
        value={typed.sections}
        wrong={wrong.sections}
        focus={focus}
        most={900}
        optional
      />
    </Group>
  );
}

function AdministratorFields({ typed, wrong }: SetupPageProps) {
  const focus = firstOf(wrong);
  return (
    <Group legend="You, the first administrator">
      <Text
        name="name"
        label="Your name"
        hint="As it stands in bylines."
        value={typed.name}
        wrong={wrong.name}
        focus={focus}
        most={80}
      />
      <Text
        name="email"
        label="Your e-mail address"
        hint="You sign in with it. Readers never see it."
        value={typed.email}
        wrong={wrong.email}
        focus={focus}
        most={254}
        type="email"
        autocomplete="username"
      />
      <Text
        name="password"
        label="Password"
        hint="Ten characters or more; a few words in a row are good."
        value=""
        wrong={wrong.password}
        focus={focus}
        most={128}
        type="password"
        autocomplete="new-password"
      />
    </Group>
  );
}

function SourceFields({ typed, wrong }: SetupPageProps) {
  return (
    <Group legend="A first source">
      <Text
        name="source"
        label="Address of a feed, or of a site that has one"
        hint="What it publishes comes in on your wire. More can be added on the sources page, or all of them later."
        value={typed.source}
        wrong={wrong.source}
        most={2000}
        optional
      />
    </Group>
  );
}

/** Where to begin: at the first field that is wrong, or at the top. */
const firstOf = (wrong: Record<string, string>) => Object.keys(wrong)[0] ?? 'paper';

function Text(props: {
  name: string;
  label: string;
  hint?: string;
  value: string;
  wrong: string | undefined;
  most: number;
  type?: 'email' | 'password';
  autocomplete?: 'username' | 'new-password';
  optional?: boolean;
  /** The field that has the focus first. */
  focus?: string;
}) {
  const { name, wrong, type } = props;
  const described = [props.hint && `${name}-hint`, wrong && `${name}-wrong`].filter(Boolean).join(' ');
  const all = {
    id: name,
    name,
    value: props.value,
    required: !props.optional,
    maxLength: props.most,
    autocomplete: props.autocomplete ?? 'on',
    autofocus: props.focus === name,
    'aria-invalid': wrong !== undefined,
    'aria-describedby': described || undefined,
  };
  return (
    <Field label={props.label} name={name} hint={props.hint} wrong={wrong}>
      {type === 'password' && <input type="password" {...all} />}
      {type === 'email' && <input type="email" {...all} />}
      {type === undefined && <input type="text" {...all} />}
    </Field>
  );
}

/** After a set-up whose first source could not be added: the rest stands. */
export function SetUpDonePage(props: { paper: string; source: string; why: string }) {
  return (
    <DoorPage title="Set up" paper={props.paper}>
      <h1>{props.paper} is set up</h1>
      <Notice kind="unsure">
        The source <b>{props.source}</b> could not be added: {props.why}
      </Notice>
      <p class="lead">Everything else is kept, and you are signed in.</p>
      <div class="actions">
        <a class="btn" href="/desk/sources">
          Try another address
        </a>
        <a class="btn quiet" href="/desk">
          To the desk
        </a>
      </div>
    </DoorPage>
  );
}
