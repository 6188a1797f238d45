/** What stands beside the name of a shortcode: values by their names, others by their numbers. */

export function attributesIn(words: string): Record<string, string> {
  // `[youtube=https://…&w=640]`, as wordpress.com writes it: one value, which has signs of equality in it.
  if (words.startsWith('='))
    return {
      '0': words
        .slice(1)
        .trim()
        .replace(/^["']|["']$/g, ''),
    };
  const found: Record<string, string> = {};
  let number = 0;
  // Signs that an editor made of quotation marks; where marks stand themselves, such signs are words within them.
  const plain = (/["']/.test(words) ? words : words.replace(/&quot;/g, '"'))
    .replace(/&#8221;|&#8243;|[“”″]/g, '"')
    .replace(/&#8217;|&#8242;/g, "'");
  for (const [, name, double, single, bare, alone] of plain.matchAll(
    /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))|"?(https?:\/\/[^\s"'\]]+|[^\s"'=\]]+)"?/g,
  )) {
    if (name) found[name.toLowerCase()] = double ?? single ?? bare ?? '';
    else if (alone && alone !== '/') {
      found[String(number)] = alone;
      number += 1;
    }
  }
  return found;
}
