/** A front as it is not before readers: before it is out, or as it stood. An address that nobody can guess, for an hour. */
import { HOUR } from '../kit/clock.ts';
import type { Newsroom } from '../newsroom.ts';
import { type FrontName, frontId } from './read-front.ts';

const PROOF_FOR = HOUR; // long enough to find one's phone, too short for an address that is passed on

/** What follows `/proof?`; `stood` is an instant of the past. */
export function proofQuery({ seal, clock }: Newsroom, front: FrontName, stood: number | null = null): string {
  const at = clock.now().toString(36);
  const then = stood === null ? '' : stood.toString(36);
  const key = seal.hash('proof', sealed(front, at, then));
  const { language, sectionId } = front;
  const which = new URLSearchParams({ language, section: sectionId ?? '', at, key });
  if (then !== '') which.set('stood', then);
  return which.toString();
}

const sealed = (front: FrontName, at: string, stood: string): string =>
  [frontId(front), at, ...(stood === '' ? [] : [stood])].join('|');

interface ProofAsked {
  front: FrontName;
  /** As it stood at this instant; null for as it would be put out now. */
  stood: number | null;
}

/** Which front such an address shows; null for one that was not made here, or not within the hour. */
export function readProof({ seal, clock }: Newsroom, query: Record<string, unknown>): ProofAsked | null {
  const said = (name: string): string => (typeof query[name] === 'string' ? (query[name] as string) : '');
  const [language, section, at, key, stood] = [
    said('language'),
    said('section'),
    said('at'),
    said('key'),
    said('stood'),
  ];
  const front = { language, sectionId: section === '' ? null : section };
  const age = clock.now() - Number.parseInt(at, 36);
  const isOurs = seal.matches('proof', sealed(front, at, stood), key);
  return isOurs && age >= 0 && age <= PROOF_FOR
    ? { front, stood: stood === '' ? null : Number.parseInt(stood, 36) }
    : null;
}
