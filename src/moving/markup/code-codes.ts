/**
 * Code between the signs of a plugin that colours it: it stands as it was written, and brackets in it are no signs of anything. Names that
 * are words of a paper too (`[source]`, `[text]`, `[c]`) are left to whoever reads the copy.
 */

/** SyntaxHighlighter's and wordpress.com's names, Crayon's, and languages that are no words of copy. */
const NAMED =
  /^(?:code|sourcecode|crayon|actionscript3?|bash|clojure|coldfusion|cpp|csharp|css|delphi|erlang|fsharp|groovy|haskell|html|java|javafx|javascript|js|json|jscript|matlabkey|objc|perl|php|powershell|python|ruby|scala|shell|sql|vb|vbnet|xhtml|xml|xslt|yaml)$/;
/** CodeColorer's: `cc`, letters that switch something on or off, a language. */
const CODE_COLORER = /^cc[ibneslwto]{0,8}(?:_[a-z\d+-]{1,30})?$/;

/** Whether a shortcode of this name, in small letters, has code between its signs. */
export const isOfCode = (name: string): boolean => NAMED.test(name) || CODE_COLORER.test(name);

/** Lines as a block of code; a few signs within a sentence as they are. */
export function codeMarkup(content: string): string {
  // What an editor of text wrote has `<` as it is, another has it escaped, and its line breaks and paragraphs as elements.
  const lines = content
    .replace(/\r\n?/g, '\n')
    .replace(/<br\s*\/?>\n?/gi, '\n')
    .replace(/<\/p>\s*<p>/gi, '\n\n')
    .replace(/^\s*<\/?p>|<\/?p>\s*$/gi, '');
  const literal = lines.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  if (!literal.trim().includes('\n')) return literal;
  return `\n\n<pre data-block="code">${literal.replace(/^(?:[ \t]*\n)+|\s+$/g, '')}</pre>\n\n`;
}

/** Stretches of some HTML that show code, in its order: a bracket in them is one. */
export function stretchesOfCode(html: string): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  let open: { name: string; from: number } | null = null;
  for (const { 1: slash, 2: name = '', index } of html.matchAll(/<(\/?)(pre|code)\b/gi)) {
    if (!open && slash === '') open = { name: name.toLowerCase(), from: index };
    else if (open && slash === '/' && name.toLowerCase() === open.name) {
      stretches.push({ from: open.from, to: index });
      open = null;
    }
  }
  return stretches;
}
