/** The editor's page made comfortable. Without this script it is a plain form that does the same. */
import { openFold } from './desk-folds.ts';
import { startAlert } from './editor-alert.ts';
import { startBody } from './editor-body.ts';
import { type FindingKeys, startFindings } from './editor-findings.ts';
import { startKeeping } from './editor-keep.ts';
import { holdLock } from './editor-lock.ts';
import { openPanel, savePanelsFirst } from './editor-panels.ts';
import { startSaying } from './editor-said.ts';
import { type SuggestionKeys, startSuggestions } from './editor-suggestions.ts';
import { watchPresses } from './pressed.ts';

const form = document.querySelector<HTMLFormElement>('#copy-form');
watchPresses();
if (form) start(form);

function start(form: HTMLFormElement): void {
  const body = startBody(form);
  const keeping = startKeeping(form, body);
  holdLock(form, keeping);
  startSaying(body);
  startAlert(form);
  countLengths(form);
  keepLinesWhole(form);
  const save = () => keeping.save();
  savePanelsFirst(keeping);
  listenToEditorKeys(save, startFindings(form, body), startSuggestions(form, body, save));
  openAsked();
}

/** A page that leads here to publish opens what is asked before. */
function openAsked(): void {
  if (location.hash === '#publish') openPanel('publish');
}

/** Shown beside headline and dek: how long it is, in amber where it no longer fits. */
function countLengths(form: HTMLFormElement): void {
  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    const count = form.querySelector<HTMLElement>(`[data-count="${CSS.escape(target.name)}"]`);
    if (!count) return;
    const [length, fits] = [[...target.value.trim()].length, Number(count.dataset.fits)];
    count.textContent = `${length} of ${fits}`;
    count.toggleAttribute('data-over', length > fits);
  });
}

/** A headline and a dek are one line each: Enter goes on to the next field, pasted line ends become spaces. */
function keepLinesWhole(form: HTMLFormElement): void {
  for (const line of form.querySelectorAll<HTMLTextAreaElement>('[name="headline"], [name="dek"]')) {
    line.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const fields = [...form.elements].filter((each) =>
        each.matches('textarea, input:not([type="hidden"])'),
      );
      (fields[fields.indexOf(line) + 1] as HTMLElement | undefined)?.focus();
    });
    line.addEventListener('input', () => {
      if (/[\r\n]/.test(line.value)) line.value = line.value.replace(/\s*[\r\n]+\s*/g, ' ');
    });
  }
}

/** Before the editor sees them: Ctrl+Enter would otherwise be a line break. */
function listenToEditorKeys(
  save: () => Promise<unknown>,
  findings: FindingKeys,
  suggestions: SuggestionKeys,
): void {
  document.addEventListener(
    'keydown',
    (event) => {
      const act = keyAct(event, save) ?? findingAct(event, findings) ?? suggestionAct(event, suggestions);
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    },
    { capture: true },
  );
}

function keyAct(event: KeyboardEvent, save: () => Promise<unknown>): (() => void) | null {
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
  const key = event.key.toLowerCase();
  if (isCommand && key === 's' && !event.shiftKey) return () => void save();
  if (isCommand && key === 'enter') return () => openPanel(event.shiftKey ? 'correct' : 'publish');
  if ((event.ctrlKey || event.metaKey) && event.altKey && event.code === 'KeyK')
    return () => openPanel('kill');
  if ((event.ctrlKey || event.metaKey) && event.altKey && event.code === 'KeyT') return toTies;
  if (isCommand && key === 'x' && event.shiftKey)
    return () => document.querySelector<HTMLElement>('[data-who-says]')?.click();
  const isOpen = document.querySelector('dialog[open], :popover-open') !== null;
  const active = document.activeElement;
  if (key === 'escape' && !isOpen && active instanceof HTMLElement && active !== document.body)
    return () => active.blur();
  return null;
}

/** F8 and Shift F8 go round; on the one that is chosen, Ctrl Alt Enter puts its suggestion in, Ctrl Alt D dismisses it. */
function findingAct(event: KeyboardEvent, findings: FindingKeys): (() => void) | null {
  if (event.key === 'F8') return () => findings.next(event.shiftKey ? -1 : 1);
  if (!event.altKey || !(event.ctrlKey || event.metaKey)) return null;
  if (event.key === 'Enter') return () => findings.apply();
  return event.code === 'KeyD' ? () => findings.dismiss() : null;
}

/** F9 confirms the suggestion that is chosen, Shift F9 refuses it; F7 and Shift F7 go round. */
function suggestionAct(event: KeyboardEvent, suggestions: SuggestionKeys): (() => void) | null {
  if (event.key === 'F9') return () => suggestions.answer(!event.shiftKey);
  return event.key === 'F7' ? () => suggestions.next(event.shiftKey ? -1 : 1) : null;
}

/** To the form that ties it to another story; on a narrow screen it stands in another pane. */
function toTies(): void {
  const tab = document.querySelector<HTMLInputElement>('.tab-beside');
  if (tab) tab.checked = true;
  const form = document.querySelector<HTMLElement>('[data-to-ties]')?.closest('details');
  if (!form) return;
  openFold(form, 'input[name="tiedTo"]');
  form.scrollIntoView({ block: 'center' });
}
