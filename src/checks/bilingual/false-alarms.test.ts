import { describe, expect, it } from 'vitest';
import { checkPair } from './check-translation.ts';

type Row = [from: string, source: string, to: string, target: string];

const told = ([from, source, to, target]: Row) =>
  checkPair({ from, source, to, target }).map(({ check, message }) => `${check}: ${message}`);

describe('a sound translation is let pass', () => {
  it.each<Row>([
    ['fr', 'Ce navire est au point de non-retour.', 'en', 'The ship is past the point of no return.'],
    ['de', 'Für die Werft gibt es kein Zurück mehr.', 'en', 'The yard is past the point of no return.'],
    ['it', 'I conti non sono minimamente vicini al pareggio.', 'en', 'The books are nowhere near balance.'],
    [
      'es',
      'Cantaron «Nobody Told Me the Tide» y se fueron a casa.',
      'en',
      'They sang “Nobody Told Me the Tide” and went home.',
    ],
    [
      'de',
      'Er war unter den besten Seglern der Stadt.',
      'en',
      'He was among the most gifted sailors of the town.',
    ],
    [
      'it',
      'La legge vuole salvaguardare il porto, ha detto Fallon.',
      'en',
      'The law is to safeguard the port, Fallon said.',
    ],
    [
      'fr',
      'Elle a joué dans « Les heures du quai nord » (1987) avec Paul Stern.',
      'en',
      'She starred in The Hours of the North Quay (1987) with Paul Stern.',
    ],
    ['ar', 'بني الميناء في الخمسينيات.', 'en', 'The harbour was built in the 1950s.'],
    ['ar', 'أنفقت البلدية ملياري دولار على الجسر.', 'en', 'The town spent $2 billion on the bridge.'],
    ['ru', 'Он перевёз семью в порт.', 'en', 'He moved his family to the port.'],
    [
      'es',
      'Dirigió una escuela de niños durante diez años.',
      'en',
      'She ran a school for children for ten years.',
    ],
    ['it', 'La nave è più grande di quanto non si pensasse.', 'en', 'The ship is larger than was thought.'],
    ['it', 'Navi come questa hanno lasciato il porto.', 'en', 'Ships like this have come out of the port.'],
  ])('%s: %s', (...row) => {
    expect(told(row)).toEqual([]);
  });
});

describe('and what is wrong in one of its kind is still found', () => {
  it.each<[...Row, check: string]>([
    ['de', 'Unter 300 Schiffe liegen fest.', 'en', 'Over 300 ships are stuck.', 'translation-opposite'],
    [
      'de',
      'Für die Werft gibt es keinen Kredit mehr.',
      'en',
      'The yard gets its credit.',
      'translation-negation',
    ],
    [
      'es',
      'Cantaron «Nobody Told Me the Tide» y no se fueron a casa.',
      'en',
      'They sang “Nobody Told Me the Tide” and went home.',
      'translation-negation',
    ],
    [
      'fr',
      '« Les heures du quai ont été longues », a dit Paul Stern.',
      'en',
      'The hours of the quay were long, Paul Stern said.',
      'translation-quotation',
    ],
    ['ar', 'بني الميناء في الخمسينيات.', 'en', 'The harbour was built in the 1970s.', 'translation-number'],
  ])('%s: %s → %s: %s', (from, source, to, target, check) => {
    expect(checkPair({ from, source, to, target }).map((found) => found.check)).toContain(check);
  });
});
