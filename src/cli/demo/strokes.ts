/** What the drawings are drawn with: land, water, weather and small craft, as SVG. The same seed, the same line. */

export const WIDTH = 1280;
export const HEIGHT = 720;

/** A generator of numbers from 0 to 1 that repeats itself for the same seed. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function rect(x: number, y: number, width: number, height: number, fill: string, more = ''): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;
}

export function shape(points: string, fill: string, more = ''): string {
  return `<path d="${points}" fill="${fill}" ${more}/>`;
}

export function strokeLine(points: string, stroke: string, width: number, more = ''): string {
  return `<path d="${points}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
}

export function disc(x: number, y: number, radius: number, fill: string, more = ''): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" ${more}/>`;
}

/** Flat bands from one colour to another, like a print of a few blocks. */
export function sky(top: string, bottom: string, to: number, bands = 9): string {
  const step = to / bands;
  let drawn = '';
  for (let band = 0; band < bands; band += 1) {
    drawn += rect(0, band * step, WIDTH, step + 1, mix(top, bottom, band / (bands - 1)));
  }
  return drawn;
}

/** Hills whose ridge wanders about `y`. */
export function hills(y: number, height: number, fill: string, seed: number): string {
  const roll = dice(seed);
  const waves = [roll() * 2 + 1, roll() * 3 + 2, roll() * 6 + 5].map((pace) => ({ pace, from: roll() * 7 }));
  let ridge = `M0 ${HEIGHT}`;
  for (let x = 0; x <= WIDTH; x += 16) {
    const turn = (x / WIDTH) * Math.PI;
    const [slow, middle, quick] = waves.map(({ pace, from }) => Math.sin(turn * pace + from));
    ridge += ` L${x} ${Math.round(y - height * (0.55 * (slow ?? 0) + 0.3 * (middle ?? 0) + 0.1 * (quick ?? 0) + 0.1))}`;
  }
  return shape(`${ridge} L${WIDTH} ${HEIGHT} Z`, fill);
}

/** Water from `y` down: a ground and strokes that lengthen towards the viewer. */
export function water(y: number, ground: string, stroke: string, seed: number, to = HEIGHT): string {
  const roll = dice(seed);
  let drawn = rect(0, y, WIDTH, to - y, ground);
  for (let row = y + 5; row < to; row += 4 + (row - y) * 0.045) {
    const near = (row - y) / (HEIGHT - y);
    for (let x = -roll() * 140; x < WIDTH; x += 30 + roll() * 170) {
      const length = 8 + roll() * (26 + near * 110);
      const lift = 1 + near * 3;
      const wave = `M${round(x)} ${round(row)} q${round(length / 4)} ${-round(lift)} ${round(length / 2)} 0 t${round(length / 2)} 0`;
      drawn += strokeLine(wave, stroke, 1 + near * 2.2, `opacity="${(0.25 + roll() * 0.5).toFixed(2)}"`);
    }
  }
  return drawn;
}

/** What a light or a hull leaves on water: strokes of its colour below it, broken as water breaks them. */
export function glitter(
  x: number,
  y: number,
  spread: number,
  fill: string,
  seed: number,
  to = HEIGHT,
): string {
  const roll = dice(seed);
  let drawn = '';
  for (let row = y; row < to; row += 6 + (row - y) * 0.03) {
    const half = spread * (0.25 + 0.9 * roll()) * (0.5 + (row - y) / (HEIGHT - y));
    const from = x - half + (roll() - 0.5) * spread * 0.5;
    drawn += strokeLine(
      `M${round(from)} ${round(row)} h${round(half * 2 * (0.4 + roll() * 0.6))}`,
      fill,
      2.4,
      'opacity=".6"',
    );
  }
  return drawn;
}

/** A house of the harbour: wall, shadow side, roof, windows. */
export function house(
  x: number,
  y: number,
  width: number,
  height: number,
  wall: string,
  seed: number,
): string {
  const roll = dice(seed);
  const top = y - height;
  let drawn =
    rect(x, top, width, height, wall) +
    rect(x + width * 0.72, top, width * 0.28, height, mix(wall, '#2b2f38', 0.22));
  drawn += shape(
    `M${x - 4} ${top} L${x + width / 2} ${top - height * 0.24} L${x + width + 4} ${top} Z`,
    '#a4573d',
  );
  for (let row = 0; row < Math.floor(height / 34); row += 1) {
    for (let column = 0; column < Math.floor(width / 26); column += 1) {
      const lit = roll() < 0.35;
      drawn += rect(x + 8 + column * 26, top + 12 + row * 34, 10, 16, lit ? '#f4cf7c' : '#3d4450');
    }
  }
  return drawn;
}

/** A small boat with one person in it. */
export function rowboat(x: number, y: number, size: number, hull: string): string {
  const at = (dx: number, dy: number) => `${round(x + dx * size)} ${round(y + dy * size)}`;
  return (
    shape(
      `M${at(-1, 0)} Q${at(0, 0.55)} ${at(1.05, -0.08)} L${at(0.82, 0.26)} Q${at(0, 0.5)} ${at(-0.8, 0.28)} Z`,
      hull,
    ) +
    shape(`M${at(-0.15, 0.08)} L${at(-0.08, -0.4)} L${at(0.12, -0.4)} L${at(0.2, 0.08)} Z`, '#2b2f38') +
    disc(x + 0.02 * size, y - 0.52 * size, 0.13 * size, '#d9a074') +
    strokeLine(`M${at(0.05, -0.2)} L${at(0.75, 0.42)}`, '#5b4636', Math.max(1.5, size * 0.05))
  );
}

/** Gulls, few and far. */
export function gulls(places: [x: number, y: number, size: number][], stroke: string): string {
  return places
    .map(([x, y, size]) =>
      strokeLine(
        `M${x - size} ${y} q${size / 2} ${-size * 0.7} ${size} 0 q${size / 2} ${-size * 0.7} ${size} 0`,
        stroke,
        2,
      ),
    )
    .join('');
}

export function rain(stroke: string, seed: number): string {
  const roll = dice(seed);
  let drawn = '';
  for (let drop = 0; drop < 240; drop += 1) {
    const x = roll() * (WIDTH + 200);
    const y = roll() * HEIGHT;
    const length = 16 + roll() * 34;
    drawn += strokeLine(
      `M${round(x)} ${round(y)} l${round(-length * 0.42)} ${round(length)}`,
      stroke,
      1.4,
      `opacity="${(0.15 + roll() * 0.4).toFixed(2)}"`,
    );
  }
  return drawn;
}

/** Between two colours of the form #rrggbb. */
export function mix(one: string, other: string, share: number): string {
  const part = (from: number) => {
    const [a, b] = [one, other].map((colour) => Number.parseInt(colour.slice(from, from + 2), 16));
    return Math.round((a ?? 0) + ((b ?? 0) - (a ?? 0)) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
