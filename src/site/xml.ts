/** XML as feeds and sitemaps need it: a few lines that escape everything that is put in. */

export interface Xml {
  readonly xml: string;
}

type Child = Xml | string | number | null | undefined | false | Child[];

/** Text for a place in XML, also between quotation marks; what XML 1.0 does not allow at all is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** An element; attributes that are null or undefined are left out, strings among the children are escaped. */
export function element(
  name: string,
  attributes: Record<string, string | number | null | undefined> = {},
  ...children: Child[]
): Xml {
  const given = Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined);
  const written = given.map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`).join('');
  const inside = children.map(write).join('');
  return { xml: inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>` };
}

/** The file: declaration and root. */
export const xmlFile = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;

function write(child: Child): string {
  if (child === null || child === undefined || child === false) return '';
  if (Array.isArray(child)) return child.map(write).join('');
  return typeof child === 'object' ? child.xml : escapeXml(String(child));
}
