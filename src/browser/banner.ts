/** Before the first paint of a page with a banner: whether this reader has put it away, and that it can be. No module: it must not wait. */
import { isDismissed } from './banner-dismissal.ts';

const root = document.documentElement;
const id = document.currentScript?.dataset.banner ?? '';
root.classList.add('can-dismiss');
root.classList.toggle('banner-dismissed', isDismissed(id));
