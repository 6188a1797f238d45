/** What search engines and other programs read of the pages that are no stories: schema.org, and one sentence. */

import type { PublishedSummary } from '../stories/read.ts';
import type { Frame } from './frame.tsx';
import { organizationOf } from './json-ld.ts';

const TOLD = 3; // headlines in a description
const LONGEST = 300; // characters of it; search engines show half

/** A description of a list's own: what it is, and what stands on it now. */
export function describeList(says: string, stories: readonly Pick<PublishedSummary, 'headline'>[]): string {
  const whole = [says, ...stories.slice(0, TOLD).map(({ headline }) => headline)].filter(
    (part) => part !== '',
  );
  const text = whole.join(' · ');
  return text.length <= LONGEST ? text : `${text.slice(0, text.lastIndexOf(' ', LONGEST - 1))}…`;
}

interface Listed {
  name: string;
  path: string;
  description: string;
  stories: readonly PublishedSummary[];
}

/** The front: who publishes, and what stands on it. */
export function frontData(frame: Frame, stories: readonly PublishedSummary[]): object[] {
  const { masthead, under } = frame;
  const page = collection(frame, {
    name: masthead.name,
    path: under || '/',
    description: masthead.tagline,
    stories,
  });
  const paper = { ...organizationOf(frame), description: masthead.tagline || undefined };
  return [
    { '@context': SCHEMA, ...paper, contactPoint: contactOf(frame) },
    { '@context': SCHEMA, ...page },
  ];
}

/** A section, a topic, a source. */
export function listData(frame: Frame, listed: Listed): object[] {
  return [{ '@context': SCHEMA, ...collection(frame, listed) }, breadcrumbs(frame, [listed])];
}

/** Someone who writes for the paper. */
export function authorData(frame: Frame, author: Listed & { bio: string }): object[] {
  const url = `${frame.address}${author.path}`;
  const person = {
    '@type': 'Person',
    '@id': url,
    name: author.name,
    url,
    description: author.bio || undefined,
    worksFor: organizationOf(frame),
  };
  return [
    { '@context': SCHEMA, '@type': 'ProfilePage', url, inLanguage: frame.place.language, mainEntity: person },
    breadcrumbs(frame, [author]),
  ];
}

/** From the front to a page, each with its name. */
export function breadcrumbs(
  { masthead, under, address }: Frame,
  way: readonly { name: string; path: string }[],
): object {
  const steps = [{ name: masthead.name, path: under || '/' }, ...way];
  return {
    '@context': SCHEMA,
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      item: `${address}${path}`,
    })),
  };
}

const SCHEMA = 'https://schema.org';

function collection(frame: Frame, { name, path, description, stories }: Listed): object {
  const { address, place } = frame;
  const url = `${address}${path}`;
  return {
    '@type': 'CollectionPage',
    '@id': url,
    url,
    name,
    description: description || undefined,
    inLanguage: place.language,
    isPartOf: { '@type': 'WebSite', name: frame.masthead.name, url: address },
    publisher: organizationOf(frame),
    mainEntity: {
      '@type': 'ItemList',
      itemListElement: stories.map((story, at) => ({
        '@type': 'ListItem',
        position: at + 1,
        url: `${address}${story.path}`,
      })),
    },
  };
}

function contactOf({ masthead: { contact } }: Frame): object | undefined {
  if (contact === '') return undefined;
  const where = contact.includes('://') ? { url: contact } : { email: contact.replace(/^mailto:/, '') };
  return { '@type': 'ContactPoint', contactType: 'newsroom', ...where };
}
