/** A device without a browser that asks for everything, as the button on the site does, in the page's language or those given. */
import { expect } from 'vitest';
import type { FakeDevice } from '../../support/push-service.ts';

export function askForAll(
  address: string,
  subscription: FakeDevice['subscription'],
  languages: string[] = [],
): Promise<void> {
  return askFor(address, subscription, { kind: 'all', subjectId: '', level: 'routine' }, languages);
}

/** The same of one thing. */
export async function askFor(
  address: string,
  subscription: FakeDevice['subscription'],
  follow: { kind: string; subjectId: string; level: string },
  languages: string[] = [],
): Promise<void> {
  const { keyId } = (await (await fetch(`${address}/alerts/key`)).json()) as { keyId: string };
  const answer = await fetch(`${address}/alerts/devices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      subscription: { ...subscription, keyId },
      follows: [follow],
      language: languages[0] ?? 'en',
      settings: { languages, timeZone: null, quiet: null, breaks: 'flash', cap: null },
    }),
  });
  expect(answer.status).toBe(201);
}
