/**
 * `npx tsx bench/readers-eye.ts ADDRESS MODEL [KEY]`: how far a model can be believed as a reader's eye. It is asked over sentences of
 * DEMETR of which it is known what is wrong: sound translations, where whatever it points at is a false alarm, and the same with
 * one error planted. Nothing is kept.
 */
import { EYE, readPair } from '../src/translation/readers-eye.ts';
import { hasCorpora, listPerturbed, type Perturbed } from './checks-copy.ts';
import { say } from './result.ts';

const KINDS = 40; // sentences of each kind that are asked for; a model takes a second or more for each
const LONGEST_WAIT = 120_000; // ms for one sentence
/** Errors of meaning, which no rule of surface sees. */
const meant =
  /verb_removed|noun_removed|subj_removed|adj_adv_removed|antonym|tense|aspect|gender|negation|hypernym/u;

const [address = '', model = '', key = ''] = process.argv.slice(2);
if (!hasCorpora() || address === '' || model === '')
  throw new Error(
    'This bench needs ../shared/corpora beside the checkout, an address up to /v1 and a model.',
  );

const setup = { kind: 'eye', address: address.replace(/\/+$/u, ''), key: key || null, model } as const;
const { hostname, port, protocol } = new URL(address);
const host = `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
const door = { newsroomAddress: 'http://localhost', trustedHosts: [host], patience: LONGEST_WAIT };

let failed = 0;

/** How many of them it points at something in. */
async function pointedAt(pairs: { source: string; target: string; from: string }[]): Promise<number> {
  let told = 0;
  for (const pair of pairs) {
    const reading = await readPair(setup, door, { ...pair, to: 'en' });
    if (!reading.ok) failed += 1;
    else if (reading.findings.some(({ check }) => check === EYE)) told += 1;
  }
  return told;
}

type Item = Perturbed & { src_sent: string; lang_tag: string };
const pairOf = (item: Item, target: string) => ({
  source: item.src_sent,
  target,
  from: languageOf(item.lang_tag),
});
const codes: Record<string, string> = {
  chinese_simple: 'zh',
  german: 'de',
  hindi: 'hi',
  japanese: 'ja',
  polish: 'pl',
  russian: 'ru',
  czech: 'cs',
  french: 'fr',
  spanish: 'es',
  italian: 'it',
};
const languageOf = (tag: string) => codes[tag] ?? 'und';

const kinds = listPerturbed().filter(({ kind }) => meant.test(kind));
const clean = (kinds[0]?.items ?? []).slice(0, KINDS * 2) as Item[];
const alarms = await pointedAt(clean.map((item) => pairOf(item, item.mt_sent)));
say(`sound translations pointed at: ${alarms} of ${clean.length}`);
for (const { kind, items } of kinds) {
  const planted = (items as Item[]).filter(({ pert_check }) => pert_check).slice(0, KINDS);
  say(
    `${kind}: ${await pointedAt(planted.map((item) => pairOf(item, item.pert_sent)))} of ${planted.length}`,
  );
}
say(`answers that could not be used: ${failed}`);
