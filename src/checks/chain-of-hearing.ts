/** Hearsay of hearsay within a sentence: somebody says that somebody was told what somebody had heard. */
import type { Finding } from './check.ts';
import type { TextReading } from './reading.ts';

const GAP = '[^.!?;«»“”"\\n]{1,120}?';

/** Three tellings, each within the one before; or one who heard it from nobody in particular. */
const chains: Record<string, readonly string[]> = {
  en: [
    `\\b(?:said|says|told|claimed|reported|according to)\\b${GAP}\\bhad (?:been told|told|heard|said|learned|learnt)\\b${GAP}\\bhad (?:been told|told|heard|said|seen|learned|learnt)\\b`,
    `\\bheard (?:it |this |that |of it )?from [^.!?;\\n]{1,60}? who (?:had )?(?:heard|been told)\\b`,
    `\\btold [^.!?;\\n]{1,60}? who (?:had )?told [^.!?;\\n]{1,60}? who (?:had )?told\\b`,
    `\\b(?:said|says|told|claimed)\\b${GAP}\\b(?:heard|been told|was told|were told|learned|learnt) (?:it |this |that )?(?:from|by) (?:someone|somebody|others|friends|neighbou?rs|relatives|acquaintances|a (?:friend|neighbou?r|cousin|relative|acquaintance|colleague)) who (?:had )?(?:heard|been told|was told|knew)\\b`,
    `\\b(?:according to|reported|citing|quoting)\\b${GAP}\\b(?:citing|quoting|which cited|who cited|which quoted|who quoted)\\b${GAP}\\b(?:citing|quoting|which cited|who cited|which quoted|who quoted)\\b`,
  ],
  es: [
    `(?:dijo|contó|aseguró|afirmó|según|cuenta|dice)${GAP}(?:había (?:dicho|contado|oído|sabido)|le (?:dijo|contó)|oyó)${GAP}(?:había (?:oído|dicho|contado|sabido|visto)|oyó)`,
    `(?:según|citando a|que cit(?:a|ó) a)${GAP}(?:citando a|que cit(?:a|ó|aba) a)${GAP}(?:citando a|que cit(?:a|ó|aba) a)`,
  ],
  fr: [
    `(?:dit|raconté|affirmé|assuré|selon|confié)${GAP}(?:avait (?:dit|raconté|entendu|appris|confié)|lui a(?:vait)? (?:dit|raconté|confié)|tenait)${GAP}(?:avait (?:entendu|dit|appris|raconté|vu)|aurait (?:entendu|dit|appris))`,
    `(?:selon|citant|qui cite)${GAP}(?:citant|qui cit(?:e|ait)|lui-même citant)${GAP}(?:citant|qui cit(?:e|ait))`,
  ],
  it: [
    `(?:detto|raccontato|secondo|riferito|dice|racconta)${GAP}(?:aveva (?:detto|raccontato|saputo|sentito|riferito)|gli ha (?:detto|raccontato))${GAP}(?:aveva (?:sentito|detto|raccontato|saputo|visto|riferito))`,
    `(?:secondo|citando|che cita)${GAP}(?:citando|che cita(?:va)?)${GAP}(?:citando|che cita(?:va)?)`,
  ],
  de: [
    `(?:sagte|erzählte|laut|berichtete)${GAP}(?:gesagt|erzählt|gehört|erfahren|berichtet)(?: habe| hätte)?,?${GAP}(?:gesagt|erzählt|gehört|erfahren|berichtet|gesehen)`,
    `(?:unter Berufung auf|laut|beruft sich auf)${GAP}(?:unter Berufung auf|beruft sich|der sich|die sich)${GAP}(?:unter Berufung auf|beruft|berufe)`,
  ],
  el: [
    `(?:είπε|διηγήθηκε|δήλωσε|σύμφωνα με|λέει)${GAP}(?:είχε (?:πει|ακούσει|μάθει|διηγηθεί)|είπε)${GAP}(?:είχε (?:ακούσει|πει|μάθει|δει)|άκουσε)`,
    `(?:επικαλείται|επικαλούμεν\\p{L}+|σύμφωνα με)${GAP}(?:επικαλείται|επικαλούμεν\\p{L}+)${GAP}(?:επικαλείται|επικαλούμεν\\p{L}+)`,
  ],
  ru: [
    `(?:сказа|рассказа|сообщи|по словам)${GAP}(?:сказа|рассказа|слыша|услыша|узна)\\p{L}*${GAP}(?:от кого-то|слыша|услыша|сказа|рассказа|узна)\\p{L}*`,
    `(?:со ссылкой на)${GAP}(?:со ссылкой на|ссылается на|ссыла\\p{L}+)${GAP}(?:со ссылкой на|ссыла\\p{L}+)`,
  ],
  uk: [
    `(?:сказа|розпові|повідоми|за словами)${GAP}(?:сказа|розпові|чу|почу|дізна)\\p{L}*${GAP}(?:від когось|чув|чула|почу|сказа|розпові|дізна)\\p{L}*`,
    `(?:з посиланням на)${GAP}(?:з посиланням на|посила\\p{L}+ на)${GAP}(?:з посиланням на|посила\\p{L}+)`,
  ],
  ar: [
    `(?:قال|ذكر|روى)ت?${GAP}(?:أخبر|قال ل|سمع)\\p{L}*${GAP}(?:سمع|أخبر|قال)\\p{L}*`,
    `(?:نقلا عن)${GAP}(?:نقلا عن|نقلت عن|الذي نقل)${GAP}(?:نقلا عن|نقل)`,
  ],
};

const patterns = Object.fromEntries(
  Object.entries(chains).map(([language, list]) => [
    language,
    list.map((chain) => new RegExp(`(?<![\\p{L}\\p{M}])[وف]?(?:${chain})`, 'giu')),
  ]),
);

export function chainsIn(body: TextReading): Finding[] {
  return (patterns[body.language] ?? []).flatMap((pattern) =>
    [...body.text.matchAll(pattern)]
      .filter((match) => !body.isQuoted(match.index) && isNested(match[0]))
      .map((match) => {
        const span = { start: match.index, end: match.index + match[0].length };
        const message = 'Who says this had it from somebody who had it from another: hearsay of hearsay.';
        return body.finding(span, { check: 'hearsay', severity: 'major', message });
      }),
  );
}

/** Each telling within the one before: “and said” begins another beside it. */
function isNested(text: string): boolean {
  return !/(?:^|\s)(?:and|y|et|e|und|και|и|та|і|while|but|pero|mais|ma|aber|а|але|но)\s/iu.test(text);
}
