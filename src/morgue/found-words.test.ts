import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { searchPublished as search } from '../entries/search-published.ts';
import { safeBody } from '../kit/safe-html.ts';

/** Language of the story, its copy, and searches that should find it. */
const FOUND: [language: string, copy: string, searches: string[]][] = [
  ['pl', 'Lech Wałęsa mówił w Łodzi.', ['Walesa', 'WAŁĘSA', 'Lodzi']],
  ['pl', 'Wybory wygrał Łukaszenka.', ['Lukaszenka', 'łukaszenka', 'ŁUKASZENKA']],
  ['nb', 'Støre kom til Tromsø.', ['Tromso', 'tromsoe', 'store tromso']],
  ['da', 'Blæsten tog taget på Ærø.', ['Aero', 'blaesten', 'paa']],
  ['sr-Latn', 'Novak Đoković igra sutra.', ['Djokovic', 'Dokovic', 'ĐOKOVIĆ', 'đoković']],
  ['is', 'Þór fór til Reykjavíkur með Guðrúnu.', ['thor', 'gudrunu', 'Þór']],
  ['fr', 'Une œuvre de cœur.', ['oeuvre', 'ŒUVRE', 'coeur']],
  ['de', 'Großbrand in der Straße am Hafen.', ['GROSSBRAND', 'strasse', 'Straße', 'Häfen']],
  ['de', 'Frau Müller spricht.', ['Mueller', 'Muller', 'MÜLLER']],
  ['de', 'Herr Goering schweigt.', ['Göring']],
  [
    'tr',
    'Iğdır valisi İstanbul’da dinledi.',
    ['IĞDIR', 'ığdır', 'igdir', 'istanbul', 'İSTANBUL', 'ISTANBUL'],
  ],
  ['de', 'Das Kern\u00adkraft\u00adwerk steht still.', ['Kernkraftwerk', 'kern\u00adkraftwerk']],
  ['en', 'The har\u200bbour and the \u2066light\u2069house\ufeff.', ['harbour lighthouse', 'har\u2060bour']],
  ['fa', 'مردم می‌روند.', ['می‌روند', 'میروند', 'مي‌روند']],
  [
    'ar',
    'أعلنت المدرسة أن ١٢٣ شخصا أصيبوا',
    ['المدرسه', '123', '١٢٣', '۱۲۳', 'مدرسة', 'اعلنت', 'الـمـدرسة', 'المَدْرَسَة'],
  ],
  [
    'ar',
    'سافر موسى وعلي إلى القاهرة بالقطار.',
    ['موسي', 'علی', 'القاهره', 'قاهرة', 'بالقاهرة', 'والقاهرة', 'القطار'],
  ],
  ['fa', 'کتاب یک مرد', ['كتاب', 'يك', 'کتاب یک']],
  [
    'el',
    'Φωτιά κοντά στην Αθήνα, είπε ο υπουργός.',
    ['ΑΘΗΝΑ', 'αθηνα', 'Αθήνας', 'Αθηνας', 'υπουργού', 'ΥΠΟΥΡΓΟΣ'],
  ],
  ['uk', 'пожежа в Кам’янці', ['Камʼянці', "кам'янці", 'Камянці', 'пожежі', 'пожежу', 'ПОЖЕЖА']],
  ['uk', 'Київ і Львів чекають.', ['Києва', 'києві', 'Львова', 'КИЇВ']],
  ['uk', 'Мер Києва мовчить про Ґонґадзе.', ['Київ', 'Гонгадзе']],
  ['ru', 'Выборы в Орле, зелёный свет.', ['выборов', 'зеленый', 'ВЫБОРЫ']],
  ['es', 'El pingüino y los niños.', ['pinguino', 'niño', 'NINOS']],
  [
    'fr',
    'La grève des étés à l’hôtel d’Avignon.',
    ['greves', 'ete', 'l’hôtel', 'hotel', "L'HOTEL", 'Avignon'],
  ],
  ['it', 'Lo sciopero dell’Alitalia.', ['scioperi', 'Alitalia', "dell'alitalia"]],
  ['ja', '東京都で強い地震が発生した。', ['地震', '東京', '京都', '強い地震', '震', '地震　発生']],
  ['ja', 'ｶﾞｽの供給が止まる', ['ガス', 'ｶﾞｽ', '供給']],
  ['zh', '习近平在北京会见了COVID专家。', ['北京', 'COVID', 'covid专家', '会见']],
  ['th', 'ไฟไหม้ที่กรุงเทพมหานครเมื่อเช้านี้', ['กรุงเทพ', 'ไฟไหม้', 'มหานคร', 'เช้า', 'ไฟ']],
  ['ko', '서울에서 지진이 났다.', ['서울', '지진']],
  ['hi', 'दिल्ली में ६० घर', ['दिल्ली', '60']],
  [
    'en',
    'Tanker’s crew knew, O’Brien said.',
    ['Tankers crew', "tanker's", 'tanker crew', 'obrien', 'O’Brien'],
  ],
  [
    'en',
    'A COVID-19 jab, an F-16, a 737-800 and pre-1990 rules.',
    ['COVID-19', 'covid 19', 'covid19', 'F-16', 'F16', '737-800', 'pre-1990'],
  ],
  [
    'en',
    'The U.S. said 3.5 of 1,204 people, 24/7.',
    ['U.S.', 'US', 'u.s', '3.5', '3,5', '1204', '1,204', '24/7'],
  ],
  [
    'en',
    'Israel/Gaza talks; desk@paper.example; www.bbc.co.uk; 11.03.2026',
    ['israel/gaza', 'gaza', 'desk@paper.example', 'bbc.co.uk', '11.03.2026', '2026'],
  ],
  ['en', 'Written in C++ and C#, seen on Canal+.', ['C++', 'c#', 'Canal+', 'canal']],
  [
    'en',
    'Two ferries organised a strike in the harbours.',
    ['ferry', 'ferries', 'organize', 'organising', 'harbor', 'harbour'],
  ],
];

onEachEngine('a reader who searches', (newsroom) => {
  let paper: Paper;
  const editions: string[] = [];
  beforeAll(async () => {
    paper = await openPaper(newsroom());
    for (const [at, [language, copy]] of FOUND.entries()) {
      const story = await paper.publish({
        language,
        copy: { headline: `§${at}`, bodyHtml: safeBody(`<p>${copy}</p>`) },
      });
      editions.push(story.editionId);
    }
  });
  afterAll(() => paper.close());
  const found = async (words: string, language?: string) =>
    (await search(newsroom(), { words, limit: 50, ...(language ? { language } : {}) })).map(
      (hit) => hit.editionId,
    );

  test.each(
    FOUND.map(
      ([language, copy, searches], at) => [searches.join(', '), copy, at, language, searches] as const,
    ),
  )('finds with %s: “%s”', async (_words, _copy, at, language, searches) => {
    const missed: string[] = [];
    for (const words of searches) {
      if (!(await found(words)).includes(editions[at] ?? '')) missed.push(words);
      if (!(await found(words, language)).includes(editions[at] ?? ''))
        missed.push(`${words} in ${language}`);
    }
    expect(missed).toEqual([]);
  });

  test('does not find what only looks a little alike', async () => {
    const copyOf = (id: string) => FOUND[editions.indexOf(id)]?.[1];
    expect((await found('C++')).map(copyOf)).toEqual(['Written in C++ and C#, seen on Canal+.']);
    expect((await found('F-16')).map(copyOf)).toEqual([
      'A COVID-19 jab, an F-16, a 737-800 and pre-1990 rules.',
    ]);
    expect(await found('京東')).toEqual([]);
    expect(await found('C')).toEqual([]);
    expect(await found('3.4')).toEqual([]);
    expect(await found('ferryman')).toEqual([]);
  });

  test('sees what was found, in the letters of the story', async () => {
    const shown = async (words: string) => {
      const [hit] = await search(newsroom(), { words, limit: 1 });
      return hit?.snippet.filter((part) => part.found).map((part) => part.text);
    };
    expect(await shown('walesa')).toEqual(['Wałęsa']);
    expect(await shown('地震')).toEqual(['地震']);
    expect(await shown('tankers')).toEqual(['Tanker’s']);
    expect(await shown('пожежі')).toEqual(['пожежа']);
    expect(await shown('covid19')).toEqual(['COVID', '19']);
  });
});
