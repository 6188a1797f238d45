/** Which backups are kept: the last of so many days, weeks and months. */

export interface KeepRule {
  days: number;
  weeks: number;
  months: number;
}

/** '7d 4w 12m'. */
export function keepRuleOf(text: string): KeepRule {
  const [days = 0, weeks = 0, months = 0] = text.split(' ').map((part) => Number.parseInt(part, 10));
  return { days, weeks, months };
}

/**
 * Of instants in any order, those to be kept. The newest always is: a rule of nothing but noughts, or a clock that jumped, must
 * not leave a newsroom without a backup.
 */
export function kept(instants: readonly number[], rule: KeepRule): Set<number> {
  const newestFirst = [...instants].sort((one, other) => other - one);
  const keep = new Set(newestFirst.slice(0, 1));
  const lastOfEach = (periodOf: (at: number) => string, many: number): void => {
    const seen = new Set<string>();
    for (const at of newestFirst) {
      if (seen.has(periodOf(at))) continue;
      if (seen.size >= many) return;
      seen.add(periodOf(at));
      keep.add(at);
    }
  };
  lastOfEach((at) => new Date(at).toISOString().slice(0, 10), rule.days);
  lastOfEach(weekOf, rule.weeks);
  lastOfEach((at) => new Date(at).toISOString().slice(0, 7), rule.months);
  return keep;
}

/** The Monday that begins its week. */
function weekOf(at: number): string {
  const day = new Date(at);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}
