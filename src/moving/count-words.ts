/** Numbers of things, as the report and the desk say them: '2 held replies', '1 held reply'. */

const MANY =
  /\b(posts|pages|pictures|files|sections|topics|authors|readers|members|subscriptions|devices|stories|replies|editions|sources|letters|redirects|addresses|corrections|recordings)\b/;

/** What a count is called, where it is one: its first noun in the singular. */
export function countName(name: string, count: number): string {
  if (count !== 1) return name;
  return name
    .replace(' that are ', ' that is ')
    .replace(' that stay ', ' that stays ')
    .replace(MANY, (noun) =>
      noun.endsWith('ies')
        ? `${noun.slice(0, -3)}y`
        : noun.endsWith('sses')
          ? noun.slice(0, -2)
          : noun.slice(0, -1),
    );
}
