/** The masthead: the paper's name, language, time zone and contact. */

import { refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { findMastheadRow, putMasthead, updateMasthead } from './masthead-queries.ts';

export interface Masthead {
  name: string;
  tagline: string;
  /** BCP 47. */
  language: string;
  /** IANA name. */
  timeZone: string;
  /** A mail address or https address that readers and push services may use. */
  contact: string;
}

/** Null while the newsroom is not set up. */
export async function findMasthead(newsroom: Newsroom): Promise<Masthead | null> {
  const row = await findMastheadRow(newsroom);
  if (!row) return null;
  return {
    name: row.name,
    tagline: row.tagline,
    language: row.language,
    timeZone: row.time_zone,
    contact: row.contact,
  };
}

export async function getMasthead(newsroom: Newsroom): Promise<Masthead> {
  return (await findMasthead(newsroom)) ?? refuse('not-found', { because: 'notSetUp' });
}

/** Makes the paper; refuses with `setup-done` when there is one. */
export async function setUpMasthead(newsroom: Newsroom, paper: Masthead & { by: Actor }): Promise<void> {
  await newsroom.transact(async (inner) => {
    if (await findMasthead(inner)) refuse('setup-done');
    const created_at = inner.clock.now();
    await putMasthead(inner, { id: 'masthead', ...columns(paper), created_at });
    await recordAct(inner, { by: paper.by, act: 'set up', subjectKind: 'masthead', subjectId: 'masthead' });
    inner.bell.ring('pages', { touched: ['everything'] });
  });
}

export async function changeMasthead(newsroom: Newsroom, paper: Masthead & { by: Actor }): Promise<void> {
  await newsroom.transact(async (inner) => {
    await updateMasthead(inner, columns(paper));
    await recordAct(inner, { by: paper.by, act: 'change', subjectKind: 'masthead', subjectId: 'masthead' });
    inner.bell.ring('pages', { touched: ['everything'] });
  });
}

function columns(paper: Masthead) {
  return {
    name: paper.name,
    tagline: paper.tagline,
    language: paper.language,
    time_zone: paper.timeZone,
    contact: paper.contact,
  };
}
