/** What of the wire has its hour soon: embargoes that end, and what may be used no longer. */
import { asking, type Newsroom } from '../../newsroom.ts';
import { type Hours, listEmbargoRows, listEndingContracts, listExpiringRows } from './ending-queries.ts';

export interface EndingItem {
  id: string;
  headline: string;
  language: string | null;
  /** The story that was made of it. */
  storyId: string | null;
  sourceName: string;
  at: number;
}

/** Embargoes that end within these hours, the soonest first. */
export async function listEmbargoes(newsroom: Newsroom, hours: Hours): Promise<EndingItem[]> {
  return (await listEmbargoRows(newsroom, hours)).map((row) => ({ ...row, at: row.at ?? 0 }));
}

/** Items that stories live of and that may be used no longer within these hours, by their word or by contract. */
export async function listEndingItems(newsroom: Newsroom, hours: Hours): Promise<EndingItem[]> {
  const ask = asking(newsroom);
  const [own, byContract] = await Promise.all([
    listExpiringRows(ask, hours),
    listEndingContracts(ask, hours),
  ]);
  const all = [...own.map((row) => ({ ...row, at: row.at ?? 0 })), ...byContract];
  return all.sort((one, other) => one.at - other.at).slice(0, hours.limit);
}
