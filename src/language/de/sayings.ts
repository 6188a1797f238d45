/** German: how somebody says something, and through whom it came. */
import { oneOf, wordLines } from '../lists.ts';
import type { SayingWords } from '../saying-words.ts';

export const deSayings: SayingWords = {
  cues: {
    verbs: `sagte sagten sagt sagen gesagt erklärte erklärten erklärt erklären betonte betonten betont teilte teilten mitgeteilt meinte meinten
 meint berichtete berichteten berichtet berichten schrieb schrieben schreibt schreiben kündigte angekündigt warnte warnten warnt
 behauptete behaupteten behauptet bestätigte bestätigten bestätigt bestritt bestreitet dementierte ergänzte ergänzt fügte antwortete
 antwortet fragte fragt kritisierte kritisierten kritisiert forderte forderten fordert räumte unterstrich hob versicherte versichert
 versprach verspricht äußerte äußerten hieß heißt meldete meldeten meldet meldete gab glaubt sieht befürchtet urteilte bekräftigte
 bekräftigt beklagte beklagt bemerkte so zitierte erzählte erzählt erläuterte erläutert stellte verkündete verkündet wies
 skandierte skandierten skandiert entgegnete entgegneten entgegnet konterte kontert erwiderte erwidert rief riefen verlangte verlangten verlangt mahnte mahnt wandte
 konstatierte konstatiert spottete spottet scherzte scherzt wetterte wettert beteuerte beteuert seufzte seufzt resümierte resümiert parierte pariert
 klagte klagt schimpfte schimpft bedauerte bedauert befand befindet prophezeite gestand gesteht stöhnte monierte moniert schilderte schildert
 hielt_dagegen hält_dagegen gab_zu_bedenken legte_nach machte_klar machte_deutlich appellierte appelliert empfahl empfiehlt riet rät vermutete vermutet hofft hoffte
 fürchtet beschwichtigte beschwichtigt bilanzierte bilanziert jubelte jubelt witzelte argumentierte argumentiert präzisierte präzisiert schwärmte schwärmt twitterte plädierte
 plädiert widersprach widerspricht`,
    naming: wordLines(`
      nannte nannten nennt nennen genannt bezeichnete bezeichneten bezeichnet bezeichnen beschrieb beschrieben
      beschreibt sprach sprachen spricht sprechen
    `),
    opens: 'dass daß ob',
    according:
      'laut|nach angaben von|nach angaben der|nach angaben des|nach den worten von|nach aussage von|gemäß',
    accordingAfter: 'zufolge',
    between: wordLines(`
      hat haben hatte hatten nicht auch er sie sich dabei danach später zudem außerdem dort zugleich gleichzeitig
      ferner daraufhin darauf dazu damit anschließend zuvor deshalb daher allerdings jedoch am montag dienstag
      mittwoch donnerstag freitag samstag sonntag gestern heute
    `),
    stops: wordLines(`
      am im in an auf bei nach vor zu zum zur mit über unter gegenüber gestern heute dass daß mit an hinzu ein
      zurück hervor bekannt
    `),
    joins: 'der die das den dem des von vom und ein eine',
    bareComma: true,
  },
  hearers: {
    before: '(?:gegenüber )?(?:der|dem|den)|gegenüber',
    outlets: oneOf(`
      Nachrichtenagentur
      Agentur
      Tageszeitung
      Zeitung
      Boulevardzeitung
      Sender
      Radiosender
      Fernsehsender
      Nachrichtensender
      Nachrichtenmagazin
      Magazin
      Portal
      Blatt
    `),
    people: '(?:vor )?Journalisten|(?:vor )?Reportern|den Journalisten|der Presse|dieser Zeitung',
    onlyKnown: true,
  },
  hops: {
    told: 'im (?:Interview|Gespräch) mit|im Sender|gegenüber (?:der|dem)',
    citing: 'unter Berufung auf|beruft sich auf|berief sich auf|unter Verweis auf|mit Verweis auf|zitiert',
    carried: oneOf(`
      zitiert von
      verbreitet von
      gemeldet von
      veröffentlicht (?:von|in)
      wie (?:der|die|das)
      (?:Bericht|Meldung|Berichten) (?:der|des|von)
      über
    `),
    carriedAfter: 'berichtete|berichtet|meldete|meldet|schrieb|schreibt',
    translated: 'übersetzt von|Übersetzung von',
    unknown: 'angeblich|Medienberichten zufolge|lokale Medien|Berichten zufolge|örtliche Medien',
  },
  pronouns: {
    er: 'm',
    sie: 'any',
    ihr: 'f',
    es: 'none',
    man: 'none',
    wir: 'none',
    ich: 'none',
    die: 'none',
    der: 'none',
    dieser: 'm',
    diese: 'f',
  },
};
