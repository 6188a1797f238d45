/** Which capitalised words of a German original are nouns and no names, so that one left in a translation is seen. */
const ARTICLED =
  /(?<![\p{L}„“"«‚])(?:[Dd](?:er|ie|as|em|en|es)|(?:[Dd]ies|[Aa]ll|[Jj]ed|[Vv]iel|[Ee]inig|[Ll]etzt|[Nn]ächst|[Kk]?[Ee]in|[Ss]ein|[Ii]hr|[Uu]nser)e?[mnrs]?)\s(\p{Lu}[\p{Ll}]{4,})(?![\p{L}\p{M}-])/gu;
const ENDED =
  /\p{Lu}\p{Ll}+(?:ung|ungen|heit|keit|schaft|ismus|nisse?|tionen|täten?|zent|eure?)(?![\p{L}-])/gu;
const DESCRIBED = /(?<![\p{L}])\p{Ll}{3,}(?:e|en|er|es|em)\s(\p{Lu}[\p{Ll}]{4,})(?![\p{L}\p{M}-])/gu; // ‘Schengen-Raum’ is no noun by itself
const DETERMINED =
  /(?<![\p{L}])(?:the|an?|this|these|his|her|its|their|our|last|next|\p{Ll}+(?:ous|al|ive|ful))\s(\p{Lu}[\p{Ll}]{4,})/giu;

/**
 * Nouns are capitalised in German as names are; an article before one, an ending, or a describing word before it there and
 * an article in the translation tells it from a name. Two capitals in a row that came over together are a name.
 */
export function germanNouns(source: string, target: string): Set<string> {
  const firsts = (text: string, words: RegExp) =>
    [...text.matchAll(words)]
      .filter(({ index }) => !OF_WHOM.test(text.slice(Math.max(0, index - 12), index)))
      .map((match) => match[1] ?? '');
  const determined = new Set(firsts(target, DETERMINED));
  const described = firsts(source, DESCRIBED).filter((word) => determined.has(word));
  const nouns = [...firsts(source, ARTICLED), ...(source.match(ENDED) ?? []), ...described];
  return new Set(nouns.filter((noun) => !endsForeign.test(noun) && !beginsName(noun, source, target)));
}

/** Der Schutz, den Monaco bot: behind a comma der, die and das may stand for whom the clause is about. */
const OF_WHOM = /,\s(?:\p{Ll}{2,6}\s)?$/u;
/** Die Sahara, die Schlei, die Khitans: few nouns of the language end so, and names of rivers, lands and peoples do. */
const endsForeign = /(?:[aouy]|(?<!\p{L}{5}e)i|[ni]s|ez)$/u;

function beginsName(noun: string, source: string, target: string): boolean {
  const [pair] = new RegExp(`${noun}\\s\\p{Lu}[\\p{L}]*`, 'u').exec(source) ?? [];
  return pair !== undefined && target.includes(pair);
}
