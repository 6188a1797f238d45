/** Turkish: what the checks know of its words. */

import type { CopyWords } from '../copy-words.ts';
import { wordLines } from '../lists.ts';

export const trCopy: CopyWords = {
  neverTwice: wordLines(`
    ve ile tarafından olarak olan olduğu olduğunu ki ama ancak fakat nedeniyle üzerine hakkında veya çünkü
    itibaren dolayı rağmen sonrasında öncesinde
  `),
};
