/** Names of months and weekdays, in the forms in which dates are written. Index 0 is January, and Monday. */

const months: Record<string, string[]> = {
  en: [
    'january jan',
    'february feb',
    'march mar',
    'april apr',
    'may',
    'june jun',
    'july jul',
    'august aug',
    'september sept sep',
    'october oct',
    'november nov',
    'december dec',
  ],
  el: [
    'ιανουαρίου',
    'φεβρουαρίου',
    'μαρτίου',
    'απριλίου',
    'μαΐου μαίου',
    'ιουνίου',
    'ιουλίου',
    'αυγούστου',
    'σεπτεμβρίου',
    'οκτωβρίου',
    'νοεμβρίου',
    'δεκεμβρίου',
  ],
  ru: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
  uk: [
    'січня',
    'лютого',
    'березня',
    'квітня',
    'травня',
    'червня',
    'липня',
    'серпня',
    'вересня',
    'жовтня',
    'листопада',
    'грудня',
  ],
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre setiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  de: [
    'januar jänner',
    'februar',
    'märz',
    'april',
    'mai',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'dezember',
  ],
  it: [
    'gennaio',
    'febbraio',
    'marzo',
    'aprile',
    'maggio',
    'giugno',
    'luglio',
    'agosto',
    'settembre',
    'ottobre',
    'novembre',
    'dicembre',
  ],
  ar: [
    'يناير',
    'فبراير',
    'مارس',
    'أبريل ابريل',
    'مايو',
    'يونيو',
    'يوليو',
    'أغسطس اغسطس',
    'سبتمبر',
    'أكتوبر اكتوبر',
    'نوفمبر',
    'ديسمبر',
  ],
};

const weekdays: Record<string, string[]> = {
  en: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  el: [
    'δευτέρα δευτέρας',
    'τρίτη τρίτης',
    'τετάρτη τετάρτης',
    'πέμπτη πέμπτης',
    'παρασκευή παρασκευής',
    'σάββατο σαββάτου',
    'κυριακή κυριακής',
  ],
  ru: [
    'понедельник понедельника',
    'вторник вторника',
    'среда среду среды',
    'четверг четверга',
    'пятница пятницу пятницы',
    'суббота субботу субботы',
    'воскресенье воскресенья',
  ],
  uk: [
    'понеділок понеділка',
    'вівторок вівторка',
    'середа середу середи',
    'четвер четверга',
    'пʼятниця пʼятницю пʼятниці п’ятниця п’ятницю п’ятниці',
    'субота суботу суботи',
    'неділя неділю неділі',
  ],
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  de: ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag sonnabend', 'sonntag'],
  it: ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'],
  ar: ['الاثنين الإثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد'],
};

export const dateLanguages = Object.keys(months);

export interface DateNames {
  months: Map<string, number>;
  weekdays: Map<string, number>;
}

export function dateNames(language: string): DateNames | null {
  const [names, days] = [months[language], weekdays[language]];
  if (!names || !days) return null;
  return { months: indexed(names), weekdays: indexed(days) };
}

function indexed(forms: string[]): Map<string, number> {
  return new Map(
    forms.flatMap((words, index) => words.split(' ').map((word): [string, number] => [word, index])),
  );
}
