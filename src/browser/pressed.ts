/**
 * Whether somebody presses just now. A link or button that is taken away between the press and its end is not clicked, and whoever
 * pressed it thinks that nothing happens: whatever puts new markup in waits for the end.
 */

const LONGEST = 10_000; // ms; an end out of the window is not always told

let pressed: Promise<void> | null = null;
let end: (() => void) | null = null;

/** Begins to watch. Each script of a page is told once: what it does is kept apart from the others. */
export function watchPresses(): void {
  const begin = () => {
    if (end) return; // a second finger: of two no click comes
    pressed = new Promise((resolve) => {
      const over = () => {
        resolve();
        if (end === over) end = null;
      };
      end = over;
      setTimeout(over, LONGEST);
    });
  };
  const finish = () => {
    // The click comes right after the end, before anything that waits a turn.
    if (end) setTimeout(end, 0);
    end = null;
  };
  addEventListener('pointerdown', begin, { capture: true });
  for (const name of ['pointerup', 'pointercancel']) addEventListener(name, finish);
  // Let go over a scroll bar or out of the window, where no end is told.
  window.addEventListener('pointermove', (event) => {
    if (event.buttons === 0) finish();
  });
}

/** When nobody presses, or not any more. */
export async function untilLetGo(): Promise<void> {
  await pressed;
}
