/** On the desk's alerts page: only this browser knows which device it is, so it fills that in. */
import { storedDevice } from './device-store.ts';

export function offerCanary(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-canary]');
  if (!form) return;
  // No storage means no device: then the words that say so stay.
  storedDevice().then(
    (device) => {
      const field = form.elements.namedItem('device');
      if (!device || !(field instanceof HTMLInputElement)) return;
      field.value = device.token;
      form.hidden = false;
      const none = document.querySelector<HTMLElement>('[data-canary-none]');
      if (none) none.hidden = true;
    },
    () => {},
  );
}
