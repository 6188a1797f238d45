/** Of the words that the server put on the page, shows those of one state; null shows none. */
export function say(within: HTMLElement, state: string | null): void {
  for (const words of within.querySelectorAll<HTMLElement>('[data-say]'))
    words.hidden = words.dataset.say !== state;
}
