/**
 * A public body whose name has its capitals here and others there: Ministerio de Sanidad, ministerio de Sanidad. The word that
 * says what kind of body it is and the one that says which are compared, whatever case of grammar they stand in.
 */
import type { Finding } from './check.ts';
import type { TextReading } from './reading.ts';

interface BodyWords {
  /** Beginnings of words for a kind of body. */
  heads: string;
  /** What joins the kind with what it is for; a genitive needs nothing. */
  links: string;
  /** Whether the other word may come before: Harbour Commission, Счётная палата. */
  isAfter: boolean;
  /** Which of the two words makes the name. */
  names: 'both' | 'kind' | 'first';
  /** Kinds of which a paper writes many, in small letters, beside the one with a capital. */
  common: RegExp;
}

const words: Record<string, BodyWords> = {
  en: {
    heads:
      'ministry|department|commission|agency|authority|directorate|secretariat|parliament|court|council|committee|board|union|bureau',
    links: 'of the|of|for the|for',
    isAfter: true,
    names: 'both',
    common: /^(?:court|council|committee|board|union|department|commission|agency|authority|bureau)/iu,
  },
  es: {
    heads:
      'ministerio|consejería|comisión|agencia|tribunal|consejo|comité|parlamento|congreso|senado|junta|fiscalía|secretaría|defensor|banco|instituto|dirección',
    links: 'de la|de los|de las|del|de',
    isAfter: false,
    names: 'kind',
    common: /^(?:comisión|consejo|comité|junta|agencia|instituto|dirección)/iu,
  },
  fr: {
    heads:
      'ministère|commission|agence|tribunal|conseil|comité|parlement|cour|assemblée|banque|office|préfecture|direction|institut',
    links: "des|du|de la|de l[’']|d[’']|de",
    isAfter: false,
    names: 'kind',
    common: /^(?:tribunal|conseil|comité|commission|direction|banque|office|assemblée|préfecture)/iu,
  },
  it: {
    heads:
      'ministero|commissione|agenzia|tribunale|consiglio|comitato|parlamento|corte|camera|banca|istituto|procura|autorità|direzione',
    links: "dei|degli|delle|della|dello|dell[’']|del|di|d[’']",
    isAfter: false,
    names: 'kind',
    common: /^(?:tribunale|consiglio|comitato|commissione|direzione|banca|camera|procura)/iu,
  },
  el: {
    heads:
      'υπουργεί|επιτροπ|συμβούλι|συμβουλί|δικαστήρι|δικαστηρί|τράπεζ|οργανισμ|ινστιτούτ|αρχή|εισαγγελί|περιφέρει|κοινοβούλι|κοινοβουλί',
    links: 'των|του|της',
    isAfter: true,
    names: 'both',
    common: /^(?:επιτροπ|συμβο|οργανισμ|δικαστ)/iu,
  },
  ru: {
    heads:
      'министерств|комисси|агентств|палат|верховн|суд|совет|комитет|парламент|управлени|прокуратур|инспекци|департамент',
    links: '',
    isAfter: true,
    names: 'first',
    common: /^(?:комисси|суд|совет|комитет|управлени|прокуратур|инспекци|департамент|палат)/iu,
  },
  uk: {
    heads:
      'міністерств|комісі|агентств|палат|суд|рад|комітет|парламент|управлінн|прокуратур|інспекці|департамент|служб',
    links: '',
    isAfter: true,
    names: 'first',
    common: /^(?:комісі|суд|рад|комітет|управлінн|прокуратур|інспекці|департамент|палат|служб)/iu,
  },
};

const other = "[\\p{L}\\p{M}’'-]{3,}";
/** The kind before what it is for, and behind it. */
const patterns = Object.fromEntries(
  Object.entries(words).map(([language, { heads, links, isAfter }]) => {
    const kind = `(?:${heads})\\p{L}*`;
    const link = links === '' ? ' ' : ` (?:(?:${links})(?: |(?<=[’'])))?`;
    const edge = "(?<![\\p{L}\\p{M}’'-])";
    return [
      language,
      [
        new RegExp(`${edge}(${kind})${link}(${other})`, 'giu'),
        ...(isAfter ? [new RegExp(`${edge}(${other}) (${kind})(?![\\p{L}’'-])`, 'giu')] : []),
      ],
    ];
  }),
);

interface Form {
  text: string;
  start: number;
  end: number;
  /** Whether each of its two words has a capital; null for one that opens a sentence. */
  capitals: [boolean | null, boolean | null];
  /** Whether a small word joins them: of the, de la. */
  isLinked: boolean;
}

/** Where a body is written otherwise than at first; one finding for each body. */
export function bodyCapitals(body: TextReading): Finding[] {
  const known = words[body.language];
  if (!known) return [];
  const forms = new Map<string, Form[]>();
  for (const [at, pattern] of (patterns[body.language] ?? []).entries())
    for (const match of body.text.matchAll(pattern)) {
      const form = formOf(body, match);
      if (form) forms.set(`${at} ${form.key}`, [...(forms.get(`${at} ${form.key}`) ?? []), form]);
    }
  const told = [...forms.values()].flatMap((list) => {
    const whole = list.find(({ capitals }) => capitals[1] === true && capitals[0] !== false) ?? list[0];
    const wrong = list.find((each) => whole && differs(whole, each, known));
    if (!whole || !wrong) return [];
    const isTurned = known.names === 'kind' && wrong.start < whole.start; // either may be the paper's: the later is told
    return [isTurned ? tell(body, wrong, whole) : tell(body, whole, wrong)];
  });
  return told.filter(({ start, end }, at) =>
    told.slice(0, at).every((one) => one.end <= start || one.start >= end),
  );
}

/** Letters by which a word is known again in another case. */
function stem(part: string): string {
  const bare = part.toLowerCase().replace(/^[ld][’']/u, '');
  return bare.slice(0, bare.length < 6 ? 3 : 4);
}

function formOf(body: TextReading, match: RegExpExecArray): (Form & { key: string }) | null {
  const [text, one = '', two = ''] = match;
  if (/^\p{Lu}{2}/u.test(one) || /^\p{Lu}{2}/u.test(two)) return null;
  const start = match.index;
  const opens =
    body.sentences.some((sentence) => sentence.start === start) ||
    /(?:^|[\n:“«"„•–—-]\s?)$/u.test(body.text.slice(Math.max(0, start - 2), start));
  if (isOfLonger(body, start, start + text.length, isLinkedName(match))) return null;
  const isCapital = (part: string) => /^\p{Lu}/u.test(part.replace(/^[ld][’']/u, ''));
  const capitals: Form['capitals'] = [opens ? null : isCapital(one), isCapital(two)];
  const isLinked = text.split(/[ ’']/u).length > 2;
  return { text, start, end: start + text.length, capitals, isLinked, key: `${stem(one)} ${stem(two)}` };
}

/** The word before its kind, with nothing that joins them: state Department. */
function isLinkedName([text, one = '', two = '']: RegExpExecArray): boolean {
  return text === `${one} ${two}`;
}

/** Regional executive commission, state Department of Revenue: part of another body's name. */
function isOfLonger(
  { text, sentences, language }: TextReading,
  start: number,
  end: number,
  isBare: boolean,
): boolean {
  if (isBare && language === 'en' && /^ (?:of|for) (?:the )?\p{Lu}/u.test(text.slice(end, end + 12)))
    return true;
  const before = /(?<![\p{L}\p{M}’'-])(\p{Lu}\p{Ll}[\p{L}\p{M}’'-]*) $/u.exec(
    text.slice(Math.max(0, start - 30), start),
  );
  if (!before || /^\p{Lu}/u.test(text[start] ?? '')) return false;
  const at = start - before[0].length;
  return !sentences.some((sentence) => sentence.start === at) && !/(?:^|[\n“«"„])$/u.test(text[at - 1] ?? '');
}

/**
 * English and Greek capitalise both words, the Romance languages the kind (Cour des comptes), the Slavic ones the first word
 * (Счётная палата). Not all in small letters where there are many of the kind: a harbour commission is any of them.
 */
function differs(whole: Form, other: Form, { common, names }: BodyWords): boolean {
  const [one, two] = [whole.capitals, other.capitals];
  if (![0, 1].some((at) => one[at] !== null && two[at] !== null && one[at] !== two[at])) return false;
  const isSmall = two.every((capital) => capital !== true);
  if (names === 'both' || (one[1] === true && one[0] !== false))
    return (
      one[1] === true &&
      one[0] !== false &&
      !(isSmall && other.text.split(' ').some((each) => common.test(each)))
    );
  if (names === 'kind') return whole.isLinked && one[0] === true && two[0] === false;
  return (one[0] === true && two[0] === false) || (one[0] !== false && two[0] === false && two[1] === true);
}

function tell(body: TextReading, whole: Form, other: Form): Finding {
  const message = `“${other.text}” here, “${whole.text}” elsewhere in the story.`;
  return body.finding(other, { check: 'case-changes', severity: 'minor', message, suggestion: whole.text });
}
