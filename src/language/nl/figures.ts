/** Dutch: figures that became others, and who is counted. */
import type { FigureWords } from '../figure-words.ts';

export const nlFigures: FigureWords = {
  up: 'steeg|stegen|stijg\\p{L}*|gestegen|groei\\p{L}*|gegroeid|toegenomen|toename|verhoog\\p{L}*|hoger|duurder|omhoog|klom|meer',
  down: 'daal\\p{L}*|gedaald|dalen|daling|zakt\\p{L}*|gezakt|afgenomen|afname|krimp\\p{L}*|gekrompen|kromp\\p{L}*|verlaag\\p{L}*|minder|terug|omlaag|lager|goedkoper',
  from: 'van',
  to: 'naar|tot',
  against: 'van',
  by: 'met|MOVES van',
  joins: 'ofwel|dus|een|of|dit jaar|vorig jaar|in een jaar|in één jaar|is|zijn|was|waren',
  times: {
    2: 'verdubbel\\p{L}*',
    3: 'verdrievoudig\\p{L}*',
    4: 'verviervoudig\\p{L}*',
    0.5: 'gehalveerd|halver\\p{L}*|halveer\\p{L}*',
  },
  parts: { 33.3: 'met een derde', 25: 'met een kwart', 50: 'met de helft', 20: 'met een vijfde' },
  nearly:
    "bijna|ruim|meer|minder|ongeveer|vrijwel|nagenoeg|zowat|niet|nooit|zonder|circa|zo[’']n|rond|dan|slechts|zeker",
  otherwise:
    'organisch\\p{L}*|vergelijkbaar|vergelijkbare|constante|valuta\\p{L}*|wisselkoers\\p{L}*|per jaar|jaarlijks\\p{L}*|inflatie|gecorrigeerd|exclusief|punt\\p{L}*|per aandeel',
  between: ['tussen(?: de| het)?', 'en(?: de| het)?'],
  twoThings: 'verschil\\p{L}*|kloof|kiez\\p{L}*|keuze|vergelijk\\p{L}*|marge',
  stayed: 'werkte|leefde|woonde|diende|studeerde|speelde|regeerde|leidde|duurde',
  until: 'tot|tot en met',
  backwards: 'terug|achteruit|omgekeerd\\p{L}*|aflopend\\p{L}*|vervroegd',
  ago: 'N jaar geleden,? in Y',
  totals: ['totaal|som|samen', 'overige?|anderen?|rest'],
  people: {
    all: 'mensen|personen|leden|leerlingen|studenten|werknemers|passagiers|slachtoffers|doden|gewonden|kandidaten|verdachten|opvarenden|inzittenden',
    kinds: ['vrouwen', 'mannen', 'kinderen', 'jongens', 'meisjes'],
    and: 'en',
    outOf: 'van|van de|uit|onder',
  },
};
