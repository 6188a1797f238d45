/** World: what happens over the water, and how differently it is told. */
import type { CastStory } from '../cast-story.ts';

export const storm: CastStory = {
  key: 'storm',
  kind: 'analysis',
  language: 'en',
  section: 'World',
  topics: ['Winter storm'],
  headline: 'Two ministries give different numbers for the same storm',
  dek: 'One says 1,200 homes without power, the other 3,400. We asked both how they count.',
  byline: 'Anton Veresov, with Aegean News Agency and Northern Press',
  body: `After the storm that crossed the strait on {day:-1}, one ministry says that 1,200 homes on the mainland coast are without power. Another says 3,400. Both were asked the same question within the same hour.

The Ministry of Energy counts meters. “A home is without power when its meter has been silent for an hour at the moment we look,” its spokeswoman told Aegean News Agency. When we asked, the ministry looked again and found 1,200.

The Ministry of the Interior counts calls. Since midnight 3,400 households had reported a failure, its duty officer said; the ministry does not strike a household off when the light comes back. “We count who needed us, not who still needs us,” he said.

Neither number is wrong. A reader who wants to know how bad it was should take the larger one; a reader with a van full of batteries should take the smaller, and drive east, where nine of every ten silent meters are.

Northern Press, which first reported the larger figure, gave it as “homes without power on {day:0}”. It has not answered our letter about that.`,
  by: 'anton',
  hops: [
    { party: 'Aegean News Agency', act: 'reported', language: 'el', before: 205 },
    { party: 'Northern Press', act: 'reported', language: 'ru', before: 178 },
  ],
  statements: [
    {
      speaker: 'Ministry of Energy',
      role: 'Spokeswoman',
      form: 'direct',
      words: '“A home is without power when its meter has been silent for an hour at the moment we look,”',
      occasion: 'to Aegean News Agency, {day:0} {date:0}',
      through: [{ party: 'Aegean News Agency', act: 'reported', language: 'el' }],
      standing: 'disputed',
      note: 'The Interior Ministry counts otherwise and finds 3,400.',
    },
    {
      speaker: 'Ministry of the Interior',
      role: 'Duty officer',
      form: 'indirect',
      words: 'Since midnight 3,400 households had reported a failure',
      occasion: 'to this paper, by telephone, {day:0} {date:0}',
      standing: 'disputed',
      note: 'The Energy Ministry counts otherwise and finds 1,200.',
    },
    {
      speaker: 'Ministry of the Interior',
      role: 'Duty officer',
      form: 'direct',
      words: '“We count who needed us, not who still needs us,”',
      occasion: 'to this paper, by telephone, {day:0} {date:0}',
      standing: 'confirmed',
    },
    {
      speaker: 'Northern Press',
      form: 'mixed',
      words: '“homes without power on {day:0}”',
      occasion: 'in its report, {day:0} {date:0}',
      standing: 'denied',
      note: 'The ministry it names says that its figure is of calls since midnight.',
    },
  ],
  alertLevel: 'routine',
  drawing: 'storm',
  ago: 410,
  replies: [
    {
      name: 'Line worker, east side',
      text: 'For the record: the meter looks silent too when the house has simply been switched off at the fuse. Every empty summer flat on that coast is in the 1,200.',
      after: 95,
      verdict: 'approved',
    },
  ],
};

export const sail: CastStory = {
  key: 'sail',
  language: 'en',
  section: 'World',
  topics: ['Shipping'],
  headline: 'Northern port will send its timber south under sail, part of the way',
  dek: 'A rigid sail on an old coaster is to save a fifth of the fuel. The shipowner’s own sums say an eighth.',
  byline: 'Anton Veresov and Northern Press',
  body: `The port of Severny Mys will send its first timber of the spring south on a ship with a sail. The sail is of aluminium, stands 24 metres high and folds like a penknife, Northern Press reports; the coaster under it was built to carry grain.

“The wind on that coast blows from behind for five months of the year. It would be rude not to answer,” the agency quotes the harbour’s director, Vera Lisitsyna, as saying. She expects to save a fifth of the fuel.

The shipowner’s application to the port fund, which is public, says an eighth. Lisitsyna’s office explained to this paper that her figure is for the voyage south and the application’s is for the round trip. On the way back the wind blows just as faithfully, from in front.`,
  by: 'anton',
  source: 'north',
  original: {
    headline: 'Лес из Северного Мыса пойдёт на юг под парусом',
    text: 'Весной порт Северный Мыс отправит на юг первый лес на судне с жёстким алюминиевым парусом высотой 24 метра. «Ветер у нас пять месяцев в году попутный. Невежливо на него не ответить», — сказала директор порта Вера Лисицына. По её словам, экономия топлива составит пятую часть.',
  },
  hops: [
    { party: 'Northern Press', act: 'reported', language: 'ru', source: 'north', before: 1_500 },
    { party: 'The Harbour Post', act: 'translated', language: 'en', before: 30 },
  ],
  statements: [
    {
      speaker: 'Vera Lisitsyna',
      role: 'Director of the port of Severny Mys',
      form: 'direct',
      words:
        '“The wind on that coast blows from behind for five months of the year. It would be rude not to answer,”',
      occasion: 'to Northern Press',
      through: [{ party: 'Northern Press', act: 'reported', language: 'ru', source: 'north' }],
      standing: 'confirmed',
      note: 'Her office has read our translation.',
      original: {
        words: '«Ветер у нас пять месяцев в году попутный. Невежливо на него не ответить»',
        language: 'ru',
      },
    },
    {
      speaker: 'Vera Lisitsyna',
      role: 'Director of the port of Severny Mys',
      form: 'indirect',
      words: 'She expects to save a fifth of the fuel',
      occasion: 'to Northern Press',
      through: [{ party: 'Northern Press', act: 'reported', language: 'ru', source: 'north' }],
      standing: 'disputed',
      note: 'The application to the port fund says an eighth, for the round trip.',
    },
  ],
  drawing: 'sail',
  ago: 2_040,
};
