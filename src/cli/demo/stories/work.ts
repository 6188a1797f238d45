/** Work: olives, docks, a lighthouse that needs nobody any more. */
import type { CastStory } from '../cast-story.ts';

export const olives: CastStory = {
  key: 'olives',
  language: 'en',
  section: 'Work',
  topics: ['Olive harvest'],
  headline: 'Olive harvest: a third less oil than last year, growers say',
  dek: 'The growers’ union counts 210 presses; the ministry has no figure yet.',
  byline: 'Island Wire',
  body: `The island’s presses have given a third less oil than by this day last year, the growers’ union says. It has asked 210 of them; four did not answer and two have burnt down.

“The trees did what we asked. The rain did not,” the union’s secretary, Fotini Mela, told Island Wire. It rained on six days between March and October; the average is 26. What oil there is is good, she said, and very green.

The ministry publishes its own figure in February. An official who was asked for a guess said that the ministry does not guess.

A litre at the press door costs 9.80, which is 2.10 more than a year ago. The co-operative has written to its members not to sell before the feast: prices have risen in the last week of December in eleven of the past fifteen years.`,
  by: 'petros',
  source: 'island',
  original: {
    headline: 'Growers’ union: island oil down by a third',
    text: 'The island’s olive presses have produced a third less oil than at the same point last year, according to the growers’ union, which surveyed 210 presses. “The trees did what we asked. The rain did not,” said its secretary, Fotini Mela.',
  },
  hops: [{ party: 'Island Wire', act: 'reported', language: 'en', source: 'island', before: 55 }],
  statements: [
    {
      speaker: 'Growers’ union',
      form: 'indirect',
      words: 'The island’s presses have given a third less oil than by this day last year',
      occasion: 'survey of 210 presses',
      through: [{ party: 'Island Wire', act: 'reported', language: 'en', source: 'island' }],
      standing: 'unverified',
      note: 'We have seen the union’s sheet, not the presses’ books.',
    },
    {
      speaker: 'Fotini Mela',
      role: 'Secretary of the growers’ union',
      form: 'direct',
      words: '“The trees did what we asked. The rain did not,”',
      occasion: 'to Island Wire',
      through: [{ party: 'Island Wire', act: 'reported', language: 'en', source: 'island' }],
      standing: 'confirmed',
    },
  ],
  drawing: 'olives',
  ago: 1_395,
  corrections: [
    {
      after: 130,
      notice:
        'We wrote that it rained on six days between March and October. It rained on nine. The third less oil stands.',
      changes: [['It rained on six days', 'It rained on nine days']],
    },
  ],
};
export const dockers: CastStory = {
  key: 'dockers',
  language: 'en',
  section: 'Work',
  topics: ['Harbour works'],
  headline: 'Dockers accept the new rota, by 214 votes to 97',
  dek: 'Night shifts are drawn by lot, and the lot is drawn in public.',
  byline: 'Petros Vamvakas',
  body: `The dockers of the north quay have accepted the rota they threw out in June. It passed on {day:-1} by 214 votes to 97, with the same hours, the same pay and one new sentence: who works at night is drawn by lot, on the first of the month, in front of whoever wants to watch.

Until now the foremen wrote the list. “I never put my cousin on days,” said one of them, Michalis Sarris. “But I never could prove it either, and I am glad to be rid of it.”

The port company wanted a computer to do the drawing. The union wanted its own drum, from the church fair. They settled on the drum.`,
  by: 'petros',
  statements: [
    {
      speaker: 'Michalis Sarris',
      role: 'Foreman, north quay',
      form: 'direct',
      words: '“I never put my cousin on days,”',
      occasion: 'to this paper, after the count, {day:-1}',
      standing: 'unverified',
      note: 'The old lists were not kept.',
    },
    {
      speaker: 'Michalis Sarris',
      role: 'Foreman, north quay',
      form: 'direct',
      words: '“But I never could prove it either, and I am glad to be rid of it.”',
      occasion: 'to this paper, after the count, {day:-1}',
      standing: 'confirmed',
    },
  ],
  drawing: 'quay',
  ago: 3_050,
};

export const lighthouse: CastStory = {
  key: 'lighthouse',
  language: 'en',
  section: 'Sea',
  topics: ['Cape Lyra light'],
  headline: 'The last keeper hands over the light',
  dek: 'After 34 years at Cape Lyra, Manolis Theodorou leaves a lamp that no longer needs him and a book that does.',
  byline: 'Maria Leontis',
  dateline: 'Cape Lyra',
  body: `At nine minutes past five on {day:-1} Manolis Theodorou switched on the light at Cape Lyra for the last time, and then stood about, because there was nothing else to do. The lamp has switched itself on since 2011. He has gone up the 128 steps all the same.

> A machine can see that it is dark. It cannot see that it is going to be.

He said that about fog, but he may have meant other things. In his years here he telephoned the harbour 61 times before the instruments had noticed anything; it is all in the book, in blue for weather and red for ships. There are four pages of red. He has left it on the table, open, with the pencil across it.

## What stays

The light does: one long flash every twelve seconds, seen at 19 miles. The house will be let to people who want to be alone, which he thinks is an odd thing to pay for.

The foghorn goes to the school. The harbour master has asked that it be kept somewhere the children cannot reach.`,
  by: 'maria',
  statements: [
    {
      speaker: 'Manolis Theodorou',
      role: 'Keeper of the Cape Lyra light until now',
      form: 'direct',
      words: 'A machine can see that it is dark. It cannot see that it is going to be.',
      occasion: 'to this paper, at the light',
      standing: 'confirmed',
    },
    {
      speaker: 'Stavros Mantas',
      role: 'Harbour master',
      form: 'indirect',
      words: 'it be kept somewhere the children cannot reach',
      occasion: 'letter to the school',
      standing: 'confirmed',
    },
  ],
  drawing: 'lighthouse',
  ago: 5_900,
  replies: [
    {
      name: 'Capt. I. Brandt',
      text: 'One of the four pages of red is mine, March 1998. He rang, and we turned. I should like him to know that I have told my grandchildren his name.',
      after: 600,
      verdict: 'approved',
      answer: { by: 'maria', text: 'He knows now. He asks which way the wind was.', after: 1_500 },
    },
  ],
};

export const letter: CastStory = {
  key: 'letter',
  kind: 'letters',
  language: 'en',
  section: 'Letters',
  topics: ['Night ferry'],
  headline: 'What the timetable cannot say',
  dek: 'A letter on the night ferry, from someone who takes it every second week.',
  byline: 'Ismene Vlachou',
  body: `*To the editor.* You counted the sailings that were missed. Let me add what is not in your table.

On the night ferry nobody is rich, because the cabins do not lock. The cook knows who is going to the hospital, and gives them the table by the stove; he has never asked, he looks at the bags. In February a man proposed to a woman somewhere after the light, and the bridge was told, and the captain said over the loudspeaker that the sea was calm, which it was not.

I do not write to say that it should be kept. I am an accountant; I can see what it costs. I write because in three hours of debate the only thing that nobody mentioned was the ship.

*Ismene Vlachou, Upper Town*`,
  by: 'samira',
  ago: 980,
  replies: [
    {
      name: 'The cook',
      text: 'It is the shoes, madam, not the bags.',
      after: 300,
      verdict: 'approved',
    },
  ],
};
