/** The newsroom's own keys, made at first start and kept in the data folder: lose them and every subscription is lost. */
import { createECDH, createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** A P-256 pair for VAPID (RFC 8292 section 3.2). */
export interface VapidKey {
  id: string;
  /** Uncompressed point, base64url without padding: the browser's applicationServerKey. */
  publicKey: string;
  /** The scalar, base64url. */
  privateKey: string;
}

export interface Keys {
  /** 32 bytes; all sealing and signing of the newsroom is drawn from it. */
  secret: Uint8Array;
  /** Newest first: the first is given to browsers, the others sign for devices that subscribed with them. */
  vapid: VapidKey[];
}

export function openKeys(folder: string): Keys {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const secret = readOrMake(join(folder, 'secret.key'), () => randomBytes(32).toString('base64url'));
  const vapid = readOrMake(join(folder, 'vapid.json'), () => JSON.stringify([makeVapidKey()], null, 1));
  return { secret: Buffer.from(secret.trim(), 'base64url'), vapid: JSON.parse(vapid) as VapidKey[] };
}

/** Keys that end with the process, for tests. */
export function makeKeys(): Keys {
  return { secret: randomBytes(32), vapid: [makeVapidKey()] };
}

function makeVapidKey(): VapidKey {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  return vapidKeyOf(pair.getPublicKey(), pair.getPrivateKey());
}

function vapidKeyOf(publicKey: Buffer, scalar: Buffer): VapidKey {
  const privateKey = Buffer.concat([Buffer.alloc(32), scalar]).subarray(-32);
  return {
    id: createHash('sha256').update(publicKey).digest('base64url').slice(0, 12),
    publicKey: publicKey.toString('base64url'),
    privateKey: privateKey.toString('base64url'),
  };
}

/**
 * Adds a pair that was made elsewhere, for devices that subscribed with it there; browsers are given ours as before. The answer is
 * its id; null where the two do not belong together. A newsroom that runs already knows it once it is started anew.
 */
export function addVapidKey(folder: string, pair: { publicKey: string; privateKey: string }): string | null {
  const plain = (text: string) =>
    Buffer.from(text.trim().replaceAll('-', '+').replaceAll('_', '/'), 'base64');
  const ours = createECDH('prime256v1');
  try {
    ours.setPrivateKey(plain(pair.privateKey));
  } catch {
    return null; // no number of that curve
  }
  const publicKey = ours.getPublicKey();
  if (!publicKey.equals(plain(pair.publicKey))) return null;
  const key = vapidKeyOf(publicKey, ours.getPrivateKey());
  const path = join(folder, 'vapid.json');
  const had = openKeys(folder).vapid;
  if (had.some(({ id }) => id === key.id)) return key.id;
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify([...had, key], null, 1), { mode: 0o600, flush: true });
  renameSync(draft, path);
  return key.id;
}

/** Written whole under another name, then linked: a reader never sees half a key, and of two first starts one wins. */
function readOrMake(path: string, make: () => string): string {
  if (!existsSync(path)) {
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, make(), { mode: 0o600, flush: true });
    try {
      linkSync(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // the other process made it first
    } finally {
      unlinkSync(draft);
    }
  }
  return readFileSync(path, 'utf8');
}
