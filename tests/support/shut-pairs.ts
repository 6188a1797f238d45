/** Sentences and translations that no rule is tuned to, sound and with one fault: read from tests/fixtures/pairs-shut, see its README. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface ShutPair {
  name: string;
  from: string;
  to: string;
  source: string;
  sound: string;
  broken: string;
}

const folder = fileURLToPath(new URL('../fixtures/pairs-shut', import.meta.url));

export function readShutPairs(): ShutPair[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').split(/^=== /mu))
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const [name = '', languages = '', source = '', target = ''] = block.split('\n');
      const [from = '', to = ''] = languages.split(' ');
      const twin = (side: '$1' | '$2') => target.replace(/\{\{([^|{}]*)\|([^|{}]*)\}\}/gu, side);
      return { name, from, to, source, sound: twin('$1'), broken: twin('$2') };
    });
}
