/** What an item forbids for itself, as it is kept with it (`items.terms_json`); what it does not say is the contract's. */
import { z } from 'zod';
import { readShape } from '../store/json-column.ts';
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

const terms: z.ZodType<ItemTerms> = z.object({
  online: z.literal(false).exactOptional(),
  translate: z.literal(false).exactOptional(),
  cloud: z.literal(false).exactOptional(),
  alert: z.literal(false).exactOptional(),
  generated: z.string().exactOptional(),
  words: z.array(z.string()).exactOptional(),
});

/** What cannot be read is refused: terms that nobody knows allow nothing. */
export function readItemTerms(id: string, json: string | null): ItemTerms {
  return json === null ? {} : readShape('items.terms_json', id, json, terms);
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
