/**
 * Words that may carry a denial and are in both languages: ‘against’ beside ‘против’ is no trace of the ‘не’ that was lost. By
 * meaning, with the forms of the languages whose noes are known; only meanings whose words cannot stand for a plain no.
 */
const MEANINGS: readonly RegExp[] = [
  /^(?:against|gegen|contra|contre|contro|против|проти|proti|przeciw|mot|imot|imod|tegen|împotriva|karşı|κατά|ضد)$/u,
  /^(?:except|außer|excepto|exceto|salvo|sauf|hormis|tranne|eccetto|кроме|крім|окрім|εκτός|إلا|سوى|باستثناء)$/u,
  /^(?:los[eits]|lost|loss|verlor|verlier|verlust|perd|pérd|pert|потер|втра|χάσ|χάν|έχασ|خسر|فقد)/u,
  /^(?:den(?:y|ie)|démen|nier|nié|nega|negó|niega|desmin|dement|bestrit|bestreit|отриц|опровер|запереч|спросту|αρν|διαψ|διέψ|نف[ىيت])/u,
  /^(?:refus|weiger|verweiger|rechaz|rifiut|recus|отказ|відмов|αρνή|αρνείτ|رفض|يرفض|ترفض)/u,
  /^(?:only|just|nur|solo|sólo|soltanto|solamente|seul|seule|seulement|только|лишь|тільки|лише|tylko|jedynie|jen|pouze|apenas|somente|μόνο|فقط|केवल|सिर्फ|bara|endast|kun|bare|alleen|slechts|doar|numai|yalnızca|sadece)$/u,
  /^(?:exclu|ausgeschl|ausschl|esclu|исключ|виключ|wyklucz|vylou|αποκλ|uteslut|uitgeslot|uitsluit)/u,
  /^(?:forb|prohib|banned|bans?$|verbiet|verbot|interdi|vieta|proib|запре|заборон|zakaz|zakáz|απαγ|حظر|يحظر|verbied|förbj|förbud|interzi)/u,
  /^(?:avoid|vermeid|vermied|evit|évit|избе|уник|unik|vyhnou|αποφ|undvik|unngå|undgå|vermijd)/u,
  /^(?:miss|lack|fehl|mangel|falt|manqu|manc|carec|nedost|chyb|brak|λείπ|sakn|mangl|ontbre)/u,
  /^(?:little|few|wenig|poc[oaihe]|peu|pouc|мало|mało|málo|λίγ|få|weinig|puțin)/u,
  /^(?:less|fewer|weniger|menos|moins|meno|меньше|менее|менше|mniej|méně|minst|mindre|minder)$/u,
  /^(?:hard|difficult|schwer|schwierig|difficil|difícil|трудн|сложн|важк|складн|trudn|těžk|δύσκολ|svår|vanskelig|moeilijk|dificil)/u,
  /^(?:instead|statt|anstatt|vez|lieu|plutôt|anziché|invece|вместо|замість|zamiast|místo)$/u,
  /^(?:before|bevor|antes|avant|prima|прежде|раньше|перш|zanim|než|πριν|قبل|innan|før|voordat|önce)$/u,
  /^(?:warn|предупре|предостер|попере|застер|advar|waarschuw|uyar)/u,
  /^(?:cancel|suspend|annul|abgesagt|отмен|скасов|odwoł|zruš|iptal)/u,
  /^(?:end|ende|final|finish|stop|cess|прекр|припин|przest|přest|smett|slut|stopp|opri|son)/u,
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
