/** What a wire said of an item beside its text, as it is kept with each version. */
import { readRecord } from '../../store/json-column.ts';
import type { ItemFacts } from '../parse/facts.ts';

/** Empty for a version that came before facts were kept, or without any. */
export function versionFacts(version: { item_id: string; facts_json: string | null }): Partial<ItemFacts> {
  return version.facts_json
    ? readRecord('item_versions.facts_json', version.item_id, version.facts_json)
    : {};
}
