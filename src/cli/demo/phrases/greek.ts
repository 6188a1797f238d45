/** What Aegean News Agency sends, in the English of a machine: good on the whole, and wrong where machines are. */
import type { Phrase, PhraseParts } from './phrase.ts';

export const greekParts: PhraseParts = {
  'στον Κάβο Λύρα': 'at Cape Lyra',
  'στον έξω μόλο': 'at the outer mole',
  'στη βόρεια προβλήτα': 'at the north quay',
  'στις εκβολές του ποταμού': 'at the mouth of the river',
  ομίχλης: 'fog',
  κυματισμού: 'a swell',
  'βλάβης στον καταπέλτη': 'a fault in the ramp',
};

export const greek: readonly Phrase[] = [
  [
    'Λύρα: Η έρευνα για το Lyra Star συνεχίζεται με κλειστές πόρτες',
    'Lyra: The inquiry into the Lyra Star continues behind closed doors',
  ],
  [
    'Η επιτροπή έρευνας του λιμανιού θα ακούσει τον πλοίαρχο του Lyra Star κεκλεισμένων των θυρών, ανακοίνωσε η γραμματεία της.',
    'The port’s committee of inquiry will hear the captain of the Lyra Star behind closed doors, its secretariat announced.',
  ],
  [
    'Η πρώτη ώρα της αυριανής συνεδρίασης θα είναι δημόσια.',
    'The first hour of tomorrow’s session will be public.',
  ],
  [
    'Λύρα: Ο πλοίαρχος του Lyra Star θα καταθέσει τελικά δημόσια',
    'Lyra: The captain of the Lyra Star will testify in public after all',
  ],
  ['Απαγορευτικό για τα μικρά σκάφη ως το βράδυ', 'Small craft kept in port until the evening'],
  [
    'Απαγορευτικό απόπλου για σκάφη κάτω των δέκα μέτρων ισχύει στα νότια της Λύρας, λόγω ανέμων έξι μποφόρ.',
    'A sailing ban for craft under ten metres applies south of Lyra, because of winds of force eight.',
  ],
  ['Αίρεται το απαγορευτικό για τα μικρά σκάφη', 'The ban for small craft is lifted'],
  ['Δύο υπουργεία, δύο αριθμοί για την κακοκαιρία', 'Two ministries, two numbers for the bad weather'],
  [
    'Χίλια διακόσια νοικοκυριά χωρίς ρεύμα μετρά το ένα υπουργείο, τρεις χιλιάδες τετρακόσια το άλλο.',
    'One ministry counts 1,200 households without power, the other 3,400.',
  ],
  ['Κοινή ανακοίνωση δεν υπάρχει.', 'There is a joint announcement.'],
  ['Το λάδι ακριβαίνει πριν από τις γιορτές', 'Oil gets dearer before the holidays'],
  [
    'Στα 9,80 ευρώ το λίτρο ανέβηκε η τιμή του λαδιού στα ελαιοτριβεία του νησιού, σύμφωνα με τον συνεταιρισμό.',
    'The price of oil at the island’s ελαιοτριβεία rose to 9.80 euros a litre, according to the cooperative.',
  ],
  // The fire aboard the Arion: a number, a word, the marks of a quotation, a name and a “not” went wrong on the way.
  [
    'Φωτιά στο μηχανοστάσιο του «Αρίων» ανοιχτά του Κάβου Λύρα, σώοι οι 214 επιβάτες',
    'Fire in the engine room of the “Arion” off Cape Lyra, the 214 passengers safe',
  ],
  [
    'Φωτιά στο μηχανοστάσιο του «Αρίων» ανοιχτά του Κάβου Λύρα, σώοι οι 217 επιβάτες',
    'Fire in the engine room of the “Arion” off Cape Lyra, the 217 passengers safe',
  ],
  [
    'Φωτιά ξέσπασε τα ξημερώματα στο μηχανοστάσιο του επιβατηγού «Αρίων», τέσσερα μίλια ανοιχτά του Κάβου Λύρα.',
    'A fire broke out at dawn in the engine room of the passenger ship “Arion”, fourteen miles off Cape Lyra.',
  ],
  [
    'Και οι 214 επιβάτες αποβιβάστηκαν σώοι σε δύο ρυμουλκά, ανακοίνωσε το λιμεναρχείο.',
    'All 214 passengers were taken off safe by two tugs, the λιμεναρχείο announced.',
  ],
  [
    '«Η φωτιά έσβησε σε 40 λεπτά», είπε ο πλοίαρχος Νίκος Σταμάτης.',
    'The fire was out in 40 minutes, said the captain, Nikos Stamatis.',
  ],
  [
    'Το πλοίο, ναυπηγημένο το 1998, ρυμουλκήθηκε, είπε ο λιμενάρχης Παύλος Δέλιος.',
    'The ship, built in 1998, was towed, said the harbour master, Pavlos Marangos.',
  ],
  ['Διαρροή καυσίμων δεν υπάρχει, πρόσθεσε.', 'There is a leak of fuel, he added.'],
  ['Η αγορά της Λύρας μεταφέρεται κάτω από τις καμάρες', 'Lyra’s market moves under the arches'],
  [
    'Από τον Ιανουάριο οι πάγκοι της σκεπαστής αγοράς μεταφέρονται κάτω από τις καμάρες, όσο κρατούν οι εργασίες στη στέγη.',
    'From January the stalls of the covered market move under the arches, for as long as the work on the roof lasts.',
  ],
  ['Σεισμός τριών βαθμών ανοιχτά του Κάβου Λύρα', 'Earthquake of magnitude three off Cape Lyra'],
  [
    'Σεισμός 3,2 βαθμών, διορθώνει το Γεωδυναμικό',
    'The earthquake was 3.2, the Geodynamic Institute corrects',
  ],
  [
    'Σεισμική δόνηση τριών βαθμών σημειώθηκε ανοιχτά του ακρωτηρίου.',
    'An earthquake of magnitude three was recorded off the cape.',
  ],
  [
    'Ζημιές δεν αναφέρθηκαν· πολλοί κάτοικοι δεν την κατάλαβαν.',
    'Damage was reported; many residents noticed it.',
  ],
  ['Νέα δρομολόγια για το νοσοκομειακό πλοιάριο', 'New sailings for the hospital boat'],
  [
    'Το πλοιάριο που συνδέει τη Λύρα με το νοσοκομείο θα εκτελεί από Δευτέρα και βραδινό δρομολόγιο.',
    'From Monday the boat that joins Lyra with the hospital will sail in the evening too.',
  ],
  ['Ο δήμος ζητά εθελοντές με λαστιχένιες μπότες', 'The town asks for volunteers with rubber boots'],
  ['Γέμισε η λίστα των εθελοντών σε δύο ώρες', 'The list of volunteers was full in two hours'],
  [
    'Εξήντα εθελοντές για τον καθαρισμό της ακτής ζητά ο δήμος Λύρας.',
    'The town of Lyra asks for sixteen volunteers to clean the shore.',
  ],
  [
    '«Μπότες έχουμε νούμερο 45 και πάνω», λέει η ανακοίνωση.',
    '“The boots we have are size 45 and up,” the announcement says.',
  ],
  ['Πέθανε ο καραβομαραγκός Λευτέρης Καψής', 'The shipwright Lefteris Kapsis has died'],
  [
    'Σε ηλικία 91 ετών πέθανε ο τελευταίος καραβομαραγκός του νησιού, Λευτέρης Καψής.',
    'The island’s last shipwright, Lefteris Kapsis, has died at the age of 91.',
  ],
  [
    'Είχε φτιάξει 214 βάρκες και δεν πούλησε καμία χωρίς να τη δοκιμάσει.',
    'He had built 214 boats and sold none without trying it.',
  ],
  ['Κλειστός ο επαρχιακός δρόμος στη Μύλο', 'The provincial road at Mylos is closed'],
  ['Άνοιξε με μία λωρίδα ο δρόμος στη Μύλο', 'The road at Mylos has opened with one lane'],
  [
    'Κατολίσθηση έκλεισε τον επαρχιακό δρόμο κοντά στον παλιό μύλο.',
    'A landslide closed the provincial road near the old mill.',
  ],
  ['Η κυκλοφορία γίνεται από τον πάνω δρόμο.', 'Traffic goes by the upper road.'],
  ['Η φιλαρμονική παίζει στον μόλο την Κυριακή', 'The band plays on the mole on Sunday'],
  [
    'Η φιλαρμονική του δήμου θα παίξει την Κυριακή στον μόλο για όσους καθαρίζουν την παραλία.',
    'The town band will play on the mole on Saturday for those who clean the beach.',
  ],
  ['Αν βρέξει, στο τελωνείο.', 'If it rains, in the custom house.'],
  ['Καθηγητής ζητείται για τρία νησιά', 'A teacher wanted for three islands'],
  [
    'Θέση καθηγητή μαθηματικών μένει κενή σε τρία νησιά από τον Σεπτέμβριο.',
    'The post of a mathematics teacher has been vacant on three islands since September.',
  ],
  ['Το υπουργείο προτείνει μάθημα από οθόνη.', 'The ministry proposes lessons by screen.'],
  [/^(\d+) μποφόρ (.+)$/u, 'Force $1 $2'],
  [
    /^Άνεμοι (\d+) μποφόρ πνέουν (.+), σύμφωνα με τον μετεωρολογικό σταθμό\.$/u,
    'Winds of force $1 are blowing $2, according to the weather station.',
  ],
  [/^Η εικόνα αναμένεται να αλλάξει σε (\d+) ώρες\.$/u, 'The picture is expected to change in $1 hours.'],
  [/^(\d+) τόνοι μείγματος μαζεύτηκαν (.+)$/u, '$1 tonnes of mixture collected $2'],
  [/^(\d+) τόνοι, διορθώνει το λιμενικό$/u, '$1 tonnes, the coast guard corrects'],
  [
    /^Τα απορρυπαντικά σκάφη μάζεψαν (\d+) τόνους μείγματος (.+), ανακοίνωσε το λιμενικό\.$/u,
    'The clean-up boats collected $1 tonnes of mixture $2, the coast guard announced.',
  ],
  [/^Με (\d+) λεπτά καθυστέρηση το πλοίο της γραμμής$/u, 'The liner $1 minutes late'],
  [
    /^Το βραδινό πλοίο έφτασε με (\d+) λεπτά καθυστέρηση λόγω (.+)\.$/u,
    'The evening boat arrived $1 minutes late because of $2.',
  ],
  [/^Καθαρό το (\d+)ο δείγμα νερού (.+)$/u, 'Water sample no. $1 $2 is clean'],
  [
    /^Το πρωινό δείγμα (.+) βγήκε καθαρό, ανακοίνωσε ο δήμος Λύρας\.$/u,
    'The morning’s sample $1 came out clean, the town of Lyra announced.',
  ],
];
