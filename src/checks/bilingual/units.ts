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
    GBP: '£ gbp sterling* pound* фунт* λίρες στερλίν* إسترليني* 英镑 ポンド पाउंड* libra* sterline',
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
    mm: 'mm millimet* milímetro* millimetr* миллиметр* міліметр* мм χιλιοστ* ملم 毫米 ミリ मिलीमीटर milimetr*',
  },
  weight: {
    kg: 'kg kilo kilos kilogram* kilogramm* chili chilogramm* килограмм* кілограм* кг κιλά κιλό كيلوغرام* 公斤 千克 キログラム किलोग्राम किलो',
    lb: 'lb lbs libbr*',
    t: 'ton tons tonne* tonnen tonnellat* tonelada* тонн* т τόνοι τόνους τόνων طن أطنان 吨 トン टन tun tuna',
  },
  heat: { C: '°c celsius* цельси* 摄氏 摂氏', F: '°f fahrenheit* фаренгейт* 华氏 華氏' },
};

interface UnitWord {
  kind: string;
  unit: string;
}

const exact = new Map<string, UnitWord>();
const stems = new Map<string, UnitWord>();
for (const [kind, units] of Object.entries(UNITS)) {
  for (const [unit, words] of Object.entries(units)) {
    for (const word of words.split(' ')) {
      if (word.endsWith('*')) stems.set(word.slice(0, -1), { kind, unit });
      else exact.set(word, { kind, unit });
    }
  }
}

const NEAR = 24; // units of text looked at on either side of a number

/** Amounts whose value is in both and whose unit is another. */
export function compareUnits(pair: Pair, original: Quantity[], translated: Quantity[]): PairDraft[] {
  const findings: PairDraft[] = [];
  for (const quantity of translated) {
    const now = unitOf(pair.target, quantity);
    if (!now) continue;
    const same = original.filter((each) =>
      [...each.readings].some((reading) => quantity.readings.has(reading)),
    );
    const units = same.map((each) => unitOf(pair.source, each));
    if (units.length === 0 || units.some((unit) => !unit || unit.unit === now.unit)) continue;
    const was = units.find((unit) => unit?.kind === now.kind);
    const at = same[units.indexOf(was ?? null)];
    if (!was || !at || mentions(pair.target, was) || mentions(pair.source, now)) continue;
    const words = (text: string, each: Quantity) =>
      text.slice(each.start, Math.min(text.length, each.end + 12)).trim();
    findings.push({
      check: UNIT_CHECK,
      severity: 'critical',
      because: reason('unitChanged', { before: words(pair.source, at), now: words(pair.target, quantity) }),
      target: { start: quantity.start, end: quantity.end },
      source: { start: at.start, end: at.end },
    });
  }
  return findings;
}

function unitOf(text: string, { start, end }: Quantity): UnitWord | null {
  const before = text.slice(Math.max(0, start - NEAR), start).toLowerCase();
  const after = text.slice(end, end + NEAR).toLowerCase();
  const sign = /([€$£₽₴₹])\s?$/u.exec(before)?.[1];
  if (sign) return exact.get(sign) ?? null;
  const next = /^[\s-]?([€$£₽₴₹%٪％]|°\s?[cf]\b|[\p{L}\p{M}]+)/u.exec(after)?.[1]?.replace(/\s/g, '');
  return next ? find(next) : null;
}

function find(word: string): UnitWord | null {
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
  return null;
}

/** Whether the unit stands anywhere in the text: a translator may give both. */
function mentions(text: string, { kind, unit }: UnitWord): boolean {
  const words = text.toLowerCase().match(/[€$£₽₴₹%٪％]|[\p{L}\p{M}]+/gu) ?? [];
  return words.some((word) => {
    const found = find(word);
    return found?.kind === kind && found.unit === unit;
  });
}
