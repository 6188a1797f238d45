/** The seconds in which an alert can still be undone, counted down where the page says them. */

const TICK = 250; // ms

/** Each place says how many seconds were left when it was made; it is counted from when it came to the page. */
export function countDown(): void {
  const ends = new WeakMap<Element, number>();
  setInterval(() => {
    for (const place of document.querySelectorAll<HTMLElement>('[data-leaves-in]')) {
      const now = performance.now();
      const end = ends.get(place) ?? now + Number(place.dataset.leavesIn) * 1_000;
      ends.set(place, end);
      const left = Math.ceil((end - now) / 1_000);
      const words = left > 0 ? `Leaves in ${left} s` : 'Leaving…';
      if (place.textContent !== words) place.textContent = words;
    }
  }, TICK);
}
