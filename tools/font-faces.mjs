/**
 * The paper's type as CSS, for the styles of both doors (`@import "crier:faces"` in views/fonts.css): every face cut by
 * script and weight, so that a page loads the letters it is written in, in the two weights that are used; and beside
 * them the reader's own fonts, set to the same widths and heights, so that nothing moves when ours arrive.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Greek and Cyrillic are families of their own: a page names only those of its script, see views/paper.css. */
const scripts = {
  '': ['vietnamese', 'latin-ext', 'latin'],
  Greek: ['greek-ext', 'greek'],
  Cyrillic: ['cyrillic-ext', 'cyrillic'],
};

const families = [
  {
    name: 'Source Serif 4',
    folder: 'source-serif-4',
    cuts: ['400-normal', '600-normal', '400-italic', '600-italic'],
  },
  { name: 'Inter', folder: 'inter', cuts: ['400-normal', '600-normal'] },
];

const NASKH = 'Noto Naskh Arabic Variable';

// Of hhea and of the average width of English letters, both in parts of an em: as the files say (capsize reads them so).
const ours = {
  'Source Serif 4': { ascent: 1.036, descent: 0.335, widths: { 400: 0.479, 600: 0.486 } },
  Inter: { ascent: 0.96875, descent: 0.2412, widths: { 400: 0.4775, 600: 0.4873 } },
  // By the width of Arabic words, one space to each, as a browser sets them: letters there have no width of their own.
  [NASKH]: {
    ascent: 1.069,
    descent: 0.634,
    widths: { 400: 0.3744, 600: 0.3838 },
    range: 'U+0020, U+00A0, U+0600-06FF, U+FB50-FDFF, U+FE70-FEFC', // ours brings its own spaces: views/fonts.css
  },
};

// What readers have instead, by the width of its letters, regular and bold: Apple and Windows, Android, Linux.
const theirs = {
  'Source Serif 4': {
    Georgia: [0.4458, 0.5186],
    'Noto Serif': [0.481, 0.512],
    'Times New Roman': [0.4063, 0.4326],
    'Liberation Serif': [0.4063, 0.4326],
    'DejaVu Serif': [0.5166, 0.5703],
  },
  Inter: {
    Roboto: [0.4448, 0.4521],
    Arial: [0.4458, 0.48],
    'Liberation Sans': [0.4458, 0.48],
    'DejaVu Sans': [0.5083, 0.5742],
  },
  [NASKH]: {
    'Noto Naskh Arabic': [0.3736, 0.388],
    'Noto Sans Arabic': [0.4173, 0.4577],
    'DejaVu Sans': [0.4414, 0.5265],
  },
};

/** An esbuild plugin. `root`: the project's folder. */
export function fontFaces(root) {
  return {
    name: 'font-faces',
    setup(build) {
      build.onResolve({ filter: /^crier:faces$/ }, ({ path }) => ({ path, namespace: 'faces' }));
      build.onLoad({ filter: /.*/, namespace: 'faces' }, () => ({
        contents: allFaces(root),
        loader: 'css',
        resolveDir: root,
      }));
    },
  };
}

function allFaces(root) {
  const served = families.flatMap((family) => servedFaces(root, family));
  const stands = Object.keys(ours).flatMap(standIns);
  return [...served, ...stands].join('\n');
}

function servedFaces(root, { name, folder, cuts }) {
  const home = join(root, 'node_modules/@fontsource', folder);
  if (!existsSync(home)) throw new Error(`@fontsource/${folder} is not installed: run npm install`);
  const ranges = JSON.parse(readFileSync(join(home, 'unicode.json'), 'utf8'));
  return Object.entries(scripts).flatMap(([script, subsets]) =>
    subsets
      .filter((subset) => ranges[subset])
      .flatMap((subset) =>
        cuts.map((cut) =>
          face({
            'font-family': `"${name}${script && ` ${script}`}"`,
            'font-style': cut.split('-')[1],
            'font-weight': cut.startsWith('400') ? '400 500' : '600 700',
            'font-display': 'swap',
            src: `url("@fontsource/${folder}/files/${folder}-${subset}-${cut}.woff2") format("woff2")`,
            'unicode-range': ranges[subset],
          }),
        ),
      ),
  );
}

function standIns(name) {
  const { ascent, descent, widths, range } = ours[name];
  return Object.entries(theirs[name]).flatMap(([local, [regular, bold]]) =>
    [
      // A face is asked for by its full name, which newer Noto and Roboto end with “Regular”, or by its PostScript name.
      {
        weight: '400 500',
        names: [local, `${local} Regular`, `${plain(local)}-Regular`],
        grows: widths[400] / regular,
      },
      {
        weight: '600 700',
        names: [`${local} Bold`, `${plain(local)}-Bold`],
        grows: widths[600] / bold,
      },
    ].map(({ weight, names, grows }) =>
      face({
        'font-family': `"${name} as ${local}"`,
        'font-weight': weight,
        src: names.map((each) => `local("${each}")`).join(', '),
        'size-adjust': percent(grows),
        'ascent-override': percent(ascent / grows),
        'descent-override': percent(descent / grows),
        'line-gap-override': '0%',
        ...(range && { 'unicode-range': range }),
      }),
    ),
  );
}

const plain = (name) => name.replaceAll(' ', '');
const face = (rules) =>
  `@font-face { ${Object.entries(rules)
    .map(([key, value]) => `${key}: ${value};`)
    .join(' ')} }`;
const percent = (part) => `${(100 * part).toFixed(2)}%`;
