/** How a source in the plural, one that is gone on with, and one that is brought in anew are written, by language. */

interface PluralWords {
  /** Sources in the plural, each with the word for one of them. */
  many: Readonly<Record<string, string>>;
  /** Beginnings of words that say that somebody said something. */
  said: string;
  /** The one that has been spoken of; `ONE` stands for its word. */
  same: string;
  /** One that has not. */
  another: string;
  /** Words before the plural that count: two, several. */
  counted: string;
}

export const pluralWords: Record<string, PluralWords> = {
  es: {
    many: {
      fuentes: 'fuente',
      funcionarios: 'funcionario',
      diplomáticos: 'diplomático',
      testigos: 'testigo',
      expertos: 'experto',
      analistas: 'analista',
    },
    said: 'dij|afirm|señal|añad|agreg|explic|declar|asegur|indic|confirm|inform|advirti|según|revel',
    same: '(?:la|el|esta|este|dicha|dicho|(?:la|el) mism[ao]) ONE',
    another: '(?:una?|otr[ao]|(?:segund|tercer)[ao]) (?:\\p{L}+ ){0,2}ONE|una? de (?:las|los|ellos|ellas)',
    counted:
      'dos|tres|cuatro|cinco|varias|varios|otras|otros|muchos|muchas|algunos|algunas|ambas|ambos|distintas|diversas',
  },
  fr: {
    many: {
      sources: 'source',
      responsables: 'responsable',
      diplomates: 'diplomate',
      témoins: 'témoin',
      experts: 'expert',
      analystes: 'analyste',
    },
    said: 'dit|affirm|ajout|déclar|expliqu|indiqu|confirm|précis|assur|selon|révél|raconté|parl(?:ent|aient|ait|é)|évoqu|font état|met en garde|mettent en garde',
    same: "(?:la|le|l[’']|cette|ce|(?:la|le|cette|ce) même) ?ONE",
    another: "(?:une?|(?:une? )?autre|(?:deux|trois)ième) (?:\\p{L}+ ){0,2}ONE|l[’']une? d",
    counted: 'deux|trois|quatre|cinq|plusieurs|autres|certains|certaines|nombreux|nombreuses|diverses',
  },
  it: {
    many: {
      fonti: 'fonte',
      funzionari: 'funzionario',
      diplomatici: 'diplomatico',
      testimoni: 'testimone',
      esperti: 'esperto',
      analisti: 'analista',
    },
    said: 'dett|affermat|aggiunt|dichiarat|spiegat|indicat|confermat|precisat|assicurat|secondo|rivelat|riferit|riferiscono|dicono',
    same: "(?:la|il|lo|l[’']|questa|questo|(?:la|lo) stess[ao]) ?ONE",
    another: "(?:una?|uno|un[’']|altr[ao]|second[ao]) ?(?:\\p{L}+ ){0,2}ONE|una? d(?:ei|elle|egli)",
    counted:
      'due|tre|quattro|cinque|diverse|diversi|altre|altri|molte|molti|alcune|alcuni|più|varie|numerose',
  },
  de: {
    many: {
      Quellen: 'Quelle',
      Personen: 'Person',
      Beamte: 'Beamte',
      Diplomaten: 'Diplomat',
      Zeugen: 'Zeuge',
      Experten: 'Experte',
      Insider: 'Insider',
    },
    said: 'sagt|erklär|füg|bestätig|bericht|hieß|laut|erzähl|betont|zufolge|teil',
    same: '(?:[Dd]ie|[Dd]er|[Dd]iese|[Dd]ieser|[Dd]ieselbe|[Dd]erselbe) ONE',
    another: '(?:[Ee]ine?r?|[Ww]eitere|[Aa]ndere|[Zz]weite) (?:\\p{L}+ ){0,2}ONE|eine[rs]? von|einer der',
    counted: 'zwei|drei|vier|fünf|mehrere|mehreren|weitere|andere|viele|einige|beide|verschiedene|zahlreiche',
  },
  el: {
    many: {
      πηγές: 'πηγή',
      αξιωματούχοι: 'αξιωματούχος',
      διπλωμάτες: 'διπλωμάτης',
      μάρτυρες: 'μάρτυρας',
      ειδικοί: 'ειδικός',
      αναλυτές: 'αναλυτής',
    },
    said: 'είπ|δήλωσ|πρόσθεσ|ανέφερ|εξήγησ|επιβεβαίωσ|τόνισ|υποστήριξ|σύμφωνα|λέει|λένε|αποκάλυψ',
    same: '(?:η|ο|την|της|η ίδια|ο ίδιος|την ίδια|της ίδιας) ONE[ςν]?',
    another: '(?:μια|μία|ένας|άλλη|άλλος|δεύτερη|δεύτερος) (?:\\p{L}+ ){0,2}ONE|(?:μία|ένας|μια) από',
    counted: 'δύο|τρεις|τέσσερις|πέντε|πολλές|πολλοί|άλλες|άλλοι|αρκετές|ορισμένες|διάφορες|κάποιες',
  },
  ru: {
    many: {
      источники: 'источник',
      чиновники: 'чиновник',
      дипломаты: 'дипломат',
      свидетели: 'свидетель',
      эксперты: 'эксперт',
      аналитики: 'аналитик',
    },
    said: 'словам|слов |сказа|заяви|добави|сообщ|подтверд|поясни|рассказа|отмети|уточни|утвержда',
    same: '(?:[Пп]о словам|[Сс]о слов) (?:этого |того же )?ONE[ая]|(?:(?<=[.!?…»] )|тот же |этот )ONE (?:добав|сказа|уточн|отмет|поясн|подчерк|рассказ|сообщ)\\p{L}+|(?:добав|сказа|уточн|отмет|поясн|подчерк)\\p{L}+ ONE',
    another: '(?:друг\\p{L}+|ещё один|еще один|втор\\p{L}+) (?:\\p{L}+ ){0,2}ONE|один из',
    counted: 'два|две|двое|три|трое|четыре|несколько|многие|другие|некоторые|оба|разные',
  },
  uk: {
    many: {
      джерела: 'джерело',
      чиновники: 'чиновник',
      дипломати: 'дипломат',
      свідки: 'свідок',
      експерти: 'експерт',
      аналітики: 'аналітик',
    },
    said: 'словами|слів |сказа|заяви|дода|повідом|підтверд|поясни|розпові|зазнач|уточни|стверджу',
    same: '(?:[Зз]а словами|[Зз]і слів) (?:цього |того ж )?(?:джерела|ONEа)|(?:(?<=[.!?…»] )|те саме |той самий |це |цей )ONE (?:дода|сказа|уточн|зазнач|поясн|наголос|повідом)\\p{L}+|(?:дода|сказа|уточн|зазнач|поясн)\\p{L}+ ONE',
    another: '(?:інш\\p{L}+|ще одн\\p{L}+|друг\\p{L}+) (?:\\p{L}+ ){0,2}ONE|одн[еиі]\\p{L}? [ізз]+',
    counted: 'два|дві|двоє|три|троє|чотири|кілька|декілька|інші|деякі|обидва|різні|багато',
  },
  ar: {
    many: {
      مصادر: 'مصدر',
      مصدران: 'مصدر',
      مسؤولون: 'مسؤول',
      دبلوماسيون: 'دبلوماسي',
      شهود: 'شاهد',
      خبراء: 'خبير',
    },
    said: 'قال|أضاف|أكد|ذكر|أوضح|بحسب|وفق|أفاد|كشف',
    same: '(?:ال|وال)ONE',
    another: 'ONE (?:آخر|ثان|في|من|ب)|أحد ',
    counted: 'ثلاثة|أربعة|خمسة|عدة|بعض|مصدران|أخرى',
  },
};
