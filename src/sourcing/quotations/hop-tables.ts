/** How a text says through whom something came, by language. Each list is of patterns that stand right before the party. */

export interface HopTable {
  /** The party heard the speaker: ‘told’, ‘in an interview with’. */
  told: string;
  /** The party has it from the next one: ‘citing’. What stands after it was there before. */
  citing: string;
  /** The party passed it on: ‘as carried by’. */
  carried: string;
  /** The party stands before these: ‘, Reuters reported’. */
  carriedAfter?: string;
  translated: string;
  /** Somebody who is not named: ‘reportedly’. */
  unknown: string;
}

export const hopTables: Record<string, HopTable> = {
  en: {
    told: 'told|tells|interview (?:with|to|by|on)|speaking (?:to|on)|remarks to|comments to|statement to|appearance on|appeared on|on air on',
    citing:
      'citing|quoting|which (?:cited|quoted)|who (?:cited|quoted)|that (?:cited|quoted)|cit(?:es|ed)|attribut(?:ed|ing) (?:it|them|this|the report) to',
    carried:
      '(?:as )?(?:first |also |originally )?(?:carried|reported|relayed|quoted|cited|published|broadcast|monitored|aired|picked up|distributed|circulated) (?:by|on|in)|report (?:by|from|in)|reports (?:by|from|in)|via|as seen by|obtained by|seen by',
    carriedAfter: 'reports|reported|first reported|has reported|report|is reporting|are reporting',
    translated: 'translat(?:ed|ion) (?:by|from)',
    unknown:
      'reportedly|is said to|are said to|was said to|were said to|it was reported|it is reported|reports (?:say|said)|media reports|local media|state media',
  },
  el: {
    told: '(?:σε )?συνέντευξη (?:σε|στο|στη|στην|στον|στα)|μιλώντας (?:σε|στο|στη|στην|στον)|(?:είπε|δήλωσε|ανέφερε) (?:στο|στη|στην|στον)',
    citing:
      'επικαλούμεν(?:ο|η|ος|οι|α)|επικαλείται|επικαλούνται|(?:το|η|ο) οποί(?:ο|α|ος) επικαλείται|παραπέμποντας σε',
    carried:
      'όπως (?:μετέδωσε|μεταδίδει|μετέδωσαν|γράφει|έγραψε|αναφέρει|ανέφερε|δημοσίευσε)|μέσω|σύμφωνα με (?:δημοσίευμα|ρεπορτάζ|τηλεγράφημα) (?:του|της|των)|δημοσίευμα (?:του|της)|αναμετάδοση από',
    translated: 'μετάφραση(?: από)?|μεταφράστηκε από',
    unknown:
      'φέρεται να|φέρονται να|λέγεται ότι|σύμφωνα με πληροφορίες|σύμφωνα με δημοσιεύματα|τοπικά μέσα ενημέρωσης',
  },
  ru: {
    told: 'в интервью|в эфире|(?:сказал|сообщил|рассказал|заявил)[аи]? (?:агентству|газете|изданию|телеканалу|радиостанции)',
    citing: 'со ссылкой на|ссылаясь на|котор(?:ое|ая|ый) ссылается на|цитируя',
    carried:
      'как (?:сообщает|сообщило|сообщила|сообщил|передает|передаёт|передало|передала|пишет)|(?:сообщает|передает|передаёт|пишет)|по сообщению|цитирует|через',
    translated: 'перевод(?: с)?|в переводе',
    unknown: 'как сообщается|сообщается, что|по некоторым данным|по данным СМИ|местные СМИ|якобы',
  },
  uk: {
    told: "в інтерв(?:’|'|ʼ)ю|в ефірі|(?:сказав|сказала|повідоми[вл][аи]?|розпові[вл][аи]?) (?:агентству|газеті|виданню|телеканалу)",
    citing: 'з посиланням на|посилаючись на|як(?:е|а|ий) посилається на|цитуючи',
    carried:
      'як (?:повідомляє|повідомило|повідомила|передає|передало|пише)|(?:повідомляє|передає|пише)|за повідомленням|цитує|через',
    translated: 'переклад(?: з)?|у перекладі',
    unknown: 'як повідомляється|повідомляється, що|за деякими даними|місцеві ЗМІ|нібито',
  },
  es: {
    told: '(?:en )?(?:una )?entrevista (?:con|a|en|para)|en declaraciones a|declaraciones a',
    citing: 'citando a|citando|que cita a|que citó a|con base en|remitiéndose a',
    carried:
      '(?:según )?(?:informó|informa|publicó|publica|recogió|recoge|difundió|difunde|reportó|reporta)|(?:recogido|citado|publicado|difundido|reproducido) por|a través de|vía',
    translated: 'traducido por|traducción de',
    unknown: 'al parecer|presuntamente|supuestamente|según medios locales|medios locales|según informes',
  },
  fr: {
    told: '(?:dans (?:une|un) )?(?:interview|entretien) (?:à|au|avec|accordée? à)|au micro de|sur l’antenne de|sur les ondes de',
    citing: 'citant|qui cite|qui citait|se référant à|s’appuyant sur',
    carried:
      '(?:cité|citée|relayé|relayée|rapporté|rapportée|repris|reprise|publié|publiée|diffusé|diffusée)s? par|(?:rapporte|relate|écrit|relaie)|via|d’après un article (?:de|du)',
    translated: 'traduit(?:e|es|s)? par|traduction de',
    unknown: 'selon des médias locaux|médias locaux|selon des informations de presse|aurait|auraient',
  },
  de: {
    told: 'im (?:Interview|Gespräch) mit|im Sender|gegenüber (?:der|dem)',
    citing: 'unter Berufung auf|beruft sich auf|berief sich auf|unter Verweis auf|mit Verweis auf|zitiert',
    carried:
      'zitiert von|verbreitet von|gemeldet von|veröffentlicht (?:von|in)|wie (?:der|die|das)|(?:Bericht|Meldung|Berichten) (?:der|des|von)|über',
    carriedAfter: 'berichtete|berichtet|meldete|meldet|schrieb|schreibt',
    translated: 'übersetzt von|Übersetzung von',
    unknown: 'angeblich|Medienberichten zufolge|lokale Medien|Berichten zufolge|örtliche Medien',
  },
  it: {
    told: "(?:in )?(?:un[’']|una )?intervista (?:a|al|alla|con|rilasciata a)|ai microfoni di",
    citing: 'citando|che cita|che ha citato|riferendosi a',
    carried:
      "(?:citato|citata|riportato|riportata|ripreso|ripresa|pubblicato|pubblicata|diffuso|diffusa|rilanciato|rilanciata) (?:da|dal|dalla|dall[’'])|tramite|(?:come )?(?:riferisce|riporta|scrive)",
    translated: 'tradotto da|tradotta da|traduzione di',
    unknown: 'secondo media locali|media locali|secondo indiscrezioni|a quanto pare',
  },
  ar: {
    told: 'في (?:مقابلة|حديث|تصريح|تصريحات) (?:مع|إلى|ل)|لوكالة|لصحيفة|لقناة',
    citing: 'نقلا عن|نقلًا عن|نقلت عن|نقل عن|مستندة إلى|مستشهدة ب',
    carried: 'حسبما (?:ذكرت|أفادت|نقلت|أوردت)|كما (?:ذكرت|أفادت|نقلت|أوردت)|بحسب ما (?:ذكرت|أفادت|نقلت)|عبر',
    translated: 'ترجمة|ترجمته',
    unknown: 'وسائل إعلام محلية|تقارير إعلامية|يقال إن|ذكرت تقارير',
  },
};

/** Whether words begin by saying through whom they came: they are no part of what is said. */
export function hopOpening(language: string): RegExp {
  const table = hopTables[language.slice(0, 2).toLowerCase()];
  return table ? new RegExp(`^[\\s,،]*(?:${table.citing}|${table.carried})(?![\\p{L}])`, 'iu') : /(?!)/u;
}

/** Words by which a party is known to be an outlet or an agency: what is told to it is heard by it, not by us. */
export const outletWords =
  /\b(?:news|agency|radio|tv|television|times|post|press|herald|gazette|tribune|journal|daily|telegraph|guardian|observer|chronicle|broadcasting|broadcaster|newspaper|magazine|wire|reuters|afp|ap|bbc|cnn|nbc|abc|cbs|npr|fox|bloomberg|agencia|agenzia|agence|agentur|nachrichtenagentur|zeitung|rundfunk|fernsehen|sender|diario|periódico|cadena|televisión|chaîne|télévision|giornale|quotidiano|reporters|website|site|channel|podcast|interfax|tass|ukrinform|unian|dpa|efe|ansa|ιστοσελίδα)\b|(?:πρακτορείο|ραδιόφωνο|εφημερίδα|κανάλι|τηλεόραση|агентств|газет|телеканал|радио|радіо|издани|виданн|وكالة|صحيفة|قناة|إذاعة)|\.(?:com|org|net|gr|ru|ua|fr|de|es|it|eu|tv|info)\b/iu;
