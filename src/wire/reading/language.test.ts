import { describe, expect, it } from 'vitest';
import { isSameLanguage, languageOf } from './language.ts';

describe('the true language', () => {
  it('is what the words say, against what is declared', async () => {
    const text =
      'The evening ferry to the island left forty minutes late because of strong winds, the port said.';
    expect(await languageOf(text, 'el')).toEqual({ detected: 'en', language: 'en' });
    expect(await languageOf(text, 'en-GB')).toEqual({ detected: 'en', language: 'en-GB' });
    expect(await languageOf(text, null)).toEqual({ detected: 'en', language: 'en' });
  });
  it('is what is declared where the words are too few to contradict it', async () => {
    expect(await languageOf('Taxi!', 'tr')).toMatchObject({ language: 'tr' });
    expect(await languageOf('12:00', 'tr')).toEqual({ detected: null, language: 'tr' });
    expect(await languageOf('', null)).toEqual({ detected: null, language: null });
  });
  it('leaves neighbours to what is declared', async () => {
    const serbian = 'Trajekt za ostrvo krenuo je kasno zbog jakog vetra, saopštila je luka u utorak uveče.';
    expect((await languageOf(serbian, 'bs')).language).toBe('bs');
  });
  it.each([
    ['kk', 'Алматы қаласында түнде өрт шығып, үш адам жараланды деп хабарлады төтенше жағдайлар.'],
    ['ps', 'د دوشنبې په ورځ په بندر کې اور ولګېد او دوه کارګران مړه شول، اورژونکي چارواکو وویل.'],
    [
      'ky',
      'Бишкек шаарында түнкүсүн өрт чыгып, үч адам жарадар болду деп билдирди өзгөчө кырдаалдар министрлиги.',
    ],
    [
      'tg',
      'Дар шаҳри Душанбе шабона сӯхтор рух дод ва се нафар захмӣ шуданд, гуфт Вазорати ҳолатҳои фавқулода.',
    ],
    ['mn', 'Улаанбаатар хотод шөнө гал гарч, гурван хүн гэмтсэн гэж Онцгой байдлын ерөнхий газар мэдээлэв.'],
    [
      'mk',
      'Траектот за островот замина со задоцнување од четириесет минути поради силниот ветер, соопшти пристаништето.',
    ],
    [
      'lb',
      'D’Fähr op d’Insel ass haut mat véierzeg Minutte Verspéidung fortgefuer, well et staarke Wand gouf, sot den Hafen.',
    ],
    [
      'af',
      'Die veerboot na die eiland het veertig minute laat vertrek weens sterk wind, het die hawe Dinsdagaand gesê.',
    ],
    [
      'gl',
      'O transbordador para a illa saíu onte pola tarde con corenta minutos de atraso por mor do vento, dixo o porto.',
    ],
    [
      'fo',
      'Ferjan til oynna fór fjøruti minuttir ov seint avstað týskvøldið orsakað av hørðum vindi, segði havnin.',
    ],
    [
      'mt',
      'Il-vapur lejn il-gżira telaq erbgħin minuta tard minħabba r-riħ qawwi, qal il-port nhar it-Tlieta filgħaxija.',
    ],
    [
      'ckb',
      'کەشتییەکە بەرەو دوورگەکە چل خولەک درەنگتر بەڕێکەوت لەبەر بای بەهێز، بەندەرەکە ئێوارەی سێشەممە ڕایگەیاند.',
    ],
    [
      'eo',
      'La pramo al la insulo foriris kvardek minutojn malfrue pro forta vento, diris la haveno mardon vespere.',
    ],
    [
      'ast',
      'El tresbordador pa la islla salió cuarenta minutos tarde pola mor del vientu fuerte, dixo’l puertu el martes.',
    ],
  ])('is %s as declared, though the detector has not learnt it', async (declared, text) => {
    expect((await languageOf(text, declared)).language).toBe(declared);
  });
  it.each([
    ['kk', 'ru', 'Алматы қаласында түнде өрт шығып, үш адам жараланды деп хабарлады төтенше жағдайлар.'],
    ['ps', 'fa', 'د دوشنبې په ورځ په بندر کې اور ولګېد او دوه کارګران مړه شول، اورژونکي چارواکو وویل.'],
  ])('is %s by its own letters, though the feed declares %s', async (wanted, declared, text) => {
    expect(await languageOf(text, declared)).toEqual({ detected: wanted, language: wanted });
  });
  it('is what the words say where the declared language has another script', async () => {
    const text =
      'The evening ferry to the island left forty minutes late because of strong winds, the port said.';
    expect((await languageOf(text, 'ps')).language).toBe('en');
    expect((await languageOf(text, 'am')).language).toBe('en');
    expect((await languageOf(text, 'uz')).language).toBe('uz');
  });
  it.each(['Sánchez dimite', 'Ferry leaves', 'Prezydent złożył dymisję'])(
    'is unknown where nothing is declared and the words are few: %s',
    async (text) => {
      expect(await languageOf(text, null)).toEqual({ detected: null, language: null });
    },
  );
  it.each([
    [
      'Tajik',
      'Мири шаҳр гуфт, ки бандар бо сабаби ҳавои бад баста мешавад ва ҳамаи сокинон бояд дар хона монанд.',
      'en',
      null,
    ],
    [
      'Tajik',
      'Мири шаҳр гуфт, ки бандар бо сабаби ҳавои бад баста мешавад ва ҳамаи сокинон бояд дар хона монанд.',
      null,
      null,
    ],
    [
      'Mongolian',
      'Хотын дарга цаг агаарын таагүй байдлаас болж боомт хаагдах бөгөөд бүх оршин суугчид гэртээ байх ёстой гэв.',
      null,
      null,
    ],
    [
      'Mongolian',
      'Хотын дарга цаг агаарын таагүй байдлаас болж боомт хаагдах бөгөөд бүх оршин суугчид гэртээ байх ёстой гэв.',
      'mn',
      'mn',
    ],
    [
      'Russian',
      'Мэр города сказал, что порт будет закрыт из-за непогоды и что все жители должны оставаться дома до утра.',
      null,
      'ru',
    ],
    [
      'Armenian',
      'Քաղաքապետն ասաց, որ նավահանգիստը կփակվի վատ եղանակի պատճառով, և բոլորը պետք է մնան տանը մինչև առավոտ։',
      'hy',
      'hy',
    ],
  ])('of %s is no neighbour’s that the detector knows', async (_, words, declared, language) => {
    expect((await languageOf(words, declared)).language).toBe(language);
  });

  it('is not another for a foreign name in it', async () => {
    const text = 'Вчера вечером паром на остров вышел с опозданием на сорок минут, сообщил порт Қостанай.';
    expect((await languageOf(text, 'ru')).language).toBe('ru');
    const ukrainian =
      'Вечірній пором на острів вийшов із запізненням на сорок хвилин через сильний вітер, повідомив порт.';
    expect((await languageOf(ukrainian, 'uk')).language).toBe('uk');
  });
  it('is the same with and without a region, and under its other names', () => {
    expect(isSameLanguage('en-GB', 'en')).toBe(true);
    expect(isSameLanguage('nb', 'no')).toBe(true);
    expect(isSameLanguage('EN_us', 'en')).toBe(true);
    expect(isSameLanguage('en', 'el')).toBe(false);
    expect(isSameLanguage(null, null)).toBe(false);
    expect(isSameLanguage('', 'en')).toBe(false);
  });
});
