/** The route of the readers' page. */
import { DAY, HOUR } from '../../kit/clock.ts';
import { reportReaders } from '../../readership/readership.ts';
import type { Desk, EditorRoutes } from '../door/editor-route.ts';
import { query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { fromLocalInput, localInput, type PageTime } from '../views/words.ts';
import { type ReaderSpan, ReadersPage, readerSpans } from './readers-page.tsx';

export function registerReaderRoutes(routes: EditorRoutes, { newsroom }: Desk): void {
  routes.get('reporter', '/desk/readers', async (request, reply, visit) => {
    const { frame, when } = await openPage(newsroom, visit);
    const asked = query(request, 'span');
    const span: ReaderSpan = readerSpans.find((each) => each.span === asked)?.span ?? 'day';
    const report = await reportReaders(newsroom, spanOf(span, when));
    const isLong = span === 'week' || span === 'month';
    const bars = isLong ? byDay(report.hours, when.zone) : report.hours;
    return sendPage(reply, ReadersPage({ frame, when, span, report, bars }));
  });
}

/** Whole hours, and days as the paper's zone has them: one of 23 or 25 hours too. */
function spanOf(span: ReaderSpan, { now, zone }: PageTime): { from: number; to: number } {
  const hour = Math.floor(now / HOUR) * HOUR;
  const to = hour + HOUR;
  const startOf = (at: number) => fromLocalInput(`${localInput(at, zone).slice(0, 10)}T00:00`, zone) ?? at;
  const today = startOf(now);
  const noon = today + DAY / 2;
  switch (span) {
    case 'hour':
      return { from: hour - HOUR, to };
    case 'day':
      return { from: today, to };
    case 'yesterday':
      return { from: startOf(noon - DAY), to: today };
    case 'week':
      return { from: startOf(noon - 6 * DAY), to };
    case 'month':
      return { from: startOf(noon - 29 * DAY), to };
  }
}

function byDay(hours: { at: number; reads: number }[], zone: string): { at: number; reads: number }[] {
  const days = new Map<string, { at: number; reads: number }>();
  for (const { at, reads } of hours) {
    const name = localInput(at, zone).slice(0, 10);
    const day = days.get(name) ?? { at: fromLocalInput(`${name}T00:00`, zone) ?? at, reads: 0 };
    day.reads += reads;
    days.set(name, day);
  }
  return [...days.values()];
}
