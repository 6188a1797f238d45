/** Readers: how many read what, and from where; counted without a cookie, an address or anything else of a person. */
import { directionOf } from '../../kit/language-tag.ts';
import type { ReadersReport, StoryReads } from '../../readership/readership.ts';
import { type DeskFrame, type DeskKey, DeskPage } from '../views/desk-layout.tsx';
import { ReadersNowLine } from '../views/readers-now.tsx';
import { pageWords, wayWords } from '../views/way-words.ts';
import { dayAndTime, englishName, type PageTime } from '../views/words.ts';

export const readerSpans = [
  { span: 'hour', name: 'This hour and the last' },
  { span: 'day', name: 'Today' },
  { span: 'yesterday', name: 'Yesterday' },
  { span: 'week', name: 'Seven days' },
  { span: 'month', name: 'Thirty days' },
] as const;

export type ReaderSpan = (typeof readerSpans)[number]['span'];

export interface ReadersPageProps {
  frame: DeskFrame;
  when: PageTime;
  span: ReaderSpan;
  report: ReadersReport;
  /** Bars: hours, or days where there are many. */
  bars: { at: number; reads: number }[];
}

const keys: DeskKey[] = [
  { keys: ['j', 'k'], does: 'next and previous', foot: true },
  { keys: ['Enter'], does: 'open the story', foot: true },
];

export function ReadersPage(props: ReadersPageProps) {
  const { frame, span, report } = props;
  return (
    <DeskPage {...frame} title="Readers" current="readers" keys={keys}>
      <div class="page-head">
        <h1>Readers</h1>
      </div>
      <p class="lead">
        Pages read, not people: without a cookie, an address or a fingerprint. Robots that name themselves are
        left out. Figures are written every ten seconds.
      </p>
      <nav class="filters" aria-label="When">
        {readerSpans.map((each) => (
          <a
            key={each.span}
            href={`/desk/readers?span=${each.span}`}
            aria-current={each.span === span ? 'page' : undefined}
          >
            {each.name}
          </a>
        ))}
      </nav>
      {report.total === 0 ? (
        <p class="empty">Nobody read anything in this time, as far as we know.</p>
      ) : (
        <>
          <Bars {...props} />
          <Pages {...props} />
          <div class="reader-parts">
            <Part
              title="From where"
              rows={report.ways.map(({ way, reads }) => ({ name: wayWords(way), reads }))}
            />
            <Part title="Sections" rows={report.sections} />
            <Part
              title="Languages"
              rows={report.languages.map(({ name, reads }) => ({ name: englishName(name || 'und'), reads }))}
            />
          </div>
        </>
      )}
      <Alerts {...props} />
      <p class="dim">There are no letters by mail, and so no readers that come from one.</p>
    </DeskPage>
  );
}

const BAR = 12; // units of the drawing for each; it is stretched to the page
const FEWEST_BARS = 12; // one hour alone is no wall

function Bars({ bars, report, when }: ReadersPageProps) {
  const most = Math.max(...bars.map(({ reads }) => reads), 1);
  const [first] = bars;
  const last = bars.at(-1);
  return (
    <section aria-label="By time">
      <p>
        <b>{report.total.toLocaleString('en')}</b> pages read
      </p>
      <svg
        class="reader-hours"
        viewBox={`0 0 ${Math.max(bars.length, FEWEST_BARS) * BAR} 100`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`At most ${most.toLocaleString('en')} in one ${report.hours === bars ? 'hour' : 'day'}`}
      >
        {bars.map(({ at, reads }, place) => {
          const height = Math.max(1, Math.round((reads / most) * 100));
          return (
            <rect key={at} x={place * BAR} y={100 - height} width={BAR - 2} height={height}>
              <title>
                {dayAndTime(at, when)}: {reads.toLocaleString('en')}
              </title>
            </rect>
          );
        })}
      </svg>
      {first && last && (
        <p class="reader-scale" aria-hidden="true">
          <span>{dayAndTime(first.at, when)}</span>
          <span>{dayAndTime(last.at, when)}</span>
        </p>
      )}
    </section>
  );
}

function Pages({ report }: ReadersPageProps) {
  return (
    <section aria-labelledby="read-pages">
      <h2 id="read-pages">Stories and pages</h2>
      <table class="list">
        <thead>
          <tr>
            <th>What</th>
            <th class="num">Read</th>
            <th>Now</th>
            <th>From where</th>
          </tr>
        </thead>
        <tbody>
          {report.pages.map((page) => (
            <PageRow key={page.storyId ?? page.page} page={page} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const MOST_WAYS = 4; // of one line

function PageRow({ page }: { page: StoryReads }) {
  const { storyId, language } = page;
  const shown = page.ways.slice(0, MOST_WAYS);
  return (
    <tr data-row>
      <td>
        {storyId === null ? (
          pageWords(page.page)
        ) : (
          <a
            class="headline"
            href={`/desk/stories/${storyId}`}
            {...(language === null
              ? { dir: 'auto' as const }
              : { lang: language, dir: directionOf(language) })}
          >
            {page.headline || 'a story that is not there any more'}
          </a>
        )}
      </td>
      <td class="num" data-label="Read">
        {page.reads.toLocaleString('en')}
      </td>
      <td data-label="Now">
        <ReadersNowLine readers={page.now ?? undefined} />
      </td>
      <td data-label="From">
        <span class="meta-line">
          {shown.map(({ way, reads }) => (
            <span key={way}>
              {wayWords(way)} {reads.toLocaleString('en')}
            </span>
          ))}
        </span>
      </td>
    </tr>
  );
}

function Part({ title, rows }: { title: string; rows: { name: string; reads: number }[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <table class="list">
        <tbody>
          {rows.map(({ name, reads }) => (
            <tr key={name}>
              <td dir="auto">{name}</td>
              <td class="num">{reads.toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Alerts({ report, when }: ReadersPageProps) {
  if (report.alerts.length === 0) return null;
  return (
    <section>
      <h2>Alerts</h2>
      <table class="list">
        <tbody>
          {report.alerts.map(({ id, headline, language, at, opened }) => (
            <tr key={id} data-row>
              <td>
                <a href={`/desk/alerts#alert-${id}`} lang={language} dir={directionOf(language)}>
                  {headline}
                </a>
              </td>
              <td class="num">{opened.toLocaleString('en')} opened</td>
              <td class="when" data-label="Written">
                {dayAndTime(at, when)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
