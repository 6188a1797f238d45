/** Letters that a database broke, and such as only look so. */
import { expect, test } from 'vitest';
import { withCaptions } from '../markup/captions.ts';
import { mendedLetters } from './mended-letters.ts';

test.each([
  ['<p>Thanks to CristÃ³bal.</p>', '<p>Thanks to Cristóbal.</p>', 'CristÃ³bal', 'Cristóbal'],
  ['The harbourâ€™s wall', 'The harbour’s wall', 'harbourâ€™s', 'harbour’s'],
  ['Î£Î±Î½ Ï„Î¿', 'Σαν το', 'Î£Î±Î½', 'Σαν'],
])('%s is mended', (text, mended, was, is) => {
  expect(mendedLetters(text)).toEqual({ text: mended, example: { was, is } });
});

test.each([
  'Fog at the harbour.',
  'Cristóbal disse: «NÃO»',
  'Un CAFÉ» et “É”',
  '«IRMÃ» — não',
  '東京で地震',
  'Κατέβηκε στο λιμάνι',
])('%s stays', (text) => {
  expect(mendedLetters(text)).toEqual({ text, example: null });
});

test('captions of WordPress in a text of another house are figures; what is no pair stays', () => {
  const picture = '<a href="/a"><img src="/a.jpg"></a>';
  expect(
    withCaptions(
      `<p>One.</p><p>[caption id="" align="aligncenter" caption="The quay"]${picture}[/caption]</p><p>[caption id="2"]${picture} The pier[/caption]</p>`,
    ).replace(/\s*\n\s*/g, ''),
  ).toBe(
    `<p>One.</p><figure>${picture}<figcaption>The quay</figcaption></figure><figure>${picture}<figcaption>The pier</figcaption></figure>`,
  );
  for (const text of ['<p>[/caption] alone</p>', '<p>[caption] open [caption id="1"]</p>[/caption'])
    expect(withCaptions(text)).toBe(text);
  const hostile = '<p>[caption a'.repeat(60_000);
  expect(withCaptions(`${hostile}[/caption]`).length).toBeGreaterThan(60_000);
});
