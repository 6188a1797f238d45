/** The cast: The Harbour Post, its people, its sources. The same in the demo, in tests and in the pictures. */
import type { Role } from '../../staff/roles.ts';
import type { Masthead } from '../../stories/masthead.ts';

export const harbourPost: Masthead = {
  name: 'The Harbour Post',
  tagline: 'The island, the sea and who said what',
  language: 'en',
  timeZone: 'Europe/Athens',
  contact: 'desk@harbourpost.example',
};

export const sections = ['City', 'Sea', 'World', 'Work', 'Letters'] as const;
export type SectionName = (typeof sections)[number];

/** What readers of the other languages call the sections. */
export const sectionsElsewhere: Record<string, Record<SectionName, string>> = {
  ar: { City: 'المدينة', Sea: 'البحر', World: 'العالم', Work: 'العمل', Letters: 'رسائل' },
  el: { City: 'Πόλη', Sea: 'Θάλασσα', World: 'Κόσμος', Work: 'Εργασία', Letters: 'Επιστολές' },
  es: { City: 'Ciudad', Sea: 'Mar', World: 'Mundo', Work: 'Trabajo', Letters: 'Cartas' },
  ru: { City: 'Город', Sea: 'Море', World: 'Мир', Work: 'Труд', Letters: 'Письма' },
};

export interface CastMember {
  name: string;
  email: string;
  password: string;
  role: Role;
  bio: string;
}

/** Everyone who works there. The passwords are printed by the demo and belong to nothing else. */
export const people = {
  theo: {
    name: 'Theo Marsh',
    email: 'theo@harbourpost.example',
    password: 'lamps-and-cables-77',
    role: 'administrator',
    bio: 'Keeps the machines running and the fuse box labelled.',
  },
  maria: {
    name: 'Maria Leontis',
    email: 'maria@harbourpost.example',
    password: 'ink-before-breakfast',
    role: 'chief',
    bio: 'Edits the paper her grandmother folded. Reads every source to the end.',
  },
  petros: {
    name: 'Petros Vamvakas',
    email: 'petros@harbourpost.example',
    password: 'north-quay-at-five',
    role: 'editor',
    bio: 'Covers the port and draws what he is not allowed to photograph.',
  },
  samira: {
    name: 'Samira Haddad',
    email: 'samira@harbourpost.example',
    password: 'every-letter-answered',
    role: 'moderator',
    bio: 'Reads what readers write, all of it, and answers most.',
  },
  anton: {
    name: 'Anton Veresov',
    email: 'anton@harbourpost.example',
    password: 'ferry-leaves-at-nine',
    role: 'reporter',
    bio: 'Reports on ships, ports and the people who unload them.',
  },
} as const satisfies Record<string, CastMember>;

export type StaffKey = keyof typeof people;

export interface CastSource {
  name: string;
  /** The credit line that its contract asks for. */
  credit: string;
  /** What it calls itself, where we call it otherwise. */
  nameAtHome?: string;
  language: string;
  /** Where its stories are when no local wires run; the first part of the address when they do. */
  site: string;
  /** The shape of its feed. */
  feed: 'rss' | 'atom' | 'json';
  mayAlert: boolean;
  mayTranslate: boolean;
  /** Copy of this one is published without an editor, into this section, with an alert at this level. */
  unread?: { section: SectionName; alertLevel: 'routine' | 'urgent' };
}

export const sources = {
  aegean: {
    name: 'Aegean News Agency',
    credit: 'Aegean News Agency',
    language: 'el',
    site: 'aegean',
    feed: 'rss',
    mayAlert: true,
    mayTranslate: true,
  },
  coast: {
    name: 'وكالة الساحل',
    credit: 'وكالة الساحل',
    language: 'ar',
    site: 'coast',
    feed: 'atom',
    mayAlert: true,
    mayTranslate: true,
  },
  island: {
    name: 'Island Wire',
    credit: 'Island Wire',
    language: 'en',
    site: 'island',
    feed: 'json',
    mayAlert: true,
    mayTranslate: true,
    unread: { section: 'Sea', alertLevel: 'routine' }, // briefs: what a town cannot wait for comes through its editors
  },
  north: {
    name: 'Northern Press',
    nameAtHome: 'Северная пресса',
    credit: 'Северная пресса (Northern Press)',
    language: 'ru',
    site: 'north',
    feed: 'rss',
    mayAlert: false,
    mayTranslate: true,
  },
  strait: {
    name: 'Agencia del Estrecho',
    credit: 'Agencia del Estrecho',
    language: 'es',
    site: 'strait',
    feed: 'atom',
    mayAlert: true,
    mayTranslate: false,
  },
} as const satisfies Record<string, CastSource>;

export type SourceKey = keyof typeof sources;

/** Those who speak in two stories or more: one canonical name, and how other agencies write it. */
export const variants: Record<string, string[]> = {
  'Eleni Doukas': ['Ελένη Δούκα', 'إليني دوكاس', 'Элени Дукас'],
  'Northline Shipping': ['Northline', 'Νόρθλαϊν', 'Нортлайн'],
  'Stavros Mantas': ['Σταύρος Μάντας', 'ستافروس مانداس'],
  'Vera Lisitsyna': ['Вера Лисицына'],
  'Άννα Ρεΐζη': ['Anna Reizi'],
  'Κέντρο Υγείας Λύρας': ['Lyra health centre'],
};
