/** Italian: what the wire knows of its news and of websites in it. */
import { oneOf } from '../lists.ts';
import type { WireWords } from '../wire-words.ts';

export const itWire: WireWords = {
  furniture: {
    asks: oneOf(`
      iscriviti
      iscrivetevi
      seguici
      seguiteci
      ricevi
    `),
    subscribe: 'iscriviti',
    share: 'condividi(?: .{0,40})?',
    shareOn: 'condividi',
    comments: oneOf(`
      lascia un commento
      il tuo indirizzo e-?mail non sarà
    `),
    readAlso: oneOf(`
      leggi anche
      leggi tutto
      vedi anche
      potrebbe interessarti
      ti potrebbe interessare
    `),
    feedLine: oneOf(`
      continua a leggere
      l.articolo .{1,250} proviene da .{1,100}
    `),
    credit: 'immagine',
    rights: 'tutti i diritti riservati',
    advertisement: 'pubblicità',
  },
  furnitureLines: oneOf(String.raw`
      lascia un (?:commento|risposta)
      lascia una risposta
      annulla risposta
      il tuo indirizzo e-?mail non sarà pubblicato.{0,80}
      i campi obbligatori sono contrassegnati.{0,10}
      salva il mio nome.{0,120}
      (?:attiva|abilita) le notifiche.{0,60}
      vuoi ricevere (?:le )?notifiche.{0,80}
      consenti (?:le )?notifiche
      scarica (?:la nostra |l.)\s?app.{0,60}
      link (?:alla )?fonte
      accedi per.{0,60}
      (?:sei )?già abbonato\??.{0,40}
      contenuto riservato agli abbonati
      (?:mostra|vedi|leggi) (?:tutti i )?commenti
      (?:carica|mostra) altr[oi]
      articolo (?:precedente|successivo)
      tempo di lettura.{0,30}
      condividi (?:su|questo|l.articolo).{0,60}
      etichette
      non ora
      leggi (?:anche|tutto|di più).{0,120}
      continua a leggere
      pubblicità
      condividi
      iscriviti.{0,80}
      abbonati.{0,60}
      seguici su.{0,80}
      articoli correlati
      i più letti
      commenti
      tutti i diritti riservati
      clicca qui.{0,60}
      guarda il video
      riproduzione riservata
    `),
};
