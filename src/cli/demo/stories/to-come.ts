/** What readers do not see yet: one story with its hour, and drafts in the state in which desks keep them. */
import type { CastStory } from '../cast-story.ts';

export const questions: CastStory = {
  key: 'questions',
  language: 'en',
  section: 'Sea',
  topics: ['Oil spill off Cape Lyra', 'Harbour inquiry'],
  headline: 'Five questions for the harbour inquiry’s second day',
  dek: 'Who read the log, who rang whom, and what an aircraft saw.',
  byline: 'Maria Leontis',
  body: `The inquiry sits again at nine, in the old customs house. These are the questions that this paper will listen for; we shall print the answers under each.

1. Who, besides the engineer, read the page?
2. When did the ship’s owner first hear of it, and from whom?
3. Was the harbour told on the day of the page, as the rules ask, or two days later?
4. What did the coastguard’s aircraft see on its evening flight?
5. Who pays for the gloves?

The last is not a joke. Three hundred people have signed the list at the harbour office to clean the beach, and there are gloves for ninety.`,
  by: 'maria',
  alertLevel: 'routine',
  ago: 34,
  fate: { scheduledIn: 55 },
};

export const pilots: CastStory = {
  key: 'pilots',
  language: 'en',
  section: 'Sea',
  topics: ['Oil spill off Cape Lyra'],
  headline: 'What the pilots’ book shows for two calm days',
  dek: '',
  byline: 'Petros Vamvakas',
  body: `The pilots of Lyra Harbour keep a book in which every ship has a line, and every line a remark. For the two days on which the *Lyra Star* is said to have leaked there are five ships and five times the same remark: nothing.

“A pilot looks down as often as ahead,” says Stavros Mantas, the harbour master.

TO DO: ring the pilot of the evening ship. Ask Mantas who else reads the book.`,
  by: 'petros',
  statements: [
    {
      speaker: 'Stavros Mantas',
      role: 'Harbour master',
      form: 'direct',
      words: '“A pilot looks down as often as ahead,”',
      occasion: 'to this paper, on the north quay',
      standing: 'confirmed',
    },
  ],
  drawing: 'quay',
  ago: 21,
  fate: 'draft',
};

export const swim: CastStory = {
  key: 'swim',
  language: 'en',
  section: 'City',
  topics: [],
  headline: 'Winter swimmers move to the river',
  dek: 'The club that has not missed a Sunday since 1953 will not miss this one.',
  byline: '',
  body: `The winter swimmers of Lyra, who have met at the mole every Sunday since 1953, will meet at the river mouth until the beach is clean.

“Fresh water is colder and has no manners,” said the club’s oldest member, Agni Petrou, who is 88.`,
  by: 'samira',
  ago: 260,
  fate: 'draft',
};

/** Picked up and still in its own language: somebody has to read it first. */
export const saltBarge: CastStory = {
  key: 'salt-barge',
  language: 'ru',
  section: 'World',
  topics: ['Shipping'],
  headline: 'Баржа с солью для Лиры вышла из Северного Мыса',
  dek: '',
  byline: 'Северная пресса',
  body: `Баржа с двумя тысячами тонн соли вышла {day:0} из Северного Мыса на юг. Её ведёт ледокол «Полярная сова». На остров Лира груз должен прийти до конца месяца.`,
  by: 'anton',
  source: 'north',
  original: {
    headline: 'Баржа с солью вышла на юг',
    text: 'Баржа с двумя тысячами тонн соли вышла из Северного Мыса на юг в сопровождении ледокола «Полярная сова».',
  },
  hops: [{ party: 'Северная пресса', act: 'reported', language: 'ru', source: 'north', before: 12 }],
  ago: 58,
  fate: 'draft',
};
