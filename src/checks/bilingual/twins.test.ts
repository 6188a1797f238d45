/** Measures, noes and names between two languages: each a sound pair, which is let pass, and its twin, which is told. */
import { describe, expect, it } from 'vitest';
import { checkPair } from './check-translation.ts';

type Twin = [from: string, source: string, to: string, sound: string, broken: string];

const told = (from: string, source: string, to: string, target: string) =>
  checkPair({ from, source, to, target }).map(({ check, message }) => `${check}: ${message}`);

const twins: Record<string, readonly Twin[]> = {
  'an amount in another measure': [
    [
      'el',
      'Κάηκαν 3.500 στρέμματα δάσους.',
      'en',
      'Some 350 hectares of forest burned.',
      'Some 3,500 hectares of forest burned.',
    ],
    [
      'en',
      'The fire took 12,000 acres.',
      'es',
      'El fuego arrasó unas 4.850 hectáreas.',
      'El fuego arrasó unas 12.000 hectáreas.',
    ],
    [
      'de',
      'Der Zoll fand 40 Kilogramm Kaffee.',
      'en',
      'Customs found 88 pounds of coffee.',
      'Customs found 40 pounds of coffee.',
    ],
    [
      'en',
      'The wall is 30 feet high.',
      'fr',
      'Le mur fait 9 mètres de haut.',
      'Le mur fait 30 mètres de haut.',
    ],
    ['ru', 'До порта 25 километров.', 'en', 'It is 16 miles to the port.', 'It is 25 miles to the port.'],
    [
      'ar',
      'احترق 200 دونم من الزيتون.',
      'en',
      'Some 20 hectares of olives burned.',
      'Some 200 hectares of olives burned.',
    ],
  ],
  'a no of two clauses, or beside a word that may be one': [
    [
      'de',
      'Keines der zwei Boote fuhr, und niemand wusste, warum.',
      'en',
      'Neither of the two boats sailed, and nobody knew why.',
      'Both of the two boats sailed, and nobody knew why.',
    ],
    ['uk', 'Жодна школа не працює.', 'en', 'No school is open.', 'The school is open.'],
    [
      'uk',
      'Жоден депутат не голосував проти.',
      'en',
      'Not one deputy voted against.',
      'The deputy voted against.',
    ],
    [
      'ru',
      'В порту никого не было, кроме сторожа.',
      'de',
      'Im Hafen war niemand außer dem Wächter.',
      'Im Hafen war jemand außer dem Wächter.',
    ],
    [
      'en',
      'The minister has never met the banker, his office said.',
      'el',
      'Ο υπουργός δεν έχει συναντήσει ποτέ τον τραπεζίτη, ανέφερε το γραφείο του.',
      'Ο υπουργός έχει συναντήσει τον τραπεζίτη, ανέφερε το γραφείο του.',
    ],
    [
      'en',
      'The firm did not say when the crews would lose their posts.',
      'ru',
      'Компания не сообщила, когда экипажи потеряют места.',
      'Компания сообщила, когда экипажи потеряют места.',
    ],
    [
      'pt',
      'O porto não fechou na terça-feira.',
      'en',
      'The port did not close on Tuesday.',
      'The port opened and closed on Tuesday.',
    ],
    ['en', 'Nobody saw the boat.', 'pt', 'Ninguém viu o barco.', 'Todos viram o barco.'],
    [
      'it',
      'Sono rimasti senz’acqua dieci Comuni.',
      'en',
      'Ten towns are without water.',
      'Ten towns have water.',
    ],
  ],
  'a surname one letter from the original’s': [
    [
      'en',
      'Harrow Robotics dismissed its founder, Martin Harrow.',
      'de',
      'Harrow Robotics entließ seinen Gründer Martin Harrow.',
      'Harrow Robotics entließ seinen Gründer Martin Harow.',
    ],
    [
      'es',
      'Lo dijo ayer la alcaldesa Elena Valdivia.',
      'fr',
      'La maire Elena Valdivia l’a dit hier.',
      'La maire Elena Valdavia l’a dit hier.',
    ],
    [
      'de',
      'Das sagte Alexander Lukaschenko in Minsk.',
      'en',
      'Alexander Lukashenko said so in Minsk.',
      'Alexander Lukatenko said so in Minsk.',
    ],
  ],
  'people counted by words of their own': [
    [
      'uk',
      'Троє утрималися, шестеро були проти.',
      'en',
      'Three abstained, six were against.',
      'Three abstained, eight were against.',
    ],
  ],
};

describe('a pair and its twin', () => {
  for (const [kind, rows] of Object.entries(twins))
    it.each(rows)(`${kind}: %s %s`, (from, source, to, sound, broken) => {
      expect(told(from, source, to, sound)).toEqual([]);
      expect(told(from, source, to, broken)).not.toEqual([]);
    });
});
