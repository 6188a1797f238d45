import { describe, expect, it } from 'vitest';
import { datelineIn, isAgencyTail, priorityIn } from './agency-lines.ts';

describe('a dateline', () => {
  it.each([
    ['LISBON, Nov 29 (Reuters) - The harbour', 'LISBON', 'Nov 29', 'Reuters'],
    ['LISBON, Nov 29 (Agency) - The harbour', 'LISBON', 'Nov 29', 'Agency'],
    ['MADRID, 29 nov (Agencia) - El puerto', 'MADRID', '29 nov', 'Agencia'],
    ['Madrid, 29 nov (EFE).- El puerto', 'Madrid', '29 nov', 'EFE'],
    ['NEW YORK (AP) — The harbour', 'NEW YORK', '', 'AP'],
    ['PORT LIND, Ore. (AP) -- The harbour', 'PORT LIND, Ore.', '', 'AP'],
    ['Berlin (dpa) - Der Hafen', 'Berlin', '', 'dpa'],
    ['Frankfurt/Main (dpa/lhe) - Der Hafen', 'Frankfurt/Main', '', ''],
    ['Paris, 29 nov. 2026 (AFP) – Le port', 'Paris', '29 nov. 2026', 'AFP'],
    ['ROMA, 29 NOV - Il porto', 'ROMA', '29 NOV', ''],
    ['Roma, 29 nov. (askanews) – Il porto', 'Roma', '29 nov.', 'askanews'],
    ['МОСКВА, 29 ноября. /ТАСС/. Порт', 'МОСКВА', '29 ноября', 'ТАСС'],
    ['МОСКВА, 29 ноя - РИА Новости. Порт', 'МОСКВА', '29 ноя', 'РИА Новости'],
    ['КИЇВ, 29 листопада (Укрінформ) – Порт', 'КИЇВ', '29 листопада', 'Укрінформ'],
    ['ΛΙΣΑΒΟΝΑ, 29 Νοεμβρίου (Reuters) - Το λιμάνι', 'ΛΙΣΑΒΟΝΑ', '29 Νοεμβρίου', 'Reuters'],
    ['Αθήνα (ΑΠΕ-ΜΠΕ) - Το λιμάνι', 'Αθήνα', '', 'ΑΠΕ-ΜΠΕ'],
    ['لشبونة 29 نوفمبر (رويترز) - الميناء', 'لشبونة', '29 نوفمبر', 'رويترز'],
    ['(ANSA) - ROMA, 29 NOV - Il porto', 'ROMA', '29 NOV', 'ANSA'],
    ['(AGI) - Roma, 29 nov. - Il porto', 'Roma', '29 nov.', 'AGI'],
    ['القاهرة (أ ف ب) - الميناء', 'القاهرة', '', 'أ ف ب'],
    ['بيروت - (أ ف ب) - الميناء', 'بيروت', '', 'أ ف ب'],
    ['القاهرة في 29 نوفمبر /أ ش أ/ الميناء', 'القاهرة', '29 نوفمبر', 'أ ش أ'],
    ['Москва, 29 ноября (ТАСС). Порт', 'Москва', '29 ноября', 'ТАСС'],
    ['Київ. 29 листопада. ІНТЕРФАКС-УКРАЇНА - Порт', 'Київ', '29 листопада', 'ІНТЕРФАКС-УКРАЇНА'],
    ['Москва. 29 ноября. INTERFAX.RU - Порт', 'Москва', '29 ноября', 'INTERFAX.RU'],
    ['KYIV. Nov 29 (Interfax-Ukraine) – The harbour', 'KYIV', 'Nov 29', 'Interfax-Ukraine'],
    ['Bruxelles, le 29 novembre 2026 (Belga) – Le port', 'Bruxelles', 'le 29 novembre 2026', 'Belga'],
    ['ΛΕΥΚΩΣΙΑ, 29/11 (ΚΥΠΕ) - Το λιμάνι', 'ΛΕΥΚΩΣΙΑ', '29/11', 'ΚΥΠΕ'],
    ['Genf (awp) - Der Hafen', 'Genf', '', 'awp'],
    ['PORT LIND, 29 nov (XYZ) - El puerto', 'PORT LIND', '29 nov', 'XYZ'],
  ])('“%s”', (line, place, date, agency) => {
    const found = datelineIn(line);
    if (agency === '' && date === '') return expect(found?.place ?? place).toBe(place);
    expect(found).toMatchObject({ place, date, agency });
    expect(line.slice(found?.end ?? 0)).toMatch(
      /^(?:The harbour|El puerto|Der Hafen|Le port|Il porto|Порт|Το λιμάνι|الميناء)$/,
    );
  });

  it.each([
    'Lisbon is a harbour - and more.',
    'The ministry (Agency) - a body of nine.',
    'Ada Lind (54) - the mayor - left.',
    'NATO - The alliance meets.',
    'WASHINGTON — The minister left.',
    'On 29 November (Sunday) - the day of the vote - it rained.',
    'Harbour: The plan in full.',
    'ADA LIND: We stay.',
    'May 29 - the day of the vote.',
    'DNA - 29 genes (ABC) were found.',
    'Ada Lind (CDU) – Die Ministerin blieb.',
    'Lind (SPD) - der Bürgermeister - ging.',
    'Apple (AAPL) - the maker of phones - rose.',
    'NATO (OTAN) - the alliance - met.',
    'Ада Линд (ЛДПР) — депутат — ушла.',
    '“PARIS (AFP) - The port” is how it begins.',
    'PORT LIND - NATO. Then it rained.',
  ])('“%s” begins with none', (line) => {
    expect(datelineIn(line)).toBeNull();
  });

  it('a place in capitals alone is one where it is asked for', () => {
    expect(datelineIn('LISBON — The harbour', { bare: true })).toMatchObject({ place: 'LISBON', end: 9 });
    expect(datelineIn('Lisbon — The harbour', { bare: true })).toBeNull();
  });
});

describe('a priority word', () => {
  it.each([
    ['URGENT - Train derails', 'urgent', 'Train derails'],
    ['URGENT: Train derails', 'urgent', 'Train derails'],
    ['BREAKING NEWS: Train derails', 'bulletin', 'Train derails'],
    ['Breaking: Train derails', 'bulletin', 'Train derails'],
    ['FLASH-Train derails', 'flash', 'Train derails'],
    ['UPDATE 3-Train derails', null, 'Train derails'],
    ['[URGENT] Train derails', 'urgent', 'Train derails'],
    ['ALERTE - Un train', 'bulletin', 'Un train'],
    ['ÚLTIMA HORA | Un tren', 'bulletin', 'Un tren'],
    ['Eilmeldung: Ein Zug', 'bulletin', 'Ein Zug'],
    ['СРОЧНО! Поезд', 'urgent', 'Поезд'],
    ['ТЕРМІНОВО – Потяг', 'urgent', 'Потяг'],
    ['ΕΚΤΑΚΤΟ: Τρένο', 'bulletin', 'Τρένο'],
    ['عاجل: قطار', 'urgent', 'قطار'],
    ['عاجل.. قطار', 'urgent', 'قطار'],
    ['*** FLASH *** Train derails', 'flash', 'Train derails'],
    ['🔴 URGENT. Un train', 'urgent', 'Un train'],
    ['URGENTE.- Un tren', 'urgent', 'Un tren'],
    ['МОЛНИЯ. Поезд', 'flash', 'Поезд'],
    ['Έκτακτο - Τρένο', 'bulletin', 'Τρένο'],
    ['ALERTE INFO - Un train', 'bulletin', 'Un train'],
    ['Última hora: Un tren', 'bulletin', 'Un tren'],
  ])('“%s”', (headline, level, rest) => {
    const found = priorityIn(headline);
    expect(found?.level).toBe(level);
    expect(headline.slice(found?.end ?? 0)).toBe(rest);
  });

  it.each([
    'Urgent appeal for blood',
    'Urgent-care centre closes',
    'Flash floods hit the port',
    'Flash-Gewitter über Lind',
    'Update: what we know of the train',
    'Alert: how the new system works',
    'Breaking the ice',
    'Lead in the water',
    'LEAD POISONING: what to know',
    'Correction',
    'Flash. The story of a horse',
    'LEAD. The metal in your water',
    'Молния убила двоих',
    'عاجلا أم آجلا',
  ])('“%s” has none', (headline) => {
    expect(priorityIn(headline)).toBeNull();
  });
});

describe('an agency’s last line', () => {
  it.each([
    '(Reporting by Ada Lind; Editing by Ivan Moss)',
    '(Reporting by Ada Lind and Ivan Moss in Lyra; Writing by Nora Quinn; Editing by Jo Fell, Al Gray)',
    'Reporting by Ada Lind; Editing by Ivan Moss',
    '(Reporte de Ada Lind; editado por Iván Moss)',
    '(Reportage de Ada Lind, édité par Jean Moss)',
    '(geschrieben von Ada Lind; redigiert von Ivan Moss)',
    '(Ρεπορτάζ: Άντα Λιντ· επιμέλεια: Ιβάν Μος)',
    '(إعداد آدا ليند - تحرير إيفان موس)',
    '(MORE)',
    '-30-',
    'ENDS',
  ])('“%s”', (line) => {
    expect(isAgencyTail(line)).toBe(true);
  });

  it.each([
    'Reporting by Ada Lind won a prize.',
    '(The reporter was paid by the port.)',
    'The editing by Ivan Moss was praised; so was the writing.',
    'It ends here.',
    '(More on this tomorrow.)',
  ])('“%s” is copy', (line) => {
    expect(isAgencyTail(line)).toBe(false);
  });
});
