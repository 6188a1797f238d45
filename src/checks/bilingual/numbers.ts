/** Numbers by value: what the translation says that the original does not, and the other way about. */
import { reason } from '../finding-reason.ts';
import type { Quantity } from './number-part.ts';
import { quantityReader, readQuantities } from './quantities.ts';
import type { Pair, PairCheck, PairDraft } from './translation.ts';
import { compareUnits, isSameAmount } from './units.ts';

export const numberCheck: PairCheck = {
  name: 'translation-number',
  says: 'A number, an amount or a time is not the one in the original.',
  knows: () => true,
  find: findNumbers,
};

const FEW = 2; // words for numbers up to this are often said otherwise: both, a pair, another

function findNumbers(pair: Pair): PairDraft[] {
  const { from, to } = pair;
  const { source, target } = withoutTelephones(pair);
  const [reader, otherReader] = [quantityReader(from), quantityReader(to)];
  const original = readQuantities(reader, source);
  const translated = readQuantities(otherReader, target);
  const gone = unmatched(original, translated);
  const come = unmatched(translated, original).filter((quantity) => !isConverted(target, quantity));
  const measured = { source, target, from, to };
  const added = come.filter((now) => !gone.some((was) => isSameAmount(measured, was, now)));
  const lost = gone.filter((was) => !come.some((now) => isSameAmount(measured, was, now)));
  const findings: PairDraft[] = [];
  for (const quantity of added) {
    const was = closest(quantity, added, lost);
    if (was) findings.push(changed(quantity, was, { source, target }));
    else if (reader.words && !quantity.named && (quantity.digits || quantity.value > FEW))
      findings.push(more(quantity, target));
  }
  // Of a language whose words for numbers nobody has listed, a number may stand there in words.
  for (const quantity of otherReader.words ? lost.slice(added.length) : []) {
    if (quantity.value > 0 && !quantity.named && (quantity.digits || quantity.value > FEW))
      findings.push(missing(quantity, source));
  }
  return [
    ...findings,
    ...compareUnits({ source, target, from, to }, original, translated),
    ...foreignDecimals({ source, target, to }),
  ];
}

const GROUPS = /(?<![\p{L}\d])\+?\(?\d+\)?(?:[ \u00a0\u202f-]\(?\d+\)?)+(?!\d)/gu;
const THOUSANDS = /^\d{1,3}(?:[ \u00a0\u202f]\d{3})+$/u;
const TELEPHONE = 7; // digits at least

/** Both sides with blanks where the same telephone number stands: its groups are no amounts, however a language reads them. */
function withoutTelephones({ source, target }: Pair): { source: string; target: string } {
  const numbers = (source.match(GROUPS) ?? []).filter(
    (run) => run.replace(/\D/g, '').length >= TELEPHONE && !THOUSANDS.test(run) && target.includes(run),
  );
  const blank = (text: string) =>
    numbers.reduce((left, run) => left.replace(run, ' '.repeat(run.length)), text);
  return { source: blank(source), target: blank(target) };
}

/** '7,5' in English: right, and written as the original writes it. */
function foreignDecimals({ source, target, to }: Pick<Pair, 'source' | 'target' | 'to'>): PairDraft[] {
  if (to !== 'en') return [];
  const found = target.matchAll(/(?<![\p{L}\d.,])\d+,\d{1,2}(?![\d\p{L}]|[.,]\d)/gu);
  return [...found]
    .filter(({ 0: number }) => source.includes(number))
    .map(({ 0: number, index }) => ({
      check: numberCheck.name,
      severity: 'minor',
      because: reason('commaOfOriginal', { number }),
      target: { start: index, end: index + number.length },
    }));
}

const MEASURE =
  /^[\s-]?(?:(?:mph|kph|km\/h|km|kilomet\p{L}+|miles?|yards?|feet|foot|ft|inch(?:es)?|in|m|met\p{L}+|pounds?|lbs?|kg|kilos?|ounces?|oz|tons?|tonnes?|acres?|hectares?|hectáreas|ettari|Hektar|гектар\p{L}*|gallons?|lit\p{L}+|°?[FC]|degrees|square|million|billion|thousand|euros?|dollars?)(?:\s\p{L}+)?)?\)/u;

/** ‘110 kph (68 mph)’, ‘€5 million ($5.4 million)’: the same amount in the reader's measure or money, right behind it in brackets. */
function isConverted(text: string, { start, end }: Quantity): boolean {
  const lead =
    /(?:\d[\d.,]*|million|billion|thousand|hundred)[\s-]?[\p{L}°/%€£]*(?:\s[\p{Ll}²]+){0,2}\s\((?:about|some|roughly|around|nearly|over|almost)?\s?((?:US|C|A)?[$€£¥])?$/u.exec(
      text.slice(Math.max(0, start - 60), start),
    );
  if (!lead) return false;
  const after = MEASURE.exec(text.slice(end, end + 40));
  return after !== null && (lead[1] !== undefined || /\p{L}/u.test(after[0]));
}

/** Those that are surely numbers and whose value stands nowhere on the other side. */
function unmatched(here: Quantity[], there: Quantity[]): Quantity[] {
  const readings = new Set(there.flatMap((quantity) => [...quantity.readings, ...quantity.parts]));
  return here.filter((quantity) => quantity.sure && !isIn(quantity, readings));
}

function isIn(quantity: Quantity, readings: ReadonlySet<string>): boolean {
  if ([...quantity.readings].some((reading) => readings.has(reading))) return true;
  return quantity.parts.length > 0 && quantity.parts.every((part) => readings.has(part) || part === '0');
}

/** The one that it most likely replaced: the same place among those without a counterpart. */
function closest(quantity: Quantity, added: Quantity[], lost: Quantity[]): Quantity | undefined {
  const was = lost[added.indexOf(quantity)];
  return was?.named === quantity.named ? was : undefined;
}

function changed(quantity: Quantity, was: Quantity, text: { source: string; target: string }): PairDraft {
  const [now, before] = [
    text.target.slice(quantity.start, quantity.end),
    text.source.slice(was.start, was.end),
  ];
  return {
    check: numberCheck.name,
    severity: 'critical',
    because: reason('originalSays', { before, now }),
    target: quantity,
    source: was,
  };
}

function more(quantity: Quantity, target: string): PairDraft {
  return {
    check: numberCheck.name,
    severity: 'major',
    because: reason('wordsNotInOriginal', { words: target.slice(quantity.start, quantity.end) }),
    target: quantity,
  };
}

function missing(quantity: Quantity, source: string): PairDraft {
  return {
    check: numberCheck.name,
    severity: 'major',
    because: reason('numberMissing', { number: source.slice(quantity.start, quantity.end) }),
    source: quantity,
  };
}
