/** Which tables a file asks and which it writes, as its statements name them. */
import type { SourceFile } from './source.ts';

export interface TableUse {
  path: string;
  room: string;
  table: string;
  act: 'reads' | 'writes';
}

const ASKED =
  /\b(selectFrom|insertInto|updateTable|deleteFrom|replaceInto|(?:inner|left|right|full|cross)Join|using)\s*\(\s*(\[[^\]]*\]|'[^']*')/g;
const IN_SQL = /\b(from|join|into|update)\s+(?:\$\{sql\.table\(')?"?([a-z_]+)/g;

export const statesSql = (file: SourceFile): boolean =>
  /\b(selectFrom|insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\s*\(|\bsql(<[^`]*>)?`/.test(
    file.text,
  );

/** The tables of `store/tables.ts` and its neighbours. */
export function tablesOf(files: SourceFile[]): string[] {
  return files
    .filter((file) => /^store\/(\w+-)?tables\.ts$/.test(file.path))
    .flatMap((file) => [...file.text.matchAll(/^ {2}(\w+): \w+Table;/gm)].map((match) => match[1] ?? ''));
}

export function usesOf(file: SourceFile, tables: Set<string>): TableUse[] {
  const inBuilder = [...file.text.matchAll(ASKED)].flatMap(([, verb = '', names = '']) =>
    [...names.matchAll(/'(\w+)(?: as \w+)?'/g)].map(([, table = '']) => ({ verb, table })),
  );
  const inTemplates = [...file.text.matchAll(/\bsql(?:<[^`]*>)?`([^`]*)`/g)].flatMap(([, words = '']) =>
    [...words.matchAll(IN_SQL)].map(([, verb = '', table = '']) => ({ verb, table })),
  );
  return [...inBuilder, ...inTemplates]
    .filter(({ table }) => tables.has(table))
    .map(({ verb, table }) => ({
      path: file.path,
      room: file.room,
      table,
      act: /insert|update|delete|replace|into/.test(verb) ? ('writes' as const) : ('reads' as const),
    }));
}
