/** Units: an amount that kept its number and changed its money, measure or percent sign. */
import { reason } from '../finding-reason.ts';
import type { Quantity } from './number-part.ts';
import type { Pair, PairDraft } from './translation.ts';

export const UNIT_CHECK = 'translation-unit';

/** Signs and stems of one unit in every language we read; a star ends a stem. Units of one line are never confused. */
const UNITS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  money: {
    EUR: '€ eur euro* евро євро ευρώ يورو 欧元 歐元 ユーロ यूरो',
    USD: '$ usd dollar* dólar* dolar* dollaro dollari доллар* долар* δολάρι* δολαρί* دولار* 美元 ドル डॉलर*',
    GBP: '£ gbp sterling* pound* pfund фунт* λίρες στερλίν* إسترليني* 英镑 ポンド पाउंड* libra* sterline',
    JPY: 'jpy yen* иен* єн* γιεν ين 日元 येन jen jeny jenů',
    RUB: '₽ rub rouble* ruble* rubel rubl* rublo rublos рубл* ρούβλι* ρουβλί* روبل* 卢布 ルーブル रूबल*',
    UAH: '₴ uah hryvnia* hrywn* hřiv* гривн* grivna*',
    CNY: 'cny yuan* юан* юань* γουάν يوان 人民币 人民元 युआन',
    INR: '₹ inr rupee* रुपये रुपए रुपया रुपयों рупи* rupia* rupie* roupie*',
    CHF: 'chf',
    PLN: 'pln zloty złot* злот* zlotý*',
    CZK: 'czk koruna korun koruny',
  },
  share: { '%': '% ٪ ％ percent per-cent процент* відсот* prozent* procent* 百分 प्रतिशत फीसदी' },
  length: {
    km: 'km kms kilomet* kilómetro* chilometr* километр* кілометр* км χιλιόμετρα χιλιομέτρ* χλμ كيلومتر* 公里 千米 キロ किलोमीटर किमी',
    mi: 'mi mile miles milla* mille* meile* miglia miglio миль мили миля милю милі μίλια μιλί* ميل* أميال 英里 マイル मील mil míle',
    m: 'metre* meter* metro metros metri mètre* mètres метр* μέτρα μέτρ* متر* 米 メートル मीटर metr metry metrů metrów',
    ft: 'ft foot feet piedi piede pies pied pieds fuß фут* ποδι* πόδι* قدم* 英尺 フィート फीट फुट stop stóp',
    cm: 'cm centimet* centímetro* centimetr* zentimeter* сантиметр* см εκατοστ* سنتيمتر* 厘米 センチ सेंटीमीटर',
    in: 'inch inches zoll pulgada* pouces pollici дюйм* ίντσ* بوصة',
    yd: 'yard yards yarda* iarde ярд* γιάρδ* ياردة',
    mm: 'mm millimet* milímetro* millimetr* миллиметр* міліметр* мм χιλιοστ* ملم 毫米 ミリ मिलीमीटर milimetr*',
  },
  weight: {
    kg: 'kg kilo kilos kilogram* kilogramm* chili chilogramm* килограмм* кілограм* кг κιλά κιλό كيلوغرام* 公斤 千克 キログラム किलोग्राम किलो',
    lb: 'lb lbs libbr* pound* pfund фунт* libra* λίμπρ* λίβρ* livres رطل',
    t: 'ton tons tonne* tonnen tonnellat* tonelada* тонн* т τόνοι τόνους τόνων طن أطنان 吨 トン टन tun tuna',
  },
  area: {
    ha: 'ha hectare* hektar* hectárea* ettar* гектар* га εκτάρι* εκταρί* هكتار* 公顷 ヘクタール',
    acre: 'acre* acri акр* έικρ* فدان* 英亩 エーカー',
    stremma: 'στρέμμα* στρεμμ* stremma* dunam* dönüm دونم*',
  },
  heat: { C: '°c celsius* цельси* 摄氏 摂氏', F: '°f fahrenheit* фаренгейт* 华氏 華氏' },
};

interface UnitWord {
  kind: string;
  unit: string;
}

const exact = new Map<string, UnitWord[]>();
const stems = new Map<string, UnitWord[]>();
const note = (words: Map<string, UnitWord[]>, word: string, as: UnitWord) =>
  words.set(word, [...(words.get(word) ?? []), as]);
for (const [kind, units] of Object.entries(UNITS)) {
  for (const [unit, words] of Object.entries(units)) {
    for (const word of words.split(' ')) {
      if (word.endsWith('*')) note(stems, word.slice(0, -1), { kind, unit });
      else note(exact, word, { kind, unit });
    }
  }
}

const NEAR = 24; // units of text looked at on either side of a number

/** Amounts whose value is in both and whose unit is another. */
export function compareUnits(pair: Pair, original: Quantity[], translated: Quantity[]): PairDraft[] {
  const findings: PairDraft[] = [];
  for (const quantity of translated) {
    const now = unitsOf(pair.target, quantity);
    if (now.length === 0) continue;
    const same = original.filter((each) =>
      [...each.readings].some((reading) => quantity.readings.has(reading)),
    );
    const units = same.map((each) => unitsOf(pair.source, each));
    if (units.length === 0 || units.some((each) => each.length === 0 || sharesUnit(each, now))) continue;
    const at = units.findIndex((each) => each.some(({ kind }) => now.some((own) => own.kind === kind)));
    const was = units[at]?.find(({ kind }) => now.some((own) => own.kind === kind));
    const quantityThere = same[at];
    if (!was || !quantityThere || mentions(pair.target, was)) continue;
    if (now.some((own) => own.kind === was.kind && mentions(pair.source, own))) continue;
    const words = (text: string, each: Quantity) =>
      text.slice(each.start, Math.min(text.length, each.end + 12)).trim();
    findings.push({
      check: UNIT_CHECK,
      severity: 'critical',
      because: reason('unitChanged', {
        before: words(pair.source, quantityThere),
        now: words(pair.target, quantity),
      }),
      target: { start: quantity.start, end: quantity.end },
      source: { start: quantityThere.start, end: quantityThere.end },
    });
  }
  return findings;
}

/** What one of each is in the first of its kind; degrees are reckoned apart. */
const WORTH: ReadonlyMap<string, number> = new Map(
  Object.entries({
    km: 1_000,
    mi: 1_609,
    m: 1,
    ft: 0.3048,
    cm: 0.01,
    mm: 0.001,
    in: 0.0254,
    yd: 0.9144,
  }).concat(Object.entries({ kg: 1, lb: 0.4536, t: 1_000, ha: 1, acre: 0.4047, stremma: 0.1 })),
);
const ROUNDED = 0.08; // of an amount: 12,000 acres are ‘unas 4.800’ or ‘casi 5.000 hectáreas’

/** Whether the two are one amount in two measures: 3,500 στρέμματα and 350 hectares, 40 kilos and 88 pounds, 30°C and 86°F. */
export function isSameAmount(pair: Pair, was: Quantity, now: Quantity): boolean {
  const [there, here] = [unitsOf(pair.source, was), unitsOf(pair.target, now)];
  return there.some((from) =>
    here.some(
      (to) => from.kind === to.kind && from.unit !== to.unit && isConverted(from.unit, was, to.unit, now),
    ),
  );
}

function isConverted(from: string, was: Quantity, to: string, now: Quantity): boolean {
  const wanted =
    from === 'C'
      ? was.value * 1.8 + 32
      : from === 'F'
        ? (was.value - 32) / 1.8
        : (was.value * (WORTH.get(from) ?? 0)) / (WORTH.get(to) ?? 1);
  if (from === 'C' || from === 'F') return Math.abs(wanted - now.value) <= 1;
  return wanted > 0 && Math.abs(wanted - now.value) <= ROUNDED * wanted;
}

function sharesUnit(one: readonly UnitWord[], other: readonly UnitWord[]): boolean {
  return one.some(({ unit }) => other.some((each) => each.unit === unit));
}

function unitsOf(text: string, { start, end }: Quantity): UnitWord[] {
  const before = text.slice(Math.max(0, start - NEAR), start).toLowerCase();
  const after = text.slice(end, end + NEAR).toLowerCase();
  const sign = /([€$£₽₴₹])\s?$/u.exec(before)?.[1];
  if (sign) return exact.get(sign) ?? [];
  const next = /^[\s-]?([€$£₽₴₹%٪％]|°\s?[cf]\b|[\p{L}\p{M}]+)/u.exec(after)?.[1]?.replace(/\s/g, '');
  return next ? find(next) : [];
}

/** A word may be two units: pounds are money and weight. */
function find(word: string): UnitWord[] {
  const own = exact.get(word);
  if (own) return own;
  for (let length = Math.min(word.length, 14); length >= 2; length -= 1) {
    const stem = stems.get(word.slice(0, length));
    if (stem && (length >= 3 || /[^a-z]/.test(word))) return stem;
    const han = /\p{Script=Han}|\p{Script=Katakana}/u.test(word)
      ? exact.get(word.slice(0, length))
      : undefined;
    if (han) return han;
  }
  return [];
}

/** Whether the unit stands anywhere in the text: a translator may give both. */
function mentions(text: string, { unit }: UnitWord): boolean {
  const words = text.toLowerCase().match(/[€$£₽₴₹%٪％]|[\p{L}\p{M}]+/gu) ?? [];
  return words.some((word) => find(word).some((found) => found.unit === unit));
}
