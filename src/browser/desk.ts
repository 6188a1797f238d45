/** Every page of the desk: keys, lists that are live, and the wire read without leaving the list. */

import { offerCanary } from './desk-canary.ts';
import { countDown } from './desk-countdown.ts';
import { fillFoldsOnOpening } from './desk-folds.ts';
import { listenToKeys } from './desk-keys.ts';
import { keepLive } from './desk-live.ts';
import { chooseFromLibrary, showCuts, showEye, takeDroppedMedia } from './desk-media.ts';
import { showNamedPane } from './desk-pane.ts';
import { helpRemarks } from './desk-remarks.ts';
import { offerSearch } from './desk-search.ts';
import { readWireInPlace } from './desk-wire.ts';
import { sendOnce } from './sent-once.ts';

document.documentElement.classList.add('scripted');
keepLive();
fillFoldsOnOpening();
readWireInPlace();
showNamedPane();
listenToKeys();
sendFiltersOnChange();
askBeforeDanger();
countDown();
offerCanary();
takeDroppedMedia();
showCuts();
showEye();
chooseFromLibrary();
offerSearch();
helpRemarks();
sendOnce();

/** A filter takes effect when it is chosen; its button is for those without script. */
function sendFiltersOnChange(): void {
  document.addEventListener('change', ({ target }) => {
    if (target instanceof Element)
      target.closest<HTMLFormElement>('form[data-send-on-change]')?.requestSubmit();
  });
}

/** What cannot be taken back is asked once more, in the page's own words. */
function askBeforeDanger(): void {
  document.addEventListener('submit', (event) => {
    const words = event.submitter?.dataset.ask;
    if (!words) return;
    if (!window.confirm(words)) event.preventDefault();
    else delete event.submitter?.dataset.ask; // the editor may send it again, after saving
  });
}
