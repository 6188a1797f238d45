/** What was done, in the desk's words, by the name under which the audit keeps it. */
import { dayAndTime, type PageTime } from '../views/words.ts';

/** By subject and act where a name is used of several things, else by the act alone. */
const actWords: Record<string, string> = {
  abstract: 'Wrote an abstract',
  add: 'Added',
  'add engine': 'Added a translation engine',
  'add entry': 'Wrote an entry',
  'add source': 'Added a source',
  'add statement': 'Said who said something',
  'add variant': 'Added a spelling of a name',
  advise: 'Told partners what is to come',
  agree: 'Agreed to an alert',
  'agree to the flash': 'Agreed to a flash',
  answer: 'Answered a reply',
  'answer remark': 'Answered a remark',
  approve: 'Approved a reply',
  'ask a second engine': 'Asked a second engine',
  'ask an engine for an entry': 'Asked an engine for an entry again',
  assign: 'Said who does it',
  'banner: put up': 'Put a banner up',
  'banner: take down': 'Took a banner down',
  'calendar end': 'Ended a calendar',
  caption: 'Wrote captions',
  change: 'Changed',
  'change banned words': 'Changed the banned words',
  'change engine': 'Changed a translation engine',
  'change hops': 'Changed the way it reached us',
  'change password': 'Changed a password',
  'change plan': 'Changed a line of the plan',
  'change profile': 'Changed a profile',
  'change role': 'Changed a role',
  'change source': 'Changed a source',
  'change standing': 'Changed how sure a statement is',
  correct: 'Corrected a story',
  'correct entry': 'Corrected an entry',
  cut: 'Cut a picture',
  describe: 'Described a picture',
  dismiss: 'Dismissed a finding',
  draft: 'Began a story',
  'drop entry': 'Threw away an entry that waited',
  'drop house style': 'Took a line out of the house style',
  'drop search': 'Dropped a saved search',
  'drop term': 'Took a term out of the glossary',
  'drop work': 'Had work never tried again',
  'edit translation': 'Edited a translation',
  'end live': 'Ended a live story',
  'end screen': 'Ended notices on a screen',
  'end session': 'Ended a session',
  erase: 'Erased what a reader had left',
  'follow source': 'Took over what a source changed',
  'front: drop': 'Dropped the draft of a front',
  'front: give up': 'Gave a place up for something urgent',
  'front: lay': 'Laid a hand on a story',
  'front: let go': 'Let a story go',
  'front: move': 'Moved a story on a front',
  'front: put out': 'Put a front out',
  'front: undo draft': 'Took a change of a front back',
  'front: undo out': 'Took back what was put out',
  'hand over': 'Handed over',
  'handover take over': 'Took a handover',
  'keep at the desk': 'Kept an edition at the desk',
  'keep house style': 'Wrote a line of the house style',
  kill: 'Killed a story',
  leave: 'Let somebody go',
  'let entry out': 'Let an entry out',
  'let out': 'Let an edition out',
  'lift the stop': 'Let alerts leave again',
  'make story of entry': 'Made a story of an entry',
  'make webhook secret': 'Made a webhook secret',
  'masthead change': 'Changed the masthead',
  'mark key moment': 'Made an entry a key moment',
  merge: 'Led a story on to another',
  'miss schedule': 'Did not publish at the time it was scheduled for',
  'move engine': 'Moved a translation engine',
  'move in': 'Moved in from another house',
  name: 'Gave a name in another language',
  override: 'Overrode the gate',
  'partner add': 'Gave a partner a key',
  'partner end': 'Ended a partner’s key',
  pause: 'Paused a source',
  'pick up': 'Picked up an item',
  'pin entry': 'Pinned an entry',
  'place in series': 'Put a story into a series',
  plan: 'Put something on the plan',
  'plan again': 'Put something back on the plan',
  'plan draft': 'Made a story of what was planned',
  publish: 'Published a story',
  'publish again': 'Published a story anew',
  'put clusters together': 'Put two clusters together',
  read: 'Read an edition against its original',
  'read translation': 'Read a translation',
  reject: 'Rejected a reply',
  'release under embargo': 'Gave a story to partners under embargo',
  remark: 'Made a remark',
  'remove engine': 'Removed a translation engine',
  'remove statement': 'Took a statement away',
  replace: 'Replaced a picture',
  'reset password': 'Gave a new password',
  resume: 'Had a source asked again',
  'resume live': 'Had a live story go on',
  return: 'Took somebody back',
  'save search': 'Saved a search',
  schedule: 'Scheduled a story',
  'see change': 'Saw what a calendar changed',
  'set objection aside': 'Set an objection aside',
  'set up': 'Set the paper up',
  settle: 'Settled a doubt of a move',
  'settle notice': 'Settled a notice',
  spike: 'Spiked a draft',
  'staff add': 'Took somebody in',
  stop: 'Stopped an alert',
  'stop everything': 'Stopped all alerts',
  subscribe: 'Subscribed to a calendar',
  'take over': 'Took over a lock',
  'tell readers': 'Told readers',
  tie: 'Tied a story to another',
  translate: 'Had a story translated',
  'translate older entries': 'Had older entries translated',
  'try again': 'Had work tried again',
  turn: 'Turned a picture',
  undo: 'Undid an alert',
  'undo verdict': 'Undid a verdict',
  'unmark key moment': 'Made an entry no key moment any more',
  'unpin entry': 'Took an entry down',
  unplan: 'Took something off the plan',
  unschedule: 'Took a story off its schedule',
  unsubscribe: 'Had a device forgotten',
  untie: 'Untied a story',
  'withdraw advisory': 'Took an advisory back',
  'withdraw entry': 'Withdrew an entry',
};

/** An act that has no words yet is shown under its own name, which is English too. */
export function actSaid({ act, subjectKind }: { act: string; subjectKind?: string }): string {
  const known = actWords[`${subjectKind} ${act}`] ?? actWords[act];
  return known ?? act.charAt(0).toUpperCase() + act.slice(1);
}

/** Names of facts and what they say, short enough for a line: 'role: editor'. Structures are left to the CSV. */
export function factsSaid(facts: Record<string, unknown>, when: PageTime): string {
  return Object.entries(facts)
    .flatMap(([name, value]) => factSaid(wordsOf(name), value, when) ?? [])
    .join(' · ');
}

/** Null for what says nothing: what is not so, is empty, or names something by an id. */
function factSaid(name: string, value: unknown, when: PageTime): string | null {
  if (typeof value === 'boolean') return value ? name : null;
  if (typeof value === 'number')
    return `${name}: ${value > AN_INSTANT ? dayAndTime(value, when) : value.toLocaleString('en')}`;
  if (typeof value !== 'string' || value === '' || UUID.test(value)) return null;
  const words = value.replace(/\s+/g, ' ');
  return `${name}: ${words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words}`;
}

/** 'publishAt' is kept, 'publish at' is read. */
const wordsOf = (name: string): string =>
  name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const AN_INSTANT = 1e11; // ms, in 1973: nothing that is counted here comes near it
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/; // says nothing to a reader of the page; it stands in the CSV
const LONGEST = 120; // characters of one fact on the page: a reason is shown, a letter is not
