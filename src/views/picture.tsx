/**
 * A picture on a page: AVIF, WebP and JPEG in the widths there are, with its size, so that nothing moves when it comes. The first
 * of a page is asked for at once; the others when they come near. What moves is still for readers who want no movement.
 */
interface PictureSource {
  href: string;
  width: number;
}

/** What is shown: one shape of a picture, as `media/picture.ts` gives it. */
export interface PictureFiles {
  width: number;
  height: number;
  avif: PictureSource[];
  webp: PictureSource[];
  jpeg: PictureSource[];
  moving?: PictureSource[];
}

export interface PictureTagProps {
  shown: PictureFiles;
  alt: string;
  /** As in HTML: how wide the layout shows it. */
  sizes: string;
  /** The lead picture: asked for first. */
  eager?: boolean;
  class?: string;
}

const STILL = '(prefers-reduced-motion: reduce)';

export function PictureTag({ shown, alt, sizes, eager, class: className }: PictureTagProps) {
  const { avif, webp, jpeg, moving } = shown;
  const last = jpeg.at(-1) ?? webp.at(-1);
  if (!last) return null;
  const media = moving ? STILL : undefined;
  return (
    <picture class={className}>
      {avif.length > 0 && <source type="image/avif" srcset={setOf(avif)} sizes={sizes} media={media} />}
      {webp.length > 0 && <source type="image/webp" srcset={setOf(webp)} sizes={sizes} media={media} />}
      {moving && <source type="image/webp" srcset={setOf(moving)} sizes={sizes} />}
      <img
        src={last.href}
        width={shown.width}
        height={shown.height}
        alt={alt}
        loading={eager ? 'eager' : 'lazy'}
        fetchPriority={eager ? 'high' : 'auto'}
        decoding="async"
      />
    </picture>
  );
}

function setOf(sources: PictureSource[]): string {
  return sources.map(({ href, width }) => `${href} ${width}w`).join(', ');
}
