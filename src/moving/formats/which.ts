/** What a file or an address that somebody gave is, by what stands in it and never by its name. */
import { stat } from 'node:fs/promises';
import { type MoveSource, UnreadableSource } from '../records.ts';
import { fileHead, fileWords } from './open-file.ts';
import { isWxr, wxrSource } from './wxr.ts';

/** The source of a file. Refuses in words what is none that is known. */
export async function openSource(path: string): Promise<MoveSource> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableSource(fileWords(error));
  });
  const { bytes, isGzip } = await fileHead(path);
  const head = bytes.toString('utf8').replace(/^\ufeff/, '');
  const size = isGzip ? null : found.size;
  if (head.trim() === '') throw new UnreadableSource('It is empty.');
  if (isWxr(head)) return { ...wxrSource(path), size: found.size };
  void size;
  throw new UnreadableSource(`${kindOf(head)} ${TAKEN}`);
}

const TAKEN =
  'Taken are exports of WordPress (WXR), Ghost (JSON), Disqus (XML) and Coral (JSON), the address of a WordPress site, and a folder that crier move-out made.';

function kindOf(head: string): string {
  if (/^\s*<!doctype html|^\s*<html/i.test(head))
    return 'This is a web page: often it is the one that asks for a password, saved in place of the export.';
  if (/<rss[\s>]|<feed[\s>]/.test(head)) return 'This is a feed, and holds the newest posts only.';
  if (/^\s*--|^\s*CREATE TABLE|INSERT INTO/i.test(head))
    return 'This is a dump of a database. Export the site instead.';
  return 'Nothing in it is known.';
}
