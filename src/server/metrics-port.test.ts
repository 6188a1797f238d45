/** What Prometheus reads, and the number that leads from a request to the work that follows from it. */
import { afterEach, expect, it } from 'vitest';
import { onEachEngine, openTestNewsroom } from '../../tests/support/newsroom.ts';
import { registerGauges } from '../cli/gauges.ts';
import { openLog } from '../kit/log.ts';
import { openMeter } from '../kit/meter.ts';
import { openTrace } from '../kit/trace.ts';
import { makeNewsroom } from '../newsroom.ts';
import { startLoop } from '../runner/loop.ts';
import { announce } from '../runner/work.ts';
import { type MetricsPort, openMetricsPort } from './metrics-port.ts';

onEachEngine('metrics', (open) => {
  let port: MetricsPort | undefined;
  afterEach(() => port?.close());

  it('tell what waits, what was done and how it ended, in Prometheus’s form, at one address only', async () => {
    const newsroom = makeNewsroom({ ...open(), meter: await openMeter() });
    registerGauges(newsroom, { liveHub: { count: () => 3 } as never });
    port = await openMetricsPort(newsroom, 0);
    const say = (replyId: string) =>
      newsroom.transact((inner) => announce(inner, { event: 'reply-decided', facts: { replyId } }));
    await say('done');
    await say('fails');
    const loop = startLoop(newsroom, {
      'reply-decided': {
        tell: async (_newsroom, { replyId }) => {
          if (replyId === 'fails') throw new Error('no');
        },
      },
    });
    await loop.drain();
    await loop.stop();
    await say('waits');
    const answer = await fetch(port.address);
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    for (const line of [
      'crier_work_waiting{lane="spread"} 1',
      'crier_work_given_up 0',
      'crier_open_pages 3',
      'crier_work_total{lane="editors",verb="tell",outcome="done"} 1',
      'crier_work_total{lane="editors",verb="tell",outcome="failed"} 1',
    ])
      expect(text).toContain(`${line}\n`);
    expect(text).toMatch(/process_resident_memory_bytes \d+/);
    expect((await fetch(port.address.replace('/metrics', '/'))).status).toBe(404);
  });
});

it('the number of a request stands in every line for it, and in those of the work that follows', async () => {
  const lines: string[] = [];
  const trace = openTrace();
  const log = openLog('info', { write: (line: string) => void lines.push(line) }, trace);
  const test = await openTestNewsroom();
  const newsroom = makeNewsroom({ ...test, log, trace });
  await trace.under('r-1', () =>
    newsroom.transact(async (inner) => {
      inner.log.info('decided');
      await announce(inner, { event: 'reply-decided', facts: { replyId: 'x' } });
    }),
  );
  const loop = startLoop(newsroom, {
    'reply-decided': { tell: async (inner) => inner.log.info('told') },
  });
  await loop.drain();
  await loop.stop();
  newsroom.log.info('nobody’s');
  const said = lines.map((line) => JSON.parse(line)).map(({ msg, request }) => [msg, request]);
  expect(said).toEqual([
    ['decided', 'r-1'],
    ['told', 'r-1'],
    ['nobody’s', undefined],
  ]);
  await test.close();
});
