/**
 * Whether somebody presses just now. A link or button that is taken away between the press and its end is not clicked, and whoever
 * pressed it thinks that nothing happens: whatever puts new markup in waits for the end.
 */

const LONGEST = 10_000; // ms; an end out of the window is not always told

let pressed: Promise<void> | null = null;
let end = (): void => {};

/** Begins to watch. */
export function watchPresses(): void {
  const begin = () => {
    pressed = new Promise((resolve) => {
      end = resolve;
      setTimeout(resolve, LONGEST);
    });
  };
  addEventListener('pointerdown', begin, { capture: true });
  // The click comes right after the end, before anything that waits a turn.
  for (const name of ['pointerup', 'pointercancel']) addEventListener(name, () => setTimeout(end, 0));
}

/** When nobody presses, or not any more. */
export async function untilLetGo(): Promise<void> {
  await pressed;
}
