/** The newest of a kind is where the desk's search begins: of stories it may be far from the newest of the wire. */
export const kindNewestText = 'create index lookup_things_kind on lookup_things (kind, number)';
