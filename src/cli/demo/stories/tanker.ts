/** The spill off Cape Lyra: the story this paper is looked at for, and those around it. */
import type { CastStory } from '../cast-story.ts';

const interview = [
  { party: 'Radio Thalassa', act: 'reported', language: 'el' },
  { party: 'Aegean News Agency', act: 'reported', language: 'el', source: 'aegean' },
] as const;

export const tanker: CastStory = {
  key: 'tanker',
  language: 'en',
  section: 'Sea',
  topics: ['Oil spill off Cape Lyra', 'Harbour inquiry'],
  headline: 'Tanker’s crew ‘knew for two days’ about the leak, inquiry chief says',
  dek: 'Logs are said to show a fault reported on {day:-2}. The owner calls the account “simply wrong”; nobody outside the inquiry has seen the logs.',
  byline: 'Maria Leontis and Aegean News Agency',
  dateline: 'Lyra Harbour',
  body: `The crew of the tanker *Lyra Star* knew of a fuel leak for two days before anyone on shore was told, the head of the harbour inquiry said on {day:0}.

“The engineer wrote it down on {day:-2} morning. We have the page,” Eleni Doukas told Radio Thalassa. “What happened to that page between {day:-2} and {day:0} is what we are asking.”

The owner, Northline Shipping, denied it. “The account given this morning is simply wrong,” it said in a written answer to this paper. It did not say when it first learnt of the leak, and it left unanswered a second question, about who reads the engine log of a ship that lies at anchor.

The page is dated {day:-1}, 06:40, and carries one signature, according to the interview. Doukas did not name the engineer. Asked whether the master had countersigned it, she said “ask me again when I have spoken to him” and ended the call.

## What is on the shore

About 40 tonnes of heavy fuel have come ashore since {day:0} morning, the coastguard estimates; the municipal beach is closed from the mole to the lighthouse. Two skimmers are at work inside the mole, and a third is on its way from the mainland.

The harbour master, Stavros Mantas, said that the pilots had seen nothing. “We took two ships past her on {day:-1} in flat calm. If there had been a sheen, a child would have seen it,” he told this paper on the north quay. The coastguard says that the wind went round to the south in the night and may have held the fuel against the hull until then.

Divers who went down at first light are said to have found a crack the length of a hand near the aft tank. That account comes from one person, who was on the boat and asked not to be named because the inquiry has told the crews to keep silent. The coastguard would neither confirm nor deny it.

## What happens now

The *Lyra Star*, built in 2004 and flagged abroad, may not leave. Her 19 crew are on board; the seafarers’ union says that two of them have asked for a lawyer. The inquiry sits again on {day:1} at nine, in the old customs house, and its first hour is open to the public.

We have asked Northline for its own copy of the page, the port authority when it was told, and the coastguard what its aircraft saw on {day:-1}. Their answers will stand here.`,
  by: 'maria',
  source: 'aegean',
  original: {
    headline: 'Δούκα: «Το πλήρωμα γνώριζε τη διαρροή επί δύο ημέρες»',
    text: 'Το πλήρωμα του δεξαμενόπλοιου Lyra Star γνώριζε τη διαρροή καυσίμου δύο ημέρες πριν ενημερωθούν οι αρχές, δήλωσε στο Ράδιο Θάλασσα η επικεφαλής της έρευνας του λιμανιού, Ελένη Δούκα.\n\n«Ο μηχανικός το έγραψε {day:-2} το πρωί. Έχουμε τη σελίδα», είπε. «Τι έγινε αυτή η σελίδα ως {day:0}, αυτό ρωτάμε.»\n\nΗ πλοιοκτήτρια Northline Shipping δεν είχε απαντήσει ως την ώρα της μετάδοσης.',
  },
  hops: [
    { party: 'Radio Thalassa', act: 'reported', language: 'el', before: 41 },
    { party: 'Aegean News Agency', act: 'reported', language: 'el', source: 'aegean', before: 7 },
    { party: 'The Harbour Post', act: 'translated', language: 'en', before: 2 },
  ],
  statements: [
    {
      speaker: 'Eleni Doukas',
      role: 'Head of the harbour inquiry',
      form: 'direct',
      words: '“The engineer wrote it down on {day:-2} morning. We have the page,”',
      occasion: 'to Radio Thalassa, {day:0} {date:0}',
      through: [...interview],
      standing: 'unverified',
      note: 'The logs have not been seen by this paper.',
      original: { words: '«Ο μηχανικός το έγραψε {day:-2} το πρωί. Έχουμε τη σελίδα»', language: 'el' },
    },
    {
      speaker: 'Eleni Doukas',
      role: 'Head of the harbour inquiry',
      form: 'direct',
      words: '“What happened to that page between {day:-2} and {day:0} is what we are asking.”',
      occasion: 'to Radio Thalassa, {day:0} {date:0}',
      through: [...interview],
      standing: 'unverified',
      note: 'The logs have not been seen by this paper.',
      original: { words: '«Τι έγινε αυτή η σελίδα ως {day:0}, αυτό ρωτάμε.»', language: 'el' },
    },
    {
      speaker: 'Northline Shipping',
      role: 'Owner of the Lyra Star',
      form: 'direct',
      words: '“The account given this morning is simply wrong,”',
      occasion: 'written answer to this paper, {day:0} {date:0}',
      standing: 'disputed',
      note: 'The inquiry says the opposite; neither has shown the page.',
    },
    {
      speaker: 'Eleni Doukas',
      role: 'Head of the harbour inquiry',
      form: 'direct',
      words: '“ask me again when I have spoken to him”',
      occasion: 'to this paper, by telephone, {day:0} {date:0}',
      standing: 'confirmed',
      note: 'We have the recording.',
    },
    {
      speaker: 'Coastguard',
      role: 'Lyra station',
      form: 'indirect',
      words: 'About 40 tonnes of heavy fuel have come ashore since {day:0} morning',
      occasion: 'at its briefing, {day:0} {date:0}',
      standing: 'unverified',
      note: 'An estimate from the air; nothing has been weighed.',
    },
    {
      speaker: 'Stavros Mantas',
      role: 'Harbour master',
      form: 'direct',
      words:
        '“We took two ships past her on {day:-1} in flat calm. If there had been a sheen, a child would have seen it,”',
      occasion: 'to this paper, on the north quay, {day:0} {date:0}',
      standing: 'confirmed',
      note: 'The pilots’ book for {day:-1} shows both ships.',
    },
    {
      speaker: 'A member of the dive crew',
      form: 'indirect',
      words: 'a crack the length of a hand near the aft tank',
      occasion: 'to this paper, {day:0} {date:0}',
      standing: 'unverified',
      note: 'One person’s account, whose name is known to the desk. The coastguard would not comment.',
    },
  ],
  alertLevel: 'bulletin',
  drawing: 'tanker',
  ago: 96,
  corrections: [
    {
      after: 32,
      notice:
        'An earlier version said the page was dated {day:-1}. The interview says {day:-2}. Everyone alerted to this story was told.',
      changes: [['The page is dated {day:-1}, 06:40', 'The page is dated {day:-2}, 06:40']],
    },
  ],
  replies: [
    {
      name: 'Nikos P.',
      text: 'Was the port told on {day:-2} too? The pilots were out all day.',
      after: 41,
      verdict: 'approved',
      answer: {
        by: 'maria',
        text: 'We have asked the port authority. Its answer will stand here and in the story.',
        after: 53,
      },
    },
    {
      name: 'Ruth Almond',
      text: 'I keep a boat on the inner mole. There was a smell of fuel on {day:-1} evening, and I wrote the time down because I thought it was mine: ten to nine.',
      after: 62,
      verdict: 'approved',
      answer: {
        by: 'petros',
        text: 'Thank you. May I see that note? I am on the north quay until six.',
        after: 70,
      },
    },
    {
      name: 'Κώστας',
      text: 'Η θάλασσα δεν ξεχνά. Ευχαριστούμε που γράφετε ποιος το είπε και ποιος όχι.',
      after: 75,
      verdict: 'approved',
    },
    {
      name: 'Salt & Tar',
      text: 'They should tow the thing to the owner’s front door and leave it there. Two days! Two days they knew and let the children swim.',
      after: 82,
      verdict: 'held',
    },
    {
      name: 'D. Ferrante',
      text: 'I worked on the Lyra Star until spring. The aft tank was on the list for the yard every year. I can show you the list. Please do not print this.',
      after: 88,
      verdict: 'held',
    },
  ],
};

export const secondTanker: CastStory = {
  key: 'second-tanker',
  language: 'en',
  section: 'Sea',
  topics: ['Oil spill off Cape Lyra'],
  headline: 'Second tanker adrift off Cape Lyra',
  dek: 'Ship said to have lost power three miles out; tug sent from the north quay.',
  byline: 'Island Wire',
  body: `A second tanker was adrift three miles off Cape Lyra on {day:0} after losing power in the night, Island Wire reported.

A tug had left the north quay to take it in tow, the agency said, citing radio traffic. The coastguard could not be reached.`,
  by: 'petros',
  source: 'island',
  original: {
    headline: 'Second tanker adrift off Cape Lyra (withdrawn)',
    text: 'Island Wire has withdrawn this report. What was heard on the radio was an exercise, announced the day before. We regret the error.',
  },
  hops: [{ party: 'Island Wire', act: 'reported', language: 'en', source: 'island', before: 4 }],
  alertLevel: 'urgent',
  ago: 1_930,
  fate: {
    killed:
      'There was no second tanker. The agency that reported it had heard an exercise, and we believed it: one source, not checked. We withdrew the story after 19 minutes and told everyone who had been alerted.',
    after: 19,
  },
};
