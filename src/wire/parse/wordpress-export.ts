/**
 * WordPress's own export (WXR) is an RSS document with everything in it: drafts, pages, menus, pictures, what is behind a
 * password. Only its posts that readers have, or will have at their date, are news.
 */
import { readDate } from './dates.ts';
import type { ParsedItem } from './feed.ts';
import type { XmlNode } from './xml-tree.ts';

/** The items of the document that are news, and what is said of the rest; null of what is no export. */
export function newsOfExport(
  head: XmlNode,
  items: { node: XmlNode; item: ParsedItem }[],
): { items: ParsedItem[]; problem: string } | null {
  const isExport =
    head.children.some(({ name }) => name === 'wp:wxr_version') ||
    items.some(({ node }) => said(node, 'wp:post_type') !== '' && said(node, 'wp:status') !== '');
  if (!isExport) return null;
  const news = items.flatMap(({ node, item }) => newsOf(node, item));
  const left = items.length - news.length;
  const rest =
    left === 0
      ? ''
      : ` ${left} ${left === 1 ? 'entry' : 'entries'} of it ${left === 1 ? 'is' : 'are'} no news: drafts, pages, pictures, menus, or what needs a password.`;
  return { items: news, problem: `This is an export of WordPress, not a feed.${rest}` };
}

function newsOf(node: XmlNode, item: ParsedItem): ParsedItem[] {
  const type = said(node, 'wp:post_type') || 'post';
  const status = said(node, 'wp:status') || 'publish';
  if (type !== 'post' || said(node, 'wp:post_password') !== '') return [];
  if (status === 'publish') return [item];
  const at = readDate(said(node, 'wp:post_date_gmt')) ?? item.published;
  return status === 'future' && at !== null ? [{ ...item, published: at, embargo: at }] : [];
}

function said(node: XmlNode, name: string): string {
  return node.children.find((child) => child.name === name)?.text.trim() ?? '';
}
