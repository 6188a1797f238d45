/** The open page renews the story's lock, and lets it go when it is left. */
import type { Keeping } from './editor-keep.ts';

const RENEW = 30_000; // ms; the lease is two minutes, so three may be missed on a train
const FIRST = 1_500; // ms; the page that was left may have let go a moment after this one was made

export function holdLock(form: HTMLFormElement, keeping: Keeping): void {
  const address = `/desk/stories/${form.dataset.story}/lock`;
  const token = () => new URLSearchParams({ _form: String(new FormData(form).get('_form') ?? '') });
  const renew = async () => {
    const answer = await fetch(address, {
      method: 'POST',
      body: token(),
      headers: { accept: 'application/json' },
    }).catch(() => null); // the next renewal is soon
    if (!answer?.ok) return;
    const lock = (await answer.json()) as { held: boolean; holder: string | null };
    if (lock.held) return;
    clearInterval(renewing);
    keeping.stop(`${lock.holder ?? 'Someone'} has taken this story over.`, 'locked');
  };
  const renewing = setInterval(() => void renew(), RENEW);
  setTimeout(() => void renew(), FIRST);
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void renew();
  });
  // A form that is sent comes back to this story: letting go then would free the lock after it was taken anew.
  let isComingBack = false;
  document.addEventListener('submit', ({ defaultPrevented }) => {
    isComingBack = !defaultPrevented;
  });
  window.addEventListener('pagehide', () => {
    if (!isComingBack) navigator.sendBeacon(`${address}/release`, token());
  });
}
