import { describe, expect, it } from 'vitest';
import { findQuotations } from './find-quotations.ts';

/** Each statement as ‘form | speaker | what is said’. */
function read(text: string, language = 'en'): string[] {
  return findQuotations(text, { language }).statements.map(
    ({ form, speaker, said }) => `${form} | ${speaker ?? '?'} | ${said}`,
  );
}

const story = `Pumps were never tested, inquiry says

“The engineer noted it,” Eleni Doukas, head of the harbour inquiry, told Radio Thalassa on Thursday. “Nobody acted.”

Mayor Nikos Vamvakas denied that the city had known. He said the council would publish “every page” of the report.

“We are sorry,” the mayor said. Doukas said she had not seen the logs.`;

describe('the quotation finder in English', () => {
  it('finds direct, mixed and indirect speech, each with its speaker', () => {
    expect(read(story)).toEqual(
      expect.arrayContaining([
        'direct | Eleni Doukas | The engineer noted it, Nobody acted.',
        'indirect | Nikos Vamvakas | that the city had known',
        'mixed | Nikos Vamvakas | the council would publish “every page” of the report',
        'direct | Nikos Vamvakas | We are sorry,',
        'indirect | Eleni Doukas | she had not seen the logs',
      ]),
    );
  });

  it('names each speaker once, with other forms and posts', () => {
    const { speakers } = findQuotations(story);
    expect(speakers).toContainEqual({
      name: 'Eleni Doukas',
      variants: ['Doukas'],
      roles: ['head of the harbour inquiry'],
    });
    expect(speakers.find(({ name }) => name === 'Nikos Vamvakas')?.roles).toContain('Mayor');
  });

  it('gives spans of the text as given, marks not included', () => {
    const text = '😀 “We saw it,” Petros Galanis, a pilot, said.';
    const [statement] = findQuotations(text).statements;
    expect(statement?.content.map(({ start, end }) => text.slice(start, end))).toEqual(['We saw it,']);
    expect(text.slice(statement?.cueAt?.start, statement?.cueAt?.end)).toBe('said');
    expect(text.slice(statement?.speakerAt?.start, statement?.speakerAt?.end)).toBe('Petros Galanis');
  });

  it('knows a quotation that goes on over paragraphs as one', () => {
    const text =
      'Petros Galanis said: “We saw it rise.\n\n“We rang the port at once.\n\n“Nobody came to help us.”';
    const ours = findQuotations(text).statements.filter(({ speaker }) => speaker === 'Petros Galanis');
    expect(ours.map(({ said }) => said).join(' ')).toContain('Nobody came to help us.');
    expect(ours.every(({ form }) => form === 'direct')).toBe(true);
  });

  it('is less sure where marks are damaged, and leaves a pronoun open that two could be', () => {
    const whole = findQuotations('“We saw it,” Petros Galanis said.').statements[0];
    const torn = findQuotations('”We saw it,” Petros Galanis said.').statements[0];
    expect(torn?.confidence).toBeLessThan(whole?.confidence ?? 0);
    const two = 'Petros Galanis said the port knew. Anna Rigas saw the logs. She said they were wet.';
    expect(read(two)).not.toContain('indirect | Petros Galanis | they were wet');
  });

  it('leaves out where it was written from, and what nobody said', () => {
    expect(read('ELK BASIN, Wyo. (AP) — A fire destroyed the mill before noon, officials said.')).toEqual([
      'indirect | officials | A fire destroyed the mill before noon',
    ]);
    expect(
      findQuotations('Nobody in the town hall said who had signed it.').statements.filter(
        ({ confidence }) => confidence >= 0.7,
      ),
    ).toEqual([]);
    expect(
      findQuotations('Ab jetzt heißt es: warten.', { language: 'de' }).statements.filter(
        ({ confidence }) => confidence >= 0.7,
      ),
    ).toEqual([]);
  });

  it('reads the way to us from the copy, and shows who is unknown as unknown', () => {
    const { statements, hops } = findQuotations(
      'The pumps failed, Petros Galanis said, as carried by the Aegean News Agency, citing Radio Thalassa. The owner has reportedly left, Anna Rigas said.',
    );
    expect(statements.find(({ speaker }) => speaker === 'Petros Galanis')?.hops).toEqual([
      { party: 'Radio Thalassa', act: 'reported', url: null },
      { party: 'Aegean News Agency', act: 'aggregated', url: null },
    ]);
    expect(hops).toContainEqual({ party: '', act: 'reported', url: null });
  });
});

describe('the quotation finder in other languages', () => {
  it('knows the cue words and habits of eight', () => {
    const cases: [string, string, string][] = [
      ['el', '«Κανείς δεν ρώτησε», είπε η Ελένη Δούκα.', 'direct | Ελένη Δούκα | Κανείς δεν ρώτησε'],
      ['el', 'Ο δήμαρχος Νίκος Βαμβακάς δήλωσε ότι δεν ήξερε.', 'indirect | Νίκος Βαμβακάς | ότι δεν ήξερε'],
      ['ru', '«Никто не спросил», — сказала Елена Дука.', 'direct | Елена Дука | Никто не спросил'],
      [
        'ru',
        '— Мы готовы, — сказал Никос Вамвакас. — Начнём завтра.',
        'direct | Никос Вамвакас | Мы готовы Начнём завтра.',
      ],
      [
        'uk',
        'Мер Нікос Вамвакас заявив, що місто не знало.',
        'indirect | Нікос Вамвакас | що місто не знало',
      ],
      [
        'es',
        'El alcalde Nikos Vamvakas aseguró que no sabía nada.',
        'indirect | Nikos Vamvakas | que no sabía nada',
      ],
      [
        'fr',
        '« Personne n’a demandé », a déclaré Hélène Doukas.',
        'direct | Hélène Doukas | Personne n’a demandé',
      ],
      [
        'de',
        '„Niemand hat gefragt“, sagte Eleni Doukas am Montag.',
        'direct | Eleni Doukas | Niemand hat gefragt',
      ],
      [
        'de',
        'Nikos Vamvakas erklärte, die Stadt habe nichts gewusst.',
        'indirect | Nikos Vamvakas | die Stadt habe nichts gewusst',
      ],
      [
        'it',
        'Secondo Elena Doukas, le pompe erano guaste.',
        'indirect | Elena Doukas | le pompe erano guaste',
      ],
      ['ar', 'وقالت دوكاس: «لم يسأل أحد عن ذلك».', 'direct | دوكاس | لم يسأل أحد عن ذلك'],
    ];
    for (const [language, text, statement] of cases) expect(read(text, language)).toContain(statement);
  });

  it('loses no word of a clause that a source is woven into', () => {
    const cases: [string, string, string][] = [
      [
        'de',
        'Verletzt wurde laut Bürgermeister Stelios Rigas niemand, 23 Häuser sind beschädigt.',
        'Verletzt wurde niemand, 23 Häuser sind beschädigt',
      ],
      [
        'de',
        'Nach Angaben der Polizei starben drei Menschen, zwei wurden verletzt.',
        'starben drei Menschen, zwei wurden verletzt',
      ],
      [
        'fr',
        'Les trois ponts sont, selon la police, fermés depuis lundi.',
        'Les trois ponts sont fermés depuis lundi',
      ],
    ];
    for (const [language, text, said] of cases)
      expect(findQuotations(text, { language }).statements.map((each) => each.said)).toEqual([said]);
  });

  it('knows who is behind a post, whose a demand is that somebody tells of, and what is no speech at all', () => {
    expect(read('Deux ponts sont fermés, a précisé la présidente du canton, Petra Vogt.', 'fr')).toEqual([
      'indirect | Petra Vogt | Deux ponts sont fermés',
    ]);
    const told = read('Die Gruppe Black Tern fordert Geld, teilte der Betreiber Baltik Cargo mit.', 'de');
    expect(told).toEqual(['indirect | Betreiber Baltik Cargo | Die Gruppe Black Tern fordert Geld']);
    expect(read('Ils ont cessé le travail pour demander une hausse de 8 % des salaires.', 'fr')).toEqual([]);
    expect(read('Un incendio se declaró en el ferry «Arion», a cuatro millas del cabo.', 'es')).toEqual([]);
    expect(read('«¿Quién lo sabía entonces?», se preguntó Elena Dukas.', 'es')).toEqual([
      'direct | Elena Dukas | ¿Quién lo sabía entonces?',
    ]);
  });

  it('gives a verb without a subject to the last speaker', () => {
    expect(read('Elena Dukas dijo que no. Añadió que volverá a intentarlo.', 'es')).toContain(
      'indirect | Elena Dukas | que volverá a intentarlo',
    );
  });

  it('goes by the marks alone where it has no words', () => {
    expect(read('”Ingen läste rapporten förrän nu”, sade hon.', 'sv')).toEqual([
      'direct | ? | Ingen läste rapporten förrän nu',
    ]);
  });
});

describe('bad input', () => {
  it('gets an answer', () => {
    const bad = [
      '',
      '"',
      '“'.repeat(5_000),
      '\ud800 said “\udc00',
      'said '.repeat(3_000),
      '\u0000\u0001 “a b c d e,” he said',
      '“a” said '.repeat(500),
      'א “שלום” ب',
    ];
    for (const text of bad) {
      for (const language of ['en', 'ru', 'ar', 'xx', '']) {
        const { statements } = findQuotations(text, { language });
        for (const { content } of statements)
          for (const { start, end } of content)
            expect(start >= 0 && end <= text.length && start < end).toBe(true);
      }
    }
  });
});
