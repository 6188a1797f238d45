/** How an obituary gives the ends of a life and its length, in the languages we read dates in. */

export interface LifeWords {
  /** At the head of a line, before a colon: a facts box. */
  born: string;
  died: string;
  age: string;
  /** In a sentence; the number is the first group. */
  aged: string;
}

export const lifeWords: Record<string, LifeWords> = {
  en: {
    born: 'born|birth|date of birth',
    died: 'died|death|date of death',
    age: 'age|aged',
    aged: 'aged (\\d{1,3})|at the age of (\\d{1,3})|(?:was|is) (\\d{1,3})(?=\\.(?:\\s|$))',
  },
  de: {
    born: 'geboren|geburt|geburtstag',
    died: 'gestorben|tod|todestag',
    age: 'alter',
    aged: 'im Alter von (\\d{1,3}) Jahren|(?:wurde|ist) (\\d{1,3}) Jahre alt(?: geworden)?',
  },
  fr: {
    born: 'née?|naissance',
    died: 'morte?|décédée?|mort|décès',
    age: 'âge',
    aged: "à l[’']âge de (\\d{1,3}) ans|âgée? de (\\d{1,3}) ans|à (\\d{1,3}) ans",
  },
  es: {
    born: 'nacid[oa]|nació|nacimiento',
    died: 'murió|falleció|fallecid[oa]|muerte|fallecimiento',
    age: 'edad',
    aged: 'a los (\\d{1,3}) años|a la edad de (\\d{1,3}) años',
  },
  it: {
    born: 'nat[oa]|nascita',
    died: 'mort[oa]|morte|decesso',
    age: 'età',
    aged: "all[’']età di (\\d{1,3}) anni|a (\\d{1,3}) anni",
  },
  el: {
    born: 'γεννήθηκε|γέννηση',
    died: 'πέθανε|απεβίωσε|θάνατος',
    age: 'ηλικία',
    aged: 'σε ηλικία (\\d{1,3}) (?:ετών|χρόνων)|στα (\\d{1,3}) (?:του|της)',
  },
  ru: {
    born: 'родил(?:ся|ась)|рождение|дата рождения',
    died: 'умер(?:ла)?|скончал(?:ся|ась)|смерть|дата смерти',
    age: 'возраст',
    aged: 'в возрасте (\\d{1,3}) (?:лет|года)',
  },
  uk: {
    born: 'народи(?:вся|лася)|народження|дата народження',
    died: 'помер(?:ла)?|смерть|дата смерті',
    age: 'вік',
    aged: '[ву] віці (\\d{1,3}) (?:років|року|роки)',
  },
  ar: {
    born: 'وُ?لدت?|المولد|تاريخ الميلاد',
    died: 'توفيت?|الوفاة|تاريخ الوفاة',
    age: 'العمر',
    aged: 'عن عمر (\\d{1,3})|عن (\\d{1,3}) عام[اً]*',
  },
};
