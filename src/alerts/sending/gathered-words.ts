/** The line over several alerts in one, in the reader's language; English where we have none. Phrased to need no plural. */
import { primaryLanguage } from '../../kit/language-tag.ts';

export interface GatheredWords {
  /** After quiet hours. */
  quiet: (count: number) => string;
  /** What was more than the reader's cap. */
  cap: (count: number) => string;
}

const en: GatheredWords = {
  quiet: (count) => `${count} stories while it was quiet`,
  cap: (count) => `${count} more stories today`,
};

const catalogs: Record<string, GatheredWords> = {
  en,
  ar: {
    quiet: (count) => `أثناء ساعات الهدوء، عدد الأخبار: ${count}`,
    cap: (count) => `المزيد اليوم، عدد الأخبار: ${count}`,
  },
  de: {
    quiet: (count) => `${count} Berichte aus Ihrer Ruhezeit`,
    cap: (count) => `${count} weitere Berichte von heute`,
  },
  el: {
    quiet: (count) => `${count} θέματα από τις ώρες ησυχίας σας`,
    cap: (count) => `${count} ακόμη θέματα σήμερα`,
  },
  es: {
    quiet: (count) => `${count} noticias de sus horas de silencio`,
    cap: (count) => `${count} noticias más de hoy`,
  },
  fr: {
    quiet: (count) => `${count} articles pendant vos heures calmes`,
    cap: (count) => `${count} autres articles aujourd’hui`,
  },
  it: {
    quiet: (count) => `${count} notizie dalle vostre ore di silenzio`,
    cap: (count) => `Altre ${count} notizie di oggi`,
  },
  pt: {
    quiet: (count) => `${count} notícias das suas horas de silêncio`,
    cap: (count) => `Mais ${count} notícias de hoje`,
  },
  ru: {
    quiet: (count) => `Пока было тихо, новостей: ${count}`,
    cap: (count) => `Сегодня ещё новостей: ${count}`,
  },
  uk: {
    quiet: (count) => `Поки було тихо, новин: ${count}`,
    cap: (count) => `Сьогодні ще новин: ${count}`,
  },
};

/** Whether there are words in this language. */
export const hasGatheredWords = (language: string): boolean => primaryLanguage(language) in catalogs;

export function gatheredWords(language: string): GatheredWords {
  return catalogs[primaryLanguage(language)] ?? en;
}
