/** What the attributes of an element say about its words: hidden, struck out, bold, raised. */

export type Attributes = Record<string, string>;
export type Styles = Map<string, string>;

/** The properties of a style attribute by their whole names, so that Word's `mso-bidi-font-weight` is no weight. */
export function stylesOf(attributes: Attributes): Styles {
  const styles: Styles = new Map();
  const { style } = attributes;
  if (!style) return styles;
  for (const declaration of style.slice(0, LONGEST).split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration.slice(colon + 1).replace(/!\s*important\s*$/i, '');
    styles.set(declaration.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase());
  }
  return styles;
}

const LONGEST = 4_000; // characters of a style that are read; Word's longest is a quarter of that

/** Classes of words that are for screen readers only, or for programs. */
const UNSEEN_CLASS =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-(?:text|only)|screenreader-only|u-visually-hidden|mw-editsection|katex-html)(?=\s|$)/i;

/** True of what a page keeps from those who look at it. What a script may show by itself (`opacity: 0`) is not hidden. */
export function isHidden(name: string, attributes: Attributes, styles: Styles): boolean {
  if (/(?:^|\s)mwe-math-mathml/.test(attributes.class ?? '')) return false; // the words of a formula that stands as a picture
  if ('hidden' in attributes && attributes.hidden?.toLowerCase() !== 'until-found') return true;
  if ('popover' in attributes || (name === 'dialog' && !('open' in attributes))) return true;
  if (UNSEEN_CLASS.test(attributes.class ?? '')) return true;
  if (styles.get('display') === 'none' || /^(?:hidden|collapse)$/.test(styles.get('visibility') ?? ''))
    return true;
  return styles.get('mso-hide') === 'all' || isOffPage(styles);
}

/** The tricks by which words are moved out of sight. */
function isOffPage(styles: Styles): boolean {
  const far = (name: string): boolean => /^-\d{3,}(?:\.\d+)?(?:px|em|rem|pt)$/.test(styles.get(name) ?? '');
  const isMoved = /absolute|fixed/.test(styles.get('position') ?? '');
  if (isMoved && (far('left') || far('top') || far('right'))) return true;
  if (far('text-indent')) return true;
  if (isMoved && /^rect\((?:[01](?:px)?[\s,]*){4}\)$/.test(styles.get('clip') ?? '')) return true;
  if (isMoved && /^inset\((?:50|100)%\)$/.test(styles.get('clip-path') ?? '')) return true;
  const isFlat = ['max-height', 'height', 'line-height', 'font-size'].some((name) =>
    (isMoved ? /^[01](?:px|pt)?$/ : /^0(?:px|pt)?$/).test(styles.get(name) ?? ''),
  );
  return isFlat && styles.get('overflow') === 'hidden';
}

/** True of words that are taken back. */
export function isStruck(name: string, styles: Styles): boolean {
  if (name === 'del' || name === 's' || name === 'strike') return !isUnstruck(styles);
  return ['text-decoration', 'text-decoration-line'].some((each) =>
    /line-through/.test(styles.get(each) ?? ''),
  );
}

function isUnstruck(styles: Styles): boolean {
  return /^none\b/.test(styles.get('text-decoration') ?? styles.get('text-decoration-line') ?? '');
}

/** Whether a style makes words bold, or no longer so; null where it does not speak of it. */
export function boldBy(styles: Styles): boolean | null {
  if (styles.size === 0) return null; // as most elements are: nothing to look for
  const weight =
    styles.get('font-weight') ?? /^(?:\S+\s+)*?(bold|bolder|[6-9]00)\s/.exec(styles.get('font') ?? '')?.[1];
  if (weight === undefined) return null;
  if (/^(?:bold|bolder|[6-9]\d\d|1000)$/.test(weight)) return true;
  return /^(?:normal|lighter|[1-5]\d\d)$/.test(weight) ? false : null;
}

/** Whether a style makes words italic, or no longer so. */
export function italicBy(styles: Styles): boolean | null {
  const said = styles.get('font-style') ?? '';
  if (/^(?:italic|oblique)/.test(said)) return true;
  return said === 'normal' ? false : null;
}

/** Raised, lowered or neither: by element, or by style, which speaks last. */
export function shiftOf(name: string, styles: Styles): 'raised' | 'lowered' | null {
  const align = styles.get('vertical-align') ?? '';
  if (align === 'super' || align === 'text-super') return 'raised';
  if (align === 'sub') return 'lowered';
  if (/^(?:baseline|0)/.test(align)) return null;
  return name === 'sup' ? 'raised' : name === 'sub' ? 'lowered' : null;
}

/** True where line ends are what they are: `pre`, and styles that say so. Null where nothing is said. */
export function keepsLines(name: string, styles: Styles): boolean | null {
  const space = styles.get('white-space') ?? '';
  if (/^(?:pre|pre-wrap|pre-line|break-spaces)$/.test(space)) return true;
  if (/^(?:normal|nowrap)$/.test(space)) return false;
  return name === 'pre' || name === 'listing' || name === 'xmp' ? true : null;
}
