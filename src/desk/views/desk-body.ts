/**
 * A body as the desk reads it: our own media by their smallest files, those from elsewhere as the newsroom looks at them for us or by
 * name. No page of the desk asks anyone else.
 */
import { escapeAttribute, type SafeHtml } from '../../kit/safe-html.ts';

const MEDIA =
  /<(?:img (data-media|src)="([^"]*)" alt="([^"]*)" \/|(video|audio) (data-media|src)="([^"]*)"><\/(?:video|audio))>/g;
const NAMES: Record<string, string> = { video: 'Film', audio: 'Sound' };

/** `html` is a body in its normal form. `look` gives the page of the desk that shows a picture from elsewhere; null where none does. */
export function deskBody(html: SafeHtml, look: (href: string) => string | null = () => null): SafeHtml {
  if (!/<(?:img|video|audio) /.test(html)) return html;
  return html.replace(MEDIA, (_, at = '', where = '', alt = '', name = '', playsAt = '', file = '') =>
    name === '' ? picture(at, where, alt, look) : recording(name, playsAt, file),
  ) as SafeHtml;
}

/** What stands in attributes is escaped there, and stays so. */
function picture(at: string, where: string, alt: string, look: (href: string) => string | null): string {
  const href = at === 'src' ? look(where.replaceAll('&amp;', '&')) : thumbOf(where);
  if (href === null) return `<span class="dim">Picture${alt === '' ? '' : `: ${alt}`}</span>`;
  return `<img src="${escapeAttribute(href)}" alt="${alt}" loading="lazy" />`;
}

function recording(name: string, at: string, where: string): string {
  const words = NAMES[name] ?? '';
  if (at === 'src') return `<a href="${where}" rel="noopener noreferrer">${words}</a>`;
  const still = name === 'video' ? `<img src="${thumbOf(where)}" alt="" loading="lazy" />` : '';
  return `${still}<a href="/desk/media/${where}">${words}</a>`;
}

function thumbOf(id: string): string {
  return `/desk/media/${id}/thumb`;
}
