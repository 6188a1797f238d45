/** Spanish: how somebody says something, and through whom it came. */
import { oneOf, wordLines } from '../lists.ts';
import type { SayingWords } from '../saying-words.ts';

export const esSayings: SayingWords = {
  cues: {
    verbs: `dijo dijeron dice dicen declaró declararon declara afirmó afirmaron afirma afirman aseguró aseguraron asegura aseguran señaló
 señalaron señala señalan indicó indicaron indica indican explicó explicaron explica explican agregó agregaron añadió añadieron añade
 sostuvo sostuvieron sostiene sostienen manifestó manifestaron manifiesta subrayó subrayaron subraya advirtió advirtieron advierte
 denunció denunciaron denuncia anunció anunciaron anuncia negó negaron niega reconoció reconocieron reconoce admitió admitieron admite
 respondió respondieron responde preguntó pregunta escribió escribe insistió insiste comentó comenta destacó destacaron destaca
 recordó recordaron recuerda precisó precisaron precisa informó informaron informa confirmó confirmaron confirma apuntó apunta
 expresó expresaron relató relata contó cuenta lamentó lamenta prometió promete concluyó considera cree criticó reiteró exclamó
 aclaró aclara detalló detalla acusó acusa pidió exigió dicho declarado afirmado asegurado señalado explicado añadido anunciado
 advertido denunciado negado reconocido indicado confirmado informado manifestado
 coreó corearon corea corean objetó objeta replicó replicaron replica contestó contesta contraatacó gritó gritaron grita exige exigen pide piden exigido pedido
 zanjó zanjaron zanja zanjado remató remata rematado apostilló apostilla espetó espeta espetado ironizó ironiza ironizado matizó matiza matizado bromeó bromea
 recalcó recalca recalcado enfatizó enfatiza puntualizó puntualiza alertó alerta aventuró ironizó celebró zanjó protestó protesta sentenció sentencia narró explicaba decía añadía recordaba reflexionó reflexiona suspiró opinó opina
 sugirió sugiere recomendó recomienda vaticinó vaticina pronosticó pronostica estimó estima valoró valora celebra auguró augura garantizó garantiza juró jura
 declaraba afirmaba aseguraba defendió defiende argumentó argumenta alegó alega adujo justificó justifica rebatió rebate repuso repitió repite agradeció agradece rechazó rechaza
 teme avisó avisa comunicó comunica reveló revela desveló desvela testificó reclamó reclama instó insta destacado subrayado insistido recordado lamentado apuntado comentado contado
 recomendado reiterado dejó_claro hizo_saber dio_a_conocer puso_de_relieve`,
    naming: wordLines(`
      calificó calificaron califica califican calificado tildó tildaron tilda tildado tachó tacha tachado llamó
      llamaron llama describió describieron describe descrito definió definieron define definido habló hablaron habla hablan hablado
    `),
    opens: 'que si',
    according:
      'según (?:informó|informaron|explicó|explicaron|dijo|dijeron|señaló|indicó|indicaron|confirmó|confirmaron|aseguró|contó|relató|precisó|detalló|afirmó|anunció|ha (?:informado|explicado|dicho|señalado|indicado|confirmado|asegurado|contado|relatado|precisado|detallado|afirmado|anunciado))|según|de acuerdo con|de acuerdo a|en palabras de|a juicio de',
    between: 'no ha han había habían también ya se le les lo',
    unlessAfter: 'se',
    stops: wordLines(`
      en a al ante durante tras sobre por para desde con este ayer hoy esta el lunes martes miércoles jueves viernes
      sábado domingo que
    `),
    joins: 'el la los las un una de del y don doña e',
    dropsSubject: true,
  },
  hearers: {
    before: 'al?(?: la| los| las| el)?',
    outlets: oneOf(`
      agencia(?: de noticias)?
      diario
      periódico
      cadena
      radio
      emisora
      canal
      televisión
      revista
      rotativo
      portal
    `),
    people: oneOf(`
      a (?:los )?periodistas
      a la prensa
      a los medios(?: de comunicación)?
      a los reporteros
      a este (?:diario|periódico|medio)
    `),
  },
  hops: {
    told: '(?:en )?(?:una )?entrevista (?:con|a|en|para)|en declaraciones a|declaraciones a',
    citing: 'citando a|citando|que cita a|que citó a|con base en|remitiéndose a',
    carried: oneOf(`
      (?:según )?(?:informó|informa|publicó|publica|recogió|recoge|difundió|difunde|reportó|reporta)
      (?:recogido|citado|publicado|difundido|reproducido) por
      a través de
      vía
    `),
    translated: 'traducido por|traducción de',
    unknown: 'al parecer|presuntamente|supuestamente|según medios locales|medios locales|según informes',
  },
  pronouns: {
    él: 'm',
    ella: 'f',
    ellos: 'none',
    ellas: 'none',
    este: 'm',
    esta: 'f',
    quien: 'none',
    que: 'none',
  },
};
