/** Entries that are written and not known to have arrived: kept in this browser, with their pictures, until the newsroom has answered. */

export interface UnsentEntry {
  /** Names the entry here and at the newsroom: sent twice, it is one. */
  clientId: string;
  storyId: string;
  action: string;
  at: number;
  fields: [string, string][];
  picture: { bytes: Blob; name: string } | null;
  /** What the newsroom said against it; null while it has said nothing. */
  refused: string | null;
}

const STORE = 'unsent';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('crier-entries', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: 'clientId' });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

async function ask<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, { durability: 'strict' });
      const asked = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

export async function keepUnsent(entry: UnsentEntry): Promise<void> {
  await ask('readwrite', (store) => store.put(entry));
}

export async function forgetUnsent(clientId: string): Promise<void> {
  await ask('readwrite', (store) => store.delete(clientId));
}

/** Of all live stories, in the order in which they were written. */
export async function listUnsent(): Promise<UnsentEntry[]> {
  const all = (await ask('readonly', (store) => store.getAll())) as UnsentEntry[];
  return all.toSorted((one, other) => one.at - other.at);
}

const draftKey = (storyId: string) => `crier:entry:${storyId}`;

/** What is being typed, so that a phone that dies loses no word. */
export function rememberTyped(storyId: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(draftKey(storyId));
    else localStorage.setItem(draftKey(storyId), text);
  } catch {
    // A full or forbidden store: it still stands in the field.
  }
}

export function typedBefore(storyId: string): string {
  try {
    return localStorage.getItem(draftKey(storyId)) ?? '';
  } catch {
    return '';
  }
}
