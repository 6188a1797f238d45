/** What stands round every public page: nameplate or bar, sections, foot, and the head that others read. */
import type { ComponentChildren } from 'preact';
import type { Banner } from '../fronts/banner.ts';
import { directionOf } from '../kit/language-tag.ts';
import type { Masthead } from '../stories/masthead.ts';
import type { Section } from '../stories/sections.ts';
import { Document } from '../views/document.tsx';
import { keptPart } from '../views/kept-part.ts';
import { markup } from '../views/markup.ts';
import { inLanguage } from '../views/paper-words.ts';
import { Spaced } from '../views/spaced.tsx';
import { languageName, type TimePlace } from '../views/when.ts';
import type { Words } from '../views/words/catalog.ts';
import { BannerLine, BannerScript } from './banner-line.tsx';
import { jsonForScript } from './json-for-script.ts';
import { NewsBarWords } from './news-bar-words.tsx';

/** The paper, as every page needs it. */
export interface Frame {
  masthead: Masthead;
  sections: Section[];
  words: Words;
  /** Its language is that of the page. */
  place: TimePlace;
  /** Before the paths of fronts and sections in the page's language: '/el'; empty in the paper's own. */
  under: string;
  /** The fronts there are, the paper's own language first; one alone where the paper has one language. */
  fronts: { language: string; path: string }[];
  /** Of the site, without a slash at its end. */
  address: string;
  /** Lines over all pages, one a language at most. */
  banners: readonly Banner[];
  /** A page of the past runs no script: news of today would be put into it. */
  isStill?: boolean;
}

export interface PageHead {
  title: string;
  /** Path of this page: its canonical address. */
  path: string;
  /** The address of the page that this one repeats, if it is another's. */
  canonical?: string;
  description?: string;
  /** Path before `feed.rss` for the page's own feeds; empty for those of the whole paper. */
  feeds?: string;
  /** What these feeds are of, where that is not what the page is called. */
  feedsOf?: string;
  /** False keeps search engines off: search results, later pages of a list. */
  index?: boolean;
  /** The same page in other languages, itself included; the first is for readers of none of them. */
  others?: { language: string; path: string }[];
  /** What the page is, in terms of schema.org; of a page that search engines are kept off, nothing. */
  data?: object[];
  /** Further elements: Open Graph of a story. */
  more?: ComponentChildren;
}

interface Props {
  frame: Frame;
  head: PageHead;
  /** Slug of the section to mark in the nav. */
  current?: string | undefined;
  /** The front page carries a nameplate instead of a bar. */
  nameplate?: ComponentChildren;
  /** The script of alerts: the box that asks for them, or the reader's own page of them. */
  ofAlerts?: 'alerts' | 'own-alerts';
  children: ComponentChildren;
}

const LONG_NAME = 22; // characters; longer ones take two lines on a phone and are set smaller

export const longName = (name: string) => (name.length > LONG_NAME ? 'long' : '');

export function SitePage({ frame, head, current, nameplate, ofAlerts = 'alerts', children }: Props) {
  const { words } = frame;
  return (
    <Document
      title={head.title}
      language={frame.place.language}
      style="site-style"
      ownLetters
      scripts={frame.isStill ? [] : ['site', ofAlerts]}
      head={<Head frame={frame} head={head} />}
    >
      <a class="skip" href="#content">
        {words.frame.skip}
      </a>
      <BannerLine frame={frame} />
      {nameplate ?? keptPart(frame, `bar ${current ?? ''}`, () => <Bar frame={frame} current={current} />)}
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      {keptPart(frame, `foot ${nameplate !== undefined}`, () => (
        <Foot frame={frame} named={nameplate !== undefined} />
      ))}
      <p class="aside-voice" role="status" data-voice />
      {keptPart(words, 'news bar', () => (
        <NewsBarWords words={words} />
      ))}
    </Document>
  );
}

function Head({ frame, head }: { frame: Frame; head: PageHead }) {
  const { masthead, address } = frame;
  const description = head.description ?? masthead.tagline;
  return (
    <>
      {description !== '' && <meta name="description" content={description} />}
      <meta name="robots" content={head.index === false ? 'noindex, follow' : 'max-image-preview:large'} />
      <meta name="theme-color" content="#fbfaf6" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#141519" media="(prefers-color-scheme: dark)" />
      <link rel="canonical" href={head.canonical ?? `${address}${head.path}`} />
      <OtherLanguages address={address} others={head.others ?? []} />
      <BannerScript frame={frame} />
      {keptPart(frame, 'links', () => (
        <PaperLinks frame={frame} />
      ))}
      {head.feeds && <FeedLinks of={head.feedsOf ?? head.title} under={head.feeds} />}
      {head.more ?? (
        <>
          <meta property="og:site_name" content={masthead.name} />
          <meta property="og:type" content="website" />
          <meta property="og:title" content={head.title} />
          <meta property="og:url" content={`${address}${head.path}`} />
          {description !== '' && <meta property="og:description" content={description} />}
        </>
      )}
      {(head.data ?? []).map((data, at) => (
        <script key={at} type="application/ld+json" {...markup(jsonForScript(data))} />
      ))}
    </>
  );
}

function PaperLinks({ frame: { masthead, under } }: { frame: Frame }) {
  return (
    <>
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      <link rel="manifest" href="/manifest.webmanifest" />
      <FeedLinks of={masthead.name} under={under} />
    </>
  );
}

export function OtherLanguages({
  address,
  others,
}: {
  address: string;
  others: PageHead['others'] & object;
}) {
  const [first] = others;
  if (!first || others.length < 2) return null;
  return (
    <>
      {others.map(({ language, path }) => (
        <link key={path} rel="alternate" hreflang={language} href={`${address}${path}`} />
      ))}
      <link rel="alternate" hreflang="x-default" href={`${address}${first.path}`} />
    </>
  );
}

function FeedLinks({ of, under }: { of: string; under: string }) {
  return (
    <>
      <link rel="alternate" type="application/rss+xml" title={`${of}, RSS`} href={`${under}/feed.rss`} />
      <link rel="alternate" type="application/atom+xml" title={`${of}, Atom`} href={`${under}/feed.atom`} />
      <link rel="alternate" type="application/feed+json" title={`${of}, JSON`} href={`${under}/feed.json`} />
    </>
  );
}

function Bar({ frame, current }: { frame: Frame; current?: string | undefined }) {
  const { masthead, words } = frame;
  return (
    <header class="bar">
      <a
        class={`name ${longName(masthead.name)}`}
        href={frame.under || '/'}
        aria-label={words.frame.home(masthead.name)}
      >
        <bdi>{masthead.name}</bdi>
      </a>
      <SectionNav frame={frame} current={current} />
      <div class="ways">
        <Spaced>
          <a href={searchPath(frame)}>{words.frame.search}</a>
          <a href={`${frame.under}/alerts`}>{words.frame.alerts}</a>
        </Spaced>
      </div>
    </header>
  );
}

/** From a page in another language of the paper, search looks in that language first. */
export function searchPath({ under, place }: Frame): string {
  return under === '' ? '/search' : `/search?language=${place.language}`;
}

export function SectionNav({ frame, current }: { frame: Frame; current?: string | undefined }) {
  if (frame.sections.length === 0) return null;
  return (
    <nav class="sections" aria-label={frame.words.frame.sections}>
      <Spaced>
        {frame.sections.map(({ slug, name, language }) => (
          <a key={slug} href={`${frame.under}/${slug}`} aria-current={slug === current ? 'page' : undefined}>
            <bdi {...inLanguage(language ?? frame.masthead.language, frame.place.language)}>{name}</bdi>
          </a>
        ))}
      </Spaced>
    </nav>
  );
}

function Foot({ frame, named }: { frame: Frame; named: boolean }) {
  const { masthead, words, under } = frame;
  const contact = masthead.contact.includes('://')
    ? masthead.contact
    : `mailto:${masthead.contact.replace(/^mailto:/, '')}`;
  return (
    <footer class="foot">
      <p>
        <strong>
          <bdi>{masthead.name}</bdi>
        </strong>
      </p>
      {masthead.tagline !== '' && (
        <p>
          <bdi {...inLanguage(masthead.language, frame.place.language)}>{masthead.tagline}</bdi>
        </p>
      )}
      <Fronts frame={frame} again={named} />
      <nav aria-label={words.frame.about}>
        <Spaced>
          <a href={`${under}/corrections`}>{words.frame.corrections}</a>
          <a href={`${under}/alerts`}>{words.frame.alerts}</a>
          <a href={searchPath(frame)}>{words.frame.search}</a>
          <a href={`${under}/feed.rss`}>RSS</a>
          <a href={`${under}/feed.atom`}>Atom</a>
          <a href={`${under}/feed.json`}>JSON Feed</a>
          {masthead.contact !== '' && <a href={contact}>{words.frame.contact}</a>}
        </Spaced>
      </nav>
      <p>{words.frame.noTracking}</p>
    </footer>
  );
}

/** The paper in its other languages, each named in itself. `again`: they stand on the page already, as a landmark. */
export function Fronts({
  frame: { fronts, words, place },
  again = false,
}: {
  frame: Frame;
  again?: boolean;
}) {
  const Part = again ? 'div' : 'nav';
  if (fronts.length < 2) return null;
  return (
    <Part class="fronts" aria-label={again ? undefined : words.frame.languages}>
      <Spaced>
        {fronts.map(({ language, path }) => (
          <a
            key={path}
            href={path}
            lang={language}
            hreflang={language}
            dir={directionOf(language)}
            aria-current={language === place.language ? 'true' : undefined}
          >
            {languageName(language, language)}
          </a>
        ))}
      </Spaced>
    </Part>
  );
}
