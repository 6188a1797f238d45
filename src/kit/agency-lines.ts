/**
 * What an agency writes around its copy and not for readers: the dateline before the first words, a priority word before the
 * headline, who reported and edited it after the last. Only what says plainly that it is one is taken for one.
 */
import { once } from './once.ts';

/** A line's own first words: `LISBON, Nov 29 (Reuters) - `. */
export interface AgencyDateline {
  /** `LISBON`, as it is written. */
  place: string;
  /** `Nov 29`; empty where none is given. */
  date: string;
  /** `Reuters`; empty where none is named. */
  agency: string;
  /** Where the copy itself begins. */
  end: number;
}

export interface PriorityLine {
  /** `URGENT`, as it is written. */
  word: string;
  /** The alert level that it speaks of; null for what only says which version it is. */
  level: 'urgent' | 'bulletin' | 'flash' | null;
  end: number;
}

const CAPITALS = "\\p{Lu}[\\p{Lu}\\p{M}.'’]+";
const NAMED = "\\p{Lu}[\\p{L}\\p{M}.'’]*";
const ARABIC = '\\p{Script=Arabic}[\\p{Script=Arabic}\\p{M}]+';
const placeOf = (word: string): string =>
  `${word}(?:[ -](?:(?:de|del|la|di|of|am|an der|sur|и|і|και) )?${word}){0,3}(?:\\s?[/,]\\s?(?:${NAMED}[ -]?){1,3})?`;
const MONTH = '[\\p{L}\\p{M}]{3,12}\\.?(?: [\\p{Script=Arabic}\\p{M}]{3,9}){0,2}';
const DATE = `(?:(?:le |am |den |el |de |στις |في )?\\p{Nd}{1,2}\\.? (?:de )?${MONTH}|${MONTH} \\p{Nd}{1,2}|\\p{Nd}{1,2}[./]\\p{Nd}{1,2}[./]?)(?:,? (?:de )?\\p{Nd}{4})?`;
const DASH = '\\s*(?:\\.?\\s?[-–—]{1,2}|:)\\s+';
/** Agencies; abbreviations too, since a party or a share stands in brackets as they do. */
const KNOWN =
  'reuters|agence france-presse|ap|upi|aa|kna|epd|sid|awp|ats|(?:keystone-)?sda(?:-ats)?|globe ?newswire|pr ?newswire|business ?wire|jiji|kuna|qna|wafa|rfe/rl|voa|ria novosti|риа|κυπε|ανα-μπα|cna|ae|agência brasil|dpa|afp|efe|ansa|apa|askanews|adnkronos|agi|tass|xinhua|interfax(?:[-.]?\\p{L}+)?|ukrinform|unian|anadolu(?: agency)?|europa press|lusa|belga|anp|ntb|tt|ritzau|stt|pap|ctk|čtk|mti|hina|tanjug|sta|bta|agerpres|bloomberg|canadian press|the canadian press|associated press|press association|kyodo|yonhap|antara|bernama|aap|ians|pti|ani|maghreb arabe presse|mena|wam|spa|petra|sana|irna|рейтер|рейтерс|рейтер|тасс|риа новости|интерфакс(?:-\\p{L}+)?|інтерфакс(?:-\\p{L}+)?|укрінформ|укринформ|унн|уніан|απε-μπε|απε|рейтарс|رويترز|أ ?ف ?ب|د ?ب ?أ|قنا|وام|واس|سانا|أ ?ش ?أ|الأناضول|وات|واج|بترا';
const known = new RegExp(`^(?:${KNOWN})(?:[/ -](?:${KNOWN}|\\p{L}{2,6}))?$`, 'iu');
const abbreviation = /^\p{Lu}[\p{Lu}\p{N}&/ -]{1,14}$/u;
const saysAgency =
  /(?:^|\s)(?:news|press|presse|agency|agence|agencia|agência|agenzia|agentur|агентство|πρακτορείο|وكالة)(?:\s|$)/iu;

/** Whether a word is the name of an agency that is known: Reuters, dpa, Рейтер. */
export function isNewsAgency(word: string): boolean {
  return word.length > 2 && known.test(word);
}

/** Whether words beside a place name an agency; an abbreviation that is none we know is one where a date stands too. */
function isAgency(words: string, date: string): boolean {
  return known.test(words) || (date !== '' && abbreviation.test(words)) || saysAgency.test(words);
}

const dated = `(?:[,.]? (${DATE})[,.]?)?`;
const anyPlace = `(${placeOf(NAMED)}|${placeOf(ARABIC)})`;
/** What a dateline may look like, in the order in which it is tried: made when the first paragraph is asked that may have one. */
const patterns = once(() => ({
  inOrder: [
    new RegExp(`^${anyPlace}${dated}(?: ?[-–—])? ?[([]\\s?([^()[\\]]{2,40}?)\\s?[)\\]]${DASH}`, 'u'),
    // As Russian ones have it: a full stop, and no dash.
    new RegExp(`^${anyPlace}[,.]? (${DATE})[,.]? ?[([]\\s?([^()[\\]]{2,40}?)\\s?[)\\]]\\.\\s+`, 'u'),
    new RegExp(`^${anyPlace}${dated} /([^/\\n]{2,24})/[.:]?(?:${DASH}|\\s+)`, 'u'),
    // As Interfax has it: `Москва. 29 ноября. ИНТЕРФАКС - `.
    new RegExp(`^${anyPlace}\\.? (${DATE})\\. ([^\\n–—]{3,30}?)${DASH}`, 'u'),
    new RegExp(`^(${placeOf(CAPITALS)})${dated} [-–—] ([^.\\n]{2,24})\\.\\s+`, 'u'),
    new RegExp(`^(${placeOf(CAPITALS)})[,.]? (${DATE})${DASH}`, 'u'),
  ],
  // The agency first, as Italian ones have it: `(ANSA) - ROMA, 29 NOV - `.
  agencyFirst: new RegExp(
    `^[([]([^()[\\]]{2,24}?)[)\\]]${DASH}(${placeOf(NAMED)})[,.]? (${DATE})${DASH}`,
    'u',
  ),
  capitalsAlone: new RegExp(`^(${placeOf(CAPITALS)})\\s*[-–—]{1,2}\\s+`, 'u'),
}));

const LONGEST = 120; // units of a dateline

/** What parts every dateline from the copy. Asked first: the patterns are large, and few paragraphs begin with one. */
const parted = /[-–—:]\s|[)\]/]/u;

/**
 * The dateline at the beginning of a paragraph; null where it has none. A place in capitals before a dash, with neither a
 * date nor an agency, is one only where `bare` asks for it: many papers print it so.
 */
export function datelineIn(paragraph: string, { bare = false } = {}): AgencyDateline | null {
  const start = paragraph.slice(0, LONGEST);
  if (!parted.test(start)) return null;
  const { inOrder, agencyFirst, capitalsAlone } = patterns();
  const [first = '', by = '', from = '', on = ''] = (/^[([]/.test(start) && agencyFirst.exec(start)) || [];
  if (first !== '' && isAgency(by, on))
    return { place: from.trim(), date: on, agency: by, end: first.length };
  if (!/^[\p{Lu}\p{Script=Arabic}]/u.test(start)) return null;
  for (const pattern of [...inOrder, ...(bare ? [capitalsAlone] : [])]) {
    const [whole, place = '', date = '', agency = ''] = pattern.exec(start) ?? [];
    if (whole === undefined || (agency !== '' && !isAgency(agency, date))) continue;
    const on = date.replace(/(?<=\p{L}{6})\.$/u, '').replace(/^في /u, '');
    return {
      place: place.trim().replace(/^([^,.]{4,})\.$| في$/u, '$1'),
      date: on,
      agency,
      end: whole.length,
    };
  }
  return null;
}

const PRIORITIES: Record<string, PriorityLine['level']> = {
  URGENT: 'urgent',
  URGENTE: 'urgent',
  DRINGEND: 'urgent',
  ΕΠΕΙΓΟΝ: 'urgent',
  СРОЧНО: 'urgent',
  ТЕРМІНОВО: 'urgent',
  عاجل: 'urgent',
  'СУПЕР СРОЧНО': 'bulletin',
  DRINGLICH: 'urgent',
  'ДУЖЕ ТЕРМІНОВО': 'bulletin',
  BREAKING: 'bulletin',
  'BREAKING NEWS': 'bulletin',
  BULLETIN: 'bulletin',
  ALERT: 'bulletin',
  ALERTE: 'bulletin',
  ALERTA: 'bulletin',
  EIL: 'bulletin',
  EILMELDUNG: 'bulletin',
  EILT: 'bulletin',
  ΕΚΤΑΚΤΟ: 'bulletin',
  'ΕΚΤΑΚΤΗ ΕΙΔΗΣΗ': 'bulletin',
  'ÚLTIMA HORA': 'bulletin',
  "ULTIM'ORA": 'bulletin',
  'ULTIM’ORA': 'bulletin',
  'DERNIÈRE MINUTE': 'bulletin',
  'ПОСЛЕДНИЕ НОВОСТИ': 'bulletin',
  'خبر عاجل': 'bulletin',
  SNAP: 'bulletin',
  ΈΚΤΑΚΤΟ: 'bulletin',
  'ΈΚΤΑΚΤΗ ΕΊΔΗΣΗ': 'bulletin',
  ΕΠΕΊΓΟΝ: 'urgent',
  'ALERTE INFO': 'bulletin',
  FLASH: 'flash',
  BLITZ: 'flash',
  BLITZMELDUNG: 'flash',
  МОЛНИЯ: 'flash',
  БЛИСКАВКА: 'flash',
};
const VERSIONS =
  'UPDATE(?: ?\\d{1,2})?|WRAPUP(?: ?\\d{1,2})?|REFILE|RPT|CORRECTED|CORRECTION|RECASTS|RECAST|LEAD(?: ?\\d{1,2})?|\\d(?:ST|ND|RD|TH) LEAD(?:-WRITETHRU)?|WRITETHRU|ADVISORY|EMBARGOED|ACTUALIZA(?: ?\\d{1,2})?|ACTUALIZACIÓN(?: ?\\d{1,2})?|ACTUALISATION|ACTUALISÉ|AMPLÍA|AMPLIACIÓN|AVANCE|ZUSAMMENFASSUNG(?: ?\\d{1,2})?|ROUNDUP(?: ?\\d{1,2})?|AKTUALISIERT|KORREKTUR|BERICHTIGUNG|ПОВТОР|УТОЧНЕНИЕ';
const priority = new RegExp(
  `^[([*\\s\\p{Extended_Pictographic}\\ufe0f]*(${[...Object.keys(PRIORITIES)].toSorted((one, other) => other.length - one.length).join('|')}|${VERSIONS})(?:\\s*\\*+)?[)\\]!]*(?:\\s*[-–—:/|]+\\s*|(?<=[)\\]*!])\\s+|\\.{1,3}\\s*[-–—]*\\s+)(?=\\S)`,
  'iu',
);

const SAID_OF_NEWS =
  /^(?:urgent|breaking|flash|eilmeldung|срочно|терміново|[εέ]κτακτ|επε[ιί]γον|última hora|dernière minute|alerte info|ultim['’]ora)/iu;

/** A priority word before a headline, parted from it by a dash, a colon or brackets; null for a headline that has none. */
export function priorityIn(headline: string): PriorityLine | null {
  const match = priority.exec(headline);
  const word = match?.[1];
  if (!match || word === undefined) return null;
  const isLoud = word === word.toUpperCase();
  // In small letters only what is said of a piece of news: “Alert: …” and “Update: …” may be a headline's own.
  if (!isLoud && !SAID_OF_NEWS.test(word)) return null;
  // A full stop after a word parts what is shouted only: “Update. What we know” is a headline.
  const parted = match[0].slice(match[0].indexOf(word) + word.length);
  if (/^\./.test(parted) && !(isLoud && word.toUpperCase() in PRIORITIES)) return null;
  // A hyphen within a word, as in Flash-Gewitter, parts nothing; an agency's own stands after capitals.
  if (/^[-–]$/.test(parted) && !isLoud) return null;
  return { word, level: PRIORITIES[word.toUpperCase()] ?? null, end: match[0].length };
}

const BY =
  "reporting by|report by|additional reporting by|writing by|editing by|compiled by|translated by|reportage (?:de|d[’']|par)|avec le bureau|version française|édité par|rédigé par|reporte de|reportes de|información de|reportado por|editado por|escrito por|redacción de|reportagem de|edição de|bericht(?:et)? von|berichtet von|geschrieben von|redigiert von|bearbeitet von|redaktion:|servizio di|tradotto da|a cura di|редактор[ы]?:?|репортаж|перевод|подготовил[аи]?|підготува[влал][аи]?|редактор(?:ка|и)?:?|ρεπορτάζ:?|επιμέλεια:?|μετάφραση:?|επιμέλεια κειμένου|إعداد|تحرير|تغطية صحفية|ترجمة";
const tail = new RegExp(`^\\s*[([]\\s?(?:${BY})\\s?[^()\\n]{2,280}[)\\]]?\\s*$`, 'iu');
const unbracketed =
  /^\s*(?:Reporting|Additional reporting|Writing|Editing) by [^\n.]{2,200}(?:;\s*(?:Additional reporting|Writing|Editing|Compiled) by [^\n]{2,200})\s*$/u;
const ENDS = /^\s*(?:[([]\s?MORE\s?[)\]]|-\s?30\s?-|#{3}|-?\s?ENDS\s?-?|\(END\)|\(FIN\)|\(ENDE\)|FIN\/)\s*$/u;
const LONGEST_TAIL = 320; // units of such a line

/** Whether a line says who reported, wrote or edited for an agency, or that its report ends or goes on. */
export function isAgencyTail(line: string): boolean {
  return line.length <= LONGEST_TAIL && (tail.test(line) || unbracketed.test(line) || ENDS.test(line));
}
