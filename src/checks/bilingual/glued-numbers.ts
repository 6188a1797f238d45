/** Numbers that German and Italian write as one word: 'fünfundzwanzig', 'zweihundertjährig', 'trentacinque'. */

const GERMAN_UNITS =
  'ein eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn';
const GERMAN_TENS: Readonly<Record<string, number>> = {
  zwanzig: 20,
  dreißig: 30,
  dreissig: 30,
  vierzig: 40,
  fünfzig: 50,
  sechzig: 60,
  siebzig: 70,
  achtzig: 80,
  neunzig: 90,
};
const ITALIAN: Readonly<Record<string, number>> = {
  uno: 1,
  un: 1,
  due: 2,
  tre: 3,
  tré: 3,
  quattro: 4,
  cinque: 5,
  sei: 6,
  sette: 7,
  otto: 8,
  nove: 9,
  dieci: 10,
  undici: 11,
  dodici: 12,
  tredici: 13,
  quattordici: 14,
  quindici: 15,
  sedici: 16,
  diciassette: 17,
  diciotto: 18,
  diciannove: 19,
  venti: 20,
  vent: 20,
  trenta: 30,
  trent: 30,
  quaranta: 40,
  quarant: 40,
  cinquanta: 50,
  cinquant: 50,
  sessanta: 60,
  sessant: 60,
  settanta: 70,
  settant: 70,
  ottanta: 80,
  ottant: 80,
  novanta: 90,
  novant: 90,
  cento: 100,
  cent: 100,
  mille: 1000,
  mila: 1000,
};

const germanUnits = new Map<string, number>(
  GERMAN_UNITS.split(' ').map((word, index): [string, number] => [word, index === 0 ? 1 : index]),
);

/** The number a word is made of; sure when the word is nothing but it. Null when it is none, or a plain single one. */
export function readGlued(language: string, word: string): { value: number; sure: boolean } | null {
  if (word.length > 60) return null;
  if (language === 'de') return readGerman(word);
  return language === 'it' ? readItalian(word) : null;
}

const UNIT = [...germanUnits.keys()].toSorted((one, other) => other.length - one.length).join('|');
const TENS = Object.keys(GERMAN_TENS).join('|');
const BELOW_HUNDRED = `(?:(${UNIT})und)?(${TENS})|(${UNIT})`;
const GERMAN = new RegExp(
  `^(?:(?:(${UNIT})?hundert)?(?:${BELOW_HUNDRED})?(tausend))?(?:(${UNIT})?(hundert))?(?:und)?(?:${BELOW_HUNDRED})?`,
);

function readGerman(word: string): { value: number; sure: boolean } | null {
  const match = GERMAN.exec(word);
  if (!match || match[0] === '') return null;
  const [whole, hundredsOfThousands, u1, t1, s1, thousand, hundreds, hundred, u2, t2, s2] = match;
  const unit = (name: string | undefined) => (name === undefined ? 0 : (germanUnits.get(name) ?? 0));
  const tens = (name: string | undefined) => (name === undefined ? 0 : (GERMAN_TENS[name] ?? 0));
  let value = 0;
  if (thousand !== undefined) {
    const before = unit(hundredsOfThousands) * 100 + unit(u1) + tens(t1) + unit(s1);
    value += (before || 1) * 1_000;
  }
  if (hundred !== undefined) value += (unit(hundreds) || 1) * 100;
  value += unit(u2) + tens(t2) + unit(s2);
  const isCompound = [thousand, hundred, u2].filter((each) => each !== undefined).length > 0;
  if (!isCompound || value === 0 || whole.length < 6) return null;
  const rest = word.slice(whole.length);
  return { value, sure: /^(?:s?te[nrsm]?|er)?$/.test(rest) };
}

const ITALIAN_PARTS = Object.keys(ITALIAN).toSorted((one, other) => other.length - one.length);

function readItalian(word: string): { value: number; sure: boolean } | null {
  let rest = word;
  let sum = 0;
  let current = 0;
  let count = 0;
  while (rest !== '') {
    const part = ITALIAN_PARTS.find((each) => rest.startsWith(each));
    if (!part) break;
    const value = ITALIAN[part] ?? 0;
    if (value === 1_000) {
      sum += (current || 1) * 1_000;
      current = 0;
    } else if (value === 100 && current > 0 && current < 10) current *= 100;
    else current += value;
    rest = rest.slice(part.length);
    count += 1;
  }
  if (count < 2) return null;
  return rest === '' || /^(?:esim[oaie]|enn[ei])$/.test(rest)
    ? { value: sum + current, sure: rest === '' }
    : null;
}
