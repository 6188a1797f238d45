/** Verbs with which speech is given to a speaker, and what marks a source, by language: small lists, for checks only. */

interface SpeechWords {
  /** Forms that follow or precede a speaker. */
  said: string;
  /** Pronouns that may speak. */
  who: string;
  /** Words or beginnings of words that show that a sentence has a source. */
  source: RegExp;
  /** Words of the first person, which a reporter does not use. */
  mine: string;
}

export const speechWords: Record<string, SpeechWords> = {
  en: {
    said: 'said says told added adds explained replied noted argued warned insisted claimed stated wrote tweeted recalled announced continued declared',
    who: 'he she they',
    source:
      /\b(?:said|says|say|saying|told|tells|according|alleg\w*|accus\w*|claim\w*|report\w*|stated|states|announc\w*|cit\w+|quot\w+|den\w+|insist\w*|argu\w+|warn\w*|charg\w+|convict\w*|indict\w*|plead\w*|pled|guilty|court|judge|jury|trial|prosecut\w*|investigat\w*|police|suspect\w*|believ\w*|think\w*|thought|found|ruled|sentenc\w*|confirm\w*|admit\w*|acknowledg\w*|describ\w*|call\w*|wrote|written|tweet\w*|show\w*|testif\w*|confess\w*|lawsuit|sued|complaint|would|could|might|may|if|whether|should|will)\b/iu,
    mine: 'i we my our us me',
  },
  el: {
    said: 'είπε δήλωσε λέει πρόσθεσε τόνισε ανέφερε εξήγησε σημείωσε απάντησε υποστήριξε',
    who: 'ο η',
    source: /./u,
    mine: 'μου μας εγώ εμείς',
  },
  ru: {
    said: 'сказал сказала заявил заявила добавил добавила отметил отметила пояснил пояснила сообщил сообщила подчеркнул подчеркнула рассказал рассказала',
    who: 'он она',
    source: /./u,
    mine: 'я мы мне нам мой наш',
  },
  uk: {
    said: 'сказав сказала заявив заявила додав додала зазначив зазначила пояснив пояснила повідомив повідомила наголосив наголосила розповів розповіла',
    who: 'він вона',
    source: /./u,
    mine: 'я ми мені нам мій наш',
  },
  es: {
    said: 'dijo afirmó señaló añadió explicó declaró aseguró indicó subrayó agregó',
    who: 'él ella',
    source: /./u,
    mine: 'yo nosotros mi nuestro me nos',
  },
  fr: {
    said: 'a-t-il a-t-elle dit explique déclare affirme assure précise',
    who: 'il elle',
    source: /./u,
    mine: 'je nous mon notre',
  },
  de: {
    said: 'sagte sagt erklärte betonte fügte ergänzte berichtete meinte',
    who: 'er sie',
    source: /./u,
    mine: 'ich wir mein unser',
  },
  it: {
    said: 'detto dice dichiarato spiegato aggiunto afferma spiega aggiunge ha',
    who: 'lui lei',
    source: /./u,
    mine: 'io noi mio nostro',
  },
  ar: {
    said: 'قال قالت أضاف أضافت أوضح أوضحت صرح صرحت أكد أكدت',
    who: 'هو هي',
    source: /./u,
    mine: 'أنا نحن',
  },
};
