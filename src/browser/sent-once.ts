/** A form that was sent is not sent again while its answer is on the way: a second press would be told that it comes too late. */

const LONGEST = 10_000; // ms; an answer may be a file that leaves the page as it is, or be stopped by whoever waits

/** Watches every form whose sending loads a page. What answers without a new page has prevented that by now. */
export function sendOnce(): void {
  const sent = new Set<EventTarget>(); // the buttons, or forms that were sent without one
  window.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== 'post') return;
    const by = event.submitter ?? form;
    if (sent.has(by)) return event.preventDefault();
    sent.add(by);
    setTimeout(() => sent.delete(by), LONGEST);
  });
  window.addEventListener('pageshow', () => sent.clear());
}
