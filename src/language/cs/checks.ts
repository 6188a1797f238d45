/** Czech: what single checks look for in its copy. */
import type { CheckWords } from '../check-words.ts';

export const csChecks: CheckWords = {
  adjectiveEnds: /(?:ý|á|é|í|ého|ému|ou|ých|ými|ém|ím)$/u,
  noPersons: /^(?:Spojen|Česk|Republi|Evrop|Unie|Nov|Velk|Svat|Král|Boh|Bůh|Den|Hrad|Dům)/u,
};
