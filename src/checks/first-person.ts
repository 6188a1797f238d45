/**
 * How a sentence shows that whoever says it speaks of themselves, in the nine languages: a pronoun, or a verb of the first
 * person where the language leaves the pronoun out. Small lists of what a speaker says most.
 */

interface FirstPerson {
  /** Words that may come before: and, but, so. */
  lead: string;
  /** One of these among the first words of a sentence says it. */
  opens: string;
  /** Of these a piece that its writer tells is full. */
  own: string;
}

export const mine: Record<string, FirstPerson> = {
  en: {
    lead: 'and but so because then now',
    opens: "i i[’']m i[’']ve i[’']ll i[’']d we we[’']re we[’']ve we[’']ll we[’']d my our",
    own: 'i me my we our us',
  },
  el: {
    lead: 'και αλλά γιατί τώρα δεν δε θα να ποτέ όλοι όμως',
    opens:
      'εγώ εμείς είμαι είμαστε έχω έχουμε είχα είχαμε ήμουν ήμασταν θέλω θέλουμε πρέπει\\sνα\\s\\p{L}+(?:ουμε|ούμε) μπορώ μπορούμε ξέρω ξέρουμε περιμένω περιμένουμε χάσαμε ζητήσαμε ζητάμε μας μου \\p{L}{3,}(?:ουμε|ούμε|ήσαμε|ίσαμε|άσαμε|ώσαμε)',
    own: 'εγώ εμείς μου μας εμένα εμάς είμαστε έχουμε',
  },
  ru: {
    lead: 'и а но потому теперь тогда',
    opens: 'я мы мне нам меня нас мой моя моё мои наш наша наше наши у\\s(?:меня|нас)',
    own: 'я мы мне нам меня нас мой моя наш наша наши',
  },
  uk: {
    lead: 'і й а але бо тепер тоді',
    opens: 'я ми мені нам мене нас мій моя моє мої наш наша наше наші у\\s(?:мене|нас)',
    own: 'я ми мені нам мене нас мій моя наш наша наші',
  },
  es: {
    lead: 'y pero porque ahora ya no nunca también todos',
    opens:
      'yo nosotros nosotras mi mis nuestro nuestra nuestros nuestras nos me he hemos tengo tenemos teníamos puedo podemos estoy estamos estábamos soy somos fui fuimos quiero queremos sé sabemos vi vimos vamos íbamos necesitamos esperamos perdimos pedimos creo creemos llevo llevamos',
    own: 'yo nosotros mi mis nuestro nuestra nos me hemos tenemos estamos somos',
  },
  fr: {
    lead: 'et mais car alors maintenant puis',
    opens: "je j[’']\\p{L}+ nous mon ma mes notre nos moi",
    own: 'je nous mon ma mes notre nos moi',
  },
  de: {
    lead: 'und aber denn dann jetzt da so',
    opens: 'ich wir mein meine meinen unser unsere unseren mir uns \\p{Ll}+(?:e|en)\\s(?:ich|wir)',
    own: 'ich wir mir uns mich mein meine unser unsere',
  },
  it: {
    lead: 'e ma perché ora adesso non mai anche tutti',
    opens:
      'io noi mio mia miei nostro nostra nostri nostre ci\\s\\p{L}+(?:iamo|vamo) ho abbiamo avevo avevamo sono\\sstat[oa] siamo eravamo posso possiamo voglio vogliamo so sappiamo aspettiamo dobbiamo devo chiediamo \\p{L}{3,}iamo',
    own: 'io noi mio mia nostro nostra mi abbiamo siamo ho',
  },
  ar: {
    lead: '',
    opens: '[وف]?أنا [وف]?نحن [وف]?إننا [وف]?إنني [وف]?لدينا [وف]?لدي [وف]?كنا [وف]?كنت',
    own: 'أنا نحن إننا إنني لدينا كنا',
  },
};

/** What follows a mark that closes when the speaker goes on: a space, and a sentence in the first person of three words or more. */
export function runsOn(language: string): RegExp {
  return patterns[language] ?? /(?!)/u;
}

function patternFor(language: string): RegExp {
  const { lead, opens } = mine[language] ?? { lead: '', opens: '(?!)' };
  const leads = lead === '' ? '' : `(?:(?:${lead.split(' ').join('|')})\\s+){0,2}`;
  return new RegExp(
    `^\\s+${leads}(?:${opens.split(' ').join('|')})(?![\\p{L}\\p{M}])\\s*[^\\n“”"«»„]{6,}`,
    'iu',
  );
}

export function ownWords(language: string): Set<string> {
  return new Set((mine[language]?.own ?? '').split(' '));
}

const patterns = Object.fromEntries(Object.keys(mine).map((language) => [language, patternFor(language)]));
