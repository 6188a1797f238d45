/** A post in one case of grammar and its holder's name in another: του υπουργού Δημήτρης, помощнику Сергей. */

import type { Check, Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import type { TextReading } from './reading.ts';

const russianNames =
  'Александр Алексей Анатолий Андрей Антон Артём Борис Вадим Валентин Валерий Василий Виктор Виталий Владимир Владислав Вячеслав Геннадий Георгий Григорий Даниил Денис Дмитрий Евгений Егор Иван Игорь Кирилл Константин Леонид Максим Михаил Николай Олег Павел Пётр Роман Руслан Семён Сергей Станислав Степан Тимур Фёдор Эдуард Юрий Ярослав';
const ukrainianNames =
  'Олександр Олексій Анатолій Андрій Антон Артем Борис Вадим Валентин Валерій Василь Віктор Віталій Володимир Владислав Вячеслав В’ячеслав Геннадій Георгій Григорій Данило Денис Дмитро Євген Іван Ігор Кирило Костянтин Леонід Максим Михайло Микола Олег Павло Петро Роман Руслан Семен Сергій Станіслав Степан Тарас Тимофій Федір Юрій Ярослав Богдан Остап Назар';
const greekMen =
  'Γιώργος Γεώργιος Νίκος Νικόλαος Κώστας Κωνσταντίνος Δημήτρης Δημήτριος Γιάννης Ιωάννης Παναγιώτης Βασίλης Βασίλειος Χρήστος Αλέξης Κυριάκος Ανδρέας Αντώνης Θανάσης Αθανάσιος Μιχάλης Σπύρος Στέφανος Θεόδωρος Θόδωρος Ευάγγελος Βαγγέλης Πέτρος Παύλος Μανώλης Λευτέρης Σωτήρης Στέλιος Τάσος Αναστάσιος Αλέξανδρος Απόστολος Ηλίας Θωμάς Μάρκος Μενέλαος Άδωνις Σταύρος Προκόπης Μάκης Χάρης Τάκης';
const greekWomen =
  'Μαρία Ελένη Κατερίνα Άννα Σοφία Βασιλική Αικατερίνη Γεωργία Δήμητρα Ιωάννα Κωνσταντίνα Χριστίνα Ειρήνη Αναστασία Παναγιώτα Ευαγγελία Όλγα Νίκη Ντόρα Δόμνα Ζωή Μαριλένα Φωτεινή Αγγελική';

const russianPosts =
  'президент премьер премьер-министр министр мэр губернатор директор депутат адвокат помощник представитель председатель секретарь актёр режиссёр писатель тренер прокурор генерал';
const ukrainianPosts =
  'президент прем’єр прем’єр-міністр міністр мер губернатор директор депутат адвокат помічник представник секретар актор режисер письменник тренер прокурор генерал';

const either = (words: string) => words.split(' ').join('|');
/** What may stand behind a name in an oblique case; a verb would make it the subject of its own sentence. */
const ends =
  '(?=[.,;:!?)»”]|\\s[—–-]|\\s(?:и|в|во|на|с|со|о|об|по|за|из|к|от|для|что|й|та|у|з|із|про|до|від|що)\\s|$)';

const patterns: Record<string, RegExp> = {
  ru: new RegExp(
    `(?<!\\p{L})(?:${posts(russianPosts, 'а у ом е я ю ем')}|глав(?:ы|е|у|ой))((?: \\p{L}[\\p{L}-]*){0,3}) (${either(russianNames)})(?= \\p{Lu}\\p{Ll}+${ends})`,
    'gu',
  ),
  uk: new RegExp(
    `(?<!\\p{L})(?:${posts(ukrainianPosts, 'а у ом і я ю ем ові еві ка ку ком кові')}|голов(?:и|і|у|ою))((?: \\p{L}[\\p{L}’-]*){0,3}) (${either(ukrainianNames)})(?= \\p{Lu}\\p{Ll}+${ends})`,
    'gu',
  ),
  el: new RegExp(
    `(?<!\\p{L})(?:(?:του|τον|στον)((?: \\p{Ll}+){1,4}) (${either(greekMen)})|(?:της|στης)(?: \\p{Ll}+)? (?:υπουργού|προέδρου|δημάρχου|πρωθυπουργού|βουλευτή|βουλευτού|δικηγόρου|διευθύντριας|εκπροσώπου|δημοσιογράφου|γιατρού|καθηγήτριας|εισαγγελέα|ηθοποιού|συγγραφέα)((?: \\p{Ll}+){0,3}) (${either(greekWomen)}))(?= \\p{Lu}\\p{Ll}+)`,
    'gu',
  ),
};

function posts(words: string, endings: string): string {
  return `(?:${words
    .split(' ')
    .map((word) => word.replace(/ь$/u, ''))
    .join('|')})(?:${either(endings)})`;
}

export const titleCases: Check = {
  name: 'title-cases',
  says: 'A post stands in one case of grammar and the name behind it in another.',
  languages: Object.keys(patterns),
  isOn: true,
  find: ({ dek, body, language }) => [dek, body].flatMap((part) => casesIn(part, language)),
};

/** Words between the post and the name that would begin a clause of its own. */
const parts =
  /(?<!\p{L})(?:ότι|πως|που|και|όταν|αν|ο|η|και|и|или|что|как|а|но|та|що|як|але|є|был|была|είναι|ήταν)(?!\p{L})/u;

function casesIn(part: TextReading, language: string): Finding[] {
  const pattern = patterns[language];
  if (!pattern) return [];
  return [...part.text.matchAll(pattern)].flatMap((match) => {
    const [whole, between = '', name = '', betweenHer = '', her = ''] = match;
    const given = name || her;
    if (parts.test(between || betweenHer)) return [];
    const start = match.index + whole.length - given.length;
    const because = reason('caseOfPost', { name: given });
    const at = { start, end: start + given.length };
    return [part.finding(at, { check: 'title-cases', severity: 'minor', because })];
  });
}
