/**
 * A website's own furniture, as it gets into copied text: invitations, buttons, notices. Each pattern is for a whole
 * line, or for the end of one; a sentence that merely speaks of newsletters is no furniture.
 */

/** Whole lines, by language. A line is trimmed, and may end in a colon, arrow or stop. */
const lines: Record<string, string> = {
  en: "(?:read more|read also|see also|related|more on this|don[’']t miss|also read)\\s*:.{1,140}|read more|read also|see also|also read|more on this story|more on this topic|related stories|related articles|related|you may also like|recommended for you|recommended|most read|most popular|trending now|trending|share this|share this article|share this story|share on (?:facebook|twitter|x|whatsapp|linkedin)|share|tweet|print|email this|print this page|copy link|link copied|advertisement|advertising|sponsored|sponsored content|story continues below(?: advertisement)?|article continues below(?: advertisement)?|continue reading|continue reading below|skip to (?:main )?content|skip advertisement|loading|loading\\.\\.\\.|subscribe|subscribe now|sign in|log in|sign up|register|sign up for our newsletter.{0,60}|subscribe to our newsletter.{0,60}|get our newsletter.{0,60}|follow us(?: on .{0,60})?|like us on facebook.{0,40}|download (?:our|the) app.{0,40}|accept(?: all)? cookies|we use cookies.{0,200}|this site uses cookies.{0,200}|all rights reserved|click here.{0,60}|read the full (?:story|article).{0,40}|back to top|leave a comment|\\d* ?comments|view comments|show comments|photo gallery|view gallery|watch (?:the )?video(?: below)?|(?:more )?from around the web|next article|previous article|filed under.{0,80}|tags?|image source.{0,60}|getty images|published by|listen to this article|(?:\\d+ )?min(?:ute)?s? read|share full article|gift this article",
  el: 'διαβάστε (?:περισσότερα|επίσης|ακόμη|ακόμα|και).{0,120}|δείτε (?:επίσης|ακόμα|και|περισσότερα).{0,120}|διαφήμιση|κοινοποίηση|ακολουθήστε (?:μας|το .{2,40}) (?:στο|σε).{0,120}|εγγραφείτε στο newsletter.{0,80}|σχετικά άρθρα|περισσότερα|όλες οι ειδήσεις.{0,120}|δημοφιλή|σχόλια|με πληροφορίες από.{0,60}',
  ru: 'читайте также.{0,160}|читать (?:далее|дальше|полностью)|подробнее|реклама|поделиться|подпис(?:ывайтесь|аться|шитесь)(?: на .{0,80})?|смотрите также.{0,120}|материалы по теме|по теме|популярное|комментарии|все права защищены|новости партн[её]ров',
  uk: 'читайте також.{0,160}|читати (?:далі|більше)|детальніше|реклама|поділитися|підпи(?:суйтесь|шіться|сатися).{0,80}|дивіться також.{0,120}|матеріали за темою|популярне|коментарі|усі права захищено',
  es: 'lea? (?:también|más).{0,120}|leer más|te puede interesar.{0,120}|ver más|publicidad|compartir|suscríbe(?:te|se).{0,80}|síguenos en.{0,80}|noticias relacionadas|lo más (?:leído|visto)|comentarios|todos los derechos reservados|más información|haz clic aquí.{0,60}',
  fr: 'lire (?:aussi|la suite|également).{0,120}|à lire aussi.{0,120}|publicité|partager|abonnez-vous.{0,80}|suivez-nous.{0,80}|sur le même sujet|les plus lus|commentaires|tous droits réservés|cliquez ici.{0,60}|en savoir plus|article réservé aux abonnés|la suite après (?:la|cette) publicité',
  de: 'lesen sie auch.{0,120}|mehr zum thema|mehr lesen|weiterlesen|anzeige|werbung|teilen|jetzt abonnieren|abonnieren sie.{0,80}|folgen sie uns.{0,80}|das könnte sie auch interessieren|meistgelesen|kommentare|alle rechte vorbehalten|hier klicken.{0,60}|zum newsletter.{0,40}',
  it: 'leggi (?:anche|tutto|di più).{0,120}|continua a leggere|pubblicità|condividi|iscriviti.{0,80}|abbonati.{0,60}|seguici su.{0,80}|articoli correlati|i più letti|commenti|tutti i diritti riservati|clicca qui.{0,60}|guarda il video|riproduzione riservata',
  ar: 'اقرأ (?:أيضا|أيضًا|أيضاً|المزيد).{0,120}|إقرأ أيضا.{0,120}|شاهد أيضا.{0,120}|إعلان|شارك|مشاركة|اشترك.{0,80}|تابعنا على.{0,80}|المزيد|جميع الحقوق محفوظة|تعليقات|الأكثر قراءة|مواضيع ذات صلة',
};

/** Parts of a line, wherever it stands: nobody writes these into a story. */
const anywhere = String.raw`\(?\s*(?:story|article) continues (?:below|after)(?: (?:this )?(?:ad|advertisement|video|photo))?\s*\)?|click here to (?:subscribe|read|sign up|view|watch|listen|download)[^.\n]{0,60}|sign up for (?:our|the) (?:free |daily |weekly )*newsletters?\b[^.\n]{0,60}|subscribe to our [^.\n]{0,60}|follow us on (?:facebook|twitter|x|instagram|telegram|whatsapp|youtube|google news)\b[^.\n]{0,60}|(?:©|\(c\)|copyright) ?(?:19|20)\d\d[^\n]{0,80}|all rights reserved|this (?:post|article) (?:first )?appeared (?:first )?on\b[^\n]{0,80}|(?:the post|the article) .{1,160} (?:appeared first on|first appeared on) [^\n]{1,60}|share (?:this )?(?:on|via) (?:facebook|twitter|whatsapp)|your browser does not support[^.\n]{0,60}|please enable javascript[^.\n]{0,60}|we use cookies[^.\n]{0,80}|by continuing to (?:use|browse) (?:this|our) (?:site|website)[^.\n]{0,80}|todos los derechos reservados|tous droits réservés|alle rechte vorbehalten|tutti i diritti riservati|riproduzione riservata|все права защищены|усі права захищено|με επιφύλαξη παντός δικαιώματος|جميع الحقوق محفوظة`;

const wholeLine = new RegExp(`^[\\s>»→•*\\-–—|]*(?:${Object.values(lines).join('|')})[\\s.:…!»→>|]*$`, 'iu');
const inLine = new RegExp(anywhere, 'giu');
const LONGEST_LINE = 240; // units of a line that may be furniture as a whole

/** Whether the whole line is a website's and not the story's. */
export function isFurnitureLine(line: string): boolean {
  return line.length <= LONGEST_LINE && wholeLine.test(line);
}

/** Spans within a line that are a website's: for a line that also holds copy. */
export function furnitureIn(line: string): { start: number; end: number }[] {
  return [...line.matchAll(inLine)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
