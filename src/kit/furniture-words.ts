/**
 * How websites speak of themselves in the middle of copy, in the languages that newsrooms read: one list for the wire, which
 * sets such blocks aside, and for the check. Each pattern must match a whole short block from its beginning: words like
 * these inside of a sentence are copy.
 */
import { isButton } from './furniture-buttons.ts';

export type Furniture =
  | 'subscribe'
  | 'share'
  | 'comments'
  | 'read-also'
  | 'credit'
  | 'rights'
  | 'advertisement'
  | 'feed-line'
  | 'button';

/** Where a reader is sent to follow a source. */
const PLACES =
  'newsletters?|news ?letter|(?:by|via|per|por) e-?mail|your inbox|e-?mail (?:alerts?|updates?|list)|mailing list|alerts?|telegram|whatsapp|facebook|instagram|twitter|tiktok|youtube|viber|x\\.com|google news|app|channel|push|kanal\\p{L}*|канал\\p{L}*|телеграм\\p{L}*|рассылк\\p{L}*|розсилк\\p{L}*|дзен\\p{L}*|вконтакте|infolettre|lettre d.information|boletín|boletines|canal|notificaciones|notifications?|ενημερωτικ\\p{L}*|κανάλι|نشرت\\p{L}*|النشرة|قناة|قناتنا|تلغرام|تيليغرام|واتساب|bülten\\p{L}*|biuletyn\\p{L}*|nieuwsbrief|nyhetsbrev\\p{L}*|nyhedsbrev\\p{L}*|уведомлени\\p{L}*';

/** To ask a reader to subscribe or follow: the words of asking, then a place to do it, in one short block. */
const ASKING =
  'subscribe|sign up|join (?:us|our)|follow (?:us|our|@?\\p{L}+)|get (?:our|the (?:latest|best)|breaking|more)|download our|register (?:for|to)|like us|abonnez-vous|inscrivez-vous|suivez[- ]|recevez|rejoignez|suscríb\\p{L}*|suscrib\\p{L}*|apúntate|síguenos|sigue (?:a|nuestr|toda)|recibe|únete|assine|inscreva-se|siga|receba|participe do|iscriviti|iscrivetevi|seguici|seguiteci|ricevi|abonnieren|abonniere|melden sie sich|folgen sie|folge uns|jetzt (?:abonnieren|anmelden)|schrijf je in|meld je aan|volg ons|prenumerera|följ|følg|abonner|tilmeld|zapisz się|subskrybuj|obserwuj|dołącz|abonează-te|abonați-vă|urmăriți|urmărește|подпи(?:шитесь|сывайтесь|саться)|присоединяйтесь|следите за|читайте нас|підпи(?:шіться|суйтесь)|приєднуйтесь|стежте за|εγγραφείτε|γραφτείτε|ακολουθήστε|κάντε (?:like|εγγραφή)|μπείτε στο|بإمكانكم متابعة|تابعوا|تابعونا|اشترك\\p{L}*|انضم\\p{L}*|abone ol\\p{L}*|takip ed\\p{L}*|הירשמו|הצטרפו|עקבו';

/** Each with the longest block, in letters, that it is believed of. */
const FURNITURE: { kind: Furniture; most: number; pattern: RegExp }[] = [
  {
    kind: 'subscribe',
    most: 260,
    pattern: new RegExp(
      `^[\\p{S}\\p{P}\\s]*(?:(?:please|click here to|don.t forget to|to (?:stay|keep) (?:updated|informed),?|want more\\??|πατήστε εδώ και|если вам [^.]{0,40},) )?(?:${ASKING})(?!\\p{L})[^.!?]{0,160}(?<!\\p{L})(?:${PLACES})(?!\\p{L})`,
      'iu',
    ),
  },
  {
    kind: 'subscribe',
    most: 40,
    pattern:
      /^[\p{S}\p{P}\s]*(?:subscribe(?: now| today| here)?|sign up(?: now| here)?|follow us|s.abonner|suscríbete|assine já|iscriviti|jetzt abonnieren|подписаться|підписатися|εγγραφή|اشترك(?: الآن)?|abone ol)[\p{P}\p{S}\s]*$/iu,
  },
  {
    kind: 'share',
    most: 140,
    pattern:
      /^[\p{S}\p{P}\s]*(?:(?:share(?: this)?(?: (?:article|story|post|page|on|via|with)\b.{0,40})?|partager?(?: (?:cet article|sur)\b.{0,40})?|compartir(?: (?:en|esta noticia)\b.{0,40})?|compartilh(?:ar|e)(?: .{0,40})?|condividi(?: .{0,40})?|teilen(?: .{0,20})?|artikel teilen|delen|dela|del|udostępnij|distribuie|поделиться(?: .{0,40})?|поделись .{0,40}|поділитися(?: .{0,40})?|κοινοποί(?:ηση|ησε|ήστε)(?: .{0,40})?|μοιραστείτε το(?: .{0,40})?|شارك(?:ها)?(?: .{0,30})?|مشاركة|paylaş|שתפו|שיתוף)[\p{P}\p{S}\s]*)+$/iu,
  },
  {
    kind: 'share',
    most: 160,
    pattern:
      /^(?:[\p{P}\p{S}\s\d]*(?:facebook|twitter|linkedin|whatsapp|telegram|pinterest|reddit|tumblr|e-?mail|print|copy link|viber|messenger|pocket|skype|share|tweet|pin it|like|vk(?:ontakte)?|ok|одноклассники|вконтакте|more|flipboard|bluesky|threads|mastodon|εκτύπωση|imprimer|drucken|imprimir)(?!\p{L})){2,}[\p{P}\p{S}\s\d]*$/iu,
  },
  {
    kind: 'share',
    most: 160,
    pattern:
      /^[\p{P}\p{S}\s]*(?:share|поделиться|поделитесь|partager|compartir|compartilhe|condividi|teilen|delen|κοινοποίηση|μοιραστείτε|شارك|paylaş)(?!\p{L})[^.!?]{0,24}?(?:facebook|twitter|linkedin|whatsapp|telegram|viber|e-?mail|vk)(?:[\p{P}\p{S}\s]|(?:facebook|twitter|x|linkedin|whatsapp|telegram|pinterest|reddit|e-?mail|print|copy link|viber|messenger|vk|and|or)(?!\p{L}))*$/iu,
  },
  {
    kind: 'comments',
    most: 160,
    pattern:
      /^[\p{S}\p{P}\s]*(?:leave a (?:reply|comment)(?=[\p{P}\s]*$| (?:cancel|on|to|below|here|for)(?!\p{L}))|(?:post|add|write) a comment|your e-?mail address will not be published|required fields are marked|cancel reply|be the first to comment|no comments(?: yet)?$|\d+ comments?$|comments? (?:are closed|\(\d+\))|log in to (?:leave a )?comment|join the (?:conversation|discussion)$|laisser un commentaire|ajouter un commentaire|votre adresse (?:e-?mail|de messagerie) ne sera pas|deja(?:r)? un comentario|tu dirección de correo electrónico no será|deixe um comentário|o seu endereço de e-?mail não será|lascia un commento|il tuo indirizzo e-?mail non sarà|schreiben sie einen kommentar|kommentar (?:verfassen|hinterlassen|schreiben)|deine e-?mail-adresse wird nicht|geef een reactie|lämna en kommentar|legg igjen|dodaj komentarz|lasă un (?:comentariu|răspuns)|оставить комментарий|оставьте комментарий|добавить комментарий|ваш адрес e-?mail не будет|залишити коментар|αφήστε (?:ένα )?σχόλιο|γράψτε (?:το|ένα) σχόλιο|προσθήκη σχολίου|η ηλ\. ?διεύθυνση σας δεν|اترك تعليق\p{L}*|أضف تعليق\p{L}*|لن يتم نشر عنوان|yorum (?:yap|yaz)|e-?posta adresiniz yayınlanmayacak|כתיבת תגובה)/iu,
  },
  {
    kind: 'read-also',
    most: 240,
    pattern:
      /^[\p{S}\p{P}\s]*(?:read (?:also|more|next|this next|the full (?:story|article|post))|also read|see also|must read|more (?:on|from|about) this|related (?:articles?|stories|posts|news|content|topics|links)|related(?= ?:|$)|recommended(?: (?:stories|articles|reading))?|you (?:may|might) (?:also )?(?:like|be interested in)|(?:don.t miss|more stories|top stories|editor.s picks|trending(?: now)?|popular (?:now|stories)|most read)|lire (?:aussi|également|la suite)|à lire (?:aussi|également)|voir aussi|sur le même sujet|lee también|leer (?:también|más)|lea también|te puede interesar|le puede interesar|ver también|noticias relacionadas|leia (?:também|mais)|veja (?:também|mais)|saiba mais|leggi anche|leggi tutto|vedi anche|potrebbe interessarti|ti potrebbe interessare|lesen sie (?:auch|mehr|hier)|lies auch|mehr zum thema|weiterlesen|auch interessant|lees ook|lees (?:meer|verder)|bekijk ook|läs (?:också|även|mer)|les (?:også|mer)|læs (?:også|mere)|lue myös|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|przeczytaj (?:też|także|również)|citește și|citiți și|vezi și|přečtěte si|čtěte také|olvasd el|читай(?:те)? (?:также|еще|ещё|по теме|подробнее|далее)|смотрите также|по теме|материалы по теме|также по теме|рекомендуем|читайте також|дивіться також|за темою|διάβασε(?: επίσης| ακόμα| ακόμη| και)?|διαβάστε(?: επίσης| ακόμα| ακόμη| περισσότερα| εδώ| και| σχετικά)?|δείτε (?:επίσης|ακόμα|ακόμη|και|εδώ)|σχετικά (?:άρθρα|θέματα)|ειδήσεις σήμερα|όλες οι (?:τελευταίες )?ειδήσεις|اقرأ(?:وا)? (?:أيضا|أيضًا|أيضاً|المزيد|كذلك)|اقرا ايضا|طالع (?:أيضا|أيضًا|أيضاً)|شاهد أيضا|مواضيع ذات صلة|ayrıca okuyun|bunu da oku|ilgili haberler|קראו גם|עוד בנושא|יעניין אותך|यह भी पढ़ें|ये भी पढ़ें|延伸阅读|相关(?:阅读|新闻|报道)|更多阅读|関連記事|あわせて読みたい|関連ニュース|관련 ?기사)(?![\p{L}])/iu,
  },
  {
    kind: 'feed-line',
    most: 400,
    pattern:
      /^(?:the post .{1,250} (?:appeared first on|first appeared on) .{1,100}|(?:continue reading|read (?:more|the rest)(?: of (?:this|the) (?:entry|article|post|story))?|weiterlesen|lire la suite|(?:seguir|continuar) leyendo|continua a leggere|lees verder|читать (?:далее|полностью|дальше)|διαβάστε περισσότερα|(?:more|comments?|permalink)|l.article .{1,250} est apparu en premier sur .{1,100}|la entrada .{1,250} (?:apareció primero|se publicó primero) en .{1,100}|o post .{1,250} apareceu primeiro em .{1,100}|l.articolo .{1,250} proviene da .{1,100}|der beitrag .{1,250} erschien zuerst auf .{1,100}|сообщение .{1,250} (?:появились|появилась|появился) сначала на .{1,100}|het bericht .{1,250} verscheen eerst op .{1,100})[\s\p{P}\p{S}]*)$/iu,
  },
  {
    kind: 'credit',
    most: 160,
    pattern:
      /^[\p{S}\p{P}\s]*(?:ap |file |cover |top |featured |header |main )?(?:photo(?:s|graphs?|graphy)?|images?|pictures?|illustration|video)(?: (?:credits?|courtesy|source|copyright))?(?:\s*[:©|/]|(?: (?:by|via|courtesy of)) (?:\S+\s?){1,4}$)/iu,
  },
  {
    kind: 'credit',
    most: 160,
    pattern:
      /^[\p{S}\p{P}\s]*(?:(?:crédits?(?: photo)?|photo d.illustration|légende|foto(?:grafía|graf[oa])?(?: de archivo)?|fotos?|imagen(?: de portada)?|imagem|créditos?|immagine|bild(?:quelle|er|nachweis)?|symbol(?:bild|foto)|quelle|beeld|foto's|kuva|zdjęcie|fot\.?|sursa foto|φωτο(?:γραφία|γραφίες)?|φώτο|πηγή(?: φωτογραφίας)?|фото(?:графия|графії)?|изображение|источник фото|الصورة|صورة|מקור|צילום|fotoğraf|写真|图片来源|图源)\s*(?:[:：©|/]|\bdpa\b|(?:de|by|von|di) \p{Lu}))/iu,
  },
  {
    kind: 'rights',
    most: 240,
    pattern:
      /^[\p{P}\s]*(?:(?:copyright|©|\(c\))\s*(?:[©:]|\(c\)|by\s|\d{4}).{0,160}|©.{0,80}|.{0,80}(?:all rights reserved|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|alle rechte vorbehalten|все права защищены|всі права захищені|με επιφύλαξη παντός δικαιώματος|جميع الحقوق محفوظة|tüm hakları saklıdır|wszelkie prawa zastrzeżone|toate drepturile rezervate).{0,120})$/iu,
  },
  {
    kind: 'advertisement',
    most: 60,
    pattern:
      /^[\p{P}\p{S}\s]*(?:advertisements?|advert|sponsored(?: content)?|promoted(?: content)?|story continues below(?: advertisement)?|article continues below|continue reading below|skip (?:to content|advertisement|ad)|publicité|la suite après la publicité|publicidad(?:e)?|continua após a publicidade|pubblicità|anzeige|werbung|advertentie|annons|annonse|annonce|reklama|reklam|реклама|διαφήμιση|إعلان(?:ات)?|اعلان|פרסומת|广告|広告|loading\.*|cookie settings|accept (?:all )?cookies|allow cookies)[\p{P}\p{S}\s]*$/iu,
  },
];

/** What kind of furniture a short block is; null for copy. `read-also` may still be a sentence: who asks looks further. */
export function furnitureKind(text: string): Furniture | null {
  const found = FURNITURE.find(({ most, pattern }) => text.length <= most && pattern.test(text));
  return found?.kind ?? (isButton(text) ? 'button' : null);
}
