/** A body that is spoken of as a man or a woman: the party said she would. Translation carries a gender over from elsewhere. */
import type { Check, Finding } from './check.ts';
import type { Reading } from './reading.ts';

interface Bodies {
  /** A body and its verb of speech, as a sentence has them side by side, with the pronoun behind them and a space. */
  patterns: readonly string[];
  /** Words by which a person is spoken of: the pronoun may be theirs. */
  person: string;
}

const W = "[\\p{L}\\p{M}’'-]+";

const bodies: Record<string, Bodies> = {
  en: {
    patterns: [
      `the (?:${W} ){0,2}(?:party|ministry|commission|government|union|agency|authority|council|committee|company|bank|club|federation|association|parliament|cabinet|department|bureau|institute|board|firm|airline|museum|university|regulator|carmaker|group)(?: of (?:the )?${W})? (?:said|says|announced|added|confirmed|denied|insisted|warned|promised|stated|noted|declared),?(?: on ${W})?(?: that)? (s?he) `,
    ],
    person:
      'he|she|his|her|him|man|woman|men|women|boy|girl|minister|president|mayor|leader|driver|suspect|player|coach|officer|chief|director|manager|teacher|student|worker|employee|patient|victim|witness|lawyer|judge|candidate|senator|governor|spokes\\p{L}+|chair\\p{L}*|actor|actress|singer|founder|secretary|king|queen|captain|pilot|nurse|doctor|mr|mrs|ms|dr|mother|father|son|daughter|wife|husband|owner|boss|head|executive|member|official|journalist|reporter',
  },
  es: {
    patterns: [
      `el (?:ministerio|partido|gobierno|sindicato|tribunal|ayuntamiento|banco|consejo|comité|club|organismo|grupo)(?: ${W}| de ${W})? (?:dijo|afirmó|aseguró|anunció|añadió|declaró|señaló|indicó|confirmó|advirtió|ha (?:dicho|anunciado|asegurado|afirmado)) que (ella) `,
      `la (?:comisión|empresa|compañía|policía|fiscalía|federación|asociación|agencia|consejería|alcaldía|junta|universidad)(?: ${W}| de ${W})? (?:dijo|afirmó|aseguró|anunció|añadió|declaró|señaló|indicó|confirmó|advirtió|ha (?:dicho|anunciado|asegurado|afirmado)) que (él) `,
    ],
    person:
      'él|ella|hombre|mujer|joven|niñ[oa]|ministr[oa]|president[ea]|alcalde\\p{L}*|líder|portavoz|director\\p{L}*|juez\\p{L}*|fiscal|abogad[oa]|candidat[oa]|señora?|conductor\\p{L}*|jugador\\p{L}*|vecin[oa]',
  },
  fr: {
    patterns: [
      `le (?:ministère|gouvernement|parti|syndicat|conseil|tribunal|parquet|comité|groupe|club|constructeur)(?: ${W}| d(?:e la|u|es) ${W})? (?:a (?:annoncé|déclaré|indiqué|affirmé|précisé|assuré|dit|confirmé|ajouté)|annonce|déclare|affirme|assure|précise) qu[’'](elle) (?!ne s)`,
      `la (?:commission|mairie|police|préfecture|banque|entreprise|direction|cour|fédération|région|société|compagnie)(?: ${W}| d(?:e la|u|es) ${W})? (?:a (?:annoncé|déclaré|indiqué|affirmé|précisé|assuré|dit|confirmé|ajouté)|annonce|déclare|affirme|assure|précise) qu[’'](il) (?!y|faut|fallait|est|était|s[’']|n[’']|ne|convient|serait)`,
    ],
    person:
      'il|elle|homme|femme|garçon|fille|ministre|président\\p{L}*|maire|chef\\p{L}*|porte-parole|direct\\p{L}+|juge|avocat\\p{L}*|candidat\\p{L}*|conduct\\p{L}+|joueu\\p{L}+|préfet\\p{L}*|élève|victime|suspect\\p{L}*|salarié\\p{L}*|mme|M',
  },
  it: {
    patterns: [
      `il (?:ministero|partito|governo|sindacato|comune|consiglio|comitato|tribunale|club|gruppo)(?: ${W}| d(?:i|el|ella|ei|elle) ${W})? (?:ha (?:detto|annunciato|dichiarato|spiegato|aggiunto|confermato|assicurato|affermato)|annuncia|afferma) che (lei|essa|ella) `,
      `la (?:commissione|polizia|procura|banca|società|azienda|regione|provincia|federazione|prefettura)(?: ${W}| d(?:i|el|ella|ei|elle) ${W})? (?:ha (?:detto|annunciato|dichiarato|spiegato|aggiunto|confermato|assicurato|affermato)|annuncia|afferma) che (lui|esso|egli) `,
    ],
    person:
      'lui|lei|uomo|donna|ragazz[oa]|ministr[oa]|president[ei]|sindac[oa]|leader|portavoce|direttor\\p{L}+|direttrice|giudice|avvocat[oa]|candidat[oa]|signora?|autista|giocator[ei]',
  },
  de: {
    patterns: [
      `das (?:\\p{L}*ministerium|\\p{L}*gericht|\\p{L}*unternehmen|\\p{L}*amt|parlament|\\p{L}*institut|bündnis|präsidium|kabinett)(?: ${W})? (?:teilte(?: am ${W})? mit|erklärte|sagte|betonte|kündigte an|bestätigte),?(?: dass)? (er|sie (?=(?:werde|habe|sei|wolle|könne|müsse|wird|hat|ist|will) |(?:${W} ){1,8}(?:werde|habe|sei|wolle|könne|wird|hat)[.,]))`,
      `der (?:\\p{L}*verband|\\p{L}*verein|\\p{L}*konzern|\\p{L}*rat|senat|\\p{L}*bund|ausschuss|betrieb|hersteller)(?: ${W})? (?:teilte(?: am ${W})? mit|erklärte|sagte|betonte|kündigte an|bestätigte), (sie) (?:werde|habe|sei|wolle|könne|müsse|wird|hat|will) `,
      `die (?:partei|\\p{L}*regierung|kommission|\\p{L}*behörde|gewerkschaft|stadt|firma|bank|staatsanwaltschaft|fraktion)(?: ${W})? (?:teilte(?: am ${W})? mit|erklärte|sagte|betonte|kündigte an|bestätigte),?(?: dass)? (er) `,
    ],
    person:
      'er|ihn|ihm|mann|frau|junge|mädchen|\\p{L}*minister\\p{L}*|\\p{L}*präsident\\p{L}*|\\p{L}*meister\\p{L}*|chef\\p{L}*|\\p{L}*sprecher\\p{L}*|direktor\\p{L}*|richter\\p{L}*|anwalt|anwältin|kandidat\\p{L}*|fahrer\\p{L}*|spieler\\p{L}*|täter\\p{L}*|verdächtig\\p{L}*|\\p{L}*jährig\\p{L}*|angeklagt\\p{L}*|herr|mitarbeiter\\p{L}*|schüler\\p{L}*|politiker\\p{L}*|trainer\\p{L}*|vorsitzend\\p{L}*',
  },
  el: {
    patterns: [
      `το (?:υπουργείο|κόμμα|δικαστήριο|συμβούλιο|σωματείο|συνδικάτο|ίδρυμα|ινστιτούτο|λιμεναρχείο)(?: ${W}){0,2} (?:ανακοίνωσε|δήλωσε|είπε|ανέφερε|τόνισε|υποστήριξε|διαβεβαίωσε|πρόσθεσε) (?:ότι|πως) (η ίδια|ο ίδιος|αυτή|αυτός|εκείνη|εκείνος) `,
      `η (?:κυβέρνηση|επιτροπή|εταιρεία|αστυνομία|περιφέρεια|τράπεζα|ένωση|ομοσπονδία|αρχή|υπηρεσία)(?: ${W}){0,2} (?:ανακοίνωσε|δήλωσε|είπε|ανέφερε|τόνισε|υποστήριξε|διαβεβαίωσε|πρόσθεσε) (?:ότι|πως) (ο ίδιος|το ίδιο|αυτός|εκείνος|εκείνο) `,
      `ο (?:δήμος|οργανισμός|σύλλογος|όμιλος|σύνδεσμος|συνασπισμός)(?: ${W}){0,2} (?:ανακοίνωσε|δήλωσε|είπε|ανέφερε|τόνισε|υποστήριξε|διαβεβαίωσε|πρόσθεσε) (?:ότι|πως) (η ίδια|το ίδιο|αυτή|εκείνη) `,
    ],
    person:
      'άνδρας|γυναίκα|άντρας|αγόρι|κορίτσι|υπουργός|υπουργού|υπουργό|πρόεδρος|προέδρου|δήμαρχος|δημάρχου|αρχηγός|εκπρόσωπος|διευθ\\p{L}+|δικαστής|εισαγγελέας|δικηγόρος|υποψήφι\\p{L}+|οδηγός|παίκτης|κατηγορούμεν\\p{L}+|εργαζόμεν\\p{L}+|βουλευτής|χρον[ηο]\\p{L}*|κ',
  },
  ru: {
    patterns: [
      `(?:\\p{L}*министерство|правительство|\\p{L}*агентство|управление|ведомство|предприятие|посольство|издание)(?: ${W}){0,2} (?:сообщило|заявило|подчеркнуло|пообещало|подтвердило|отметило|пояснило|добавило), что (она|он) `,
      `(?:партия|компания|комиссия|мэрия|администрация|прокуратура|федерация|организация|корпорация)(?: ${W}){0,2} (?:сообщила|заявила|подчеркнула|пообещала|подтвердила|отметила|пояснила|добавила), что (он|оно) `,
      `(?:банк|профсоюз|комитет|совет|парламент|клуб|фонд|союз|концерн)(?: ${W}){0,2} (?:сообщил|заявил|подчеркнул|пообещал|подтвердил|отметил|пояснил|добавил), что (она|оно) `,
    ],
    person:
      'мужчина|женщина|девушка|юноша|мальчик|девочка|министр\\p{L}*|президент\\p{L}*|мэр\\p{L}*|глав[аыуе]|главой|лидер\\p{L}*|директор\\p{L}*|судь\\p{L}+|адвокат\\p{L}*|кандидат\\p{L}*|водител\\p{L}+|игрок\\p{L}*|тренер\\p{L}*|подозреваем\\p{L}+|обвиняем\\p{L}+|депутат\\p{L}*|летн\\p{L}+',
  },
  uk: {
    patterns: [
      `(?:\\p{L}*міністерство|\\p{L}*агентство|управління|відомство|підприємство|посольство|видання)(?: ${W}){0,2} (?:повідомило|заявило|наголосило|пообіцяло|підтвердило|зазначило|пояснило|додало), що (вона|він) `,
      `(?:партія|компанія|комісія|мерія|адміністрація|прокуратура|федерація|організація|корпорація)(?: ${W}){0,2} (?:повідомила|заявила|наголосила|пообіцяла|підтвердила|зазначила|пояснила|додала), що (він|воно) `,
      `(?:банк|комітет|уряд|парламент|клуб|фонд|союз|концерн)(?: ${W}){0,2} (?:повідомив|заявив|наголосив|пообіцяв|підтвердив|зазначив|пояснив|додав), що (вона|воно) `,
    ],
    person:
      'чоловік|жінка|дівчина|юнак|хлопець|хлопчик|міністр\\p{L}*|президент\\p{L}*|мер[аоу]?|голов\\p{L}+|лідер\\p{L}*|директор\\p{L}*|судд\\p{L}+|адвокат\\p{L}*|кандидат\\p{L}*|воді\\p{L}+|тренер\\p{L}*|підозрюван\\p{L}+|обвинувачен\\p{L}+|депутат\\p{L}*|річн\\p{L}+',
  },
};

const compiled = Object.entries(bodies).map(([language, { patterns, person }]) => ({
  language,
  patterns: patterns.map((pattern) => new RegExp(`(?<![\\p{L}\\p{M}’'-])${pattern}`, 'giu')),
  person: new RegExp(`(?<![\\p{L}\\p{M}-])(?:${person})(?![\\p{L}\\p{M}])`, 'iu'),
}));

export const bodyGender: Check = {
  name: 'body-gender',
  says: 'A body is spoken of as if it were a man or a woman.',
  languages: compiled.map(({ language }) => language),
  isOn: true,
  find: genderIn,
};

const LOOK_BACK = 700; // units in which somebody may have been named whom the pronoun means

function genderIn({ body, headline, dek, language }: Reading): Finding[] {
  const known = compiled.find((one) => one.language === language);
  if (!known) return [];
  const above = `${headline.text} ${dek.text}`;
  return known.patterns.flatMap((pattern) =>
    [...body.text.matchAll(pattern)].flatMap((match): Finding[] => {
      const before = `${above}\n${body.text.slice(Math.max(0, match.index - LOOK_BACK), match.index)}`;
      if (body.isQuoted(match.index) || known.person.test(before) || namesSomeone(before)) return [];
      const pronoun = (match[1] ?? '').trim();
      const start = match.index + match[0].lastIndexOf(pronoun);
      const message = `“${pronoun}” can only mean a body here, and nobody is named before: is the gender right?`;
      const at = { start, end: start + pronoun.length };
      return [body.finding(at, { check: 'body-gender', severity: 'minor', message })];
    }),
  );
}

/** Two capitalised words side by side are taken for a person's name. */
function namesSomeone(text: string): boolean {
  return /\p{Lu}[\p{Ll}’'-]+ (?:\p{Lu}\. )?\p{Lu}\p{Ll}+/u.test(text);
}
