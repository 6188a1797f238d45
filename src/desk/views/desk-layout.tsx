/**
 * The frame of every page at the desk: bar with the rooms and their keys, the page, the foot with what the keys do.
 *
 * Classes a page may use (in desk.css and what it imports):
 * - `<DeskPage>` alone: one scrolling column. With `panes`: children are `Pane`s side by side on a wide screen and one
 *   at a time, with tabs, on a narrow one.
 * - `.page-head` (h1 and a `.actions` row), `.lead` (a sentence under it), `.narrow` (a form's measure).
 * - Tables: `<table class="list">`, numbers in `td.num`, a quiet cell `.dim`; on a phone each `td` needs `data-label`.
 * - Forms: `<form class="form">` with `Field`s or `<div class="field">` (label, `small` hint, control, `.wrong` words);
 *   `.fields` puts short fields side by side; `label.check` for a box with its words.
 * - Buttons: `button` or `a.btn`; `.quiet` outlined, `.danger` for what cannot be taken back, `.small` inside rows.
 *   Put them in `.actions`. A form that is one button: `<form class="inline">`.
 * - `Notice` or `p.notice.good|bad|unsure`, `.empty`; `.tag` (a state), `.live`, `.source`, `.unsure` by colour, `.dim`, `kbd`.
 */
import type { ComponentChildren } from 'preact';
import { covers, type Role } from '../../staff/roles.ts';
import type { AssetName } from '../../views/assets.ts';
import { Document } from '../../views/document.tsx';
import { type BellLine, BellMark } from './bell-mark.tsx';
import { CalledMark } from './called-mark.tsx';
import { DeskFoot, type DeskKey, KeyList } from './desk-foot.tsx';
import { SearchBoxTemplate, SearchLink } from './search-box.tsx';
import { type SendingStop, StopBar, StopButton, type ToAgree } from './stop-bar.tsx';

/** The rooms in the bar, in order, and the role that opens each; each is reached by `g` and its letter. */
export const deskRooms = [
  { room: 'today', name: 'Today', path: '/desk/today', key: 'd', role: 'reporter' },
  { room: 'wire', name: 'Wire', path: '/desk/wire', key: 'w', role: 'reporter' },
  { room: 'stories', name: 'Stories', path: '/desk/stories', key: 's', role: 'reporter' },
  { room: 'front', name: 'Front', path: '/desk/front', key: 'f', role: 'editor' },
  { room: 'media', name: 'Library', path: '/desk/media', key: 'l', role: 'reporter' },
  { room: 'alerts', name: 'Alerts', path: '/desk/alerts', key: 'a', role: 'editor' },
  { room: 'replies', name: 'Replies', path: '/desk/replies', key: 'r', role: 'moderator' },
  { room: 'readers', name: 'Readers', path: '/desk/readers', key: 'e', role: 'reporter' },
  { room: 'sources', name: 'Sources', path: '/desk/sources', key: 'o', role: 'editor' },
  { room: 'staff', name: 'Staff', path: '/desk/staff', key: 't', role: 'administrator' },
  { room: 'masthead', name: 'Masthead', path: '/desk/masthead', key: 'm', role: 'chief' },
] as const;

/** Rooms of no deadline: where a story's buttons leave no place for all, these stand in the menu behind the name. */
const QUIET_ROOMS: ReadonlySet<DeskRoom> = new Set(['readers', 'sources', 'staff', 'masthead']);

export type { DeskKey } from './desk-foot.tsx';

export type DeskRoom = (typeof deskRooms)[number]['room'];

/** What every page knows; `deskFrame` in desk/door/frame.ts makes it from a request's session. */
export interface DeskFrame {
  staff: { name: string; role: Role };
  /** The form token, for forms (`FormToken`) and for the scripts of the page. */
  form: string;
  /** The paper's name. */
  paper?: string;
  /** How many replies, and sentences that readers object to, wait for someone. */
  held?: number;
  /** Remarks that call this person and were not looked at. */
  called?: number;
  /** Set while no alert may leave. */
  stopped?: SendingStop;
  /** Flashes that wait for someone to agree; for whoever might. */
  toAgree?: ToAgree[];
  /** Pieces of work that failed at every try; for whoever may have them tried again. */
  givenUp?: number;
  /** What they are told of and have not looked at: door/bell.ts. */
  bell?: BellLine[];
}

export interface DeskPageProps extends DeskFrame {
  title: string;
  current: DeskRoom | null;
  scripts?: AssetName[];
  /** Children are panes side by side. */
  panes?: boolean;
  keys?: DeskKey[];
  /** What stands at the end of the foot: what is in the way of publishing. */
  foot?: ComponentChildren;
  /** At the end of the bar, before the name: state and buttons of the page. */
  bar?: ComponentChildren;
  /** Further elements of the head. */
  head?: ComponentChildren;
  children: ComponentChildren;
}

/** A page of the desk. */
export function DeskPage(props: DeskPageProps) {
  return (
    <Document
      title={`${props.title} · ${props.paper ?? 'Desk'}`}
      language="en"
      style="desk-style"
      scripts={['desk', ...(props.scripts ?? [])]}
      bodyClass={props.panes ? 'desk with-panes' : 'desk'}
      head={
        <>
          <meta name="robots" content="noindex" />
          <meta name="desk-form" content={props.form} />
          {props.head}
        </>
      }
    >
      <a class="skip" href="#page">
        To the page
      </a>
      <div class="desk-top">
        <StopBar {...props} />
        <DeskBar {...props} />
      </div>
      <main id="page" class={props.panes ? 'panes' : 'page'}>
        {props.children}
      </main>
      <SearchBoxTemplate />
      <DeskFoot keys={props.keys ?? []} end={props.foot} />
      <KeyList
        keys={props.keys ?? []}
        rooms={roomsOf(props.staff.role)}
        mayBegin={covers(props.staff.role, 'reporter')}
      />
    </Document>
  );
}

/** The hidden field that every form of the desk carries. */
export function FormToken({ form }: { form: string }) {
  return <input type="hidden" name="_form" value={form} />;
}

/** A label, its hint, its control, and the words of a refusal beside it. */
export function Field(props: {
  label: string;
  name: string;
  hint?: ComponentChildren;
  wrong?: string | undefined;
  children: ComponentChildren;
}) {
  return (
    <div class="field">
      <label for={props.name}>{props.label}</label>
      {props.hint && <small id={`${props.name}-hint`}>{props.hint}</small>}
      {props.children}
      {props.wrong && (
        <p class="wrong" id={`${props.name}-wrong`}>
          {props.wrong}
        </p>
      )}
    </div>
  );
}

/** What was done, or why it was not. */
export function Notice(props: { kind: 'good' | 'bad' | 'unsure'; children: ComponentChildren }) {
  return (
    <p class={`notice ${props.kind}`} role={props.kind === 'bad' ? 'alert' : 'status'}>
      {props.children}
    </p>
  );
}

/** One of the panes of a page with `panes`. */
export function Pane(props: { name: string; label: string; children: ComponentChildren }) {
  return (
    <section class={`pane ${props.name}`} id={props.name} aria-label={props.label}>
      {props.children}
    </section>
  );
}

/** The heading of a part of a pane: its name, and at the end its keys. */
export function PaneHead(props: { children: ComponentChildren; end?: ComponentChildren }) {
  return (
    <h2 class="pane-head">
      <span>{props.children}</span>
      {props.end && <span class="end">{props.end}</span>}
    </h2>
  );
}

/** Which pane a narrow screen shows: radio buttons, so that it works without script. */
export function PaneTabs(props: { tabs: { pane: string; name: string }[]; open: string }) {
  return (
    <fieldset class="pane-tabs">
      <legend class="unseen">Show</legend>
      {props.tabs.map((tab) => (
        <label key={tab.pane}>
          <input
            type="radio"
            name="pane"
            value={tab.pane}
            class={`tab-${tab.pane}`}
            checked={tab.pane === props.open}
          />
          <span>{tab.name}</span>
        </label>
      ))}
    </fieldset>
  );
}

function roomsOf(role: Role) {
  return deskRooms.filter((room) => covers(role, room.role));
}

function DeskBar(props: DeskPageProps) {
  return (
    <header class="desk-bar">
      <a class="paper" href="/" title="The paper, as readers see it">
        {props.paper ?? 'Crier'}
      </a>
      <nav aria-label="Desk">
        {roomsOf(props.staff.role).map((room) => (
          <a
            key={room.room}
            href={room.path}
            class={QUIET_ROOMS.has(room.room) ? 'quiet-room' : undefined}
            aria-current={room.room === props.current ? 'page' : undefined}
            aria-keyshortcuts={`g ${room.key}`}
          >
            {room.name}
            {room.room === 'replies' && (
              <b class="badge" data-held hidden={!props.held}>
                {props.held ?? 0}
                <span class="unseen"> waiting</span>
              </b>
            )}
          </a>
        ))}
      </nav>
      <div class="bar-end">
        <CalledMark called={props.called ?? 0} />
        {props.bar}
        <SearchLink />
        <BellMark lines={props.bell ?? []} />
        <details class="me">
          <summary aria-label={props.staff.name}>
            <span class="me-name">{props.staff.name}</span>
          </summary>
          <div class="me-menu">
            <span>
              {props.staff.name}, <span class="dim">{props.staff.role}</span>
            </span>
            {roomsOf(props.staff.role)
              .filter(({ room }) => QUIET_ROOMS.has(room))
              .map(({ room, path, name }) => (
                <a key={room} class="quiet-room" href={path}>
                  {name}
                </a>
              ))}
            {covers(props.staff.role, 'editor') && <a href="/desk/work">Work: what runs, waits, failed</a>}
            {covers(props.staff.role, 'chief') && <a href="/desk/moving">Moving in</a>}
            {covers(props.staff.role, 'chief') && <a href="/desk/audit">Audit: who did what</a>}
            <a href="/desk/staff#me">You, your password and sessions</a>
            <form method="post" action="/desk/sign-out" class="inline">
              <FormToken form={props.form} />
              <button type="submit" class="quiet small">
                Sign out
              </button>
            </form>
            {!props.stopped && <StopButton {...props} />}
          </div>
        </details>
      </div>
    </header>
  );
}
