/** Who may be told something, by language: what stands before an outlet, the words for outlets, and outlets by name. */

import type { Span } from '../../kit/paragraphs.ts';
import { byLanguage } from '../../language/languages.ts';

/** Who was told, with the words that mark it. */
export interface Hearer extends Span {
  /** The outlet by its name; null for people who are no party. */
  party: string | null;
}

export const hearerTables = byLanguage('hearers');

/** Outlets by name, as these languages write them, in the cases in which they are told something. */
export const knownOutlets = [
  'Reuters|AFP|EFE|Efe|ANSA|Ansa|AP|dpa|DPA|APA|TASS|Interfax|Ukrinform|UNIAN|Unian|BBC(?: News| Mundo| Radio \\d)?|CNN(?: Türk)?|DW|Bloomberg|CNBC|NBC|CBS|NPR|Fox News|Al[ -]Jazeera|Al Arabiya|Anadolu|Xinhua|Associated Press|Agence France-Presse|Europa Press|Lusa|Belga|Politico|Axios',
  'New York Times|Washington Post|Wall Street Journal|Financial Times|Guardian|Times of Israel|Sky News|Channel 4|ITV|RTÉ',
  "Le Monde|Le Figaro|Libération|Le Parisien|Ouest-France|Mediapart|France ?Info|franceinfo|France Inter|France Bleu|France \\d(?:4)?|RTL|RMC|BFM ?TV|Europe 1|TF1|L[’']Équipe|La Croix|Les Échos|RFI|RTS|RTBF",
  'El País|El Mundo|ABC|La Vanguardia|El Periódico|El Confidencial|Radio Nacional(?: de España)?|RNE|RTVE|TVE|Onda Cero|(?:Cadena )?SER|C[Oo][Pp][Ee]|Telecinco|La ?Sexta|Antena 3|Radio Televisión Española|La Nación|Clarín|Infobae|Milenio|El Universal|Telesur',
  '(?:la )?Repubblica|Corriere della Sera|La Stampa|(?:Il )?Sole 24 Ore|Adnkronos|Askanews|AGI|Agi|LaPresse|Rai(?:News)?(?: ?\\d+)?|Sky ?T[Gg]24|Il Messaggero|Il Fatto Quotidiano|La7',
  '(?:Deutschen? )?Presse-Agentur|Deutschen? Welle|(?:Der )?Spiegel|(?:Die )?Zeit|(?:Die )?Welt|Bild(?:-Zeitung)?|FAZ|F\\.A\\.Z\\.|Frankfurter Allgemeinen?(?: Zeitung)?|Süddeutschen? Zeitung|Rheinischen? Post|Neuen? Zürcher Zeitung|NZZ|taz|ARD|ZDF|NDR|WDR|MDR|BR|SWR|HR|RBB|rbb|ORF|SRF|Bayerischen? Rundfunk|Deutschlandfunk|Redaktionsnetzwerk Deutschland|RND|Tagesspiegel|Standard|Kurier|Presse',
  'ΑΠΕ(?:-ΜΠΕ)?|Αθηναϊκό Πρακτορείο(?: Ειδήσεων)?|ΕΡΤ(?:\\d|NEWS| News)?|ΣΚΑΪ|Σκάι|MEGA|Mega|ΑΝΤ1|ANT1|Open|Kontra|Καθημερινή|(?:Το )?Βήμα|(?:Τα )?Νέα|Πρώτο Θέμα|Ρόιτερς|ΚΥΠΕ|ΡΙΚ',
  'РИА(?: Новости)?|ТАСС|Рейтерс?|АФП|Ассошиэйтед Пресс|(?:Русской службе )?Би-би-си|Интерфакс(?:у|ом)?(?:-\\p{L}+)?|Коммерсант[уъ]|РБК|Дождю?|Медузе|Meduza|Первому каналу|НТВ|Эхо(?: Москвы)?|Известиям|Ведомостям|Российской газете|RT|Фонтанке|Радио Свобода|URA\\.RU|Белта|БелТА|Казинформу?',
  'Укрінформ(?:у|ові)?|УНІАН(?:у)?|УНН|Інтерфакс(?:у)?-Україн[аи]|Суспільному(?: Новини)?|Радіо Свобода|Українській правді|Бабелю|Громадському|ВВС|BBC News Україна|Бі-бі-сі|Еспресо|Espreso',
  'رويترز|فرانس برس|الصحافة الفرنسية|أسوشيتد برس|الأناضول|سانا|سبوتنيك|بي بي سي|سي إن إن|الجزيرة(?: نت)?|العربية|الشرق الأوسط|الأهرام|الأنباء الألمانية|شينخوا|واس|وفا|بترا',
].join('|');
