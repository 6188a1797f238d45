/** The paper's own drawings, made by code: composed as SVG, printed with a little grain as JPEG. */
import sharp from 'sharp';
import { beachScene, ferryScene, icebreakerScene, sailScene, stormScene, tankerScene } from './sea-scenes.ts';
import { cranes, lighthouseScene, marketScene, olivesScene, quay, yard } from './shore-scenes.ts';
import { HEIGHT, WIDTH } from './strokes.ts';

const GRAIN = 9; // standard deviation of the paper's grain, of 255

interface Drawing {
  compose(): string;
  alt: string;
  caption: string;
  /** The same in the other languages that it stands in. */
  elsewhere?: Record<string, { alt: string; caption: string }>;
}

export const drawings = {
  tanker: {
    compose: tankerScene,
    alt: 'A tanker at anchor; a dark slick spreads from her side to an orange boom, with one rowing boat in front of it.',
    caption: 'The Lyra Star at anchor off the cape, seen from the outer mole.',
  },
  beach: {
    compose: beachScene,
    alt: 'A sandy beach with a black tide line, roped off by red and white tape; a lighthouse on the point behind.',
    caption: 'The municipal beach, closed from the mole to the lighthouse.',
    elsewhere: {
      el: {
        alt: 'Μια αμμουδιά με μαύρη γραμμή στην άκρη του νερού, κλεισμένη με κορδέλα· πίσω, στο ακρωτήρι, ένας φάρος.',
        caption: 'Η δημοτική παραλία, κλειστή από τον μόλο ως τον φάρο.',
      },
    },
  },
  ferry: {
    compose: ferryScene,
    alt: 'A lit ferry leaves the harbour by night under a full moon.',
    caption: 'The Halcyon leaves at nine, or somewhat later.',
  },
  market: {
    compose: marketScene,
    alt: 'A market hall with striped stalls, shoppers in winter coats and a clock on the far wall.',
    caption: 'The market hall, with its clock still going.',
    elsewhere: {
      ar: {
        alt: 'قاعة سوق فيها بسطات مخطّطة ومتسوّقون بمعاطف الشتاء، وعلى الجدار البعيد ساعة.',
        caption: 'قاعة السوق، وساعتها لا تزال تدور.',
      },
    },
  },
  storm: {
    compose: stormScene,
    alt: 'Pylons and dark houses in heavy rain, two windows lit, lightning over the hills.',
    caption: 'The coast road on the night of the storm.',
  },
  sail: {
    compose: sailScene,
    alt: 'A coaster with timber on deck and one tall rigid sail.',
    caption: 'What the harbour office’s sketch shows: one sail, folding like a penknife.',
  },
  olives: {
    compose: olivesScene,
    alt: 'An olive tree with a net spread under it and a ladder against the light.',
    caption: 'Nets under the trees above the Upper Town.',
  },
  quay: {
    compose: quay,
    alt: 'Painted houses along a quay, three rowing boats on still water.',
    caption: 'The north quay on a day without wind.',
  },
  lighthouse: {
    compose: lighthouseScene,
    alt: 'A lighthouse at dusk, its beam over the water, a small house beside it.',
    caption: 'Cape Lyra: one long flash every twelve seconds.',
  },
  cranes: {
    compose: cranes,
    alt: 'Harbour cranes and containers before a low sun, a coaster at the quay.',
    caption: 'The north quay of Marsa Nour. The crane in the middle is the one that waits.',
    elsewhere: {
      ar: {
        alt: 'رافعات ميناء وحاويات أمام شمس منخفضة، وسفينة ساحلية عند الرصيف.',
        caption: 'الرصيف الشمالي في مرسى نور. الرافعة الوسطى هي التي تنتظر.',
      },
    },
  },
  icebreaker: {
    compose: icebreakerScene,
    alt: 'An icebreaker, half red and half grey, among ice floes.',
    caption: 'Half painted, fully at work: the Polar Owl at Severny Mys.',
    elsewhere: {
      ru: {
        alt: 'Ледокол, наполовину красный, наполовину серый, среди льдин.',
        caption: 'Покрашен наполовину, работает в полную силу: «Полярная сова» у Северного Мыса.',
      },
    },
  },
  yard: {
    compose: yard,
    alt: 'The ribs of a hull in a shipyard; a welder bends over a bright point with sparks.',
    caption: 'The slip at Puerto Claro.',
    elsewhere: {
      es: {
        alt: 'Las cuadernas de un casco en un astillero; un soldador se inclina sobre un punto de luz que echa chispas.',
        caption: 'La grada de Puerto Claro.',
      },
    },
  },
} as const satisfies Record<string, Drawing>;

export type DrawingName = keyof typeof drawings;

/** What is said of a drawing in other languages. */
export function wordsElsewhere(name: DrawingName): [language: string, { alt: string; caption: string }][] {
  const drawing: Drawing = drawings[name];
  return Object.entries(drawing.elsewhere ?? {});
}

export const DRAWING_CREDIT = 'Drawing: The Harbour Post';

/** The grain of a sheet of paper, to print drawings on. */
export async function makePaper(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: GRAIN } as const;
  const create = { width: WIDTH, height: HEIGHT, channels: 3, background: '#808080', noise } as const;
  return sharp({ create }).blur(0.6).raw().toBuffer();
}

/** Prints a drawing. */
export async function drawPicture(name: DrawingName, grain: Buffer): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${drawings[name].compose()}</svg>`;
  const raw = { width: WIDTH, height: HEIGHT, channels: 3 } as const;
  return sharp(Buffer.from(svg))
    .composite([{ input: grain, raw, blend: 'overlay' }])
    .flatten({ background: '#d8cbb2' })
    .jpeg({ quality: 88 })
    .toBuffer();
}
