/** Italian: how somebody says something, and through whom it came. */
import { oneOf, wordLines } from '../lists.ts';
import type { SayingWords } from '../saying-words.ts';

export const itSayings: SayingWords = {
  cues: {
    verbs: `disse dice dicono detto dichiara dichiarò dichiarato dichiarano afferma affermano affermò affermato spiega spiegano spiegò spiegato
 aggiunge aggiungono aggiunse aggiunto sostiene sostengono sostenuto sottolinea sottolineano sottolineato annuncia annunciano annunciato
 assicura assicurano assicurato ammette ammesso nega negano negato conferma confermano confermato avverte avvertito denuncia denunciano
 denunciato scrive scrivono scritto risponde risposto chiede chiesto racconta raccontano raccontato ricorda ricordano ricordato
 precisa precisato osserva osservato commenta commentato riferisce riferiscono riferito rivela rivelato promette promesso ritiene
 insiste conclude concluso rileva rilevato segnala segnalato ribadisce ribadito accusa accusato attacca replica replicato evidenzia
 scandito scandisce scandiscono obiettato obietta ribatte ribattuto controbatte controbattuto gridato grida chiedono preteso pretende esige
 sbotta sbottato ironizza ironizzato scherza scherzato chiosa chiosato incalza incalzato sospira sospirato taglia
 tuona tuonato protesta protestato rimarca rimarcato puntualizza puntualizzato ammonisce ammonito auspica auspicato constata constatato lamenta lamentato rincara
 raccomanda raccomandano raccomandato consiglia consigliato suggerisce suggerito teme temono spera sperano pensa pensano giura giurato garantisce garantito specifica
 specificato chiarisce chiarito chiarì illustra illustrato argomenta argomentato contesta contestato esulta esultato ammise raccontò ricordò rispose ammonì sentenzia sentenziato
 comunica comunicato annota annotato ipotizza ipotizzato confida confidato svela svelato testimonia testimoniato fa_sapere fanno_sapere fatto_sapere reso_noto rende_noto fa_notare
 mette_in_guardia`,
    naming: wordLines(`
      definito definisce definiscono definì bollato bolla chiamato chiama descritto descrive descrivono etichettato
      paragonato parlato parla parlano parlò
    `),
    opens: 'che se',
    according:
      '(?:come|secondo quanto) (?:ha|hanno) (?:detto|spiegato|riferito|dichiarato|sottolineato|precisato|annunciato|confermato|raccontato)|secondo|stando a|per|a detta di|a parere di',
    between: 'ha hanno aveva avevano non anche si gli le lo è',
    stops: wordLines(`
      a al alla ai alle allo in nel nella nei durante dopo prima su sul sulla per da dal dalla con ieri oggi lunedì
      martedì mercoledì giovedì venerdì sabato domenica che
    `),
    joins: "il lo la i gli le l’ l' un una uno di del della dei degli delle dello d’ e",
    dropsSubject: true,
  },
  hearers: {
    before: "(?:a|al|alla|allo|ai|agli|alle|all[’'])",
    outlets: 'agenzia(?: di stampa)?|quotidiano|giornale|radio|emittente|tv|settimanale|sito',
    people: 'ai giornalisti|alla stampa|ai cronisti|ai media|a questo giornale',
  },
  hops: {
    told: "(?:in )?(?:un[’']|una )?intervista (?:a|al|alla|con|rilasciata a)|ai microfoni di",
    citing: 'citando|che cita|che ha citato|riferendosi a',
    carried: oneOf(`
      (?:citato|citata|riportato|riportata|ripreso|ripresa|pubblicato|pubblicata|diffuso|diffusa|rilanciato|rilanciata) (?:da|dal|dalla|dall[’'])
      tramite
      (?:come )?(?:riferisce|riporta|scrive)
    `),
    translated: 'tradotto da|tradotta da|traduzione di',
    unknown: 'secondo media locali|media locali|secondo indiscrezioni|a quanto pare',
  },
  pronouns: { lui: 'm', lei: 'f', egli: 'm', ella: 'f', loro: 'none', essi: 'none', quest: 'none' },
};
