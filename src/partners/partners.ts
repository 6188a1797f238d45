/**
 * Partners: other houses that have our copy before readers do, under embargo, by a key of their own. Whoever holds a key sees what
 * was released to partners and the advisories, and nothing else.
 */
import { randomBytes } from 'node:crypto';
import { MINUTE } from '../kit/clock.ts';
import { because, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { oneLine } from '../stories/story.ts';
import {
  endPartnerRow,
  findPartnerRow,
  listPartnerRows,
  type PartnerRow,
  putPartner,
  seePartner,
} from './partner-queries.ts';

const PURPOSE = 'partner key';
const LONGEST_NAME = 100; // characters
const KEY = /^Bearer\s+(crier_[\w-]{43})$/i; // RFC 6750 section 2.1

export type Partner = Pick<PartnerRow, 'id' | 'name' | 'created_at' | 'seen_at' | 'ended_at'>;

/** Gives a partner a key. It is shown now, and never again: only its hash is kept. */
export async function addPartner(
  newsroom: Newsroom,
  asked: { name: string; by: Actor },
): Promise<{ partnerId: string; key: string }> {
  const name = oneLine(asked.name);
  if (name === '') refuse('form-incomplete', { fields: { name: because('partnerNameMissing') } });
  if (name.length > LONGEST_NAME)
    refuse('form-incomplete', { fields: { name: because('tooLong', { most: LONGEST_NAME }) } });
  const key = `crier_${randomBytes(32).toString('base64url')}`;
  return newsroom.transact(async (inner) => {
    const id = inner.ids.next();
    await putPartner(inner, {
      id,
      name,
      key_hash: inner.seal.hash(PURPOSE, key),
      by_id: asked.by.id,
      created_at: inner.clock.now(),
      seen_at: null,
      ended_at: null,
    });
    await recordAct(inner, {
      by: asked.by,
      act: 'add',
      subjectKind: 'partner',
      subjectId: id,
      facts: { name },
    });
    return { partnerId: id, key };
  });
}

/** Its key opens nothing from now on. */
export async function endPartner(newsroom: Newsroom, asked: { partnerId: string; by: Actor }): Promise<void> {
  await newsroom.transact(async (inner) => {
    const ended = await endPartnerRow(inner, asked.partnerId, inner.clock.now());
    if (!ended) return;
    inner.bell.ring('partners', null);
    await recordAct(inner, { by: asked.by, act: 'end', subjectKind: 'partner', subjectId: asked.partnerId });
  });
}

export const listPartners = (newsroom: Newsroom): Promise<Partner[]> => listPartnerRows(newsroom);

/** Who asks, by the header `Authorization: Bearer …`. Refuses with `key-wrong`: no key, one that we never gave, one that ended. */
export async function getPartner(newsroom: Newsroom, authorization: string | undefined): Promise<Partner> {
  const key = KEY.exec(authorization?.trim() ?? '')?.[1];
  const partner = key && (await findPartnerRow(newsroom, newsroom.seal.hash(PURPOSE, key)));
  if (!partner) return refuse('key-wrong');
  const now = newsroom.clock.now();
  if ((partner.seen_at ?? 0) < now - MINUTE) await seePartner(newsroom, partner.id, now);
  return partner;
}
