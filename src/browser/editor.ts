/** The editor's page made comfortable. Without this script it is a plain form that does the same. */
import { startAlert } from './editor-alert.ts';
import { startBody } from './editor-body.ts';
import { startKeeping } from './editor-keep.ts';
import { holdLock } from './editor-lock.ts';
import { startSaying } from './editor-said.ts';

const form = document.querySelector<HTMLFormElement>('#copy-form');
if (form) start(form);

function start(form: HTMLFormElement): void {
  const body = startBody(form);
  const keeping = startKeeping(form, body);
  holdLock(form, keeping);
  startSaying(body);
  startAlert(form);
  countLengths(form);
  keepLinesWhole(form);
  listenToEditorKeys(() => keeping.save());
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
function listenToEditorKeys(save: () => Promise<unknown>): void {
  document.addEventListener(
    'keydown',
    (event) => {
      const act = keyAct(event, save);
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
  if (isCommand && key === 'enter') return () => void save().then(openPublish);
  if (isCommand && key === 'x' && event.shiftKey)
    return () => document.querySelector<HTMLElement>('[data-who-says]')?.click();
  if (key === 'f8') return nextFinding;
  const isOpen = document.querySelector('dialog[open], :popover-open') !== null;
  const active = document.activeElement;
  if (key === 'escape' && !isOpen && active instanceof HTMLElement && active !== document.body)
    return () => active.blur();
  return null;
}

/** Goes round the findings, to the place of each. */
function nextFinding(): void {
  const findings = [...document.querySelectorAll<HTMLAnchorElement>('[data-finding]')];
  const present = findings.findIndex((finding) => finding.matches('.on'));
  const next = findings[(present + 1) % findings.length];
  for (const finding of findings) finding.classList.toggle('on', finding === next);
  if (!next) return;
  next.scrollIntoView({ block: 'nearest' });
  const place = document.querySelector<HTMLElement>(next.hash);
  const field = place?.matches('input, textarea')
    ? place
    : place?.querySelector<HTMLElement>('.prose, summary');
  place?.scrollIntoView({ block: 'nearest' });
  field?.focus();
}

function openPublish(): void {
  document.querySelector<HTMLElement>('#publish')?.showPopover();
  document.querySelector<HTMLElement>('[data-publish-now]')?.focus();
}
