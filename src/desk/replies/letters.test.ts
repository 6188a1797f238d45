import { expect, it } from 'vitest';
import { catalogs } from '../../views/words/words.ts';
import { letterToReader, letterToStaff } from './letters.ts';

const reply = {
  name: 'Άννα & Γιώργος',
  address: 'anna@reader.example',
  paper: 'The Harbour Post',
  headline: 'Κλείνει η παραλία',
  text: 'Και η μικρή;\nΕκεί πάνε τα παιδιά.',
};
const read = (letter: string) => {
  const url = new URL(letter);
  return { to: decodeURIComponent(url.pathname), ...Object.fromEntries(url.searchParams) };
};

it('a letter to a reader is in the language of the edition, and quotes what they wrote', () => {
  expect(read(letterToReader({ ...reply, language: 'el' }))).toEqual({
    to: 'anna@reader.example',
    subject: 'Η απάντησή σας στο «Κλείνει η παραλία»',
    body: expect.stringContaining('> Και η μικρή;\r\n> Εκεί πάνε τα παιδιά.'),
  });
});

it('an address cannot bring recipients or headers of its own along, and a long reply is cut', () => {
  const address = 'a@b.example?bcc=all@list.example&x=';
  const letter = letterToReader({ ...reply, language: 'en', address, text: 'ж'.repeat(5_000) });
  expect(read(letter)).toMatchObject({ to: address, body: expect.stringContaining('ж…') });
  expect([...new URL(letter).searchParams.keys()]).toEqual(['subject', 'body']);
  expect(read(letter)).toMatchObject({ body: expect.not.stringContaining('ж'.repeat(1_201)) });
});

it.each(['en', ...Object.keys(catalogs)])(
  'in %s, a letter to someone new says where the desk is',
  (language) => {
    const staff = { name: 'Ana', email: 'ana@post.example', paper: 'The Harbour Post', language };
    const { subject, body } = read(letterToStaff({ ...staff, address: 'https://post.example' })) as Record<
      string,
      string
    >;
    expect(subject).toContain('The Harbour Post');
    expect(body).toContain('https://post.example/desk');
    expect(body?.split('\r\n\r\n')).toHaveLength(3);
  },
);
