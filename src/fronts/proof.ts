/** A proof of a front before it is out: an address that nobody can guess, for an hour. */
import { HOUR } from '../kit/clock.ts';
import type { Newsroom } from '../newsroom.ts';
import { type FrontName, frontId } from './read-front.ts';

const PROOF_FOR = HOUR; // long enough to find one's phone, too short for an address that is passed on

/** What follows `/proof?`. */
export function proofQuery({ seal, clock }: Newsroom, front: FrontName): string {
  const at = clock.now().toString(36);
  const key = seal.hash('proof', `${frontId(front)}|${at}`);
  const { language, sectionId } = front;
  return new URLSearchParams({ language, section: sectionId ?? '', at, key }).toString();
}

/** Which front such an address shows; null for one that was not made here, or not within the hour. */
export function readProof({ seal, clock }: Newsroom, query: Record<string, unknown>): FrontName | null {
  const [language = '', section = '', at = '', key = ''] = ['language', 'section', 'at', 'key'].map((name) =>
    typeof query[name] === 'string' ? (query[name] as string) : '',
  );
  const front = { language, sectionId: section === '' ? null : section };
  const age = clock.now() - Number.parseInt(at, 36);
  const isOurs = seal.matches('proof', `${frontId(front)}|${at}`, key);
  return isOurs && age >= 0 && age <= PROOF_FOR ? front : null;
}
