/**
 * The parts of the English model that tagging needs, put together as the package's own `model.js` does. That one reads moods,
 * entities and the exceptions of WordNet too, and copies its lexicon three times on the way: half of the time that
 * the first English sentence waited for. The package is pinned, and a test holds these tags against the whole model's.
 */

import { WordIndex } from './word-index.ts';

const dist = 'wink-eng-lite-web-model/dist';

interface Feature {
  list: (string | Set<number>)[];
  hash?: Record<string, number>;
  intrinsicSize?: number;
  index?: number;
  maxIndex?: number;
}

/** Where a feature is packed: the word, its mask and shift, whether it is its own value, whether it can be worked out. */
type Layout = [word: number, mask: number, shift: number, isValue: number, isWorkedOut: number];

interface WrittenCore {
  lexicon: string;
  xpansions: string;
  packing: { layout: Record<string, Layout> };
  features: Record<string, { list: string[] }>;
  pos: { hash: Record<string, number> };
}

/** A machine that recognises nothing, as the tagger's program writes one. */
const nothing = '[100,0,{"0":{}},{},{},{}]';

/** `load` asks for modules of the package. */
export function partsForTagging(load: (path: string) => unknown): object {
  return {
    core: () => readCore(load(`${dist}/languages/cur/models/eng-core-web-model.json`) as WrittenCore),
    pos: load(`${dist}/load-pos-model.js`),
    featureFn: load(`${dist}/feature.js`),
    sbd: () => ({ machines: [], transformers: [] }),
    ner: () => ({ machines: [], transformers: [] }),
    negation: () => ({ machines: [nothing] }),
    sa: () => ({ machines: [nothing] }),
    metaCER: () => ({ machines: '', transformers: [] }),
    addons: {},
  };
}

/** What is written stays as it is: whoever asks again in this process reads the same. */
function readCore(written: WrittenCore): object {
  const { packing, pos } = written;
  const features = Object.fromEntries(
    Object.entries(written.features).map(([name, { list }]): [string, Feature] => [
      name,
      { list: [...list] },
    ]),
  );
  const efList: string[] = [];
  for (const [name, [, mask, shift, isValue, isWorkedOut]] of Object.entries(packing.layout)) {
    const [feature, list] = [features[name], written.features[name]?.list];
    if (isValue === 0 && feature && list) {
      feature.maxIndex = mask >>> shift;
      number(feature, placesOf(list));
    }
    if (isWorkedOut === 1) efList.push(name);
  }
  if (features.lexeme) number(features.lexeme, new WordIndex(written.features.lexeme?.list ?? []).asRecord());
  const clusters = written.features.posClusters?.list ?? [];
  features.posClusters = {
    list: clusters.map((tags) => new Set(tags.split('_').map((tag) => pos.hash[tag] ?? 0))),
  };
  return {
    ...written,
    lexicon: unpacked(written.lexicon),
    xpansions: unpacked(written.xpansions),
    packing: { ...packing, efList },
    features,
  };
}

/** The values of a feature are known by their places; those that come later get the next. */
function number(feature: Feature, hash: Record<string, number>): void {
  feature.hash = hash;
  feature.intrinsicSize = feature.list.length;
  feature.index = feature.list.length;
}

/** Without a prototype: ‘constructor’ is a word of English. */
function placesOf(list: readonly string[]): Record<string, number> {
  const places: Record<string, number> = Object.create(null);
  for (let at = 0; at < list.length; at += 1) places[list[at] as string] = at;
  return places;
}

function unpacked(words: string): Uint32Array {
  return new Uint32Array(Uint8Array.from(Buffer.from(words, 'base64')).buffer);
}
