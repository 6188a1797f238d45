/** The few words that an alert says by itself, in the language of the edition; English where we have none. */
import { primaryLanguage } from '../kit/language-tag.ts';

export interface AlertWords {
  correction: (headline: string) => string;
  withdrawn: string;
  withdrawnBody: string;
  welcome: string;
  welcomeBody: (paper: string) => string;
}

const en: AlertWords = {
  correction: (headline) => `Correction: ${headline}`,
  withdrawn: 'A story was withdrawn',
  withdrawnBody: 'A story you were alerted to has been withdrawn. The page says why.',
  welcome: 'Alerts are on',
  welcomeBody: (paper) => `This is how you will hear from ${paper} on this device.`,
};

const catalogs: Record<string, AlertWords> = {
  en,
  de: {
    correction: (headline) => `Berichtigung: ${headline}`,
    withdrawn: 'Ein Bericht wurde zurückgezogen',
    withdrawnBody:
      'Ein Bericht, auf den wir Sie hingewiesen haben, wurde zurückgezogen. Die Seite nennt den Grund.',
    welcome: 'Meldungen sind eingeschaltet',
    welcomeBody: (paper) => `So meldet sich ${paper} auf diesem Gerät.`,
  },
  el: {
    correction: (headline) => `Διόρθωση: ${headline}`,
    withdrawn: 'Ένα θέμα αποσύρθηκε',
    withdrawnBody: 'Ένα θέμα για το οποίο ειδοποιηθήκατε αποσύρθηκε. Η σελίδα εξηγεί γιατί.',
    welcome: 'Οι ειδοποιήσεις ενεργοποιήθηκαν',
    welcomeBody: (paper) => `Έτσι θα σας ειδοποιεί σε αυτή τη συσκευή: ${paper}.`,
  },
  es: {
    correction: (headline) => `Corrección: ${headline}`,
    withdrawn: 'Se ha retirado una noticia',
    withdrawnBody: 'Se ha retirado una noticia de la que le avisamos. La página explica por qué.',
    welcome: 'Los avisos están activados',
    welcomeBody: (paper) => `Así le avisará ${paper} en este dispositivo.`,
  },
  fr: {
    correction: (headline) => `Rectification : ${headline}`,
    withdrawn: 'Un article a été retiré',
    withdrawnBody: 'Un article dont nous vous avions averti a été retiré. La page dit pourquoi.',
    welcome: 'Les alertes sont activées',
    welcomeBody: (paper) => `Voici comment ${paper} vous avertira sur cet appareil.`,
  },
  ar: {
    correction: (headline) => `تصحيح: ${headline}`,
    withdrawn: 'سُحب خبر',
    withdrawnBody: 'سُحب خبر كنا قد نبهناك إليه. الصفحة توضح السبب.',
    welcome: 'التنبيهات مفعّلة',
    welcomeBody: (paper) => `هكذا ستصلك أخبار ${paper} على هذا الجهاز.`,
  },
  ru: {
    correction: (headline) => `Поправка: ${headline}`,
    withdrawn: 'Материал отозван',
    withdrawnBody: 'Материал, о котором мы вам сообщали, отозван. На его странице сказано почему.',
    welcome: 'Оповещения включены',
    welcomeBody: (paper) => `Так на этом устройстве вы будете получать новости: ${paper}.`,
  },
  uk: {
    correction: (headline) => `Виправлення: ${headline}`,
    withdrawn: 'Матеріал відкликано',
    withdrawnBody: 'Матеріал, про який ми вам повідомляли, відкликано. На його сторінці сказано чому.',
    welcome: 'Сповіщення увімкнено',
    welcomeBody: (paper) => `Так на цьому пристрої ви отримуватимете новини: ${paper}.`,
  },
};

export function alertWords(language: string): AlertWords {
  return catalogs[primaryLanguage(language)] ?? en;
}
