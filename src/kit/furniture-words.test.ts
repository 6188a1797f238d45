import { describe, expect, it } from 'vitest';
import { furnitureKind } from './furniture-words.ts';

/** Lines as websites print them around a story, written for this test. */
const usual: Record<string, string[]> = {
  en: [
    'Source link',
    'Leave a Reply',
    'Your email address will not be published. Required fields are marked *',
    'Save my name, email, and website in this browser for the next time I comment.',
    'Notify me of new posts by email.',
    'Click to share on Facebook (Opens in new window)',
    'Share this:',
    'Share this article on WhatsApp',
    'Like this: Like Loading...',
    'Get the app',
    'Download our free app for breaking news',
    'Enable notifications to never miss a story',
    'The Harbour Post would like to send you notifications',
    'Powered by OneSignal',
    'Subscribe to continue reading',
    'Already a subscriber? Sign in',
    'This article is for subscribers only.',
    'Get breaking news in your inbox',
    'Support independent journalism',
    'Spotted an error? Tell us',
    'View all comments',
    'This site uses Akismet to reduce spam. Learn how your comment data is processed.',
    'Post Views: 417',
    'Reading time: 3 minutes',
    'Related topics: harbours, ferries',
  ],
  es: ['Deja un comentario', 'Activa las notificaciones', 'Enlace fuente', 'Tiempo de lectura: 3 minutos'],
  fr: ['Laisser un commentaire', 'Activez les notifications', 'Lien source', 'Déjà abonné ? Connectez-vous'],
  de: ['Kommentar schreiben', 'Benachrichtigungen aktivieren', 'Link zur Quelle', 'Artikel teilen'],
  it: ['Lascia un commento', 'Attiva le notifiche', 'Link alla fonte', 'Scarica la nostra app'],
  el: ['Αφήστε μια απάντηση', 'Ενεργοποιήστε τις ειδοποιήσεις', 'Πηγή άρθρου', 'Κατεβάστε την εφαρμογή'],
  ru: ['Оставить комментарий', 'Включите уведомления', 'Ссылка на источник', 'Нашли опечатку? Выделите её'],
  uk: ['Залишити відповідь', 'Увімкніть сповіщення', 'Посилання на джерело', 'Завантажте наш застосунок'],
  ar: ['اترك تعليقا', 'تفعيل الإشعارات', 'رابط المصدر', 'حمل التطبيق'],
};

const copy = [
  'The council will share this burden with the port, the mayor said.',
  'Leave a reply unsent for a week, and the offer lapses, the letter says.',
  'The app was powered by a battery that the company had recalled.',
  'Subscribers to the ferry pay four euros a month.',
  'Get out, the captain shouted, and nobody stayed.',
  'Views differ on what the bridge should cost.',
  'Donate blood on Saturday, the hospital asks: it has two days’ worth left.',
  'El puente seguirá cerrado, y compartir coche será gratis.',
  'Le pont reste fermé ; partager un taxi coûte deux euros.',
  'Die Brücke bleibt gesperrt; teilen müssen sich die Last beide Städte.',
  'Мост закрыт, и включить уведомления о паромах город не может.',
];

describe('what a website says of itself', () => {
  it.each(Object.entries(usual).flatMap(([language, lines]) => lines.map((line) => [language, line])))(
    '%s: “%s” is told from copy',
    (_language, line) => {
      expect(furnitureKind(line ?? '')).not.toBeNull();
    },
  );

  it.each(copy.map((line) => [line]))('“%s” is copy', (line) => {
    expect(furnitureKind(line)).toBeNull();
  });
});
