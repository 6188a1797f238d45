/** What was left behind in copy and is not for readers: notes to ourselves, an agency’s own lines, signs nobody sees, marks of the plain form. */
import { describe, expect, it } from 'vitest';
import type { Checkable, Finding } from './check.ts';
import { checkCopy } from './check-copy.ts';

const copyOf = (bodyText: string, more: Partial<Checkable> = {}): Checkable => ({
  headline: '',
  dek: '',
  byline: '',
  bodyText,
  pickedUp: false,
  credit: '',
  originalLink: null,
  hops: [],
  isBare: true,
  language: 'en',
  ...more,
});
const told = (check: string, copy: Checkable): Finding[] =>
  checkCopy(copy).filter((one) => one.check === check);

describe('a note to ourselves', () => {
  it.each([
    ['TO DO: ring the pilot of the evening ship.', 'TO DO'],
    ['The ship left. TODO ring him', 'TODO'],
    ['XXX check name. TK', 'XXX'],
    ['The mayor, aged TK, left.', 'TK'],
    ['TK people were hurt.', 'TK'],
    ['It cost $TK to mend.', 'TK'],
    ['The mayor [TK] left.', '[TK]'],
    ['The mayor (check name with the hospital) left.', '(check name with the hospital)'],
    ['The mayor [check this] left.', '[check this]'],
    ['The mayor [NAME?] left.', '[NAME?]'],
    ['The mayor (???) left.', '(???)'],
    ['The mayor [NAME] left.', '[NAME]'],
    ['The ferry left.\n\nCHECK: who was on board?', 'CHECK:'],
    ['The ferry left.\n\nFIXME the number', 'FIXME'],
    ['The ferry left TKTK and came back.', 'TKTK'],
    ['The ferry left.\n\nNOTE TO DESK please ring Mantas', 'NOTE TO DESK'],
    ['À VÉRIFIER : le nom du pilote.', 'À VÉRIFIER'],
    ['Le pilote (à vérifier) est parti.', '(à vérifier)'],
    ['ZU PRÜFEN: Name des Lotsen.', 'ZU PRÜFEN'],
    ['NOCH ERGÄNZEN', 'NOCH ERGÄNZEN'],
    ['ΝΑ ΕΛΕΓΧΘΕΙ το όνομα του πλοηγού.', 'ΝΑ ΕΛΕΓΧΘΕΙ'],
    ['Судно ушло. ПРОВЕРИТЬ имя лоцмана', 'ПРОВЕРИТЬ'],
    ['Судно пішло.\n\nУТОЧНИТИ ім’я лоцмана', 'УТОЧНИТИ'],
    ['السفينة غادرت.\n\nللتحقق: اسم القبطان', 'للتحقق:'],
    ['A VERIFICAR: el nombre.', 'A VERIFICAR'],
    ['COMPROBAR el nombre del práctico', 'COMPROBAR'],
    ['DA VERIFICARE il nome', 'DA VERIFICARE'],
    ['船已离开。\n\n待核实', '待核实'],
  ])('“%s” stops the gate', (text, words) => {
    for (const language of ['en', 'el', '']) {
      const [finding] = told('note-to-ourselves', copyOf(text, { language }));
      expect(finding).toMatchObject({ severity: 'critical', text: words });
    }
  });

  it('in a headline and in a dek stops it too; a label in small letters is asked about', () => {
    expect(told('note-to-ourselves', copyOf('', { headline: 'Ferry leaves TK people behind' }))).toHaveLength(
      1,
    );
    expect(told('note-to-ourselves', copyOf('', { dek: 'TODO: dek' }))).toHaveLength(1);
    expect(told('note-to-ourselves', copyOf('To do: ring him.'))[0]?.severity).toBe('major');
    expect(told('note-to-ourselves', copyOf('Проверить: имя.', { language: 'ru' }))[0]?.severity).toBe(
      'major',
    );
  });

  it.each([
    'The Turkish carrier TK said flight TK 1234 was late. He flew TK.',
    'The XXX Olympiad and Super Bowl XXX were long ago.',
    'The film xXx, and its sequel, ran for a year. XXX Holdings is its owner.',
    'There was much to do in the port. What to do? Nothing to do.',
    'WHAT TO DO IN LYRA THIS WEEK',
    'THE MINISTER WILL CHECK. CONFIRM. ASK.',
    '“TO DO: nothing,” said the mayor, who laughed.',
    'He wrote: “Check the name.” They checked. Check-in closes at nine.',
    'Fact check: the ferry did not sink.',
    'The mayor said “we [the council] will check [more] of them”.',
    'The hotel [sic] was [name withheld] when he came (see map).',
    'Tk 500 crore was spent, in takas. TK Elevator makes lifts.',
    'Es gibt zu prüfen, was noch fehlt. Bitte prüfen Sie die Rechnung.',
    'Проверить это невозможно. Уточнить данные не удалось.',
    'Η κυβέρνηση ζητεί να ελεγχθεί το έργο.',
    'A verificar los datos acudió el juez. Comprobar los datos es difícil.',
    'قال إن الوثيقة أرسلت للتحقق منها.',
    'LISBON\n\nCONFIRMED AT LAST',
    'submitted by someone\n[link] [comments] [name withheld] [date]',
    'To come in is free. More to come from us.',
  ])('clean copy is let pass: %s', (text) => {
    for (const language of ['en', 'el', 'ru', ''])
      expect(told('note-to-ourselves', copyOf(text, { language })).map(({ text: words }) => words)).toEqual(
        [],
      );
  });
});

it('“todo” is a word in Spanish', () => {
  const text = 'Todo está listo. TODO el mundo lo sabe.\n\nTODO O NADA\n\nTODO';
  for (const language of ['es', 'pt'])
    expect(told('note-to-ourselves', copyOf(text, { language }))).toEqual([]);
});

describe('an agency’s own line', () => {
  it('in headline, lede and last line is told, and taken away with what it says', () => {
    const copy = copyOf(
      'LISBON, Nov 29 (Reuters) - The harbour closes.\n\nIt opens in May.\n\n(Reporting by Ada Lind; Editing by Ivan Moss)',
      { headline: 'URGENT - Harbour closes' },
    );
    expect(told('agency-line', copy).map(({ text, part, suggestion }) => [part, text, suggestion])).toEqual([
      ['headline', 'URGENT - ', ''],
      ['body', 'LISBON, Nov 29 (Reuters) - ', ''],
      ['body', '(Reporting by Ada Lind; Editing by Ivan Moss)', ''],
    ]);
  });

  it.each([
    'WASHINGTON — The minister left.\n\nHe came back.',
    'The harbour closes.\n\n(Reporting by Ada Lind; Editing by Ivan Moss) stood under it.\n\nIt opens in May.',
  ])('clean copy is let pass: %s', (text) => {
    expect(told('agency-line', copyOf(text, { headline: 'Urgent appeal for blood' }))).toEqual([]);
  });
});

describe('what nobody sees', () => {
  it.each([
    ['The Kern\u00adkraft\u00adwerk closed.', 'Kernkraftwerk', 'major'],
    ['The har\u200bbour closed.', 'harbour', 'major'],
    ['The may\u2060or said.', 'mayor', 'major'],
    ['The may\ufeffor said.', 'mayor', 'major'],
    ['Der Ha\u200cfen schloss.', 'Hafen', 'major'],
    ['The \u3164 boat left.', '', 'major'],
    ['The \u202egnp.exe boat left.', '', 'critical'],
    ['The boat \u2067left and came.\n\nThen it left.', '', 'major'],
  ])('%j is told, with what stands there instead', (text, suggestion, severity) => {
    expect(told('invisible-letter', copyOf(text))).toMatchObject([{ suggestion, severity }]);
    expect(told('invisible-letter', copyOf('x', { headline: text.split('\n')[0] ?? '' }))).toHaveLength(1);
    expect(told('invisible-letter', copyOf('x', { dek: text.split('\n')[0] ?? '' }))).toHaveLength(1);
  });

  it.each([
    'می\u200cخواهم بروم',
    'क्\u200dष और क्\u200cष',
    'The family 👨\u200d👩\u200d👧 came.',
    'ภาษา\u200bไทย',
    'The paper \u2068الصحيفة\u2069 came out.',
    'The paper \u202bالصحيفة\u202c came out.',
    'الصحيفة\u200f (2026)\u200e.',
  ])('%j is let pass', (text) => {
    expect(told('invisible-letter', copyOf(text))).toEqual([]);
  });
});

it('a paragraph with an amount in dollars is read as any other', () => {
  const text = 'The council paid $5 million for the the gate. Lorries (US$300) use the old road.';
  expect(told('doubled-word', copyOf(text))).toHaveLength(1);
  expect(told('doubled-word', copyOf('echo $path && the the'))).toEqual([]);
});

describe('marks of the plain form that were not made anything of', () => {
  it.each([
    ['See [the earlier story](/city/old).', 'the earlier story'],
    ['See [the notes](#notes).', 'the notes'],
    ['Ring [the desk](tel:+30210).', 'the desk'],
    ['See [the plan](lyra.example/plan).', 'the plan'],
    ['The **only** boat left.', 'only'],
  ])('“%s” speaks', (text, suggestion) => {
    expect(told('left-over-code', copyOf(text))).toMatchObject([{ suggestion }]);
  });

  it.each([
    'He said [it] (the boat) left.',
    'A hotel with four stars **** and a pool.',
    'See note [1](a) and [2](b).',
    '2 ** 3 is eight.',
  ])('“%s” is let pass', (text) => {
    expect(told('left-over-code', copyOf(text))).toEqual([]);
  });
});
