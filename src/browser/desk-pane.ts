/** On a narrow screen one pane is shown at a time: what is gone to, or an address names, is brought into sight with the pane that holds it. */
export function showNamedPane(): void {
  addEventListener('hashchange', showNamed);
  showNamed();
}

function showNamed(): void {
  const named = location.hash === '' ? null : document.getElementById(location.hash.slice(1));
  if (named && showPaneOf(named)) named.scrollIntoView({ block: 'start' });
}

/** Whether another pane was shown before. */
export function showPaneOf(place: Element): boolean {
  const pane = place.closest<HTMLElement>('.pane');
  const tab = pane && document.querySelector<HTMLInputElement>(`.tab-${CSS.escape(pane.id)}`);
  if (!tab || pane.checkVisibility()) return false;
  tab.checked = true;
  return true;
}
