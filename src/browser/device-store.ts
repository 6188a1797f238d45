/** What this browser remembers of its alerts, where both pages and the service worker can read it. */

/** Who this browser is to the newsroom. The token speaks for the device; it never leaves but to our own address. */
export interface DeviceMemory {
  token: string;
  /** Of the VAPID key it subscribed with. */
  keyId: string;
  /** What it follows and how, as last heard: to be asked for again should the newsroom have lost it. */
  follows?: { kind: string; subjectId: string; level: string }[];
  settings?: DeviceSettings;
  language?: string;
  /** Stories it wants to hear no more of. */
  stopped?: string[];
}

/** How a reader wants to be told; see alerts/readers/reader-settings.ts on the server. */
export interface DeviceSettings {
  languages: string[];
  timeZone: string | null;
  /** Minutes of the day. */
  quiet: { from: number; to: number } | null;
  breaks: string;
  cap: number | null;
}

const NAME = 'crier';
const DEVICE = 'device';
const SHOWN = 'shown';
const LEDGER_KEPT = 500; // tags; the newest first: an older notification has long been cleared away

export async function storedDevice(): Promise<DeviceMemory | null> {
  const found: unknown = await ask(DEVICE, 'readonly', (store) => store.get('me'));
  return typeof found === 'object' && found !== null && 'token' in found ? (found as DeviceMemory) : null;
}

export async function keepDevice(device: DeviceMemory): Promise<void> {
  await ask(DEVICE, 'readwrite', (store) => store.put(device, 'me'));
}

export async function forgetDevice(): Promise<void> {
  await ask(DEVICE, 'readwrite', (store) => store.delete('me'));
}

/** The revision last shown under a tag; 0 for none. */
export async function shownRevision(tag: string): Promise<number> {
  const found: unknown = await ask(SHOWN, 'readonly', (store) => store.get(tag));
  return typeof found === 'object' && found !== null && 'revision' in found ? Number(found.revision) : 0;
}

export async function keepShown(tag: string, revision: number): Promise<void> {
  await ask(SHOWN, 'readwrite', (store) => store.put({ revision, at: Date.now() }, tag));
  const count = await ask(SHOWN, 'readonly', (store) => store.count());
  if (count > LEDGER_KEPT) await dropOldest(count - LEDGER_KEPT);
}

async function dropOldest(many: number): Promise<void> {
  const keys = await ask(SHOWN, 'readonly', (store) => store.getAllKeys());
  const rows = (await ask(SHOWN, 'readonly', (store) => store.getAll())) as { at: number }[];
  const oldest = keys
    .map((key, place) => ({ key, at: rows[place]?.at ?? 0 }))
    .sort((one, other) => one.at - other.at)
    .slice(0, many);
  for (const { key } of oldest) await ask(SHOWN, 'readwrite', (store) => store.delete(key));
}

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(DEVICE);
      request.result.createObjectStore(SHOWN);
    };
    request.onsuccess = () => {
      request.result.onclose = () => {
        opened = null; // the browser cleared it: opened anew next time
      };
      resolve(request.result);
    };
    request.onerror = () => {
      opened = null;
      reject(request.error);
    };
  });
  return opened;
}

async function ask<T>(
  name: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode);
    const request = work(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}
