/** Files of the other house: fetched politely, or read from a folder of its uploads. What cannot be had is said, with why. */
import { readFile, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { guardedFetch } from '../../kit/guarded-fetch.ts';
import { UNKNOWN_HOUSE } from '../records.ts';
import type { MoveWorld } from './world.ts';

export interface HouseFileWays {
  /** A folder of the other house's uploads; null where there is none at hand. */
  uploads: string | null;
  /** Whether they may be asked for from where they stand. */
  fetches: boolean;
}

/** What is asked for. */
export interface WantedFile {
  accept: string;
  /** Bytes. */
  largest: number;
  /** What is said where a page stands in its place. */
  isPage: string;
}

/** `isFinal`: it will be no other the next time. */
export type GotFile = { bytes: Uint8Array } | { why: string; isFinal: boolean };

const TRIES = 3; // of one that a busy host does not give
const WAIT = 2_000; // ms before a busy host is asked again; longer where it says so
const LONGEST_WAIT = 60_000; // ms; a host that wants more is left alone, and asked in the next run

const NOWHERE =
  'The file does not say where the site is: name it with --from, or the folder of its pictures with --uploads.';

export class HouseFiles {
  readonly #world: MoveWorld;
  readonly #ways: HouseFileWays;

  constructor(world: MoveWorld, ways: HouseFileWays) {
    this.#world = world;
    this.#ways = ways;
  }

  /** Whether there is any way to them. */
  get mayBeHad(): boolean {
    return this.#ways.fetches || this.#ways.uploads !== null;
  }

  async get(address: string, wanted: WantedFile): Promise<GotFile> {
    const inFolder = await this.#fromFolder(address, wanted.largest);
    if (inFolder) return inFolder;
    if (!this.#ways.fetches) return { why: 'It is not in the folder of uploads.', isFinal: false };
    if (address.startsWith(UNKNOWN_HOUSE)) return { why: NOWHERE, isFinal: false };
    for (let tried = 1; ; tried += 1) {
      const answer = await this.#ask(address, wanted);
      if (!('again' in answer)) return answer;
      if (tried >= TRIES) return { why: answer.why, isFinal: false };
      await pause(Math.min(answer.again, LONGEST_WAIT));
    }
  }

  async #ask(address: string, wanted: WantedFile): Promise<GotFile | { again: number; why: string }> {
    const { settings } = this.#world.newsroom;
    const fetched = await guardedFetch({
      address,
      headers: { accept: wanted.accept },
      trustedHosts: settings.trustedHosts,
      newsroomAddress: settings.address,
      limits: { bytes: wanted.largest },
    });
    if (!fetched.ok)
      return fetched.why === 'timed-out'
        ? { again: WAIT, why: fetched.words }
        : { why: fetched.words, isFinal: fetched.why === 'too-large' };
    const { status, headers, bytes } = fetched;
    if (status === 200 && /^\s*text\/html/i.test(headers['content-type'] ?? ''))
      return { why: wanted.isPage, isFinal: false };
    if (status === 200) return { bytes };
    const why = `Its host answers ${status}.`;
    if (status !== 429 && status < 500) return { why, isFinal: false };
    const wait = Number(headers['retry-after']) * 1_000;
    return { again: wait > 0 ? wait : WAIT, why };
  }

  /** Below the folder by the part of the address after where uploads begin; nothing outside of it. */
  async #fromFolder(address: string, largest: number): Promise<GotFile | null> {
    if (this.#ways.uploads === null) return null;
    const folder = resolve(this.#ways.uploads);
    const path = pathOf(address);
    const parts = path.split('/').filter((part) => part !== '');
    for (let from = 0; from < parts.length; from += 1) {
      const file = resolve(join(folder, ...parts.slice(from)));
      if (!file.startsWith(folder + sep)) continue;
      const there = await stat(file).catch(() => null); // not there: it is looked for elsewhere
      if (!there?.isFile()) continue;
      if (there.size > largest)
        return {
          why: `It has ${Math.ceil(there.size / 1024 / 1024)} MB, which is too large.`,
          isFinal: true,
        };
      const bytes = await readFile(file).catch(() => null); // taken away since, or not ours to read
      if (bytes) return { bytes };
    }
    return null;
  }
}

function pathOf(address: string): string {
  try {
    return decodeURIComponent(new URL(address).pathname);
  } catch {
    return ''; // an address that no file of the folder can have
  }
}
