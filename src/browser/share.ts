/** Hands a story on: by the platform's own share where there is one, and by its link. No company in between. */

/** Shows the buttons that this browser can do something with. */
export function offerShare(): void {
  const part = document.querySelector<HTMLElement>('[data-share]');
  if (!part) return;
  const story = { title: document.querySelector('h1')?.textContent ?? document.title, url: ownAddress() };
  const ways = [
    { name: 'platform', can: 'share' in navigator, hand: () => navigator.share(story) },
    { name: 'copy', can: navigator.clipboard !== undefined, hand: () => copy(part, story.url) },
  ];
  for (const { name, can, hand } of ways) {
    const button = part.querySelector<HTMLButtonElement>(`[data-share-by="${name}"]`);
    if (!button || !can) continue;
    button.hidden = false;
    part.hidden = false;
    // Whoever closes the platform's sheet has changed their mind; a browser that refuses shows why itself.
    button.addEventListener('click', () => void hand().catch(() => {}));
  }
}

/** Without what mail programs and networks add behind it; not the canonical one, which may be another paper's. */
function ownAddress(): string {
  return location.origin + location.pathname;
}

async function copy(part: HTMLElement, address: string): Promise<void> {
  await navigator.clipboard.writeText(address);
  const said = part.querySelector<HTMLElement>('[data-share-said]');
  if (said) said.textContent = said.dataset.words ?? '';
}
