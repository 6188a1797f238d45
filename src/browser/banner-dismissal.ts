/** Which banner a reader has put away: on this device alone, and told to nobody. */
const KEY = 'crier-banner';

export function isDismissed(id: string): boolean {
  try {
    return localStorage.getItem(KEY) === id;
  } catch {
    return false; // no storage: nothing can be put away for longer than this page
  }
}

export function dismiss(id: string): void {
  try {
    localStorage.setItem(KEY, id);
  } catch {
    // it comes back with the next page
  }
}
