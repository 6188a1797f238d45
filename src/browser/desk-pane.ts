/** On a narrow screen one pane is shown at a time: what an address names is brought into sight with the pane that holds it. */
export function showNamedPane(): void {
  addEventListener('hashchange', showNamed);
  showNamed();
}

function showNamed(): void {
  const named = location.hash === '' ? null : document.getElementById(location.hash.slice(1));
  const pane = named?.closest<HTMLElement>('.pane');
  const tab = pane && document.querySelector<HTMLInputElement>(`.tab-${CSS.escape(pane.id)}`);
  if (!named || !tab || pane.checkVisibility()) return;
  tab.checked = true;
  named.scrollIntoView({ block: 'start' });
}
