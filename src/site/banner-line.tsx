/** The banner over every page: one line, its story, and a cross for those who have script. */
import type { Banner } from '../fronts/banner.ts';
import { assetPath } from '../views/assets.ts';
import { inLanguage } from '../views/paper-words.ts';
import type { TimePlace } from '../views/when.ts';
import type { Words } from '../views/words/catalog.ts';

/** What of a page's frame a banner needs. */
interface Over {
  banners: readonly Banner[];
  fronts: readonly { language: string; path: string }[];
  under: string;
  masthead: { language: string };
  words: Words;
  place: TimePlace;
}

/** What is up in the language of the page, whatever language its furniture has. */
function bannerOf(frame: Over): Banner | null {
  const language = pageLanguage(frame);
  return frame.banners.find((banner) => banner.language === language) ?? null;
}

function pageLanguage({ fronts, under, masthead }: Over): string {
  return fronts.find(({ path }) => path === (under || '/'))?.language ?? masthead.language;
}

/** Its place is on every page: what goes up while the page is open is put there by script. */
export function BannerLine({ frame }: { frame: Over }) {
  const banner = bannerOf(frame);
  const language = pageLanguage(frame);
  return (
    <div
      class="banner-place"
      data-banner-language={language}
      data-now={frame.words.front.now}
      data-close={frame.words.newsBar.close}
    >
      {banner && (
        <section
          class="banner"
          aria-label={frame.words.front.now}
          data-banner={banner.id}
          data-until={banner.until}
          data-about={banner.storyId ?? undefined}
        >
          <p>
            <span class="live">
              <span class="dot" />
              {frame.words.front.now}
            </span>{' '}
            <bdi class="words" {...inLanguage(language, frame.place.language)}>
              {banner.path === null ? banner.words : <a href={banner.path}>{banner.words}</a>}
            </bdi>
          </p>
          <button type="button" class="close quiet" aria-label={frame.words.newsBar.close}>
            ×
          </button>
        </section>
      )}
    </div>
  );
}

/** Runs before the page is painted: a banner that was dismissed on this device is never seen, and nothing jumps. */
export function BannerScript({ frame }: { frame: Over }) {
  const banner = bannerOf(frame);
  return banner && <script src={assetPath('banner')} data-banner={banner.id} />;
}
