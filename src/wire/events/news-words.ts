/**
 * What news is made of, in eight languages: a word of each kind of happening and of the things it happens to, so that a
 * fire is a fire in every language. A star ends a stem that any ending may follow, two stars stand for any part of a word
 * (German writes words together). Words with capitals are looked for as they are written. A word that may be something
 * else in its language is left out: a missing word costs a little, a wrong one joins what is apart.
 */
import { byLanguage } from '../../language/languages.ts';
export const newsWords = byLanguage('news');

/** Of these words those that happen; the others are what it happens to, and who is there every day. */
export const happenings: ReadonlySet<string> = new Set(
  'fire quake flood storm slide eruption blast crash collide sink spill rescue missing dead hurt evacuate strike protest resign election sentence acquit arrest bribe murder shooting attack truce treaty sanctions rate bankrupt layoffs hacker prize semifinal discovery wreck power virus hostage theft drought landing'.split(
    ' ',
  ),
);
