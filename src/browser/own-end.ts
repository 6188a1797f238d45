/** A page that is otherwise from an instant on that is known beforehand, though nobody does anything: a hand on a front ends then. */

const LONGEST_WAIT = 2 ** 31 - 1; // ms; browsers fire a longer timer at once
const LOOKS = [0, 5_000, 60_000, 600_000]; // ms after the end: a device whose clock is ahead finds the page as it was, and looks later

/** Tells when the page's own end has come, until what is put in has another one. */
export function lookAtOwnEnd(look: () => void): (page: HTMLElement) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let known: string | undefined;
  const wait = (end: number, [after, ...later]: number[]) => {
    if (after === undefined) return;
    const still = Math.min(LONGEST_WAIT, Math.max(0, end + after - Date.now()));
    timer = setTimeout(() => {
      wait(end, later);
      look();
    }, still);
  };
  return ({ dataset: { until } }) => {
    if (until === known) return;
    known = until;
    clearTimeout(timer);
    if (until !== undefined) wait(Number(until), LOOKS);
  };
}
