/** What an item forbids for itself, as it is kept with it (`items.terms_json`); what it does not say is the contract's. */
export interface ItemTerms {
  /** May not be published on the web. */
  online?: false;
  translate?: false;
  /** May not be shown to an engine outside the house. */
  cloud?: false;
  alert?: false;
  /** The agency's own mark that trained software made the text, or some of it: a code of IPTC's digital source types. */
  generated?: string;
  /** The lines that say so, in its own words. */
  words?: string[];
}

export function readItemTerms(json: string | null): ItemTerms {
  return json === null ? {} : (JSON.parse(json) as ItemTerms);
}

/** IPTC's digital source types that say so: https://cv.iptc.org/newscodes/digitalsourcetype/ */
const GENERATED = /^(?:trainedAlgorithmicMedia|compositeWithTrainedAlgorithmicMedia|compositeSynthetic)$/i;

/**
 * The code of a digital source type, where it says that trained software made the text or took part in it; null for every
 * other. Takes it as it comes: `trainedAlgorithmicMedia`, `digsrctype:…`, the whole address, with a slash or a hash.
 */
export function generatedMark(sourceType: string): string | null {
  const code = sourceType.trim().split(/[/:#]/).filter(Boolean).at(-1) ?? '';
  return GENERATED.test(code) ? code : null;
}
