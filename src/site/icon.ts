/** The paper's icon, drawn from its initial, and the manifest that lets a phone keep the paper on its first screen. */
import { shownElsewhere } from '../kit/cross-origin.ts';
import { directionOf } from '../kit/language-tag.ts';
import type { PageRequest, Site } from './answer.tsx';
import type { Page } from './finish-page.ts';
import { element } from './xml.ts';

const PAPER = '#fbfaf6'; // as in views/paper.css
const NIGHT = '#141519';
const INK = '#17181c';
const LIVE = '#b92d19';
// Every notification shows the icon: a day in the browser's memory keeps a flash from calling all readers back for it.
const KEPT = { 'cache-control': 'public, max-age=86400', ...shownElsewhere };

/**
 * An initial over a rule, and the dot of what is live: still a mark where no font is there to draw the initial. `full`: ink to
 * the edges and the mark within the circle that every mask leaves (W3C Web App Manifest, “Icon masks and safe zone”: 40 % of
 * the width from the middle).
 */
export function iconOf(name: string, { full = false } = {}): string {
  const words = name
    .split(/\s+/)
    .filter((word) => !/^(the|der|die|das|le|la|les|el|los|ο|η|το|τα)$/iu.test(word));
  const initial = [...(words[0] ?? name)][0]?.toLocaleUpperCase() ?? 'C';
  const { xml } = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 512 512' },
    element('rect', { width: 512, height: 512, rx: full ? 0 : 96, fill: INK }),
    element(
      'g',
      { transform: full ? 'translate(256 256) scale(0.72) translate(-256 -270)' : null },
      ...markOf(initial),
    ),
  );
  return xml;
}

function markOf(initial: string) {
  return [
    element(
      'text',
      {
        x: 256,
        y: 340,
        'text-anchor': 'middle',
        'font-family': "'Source Serif 4', 'Noto Serif', 'DejaVu Serif', Georgia, serif",
        'font-size': 300,
        'font-weight': 700,
        fill: PAPER,
      },
      initial,
    ),
    element('rect', { x: 112, y: 400, width: 224, height: 14, fill: PAPER }),
    element('circle', { cx: 380, cy: 407, r: 26, fill: LIVE }),
  ];
}

export async function makeFavicon(_site: Site, { frame }: PageRequest): Promise<Page> {
  return {
    status: 200,
    type: 'image/svg+xml',
    body: iconOf(frame.masthead.name),
    shows: ['masthead'],
    headers: shownElsewhere,
  };
}

/** The same in pixels, for what does not read SVG. */
export function makeIcon(size: number, shape: { full?: boolean } = {}) {
  return async (_site: Site, { frame }: PageRequest): Promise<Page> => {
    const { default: sharp } = await import('sharp'); // 30 MB and a tenth of a second, when an icon is first asked for
    const body = await sharp(Buffer.from(iconOf(frame.masthead.name, shape)))
      .resize(size, size)
      .png()
      .toBuffer();
    return { status: 200, type: 'image/png', body, shows: ['masthead'], headers: KEPT };
  };
}

export async function makeManifest(_site: Site, { frame: { masthead } }: PageRequest): Promise<Page> {
  const icons = [192, 512].map((size) => ({
    src: `/icon-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose: 'any',
  }));
  const manifest = {
    id: '/',
    name: masthead.name,
    short_name: masthead.name,
    description: masthead.tagline || undefined,
    lang: masthead.language,
    dir: directionOf(masthead.language),
    start_url: '/',
    scope: '/',
    display: 'standalone', // Apple gives alerts only to such
    background_color: PAPER,
    theme_color: PAPER,
    // What Chromium tries out for the dark scheme; others pass it over, and the pages say both colours themselves.
    user_preferences: { color_scheme: { dark: { background_color: NIGHT, theme_color: NIGHT } } },
    icons: [
      ...icons,
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ],
  };
  return {
    status: 200,
    type: 'application/manifest+json',
    body: JSON.stringify(manifest),
    shows: ['masthead'],
  };
}
