/** Languages to choose from, by their English names; the chosen one is there whatever it is, those without are not. */
import { languageName } from './words.ts';

const offered =
  'ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk ko ku lt lv mk ml mr ms mt nb nl nn pa pl ps pt ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh'.split(
    ' ',
  );

export function LanguageOptions({ chosen, without = [] }: { chosen: string; without?: string[] }) {
  const tags = offered.includes(chosen) || chosen === '' ? offered : [chosen, ...offered];
  const named = tags.filter((tag) => !without.includes(tag)).map((tag) => ({ tag, name: languageName(tag) }));
  named.sort((one, other) => one.name.localeCompare(other.name, 'en'));
  return (
    <>
      {named.map(({ tag, name }) => (
        <option key={tag} value={tag} selected={tag === chosen}>
          {name}
        </option>
      ))}
    </>
  );
}
