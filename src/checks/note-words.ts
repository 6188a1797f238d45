/**
 * How newsrooms write notes to themselves into copy, in the languages of the house and its neighbours: whatever language
 * the story is in, the note may be in the desk's own.
 */

/** Said of nothing else: in capitals at the head of a line or sentence, or before a colon. */
const strong = [
  'TO DO|TO-DO|FIXME|TKTK|TO CHECK|TO COME|TO CONFIRM|TO VERIFY|CHECK THIS|CHECK NAME|CHECK SPELLING|NEEDS CHECKING|NEEDS CHECK|FACT CHECK THIS|NOTE TO SELF|NOTE TO DESK|NOTE TO EDITOR|NOTE TO EDITORS|NOTE TO SUBS|ATTENTION EDITORS|EDITORS PLEASE NOTE|QUERY DESK',
  'À VÉRIFIER|A VÉRIFIER|A VERIFIER|À COMPLÉTER|A COMPLETER|À CONFIRMER|A CONFIRMER|À FAIRE|À RELIRE|À PRÉCISER|À REVOIR',
  'ZU PRÜFEN|NOCH PRÜFEN|BITTE PRÜFEN|NOCH ZU PRÜFEN|NOCH ERGÄNZEN|BITTE ERGÄNZEN|NOCH KLÄREN|ZU KLÄREN|NACHTRAGEN|NOCH CHECKEN|FEHLT NOCH|ZU ERGÄNZEN',
  'ΝΑ ΕΛΕΓΧΘΕΙ|ΝΑ ΕΛΕΓΧΘΟΥΝ|ΝΑ ΤΣΕΚΑΡΙΣΤΕΙ|ΝΑ ΣΥΜΠΛΗΡΩΘΕΙ|ΝΑ ΣΥΜΠΛΗΡΩΘΟΥΝ|ΝΑ ΕΠΙΒΕΒΑΙΩΘΕΙ|ΝΑ ΔΙΑΣΤΑΥΡΩΘΕΙ|ΝΑ ΜΠΕΙ|ΝΑ ΡΩΤΗΣΩ|ΠΡΟΣ ΕΛΕΓΧΟ|ΓΙΑ ΕΛΕΓΧΟ|ΕΚΚΡΕΜΕΙ ΕΛΕΓΧΟΣ',
  'ПРОВЕРИТЬ|УТОЧНИТЬ|ДОПИСАТЬ|ПЕРЕПРОВЕРИТЬ|НА ПРОВЕРКУ|НАДО ПРОВЕРИТЬ|НУЖНО ПРОВЕРИТЬ|СДЕЛАТЬ',
  'ПЕРЕВІРИТИ|УТОЧНИТИ|ДОПИСАТИ|ДОДАТИ СЮДИ|НА ПЕРЕВІРКУ|ТРЕБА ПЕРЕВІРИТИ',
  'A VERIFICAR|POR VERIFICAR|POR CONFIRMAR|A CONFIRMAR|POR COMPLETAR|A COMPLETAR|COMPROBAR|PENDIENTE DE VERIFICAR|PENDIENTE DE CONFIRMAR|FALTA VERIFICAR|FALTA CONFIRMAR|PARA VERIFICAR',
  'DA VERIFICARE|DA CONTROLLARE|DA COMPLETARE|DA CONFERMARE|DA FARE|DA RIVEDERE',
  'VERIFICAR|CONFERIR|DO SPRAWDZENIA|SPRAWDZIĆ|UZUPEŁNIĆ|NAKIJKEN|NOG CHECKEN|DA PROVERITI|PROVERITI|PROVJERITI|KONTROL EDİLECEK|DOĞRULANACAK|DE VERIFICAT',
].join('|');
/** Other words too: only in capitals, before a colon, or alone on the line. */
const weak =
  'CHECK|CONFIRM|VERIFY|ASK|DESK|SUBS|EDS|TBC|TBD|VÉRIFIER|VERIFIER|CONFIRMER|PRÜFEN|CHECKEN|KLÄREN|ERGÄNZEN|ΕΛΕΓΧΟΣ|ΣΗΜΕΙΩΣΗ|ДОБАВИТЬ|ВСТАВИТЬ|ДОДАТИ|ВСТАВИТИ|REVISAR|CONFIRMAR|COMPLETAR|PENDIENTE|VERIFICARE|CONTROLLARE|CONFERMARE';
/** Without capitals: before a colon, in brackets, or alone on the line. */
const arabic =
  'للتحقق(?: منه| منها)?|للمراجعة|للتأكد|للاستكمال|للتدقيق|يرجى التحقق|يرجى التأكد|يجب التحقق|بحاجة إلى تحقق|للإضافة|לבדוק|לבדיקה|לאמת|להשלים|待查|待核实|待核實|待确认|待確認|待补充|待補充|要確認|要チェック|확인 필요|확인필요';

const head = '(?<=^|[\\n.!?…:;]\\s{0,2}[(\\[{«“"\'*•\\->–—]{0,3}\\s?)';
const after = '(?![\\p{L}\\p{M}\\p{N}])';
const lineEnd = '\\s*[)\\]}!?.…*]*\\s*(?=\\n|$)';

/** Critical: nobody writes so for readers. */
export const loudNotes: readonly RegExp[] = [
  new RegExp(`${head}(?:${strong})${after}`, 'gu'),
  new RegExp(`${head}(?:${weak})${after}(?:\\s?:|${lineEnd})`, 'gu'),
  new RegExp(`${head}(?:${arabic})(?:\\s?[:：]|${lineEnd})`, 'gu'),
  /(?<![\p{L}\p{N}_-])(?:TKTK(?:TK)*|FIXME|TODO\s?:)(?![\p{L}\p{N}_-])/gu,
];

/** Where “todo” is no word of the language. */
export const todo = /(?<![\p{L}\p{N}_-])TODO(?=\s?\(|\s+\p{Ll}|\s*[.!]?\s*(?:\n|$|\)))/gu;
export const hasTodo: ReadonlySet<string> = new Set(['es', 'pt', 'gl', 'ast', 'ca', 'an', 'fil']);

/** Major: in small letters before a colon at the head of a line, where it may be a label. */
export const quietNotes: readonly RegExp[] = [new RegExp(`(?<=^|\\n)(?:todo|${strong})${after}\\s?:`, 'giu')];

const noun =
  'name|age|title|link|source|quote|number|date|figure|spelling|photo|caption|details?|nom|nombre|fecha|source|quelle|zahl|datum|όνομα|πηγή|имя|источник|ім’я|джерело|nome|fonte|الاسم|المصدر';
/** In square brackets, where an editor's own words in a quotation are none of these. */
export const bracketed = new RegExp(
  `\\[\\s*(?:(?:tk(?:tk)?|tbc|tbd|todo|to do|fixme|xx+|\\?+|check|confirm|verify|${strong}|${arabic})${after}[^\\]\\n]{0,80}|(?:${noun})(?:\\s?\\?+|\\s(?:tk|tbc|xx+)))\\s*\\]|\\(\\s*(?:tktk|to be checked|to be confirmed by desk|check (?:spelling|name|age|date|number|figure|title|with)[^)\\n]{0,60}|\\?{2,}|${strong}|${arabic})\\s*\\??\\s*\\)`,
  'giu',
);

/** A field that a template left open. */
export const openFields =
  /\[(?:NAME|AGE|TITLE|SOURCE|QUOTE|NUMBER|DATE|PLACE|NOM|NOMBRE|FECHA|DATUM|ΟΝΟΜΑ|ИМЯ|ІМ’Я|NOME)\]/gu;

/** Numbers that are still to come: TK people, aged TK, $TK, XX percent. */
export const openNumbers: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])(?:TK|XX+)(?=\s(?:people|persons|percent|per cent|years?|million|billion|dollars|euros|pounds|others|times|days|hours|km|miles|metres|meters)\b|\s?%)/gu,
  /(?<=\b(?:aged?|nearly|about|some|around|roughly|almost|over) |[$€£])(?:TK|XX+)(?![\p{L}\p{N}])/gu,
];

/** The trade's own placeholder as a whole line or sentence: “XXX check name. TK”. */
export const alone: readonly RegExp[] = [
  /(?<=^|[\n.!?…]\s{0,2})(?:TK|XXX+)(?=\s*[:.!?)]?\s*(?:\n|$))/gu,
  /(?<=^|[\n.!?…]\s{0,2})(?:TK|XXX+)(?=\s?:|\s+(?!\p{Lu})(?:check|name|to|need|ask|confirm|verify|more|quote|add|insert|who|what|when|where|source|age|title|link|spelling)\b)/gu,
];

/** Those that may look beyond an empty line for what ends the note. */
export const reachFurther: ReadonlySet<RegExp> = new Set([
  bracketed,
  ...loudNotes.slice(1, 3),
  ...alone.slice(1),
]);
