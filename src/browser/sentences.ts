/**
 * A sentence of a translated story, tapped: its original opens under its paragraph, taken from the list that the page
 * brings along. The list itself is the way without script and by keyboard.
 */

const BLOCKS = '.story h1, .story .dek, .body p, .body li, .body h2, .body h3';
const NOT_TEXT = 'a, button, summary, details, aside, sup, label, input, textarea';

/** The text of a block as its sentences were kept, and for each character where it stands in the page. */
interface Reading {
  text: string;
  places: { node: Text; offset: number }[];
}

/** Does nothing on a page that has no originals to show. */
export function openSentences(): void {
  if (!document.querySelector('[data-tap]')) return;
  document.addEventListener('click', onTap);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
}

function onTap(event: MouseEvent): void {
  if (!(event.target instanceof Element) || event.target.closest(NOT_TEXT)) return;
  const block = event.target.closest<HTMLElement>(BLOCKS);
  const selection = getSelection();
  if (!block || (selection && !selection.isCollapsed)) return; // somebody who marks words wants to copy them
  const reading = readBlock(block);
  const at = placeIn(reading, event.clientX, event.clientY);
  const among = block.closest('[data-entry]') ?? document; // an entry of a live story has its own
  const found = at < 0 ? null : sentenceAt(among, reading.text, at);
  const wasOpen = document.querySelector<HTMLElement>('[data-original]')?.dataset.original;
  close();
  if (found && wasOpen !== found.row.dataset.sentence) open(block, reading, found);
}

/** White space counts once, as in the kept sentence; the numbers of notes and the dateline are none of its words. */
function readBlock(block: HTMLElement): Reading {
  const reading: Reading = { text: '', places: [] };
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.parentElement?.closest('sup, .dateline, [data-original]')) continue;
    for (let offset = 0; offset < node.data.length; offset += 1) {
      const unit = node.data.charAt(offset);
      const letter = /\s/.test(unit) ? ' ' : unit;
      if (letter === ' ' && (reading.text === '' || reading.text.endsWith(' '))) continue;
      reading.text += letter;
      reading.places.push({ node, offset });
    }
  }
  return reading;
}

/** Which character of the block was tapped; -1 for none. */
function placeIn({ places }: Reading, x: number, y: number): number {
  const caret = document.caretPositionFromPoint?.(x, y);
  const range = caret ? null : document.caretRangeFromPoint?.(x, y);
  const [node, offset] = caret
    ? [caret.offsetNode, caret.offset]
    : [range?.startContainer, range?.startOffset ?? 0];
  let last = -1;
  for (const [index, place] of places.entries())
    if (place.node === node && place.offset <= offset) last = index;
  return last;
}

interface Found {
  row: HTMLElement;
  start: number;
  end: number;
}

function sentenceAt(among: ParentNode, text: string, at: number): Found | null {
  for (const row of among.querySelectorAll<HTMLElement>('[data-sentence]')) {
    const sentence = (row.querySelector('dt')?.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (sentence === '' || !row.querySelector('dd[lang]')) continue;
    for (let start = text.indexOf(sentence); start >= 0; start = text.indexOf(sentence, start + 1))
      if (start <= at && at < start + sentence.length) return { row, start, end: start + sentence.length };
  }
  return null;
}

function open(block: HTMLElement, reading: Reading, { row, start, end }: Found): void {
  const panel = document.createElement('aside');
  panel.className = 'original-of';
  panel.dataset.original = row.dataset.sentence ?? '';
  panel.setAttribute('role', 'status'); // read out when there is time for it
  const around = row.closest<HTMLElement>('.translated');
  panel.lang = around?.lang || document.documentElement.lang;
  panel.dir = around?.dir || document.documentElement.dir;
  const label = document.createElement('p');
  label.textContent = words('original');
  const original = document.createElement('blockquote');
  const dd = row.querySelector<HTMLElement>('dd[lang]');
  original.lang = dd?.lang ?? '';
  original.dir = dd?.dir ?? 'auto';
  original.textContent = dd?.textContent ?? '';
  const ways = document.createElement('p');
  const shut = document.createElement('button');
  shut.type = 'button';
  shut.className = 'quiet';
  shut.textContent = words('close-original');
  shut.addEventListener('click', close);
  const object = row.querySelector('.object a')?.cloneNode(true);
  ways.append(...(object ? [object] : []), shut);
  panel.append(label, original, ways);
  if (block.matches('li')) block.append(panel);
  else block.after(panel);
  light(reading, start, end);
}

/** Lights the sentence without touching the text; a browser that cannot do that shows the original alone. */
function light({ places }: Reading, start: number, end: number): void {
  const [first, last] = [places[start], places[end - 1]];
  if (!first || !last || !('highlights' in CSS)) return;
  const range = new Range();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  CSS.highlights.set('sentence', new Highlight(range));
}

function close(): void {
  document.querySelector('[data-original]')?.remove();
  if ('highlights' in CSS) CSS.highlights.delete('sentence');
}

function words(name: string): string {
  return (
    document.querySelector<HTMLTemplateElement>(`template[data-say="${name}"]`)?.content.textContent ?? ''
  );
}
