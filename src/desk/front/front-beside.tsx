/** Beside a front: the banner over all pages, what stood there before, and what the machine goes by. */
import { LONGEST_BANNER, LONGEST_BANNER_WORDS, USUAL_BANNER } from '../../fronts/banner.ts';
import { machineRules } from '../../fronts/machine.ts';
import { STANDS_KEPT } from '../../fronts/stands.ts';
import { DAY, HOUR } from '../../kit/clock.ts';
import { directionOf } from '../../kit/language-tag.ts';
import { Field, FormToken, Notice, PaneHead } from '../views/desk-layout.tsx';
import { dayAndTime, englishName, localInput } from '../views/words.ts';
import type { FrontPageProps } from './front-props.ts';
import type { FrontView } from './front-view.ts';

export function BannerPart({ frame, when, view, refused }: FrontPageProps) {
  const { banner, front, section, pool } = view;
  const wrong = refused?.of === 'banner' ? refused : undefined;
  const language = englishName(front.language);
  return (
    <>
      <PaneHead end={<kbd>b</kbd>}>Banner over all pages in {language}</PaneHead>
      <div id="front-banner" class="banner-part" data-live="fronts">
        {banner && (
          <form class="inline-form" method="post" action="/desk/front/banner/end">
            <FormToken form={frame.form} />
            <input type="hidden" name="language" value={front.language} />
            <input type="hidden" name="section" value={section?.slug ?? ''} />
            <input type="hidden" name="basedOn" value={banner.id} />
            <p>
              <span class="live">Up</span> <bdi>“{banner.words}”</bdi>{' '}
              <span class="dim">
                until {dayAndTime(banner.until, when)}, by {banner.byName}
              </span>
            </p>
            <button type="submit" class="quiet small">
              Take down
            </button>
          </form>
        )}
      </div>
      <form class="form banner-form" method="post" action="/desk/front/banner">
        <FormToken form={frame.form} />
        <input type="hidden" name="language" value={front.language} />
        <input type="hidden" name="section" value={section?.slug ?? ''} />
        <input type="hidden" name="basedOn" value={banner?.id ?? ''} />
        {wrong && <Notice kind="bad">{wrong.words}</Notice>}
        <Field label={banner ? 'In its place' : 'Words'} name="banner-words" wrong={wrong?.fields.words}>
          <input
            id="banner-words"
            name="words"
            maxlength={LONGEST_BANNER_WORDS}
            dir={directionOf(front.language)}
            lang={front.language}
            data-key="b"
          />
        </Field>
        <div class="fields">
          <Field label="Leads to" name="banner-story">
            <select id="banner-story" name="story">
              <option value="">no story</option>
              {pool.map(({ storyId, headline }) => (
                <option key={storyId} value={storyId}>
                  {headline}
                </option>
              ))}
            </select>
          </Field>
          <Field
            label="Until"
            name="banner-until"
            hint={`${LONGEST_BANNER / HOUR} hours at most`}
            wrong={wrong?.fields.until}
          >
            <input
              id="banner-until"
              type="datetime-local"
              name="until"
              value={localInput(when.now + USUAL_BANNER, when.zone)}
            />
          </Field>
        </div>
        <div class="actions">
          <button type="submit">Put up</button>
        </div>
      </form>
    </>
  );
}

export function PastPart({ when, view }: FrontPageProps) {
  const { front, section, outs } = view;
  return (
    <>
      <PaneHead>What stood there</PaneHead>
      <div class="past-part">
        <ul class="outs">
          {outs.map(({ number, at, byName }) => (
            <li key={number}>
              put out {dayAndTime(at, when)}, by {byName ?? 'Crier'}
            </li>
          ))}
        </ul>
        <form class="past-form" method="get" action="/desk/front/past">
          <input type="hidden" name="language" value={front.language} />
          {section && <input type="hidden" name="section" value={section.slug} />}
          <input
            type="datetime-local"
            name="at"
            value={localInput(when.now, when.zone)}
            aria-label="At which minute"
          />
          <button type="submit" class="quiet">
            Look
          </button>
        </form>
        <p class="dim">Any minute of the last {STANDS_KEPT / DAY} days.</p>
      </div>
    </>
  );
}

export function RulesPart({ view }: { view: FrontView }) {
  return (
    <>
      <PaneHead>What the machine goes by</PaneHead>
      <ul class="rules">
        {machineRules(view.section ? 'section' : 'paper').map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </>
  );
}
