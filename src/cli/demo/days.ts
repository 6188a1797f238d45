/** Days in a text, by their distance from its publication, as each language says them in a sentence. */

const english = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
// In Greek and Spanish with the article, in Russian with the preposition: the only forms these texts need.
const weekdays: Record<string, string[]> = {
  en: english,
  el: ['την Κυριακή', 'τη Δευτέρα', 'την Τρίτη', 'την Τετάρτη', 'την Πέμπτη', 'την Παρασκευή', 'το Σάββατο'],
  ar: ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'],
  ru: ['в воскресенье', 'в понедельник', 'во вторник', 'в среду', 'в четверг', 'в пятницу', 'в субботу'],
  es: ['el domingo', 'el lunes', 'el martes', 'el miércoles', 'el jueves', 'el viernes', 'el sábado'],
};

const DAY = 86_400_000; // milliseconds

/** Puts days in the places of `{day:-2}` and `{date:0}`, counted from the instant in the paper's time zone. */
export function withDays(text: string, place: { at: number; language: string; timeZone: string }): string {
  const { at, language, timeZone } = place;
  return text.replace(/\{(day|date):(-?\d+)\}/g, (_all, kind: string, distance: string) => {
    const day = new Date(at + Number(distance) * DAY);
    if (kind === 'date') {
      const parts = { day: 'numeric', month: 'long', year: 'numeric', timeZone } as const;
      return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, parts).format(day);
    }
    const name = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone }).format(day);
    return weekdays[language]?.[english.indexOf(name)] ?? name;
  });
}
