import { describe, expect, it } from 'vitest';
import { alignSentences } from './align.ts';
import { ADDED, checkPair, checkTranslation, MISSING } from './check-translation.ts';
import { quantityReader, readQuantities } from './quantities.ts';

type Row = [from: string, source: string, to: string, target: string];

const clean: Row[] = [
  [
    'el',
    'Η «Αυγή» έφυγε στις 18:30 με 1.200 επιβάτες και δύο σκύλους.',
    'en',
    'The “Avgi” left at 6:30 p.m. with 1,200 passengers and two dogs.',
  ],
  ['el', 'Κανείς δεν χτύπησε, είπε η κ. Μαρία Λεοντή.', 'en', 'Nobody was hurt, Maria Leonti said.'],
  [
    'ru',
    'В порту разгрузили 3,5 млн тонн зерна, на 20 % больше, чем в 2024 году.',
    'en',
    'The port unloaded 3.5 million tonnes of grain, 20 percent more than in 2024.',
  ],
  ['ru', 'Громов не признал вину.', 'en', 'Gromov did not admit guilt.'],
  [
    'uk',
    'Двадцять п’ять суден чекають на рейді, сказав Шевчук.',
    'en',
    'Twenty-five ships are waiting in the roads, Shevchuk said.',
  ],
  [
    'es',
    'No habrá 1.200 soldados, dijo la ministra el martes.',
    'en',
    'There will be no 1,200 soldiers, the minister said on Tuesday.',
  ],
  [
    'fr',
    'Quatre-vingt-dix personnes, dont une douzaine d’enfants, ont été évacuées.',
    'en',
    'Ninety people, a dozen of them children, were evacuated.',
  ],
  [
    'de',
    'Fünfundzwanzig Schiffe liegen seit dem 3. Oktober fest.',
    'en',
    'Twenty-five ships have been stuck since 3 October.',
  ],
  [
    'it',
    'Il porto ha speso 2,5 milioni di euro in trentacinque mesi.',
    'en',
    'The port spent 2.5 million euros in 35 months.',
  ],
  ['es', 'El puerto pide 350 millones de euros.', 'en', 'The port asks for 350 millions of euros.'],
  ['es', 'Hay tres millonarios en la isla.', 'en', 'There are 3 millionaires on the island.'],
  [
    'ar',
    'غادرت العبارة الميناء وعلى متنها ٣٥٠ راكبا.',
    'en',
    'The ferry left the harbour with 350 passengers on board.',
  ],
  ['es', 'El buque salió de Puerto de la Luz el lunes.', 'en', 'The ship left Puerto de la Luz on Monday.'],
  ['de', 'Die Süddeutsche Werft liefert am Montag.', 'en', 'The Süddeutsche Werft delivers on Monday.'],
  ['fr', 'Le « mistral » a fermé le port.', 'en', 'The “mistral” closed the port.'],
  ['en', 'Call 210 325 1000 by 5 May.', 'el', 'Καλέστε το 210 325 1000 έως τις 5 Μαΐου.'],
  ['de', 'Auskunft unter 030 227 32 415.', 'en', 'Information is at 030 227 32 415.'],
  ['fr', 'Le président allemand se rend en Grèce.', 'en', 'The German president is going to Greece.'],
  ['de', 'Der niederländische Minister reist nach Polen.', 'en', 'The Dutch minister travels to Poland.'],
  ['cs', 'Přístav vede Jelena Kirjatová.', 'en', 'The port is run by Yelena Kiryatova.'],
  ['el', 'Πέθανε ο ναυπηγός Λευτέρης Αυγερινός.', 'en', 'The shipwright Lefteris Avgerinos has died.'],
  ['ar', 'بلغ ثمن السردين ضعف ما كان عليه.', 'en', 'Sardines cost twice what they did.'],
  ['en', 'Eleven of twenty-seven ships are in.', 'ar', 'دخلت إحدى عشرة سفينة من سبع وعشرين.'],
  ['en', 'Twelve people came, half of them by boat.', 'ar', 'جاء اثنا عشر شخصا، نصفهم بالقارب.'],
  ['en', 'The town pays a third of the cost.', 'ar', 'تدفع البلدية الكلفة، ثلثها.'],
  ['en', 'The roof goes back tile by tile.', 'ar', 'يُعاد السقف قرميدة قرميدة.'],
  ['en', 'The roof goes back slowly.', 'el', 'Η στέγη επιστρέφει σιγά σιγά.'],
  ['el', 'Το έργο κοστίζει ενάμισι εκατομμύριο ευρώ.', 'en', 'The work costs 1.5 million euros.'],
  ['ru', 'В порту работают две с половиной тысячи человек.', 'en', 'The port employs 2,500 people.'],
  ['es', 'El puerto costó dos mil millones de euros.', 'en', 'The port cost 2 billion euros.'],
  ['es', 'Llegó un millón y medio de toneladas.', 'en', 'A million and a half tonnes arrived.'],
  ['de', 'Der Hafen kostete anderthalb Millionen Euro.', 'en', 'The port cost 1.5 million euros.'],
  ['ar', 'كلف الميناء مليون ونصف المليون يورو.', 'en', 'The port cost 1.5 million euros.'],
  ['bg', 'Пристигнаха двадесет и пет души.', 'en', 'Some 25 people arrived.'],
  ['ru', 'Звоните по телефону 210 210 45.', 'en', 'Call 210 210 45.'],
  ['ru', 'Тинс и Грант вышли в море.', 'en', 'Tihns and Grant put to sea.'],
  ['zh', '港口去年处理了1亿2000万吨货物。', 'en', 'The port handled 120 million tonnes of cargo last year.'],
  ['ja', '3月5日午後6時30分に船は出た。', 'en', 'The ship left at 6:30 p.m. on March 5.'],
  [
    'en',
    'Nobody was hurt when the ferry left at 6:45 with 1,200 passengers.',
    'el',
    'Κανείς δεν χτύπησε όταν το πλοίο έφυγε στις 6:45 με 1.200 επιβάτες.',
  ],
  [
    'en',
    'The council did not agree to the plan of 3.5 million euros.',
    'de',
    'Der Rat stimmte dem Plan von 3,5 Millionen Euro nicht zu.',
  ],
  ['en', 'The mayor denied the claim on Monday.', 'fr', 'Le maire a démenti cette affirmation lundi.'],
  ['fr', 'Le pont ferme à 18 h 45 mardi.', 'en', 'The bridge closes at 6:45 p.m. on Tuesday.'],
  [
    'fr',
    'La fête a réuni 35\u202f000 personnes à 12 h 00.',
    'en',
    'The festival drew 35,000 people at 12 noon.',
  ],
  ['en', 'The festival drew 35 000 people.', 'fr', 'La fête a réuni 35 000 personnes.'],
  ['en', 'The town has 1 234 567 people.', 'de', 'Die Stadt hat 1.234.567 Einwohner.'],
  ['es', 'La vigésima tercera sesión abrió el lunes.', 'en', 'The 23rd session opened on Monday.'],
  [
    'es',
    'El decimoquinto aniversario se celebra hoy.',
    'en',
    'The fifteenth anniversary is celebrated today.',
  ],
  ['el', 'Στον δέκατο ένατο αιώνα κάηκε το λιμάνι.', 'en', 'The port burned in the nineteenth century.'],
  ['it', 'Il diciannovesimo secolo fu duro.', 'en', 'The nineteenth century was hard.'],
  ['fr', 'Le dix-neuvième siècle fut dur.', 'en', 'The 19th century was hard.'],
  ['es', 'En el año 300 a. C. había un puerto.', 'en', 'In 300 BC there was a port.'],
  ['pl', 'W piątek port był zamknięty.', 'en', 'The port was closed on Friday.'],
  ['uk', 'У п’ятницю порт закрився.', 'en', 'The port closed on Friday.'],
  ['cs', 'V pátek byl přístav zavřený.', 'en', 'The port was closed on Friday.'],
  ['de', 'Der Schengen-Raum wird größer.', 'en', 'The Schengen area grows.'],
  ['de', 'Er schrieb „Die Larsons“ am Hafen.', 'en', 'He wrote The Larsons at the harbour.'],
  ['es', 'La portavoz del puerto dimitió.', 'en', 'The port’s spokeswoman resigned.'],
  ['es', 'Portavoz del puerto dimite.', 'en', 'The port’s spokesman resigns.'],
  ['en', 'The journalist asked him about it.', 'es', 'La periodista le preguntó por ello.'],
  ['fr', 'La ministre a quitté le port.', 'en', 'The minister left; she was tired.'],
  ['it', 'La portavoce si è dimessa.', 'en', 'The spokeswoman resigned.'],
  ['hi', 'राहुल द्रविड ने कहा।', 'en', 'Rahul Dravid spoke.'],
];

const broken: [check: string, ...Row][] = [
  ['translation-number', 'el', 'Έφυγε με 1.200 επιβάτες.', 'en', 'It left with 1.200 passengers.'],
  ['translation-number', 'es', 'Costó 2,5 millones de euros.', 'en', 'It cost 2.5 billion euros.'],
  ['translation-number', 'de', 'Fünfundzwanzig Schiffe warten.', 'en', 'Fifty-two ships are waiting.'],
  ['translation-number', 'ru', 'Приехали девять человек.', 'en', 'Seven people came.'],
  ['translation-number', 'en', 'The ferry carried 350 people.', 'el', 'Το πλοίο μετέφερε 530 ανθρώπους.'],
  ['translation-number', 'hi', 'बंदरगाह पर पच्चीस जहाज़ हैं।', 'en', 'There are thirty ships in the port.'],
  ['translation-unit', 'ru', 'Он проехал 50 километров до порта.', 'en', 'He drove 50 miles to the port.'],
  ['translation-unit', 'el', 'Κόστισε 300 ευρώ συνολικά.', 'en', 'It cost 300 dollars in all.'],
  [
    'translation-date',
    'fr',
    'Le conseil se réunit mardi au port.',
    'en',
    'The council meets on Thursday at the port.',
  ],
  ['translation-date', 'el', 'Το πλοίο φεύγει στις 3 Μαρτίου.', 'en', 'The ship leaves on 3 May.'],
  [
    'translation-negation',
    'es',
    'El puerto abrió ayer por la mañana.',
    'en',
    'The port did not open yesterday morning.',
  ],
  [
    'translation-negation',
    'el',
    'Ο δήμαρχος δεν συμφώνησε με το σχέδιο.',
    'en',
    'The mayor agreed with the plan.',
  ],
  [
    'translation-negation',
    'ru',
    'Порт открылся вчера утром.',
    'en',
    'The port did not open yesterday morning.',
  ],
  ['translation-negation', 'en', 'The port opened yesterday.', 'fr', 'Le port n’a pas ouvert hier.'],
  ['translation-negation', 'en', 'The mayor did not agree.', 'it', 'Il sindaco ha accettato il piano.'],
  [
    'translation-name',
    'fr',
    'Hier, le capitaine Dubreuil a quitté le port.',
    'en',
    'Yesterday, captain Zvonareva left the port.',
  ],
  [
    'translation-gender',
    'fr',
    'Elle a quitté le port à midi, dit-elle.',
    'en',
    'He left the port at noon, he said.',
  ],
  ['translation-gender', 'es', 'La portavoz del puerto dimitió.', 'en', 'The port’s spokesman resigned.'],
  ['translation-gender', 'el', 'Η εκπρόσωπος παραιτήθηκε.', 'en', 'The spokesman resigned.'],
  ['translation-gender', 'en', 'The spokesman resigned.', 'fr', 'La porte-parole a démissionné.'],
  [
    'translation-number',
    'fr',
    'Le pont ferme à 18 h 45 mardi.',
    'en',
    'The bridge closes at 6:15 p.m. on Tuesday.',
  ],
  ['translation-number', 'en', 'The festival drew 35 000 people.', 'fr', 'La fête a réuni 53 000 personnes.'],
  [
    'translation-number',
    'el',
    'Στον δέκατο ένατο αιώνα κάηκε το λιμάνι.',
    'en',
    'The port burned in the eighteenth century.',
  ],
  ['translation-name', 'hi', 'राहुल द्रविड ने कहा।', 'en', 'Zoltan Kvasnik spoke.'],
  ['translation-name', 'de', 'Der Kapitän Jonas Brandt ging.', 'en', 'The captain Zoltan Kvasnik left.'],
  ['translation-voice', 'es', 'El alcalde negó los cargos.', 'en', 'The mayor admitted the charges.'],
  ['translation-voice', 'ru', 'Громов опроверг эти сведения.', 'en', 'Gromov confirmed this.'],
  [
    'translation-opposite',
    'de',
    'Die Preise sind nach dem Streik gesunken.',
    'en',
    'Prices rose after the strike.',
  ],
  ['translation-opposite', 'fr', 'Il est parti avant la tempête.', 'en', 'He left after the storm.'],
  [
    'translation-quotation',
    'el',
    'Ο Βέργης είπε: «Δεν ξέρουμε ακόμη τι έγινε εκεί».',
    'en',
    'Vergis said that they do not yet know what happened there.',
  ],
  [
    'translation-untranslated',
    'it',
    'Il porto resta chiuso fino a domani.',
    'en',
    'The port resta closed until tomorrow.',
  ],
  ['translation-untranslated', 'ru', 'Порт закрыт до завтра.', 'en', 'The порт is closed until tomorrow.'],
  [
    'translation-untranslated',
    'es',
    'El puerto sigue cerrado hasta mañana.',
    'en',
    'El puerto sigue cerrado hasta mañana.',
  ],
  [
    'translation-length',
    'de',
    'Der Hafen bleibt nach dem schweren Sturm bis mindestens Ende der Woche für alle großen Schiffe geschlossen.',
    'en',
    'The port is closed.',
  ],
  ['translation-length', 'fr', 'Le port reste fermé.', 'en', 'The port is closed is closed is closed.'],
  ['translation-form', 'it', 'Il porto resta chiuso.', 'en', 'Is the port still closed?'],
  ['translation-spelling', 'it', 'Il porto resta chiuso.', 'en', 'The port remains clsoed.'],
  [
    'translation-spelling',
    'fr',
    'La réorganisation du port commence.',
    'en',
    'The reorganizaton of the port begins.',
  ],
  [
    'translation-name',
    'de',
    'In Argentinien wurde der Hafen geschlossen.',
    'en',
    'In Spain, the port was closed.',
  ],
  ['translation-name', 'ja', 'ドイツの港が閉鎖された。', 'en', 'The port in Brazil was closed.'],
  [
    'translation-name',
    'de',
    'Der Hafen bleibt zu, sagte Jürgen Mistl am Montag.',
    'en',
    'The port remains closed, said Pavlo Hrytsenko on Monday.',
  ],
  ['translation-spelling', 'ru', 'Порт и завод закрыты.', 'en', 'The port nd the works are closed.'],
  ['translation-number', 'ar', 'وصل ثلاثة عشر راكبا.', 'en', 'Thirty passengers arrived.'],
  ['translation-number', 'es', 'Subió un 7,5 %.', 'en', 'It rose by 7,5 %.'],
  ['translation-number', 'es', 'Costó dos mil millones de euros.', 'en', 'It cost 2 million euros.'],
  ['translation-number', 'bg', 'Пристигнаха 25 души.', 'en', 'Some 52 people arrived.'],
  ['translation-number', 'de', 'Rufen Sie 030 227 32 415 an.', 'en', 'Call 030 227 32 451.'],
  ['translation-length', 'ru', 'Порт закрыли в 2016 году.', 'en', 'The port closed in 2016 2016.'],
  ['translation-spelling', 'ru', 'С тех пор порт закрыт.', 'en', 'Sicne then the port has been closed.'],
  [
    'translation-untranslated',
    'pl',
    'Kowalski stwierdził, że port jest zamknięty.',
    'en',
    'Kowalski stwierdził that the port is closed.',
  ],
  [
    'translation-untranslated',
    'de',
    'In diesem Jahr hat die Werft Keller enorme Fortschritte gemacht.',
    'en',
    'This year the Keller yard has made enormous Fortschritte.',
  ],
  [
    'translation-untranslated',
    'fr',
    'Le maire essaie d’apaiser les pêcheurs.',
    'en',
    'The mayor is trying to d’apaiser the fishermen.',
  ],
  [
    'translation-untranslated',
    'fr',
    'Les quais piétonniers rouvrent lundi.',
    'en',
    'The piétonnier quays reopen on Monday.',
  ],
];

const found = ([from, source, to, target]: Row) =>
  checkPair({ source, target, from, to }).map(({ check }) => check);

describe('checks between original and translation', () => {
  it.each(clean)('say nothing of a clean one, %s: %s', (...row) => expect(found(row)).toEqual([]));

  it.each(broken)('find %s, %s: %s', (check, ...row) => expect(found(row)).toContain(check));

  it('say a sentence that was not translated at all once', () => {
    expect(found(['el', 'Το πλοίο έφυγε με 1.200 επιβάτες.', 'en', ''])).toEqual(['translation-length']);
  });

  it('are silent where the languages are the same, or unknown', () => {
    expect(found(['en', 'The port is closed.', 'en', 'The port is closed.'])).toEqual([]);
    expect(found(['xx', 'Lorem 5.', 'yy', 'Ipsum 5.'])).toEqual([]);
  });

  const original =
    'Το πλοίο έφυγε από το λιμάνι στις 6.45. Κανείς δεν χτύπησε στο ατύχημα.\n\nΗ έρευνα συνεχίζεται. Ο δήμαρχος μιλάει αύριο.';
  const languages = { originalLanguage: 'el', translationLanguage: 'en-GB' };
  const translation =
    'The ship left the harbour at 6.45. Nobody was hurt in the accident.\n\nThe inquiry goes on. The mayor speaks tomorrow.';

  it('give spans in both texts', () => {
    expect(checkTranslation({ original, translation, ...languages })).toEqual([]);
    const [finding] = checkTranslation({
      original,
      translation: translation.replace('6.45', '7.45'),
      ...languages,
    });
    expect(finding).toMatchObject({ check: 'translation-number', severity: 'critical', text: '7.45' });
    expect(original.slice(finding?.source?.start, finding?.source?.end)).toBe('6.45');
  });

  it.each([
    ['a sentence', ' Nobody was hurt in the accident.', MISSING],
    ['a paragraph', '\n\nThe inquiry goes on. The mayor speaks tomorrow.', MISSING],
  ])('miss %s that is not there', (_what, gone, check) => {
    const findings = checkTranslation({ original, translation: translation.replace(gone, ''), ...languages });
    expect(findings.map((finding) => finding.check)).toContain(check);
  });

  it('ask about a paragraph that was added', () => {
    const more = `${translation}\n\nThe harbour company did not answer our questions on Monday evening, and its office stayed closed.`;
    expect(checkTranslation({ original, translation: more, ...languages }).map(({ check }) => check)).toEqual(
      [ADDED],
    );
  });

  it('pair two sentences with one that says both', () => {
    const joined = translation.replace('6.45. Nobody', '6.45 and nobody');
    const pairs = alignSentences({ original, translation: joined, ...languages });
    expect(pairs.every(({ source, target }) => source && target)).toBe(true);
    expect(checkTranslation({ original, translation: joined, ...languages })).toEqual([]);
  });

  it.each([
    ['digits', '1 '.repeat(40_000)],
    ['number words', 'twenty '.repeat(20_000)],
    ['quotation marks', '“” '.repeat(40_000)],
    ['sentences', 'A b. '.repeat(3_000)],
    ['lone surrogates', '\ud800 '.repeat(40_000)],
    ['one word', 'a'.repeat(200_000)],
    ['nothing', ''],
  ])('answer, whatever they are given: %s', (_what, text) => {
    expect(checkTranslation({ original: text, translation: text.slice(0, -3), ...languages })).toBeInstanceOf(
      Array,
    );
  });
});

describe('quantities', () => {
  it.each<[string, string, string[]]>([
    ['en', 'two hundred and five thousand', ['205000']],
    ['en', 'three to four million', ['3', '3000000', '4000000']],
    ['fr', 'quatre-vingt-dix-sept', ['97']],
    ['de', 'zweihundertfünfzig', ['250']],
    ['it', 'ventitremila', ['23000']],
    ['ru', 'двадцать пять тысяч', ['25000']],
    ['el', 'τριακόσια πενήντα', ['350']],
    ['es', '1.234.567,89', ['1234567.89']],
    ['en', '1,234,567.89', ['1234567.89']],
    ['fr', '3 500 000', ['3500000']],
    ['zh', '三千五百万', ['35000000']],
    ['ja', '３万５千', ['35000']],
    ['hi', '२५ लाख', ['2500000']],
    ['ar', '٣٫٥ مليون', ['3500000']],
    ['en', 'the 1980s', ['1980', '80']],
    ['en', '6:30 p.m.', ['t6:30']],
    ['es', 'siglo XV', ['15']],
  ])('in %s: %s', (language, text, expected) => {
    const readings = readQuantities(quantityReader(language), text).flatMap((quantity) => [
      ...quantity.readings,
    ]);
    expect(readings).toEqual(expect.arrayContaining(expected));
  });
});
