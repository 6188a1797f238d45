/** What was done, in the desk's words, by the name under which the audit keeps it. */

/** By subject and act where a name is used of several things, else by the act alone. */
const actWords: Record<string, string> = {
  abstract: 'Wrote an abstract',
  add: 'Added',
  'add engine': 'Added a translation engine',
  'add source': 'Added a source',
  'add statement': 'Said who said something',
  'add variant': 'Added a spelling of a name',
  agree: 'Agreed to an alert',
  'agree to the flash': 'Agreed to a flash',
  answer: 'Answered a reply',
  approve: 'Approved a reply',
  'ask a second engine': 'Asked a second engine',
  caption: 'Wrote captions',
  change: 'Changed',
  'change banned words': 'Changed the banned words',
  'change engine': 'Changed a translation engine',
  'change hops': 'Changed the way it reached us',
  'change password': 'Changed a password',
  'change profile': 'Changed a profile',
  'change role': 'Changed a role',
  'change source': 'Changed a source',
  correct: 'Corrected a story',
  cut: 'Cut a picture',
  describe: 'Described a picture',
  dismiss: 'Dismissed a finding',
  draft: 'Began a story',
  'drop search': 'Dropped a saved search',
  'drop house style': 'Took a line out of the house style',
  'drop term': 'Took a term out of the glossary',
  'drop work': 'Had work never tried again',
  'edit translation': 'Edited a translation',
  'end session': 'Ended a session',
  erase: 'Erased what a reader had left',
  'follow source': 'Took over what a source changed',
  'keep at the desk': 'Kept an edition at the desk',
  'keep house style': 'Wrote a line of the house style',
  kill: 'Killed a story',
  leave: 'Let somebody go',
  'let out': 'Let an edition out',
  'lift the stop': 'Let alerts leave again',
  'make webhook secret': 'Made a webhook secret',
  'masthead change': 'Changed the masthead',
  'miss schedule': 'Did not publish at the time it was scheduled for',
  'move engine': 'Moved a translation engine',
  'move in': 'Moved in from another house',
  name: 'Gave a name in another language',
  override: 'Overrode the gate',
  pause: 'Paused a source',
  'pick up': 'Picked up an item',
  publish: 'Published a story',
  'put clusters together': 'Put two clusters together',
  read: 'Read an edition against its original',
  'read translation': 'Read a translation',
  reject: 'Rejected a reply',
  'remove engine': 'Removed a translation engine',
  replace: 'Replaced a picture',
  'reset password': 'Gave a new password',
  resume: 'Had a source asked again',
  return: 'Took somebody back',
  'publish again': 'Published a story anew',
  'save search': 'Saved a search',
  schedule: 'Scheduled a story',
  'set objection aside': 'Set an objection aside',
  'set up': 'Set the paper up',
  settle: 'Settled a doubt of a move',
  'settle notice': 'Settled a notice',
  spike: 'Spiked a draft',
  'staff add': 'Took somebody in',
  stop: 'Stopped an alert',
  'stop everything': 'Stopped all alerts',
  'take over': 'Took over a lock',
  'tell readers': 'Told readers',
  translate: 'Had a story translated',
  'try again': 'Had work tried again',
  turn: 'Turned a picture',
  undo: 'Undid an alert',
  'undo verdict': 'Undid a verdict',
  unschedule: 'Took a story off its schedule',
  unsubscribe: 'Had a device forgotten',
};

/** An act that has no words yet is shown under its own name, which is English too. */
export function actSaid({ act, subjectKind }: { act: string; subjectKind?: string }): string {
  const known = actWords[`${subjectKind} ${act}`] ?? actWords[act];
  return known ?? act.charAt(0).toUpperCase() + act.slice(1);
}

/** Names of facts and what they say, short enough for a line: 'role: editor'. Structures are left to the CSV. */
export function factsSaid(facts: Record<string, unknown>): string {
  return Object.entries(facts)
    .flatMap(([name, value]) => {
      const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
      if (!plain || value === '' || UUID.test(String(value))) return [];
      const words = String(value).replace(/\s+/g, ' ');
      return `${name}: ${words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words}`;
    })
    .join(' · ');
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/; // says nothing to a reader of the page; it stands in the CSV
const LONGEST = 120; // characters of one fact on the page: a reason is shown, a letter is not
