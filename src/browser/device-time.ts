/** A moment on the reader's own clock, in the page's language where the browser knows how that language writes one. */

const hourAndMinute = { hour: '2-digit', minute: '2-digit' } as const;

/**
 * @param at milliseconds since 1970.
 * @param language BCP 47, the page's.
 * @param now milliseconds since 1970; the day is said only where it is another than today's.
 */
export function deviceTime(at: number, language: string, now = Date.now()): string {
  const then = new Date(at);
  const isToday = then.toDateString() === new Date(now).toDateString();
  if (isKnown(language))
    return then.toLocaleString(language, {
      ...(isToday ? {} : { day: 'numeric', month: 'short' }),
      ...hourAndMinute,
    });
  // In figures, as most of these languages write it: what the browser would say is English, or “M11 30”.
  return then.toLocaleString('de', {
    ...(isToday ? {} : { day: 'numeric', month: 'numeric' }),
    ...hourAndMinute,
  });
}

/**
 * Whether the browser has the language's dates. Chromium lacks those of Macedonian, Albanian, Georgian and a good many more, and
 * answers in the browser's own language; of Bosnian, Azeri, Kazakh and Uzbek it says that it has them, and writes the month as `M11`
 * (findings/chromium-lacks-dates-of-languages.sh).
 */
function isKnown(language: string): boolean {
  const format = new Intl.DateTimeFormat(language, { month: 'short' });
  const [found] = format.resolvedOptions().locale.split('-');
  return found === language.split('-')[0] && !/^M\d/.test(format.format());
}
