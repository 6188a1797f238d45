/** One packet of XMP as the lines of said.ts. The library gives names without their prefix; those read here are of one schema each. */
import exif from 'exifreader';
import type { SaidField } from './said.ts';

interface Node {
  value?: unknown;
  description?: unknown;
  attributes?: Record<string, string>;
}

const FIRST_LETTERS = '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>'; // by which the library knows a file of XMP

type Line = { field: SaidField; value: string };

/** Null where it is no XML. */
export function readXmp(packet: string): Line[] | null {
  const tags = parsed(packet);
  if (tags === null) return null;
  const simple: [SaidField, string][] = [
    ['headline', 'Headline'], // photoshop:Headline
    ['headline', 'title'], // dc:title
    ['caption', 'description'], // dc:description
    ['alt', 'AltTextAccessibility'], // Iptc4xmpCore
    ['creator', 'creator'], // dc:creator
    ['credit', 'Credit'], // photoshop:Credit
    ['source', 'Source'], // photoshop:Source
    ['copyright', 'rights'], // dc:rights
    ['usageTerms', 'UsageTerms'], // xmpRights:UsageTerms
    ['webStatement', 'WebStatement'], // xmpRights:WebStatement
    ['takenAt', 'DateCreated'], // photoshop:DateCreated
    ['instructions', 'Instructions'], // photoshop:Instructions
    ['sourceType', 'DigitalSourceType'], // Iptc4xmpExt
    ['dataMining', 'DataMining'], // plus:DataMining
    ['aiPrompt', 'AIPromptInformation'], // Iptc4xmpExt, 2025.1
    ['aiPromptWriter', 'AIPromptWriterName'],
  ];
  const lines: Line[] = simple.map(([field, name]) => ({ field, value: textOf(tags[name]) }));
  lines.push({ field: 'licensor', value: licensorOf(tags) });
  lines.push({ field: 'place', value: placeOf(tags) });
  lines.push({ field: 'persons', value: personsOf(tags) });
  const system = [textOf(tags.AISystemUsed), textOf(tags.AISystemVersionUsed)].filter((part) => part !== '');
  lines.push({ field: 'aiSystem', value: system.join(' ') });
  return lines.filter(({ value }) => value.trim() !== '');
}

function parsed(packet: string): Record<string, Node> | null {
  const start = packet.search(/<(?:\?xpacket|x:xmpmeta|rdf:RDF|\?xml)/);
  if (start < 0) return null;
  const bare = packet
    .slice(start)
    .replace(/<\?(?:xpacket|xml)[^>]*\?>/g, '')
    .trim();
  try {
    const { xmp } = exif.load(Buffer.from(`${FIRST_LETTERS}${bare}`, 'utf8'), { expanded: true });
    // One that is no XML gives nothing but its own letters.
    if (xmp === undefined || Object.keys(xmp).every((name) => name === '_raw')) return null;
    return xmp as unknown as Record<string, Node>;
  } catch {
    return null; // the file is a stranger's, and broken ones are common
  }
}

/** A line, a list, or the same line in several languages, of which the default one is meant. */
function textOf(node: Node | undefined): string {
  if (node === undefined) return '';
  const { value } = node;
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return typeof node.description === 'string' ? node.description : '';
  const parts = value as Node[];
  const inLanguages = parts.filter(({ attributes }) => attributes?.lang !== undefined);
  if (inLanguages.length > 0) {
    const meant = inLanguages.find(({ attributes }) => attributes?.lang === 'x-default') ?? inLanguages[0];
    return textOf(meant);
  }
  return parts
    .map(textOf)
    .filter((part) => part !== '')
    .join(', ');
}

/** The structures of a list, or a structure that stands alone. */
function structuresOf(node: Node | undefined): Record<string, Node>[] {
  const { value } = node ?? {};
  const all = Array.isArray(value) ? value : [value];
  return all
    .map((each: unknown) => (isNode(each) && isNode(each.value) ? each.value : each))
    .filter((each): each is Record<string, Node> => typeof each === 'object' && each !== null);
}

const isNode = (each: unknown): each is Node =>
  typeof each === 'object' && each !== null && !Array.isArray(each);

function licensorOf(tags: Record<string, Node>): string {
  const [licensor] = structuresOf(tags.Licensor);
  return [textOf(licensor?.LicensorName), textOf(licensor?.LicensorURL)]
    .filter((part) => part !== '')
    .join(' · ');
}

function placeOf(tags: Record<string, Node>): string {
  for (const name of ['LocationShown', 'LocationCreated']) {
    const [place] = structuresOf(tags[name]);
    if (!place) continue;
    const parts = [place.Sublocation, place.City, place.ProvinceState, place.CountryName].map(textOf);
    const words = parts.filter((part) => part !== '').join(', ');
    if (words !== '') return words;
  }
  const parts = [tags.Location, tags.City, tags.State, tags.Country].map(textOf); // Iptc4xmpCore, photoshop
  return parts.filter((part) => part !== '').join(', ');
}

function personsOf(tags: Record<string, Node>): string {
  const plain = textOf(tags.PersonInImage);
  if (plain !== '') return plain;
  return structuresOf(tags.PersonInImageWDetails)
    .map(({ PersonName }) => textOf(PersonName))
    .filter((name) => name !== '')
    .join(', ');
}
