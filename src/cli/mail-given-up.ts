/** Mail to administrators that work was given up: once for all of it, with what, about what and why, and where to decide. */
import { subjectOf, workWords } from '../desk/paper/work-words.ts';
import { DAY } from '../kit/clock.ts';
import { sendMail } from '../mail/mail.ts';
import { findFact, type Newsroom, raiseFact } from '../newsroom.ts';
import { GIVE_UP_AFTER, GIVEN_UP_TOLD, type GivenUpWork, listGivenUp } from '../runner/given-up.ts';
import { listStaff } from '../staff/staff.ts';
import { getMasthead } from '../stories/masthead.ts';

const SHOWN = 20; // in one mail; the page has the rest
const OLDEST = DAY; // before that, whoever is new need not hear of it

/**
 * Follow-up of work that was given up. Each administrator hears of each piece once, however often this is run; what was tried again or
 * dropped meanwhile is not told. A server that cannot be reached is tried again by the runner.
 */
export async function mailGivenUp(newsroom: Newsroom): Promise<void> {
  if (newsroom.settings.smtpUrl === undefined) return;
  const now = newsroom.clock.now();
  const all = (await listGivenUp(newsroom)).filter(({ givenUpAt }) => givenUpAt > now - OLDEST);
  const newest = Math.max(...all.map(({ givenUpAt }) => givenUpAt));
  const staff = await listStaff(newsroom);
  let waits: string | null = null;
  for (const { id, name, email } of staff.filter((each) => each.role === 'administrator' && !each.leftAt)) {
    const told = await toldUpTo(newsroom, id);
    const untold = all.filter(({ givenUpAt }) => givenUpAt > told);
    if (untold.length === 0) continue;
    const message = await messageOf(newsroom, untold);
    const key = `given-up.${newest}.${id}`;
    const sent = await sendMail(newsroom, { ...message, to: { name, address: email }, key });
    // A no for good is the server's: their page says as much, and another mail would be refused as well.
    if (sent.ok || sent.isForGood) await noteTold(newsroom, id, newest);
    else waits = sent.words;
  }
  if (waits !== null) throw new Error(waits);
}

/** Instants have thirteen digits until the year 2286: they are compared by their letters. */
const noteTold = async (newsroom: Newsroom, staffId: string, at: number): Promise<void> => {
  await raiseFact(newsroom.store, `${GIVEN_UP_TOLD} ${staffId}`, String(at));
  await raiseFact(newsroom.store, GIVEN_UP_TOLD, String(newsroom.clock.now()));
};

const toldUpTo = async ({ store }: Newsroom, staffId: string): Promise<number> =>
  Number((await findFact(store, `${GIVEN_UP_TOLD} ${staffId}`)) ?? 0);

async function messageOf(newsroom: Newsroom, untold: GivenUpWork[]) {
  const { name: paper } = await getMasthead(newsroom);
  const many = untold.length === 1 ? 'One thing was' : `${untold.length} things were`;
  const lines: string[] = [];
  for (const work of untold.slice(0, SHOWN)) {
    const about = await subjectOf(newsroom, work);
    const where = about ? `\n  ${about.words}: ${newsroom.settings.address}${about.href}` : '';
    lines.push(`- ${workWords(work)}${where}\n  ${work.failure.replace(/\s+/g, ' ')}`);
  }
  const rest = untold.length - lines.length;
  if (rest > 0) lines.push(`and ${rest} more.`);
  return {
    subject: `${many} given up at ${paper}`,
    text: [
      `${many} tried ${GIVE_UP_AFTER} times and did not succeed. It is not tried again by itself.`,
      '',
      ...lines,
      '',
      `Try again, or never: ${newsroom.settings.address}/desk/work`,
    ].join('\n'),
    language: 'en', // as the desk's pages are
  };
}
