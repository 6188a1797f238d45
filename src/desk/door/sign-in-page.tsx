/** The page where staff sign in, and the plain frame of the pages before it. */
import type { ComponentChildren } from 'preact';
import { Document } from '../../views/document.tsx';
import { Field, FormToken, Notice } from '../views/desk-layout.tsx';

/** A page of the desk without its bar: for who is not signed in yet. */
export function DoorPage(props: { title: string; paper: string; children: ComponentChildren }) {
  return (
    <Document
      title={`${props.title} · ${props.paper}`}
      language="en"
      style="desk-style"
      bodyClass="desk at-door"
      head={<meta name="robots" content="noindex" />}
    >
      <main id="page" class="page door">
        {props.children}
      </main>
    </Document>
  );
}

export interface SignInPageProps {
  paper: string;
  form: string;
  /** Where to go on. */
  next: string;
  /** As typed before; never the password. */
  email: string;
  /** Why it was not taken. */
  refused?: string | undefined;
}

export function SignInPage(props: SignInPageProps) {
  return (
    <DoorPage title="Sign in" paper={props.paper}>
      <p class="door-paper">
        <a href="/">{props.paper}</a>
      </p>
      <h1>Sign in to the desk</h1>
      {props.refused && <Notice kind="bad">{props.refused}</Notice>}
      <form class="form narrow" method="post" action="/desk/sign-in">
        <FormToken form={props.form} />
        <input type="hidden" name="next" value={props.next} />
        <Field label="E-mail address" name="email">
          <input
            id="email"
            name="email"
            type="email"
            autocomplete="username"
            required
            maxLength={254}
            value={props.email}
            autofocus={props.email === ''}
          />
        </Field>
        <Field label="Password" name="password">
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="current-password"
            required
            maxLength={128}
            autofocus={props.email !== ''}
          />
        </Field>
        <div class="actions">
          <button type="submit">Sign in</button>
        </div>
      </form>
      <p class="dim narrow">
        Forgotten? An administrator can give you a new password on the staff page, or on the server with{' '}
        <code>crier add-editor</code> (<code>bin/crier</code> in a checkout).
      </p>
    </DoorPage>
  );
}

/** In place of the form while there is no paper yet. */
export function NotSetUpPage() {
  return (
    <DoorPage title="Not set up yet" paper="Crier">
      <h1>This newsroom is not set up yet</h1>
      <p class="lead">
        The set-up link was printed where the newsroom was started. Each start prints a new one; only the
        newest works.
      </p>
    </DoorPage>
  );
}
