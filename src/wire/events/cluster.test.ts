/** What tells of the same event stands together: across agencies, languages and scripts; and what does not stands apart. */
import { describe, expect, it } from 'vitest';
import { keepItem } from '../../../tests/support/labelled-items.ts';
import { onEachEngine, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { DAY, HOUR } from '../../kit/clock.ts';
import { anchorsIn } from './anchors.ts';
import { clusterItems, clusterLeftovers } from './cluster.ts';
import { eventMarksOf, plainNumber } from './marks.ts';
import { likeness, signatureOf } from './min-hash.ts';
import { eventNameKey } from './name-key.ts';

interface Sent {
  headline: string;
  text: string;
  language?: string;
  source?: string;
}

const COLLISION: Record<string, Sent> = {
  coast: {
    headline: 'Tanker Lyra Star and trawler Meltemi collide off Cape Lyra, two missing',
    text: 'The tanker Lyra Star collided with the trawler Meltemi 12 nautical miles off Cape Lyra early on Thursday, the coastguard said. Two of the trawler’s crew are missing and 14 were rescued. Captain Nikos Vardis told the coastguard by radio that visibility was under 300 metres.',
  },
  aegean: {
    headline: 'Σύγκρουση του δεξαμενόπλοιου Lyra Star με την τράτα Μελτέμι στον Κάβο Λύρα',
    text: 'Δύο αγνοούμενοι από τη σύγκρουση του δεξαμενόπλοιου Lyra Star με την τράτα Μελτέμι, 12 ναυτικά μίλια ανοιχτά του ακρωτηρίου Λύρα. Διασώθηκαν 14 ναυτικοί. Ο πλοίαρχος Νίκος Βάρδης ανέφερε ορατότητα κάτω των 300 μέτρων.',
    language: 'el',
  },
  north: {
    headline: 'Танкер «Лира Стар» столкнулся с траулером «Мелтеми» у мыса Лира',
    text: 'Танкер «Лира Стар» столкнулся с траулером «Мелтеми» в 12 милях от мыса Лира. Двое моряков пропали без вести, 14 спасены. Капитан Никос Вардис сообщил, что видимость была менее 300 метров.',
    language: 'ru',
  },
  strait: {
    headline: 'اصطدام الناقلة ليرا ستار بسفينة الصيد ملتيمي قبالة رأس ليرا',
    text: 'اصطدمت الناقلة ليرا ستار بسفينة الصيد ملتيمي على بعد 12 ميلا من رأس ليرا. فقد بحاران وأنقذ 14 آخرون. وقال القبطان نيكوس فارديس إن الرؤية كانت أقل من 300 متر.',
    language: 'ar',
  },
};

/** The paper's ordinary day: what everything else is told from. */
const ORDINARY: Sent[] = [
  [
    'Council votes to widen Harbour Street',
    'The council of Marsa Nur voted on Thursday to widen Harbour Street by 3 metres. Work begins in March and costs 240,000 euros, Mayor Lena Orsini said.',
  ],
  [
    'Schools stay closed on Friday after storm',
    'All 18 schools of the island stay closed on Friday. The storm tore roofs off two gyms, the school board said in Marsa Nur.',
  ],
  [
    'Olive oil passes nine euros a litre',
    'The cooperative of Mylos sold its first oil for 9.80 euros a litre, 40 per cent more than last year, its chairman Petros Halas said.',
  ],
  [
    'Women’s water polo team reaches final',
    'Marsa Nur beat Kalyvia 11-9 on Wednesday and reached the final for the first time. Goalkeeper Dana Kosti saved 13 shots.',
  ],
  [
    'Library finds chart of 1788 in its cellar',
    'A chart of the cape from 1788 was found in the library cellar by the apprentice Jon Reis, who was looking for a leaking pipe.',
  ],
  [
    'Ferry company keeps winter hours until April',
    'Two boats a day cross until April, the Coast Line company said. Tickets stay at 14 euros for islanders.',
  ],
  [
    'Mobile clinic to visit the western villages',
    'A mobile clinic visits Mylos and Kalyvia from Monday. Dr Selma Aydin expects 60 patients a day.',
  ],
  [
    'Two fined for diving at the wreck of the Aurora',
    'Two divers were fined 1,500 euros each for taking plates from the wreck of the Aurora, the harbour court said.',
  ],
].map(([headline = '', text = '']) => ({ headline, text }));

let number = 0;

function put(newsroom: TestNewsroom, { headline, text, language = 'en', source }: Sent): Promise<string> {
  number += 1;
  return keepItem(newsroom, { headline, text, language, agency: source ?? `Agency ${number}` });
}

onEachEngine('clusters', (open) => {
  const clusterOf = async (itemId: string) => {
    const row = await open()
      .store.selectFrom('items')
      .select('cluster_id')
      .where('id', '=', itemId)
      .executeTakeFirst();
    return row?.cluster_id ?? null;
  };
  const arrive = async (sent: Sent) => {
    const id = await put(open(), sent);
    await clusterItems(open(), { itemIds: [id] });
    return id;
  };

  it('bring one event together in four languages and three scripts, and leave the rest apart', async () => {
    const rest: string[] = [];
    for (const sent of ORDINARY) rest.push(await arrive(sent));
    const ids: string[] = [];
    for (const sent of Object.values(COLLISION)) {
      open().clock.pass(HOUR / 2);
      ids.push(await arrive(sent));
    }
    const [first, ...others] = await Promise.all(ids.map(clusterOf));
    expect(first).not.toBeNull();
    expect(others).toEqual(others.map(() => first));
    expect(await Promise.all(rest.map(clusterOf))).toEqual(rest.map(() => null));
  });

  it('keep another event with the same people and place apart', async () => {
    const other = await arrive({
      headline: 'Captain Vardis honoured in Cape Lyra for thirty years at sea',
      text: 'Captain Nikos Vardis was honoured by the seamen’s union in Cape Lyra on Thursday evening for 30 years at sea. He thanked his crews and his wife Eleni.',
    });
    expect(await clusterOf(other)).toBeNull();
  });

  it('know a copy by its words although it was cut and given another headline', async () => {
    const text = `${COLLISION.coast?.text} ${ORDINARY.map((each) => each.text).join(' ')}`;
    const whole = await arrive({ headline: 'A day on the island', text, source: 'Island Wire' });
    const cut = await arrive({
      headline: 'What happened today',
      text: text.slice(0, -150),
      source: 'The Cape Daily',
    });
    expect(await clusterOf(cut)).not.toBeNull();
    expect(await clusterOf(cut)).toBe(await clusterOf(whole));
  });

  it('keep the daily forms of one source apart', async () => {
    const form = (day: string, wind: number) => ({
      headline: `Weather for ${day} ${wind} November`,
      text: `The weather office expects wind of ${wind} knots from the north west, with a sea of two to three metres in the strait and good visibility elsewhere. Small craft should stay in port until the evening. Sunrise is at seven and sunset at five. The next bulletin is issued at noon by the office in Marsa Nur.`,
      source: 'Weather Office',
    });
    const ids = [await arrive(form('Friday', 20)), await arrive(form('Saturday', 21))];
    expect(await Promise.all(ids.map(clusterOf))).toEqual([null, null]);
  });

  it('do not reach over a week', async () => {
    open().clock.pass(9 * DAY);
    const late = await arrive(COLLISION.coast ?? { headline: '', text: '' });
    expect(await clusterOf(late)).toBeNull();
  });

  it('take up what was kept when the process ended before', async () => {
    open().clock.pass(30 * DAY);
    const [one, other] = [
      await put(open(), COLLISION.coast as Sent),
      await put(open(), COLLISION.north as Sent),
    ];
    expect(await clusterOf(one)).toBeNull();
    await clusterLeftovers(open());
    expect(await clusterOf(one)).toBe(await clusterOf(other));
    expect(await clusterOf(one)).not.toBeNull();
  });
});

describe('marks', () => {
  it('hear a name in any script', () => {
    for (const [one, ...others] of [
      ['Macron', 'Макрон', 'Μακρόν', 'ماكرون', 'מקרון'],
      ['Vardis', 'Βάρδης', 'Вардис', 'فارديس'],
      ['Zelensky', 'Зеленский', 'Зеленський', 'زيلينسكي', 'Зеленского', 'Ζελένσκι'],
      ['Biden', 'Μπάιντεν', 'Байденом', 'بايدن'],
      ['London', 'Λονδίνο', 'Лондоном', 'لندن'],
    ])
      for (const other of others)
        expect([other, eventNameKey(other)]).toEqual([other, eventNameKey(one ?? '')]);
  });

  it('hear a short name by its vowels too', () => {
    for (const [one, ...others] of [
      ['Arion', 'Арион', 'Αρίων', 'أريون'],
      ['Lyra', 'Лиры', 'Λύρας', 'ليرا'],
    ])
      for (const other of others)
        expect([other, eventNameKey(other)]).toEqual([other, eventNameKey(one ?? '')]);
    expect(eventNameKey('Lyra')).not.toBe(eventNameKey('Lara'));
  });

  it('take a name in quotation marks of its own, and no sentence in them', () => {
    const names = (headline: string) =>
      [...eventMarksOf({ headline, summary: '', text: '', language: 'ru' }).keys()].filter((mark) =>
        mark.startsWith('n:'),
      );
    expect(names('Пожар на пароме «Арион»')).toEqual([`n:${eventNameKey('Арион')}`]);
    expect(names('Капитан: «Огонь потушили за сорок минут»')).toEqual([]);
  });

  it('know happenings and countries in every language', () => {
    for (const [language, words] of Object.entries({
      en: 'An earthquake in Lebanon',
      el: 'Σεισμός στον Λίβανο',
      ru: 'Землетрясение в Ливане',
      uk: 'Землетрус у Лівані',
      es: 'Terremoto en Líbano',
      fr: 'Un séisme au Liban',
      de: 'Schweres Erdbeben im Libanon',
      ar: 'زلزال في لبنان',
    }))
      expect([language, ...anchorsIn(words, language)]).toEqual([language, 'k:quake', 'c:LB']);
    expect([...anchorsIn('Libanesische Regierung', 'de'), ...anchorsIn('الرئيس اللبناني', 'ar')]).toEqual([
      'c:LB',
      'k:president',
      'c:LB',
    ]);
  });

  it('read a number however it is written', () => {
    expect(['1,200', '1.200', '1 200', '١٢٠٠', '1’200'].map(plainNumber)).toEqual(Array(5).fill('1200'));
    expect(['9,80', '9.80', '1.234,5', '3٫5'].map(plainNumber)).toEqual(['9.80', '9.80', '1234.5', '3.5']);
  });

  it('take no name from the beginning of a sentence', () => {
    const marks = eventMarksOf({
      headline: 'Winds delay the ferry',
      summary: '',
      text: 'Passengers waited for hours in Kalyvia. Nobody told them why.',
      language: 'en',
    });
    expect([...marks.keys()].filter((mark) => mark.startsWith('n:'))).toEqual([
      `n:${eventNameKey('Kalyvia')}`,
    ]);
  });
});

describe('a signature', () => {
  it('says how much of two texts is the same, and is none for a line', () => {
    const words = Array.from({ length: 200 }, (_, at) => `word${at}`);
    const one = signatureOf(words.join(' '));
    const half = signatureOf(
      [...words.slice(0, 100), ...words.slice(0, 100).map((word) => `${word}x`)].join(' '),
    );
    expect(one && likeness(one, one)).toBe(1);
    expect(one && half && likeness(one, half)).toBeGreaterThan(0.15);
    expect(one && half && likeness(one, half)).toBeLessThan(0.5);
    expect(signatureOf('Ferry leaves late')).toBeNull();
  });
});
