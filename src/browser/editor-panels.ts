/**
 * What is asked before a story goes out or is corrected. It is said of the saved copy: a panel that opens saves, and says nothing of an
 * earlier take meanwhile.
 */
import { fetchPlacesNow } from './desk-live.ts';
import type { Keeping } from './editor-keep.ts';

type Panel = 'publish' | 'correct' | 'kill';

/** Opens a panel where the story has it; the focus stands on what is done, or on what is asked. */
export function openPanel(panel: Panel): void {
  const place = document.querySelector<HTMLElement>(`#${panel}`);
  if (!place) return;
  if (!place.matches(':popover-open')) place.showPopover();
  place.querySelector<HTMLElement>('[data-publish-now], textarea[name="notice"]')?.focus();
}

export function savePanelsFirst(keeping: Keeping): void {
  let looked = 0; // the number of the save that the panels tell of
  const look = async (panel: HTMLElement): Promise<void> => {
    if (keeping.isKept() && keeping.saves() === looked) return;
    panel.dataset.looking = '';
    try {
      await keeping.save();
      const saves = keeping.saves();
      await fetchPlacesNow([...panel.querySelectorAll<HTMLElement>('[data-live="stories"]')]);
      looked = saves;
    } finally {
      delete panel.dataset.looking;
    }
  };
  for (const panel of document.querySelectorAll<HTMLElement>('#publish, #correct'))
    panel.addEventListener('toggle', (event) => {
      if ((event as ToggleEvent).newState === 'open') void look(panel);
    });
}
