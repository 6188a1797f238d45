import { describe, expect, it } from 'vitest';
import { paragraphsIn, splitSentences } from './sentences.ts';

const split = (text: string, language?: string) =>
  splitSentences(text, language).map(({ start, end }) => text.slice(start, end));

/** Sentences are written with ¦ between them: the bar is taken out, and must be found again. */
const cases: [string, string[]][] = [
  [
    'en',
    [
      'The ferry left at 6.45 a.m. on Monday.¦ Nobody was hurt.',
      'Dr. Maria Leontis met Gen. Paul St. John on Jan. 5.¦ They talked for 3.5 hours.',
      'The U.S. Navy sent a ship.¦ It came from the U.S.¦ The port was closed.',
      '“We are late,” she said.¦ “Very late.”¦ He nodded.',
      '“Is it safe?” Maria Leontis asked.¦ Nobody answered.',
      '“Is it safe?” he asked.¦ “Yes!”',
      'J. K. Marsh and John F. Stone signed.¦ Plan B. The mayor refused.'.replace('B. The', 'B.¦ The'),
      'It cost $1.5 million… and then more.¦ Then it stopped...¦ Nobody knew why.',
      'Harbour Lines Inc. shares fell, said Mr. Hale of Hale & Co. Ltd.¦ The rest rose.',
      'See No. 5 and p. 12.¦ Read harbour.example for more.',
      '1. The council met.¦ 2. It voted.',
      'It was cold (about 3 degrees.)¦ Then it snowed.[4]¦ It stayed.',
      'He shouted: "Stop!"¦ Then he ran.',
      "It was the crew's 'last chance.'¦ They took it.",
      'The talks ended at 5 p.m. Friday.¦ They go on at 9 a.m.¦ Coffee is free.',
    ],
  ],
  [
    'el',
    [
      'Ο κ. Λεοντής μίλησε στις 6.45 μ.μ. στο λιμάνι.¦ Κανείς δεν χτύπησε.',
      'Είναι ασφαλές;¦ Κανείς δεν απάντησε.¦ «Θα δούμε», είπε.',
      'Το αρ. 5 του νόμου, π.χ. για τα πλοία, άλλαξε.¦ Γιατί;¦ Δεν ξέρουμε.',
      'Είπε: «Φεύγουμε αύριο.»¦ Και έφυγαν.',
      'Ο Α. Μ. Βέργης υπέγραψε.¦ Ο κύριος Βέργης έφυγε.',
    ],
  ],
  [
    'ru',
    [
      'В 2024 г. порт принял 3,5 млн т грузов.¦ Это рекорд.',
      'А. С. Громов и г-н Вершинин подписали договор.¦ Он вступит в силу в мае.',
      '«Мы опоздали», — сказал он.¦ «Очень».',
      'Улица им. Седова закрыта, т.к. идёт ремонт.¦ См. стр. 5.¦ Работы кончатся в 2025 году.',
      '— Кто там? — спросил капитан.¦ — Свои!',
    ],
  ],
  [
    'uk',
    [
      'У 2024 р. порт прийняв 3,5 млн т вантажів.¦ Це рекорд.',
      'Вул. Шевченка закрито, тобто проїзду немає.¦ Роботи триватимуть до травня.',
      '«Ми запізнилися», — сказав він.¦ Потім пішов.',
    ],
  ],
  [
    'es',
    [
      'El Sr. Ruiz viajó a EE. UU. con la Dra. Vega.¦ Volvió el lunes.',
      '¿Es seguro?¦ Nadie respondió.¦ ¡Qué frío!',
      'Costó 1.200 euros, según el art. 5.¦ Ayer llovió, etc.¦ Hoy no.',
      '«No iré», dijo.¦ «Nunca.»¦ Y se fue.',
    ],
  ],
  [
    'fr',
    [
      'M. Leclerc et Mme Roy sont partis à 6 h 45.¦ Personne n’est blessé.',
      '« Nous partons demain. »¦ Ils sont partis.',
      '« Est-ce sûr ? » a-t-il demandé.¦ Rien n’est sûr.',
      'L’art. 5 de la loi, p. ex. pour les bateaux, change.¦ Il coûte 3,5 millions.',
    ],
  ],
  [
    'de',
    [
      'Am 3. Oktober sprach Dr. Lenz im Hafen.¦ Danach fuhr er nach Hause.',
      'Es kostet z. B. 1.200 Euro bzw. 3,5 Mio. Euro.¦ Niemand zahlt.',
      'Er kam 2020.¦ Dann ging er.',
      '„Wir kommen zu spät.“¦ Sie nickte.',
      '»Wir kommen.«¦ Sie nickte.',
      'Das 2. Quartal war gut.¦ Der 1. FC Hafen gewann am 5. Spieltag.',
    ],
  ],
  [
    'it',
    [
      'Il sig. Conti e la dott.ssa Riva sono partiti.¦ Nessuno è ferito.',
      'Costa 1.200 euro, cfr. art. 5.¦ È molto.¦ Perché?',
      'La Harbour S.p.A. ha chiuso.¦ Ieri ha riaperto.',
    ],
  ],
  [
    'ar',
    [
      'غادرت العبارة في الساعة 6.45 صباحا.¦ لم يصب أحد.',
      'هل هو آمن؟¦ لم يجب أحد.¦ قال د. سامي: «سنرى».¦ ثم رحل.',
    ],
  ],
  ['zh', ['渡轮早上6.45点离开。¦没有人受伤。¦“我们迟到了。”¦她说：“走吧！”¦他点头。']],
  ['ja', ['船は出た。¦誰も怪我をしていない。¦「遅い。」¦彼は言った。']],
  ['hi', ['नाव सुबह 6.45 बजे निकली।¦ किसी को चोट नहीं आई।']],
  [
    'pl',
    [
      'Prezydent przyjechał 3. maja o godz. 6.45.¦ Nikt nie ucierpiał.',
      'Ul. Morska, tzn. port, jest zamknięta.¦ W tym roku.',
    ],
  ],
  ['cs', ['Přijel 3. října v 6.45.¦ Nikdo nebyl zraněn.']],
];

describe('sentences', () => {
  it.each(cases.flatMap(([language, texts]) => texts.map((text) => [language, text] as const)))(
    'are told apart in %s: %s',
    (language, marked) => {
      const expected = marked.split('¦').map((sentence) => sentence.trim());
      expect(split(marked.replaceAll('¦', ''), language)).toEqual(expected);
    },
  );

  it('do not reach over an empty line, and go on over a single line break', () => {
    expect(split('A headline without a stop\n\nThe ferry\nleft.\r\n \r\nIt came back', 'en')).toEqual([
      'A headline without a stop',
      'The ferry\nleft.',
      'It came back',
    ]);
    expect(paragraphsIn('\n\n one \n\n\n two')).toHaveLength(2);
  });

  it('are found without knowing the language', () => {
    expect(split('Dr. Lenz kam am 3. Oktober. Ο κ. Λεοντής έφυγε. 船は出た。')).toEqual([
      'Dr. Lenz kam am 3. Oktober.',
      'Ο κ. Λεοντής έφυγε.',
      '船は出た。',
    ]);
  });

  it('leave nothing out but white space, whatever the text is', () => {
    const texts = [
      '',
      ' ',
      '.',
      '...',
      '?!',
      '\ud800.',
      'a.\udc00 B',
      '"',
      '». «',
      '\u202e.Hello. You',
      '\u0000. A',
    ];
    for (const text of texts) {
      const spans = splitSentences(text);
      let end = 0;
      for (const span of spans) {
        expect(text.slice(end, span.start).trim()).toBe('');
        expect(span.end).toBeGreaterThan(span.start);
        end = span.end;
      }
      expect(text.slice(end).trim()).toBe('');
    }
  });

  it.each([
    ['stops', '.'.repeat(500_000)],
    ['stops with spaces', '. '.repeat(300_000)],
    ['quotation marks', '."'.repeat(300_000)],
    ['spaces after a stop', `a.${' '.repeat(500_000)}A.${' '.repeat(500_000)}`],
    ['empty lines', '\n \n'.repeat(200_000)],
    ['one endless word', 'a'.repeat(500_000)],
    ['one endless dotted word', 'a.'.repeat(300_000)],
    ['brackets', '.[1'.repeat(200_000)],
    ['Greek question marks', 'α;'.repeat(200_000)],
  ])('are found in linear time among half a million %s', (_what, text) => {
    expect(splitSentences(text, 'en').length).toBeLessThanOrEqual(text.length);
  });
});
