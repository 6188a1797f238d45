/** A picture or recording as the desk shows it: ours as its smallest file. The desk's pages ask nobody else, and say what is not shown. */
export interface ShownMedia {
  kind: 'figure' | 'video' | 'audio';
  /** Of our own; null where it is not ours yet. */
  media: string | null;
  /** Empty where nothing is said. */
  alt?: string;
}

const KINDS: Record<ShownMedia['kind'], string> = { figure: 'Picture', video: 'Film', audio: 'Sound' };

export function shownMedia({ kind, media, alt = '' }: ShownMedia): HTMLElement {
  const line = document.createElement('p');
  line.className = 'dim';
  const name = KINDS[kind];
  const words = media === null ? `${name} that is not in the library yet; ${forReaders(kind)}` : name;
  line.textContent = alt === '' ? words : `${words}: ${alt}`;
  if (media === null || kind === 'audio') return line;
  const image = document.createElement('img');
  image.alt = alt;
  image.draggable = false;
  image.addEventListener('error', () => image.replaceWith(line)); // it was taken out, or has no still
  image.src = `/desk/media/${encodeURIComponent(media)}/thumb`;
  if (kind === 'figure') return image;
  const both = document.createElement('div');
  both.append(image, line.cloneNode(true));
  return both;
}

function forReaders(kind: ShownMedia['kind']): string {
  return kind === 'figure' ? 'readers will not see it' : 'readers get a link to it';
}
