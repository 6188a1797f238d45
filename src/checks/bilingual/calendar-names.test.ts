import { expect, it } from 'vitest';
import { checkPair } from './check-translation.ts';

const told = (from: string, source: string, to: string, target: string) =>
  checkPair({ from, source, to, target })
    .filter(({ check }) => check === 'translation-date')
    .map(({ message }) => message);

it.each([
  ['el', 'Ο Μάρτιος του 2026 ήταν θερμός.', 'en', 'April 2026 was hot.'],
  ['en', 'He left in March 2025.', 'el', 'Έφυγε τον Ιούνιο του 2025.'],
  ['en', 'He left on 3 May.', 'el', 'Έφυγε τον Ιούλιο, στις 3.'],
  ['el', 'Τον Σεπτέμβρη ανοίγουν τα σχολεία.', 'en', 'Schools open in October.'],
  ['el', 'Τον Μάιο του 2024 έκλεισε.', 'en', 'It closed in April 2024.'],
  ['sr', 'Luka je otvorena 5. januara.', 'en', 'The port was opened on 5 February.'],
  ['sr', 'Лука је отворена 5. марта 2025.', 'en', 'The port was opened on 5 April 2025.'],
  ['sr', 'Otvoreno je 5. maja 2025.', 'en', 'It was opened on 5 June 2025.'],
  ['ar', 'افتتح الميناء في 5 جويلية 2025.', 'en', 'The port opened on 5 June 2025.'],
  ['ar', 'افتتح الميناء في 5 غشت 2025.', 'en', 'The port opened on 5 July 2025.'],
  ['ar', 'افتتح الميناء في 5 نونبر 2025.', 'en', 'The port opened on 5 December 2025.'],
  ['de', 'Der Jänner war mild.', 'en', 'February was mild.'],
  ['es', 'El puerto abrió en setiembre.', 'en', 'The port opened in October.'],
  ['he', 'הנמל נפתח ב-5 בינואר.', 'en', 'The port opened on 5 February.'],
  ['he', 'הנמל נפתח בספטמבר.', 'en', 'The port opened in October.'],
])('another month is told: %s “%s” %s “%s”', (from, source, to, target) => {
  expect(told(from, source, to, target)).toHaveLength(1);
});

it.each([
  ['el', 'Ο Μάρτιος του 2026 ήταν θερμός.', 'en', 'March 2026 was hot.'],
  ['el', 'Έφυγε τον Ιούνιο.', 'en', 'He left in June.'],
  ['el', 'Του Γενάρη οι μέρες.', 'en', 'The days of January.'],
  ['sr', 'Luka je otvorena 5. januara.', 'en', 'The port was opened on 5 January.'],
  ['sr', 'Jul je prošao, a Jun Li je otišao.', 'en', 'July is over, and Jun Li has left.'],
  ['ar', 'افتتح الميناء في 5 أوت 2025.', 'en', 'The port opened on 5 August 2025.'],
  ['ar', 'مارس الضغط في يناير.', 'en', 'He put on pressure in January.'],
  ['de', 'Der Jänner war mild.', 'es', 'Enero fue suave.'],
  ['es', 'El puerto abrió en setiembre.', 'en', 'The port opened in September.'],
  ['he', 'הבמאי הגיע בינואר.', 'en', 'The director came in January.'],
  ['he', 'הוא עבד במרץ, ונסע ביוני.', 'en', 'He worked hard, and left in June.'],
])('the same month is let pass: %s “%s” %s “%s”', (from, source, to, target) => {
  expect(told(from, source, to, target)).toEqual([]);
});
