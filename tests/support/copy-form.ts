/** The copy form as a browser without script would send it. */

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

/** Text of a page without its entities. */
export const plainText = (text: string) =>
  text.replace(/&(lt|gt|quot|#39|amp);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** What a browser without script sends of the copy form: its fields, wherever on the page they stand. */
export function copyFields(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  const inside = /<form id="copy-form"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const beside = html.match(
    /<(?:input|textarea|select)[^>]* form="copy-form"[^>]*>(?:[^<]*<\/textarea>|<option[\s\S]*?<\/select>)?/g,
  );
  for (const markup of [inside, ...(beside ?? [])]) {
    for (const [tag] of markup.matchAll(/<input[^>]*>/g)) {
      const name = / name="([^"]*)"/.exec(tag)?.[1];
      const isOff = / disabled/.test(tag) || (/type="checkbox"/.test(tag) && !/ checked/.test(tag));
      if (name && !isOff) fields[name] = plainText(/ value="([^"]*)"/.exec(tag)?.[1] ?? '');
    }
    for (const [, attributes, text] of markup.matchAll(/<textarea([^>]*)>([^<]*)<\/textarea>/g)) {
      const name = / name="([^"]*)"/.exec(attributes ?? '')?.[1];
      if (name) fields[name] = plainText(text ?? '').replace(/^\n/, '');
    }
    for (const [, attributes, options] of markup.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
      const name = / name="([^"]*)"/.exec(attributes ?? '')?.[1];
      const chosen = /<option [^>]*selected[^>]*>/.exec(options ?? '')?.[0] ?? '';
      if (name) fields[name] = plainText(/value="([^"]*)"/.exec(chosen)?.[1] ?? '');
    }
  }
  return fields;
}

/** Where the head of a page sends a browser that runs no script; null where it stays. */
export function withoutScript(html: string): string | null {
  const [, address] = /<noscript><meta[^>]* content="0; url=([^"]*)"/.exec(html) ?? [];
  return address === undefined ? null : plainText(address);
}
