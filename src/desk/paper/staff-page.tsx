/** The staff: who works here and in which role, and one's own profile and password. */
import { type Role, roles } from '../../staff/roles.ts';
import type { OwnSession } from '../../staff/sessions.ts';
import type { Staff } from '../../staff/staff.ts';
import { PasswordFields } from '../door/own-password-page.tsx';
import { OwnSessions } from '../door/own-sessions.tsx';
import { type DeskFrame, DeskPage, Field, FormToken, Notice } from '../views/desk-layout.tsx';
import { dayAndTime, type PageTime } from '../views/words.ts';

export interface HandedOver {
  name: string;
  email: string;
  password: string;
}

export interface StaffPageProps {
  frame: DeskFrame;
  when: PageTime;
  /** Who looks. */
  me: Staff;
  staff: Staff[];
  sessions: OwnSession[];
  done?: string | undefined;
  /** A password to hand over; shown on this one page and kept nowhere. */
  handOver?: HandedOver | undefined;
  /** The address that opens a letter to them in the mail program. */
  letter?: string | undefined;
  refused?: { words: string; fields: Record<string, string> } | undefined;
  /** What was typed into a form that was refused. */
  typed?: Record<string, string> | undefined;
}

const roleWords: Record<Role, string> = {
  reporter: 'writes and picks up',
  moderator: 'reads replies',
  editor: 'publishes, and all that reporters and moderators do',
  chief: 'keeps the masthead and the sources, and all that editors do',
  administrator: 'keeps the staff, and everything else',
};

export function StaffPage(props: StaffPageProps) {
  const { frame, me, refused } = props;
  const working = props.staff.filter((one) => one.leftAt === null);
  const left = props.staff.filter((one) => one.leftAt !== null);
  const manages = me.role === 'administrator';
  return (
    <DeskPage {...frame} title="Staff" current="staff">
      <div class="page-head">
        <h1>Staff</h1>
      </div>
      {props.done && <Notice kind="good">{props.done}</Notice>}
      {props.handOver && <HandOver {...props.handOver} letter={props.letter ?? ''} />}
      {refused && <Notice kind="bad">{refused.words}</Notice>}
      <table class="list">
        <thead>
          <tr>
            <th>Name</th>
            {manages && <th>E-mail address</th>}
            <th>Role</th>
            {manages && (
              <th>
                <span class="unseen">Change</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {working.map((one) => (
            <Row key={one.id} one={one} manages={manages} form={frame.form} />
          ))}
        </tbody>
      </table>
      {manages && <AddForm {...props} />}
      {manages && left.length > 0 && <Left left={left} form={frame.form} when={props.when} />}
      <Profile {...props} />
      <Password {...props} />
      <OwnSessions sessions={props.sessions} form={frame.form} when={props.when} />
    </DeskPage>
  );
}

function HandOver({ name, email, password, letter }: HandedOver & { letter: string }) {
  return (
    <Notice kind="unsure">
      {name} signs in as <b>{email}</b> with this password: <code class="password">{password}</code>
      <br />
      It is shown this once. Hand it over in person or by telephone; at their first sign-in they choose
      another. <a href={letter}>Write to them where the desk is</a>: the letter does not name the password.
    </Notice>
  );
}

function Row({ one, manages, form }: { one: Staff; manages: boolean; form: string }) {
  return (
    <tr id={`staff-${one.id}`}>
      <td>
        <a class="name" href={`/author/${one.slug}`}>
          <bdi>{one.name}</bdi>
        </a>
      </td>
      {manages && (
        <td class="dim" data-label="E-mail address">
          {one.email}
        </td>
      )}
      <td data-label="Role">
        {manages ? <RoleForm one={one} form={form} /> : <span title={roleWords[one.role]}>{one.role}</span>}
      </td>
      {manages && (
        <td>
          <div class="actions">
            <form class="inline" method="post" action={`/desk/staff/${one.id}/password`}>
              <FormToken form={form} />
              <button
                type="submit"
                class="small quiet"
                data-ask={`Give ${one.name} a new password? They are signed out.`}
              >
                New password
              </button>
            </form>
            <form class="inline" method="post" action={`/desk/staff/${one.id}/leave`}>
              <FormToken form={form} />
              <button
                type="submit"
                class="small danger"
                data-ask={`Remove ${one.name} from the staff? They are signed out now; what they wrote stays theirs.`}
              >
                Remove
              </button>
            </form>
          </div>
        </td>
      )}
    </tr>
  );
}

function RoleForm({ one, form }: { one: Staff; form: string }) {
  return (
    <form class="actions role" method="post" action={`/desk/staff/${one.id}/role`}>
      <FormToken form={form} />
      <select name="role" aria-label={`Role of ${one.name}`}>
        <RoleOptions chosen={one.role} />
      </select>
      <button type="submit" class="small quiet">
        Change
      </button>
    </form>
  );
}

function RoleOptions({ chosen, inWords }: { chosen: string; inWords?: boolean }) {
  return (
    <>
      {roles.map((role) => (
        <option key={role} value={role} selected={role === chosen}>
          {inWords ? `${role}: ${roleWords[role]}` : role}
        </option>
      ))}
    </>
  );
}

function AddForm({ frame, refused, typed = {} }: StaffPageProps) {
  const wrong = typed.form === 'add' ? (refused?.fields ?? {}) : {};
  const had = typed.form === 'add' ? typed : {};
  return (
    <>
      <h2>Someone new</h2>
      <form class="form" method="post" action="/desk/staff">
        <FormToken form={frame.form} />
        <div class="fields">
          <Field label="Name" name="new-name" hint="As it stands in bylines." wrong={wrong.name}>
            <input
              id="new-name"
              name="name"
              type="text"
              required
              maxLength={80}
              value={had.name ?? ''}
              dir="auto"
            />
          </Field>
          <Field label="E-mail address" name="new-email" hint="To sign in with." wrong={wrong.email}>
            <input
              id="new-email"
              name="email"
              type="email"
              required
              maxLength={254}
              value={had.email ?? ''}
            />
          </Field>
        </div>
        <Field label="Role" name="new-role" wrong={wrong.role}>
          <select id="new-role" name="role">
            <RoleOptions chosen={had.role ?? 'reporter'} inWords />
          </select>
        </Field>
        <div class="actions">
          <button type="submit">Add</button>
        </div>
      </form>
    </>
  );
}

function Left({ left, form, when }: { left: Staff[]; form: string; when: PageTime }) {
  return (
    <details class="more">
      <summary>Left ({left.length})</summary>
      <table class="list">
        <tbody>
          {left.map((one) => (
            <tr key={one.id}>
              <td>
                <bdi>{one.name}</bdi>
              </td>
              <td class="dim">left {dayAndTime(one.leftAt ?? 0, when)}</td>
              <td>
                <form class="inline" method="post" action={`/desk/staff/${one.id}/return`}>
                  <FormToken form={form} />
                  <button type="submit" class="small quiet">
                    Comes back
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Profile({ frame, me, refused, typed = {} }: StaffPageProps) {
  const wrong = typed.form === 'profile' ? (refused?.fields ?? {}) : {};
  const had = typed.form === 'profile' ? typed : { name: me.name, bio: me.bio };
  return (
    <>
      <h2 id="me">You</h2>
      <form class="form" method="post" action="/desk/staff/me/profile">
        <FormToken form={frame.form} />
        <Field label="Name" name="name" wrong={wrong.name}>
          <input
            id="name"
            name="name"
            type="text"
            required
            maxLength={80}
            value={had.name ?? ''}
            dir="auto"
          />
        </Field>
        <Field
          label="A few words about you"
          name="bio"
          hint="For your author page; may be empty."
          wrong={wrong.bio}
        >
          <textarea id="bio" name="bio" rows={3} maxLength={600} dir="auto">
            {had.bio ?? ''}
          </textarea>
        </Field>
        <div class="actions">
          <button type="submit" class="quiet">
            Save
          </button>
        </div>
      </form>
    </>
  );
}

function Password({ frame, me, refused, typed = {} }: StaffPageProps) {
  const wrong = typed.form === 'password' ? (refused?.fields ?? {}) : {};
  return (
    <>
      <h2>Your password</h2>
      <form class="form" method="post" action="/desk/staff/me/password">
        <FormToken form={frame.form} />
        <input type="hidden" autocomplete="username" value={me.email} />
        <div class="fields">
          <PasswordFields present="Present password" wrong={wrong} />
        </div>
        <div class="actions">
          <button type="submit" class="quiet">
            Change, and sign out everywhere else
          </button>
        </div>
      </form>
    </>
  );
}
