/** City: the council, the market, the ferry that leaves at night. */
import type { CastStory } from '../cast-story.ts';

export const ferry: CastStory = {
  key: 'ferry',
  language: 'en',
  section: 'City',
  topics: ['Night ferry'],
  headline: 'Council votes to keep the night ferry for a year',
  dek: 'Eleven to eight, after the operator promised to publish its fares.',
  byline: 'Petros Vamvakas',
  dateline: 'Lyra Harbour',
  body: `The night ferry to the mainland stays for another year. After three and a half hours and one power cut the council voted eleven to eight on {day:0} to renew the contract with Halcyon Lines, which had said that without the island’s 240,000 a year it would stop sailing in January.

What turned the vote was a sheet of paper. In the third hour Halcyon’s manager, Youssef Karam, handed round the fares that the company has until now shown only to its agents. “You will find them on the door of every ticket office by {day:4}, and if they change you will find that too,” he told the chamber.

The deputy mayor, Lydia Frangou, voted against. “We are paying a company to be honest for twelve months,” she said. “I would have liked to hear about the thirteenth.” Two members of her own party voted the other way.

The ship, the *Halcyon*, is 31 years old and carries the island’s post, its blood samples and, in term time, about sixty students. Last winter she missed 22 of 118 sailings, by the harbour’s count; the company’s own figure is 17, because it does not count nights on which she left after midnight.

The contract now says what a missed sailing is. It runs from 1 January, and the fares are part of it.`,
  by: 'petros',
  statements: [
    {
      speaker: 'Youssef Karam',
      role: 'Manager, Halcyon Lines',
      form: 'direct',
      words:
        '“You will find them on the door of every ticket office by {day:4}, and if they change you will find that too,”',
      occasion: 'in the council chamber, {day:0} {date:0}',
      standing: 'confirmed',
      note: 'This paper was in the room.',
    },
    {
      speaker: 'Lydia Frangou',
      role: 'Deputy mayor',
      form: 'direct',
      words: '“We are paying a company to be honest for twelve months,”',
      occasion: 'in the council chamber, {day:0} {date:0}',
      standing: 'confirmed',
      note: 'This paper was in the room.',
    },
    {
      speaker: 'Lydia Frangou',
      role: 'Deputy mayor',
      form: 'direct',
      words: '“I would have liked to hear about the thirteenth.”',
      occasion: 'in the council chamber, {day:0} {date:0}',
      standing: 'confirmed',
      note: 'This paper was in the room.',
    },
    {
      speaker: 'Halcyon Lines',
      form: 'indirect',
      words: 'the company’s own figure is 17',
      occasion: 'annual report, page 9',
      standing: 'disputed',
      note: 'The harbour counts 22. The two do not mean the same by a missed sailing.',
    },
  ],
  alertLevel: 'routine',
  drawing: 'ferry',
  ago: 1_140,
  replies: [
    {
      name: 'Despina, nurse',
      text: 'Nobody who has waited on that quay with a cool box at one in the morning would call it a luxury. Thank you for printing both counts.',
      after: 70,
      verdict: 'approved',
    },
    {
      name: 'T. Okonjo',
      text: 'Does the new definition cover nights when she sails but turns back? That happened twice in February.',
      after: 190,
      verdict: 'approved',
      answer: {
        by: 'petros',
        text: 'It does: clause 4, “a sailing that does not reach its port by noon is missed”. The whole contract is pinned up in the town hall.',
        after: 240,
      },
    },
    {
      name: 'best fares 4 u',
      text: 'CHEAP FERRY TICKETS click my profile!!! CHEAP CHEAP',
      after: 260,
      verdict: 'rejected',
    },
    {
      name: 'Former purser',
      text: 'Ask them how many of the 17 were crew shortages.',
      after: 1_105,
      verdict: 'held',
    },
  ],
};

export const market: CastStory = {
  key: 'market',
  language: 'en',
  section: 'City',
  topics: ['Market hall'],
  headline: 'The market hall will lose its roof in January, and get it back by Easter',
  dek: 'Stallholders chose the cold months themselves. The fishmongers move to the customs yard.',
  byline: 'Maria Leontis',
  body: `The roof of the market hall will be taken off in the first week of January and put back, tile by tile, before Easter. The stallholders were asked whether they would rather be cold or lose a summer. They took the cold: 41 to 6.

“In July I sell to people who are on holiday from thinking about money,” said Katina Rousou, who has had the corner stall by the fountain since 1988. “In January I sell to my neighbours. They will find me.”

The timbers are chestnut and most of them are sound, the town’s engineer found. What has gone is the lead in the valleys, which was patched with tar in the war and never since. The work costs 610,000, of which the town pays a third.

The fishmongers, who need water and a drain, move to the customs yard. Everyone else stays under the arcade, where the council will hang canvas. The clock will stop for eleven weeks: its weights run down through the roof space, and nobody now alive has seen it done.`,
  by: 'maria',
  statements: [
    {
      speaker: 'Katina Rousou',
      role: 'Stallholder',
      form: 'direct',
      words: '“In July I sell to people who are on holiday from thinking about money,”',
      occasion: 'to this paper, in the market hall',
      standing: 'confirmed',
    },
    {
      speaker: 'Katina Rousou',
      role: 'Stallholder',
      form: 'direct',
      words: '“In January I sell to my neighbours. They will find me.”',
      occasion: 'to this paper, in the market hall',
      standing: 'confirmed',
    },
  ],
  translation: {
    language: 'ar',
    sentences: [
      'سوق المدينة يفقد سقفه في يناير ويستعيده قبل عيد الفصح',
      'أصحاب البسطات اختاروا أشهر البرد بأنفسهم. وباعة السمك ينتقلون إلى ساحة الجمارك.',
      'يُنزع سقف السوق في الأسبوع الأول من يناير، ثم يُعاد قرميدة قرميدة قبل عيد الفصح.',
      'سُئل أصحاب البسطات إن كانوا يفضّلون البرد على خسارة صيف كامل.',
      'فاختاروا البرد: 41 مقابل 6.',
      '«في يوليو أبيع لأناس في إجازة من التفكير في المال»، قالت كاتينا روسو، صاحبة البسطة التي في الركن عند النافورة منذ عام 1988.',
      '«وفي يناير أبيع لجيراني.',
      'وهم سيجدونني».',
      'الأخشاب من الكستناء ومعظمها سليم، كما وجد مهندس البلدية.',
      'ما تلف هو رصاص الأودية، وقد رُقِّع بالقار أيام الحرب ولم يُمسّ منذ ذلك الحين.',
      'تبلغ كلفة الأشغال 610,000، تدفع البلدية ثلثها.',
      'ينتقل باعة السمك، وهم يحتاجون إلى ماء ومصرف، إلى ساحة الجمارك.',
      'ويبقى الآخرون جميعًا تحت الرواق، حيث يعلّق المجلس قماشًا.',
      'وتتوقف الساعة 11 أسبوعًا: فأثقالها تنزل عبر فراغ السقف، ولا أحد من الأحياء اليوم رأى ذلك من قبل.',
    ],
    statements: [
      {
        speaker: 'Katina Rousou',
        role: 'صاحبة بسطة',
        form: 'direct',
        words: '«في يوليو أبيع لأناس في إجازة من التفكير في المال»',
        occasion: 'لهذه الصحيفة، في السوق',
        standing: 'confirmed',
        original: {
          words: 'In July I sell to people who are on holiday from thinking about money',
          language: 'en',
        },
      },
    ],
    readBy: 'petros',
    objections: [
      {
        about: 'ما تلف هو رصاص الأودية، وقد رُقِّع بالقار أيام الحرب ولم يُمسّ منذ ذلك الحين.',
        reason: 'ليست هذه أودية بين الجبال، بل المجاري التي يلتقي فيها جانبا السقف.',
        better: 'ما تلف هو رصاص مجاري السقف، وقد رُقِّع بالقار أيام الحرب ولم يُمسّ منذ ذلك الحين.',
        after: 2_690,
      },
    ],
  },
  drawing: 'market',
  ago: 2_760,
  replies: [
    {
      name: 'Giorgos the clock',
      text: 'My uncle wound it until 1971 and I have his key and his notebook. Tell the engineer to ring me before he touches the weights.',
      after: 400,
      verdict: 'approved',
      answer: {
        by: 'samira',
        text: 'We have given him your number. He asks whether the notebook says which weight comes down first.',
        after: 900,
      },
    },
  ],
};

export const school: CastStory = {
  key: 'school',
  language: 'el',
  section: 'City',
  topics: ['Schools'],
  headline: 'Το σχολείο του νησιού κερδίζει μια τάξη',
  dek: 'Για πρώτη φορά εδώ και δεκαπέντε χρόνια τα πρωτάκια είναι περισσότερα από όσους φεύγουν.',
  byline: 'Μαρία Λεοντή',
  dateline: 'Λιμάνι Λύρας',
  body: `Το δημοτικό σχολείο της Λύρας ανοίγει τον Ιανουάριο μια τάξη που είχε κλείσει πριν από δεκαπέντε χρόνια. Φέτος γράφτηκαν 23 πρωτάκια· πέρυσι τέτοια εποχή ήταν 14.

«Δεν μας έφερε κόσμο η θάλασσα· μας έφερε το γρήγορο ίντερνετ και τα φτηνά νοίκια», λέει ο διευθυντής, Αντώνης Δήμου. Τέσσερις οικογένειες ήρθαν από την ηπειρωτική χώρα, τρεις από το εξωτερικό και δύο γύρισαν.

Η παλιά τάξη ήταν αποθήκη για τα κοστούμια της αποκριάς. Οι γονείς την άδειασαν {day:-1} σε ένα απόγευμα και βρήκαν πίσω από μια ντουλάπα τον χάρτη του 1962, με το νησί ζωγραφισμένο ανάποδα. Θα μείνει στον τοίχο όπως είναι.

Δασκάλα υπάρχει ήδη. Θρανία λείπουν εννέα.`,
  by: 'maria',
  statements: [
    {
      speaker: 'Αντώνης Δήμου',
      role: 'Διευθυντής του δημοτικού σχολείου',
      form: 'direct',
      words: '«Δεν μας έφερε κόσμο η θάλασσα· μας έφερε το γρήγορο ίντερνετ και τα φτηνά νοίκια»',
      occasion: 'στην εφημερίδα μας, {day:0}',
      standing: 'confirmed',
    },
  ],
  ago: 4_330,
};
