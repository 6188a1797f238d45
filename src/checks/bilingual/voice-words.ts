/** Words by which each language marks how sure a statement is. A star ends a stem. */

export interface Voice {
  denied: string;
  alleged: string;
  admitted: string;
  confirmed: string;
}

export const voices: Readonly<Record<string, Voice>> = {
  en: {
    denied: 'denied denies deny denying denial refuted refutes',
    alleged:
      'alleged allegedly alleges allege reportedly claimed claims claim supposedly purported purportedly accused suspected',
    admitted: 'admitted admits admit confessed confesses acknowledged concede conceded',
    confirmed: 'confirmed confirms confirm proved proven proves verified established',
  },
  es: {
    denied: 'negó niega negaron desmintió desmiente desmintieron desmentido',
    alleged:
      'presunto presunta presuntamente presuntos supuesto supuesta supuestamente alega alegó acusado acusada sospechoso',
    admitted: 'admitió admite admitieron confesó confiesa reconoció reconoce reconocieron',
    confirmed: 'confirmó confirma confirmaron demostró demuestra comprobó probó verificó',
  },
  fr: {
    denied: 'nié nie nient dément démenti démentent réfuté réfute',
    alleged:
      'présumé présumée présumés prétendu prétendument affirme prétend prétendent allègue accusé accusée soupçonné',
    admitted: 'admis admet admettent avoué avoue reconnu reconnaît reconnaissent',
    confirmed: 'confirmé confirme confirment prouvé prouve vérifié établi démontré',
  },
  de: {
    denied: 'bestritt bestreitet bestritten dementierte dementiert leugnet leugnete zurückgewiesen',
    alleged:
      'angeblich angebliche angeblichen mutmaßlich mutmaßliche mutmaßlichen behauptet behauptete behaupten beschuldigt verdächtigt vermeintlich*',
    admitted: 'gestand gesteht gestanden zugegeben räumte eingeräumt bekannte gab',
    confirmed: 'bestätigte bestätigt bestätigten bewies bewiesen belegt nachgewiesen',
  },
  it: {
    denied: 'negato nega negano negò smentito smentisce smentì',
    alleged: 'presunto presunta presunti presumibilmente sostiene sostengono accusato accusata sospettato',
    admitted: 'ammesso ammette ammise confessato confessa riconosciuto riconosce',
    confirmed: 'confermato conferma confermano confermò dimostrato provato verificato accertato',
  },
  el: {
    denied: 'αρνήθηκε αρνείται αρνούνται διέψευσε διαψεύδει διαψεύδουν διάψευση',
    alleged:
      'φέρεται φέρονται φερόμεν* ισχυρίζεται ισχυρίστηκε ισχυρίζονται κατηγορείται κατηγορούμεν* δήθεν υποτίθεται',
    admitted: 'παραδέχθηκε παραδέχτηκε παραδέχεται ομολόγησε ομολογεί',
    confirmed: 'επιβεβαίωσε επιβεβαιώνει επιβεβαιώθηκε απέδειξε αποδείχθηκε διαπιστώθηκε',
  },
  ru: {
    denied: 'отрицает отрицал отрицала отрицали опроверг опровергла опровергли опровергает опровергают',
    alleged:
      'якобы предполагаем* утверждает утверждают утверждал обвиняем* обвиняется подозреваем* подозревается',
    admitted: 'признал признала признали признался признает признаёт сознался',
    confirmed: 'подтвердил подтвердила подтвердили подтверждает подтверждено доказал доказано',
  },
  uk: {
    denied: 'заперечує заперечив заперечила заперечили спростував спростувала спростували спростовує',
    alleged:
      'нібито ймовірн* стверджує стверджують стверджував обвинувачен* звинувачен* підозрюван* підозрюється',
    admitted: 'визнав визнала визнали визнає зізнався зізналася',
    confirmed: 'підтвердив підтвердила підтвердили підтверджує доведено довів',
  },
  ar: {
    denied: 'نفى نفت ينفي تنفي أنكر أنكرت',
    alleged: 'زعم زعمت يزعم تزعم مزعوم مزعومة يدعي ادعى متهم متهمة مشتبه',
    admitted: 'اعترف اعترفت يعترف أقر أقرت',
    confirmed: 'أكد أكدت يؤكد تؤكد أثبت ثبت',
  },
  pl: {
    denied: 'zaprzeczył* zaprzecza* zdementował* dementuje',
    alleged: 'rzekom* domniema* twierdzi twierdził* oskarżon* podejrzan* podobno',
    admitted: 'przyznał* przyznaje',
    confirmed: 'potwierdził* potwierdza* udowodni*',
  },
  cs: {
    denied: 'popřel* popírá popírají vyvrátil* dementoval*',
    alleged: 'údajně údajn* tvrdí tvrdil* obviněn* podezřel* prý',
    admitted: 'přiznal* připustil* přiznává',
    confirmed: 'potvrdil* potvrzuj* prokáza*',
  },
};
