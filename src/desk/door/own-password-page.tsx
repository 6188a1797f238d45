/** Between a first sign-in and the desk: a password that somebody else has seen is changed before anything else. */
import { Field, FormToken, Notice } from '../views/desk-layout.tsx';
import { DoorPage } from './sign-in-page.tsx';

export interface OwnPasswordProps {
  paper: string;
  name: string;
  email: string;
  form: string;
  /** Words beside fields, of a form that was not taken. */
  wrong: Record<string, string>;
  refused?: string | undefined;
}

export function OwnPasswordPage(props: OwnPasswordProps) {
  const { wrong } = props;
  return (
    <DoorPage title="Your own password" paper={props.paper}>
      <p class="door-paper">
        <a href="/">{props.paper}</a>
      </p>
      <h1>Choose your own password</h1>
      <p class="lead narrow">
        Welcome, <bdi>{props.name}</bdi>. The password you signed in with was handed over, so somebody else
        has seen it. It is good for this once.
      </p>
      {props.refused && <Notice kind="bad">{props.refused}</Notice>}
      <form class="form narrow" method="post" action="/desk/own-password">
        <FormToken form={props.form} />
        <input type="hidden" autocomplete="username" value={props.email} />
        <PasswordFields present="The password you were given" wrong={wrong} />
        <div class="actions">
          <button type="submit">Save, and go to the desk</button>
        </div>
      </form>
      <form class="narrow" method="post" action="/desk/sign-out">
        <FormToken form={props.form} />
        <button type="submit" class="quiet small">
          Sign out
        </button>
      </form>
    </DoorPage>
  );
}

/** The present one and the new one, as both pages ask for them. */
export function PasswordFields({ present, wrong }: { present: string; wrong: Record<string, string> }) {
  const shared = { type: 'password', required: true, maxLength: 128 } as const;
  return (
    <>
      <Field label={present} name="password" wrong={wrong.password}>
        <input id="password" name="password" autocomplete="current-password" {...shared} />
      </Field>
      <Field
        label="New password"
        name="newPassword"
        hint="Ten characters or more; a few words in a row are good."
        wrong={wrong.newPassword}
      >
        <input id="newPassword" name="newPassword" autocomplete="new-password" {...shared} />
      </Field>
    </>
  );
}
