/**
 * What the desk reads of an alert: what it says, what it waits for, what became of it at each push service and how fast,
 * how many wait for their own quiet hours, and how often it was opened, in sums only.
 */

import { DAY } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import { readRecord } from '../../store/json-column.ts';
import type { AlertLevel } from '../../stories/story.ts';
import type { FlashCheck } from '../alert-check.ts';
import type { AlertKind } from '../alert-rules.ts';
import { countOpens } from '../readers/opens.ts';
import { type AlertFigures, readFigures } from './chunk-figures.ts';
import { alertLineRows, heldCounts, keepFigures } from './progress-queries.ts';

export interface AlertLine {
  id: string;
  storyId: string;
  kind: AlertKind;
  level: AlertLevel;
  headline: string;
  body: string;
  path: string;
  language: string;
  /** 'standby' has not left; 'waiting' is being cut into chunks; 'sending'; 'sent'; 'stopped'. */
  state: 'standby' | 'waiting' | 'sending' | 'sent' | 'stopped';
  at: number;
  /** Until then it can be undone; null once nothing but a check or a stop holds it. */
  leavesAt: number | null;
  leftAt: number | null;
  sentAt: number | null;
  /** What it waits for; null when nobody need agree any more. */
  check: FlashCheck | null;
  /** Who published what it tells. */
  byId: string | null;
  byName: string | null;
  agreedName: string | null;
  stoppedWhy: string | null;
  figures: AlertFigures;
  /** Devices that hear it later. */
  held: { quiet: number; capped: number };
  /** How often it was opened, counted without ids; null where it never was. */
  opens: number | null;
}

const SETTLED = 2 * DAY; // by then no quiet hours and no cap hold anything back, whatever became of it

/** Newest first; of one story where one is named. */
export async function listAlertLines(
  newsroom: Newsroom,
  asked: { storyId?: string; limit: number },
): Promise<AlertLine[]> {
  const rows = await alertLineRows(newsroom, asked);
  const ids = rows.map(({ id }) => id);
  const [held, opens] = await Promise.all([heldCounts(newsroom, ids), countOpens(newsroom, ids)]);
  const lines: AlertLine[] = [];
  for (const row of rows) {
    const { figures_json, ...line } = row;
    lines.push({
      ...line,
      level: row.level,
      check: row.agreedId === null && row.state === 'standby' ? row.check : null,
      leavesAt: row.state === 'standby' ? row.leavesAt : null,
      figures: await figuresOf(newsroom, row, held.has(row.id)),
      held: held.get(row.id) ?? { quiet: 0, capped: 0 },
      opens: opens.get(row.id) ?? null,
    });
  }
  return lines;
}

/** Read from the chunks, and kept with the alert once they can change no more: a list of fifty is then one question. */
async function figuresOf(
  newsroom: Newsroom,
  row: { id: string; state: string; at: number; figures_json: string | null },
  isHeld: boolean,
): Promise<AlertFigures> {
  if (row.figures_json !== null)
    return readRecord<AlertFigures>('alerts.figures_json', row.id, row.figures_json);
  const figures = await readFigures(newsroom, { alertId: row.id });
  const isOver = row.state === 'sent' || row.state === 'stopped';
  const isSettled = (row.state === 'sent' && !isHeld) || (isOver && row.at < newsroom.clock.now() - SETTLED);
  if (isSettled) await keepFigures(newsroom, row.id, JSON.stringify(figures));
  return figures;
}
