/** Languages to choose from, by their English names, the paper's own first; the chosen one is there whatever it is, those without are not. */
import { englishName } from './words.ts';

const offered =
  'ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk ko ku lt lv mk ml mr ms mt nb nl nn pa pl ps pt ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh'.split(
    ' ',
  );

export function LanguageOptions({
  chosen,
  without = [],
  first = [],
}: {
  chosen: string;
  without?: string[];
  /** Languages that the paper is read in. */
  first?: string[];
}) {
  const tags = [...new Set([...first, ...(chosen === '' ? [] : [chosen]), ...offered])];
  const named = tags.filter((tag) => !without.includes(tag)).map((tag) => ({ tag, name: englishName(tag) }));
  const place = (tag: string) => (first.includes(tag) ? first.indexOf(tag) : first.length);
  named.sort((one, other) => place(one.tag) - place(other.tag) || one.name.localeCompare(other.name, 'en'));
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
