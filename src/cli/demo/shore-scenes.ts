/** Drawings of the shore: quays, market, olives, the light. */
import {
  dice,
  disc,
  glitter,
  gulls,
  HEIGHT,
  hills,
  house,
  mix,
  rect,
  round,
  rowboat,
  shape,
  sky,
  strokeLine,
  WIDTH,
  water,
} from './strokes.ts';

export function lighthouseScene(): string {
  return (
    sky('#2c3350', '#d59a72', 470, 12) +
    shape('M700 214 L0 96 L0 250 Z', '#f4dca0', 'opacity=".34"') +
    shape('M700 214 L1280 150 L1280 236 Z', '#f4dca0', 'opacity=".2"') +
    disc(180, 430, 46, '#f0b878') +
    water(466, '#3d4a66', '#8a7d86', 73) +
    glitter(180, 472, 40, '#f0b878', 74) +
    shape(
      'M470 720 C500 560 560 500 640 486 C720 470 820 500 900 560 C1000 620 1120 600 1280 640 L1280 720 Z',
      '#272733',
    ) +
    shape('M560 720 C600 600 640 540 720 520 C800 560 900 640 1000 720 Z', '#34323d') +
    shape('M664 490 L682 250 L736 250 L754 490 Z', '#efe7d6') +
    shape('M714 490 L710 250 L736 250 L754 490 Z', '#c6bcab') +
    shape('M676 330 L742 330 L745 376 L672 376 Z', '#a8452f') +
    rect(668, 240, 82, 12, '#2b2f38') +
    rect(684, 196, 50, 46, '#f6d98c') +
    strokeLine('M684 196 V242 M700 196 V242 M717 196 V242 M734 196 V242', '#2b2f38', 3) +
    shape('M678 196 Q709 158 740 196 Z', '#a8452f') +
    rect(702, 448, 16, 40, '#34323d') +
    house(800, 560, 110, 70, '#d8cdb8', 75) +
    gulls(
      [
        [420, 300, 18],
        [470, 280, 13],
        [380, 340, 12],
      ],
      '#1f2030',
    )
  );
}

export function marketScene(): string {
  const awnings = ['#a8452f', '#2f6069', '#c39a3d', '#6c7a4a', '#a8452f'];
  const stall = (x: number, colour: string, seed: number) => {
    const roll = dice(seed);
    const stripes = [0, 1, 2, 3, 4, 5].map((stripe) =>
      shape(`M${x + stripe * 34} 372 h34 l4 62 q-19 16 -38 0 Z`, stripe % 2 ? '#efe6d4' : colour),
    );
    const heaps = [0, 1, 2, 3].map((heap) => {
      const fruit =
        ['#c9652e', '#8d9a45', '#b33a32', '#d9b04a', '#5d4a6b'][Math.floor(roll() * 5)] ?? '#c9652e';
      const each = Array.from({ length: 12 }, (_none, index) =>
        disc(
          round(x + 20 + heap * 48 + (index % 4) * 10 + roll() * 4),
          round(528 - Math.floor(index / 4) * 9 - roll() * 3),
          7,
          mix(fruit, '#2b2f38', roll() * 0.25),
        ),
      );
      return each.join('');
    });
    return `${rect(x + 4, 430, 7, 190, '#5b4636')}${rect(x + 196, 430, 7, 190, '#5b4636')}${heaps.join('')}${rect(x, 534, 208, 62, '#8a6a48')}${rect(x, 534, 208, 8, '#a98660')}${stripes.join('')}`;
  };
  const arch = (x: number) =>
    shape(`M${x} 352 V200 Q${x + 62} 108 ${x + 124} 200 V352 Z`, '#5d5f63') +
    strokeLine(`M${x} 214 H${x + 124} M${x + 62} 150 V352`, '#8d8f8f', 3);
  const person = (x: number, y: number, coat: string) =>
    shape(`M${x - 24} ${y} Q${x - 22} ${y - 90} ${x} ${y - 98} Q${x + 22} ${y - 90} ${x + 24} ${y} Z`, coat) +
    disc(x, y - 112, 17, '#c9946a');
  return (
    rect(0, 0, WIDTH, HEIGHT, '#d8cbb2') +
    rect(0, 0, WIDTH, 96, '#b4a88f') +
    [0, 1, 2, 3, 4, 5, 6]
      .map((beam) => strokeLine(`M${beam * 213} 0 L${beam * 213 + 60} 96`, '#6b5a45', 12))
      .join('') +
    strokeLine('M0 92 H1280', '#6b5a45', 14) +
    [36, 212, 388, 768, 944, 1120].map(arch).join('') +
    disc(640, 196, 58, '#efe6d4', 'stroke="#5b4636" stroke-width="8"') +
    strokeLine('M640 196 V158 M640 196 L668 210', '#2b2f38', 6) +
    rect(0, 596, WIDTH, 124, '#a3957d') +
    strokeLine(
      'M0 640 H1280 M0 690 H1280 M120 596 L60 720 M420 596 L400 720 M760 596 L780 720 M1100 596 L1170 720',
      '#8b7e68',
      2,
    ) +
    awnings.map((colour, index) => stall(18 + index * 254, colour, 80 + index)).join('') +
    person(250, 650, '#34414d') +
    person(318, 668, '#7d3a35') +
    person(866, 656, '#4d5a45') +
    person(1010, 676, '#3a3f52')
  );
}

export function olivesScene(): string {
  const tree = (x: number, y: number, size: number, seed: number) => {
    const roll = dice(seed);
    const leaves = Array.from({ length: 46 }, () => {
      const turn = roll() * Math.PI * 2;
      const reach = Math.sqrt(roll()) * 105 * size;
      const tint = mix('#6f7d55', roll() < 0.4 ? '#a3ac86' : '#3f4a36', roll());
      return disc(
        round(x + Math.cos(turn) * reach * 1.25),
        round(y - 150 * size + Math.sin(turn) * reach * 0.72),
        round((16 + roll() * 20) * size),
        tint,
        'opacity=".9"',
      );
    });
    return (
      shape(
        `M${x - 22 * size} ${y} C${x - 8 * size} ${y - 50 * size} ${x - 40 * size} ${y - 80 * size} ${x - 62 * size} ${y - 130 * size} L${x - 46 * size} ${y - 136 * size} C${x - 20 * size} ${y - 100 * size} ${x} ${y - 96 * size} ${x + 4 * size} ${y - 150 * size} L${x + 20 * size} ${y - 148 * size} C${x + 14 * size} ${y - 90 * size} ${x + 44 * size} ${y - 100 * size} ${x + 66 * size} ${y - 140 * size} L${x + 76 * size} ${y - 128 * size} C${x + 40 * size} ${y - 70 * size} ${x + 12 * size} ${y - 60 * size} ${x + 30 * size} ${y} Z`,
        '#4e4136',
      ) + leaves.join('')
    );
  };
  return (
    sky('#cfd6cf', '#efe0bd', 330) +
    disc(1060, 150, 56, '#f2d69a') +
    hills(330, 66, '#a8b09a', 91) +
    hills(372, 44, '#8c966f', 93) +
    shape('M0 400 C320 372 760 420 1280 384 L1280 720 L0 720 Z', '#b79a62') +
    [430, 470, 520, 580, 650]
      .map((y, index) =>
        strokeLine(
          `M0 ${y} C400 ${y - 26 + index * 3} 820 ${y + 26} 1280 ${y - 16}`,
          '#a0834e',
          3,
          'opacity=".7"',
        ),
      )
      .join('') +
    tree(170, 452, 0.62, 94) +
    tree(470, 440, 0.55, 95) +
    tree(1120, 448, 0.64, 96) +
    tree(820, 620, 1.28, 97) +
    shape('M520 640 C700 612 980 616 1130 646 C980 680 660 684 520 640 Z', '#4d5a45', 'opacity=".75"') +
    Array.from({ length: 60 }, (_none, index) =>
      disc(
        round(590 + ((index * 73) % 470)),
        round(634 + ((index * 31) % 28)),
        4,
        index % 3 ? '#2f3426' : '#6b4a5a',
      ),
    ).join('') +
    strokeLine('M628 690 L700 400', '#6b5338', 9) +
    strokeLine('M676 690 L748 400', '#6b5338', 9) +
    [660, 610, 560, 510, 460]
      .map((y) => strokeLine(`M${round(628 + (690 - y) * 0.248)} ${y} l48 0`, '#6b5338', 6))
      .join('')
  );
}

export function quay(): string {
  const walls = ['#d9c7a6', '#c98f6a', '#e6dcc6', '#b8b59c', '#d3a77c', '#e0d2b4', '#c2b8a0', '#d6b48c'];
  return (
    sky('#9db1b5', '#f0dfc0', 300) +
    hills(300, 70, '#8c9a94', 101) +
    walls
      .map((wall, index) => house(40 + index * 152, 420, 128, 96 + ((index * 37) % 70), wall, 102 + index))
      .join('') +
    rect(0, 418, WIDTH, 40, '#8f8470') +
    strokeLine('M0 430 H1280 M0 446 H1280', '#7a705e', 2) +
    water(458, '#557680', '#8fabae', 110) +
    walls.map((wall, index) => glitter(104 + index * 152, 466, 44, wall, 111 + index, 600)).join('') +
    rowboat(230, 560, 70, '#a8452f') +
    rowboat(640, 610, 92, '#2f6069') +
    rowboat(1030, 548, 62, '#e9e2d0') +
    [90, 420, 760, 1130].map((x) => rect(x, 398, 20, 26, '#33383f')).join('') +
    strokeLine('M430 410 Q530 520 600 596', '#4a4238', 3) +
    gulls(
      [
        [540, 120, 20],
        [610, 96, 14],
        [860, 140, 16],
      ],
      '#56666a',
    )
  );
}

export function cranes(): string {
  const crane = (x: number, size: number, colour: string) => {
    const at = (dx: number, dy: number) => `${round(x + dx * size)} ${round(470 + dy * size)}`;
    return (
      strokeLine(
        `M${at(0, 0)} L${at(34, -230)} L${at(68, 0)} M${at(12, -80)} L${at(56, -80)} M${at(22, -150)} L${at(46, -150)}`,
        colour,
        9 * size,
      ) +
      strokeLine(
        `M${at(-96, -232)} L${at(250, -232)} M${at(34, -300)} L${at(-90, -234)} M${at(34, -300)} L${at(240, -234)} M${at(34, -230)} L${at(34, -304)}`,
        colour,
        7 * size,
      ) +
      strokeLine(`M${at(190, -230)} L${at(190, -110)}`, '#2b2f38', 2.5) +
      shape(`M${at(176, -110)} L${at(204, -110)} L${at(204, -92)} L${at(176, -92)} Z`, '#2b2f38')
    );
  };
  const boxes = ['#a8452f', '#2f6069', '#c39a3d', '#7a8288', '#8d3b2b', '#4d6a55'];
  return (
    sky('#d9b79a', '#f0ddb8', 300, 8) +
    disc(930, 210, 74, '#e9a765') +
    hills(300, 46, '#c39b7b', 121) +
    crane(170, 1, '#7d3a2c') +
    crane(520, 0.84, '#33424c') +
    crane(860, 1.08, '#7d3a2c') +
    rect(0, 466, WIDTH, 70, '#8d8068') +
    boxes
      .map(
        (colour, index) =>
          rect(60 + index * 96, 430 - (index % 2) * 36, 90, 36, colour) +
          strokeLine(`M${66 + index * 96} ${448 - (index % 2) * 36} h78`, mix(colour, '#ffffff', 0.25), 2),
      )
      .join('') +
    boxes
      .map((colour, index) => rect(700 + index * 92, 430, 86, 36, boxes[(index + 3) % 6] ?? colour))
      .join('') +
    rect(0, 534, WIDTH, 12, '#5f563f') +
    water(546, '#607f80', '#9ab1aa', 123) +
    glitter(930, 552, 70, '#f0c890', 124) +
    shape('M120 566 L520 566 L492 620 L160 620 Z', '#2b3a44') +
    rect(160, 520, 90, 48, '#efe6d4') +
    rect(176, 534, 16, 14, '#33424c') +
    rect(210, 534, 16, 14, '#33424c') +
    strokeLine('M320 566 V470 M320 490 L420 566', '#3b3f45', 5)
  );
}

export function yard(): string {
  const ribs = Array.from({ length: 15 }, (_none, index) => {
    const x = 300 + index * 48;
    const height = 250 - Math.abs(index - 8) * 9;
    return strokeLine(
      `M${x} 560 C${x - 20} ${560 - height * 0.4} ${x - 6} ${560 - height} ${x + 6} ${560 - height}`,
      '#9a6a42',
      10,
    );
  });
  const sparks = Array.from({ length: 34 }, (_none, index) => {
    const roll = dice(140 + index);
    const turn = -0.2 - roll() * 2.6;
    const reach = 24 + roll() * 92;
    return strokeLine(
      `M872 452 L${round(872 + Math.cos(turn) * reach)} ${round(452 + Math.sin(turn) * reach)}`,
      '#ffe3a0',
      2,
      `opacity="${(0.4 + roll() * 0.6).toFixed(2)}"`,
    );
  });
  return (
    rect(0, 0, WIDTH, HEIGHT, '#4b4f55') +
    sky('#3a4048', '#7d7468', 420, 6) +
    [80, 330, 580, 830, 1080]
      .map(
        (x) =>
          rect(x, 60, 170, 230, '#b7b39f') +
          strokeLine(
            `M${x + 57} 60 V290 M${x + 113} 60 V290 M${x} 137 H${x + 170} M${x} 214 H${x + 170}`,
            '#4b4f55',
            6,
          ),
      )
      .join('') +
    strokeLine('M0 40 H1280 M0 40 L1280 20', '#2b2f38', 16) +
    rect(0, 560, WIDTH, 160, '#5c5042') +
    strokeLine('M0 600 H1280 M0 656 H1280', '#4a4034', 3) +
    shape('M250 560 C420 598 820 604 1090 540 L1076 572 C820 624 420 620 262 582 Z', '#7a5434') +
    ribs.join('') +
    strokeLine('M286 470 C480 496 800 496 1040 440 M292 410 C480 432 800 432 1020 382', '#7a5434', 9) +
    disc(872, 452, 15, '#fff6d8') +
    disc(872, 452, 46, '#ffdf94', 'opacity=".4"') +
    sparks.join('') +
    shape('M908 592 Q904 500 930 476 Q960 466 974 500 L982 592 Z', '#2b3844') +
    shape('M914 440 h44 v46 h-44 Z', '#8f9696') +
    rect(914, 456, 20, 14, '#22262c') +
    strokeLine('M926 520 L884 462', '#2b3844', 14)
  );
}
