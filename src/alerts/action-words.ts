/** The buttons on a notification, in the language of the edition; English where we have none. Two short words each. */
import { primaryLanguage } from '../kit/language-tag.ts';

export interface ActionWords {
  /** No more of this story. */
  stop: string;
  settings: string;
}

const en: ActionWords = { stop: 'Stop this story', settings: 'Change alerts' };

const catalogs: Record<string, ActionWords> = {
  en,
  ar: { stop: 'أوقف هذا الخبر', settings: 'تغيير التنبيهات' },
  de: { stop: 'Nicht mehr davon', settings: 'Meldungen ändern' },
  el: { stop: 'Όχι άλλα γι’ αυτό', settings: 'Αλλαγή ειδοποιήσεων' },
  es: { stop: 'No seguir esta noticia', settings: 'Cambiar avisos' },
  fr: { stop: 'Ne plus suivre ce sujet', settings: 'Modifier les alertes' },
  it: { stop: 'Basta con questa notizia', settings: 'Cambia avvisi' },
  pt: { stop: 'Não seguir esta notícia', settings: 'Alterar alertas' },
  ru: { stop: 'Больше не об этом', settings: 'Настроить' },
  uk: { stop: 'Більше не про це', settings: 'Налаштувати' },
};

export function actionWords(language: string): ActionWords {
  return catalogs[primaryLanguage(language)] ?? en;
}
