import { expect, test } from 'vitest';
import { plainLanguageOf } from './plain-language.ts';

const pieces: [string | null, string][] = [
  [
    'en',
    'The harbour board said on Monday that the north quay would stay closed for a week, and that lorries were to use the old road until then. It was the third time this year that the quay had been shut. The mayor, who has asked for money from the state for years, said he had not been told. At the fish market it was quiet, for the boats that had come in at night were still in the bay.',
  ],
  [
    'es',
    'El consejo del puerto dijo el lunes que el muelle norte seguirá cerrado una semana y que los camiones irán por la carretera vieja hasta entonces. Es la tercera vez este año que se cierra el muelle. El alcalde, que pide dinero al Estado desde hace años, dijo que no se lo habían contado. En el mercado de la lonja había silencio, porque los barcos de la noche seguían en la bahía con la carga.',
  ],
  [
    null,
    'O conselho do porto disse na segunda-feira que o cais norte vai ficar fechado uma semana e que os camiões vão pela estrada velha até lá. É a terceira vez este ano que o cais fecha. O presidente da câmara, que pede dinheiro ao Estado há anos, disse que não lhe tinham contado. No mercado do peixe havia silêncio, porque os barcos da noite ainda estavam na baía com a carga, e não se sabe até quando.',
  ],
  [null, 'The quay stays closed.'],
];

test.each(pieces)('a text in doubt is left to the detector: %s', (language, text) => {
  expect(plainLanguageOf(text)).toBe(language);
});
