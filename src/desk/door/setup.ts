/**
 * Setting a newsroom up: the link printed at start while there is no masthead, and the one form behind it. Whoever has
 * the link becomes the administrator, so it is as long as a key, is kept as a hash only, and ends with its use.
 */

import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Refusal, refuse } from '../../kit/refusal.ts';
import { slugOf } from '../../kit/slug.ts';
import { findFact, type Newsroom, setFact, spendFact, theNewsroomItself } from '../../newsroom.ts';
import { passwordProblem } from '../../staff/password.ts';
import { addStaff, type Staff, staffForm } from '../../staff/staff.ts';
import { findMasthead, setUpMasthead } from '../../stories/masthead.ts';
import { addSection } from '../../stories/sections.ts';
import { nameOfToday, timeZones } from '../views/time-zones.ts';
import { paperLanguages } from './paper-choices.ts';

const TOKEN_FACT = 'setup-token';
const PURPOSE = 'setup';
const TOKEN_BYTES = 24;

/** A new set-up link, which ends the one before; null when the newsroom is set up. */
export async function setupLink(newsroom: Newsroom): Promise<string | null> {
  if (await findMasthead(newsroom)) return null;
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const value = newsroom.seal.hash(PURPOSE, token);
  await setFact(newsroom.store, TOKEN_FACT, value);
  return `${newsroom.settings.address}/desk/setup?token=${token}`;
}

/** Refuses with `setup-done` or `setup-link-wrong`. */
export async function checkSetupToken(newsroom: Newsroom, token: string): Promise<void> {
  if (await findMasthead(newsroom)) refuse('setup-done');
  const kept = await findFact(newsroom.store, TOKEN_FACT);
  if (kept === null || !newsroom.seal.matches(PURPOSE, token, kept)) refuse('setup-link-wrong');
}

const line = (longest: number, needed: string) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, needed).max(longest, `That is longer than ${longest} characters.`));

/** Addresses that readers and push services may use: mail, or a page. */
const contact = line(200, 'Readers and push services need a way to reach the paper.').refine(
  (text) => z.email().safeParse(text.replace(/^mailto:/, '')).success || /^https:\/\/\S+\.\S+$/.test(text),
  'An e-mail address, or the https address of a page.',
);

const sections = z
  .string()
  .transform((text) =>
    text.split(/[,،、\n]/).map((name) => name.normalize('NFC').replace(/\s+/g, ' ').trim()),
  )
  .transform((names) => names.filter((name, at) => name !== '' && at === names.findIndex(sameSection(name))))
  .pipe(
    z.array(z.string().max(40, 'A section’s name has 40 characters at most.')).max(20, 'Twenty at most.'),
  );

function sameSection(name: string) {
  return (other: string) => slugOf(other) === slugOf(name);
}

/** What the set-up asks. The first source is tried when everything else is kept. */
export const setupForm = z.object({
  paper: line(80, 'The paper needs a name.'),
  language: z.string().refine((tag) => paperLanguages.includes(tag), 'Choose a language.'),
  timeZone: z.string().refine((zone) => timeZones().includes(nameOfToday(zone)), 'Choose a time zone.'),
  contact,
  sections,
  name: staffForm.shape.name,
  email: staffForm.shape.email,
  password: z.string(),
  source: z.string().trim().max(2_000, 'That address is too long.'),
});

export type Setup = z.output<typeof setupForm>;

/** The form's values, or words beside each field, all at once. */
export async function readSetup(given: unknown): Promise<Setup> {
  const read = setupForm.safeParse(given);
  const fields: Record<string, string> = {};
  for (const issue of read.error?.issues ?? []) fields[String(issue.path[0])] ??= issue.message;
  const { name = '', email = '', password = '' } = given as Partial<Record<string, string>>;
  const wrong = await passwordProblem(password, { name, email });
  if (wrong) fields.password = wrong;
  if (!read.success || wrong) refuse('form-incomplete', { fields });
  return read.data;
}

/** Makes the paper, its sections and its first administrator: all of it, or nothing. The link ends. */
export async function setUpNewsroom(
  newsroom: Newsroom,
  given: { token: string; setup: Setup },
): Promise<Staff> {
  const { setup } = given;
  return await newsroom.transact(async (inner) => {
    await checkSetupToken(inner, given.token);
    // Of two who send the form at once, the second finds the token gone.
    if (!(await spendFact(inner.store, TOKEN_FACT))) refuse('setup-done');
    const by = theNewsroomItself;
    const { language, timeZone, contact } = setup;
    await setUpMasthead(inner, { name: setup.paper, tagline: '', language, timeZone, contact, by });
    for (const name of setup.sections) await addFirstSection(inner, name);
    const { name, email, password } = setup;
    return await addStaff(inner, { name, email, password, role: 'administrator', by });
  });
}

async function addFirstSection(inner: Newsroom, name: string): Promise<void> {
  try {
    await addSection(inner, { name });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refuse('form-incomplete', { fields: { sections: error.fields.name ?? error.words } }); // the field has another name here
  }
}
