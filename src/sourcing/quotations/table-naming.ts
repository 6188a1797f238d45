/** ‘X nannte es „…“’ and ‘X: „…“’: a quotation whose speaker no verb of saying names. */
import type { Span } from '../../kit/paragraphs.ts';
import type { RawStatement } from './found.ts';
import { MASK } from './masked.ts';
import { personIn } from './person-in.ts';
import type { TableReader } from './table-phrases.ts';
import { openingSubject, tableSubject } from './table-subjects.ts';

const REACH = 120; // characters between the verb and the quotation that it leads to
const NAME = "\\p{Lu}[\\p{L}\\p{M}.’'-]*";
const PARTICLE = '(?:de|del|della|di|da|dos|van|von|der|den|la|le|al|el|bin|ντε)';
const label = new RegExp(
  `^[\\s—–-]*(${NAME}(?:\\s+(?:${PARTICLE}\\s+)?${NAME}){1,3})(?:\\s*\\([^()\\n]{1,40}\\))?\\s*:\\s*(?=${MASK})`,
  'u',
);
const arabicLabel = new RegExp(
  `^\\s*(\\p{Script=Arabic}+(?:\\s+\\p{Script=Arabic}+){1,2})(?:\\s*\\([^()\\n]{1,40}\\))?\\s*:\\s*(?=${MASK})`,
  'u',
);
// What stands before a colon and is nobody.
const things =
  /(?:^|\s)(?:Nachricht|Frage|Antwort|Meldung|Hinweis|Fazit|Ergebnis|Beispiel|Motto|Titel|Vorwurf|Überschrift|Aufschrift|Botschaft|Zitat|Satz|Neuer?|Última|Hora|Exclusiva|Nota|Noticia|Dernière|Info|Exclusif|Esclusiva|Ultima|Update|Live|Video|Foto|Новость|Вопрос|Ответ|Фото|Видео|Питання|Відповідь|Είδηση|Ερώτηση|Απάντηση|سؤال|جواب|عاجل|تحديث|خبر|العنوان|رسالة|قال|قالت)(?=\s|$)/u;
// Passive or reflexive: what it is called by everybody.
const passive =
  /(?:^|\s)(?:se|si|s['’]|stat[oaie]|wird|wurden?|worden|est|sont|été|fue|fueron|sido|был[аио]?|був|була|було|були|είναι|έχει|αυτό)\s*$/iu;

// ‘sprach von einem „Urteil nach Gefühl“’: only of what stands behind its preposition; ‘sprach mit der „Bild“’ is none.
const speaking =
  /^(?:spr[ai]ch[te]?(?:en)?|spricht|habl\p{L}+|parl\p{L}+|говори\p{L}+|говор\p{L}+|έκαν\p{L}+|κάν\p{L}+)$/iu;
const relative = /^(?:che|qui|que|quien|der|die|das|который|которая|яка|який|що|που)$/iu; // whose clause it is, it does not say
const ofWhat =
  /(?:^|\s)(?:(?:von|vom|de[ls]?|di|de(?:llo|lla|lle|gli|i)|о|об|про|λόγο για)(?=\s)|(?:d|dell)['’])(?:\s?[\p{L}\p{M}]+){0,3}\s*$/iu;

/** Whether what stands before a colon is a heading and nobody. */
export function isThing(lead: string): boolean {
  return things.test(lead.replace(':', ' '));
}

/** Null where the sentence is no name before a quotation. */
export function afterLabel(reader: TableReader, sentence: Span): RawStatement | null {
  const { masked, language, quotes } = reader;
  const here = masked.slice(sentence.start, sentence.end);
  const found = (language.startsWith('ar') ? arabicLabel : label).exec(here);
  const name = found?.[1];
  if (!found || name === undefined || things.test(name) || saysSomething(reader, name)) return null;
  const quote = quotes.find(({ whole }) => whole.start === sentence.start + found[0].length);
  if (!quote) return null;
  const start = sentence.start + found[0].indexOf(name);
  const colon = sentence.start + found[0].lastIndexOf(':');
  return {
    content: [quote.content],
    cue: { start: colon, end: colon + 1 },
    source: { start, end: start + name.length },
    confidence: quote.damaged ? 0.55 : 0.8,
    quoted: true,
  };
}

/** ‘وقالت دوكاس: «…»’ is a verb and its subject; only where capitals tell a name can one be part of it. */
function saysSomething({ phrases, language }: TableReader, name: string): boolean {
  return language.startsWith('ar') && name.search(phrases.verb) >= 0;
}

/** Every ‘X called it “…”’ of a sentence. */
export function calledIt(
  reader: TableReader,
  sentence: Span,
  earlier: readonly RawStatement[],
): RawStatement[] {
  const { masked, phrases } = reader;
  if (!phrases.naming) return [];
  const found: RawStatement[] = [];
  for (const { 0: verb, index } of masked.slice(sentence.start, sentence.end).matchAll(phrases.naming)) {
    const cue = { start: sentence.start + index, end: sentence.start + index + verb.length };
    const statement = byNaming(reader, sentence, cue, earlier);
    if (statement) found.push(statement);
  }
  return found;
}

function byNaming(
  reader: TableReader,
  sentence: Span,
  cue: Span,
  earlier: readonly RawStatement[],
): RawStatement | null {
  const { text, masked, quotes } = reader;
  const lead = masked.slice(sentence.start, cue.start);
  if (passive.test(lead)) return null;
  if (fronted.test(lead)) return frontedName(reader, sentence, cue);
  const rest = masked.slice(cue.end, Math.min(sentence.end, cue.end + REACH));
  const gap = /^[^.;:!?\ue000]*(?=\ue000)/u.exec(rest)?.[0];
  const closing = /\ue000\s*$/u.test(masked.slice(sentence.start, cue.start)) && /^[\s.]*$/u.test(rest);
  const quote = closing
    ? quotes.findLast(({ whole }) => whole.end <= cue.start && whole.start >= sentence.start)
    : quotes.find(({ whole }) => whole.start === cue.end + (gap?.length ?? -1));
  if (speaking.test(text.slice(cue.start, cue.end)) && !ofWhat.test(gap ?? '')) return null;
  if (!quote || isTitle(reader, quote.content)) return null;
  const isVerbFirst =
    reader.language.startsWith('ar') && masked.slice(sentence.start, cue.start).trim() === '';
  const source = isVerbFirst
    ? openingSubject(reader, sentence, quote.whole.start)
    : closing
      ? openingSubject(reader, sentence, quote.whole.start)
      : tableSubject(reader, sentence, cue, earlier).source;
  if (!source || (source.start >= quote.whole.start && !closing)) return null;
  if (relative.test(text.slice(source.start, source.end))) return null;
  const from = closing ? quote.whole.start : Math.max(cue.end, source.end);
  const start = from + (/^[\s,،]*/u.exec(text.slice(from, quote.whole.start))?.[0].length ?? 0);
  const content = start >= quote.whole.start ? quote.content : { start, end: quote.whole.end };
  return { content: [content], cue, source, confidence: quote.damaged ? 0.6 : 0.8, quoted: true };
}

// ‘«Картой без берега» назвал доклад …’, ‘Als „Karte ohne Küste“ bezeichnete …’
const fronted = new RegExp(`^[\\s—–-]*(?:\\p{L}+\\s+)?${MASK}+\\s*$`, 'u');

/** The quotation comes first, and whoever calls something so behind the verb. */
function frontedName(
  { text, quotes, language }: TableReader,
  sentence: Span,
  cue: Span,
): RawStatement | null {
  const quote = quotes.find(({ whole }) => whole.start >= sentence.start && whole.end <= cue.start);
  const source = personIn(text, { start: cue.end, end: Math.min(sentence.end, cue.end + REACH) }, language);
  if (!quote || !source || speaking.test(text.slice(cue.start, cue.end))) return null;
  return { content: [quote.content], cue, source, confidence: quote.damaged ? 0.6 : 0.8, quoted: true };
}

/** ‘nannte sein Boot „Möwe“’: a name of few words with capitals; a German noun may be an opinion. */
function isTitle({ text, language }: TableReader, { start, end }: Span): boolean {
  const words = text.slice(start, end).match(/[\p{L}\p{M}'’-]+/gu) ?? [];
  return (
    words.length <= 3 && !language.startsWith('de') && /^\p{Lu}/u.test(words[0] ?? '') && words.length > 0
  );
}
