/** How el, ru, uk, es, fr, de, it and ar say that somebody says something. Words in lower case, forms as newspapers use them. */

export interface CueTable {
  /** Verb forms of saying, helping words included; `*` at the end stands for any ending. */
  verbs: string;
  /** Verbs that lead to a quotation as a name for something: ‘X called it “…”’. */
  naming: string;
  /** Words that open what is said. */
  opens: string;
  /** ‘according to’, before who says it. */
  according: string;
  /** The same after who says it. */
  accordingAfter?: string;
  /** Helping words that may stand between a subject and its verb. */
  between: string;
  /** Words with which a phrase after the verb ends: prepositions of place and time, days. */
  stops: string;
  /** Articles, and what joins the words of one name or post. */
  joins: string;
  /** Verbs for which what follows after a comma is what was said, without an opening word. */
  bareComma?: true;
  /** A statement may have no subject of its own: then it is the last speaker's. */
  dropsSubject?: true;
  /** A word before the verb with which it says nothing, but after a quotation: ‘un incendio se declaró’. */
  unlessAfter?: string;
}

export const cueTables: Record<string, CueTable> = {
  el: {
    verbs: `είπε είπαν λέει λένε δήλωσε δήλωσαν δηλώνει δηλώνουν ανέφερε ανέφεραν αναφέρει αναφέρουν τόνισε τόνισαν τονίζει τονίζουν
 σημείωσε σημείωσαν σημειώνει υποστήριξε υποστήριξαν υποστηρίζει υποστηρίζουν πρόσθεσε πρόσθεσαν προσέθεσε προσέθεσαν προσθέτει
 ανακοίνωσε ανακοίνωσαν ανακοινώνει υπογράμμισε υπογράμμισαν υπογραμμίζει επισήμανε επισήμαναν επισημαίνει εξήγησε εξήγησαν εξηγεί
 ισχυρίστηκε ισχυρίστηκαν ισχυρίζεται απάντησε απάντησαν απαντά κατήγγειλε κατήγγειλαν καταγγέλλει διαβεβαίωσε διαβεβαιώνει
 παραδέχθηκε παραδέχτηκε παραδέχεται αρνήθηκε αρνείται προειδοποίησε προειδοποιεί έγραψε γράφει διευκρίνισε διευκρινίζει
 συμπλήρωσε σχολίασε σχολιάζει εκτίμησε εκτιμά εκτιμούν επιβεβαίωσε επιβεβαιώνει διέψευσε διαψεύδει μετέδωσε μεταδίδει μεταδίδουν
 αποκάλυψε αποκαλύπτει ζήτησε ζητά ρώτησε κατέληξε επεσήμανε υποσχέθηκε πιστεύει θεωρεί
 φώναξε φώναξαν φωνάζει φωνάζουν αντέτεινε αντέτειναν ανταπάντησε αντέδρασε ζητούν απαίτησε απαιτεί επέμεινε`,
    naming:
      'χαρακτήρισε χαρακτήρισαν χαρακτηρίζει χαρακτηρίζουν αποκάλεσε αποκάλεσαν αποκαλεί αποκαλούν περιέγραψε περιέγραψαν περιγράφει περιγράφουν',
    opens: 'ότι πως αν εάν',
    according:
      'σύμφωνα με|κατά τα λεγόμενα|όπως (?:είπε|δήλωσε|ανέφερε|τόνισε|μετέδωσε|μεταδίδει|αναφέρει|γράφει|σημείωσε|εξήγησε)',
    between: 'είχε έχει έχουν είχαν δεν θα χθες σήμερα επίσης ακόμη',
    stops:
      'σε στο στη στην στον στις στα στους κατά για με από μετά πριν χθες σήμερα την το τη μιλώντας προς ότι πως',
    joins: 'ο η οι του της των τον κ. κα κ ντε φον και',
    dropsSubject: true,
  },
  ru: {
    verbs: `сказал* сообщил* сообща* заявил* заявля* говорит говорят говорил* отметил* отмеча* подчеркнул* подчеркива* добавил* добавля*
 рассказал* рассказыва* объяснил* объясня* пояснил* поясня* утвержда* утверждал* ответил* отвеча* написал* пишет пишут
 признал* призна* опроверг* опроверга* подтвердил* подтвержда* предупредил* предупрежда* указал* указыва* передал* передает передаёт
 считает считают уточнил* уточня* пообещал* обещал* спросил* возразил* напомнил* напомина* призвал* потребовал* обвинил* констатировал*
 отрица* прокомментировал* резюмировал* высказал* уверен уверена полагает
 скандировал* скандиру* парировал* парирует выкрикнул* крикнул* воскликнул* требует требуют`,
    naming: 'назвал* называет называют охарактеризовал* окрестил* описал* описывает сравнил*',
    opens: 'что чтобы будто как ли',
    according:
      'по словам|согласно|по данным|по информации|по сообщению|по мнению|как (?:сообщил[аи]?|сообщает|сообщают|заявил[аи]?|отметил[аи]?|рассказал[аи]?|передает|передаёт|пишет|уточнил[аи]?)',
    between: 'не также ранее вчера сегодня уже тоже он она они был была было были',
    stops:
      'в во на с со к о об для по при после до из от через вчера сегодня утром вечером что агентству журналистам газете корреспонденту изданию',
    joins: 'и де фон г-н г-жа',
    bareComma: true,
  },
  uk: {
    verbs: `сказав сказала сказали повідоми* повідомля* заяви* заявля* каже кажуть говорить відзначи* зазначи* зазнача* наголоси* наголошу*
 підкресли* підкреслю* дода* розпові* поясни* поясню* стверджу* відпові* написав написала написали пише пишуть визна* спростува*
 підтверди* підтверджу* попереди* попереджа* вказа* вказу* передає вважає вважають уточни* уточню* пообіця* запита* нагада* закли*
 вимага* звинувати* запевни* переказу* переконаний переконана
 скандував скандувала скандували скандує скандують парирував парирувала парирує вигукнув вигукнула вимагає заперечив заперечила`,
    naming:
      'назвав назвала назвали називає називають охарактеризував охарактеризувала описав описала описує порівняв порівняла',
    opens: 'що щоб ніби мовляв чи',
    according:
      'за словами|згідно з|за даними|за інформацією|на думку|як (?:повідоми(?:в|ла|ли|ло)|повідомляє|повідомляють|заяви(?:в|ла|ли)|зазначи(?:в|ла|ли)|розпові(?:в|ла|ли)|передає|пише)',
    between: 'не також раніше вчора сьогодні вже теж він вона вони був була було були',
    stops:
      'в у на з із зі до о про для по при після від через вчора сьогодні що агентству журналістам газеті виданню',
    joins: 'і та й пан пані',
    bareComma: true,
  },
  es: {
    verbs: `dijo dijeron dice dicen declaró declararon declara afirmó afirmaron afirma afirman aseguró aseguraron asegura aseguran señaló
 señalaron señala señalan indicó indicaron indica indican explicó explicaron explica explican agregó agregaron añadió añadieron añade
 sostuvo sostuvieron sostiene sostienen manifestó manifestaron manifiesta subrayó subrayaron subraya advirtió advirtieron advierte
 denunció denunciaron denuncia anunció anunciaron anuncia negó negaron niega reconoció reconocieron reconoce admitió admitieron admite
 respondió respondieron responde preguntó pregunta escribió escribe insistió insiste comentó comenta destacó destacaron destaca
 recordó recordaron recuerda precisó precisaron precisa informó informaron informa confirmó confirmaron confirma apuntó apunta
 expresó expresaron relató relata contó cuenta lamentó lamenta prometió promete concluyó considera cree criticó reiteró exclamó
 aclaró aclara detalló detalla acusó acusa pidió exigió dicho declarado afirmado asegurado señalado explicado añadido anunciado
 advertido denunciado negado reconocido indicado confirmado informado manifestado
 coreó corearon corea corean objetó objeta replicó replicaron replica contestó contesta contraatacó gritó gritaron grita exige exigen pide piden exigido pedido`,
    naming:
      'calificó calificaron califica califican calificado tildó tildaron tilda tildado tachó tacha tachado llamó llamaron llama describió describieron describe descrito definió definieron define definido',
    opens: 'que si',
    according: 'según|de acuerdo con|de acuerdo a|en palabras de|a juicio de',
    between: 'no ha han había habían también ya se le les lo',
    unlessAfter: 'se',
    stops:
      'en a al ante durante tras sobre por para desde con este ayer hoy esta el lunes martes miércoles jueves viernes sábado domingo que',
    joins: 'el la los las un una de del y don doña e',
    dropsSubject: true,
  },
  fr: {
    verbs: `dit disent disait déclare déclarent déclaré affirme affirment affirmé assure assurent assuré explique expliquent expliqué ajoute
 ajoutent ajouté indique indiquent indiqué précise précisent précisé souligne soulignent souligné annonce annoncent annoncé estime
 estiment estimé rappelle rappellent rappelé répond répondent répondu écrit écrivent dénonce dénoncent dénoncé avertit averti prévient
 prévenu reconnaît reconnaissent reconnu admet admis nie nient nié confirme confirment confirmé raconte racontent raconté note notent
 noté insiste insisté regrette regrettent regretté promet promis demande demandé juge jugé confie confié lance lancé martèle martelé
 poursuit poursuivi conclut conclu rapporte rapportent rapporté révèle révélé soutient soutiennent soutenu considère témoigne témoigné
 accuse accusent accusé déplore déploré signale signalé relate relaté commente commenté constate constaté rétorque réplique résume tonne
 scandé scande scandent objecté objecte riposté riposte crié crie réclamé réclame exigé exige exigent demandent dénoncent`,
    naming:
      'qualifié qualifie qualifient qualifia qualifiait décrit décrivent dépeint appelé appelle appellent comparé',
    opens: "que qu’ qu' si",
    according: "selon|d’après|d'après|aux dires de",
    between:
      "a ont avait avaient est n’a n'a ne pas aussi également l’a l'a lui leur s’est s'est se y -t-il -t-elle a-t-il a-t-elle",
    stops:
      "à au aux dans lors après avant devant pendant sur sous par pour depuis avec ce cet cette hier aujourd’hui aujourd'hui lundi mardi mercredi jeudi vendredi samedi dimanche que qu’ en dans",
    dropsSubject: true,
    joins: "le la les l’ l' un une de du des d’ d' et m. mme",
  },
  de: {
    verbs: `sagte sagten sagt sagen gesagt erklärte erklärten erklärt erklären betonte betonten betont teilte teilten mitgeteilt meinte meinten
 meint berichtete berichteten berichtet berichten schrieb schrieben schreibt schreiben kündigte angekündigt warnte warnten warnt
 behauptete behaupteten behauptet bestätigte bestätigten bestätigt bestritt bestreitet dementierte ergänzte ergänzt fügte antwortete
 antwortet fragte fragt kritisierte kritisierten kritisiert forderte forderten fordert räumte unterstrich hob versicherte versichert
 versprach verspricht äußerte äußerten hieß heißt meldete meldeten meldet meldete gab glaubt sieht befürchtet urteilte bekräftigte
 bekräftigt beklagte beklagt bemerkte so zitierte erzählte erzählt erläuterte erläutert stellte verkündete verkündet wies
 skandierte skandierten skandiert entgegnete entgegneten entgegnet konterte kontert erwiderte erwidert rief riefen verlangte verlangten verlangt mahnte mahnt wandte`,
    naming:
      'nannte nannten nennt nennen genannt bezeichnete bezeichneten bezeichnet bezeichnen beschrieb beschrieben beschreibt',
    opens: 'dass daß ob',
    according:
      'laut|nach angaben von|nach angaben der|nach angaben des|nach den worten von|nach aussage von|gemäß',
    accordingAfter: 'zufolge',
    between:
      'hat haben hatte hatten nicht auch er sie sich dabei danach später zudem außerdem dort zugleich gleichzeitig ferner daraufhin darauf dazu damit anschließend zuvor deshalb daher allerdings jedoch am montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute',
    stops:
      'am im in an auf bei nach vor zu zum zur mit über unter gegenüber gestern heute dass daß mit an hinzu ein zurück hervor bekannt',
    joins: 'der die das den dem des von vom und ein eine',
    bareComma: true,
  },
  it: {
    verbs: `disse dice dicono detto dichiara dichiarò dichiarato dichiarano afferma affermano affermò affermato spiega spiegano spiegò spiegato
 aggiunge aggiungono aggiunse aggiunto sostiene sostengono sostenuto sottolinea sottolineano sottolineato annuncia annunciano annunciato
 assicura assicurano assicurato ammette ammesso nega negano negato conferma confermano confermato avverte avvertito denuncia denunciano
 denunciato scrive scrivono scritto risponde risposto chiede chiesto racconta raccontano raccontato ricorda ricordano ricordato
 precisa precisato osserva osservato commenta commentato riferisce riferiscono riferito rivela rivelato promette promesso ritiene
 insiste conclude concluso rileva rilevato segnala segnalato ribadisce ribadito accusa accusato attacca replica replicato evidenzia
 scandito scandisce scandiscono obiettato obietta ribatte ribattuto controbatte controbattuto gridato grida chiedono preteso pretende esige`,
    naming:
      'definito definisce definiscono definì bollato bolla chiamato chiama descritto descrive descrivono etichettato paragonato',
    opens: 'che se',
    according: 'secondo|stando a|per|a detta di|a parere di',
    between: 'ha hanno aveva avevano non anche si gli le lo è',
    stops:
      'a al alla ai alle allo in nel nella nei durante dopo prima su sul sulla per da dal dalla con ieri oggi lunedì martedì mercoledì giovedì venerdì sabato domenica che',
    joins: "il lo la i gli le l’ l' un una uno di del della dei degli delle dello d’ e",
    dropsSubject: true,
  },
  ar: {
    verbs: `قال قالت قالوا يقول تقول يقولون وقال وقالت أضاف أضافت وأضاف وأضافت ذكر ذكرت وذكر وذكرت أكد أكدت وأكد وأكدت يؤكد صرح صرحت وصرح
 وصرحت أعلن أعلنت وأعلن وأعلنت أوضح أوضحت وأوضح وأوضحت أشار أشارت وأشار وأشارت نفى نفت ونفى ونفت حذر حذرت وحذر اتهم اتهمت واتهم كتب
 كتبت وكتب اعتبر اعتبرت واعتبر شدد شددت وشدد وشددت تابع تابعت وتابع وتابعت أفاد أفادت وأفاد وأفادت زعم زعمت وزعم اعترف اعترفت لفت
 لفتت ولفت كشف كشفت وكشف نقل نقلت ونقلت بين وبين
 هتف هتفت وهتف وهتفت هتفوا يهتف رد ردت ورد وردت طالب طالبت وطالب وطالبت دعا دعت ودعا ودعت`,
    naming: 'وصف وصفت ووصف ووصفت يصف تصف وصفوا',
    opens: 'إن أن بأن أنه إنه أنها إنها أنهم إنهم بأنه بأنها إلى عن',
    according: 'وفقا ل|وفقًا ل|بحسب|حسب|طبقا ل|نقلا عن|على حد قول|وبحسب|ووفقا ل',
    between: 'قد لم لن كان كانت',
    stops:
      'في خلال إن أن بأن أنه إنه أنها إنها يوم اليوم أمس بعد قبل على من عن إلى مع لوكالة للصحفيين لصحيفة لقناة عبر أثناء',
    joins: '',
    dropsSubject: true,
  },
};
