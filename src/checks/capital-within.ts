/** A capital in the middle of a sentence: behind a comma, or where a quotation has ended and its sentence goes on. */
import type { Check, Finding } from './check.ts';
import type { TextReading } from './reading.ts';

interface Small {
  /** Words that are no name, and that a sentence goes on with behind a comma. */
  after: string;
  /** Words that a sentence goes on with behind a quotation: who says it, and that it is said. */
  said: string;
}

/** German sentences may go on with Sie, French ones with A; a title or a place begins with an article before a capital. */
const small: Record<string, Small> = {
  en: {
    after:
      'the an and but or he she they it we his her its their who whom while because although though if that this these those in on at for with from by to as of so not was were is are has had have said there after before until since however meanwhile according police officials some many most then now when where which',
    said: 'he she they it we the a an said says added told asked wrote according his her their who and but while as in',
  },
  el: {
    after:
      'ο η το οι τα του της των τον την τις τους ένας μια ένα και αλλά ενώ που όμως όταν αν γιατί επειδή δεν θα να με σε στο στη στην στον στις στους στα για από είναι ήταν έχει είχε είπε ανέφερε αυτός αυτή αυτό επίσης ωστόσο σύμφωνα μετά πριν πολλοί όλοι',
    said: 'είπε δήλωσε λέει πρόσθεσε τόνισε ανέφερε εξήγησε σημείωσε απάντησε υποστήριξε ο η οι και σύμφωνα',
  },
  es: {
    after:
      'el los las un una unos unas y pero sino que quien se en con por para cuando donde porque aunque mientras su sus es fue era está ha había no como este esta esto lo también ya según hoy ayer muchos todos después antes nadie',
    said: 'dijo dice afirmó señaló añadió explicó declaró aseguró indicó subrayó agregó sostuvo comentó según ha y el los las',
  },
  fr: {
    after:
      'le les un une des et mais ou il elle ils elles on ce cette que qui en dans avec pour par sur son sa ses est était ont avait ne se au aux du lorsque quand si puis aussi selon après avant alors plusieurs certains tous déjà',
    said: 'a ont dit déclare explique affirme assure précise ajoute estime selon il elle et le la les',
  },
  de: {
    after:
      'und oder aber er es wir ein eine einen ist war hat hatte wurde sagte mit auf für von nicht wenn weil dass als wo wie nach vor bei so auch noch jedoch laut viele alle dann schon einige niemand',
    said: 'sagte sagt erklärte betonte ergänzte berichtete meinte fügte hieß so laut wie er es und',
  },
  it: {
    after:
      'il lo gli le un una e ed ma che chi si è ha hanno in con per non come quando perché mentre se anche del della dei al alla nel nella questo questa suo sua anche secondo dopo prima molti tutti già nessuno',
    said: 'ha hanno dice afferma spiega aggiunge racconta secondo il la lo gli le e',
  },
  ru: {
    after:
      'и но он она оно они это что который которая которое которые как когда где на по для не из при был была были его её их также чтобы если потому поэтому однако после перед затем многие все',
    said: 'сказал сказала заявил заявила добавил добавила отметил отметила пояснил пояснила сообщил сообщила подчеркнул подчеркнула рассказал рассказала говорит говорится считает по он она и',
  },
  uk: {
    after:
      'і й та але він вона воно вони це що який яка яке які як коли де на для не із при був була були його її їх також щоб якщо тому бо однак після перед потім багато всі',
    said: 'сказав сказала заявив заявила додав додала зазначив зазначила пояснив пояснила повідомив повідомила наголосив наголосила розповів розповіла каже йдеться вважає за він вона і',
  },
};

const CLOSING = '”»“"’';

interface Patterns {
  after: RegExp;
  said: RegExp;
}

const patterns: Record<string, Patterns> = Object.fromEntries(
  Object.entries(small).map(([language, { after, said }]) => [
    language,
    {
      after: new RegExp(`(?<=[\\p{Ll}\\p{N})],[ \\u00a0])(${capitals(after)})(?= \\p{Ll}+)`, 'gu'),
      said: new RegExp(
        `(?:,[${CLOSING}]|[${CLOSING}],)[ \\u00a0](?:[-–—] ?)?(${capitals(said)})(?= \\p{L})`,
        'gu',
      ),
    },
  ]),
);

function capitals(words: string): string {
  return words
    .split(' ')
    .map((word) => `${word[0]?.toLocaleUpperCase()}${word.slice(1)}`)
    .join('|');
}

/** Words that may open a name of two words: behind a mark they are slips only before a word in lower case. */
const articles = /^(?:The|Ο|Η|Οι|El|Los|Las|Le|La|Les|Il|Lo|Gli|A|An|His|Her|Their)$/u;

export const capitalWithin: Check = {
  name: 'capital-within',
  says: 'A capital stands in the middle of a sentence, after a comma or the end of a quotation.',
  languages: Object.keys(small),
  isOn: true,
  find: ({ body, dek, language }) => [dek, body].flatMap((part) => capitalsIn(part, language)),
};

function capitalsIn(part: TextReading, language: string): Finding[] {
  const known = patterns[language];
  if (!known || part.text === '') return [];
  const { text } = part;
  const afterComma = [...text.matchAll(known.after)].filter(
    ({ index, 0: word }) => !isTitled(part, index) && !isSaidAfterComma(text, index) && word.length > 0,
  );
  const afterMark = [...text.matchAll(known.said)].filter((match) => {
    const word = match[1] ?? '';
    const end = match.index + match[0].length;
    return !articles.test(word) || /^ \p{Ll}/u.test(text.slice(end, end + 2));
  });
  const starts = [
    ...afterComma.map(({ index, 1: word = '' }) => ({ start: index, word })),
    ...afterMark.map(({ index, 0: whole, 1: word = '' }) => ({
      start: index + whole.length - word.length,
      word,
    })),
  ].sort((one, other) => one.start - other.start);
  return starts.map(({ start, word }) => {
    const suggestion = word.toLocaleLowerCase(language);
    const message = `“${word}” has a capital in the middle of its sentence.`;
    return part.finding(
      { start, end: start + word.length },
      { check: 'capital-within', severity: 'minor', message, suggestion },
    );
  });
}

const SHORT_TITLE = 60; // units; within marks so short stands a title or a cry, whose capitals are its own

/** In a title within marks, in a line of capitals, or in a list. */
function isTitled(part: TextReading, at: number): boolean {
  const quoted = part.quoted.find(({ start, end }) => start <= at && at < end);
  if (quoted && quoted.end - quoted.start < SHORT_TITLE) return true;
  const line = part.text.slice(part.text.lastIndexOf('\n', at) + 1, at);
  if (/^\s*[-–—•*]/u.test(line)) return true;
  const words = line.match(/\p{L}{4,}/gu) ?? [];
  return words.length > 3 && words.filter((word) => /^\p{Lu}/u.test(word)).length * 4 > words.length * 3;
}

/** She said, The road is closed: speech without marks begins with a capital. */
function isSaidAfterComma(text: string, at: number): boolean {
  return /(?:sa(?:id|ys|ying)|thought|wrote|ask(?:ed|s)|wondered|told \p{L}+|is|was|like|adding|asking|noting|warning|[Yy]es|[Nn]o|[Ww]ell|[Oo]h|[Hh]ey|Dear \p{L}+), $/u.test(
    text.slice(Math.max(0, at - 30), at),
  );
}
