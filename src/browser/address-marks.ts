/**
 * What ends an address that is typed into copy: the marks of other scripts too. The library that finds addresses for the editor knows ASCII's
 * and takes »، or … for part of the address, which then leads nowhere (findings/linkifyjs-takes-quotation-marks-along.sh).
 */
import { registerTokenPlugin } from 'linkifyjs';

/** Closing quotation marks, commas, stops and question marks that stand behind an address and are none of it. */
const endings = '»›“”’‚‘„…·،؛؟。、，；：？！।॥';

// As a comma is: it may stand within an address, and never ends one. Before the first editor is made; later the library takes none.
registerTokenPlugin('endings', ({ scanner }) => {
  for (const mark of endings) scanner.start.tt(mark, scanner.tokens.COMMA);
});
