/** Which poolers let a connection listen, before a real one. */
import { afterEach, describe, expect, test } from 'vitest';
import { postgresUrl } from '../../tests/support/newsroom.ts';
import { hasPgbouncer, type Pooler, startPgbouncer } from '../../tests/support/pgbouncer.ts';
import { handsConnectionsOn } from './pooler.ts';

describe.skipIf(!postgresUrl || !hasPgbouncer)('a bell that has to be heard', () => {
  let pooler: Pooler | undefined;
  afterEach(() => pooler?.stop());
  const by = async (how: Parameters<typeof startPgbouncer>[1]) => {
    pooler = await startPgbouncer(postgresUrl ?? '', how);
    return handsConnectionsOn(pooler.address);
  };

  test('is heard on PostgreSQL itself', async () => {
    expect(await handsConnectionsOn(postgresUrl ?? '')).toBe(false);
  });
  test('is heard by way of a pooler that leaves a connection to who opened it', async () => {
    expect(await by({ mode: 'session' })).toBe(false);
  });
  test('is not by way of one that hands it on after each transaction, whichever it gives out next', async () => {
    expect(await by({ mode: 'transaction' })).toBe(true);
    await pooler?.stop();
    expect(await by({ mode: 'transaction', roundRobin: true })).toBe(true);
  });
  test('is not by way of one that hands it on after each statement', async () => {
    expect(await by({ mode: 'statement' })).toBe(true);
  });
});
