/** How a text says through whom something came, by language. Each list is of patterns that stand right before the party. */

import { byLanguage } from '../../language/languages.ts';
export const hopTables = byLanguage('hops');

/** Whether words begin by saying through whom they came: they are no part of what is said. */
export function hopOpening(language: string): RegExp {
  const table = hopTables[language.slice(0, 2).toLowerCase()];
  return table ? new RegExp(`^[\\s,،]*(?:${table.citing}|${table.carried})(?![\\p{L}])`, 'iu') : /(?!)/u;
}

/** Words by which a party is known to be an outlet or an agency: what is told to it is heard by it, not by us. */
export const outletWords =
  /\b(?:news|agency|radio|tv|television|times|post|press|herald|gazette|tribune|journal|daily|telegraph|guardian|observer|chronicle|broadcasting|broadcaster|newspaper|magazine|wire|reuters|afp|ap|bbc|cnn|nbc|abc|cbs|npr|fox|bloomberg|agencia|agenzia|agence|agentur|nachrichtenagentur|zeitung|rundfunk|fernsehen|sender|diario|periódico|cadena|televisión|chaîne|télévision|giornale|quotidiano|reporters|website|site|channel|podcast|interfax|tass|ukrinform|unian|dpa|efe|ansa|ιστοσελίδα)\b|(?:πρακτορείο|ραδιόφωνο|εφημερίδα|κανάλι|τηλεόραση|агентств|газет|телеканал|радио|радіо|издани|виданн|وكالة|صحيفة|قناة|إذاعة)|\.(?:com|org|net|gr|ru|ua|fr|de|es|it|eu|tv|info)\b/iu;
