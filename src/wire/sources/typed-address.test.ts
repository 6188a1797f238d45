/** The address of a source as a person types it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { startWireServer, type WireServer } from '../../../tests/support/wire-server.ts';
import { discoverFeeds } from './discover.ts';

let wire: WireServer;
let newsroom: TestNewsroom;
beforeAll(async () => {
  wire = await startWireServer();
  wire.feed('plain').send({ id: 'a', headline: 'Ferry late' });
  newsroom = await openTestNewsroom();
});
afterAll(async () => {
  await newsroom.close();
  await wire.stop();
});

it('without a scheme finds a feed that is only there by http', async () => {
  const trusting = { ...newsroom, settings: { ...newsroom.settings, trustedHosts: [wire.host] } };
  const address = wire.addressOf('plain').replace('http://', '');
  expect(await discoverFeeds(trusting, { address })).toMatchObject({
    ok: true,
    feeds: [{ href: wire.addressOf('plain') }],
  });
});

it('inside the house is refused with the name of the setting that allows it', async () => {
  const found = await discoverFeeds(newsroom, { address: wire.addressOf('plain').replace('http://', '') });
  expect(found).toMatchObject({ ok: false, why: 'refused-address' });
  expect(found.ok || found.words).toContain('CRIER_TRUSTED_HOSTS');
});
