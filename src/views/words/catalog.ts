/** The shape of a catalog of the words of public pages, for the pages that say them. */
export type { Catalog, Some, Words } from '../../language/catalog.ts';
