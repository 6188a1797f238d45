/** What an item forbids for itself, as it is kept with it (`items.terms_json`); what it does not say is the contract's. */
export interface ItemTerms {
  /** May not be published on the web. */
  online?: false;
  translate?: false;
  /** May not be shown to an engine outside the house. */
  cloud?: false;
  alert?: false;
  /** The lines that say so, in its own words. */
  words?: string[];
}

export function readItemTerms(json: string | null): ItemTerms {
  return json === null ? {} : (JSON.parse(json) as ItemTerms);
}
