/**
 * Words that may carry a denial and are in both languages: ‘against’ beside ‘против’ is no trace of the ‘не’ that was lost. By
 * meaning, with the forms of the languages whose noes are known; only meanings whose words cannot stand for a plain no.
 */
const MEANINGS: readonly RegExp[] = [
  /^(?:against|gegen|contra|contre|contro|против|проти|κατά|ضد)$/u,
  /^(?:except|außer|excepto|exceto|salvo|sauf|hormis|tranne|eccetto|кроме|крім|окрім|εκτός|إلا|سوى|باستثناء)$/u,
  /^(?:los[eits]|lost|loss|verlor|verlier|verlust|perd|pérd|pert|потер|втра|χάσ|χάν|έχασ|خسر|فقد)/u,
  /^(?:den(?:y|ie)|démen|nier|nié|nega|negó|niega|desmin|dement|bestrit|bestreit|отриц|опровер|запереч|спросту|αρν|διαψ|διέψ|نف[ىيت])/u,
  /^(?:refus|weiger|verweiger|rechaz|rifiut|recus|отказ|відмов|αρνή|αρνείτ|رفض|يرفض|ترفض)/u,
  /^(?:but|however|though|although|yet|still|despite|aber|doch|jedoch|obwohl|trotz|pero|aunque|mais|malgré|ma|però|но|однако|хотя|але|однак|хоча|αλλά|όμως|ωστόσο|لكن|ولكن|رغم|mas|embora|porém)$/u,
];

const WORD = /[\p{L}\p{M}]+/gu;

/** How many of these words of the translation have none of their meaning in the original. */
export function withoutCounterpart(words: readonly string[], original: string): number {
  const there = original.toLowerCase().match(WORD) ?? [];
  return words.filter((word) => {
    const meaning = MEANINGS.find((each) => each.test(word.toLowerCase()));
    return !meaning || !there.some((each) => meaning.test(each));
  }).length;
}
