/** In Greek, with its English edition: the beach that the oil closed. */
import type { CastStory } from '../cast-story.ts';

export const beach: CastStory = {
  key: 'beach',
  language: 'el',
  section: 'City',
  topics: ['Oil spill off Cape Lyra'],
  headline: 'Ο δήμος κλείνει την παραλία από τον μόλο ως τον φάρο',
  dek: 'Το κολύμπι απαγορεύεται ώσπου να βγουν καθαρά δύο δείγματα στη σειρά. Τα σχολεία μένουν ανοιχτά.',
  byline: 'Μαρία Λεοντή και Aegean News Agency',
  dateline: 'Λιμάνι Λύρας',
  body: `Ο δήμος έκλεισε {day:0} τη δημοτική παραλία, από τον μόλο ως τον φάρο, μετά το μαζούτ που έφερε στην ακτή ο νοτιάς. Το κολύμπι, το ψάρεμα από τα βράχια και οι βόλτες των σκύλων απαγορεύονται «ώσπου να βγουν καθαρά δύο δείγματα στη σειρά», είπε η δήμαρχος Άννα Ρεΐζη έξω από το δημαρχείο.

Τα δείγματα παίρνονται κάθε πρωί στις επτά, σε τρία σημεία, και το αποτέλεσμα βγαίνει το ίδιο βράδυ. «Θα το διαβάζετε όταν το διαβάζω κι εγώ», πρόσθεσε η δήμαρχος· ο δήμος θα αναρτά κάθε μέτρηση, καλή ή κακή.

Ο σύλλογος γονέων ζήτησε να κλείσει και το γήπεδο δίπλα στο κύμα, λόγω της μυρωδιάς. Το Κέντρο Υγείας απαντά ότι ως την ώρα που γράφαμε κανείς δεν είχε ζητήσει βοήθεια. Τα σχολεία λειτουργούν κανονικά.

Όσοι θέλουν να βοηθήσουν στον καθαρισμό γράφονται στο λιμεναρχείο. Γάντια και μάσκες δίνονται εκεί· στην άμμο δεν κατεβαίνει κανείς μόνος του.`,
  by: 'maria',
  source: 'aegean',
  original: {
    headline: 'Λύρα: Κλειστή η δημοτική παραλία λόγω ρύπανσης',
    text: 'Κλειστή μέχρι νεοτέρας είναι η δημοτική παραλία της Λύρας, από τον μόλο ως τον φάρο, με απόφαση της δημάρχου Άννας Ρεΐζη. Τα σχολεία του νησιού λειτουργούν κανονικά.',
  },
  hops: [{ party: 'Aegean News Agency', act: 'reported', language: 'el', source: 'aegean', before: 24 }],
  statements: [
    {
      speaker: 'Άννα Ρεΐζη',
      role: 'Δήμαρχος Λύρας',
      form: 'mixed',
      words: '«ώσπου να βγουν καθαρά δύο δείγματα στη σειρά»',
      occasion: 'έξω από το δημαρχείο, {day:0}',
      standing: 'confirmed',
    },
    {
      speaker: 'Άννα Ρεΐζη',
      role: 'Δήμαρχος Λύρας',
      form: 'direct',
      words: '«Θα το διαβάζετε όταν το διαβάζω κι εγώ»',
      occasion: 'έξω από το δημαρχείο, {day:0}',
      standing: 'confirmed',
    },
    {
      speaker: 'Κέντρο Υγείας Λύρας',
      form: 'indirect',
      words: 'ως την ώρα που γράφαμε κανείς δεν είχε ζητήσει βοήθεια',
      occasion: 'ανακοίνωση, {day:0}',
      through: [{ party: 'Aegean News Agency', act: 'reported', language: 'el', source: 'aegean' }],
      standing: 'unverified',
    },
  ],
  translation: {
    language: 'en',
    byline: 'Maria Leontis and Aegean News Agency',
    dateline: 'Lyra Harbour',
    sentences: [
      'The town closes the beach from the mole to the lighthouse',
      'Swimming is banned until two samples in a row come out clean. The schools stay open.',
      'On {day:0} the town closed the municipal beach, from the mole to the lighthouse, after the south wind brought fuel oil ashore.',
      'Swimming, fishing from the rocks and walking dogs are forbidden “until two samples in a row come out clean”, Mayor Anna Reizi said outside the town hall.',
      'The samples are taken every morning at seven, at three points, and the result comes out the same evening.',
      '“You will read it when I read it,” the mayor added; the town will post every reading, good or bad.',
      'The parents’ association asked that the pitch beside the waves be closed as well, because of the smell.',
      'The health centre answers that nobody had asked for help by the time we went to press.',
      'The schools are working as usual.',
      'Those who want to help with the cleaning put their names down at the port office.',
      'Gloves and masks are given out there; nobody goes down to the sand alone.',
    ],
    statements: [
      {
        speaker: 'Άννα Ρεΐζη',
        role: 'Mayor of Lyra',
        form: 'mixed',
        words: '“until two samples in a row come out clean”',
        occasion: 'outside the town hall, {day:0}',
        standing: 'confirmed',
        original: { words: 'ώσπου να βγουν καθαρά δύο δείγματα στη σειρά', language: 'el' },
      },
      {
        speaker: 'Άννα Ρεΐζη',
        role: 'Mayor of Lyra',
        form: 'direct',
        words: '“You will read it when I read it,”',
        occasion: 'outside the town hall, {day:0}',
        standing: 'confirmed',
        original: { words: 'Θα το διαβάζετε όταν το διαβάζω κι εγώ', language: 'el' },
      },
      {
        speaker: 'Κέντρο Υγείας Λύρας',
        form: 'indirect',
        words: 'nobody had asked for help by the time we went to press',
        occasion: 'announcement, {day:0}',
        through: [{ party: 'Aegean News Agency', act: 'reported', language: 'el', source: 'aegean' }],
        standing: 'unverified',
        original: { words: 'ως την ώρα που γράφαμε κανείς δεν είχε ζητήσει βοήθεια', language: 'el' },
      },
    ],
    readBy: 'petros',
  },
  alertLevel: 'urgent',
  drawing: 'beach',
  ago: 152,
  replies: [
    {
      name: 'Ειρήνη Σ.',
      text: 'Και η μικρή παραλία πίσω από τον φάρο; Εκεί πάνε τα παιδιά μετά το σχολείο.',
      after: 30,
      verdict: 'approved',
      answer: {
        by: 'maria',
        text: 'Κλειστή κι αυτή: η απόφαση φτάνει ως το ακρωτήριο. Θα το γράψουμε καθαρά στο κείμενο.',
        after: 44,
      },
    },
  ],
};
