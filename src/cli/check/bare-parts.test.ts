import { describe, expect, it } from 'vitest';
import { checkText } from './run-check.ts';

const asked = { language: null, publishedAt: null, source: null };
const lacks = async (text: string, more: { publishedAt?: number; language?: string } = {}) =>
  ((await checkText(text, 'piece.txt', { ...asked, ...more }))?.answer.findings ?? [])
    .filter(({ check }) => /^no-(?:byline|date|link)$/u.test(check))
    .map(({ check, severity, start, end }) => `${check} ${severity} ${start} ${end}`);

const english =
  'The harbour board voted on Tuesday to keep the night ferry for another winter. Its chair said that the route had lost money for three years, and that nobody on the island had another way home after nine.\n\nThe last boat leaves at half past ten. Fares stay as they are.';
const told: [language: string, headline: string, body: string, byline: string, day: string][] = [
  ['en', 'Night ferry stays for another winter', english, 'By Ruth Adeyemi', '24 November 2026'],
  [
    'es',
    'El ferri nocturno sigue un invierno más',
    'La junta del puerto votó el martes por mantener el ferri nocturno otro invierno. Su presidenta dijo que la línea llevaba tres años perdiendo dinero y que nadie en la isla tenía otra manera de volver a casa después de las nueve de la noche.\n\nEl último barco sale a las diez y media.',
    'Por Nuria Etxeberria',
    '24 de noviembre de 2026',
  ],
  [
    'de',
    'Die Nachtfähre bleibt noch einen Winter',
    'Der Hafenrat hat am Dienstag beschlossen, die Nachtfähre noch einen Winter fahren zu lassen. Seine Vorsitzende sagte, die Linie mache seit drei Jahren Verlust, und niemand auf der Insel komme nach neun Uhr abends auf andere Weise nach Hause.\n\nDas letzte Schiff geht um halb elf ab.',
    'Von Petra Kühn und Bernd Oltmanns',
    '24. November 2026',
  ],
  [
    'el',
    'Το νυχτερινό πλοίο μένει κι αυτόν τον χειμώνα',
    'Το λιμενικό συμβούλιο αποφάσισε την Τρίτη να κρατήσει το νυχτερινό πλοίο κι άλλον έναν χειμώνα. Η πρόεδρός του είπε ότι η γραμμή έχανε χρήματα επί τρία χρόνια και ότι κανείς στο νησί δεν έχει άλλον τρόπο να γυρίσει σπίτι μετά τις εννέα το βράδυ.\n\nΤο τελευταίο πλοίο φεύγει στις δέκα και μισή.',
    'Της Καλλιόπης Ραυτοπούλου',
    '24 Νοεμβρίου 2026',
  ],
  [
    'ru',
    'Ночной паром останется ещё на одну зиму',
    'Совет порта решил во вторник оставить ночной паром ещё на одну зиму. Его председатель сказала, что линия три года приносит убытки и что никто на острове не может иначе добраться домой после девяти часов вечера, а зимой и подавно, когда дорогу через перевал закрывают.\n\nПоследний рейс уходит в половине одиннадцатого. Цены останутся прежними.',
    'Автор: Надежда Белкина',
    '24 ноября 2026',
  ],
];

describe('a bare text with a headline', () => {
  it.each(told)(
    'in %s is told that it has neither writer nor day, and only noted',
    async (_language, headline, body) => {
      expect(await lacks(`${headline}\n\n${body}\n`)).toEqual(['no-byline minor 0 0', 'no-date minor 0 0']);
    },
  );

  it.each(told)(
    'in %s is not asked for what stands at its head or end',
    async (_language, headline, body, byline, day) => {
      expect(await lacks(`${headline}\n\n${byline}\n\n${day}\n\n${body}\n`)).toEqual([]);
      expect(await lacks(`${headline}\n\n${body}\n\n${byline}\n${day}\n`)).toEqual([]);
    },
  );

  it.each([
    ['hu', 'Szerző: Bakos Lilla\n\n2026. november 17.'],
    ['da', 'Af Signe Abildskov\n\n17. november 2026 kl. 14.20'],
    ['sv', 'Av Malin Hedqvist\n\nPublicerad 17 november 2026 08.14'],
    ['ro', 'De Ioana Grigoraș\n\n17 noiembrie 2026'],
    ['nl', 'Van onze verslaggever Femke de Roos\n\n17 november 2026'],
    ['he', 'מאת נועה אלדר\n\n17 בנובמבר 2026'],
    ['sr', 'Пише: Јасмина Пантелић\n\n17. 11. 2026.'],
    ['tr', 'Elif Tanrıverdi\n17 Kasım 2026 – 09.15'],
    ['pl', 'Agnieszka Pietrasik\n17 listopada 2026 r.'],
    ['pt', 'Da Redação\n17/11/2026 às 19h42'],
  ])('in %s has its writer in a line of the language’s own, or beside the day', async (language, head) => {
    const piece = (lines: string) => `Night ferry stays\n\n${lines}\n\n${english}\n`;
    expect(await lacks(piece(head), { language })).toEqual([]);
    expect(await lacks(piece(''), { language })).toEqual(['no-byline minor 0 0', 'no-date minor 0 0']);
  });

  it.each([
    ['Corrections', 'a paper’s corrections'],
    ['Leserbriefe', 'letters'],
  ])('under “%s” is not asked who wrote it: %s', async (headline) => {
    expect(await lacks(`${headline}\n\n24 November 2026\n\n${english}\n`, { language: 'en' })).toEqual([]);
  });

  it('of results, whose every other word is a figure, is not asked who wrote it', async () => {
    const results =
      'Ardmore 61, Kell Valley 44\nBrockton 58, Dunmore 57, OT\nFort Laird 70, Eagle Ridge 22\n';
    const piece = `Scores\n\n24 November 2026\n\n${results.repeat(4)}`;
    expect(await lacks(piece, { language: 'en' })).toEqual([]);
  });

  it.each([
    ['de', 'Die Strasse über den Chlusenpass bleibt zu.'],
    ['uk', 'Об’їзд — через Міжгір’я.'],
    ['en', 'The judgment will be published on Friday.'],
  ])('in %s has not come by way of a pass, a town or a day', async (language, sentence) => {
    const head = '2026-11-24\n\nBy Ruth Adeyemi';
    const piece = (words: string) => `Night ferry stays\n\n${head}\n\n${english}\n\n${words}\n`;
    expect(await lacks(piece(sentence), { language })).toEqual([]);
    expect(await lacks(piece('The vote was reported by Reuters.'), { language: 'en' })).toEqual([
      'no-link minor 0 0',
    ]);
  });

  it('is not asked for a day that is given beside it', async () => {
    const text = `Night ferry stays\n\nBy Ruth Adeyemi\n\n${english}`;
    expect(await lacks(text, { publishedAt: Date.parse('2026-11-24') })).toEqual([]);
  });

  it('does not take a day that it tells of for its own', async () => {
    const text = `Night ferry stays\n\nBy Ruth Adeyemi\n\n${english}\n\nThe board meets again on 3 December, and nobody expects another vote before the spring of the year that follows.`;
    expect(await lacks(text)).toEqual(['no-date minor 0 0']);
  });

  it('has an agency for its writer, and then owes an address', async () => {
    const text = `Night ferry stays\n\nPYLI, Nov. 24 (UPI) — ${english}`;
    expect(await lacks(text)).toEqual(['no-link minor 0 0']);
    expect(await lacks(`${text}\n\nhttps://wire.example/night-ferry`)).toEqual([]);
  });

  it.each([
    ['a text without a headline', english],
    ['a line with a headline', 'Night ferry stays\n\nFares stay as they are.'],
  ])('and nothing is asked of %s', async (_what, text) => {
    expect(await lacks(text)).toEqual([]);
  });
});
