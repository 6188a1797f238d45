/** Drawings of the sea and of what goes on it. */
import {
  disc,
  glitter,
  gulls,
  HEIGHT,
  hills,
  rain,
  rect,
  rowboat,
  shape,
  sky,
  strokeLine,
  WIDTH,
  water,
} from './strokes.ts';

export function tankerScene(): string {
  return (
    sky('#8fa7ad', '#e7d9bf', 330) +
    disc(985, 250, 54, '#f3e3b8') +
    hills(330, 60, '#8c979b', 4) +
    hills(352, 34, '#6d7b80', 9) +
    water(352, '#557680', '#8aa6aa', 11) +
    shape('M150 352 L1060 352 L1022 424 L214 424 Z', '#2c343b') +
    rect(205, 398, 826, 26, '#8d3b2b') +
    rect(196, 344, 840, 9, '#d8d2c2') +
    rect(232, 236, 118, 110, '#e9e4d6') +
    rect(222, 262, 138, 10, '#c9c3b3') +
    rect(246, 206, 84, 34, '#e9e4d6') +
    [250, 272, 294, 316].map((x) => rect(x, 216, 14, 12, '#36424b')).join('') +
    [244, 270, 296, 322].map((x) => rect(x, 284, 12, 14, '#36424b')).join('') +
    rect(366, 262, 36, 84, '#36424b') +
    rect(366, 276, 36, 14, '#c9a03c') +
    [470, 560, 650, 740, 830, 920]
      .map((x) => rect(x, 330, 52, 16, '#98a3a4') + rect(x + 20, 300, 6, 34, '#5a666b'))
      .join('') +
    strokeLine('M430 326 H1000', '#5a666b', 4) +
    strokeLine('M1006 344 V262 M1006 270 L960 330', '#4a555b', 4) +
    shape(
      'M150 430 C330 446 520 440 690 452 C900 470 1080 452 1280 486 L1280 560 C1010 520 760 560 520 520 C330 492 210 470 96 470 Z',
      '#1d2228',
      'opacity=".82"',
    ) +
    shape(
      'M250 462 C430 474 560 470 720 486 C870 500 980 490 1130 506 C960 512 800 520 640 500 C480 484 360 480 250 462 Z',
      '#5f5a72',
      'opacity=".6"',
    ) +
    shape('M420 486 C560 492 690 500 820 508 C700 516 560 508 420 486 Z', '#9a8060', 'opacity=".55"') +
    strokeLine('M0 566 C220 548 330 590 520 572 S880 600 1280 566', '#d8753a', 9, 'stroke-dasharray="26 8"') +
    rowboat(760, 618, 58, '#d9c9a8') +
    gulls(
      [
        [540, 150, 20],
        [600, 122, 15],
        [470, 190, 12],
      ],
      '#4a555b',
    )
  );
}

export function ferryScene(): string {
  const windows = Array.from({ length: 17 }, (_none, index) =>
    rect(352 + index * 34, 362, 18, 14, '#f6cf7a'),
  );
  const ports = Array.from({ length: 15 }, (_none, index) => disc(352 + index * 38, 420, 6, '#f0bf63'));
  return (
    sky('#20283f', '#7a6270', 400, 11) +
    disc(1010, 150, 40, '#efe3c6') +
    hills(404, 70, '#2a2f40', 21) +
    [60, 110, 148, 196, 1080, 1130, 1176, 1222]
      .map((x, index) => rect(x, 384 - (index % 3) * 10, 5, 5, '#f0bf63'))
      .join('') +
    water(404, '#2b3a50', '#5b6a80', 23) +
    glitter(1010, 416, 34, '#e9dcc0', 5) +
    shape('M270 396 L1010 396 L966 470 L330 470 Z', '#e6e0d2') +
    shape('M286 428 L992 428 L966 470 L330 470 Z', '#2f4d5e') +
    rect(330, 350, 600, 48, '#f1ecdf') +
    rect(380, 312, 420, 40, '#e6e0d2') +
    rect(400, 276, 150, 38, '#f1ecdf') +
    rect(612, 246, 70, 68, '#a8452f') +
    rect(612, 262, 70, 14, '#f1ecdf') +
    [412, 440, 468, 496, 522].map((x) => rect(x, 286, 16, 14, '#f6cf7a')).join('') +
    Array.from({ length: 11 }, (_none, index) => rect(396 + index * 36, 324, 20, 14, '#f6cf7a')).join('') +
    windows.join('') +
    ports.join('') +
    strokeLine('M470 276 V214 M452 232 H488', '#e6e0d2', 3) +
    disc(470, 210, 6, '#f6cf7a') +
    shape('M646 246 C640 216 690 206 676 178 C720 190 690 226 690 246 Z', '#6d6576', 'opacity=".6"') +
    glitter(640, 476, 260, '#f0bf63', 8, 640) +
    shape('M0 640 L1280 668 L1280 720 L0 720 Z', '#1a2030') +
    [90, 300, 1150].map((x) => rect(x, 618, 26, 44, '#10141f') + rect(x - 6, 612, 38, 10, '#10141f')).join('')
  );
}

export function beachScene(): string {
  return (
    sky('#b9c9c6', '#ece0c6', 260) +
    hills(262, 40, '#93a49f', 31) +
    shape('M1010 262 L1280 236 L1280 300 L980 296 Z', '#6e7c78') +
    rect(1128, 130, 30, 112, '#f0ebde') +
    rect(1128, 166, 30, 20, '#b04a33') +
    rect(1122, 116, 42, 16, '#3a444b') +
    shape('M1128 116 L1143 92 L1158 116 Z', '#b04a33') +
    water(290, '#6f9296', '#a5c0bf', 33, 470) +
    shape('M0 458 C260 418 560 488 820 444 S1180 436 1280 454 L1280 720 L0 720 Z', '#dcc69b') +
    shape(
      'M0 452 C260 412 560 482 820 438 S1180 430 1280 448 L1280 470 C1140 456 980 474 820 466 C600 512 280 440 0 486 Z',
      '#262a2e',
      'opacity=".86"',
    ) +
    shape(
      'M120 520 C180 506 240 520 300 514 C260 530 180 536 120 520 Z M520 540 C590 528 640 544 700 534 C650 552 570 554 520 540 Z M900 506 C960 496 1040 510 1080 500 C1040 520 950 522 900 506 Z',
      '#33363a',
      'opacity=".8"',
    ) +
    [110, 360, 610, 860, 1110].map((x) => rect(x, 560, 10, 96, '#6b5338')).join('') +
    strokeLine(
      'M115 580 Q238 604 365 580 T615 580 T865 580 T1115 580',
      '#c8502f',
      7,
      'stroke-dasharray="34 22"',
    ) +
    strokeLine(
      'M115 600 Q238 624 365 600 T615 600 T865 600 T1115 600',
      '#f0ebde',
      5,
      'stroke-dasharray="22 34"',
    ) +
    rect(560, 604, 120, 76, '#f0ebde') +
    strokeLine('M582 628 H658 M582 644 H640 M582 660 H652', '#3a444b', 5) +
    gulls(
      [
        [300, 140, 18],
        [352, 118, 13],
      ],
      '#5a6a68',
    )
  );
}

export function sailScene(): string {
  return (
    sky('#c6cfd0', '#efe2c8', 400) +
    disc(300, 190, 62, '#f2c98a') +
    hills(400, 44, '#a9b3b1', 41) +
    water(400, '#6c8a90', '#a4bcbd', 43) +
    shape('M690 120 C800 190 822 330 806 436 L690 436 Z', '#e9e4d8') +
    shape('M690 120 C726 220 738 340 734 436 L690 436 Z', '#bcb9ae') +
    [196, 262, 328, 392]
      .map((y) => strokeLine(`M690 ${y} L${806 - (436 - y) * 0.1} ${y + 6}`, '#8f8c82', 3))
      .join('') +
    rect(682, 104, 9, 336, '#3a444b') +
    shape('M330 436 L980 436 L936 508 L386 508 Z', '#2f4d5e') +
    rect(372, 484, 590, 24, '#8d3b2b') +
    rect(392, 352, 96, 86, '#f1ecdf') +
    [404, 430, 456].map((x) => rect(x, 370, 16, 14, '#36424b')).join('') +
    rect(424, 316, 40, 38, '#c9a03c') +
    [530, 570, 610]
      .map(
        (x) =>
          rect(x, 410, 60, 26, '#b98a55') +
          strokeLine(`M${x} 418 H${x + 60} M${x} 427 H${x + 60}`, '#7d5a35', 2),
      )
      .join('') +
    [846, 884]
      .map(
        (x) =>
          rect(x, 410, 54, 26, '#b98a55') +
          strokeLine(`M${x} 418 H${x + 54} M${x} 427 H${x + 54}`, '#7d5a35', 2),
      )
      .join('') +
    glitter(650, 514, 220, '#2b4450', 44, 620) +
    gulls(
      [
        [980, 210, 22],
        [1042, 180, 15],
        [910, 160, 12],
      ],
      '#59676b',
    )
  );
}

export function stormScene(): string {
  const pylon = (x: number, size: number) =>
    strokeLine(
      `M${x} 470 L${x + 16 * size} ${470 - 210 * size} L${x + 32 * size} 470 M${x + 5 * size} ${470 - 66 * size} H${x + 27 * size} M${x - 16 * size} ${470 - 150 * size} H${x + 48 * size} M${x - 8 * size} ${470 - 182 * size} H${x + 40 * size}`,
      '#20252c',
      4 * size,
    );
  return (
    sky('#3b4350', '#8b8f8c', 430, 7) +
    shape('M0 60 C180 20 320 120 520 84 C700 52 860 130 1280 70 L1280 0 L0 0 Z', '#2a303b') +
    shape(
      'M0 140 C240 100 420 190 640 150 C860 116 1000 190 1280 150 L1280 90 C900 140 700 60 420 120 C240 150 120 90 0 110 Z',
      '#4a525e',
      'opacity=".8"',
    ) +
    hills(440, 56, '#4a5257', 51) +
    pylon(250, 1) +
    pylon(560, 0.84) +
    pylon(820, 0.7) +
    pylon(1030, 0.58) +
    strokeLine(
      'M266 320 Q420 410 574 336 Q700 408 832 362 Q938 414 1040 384 Q1160 430 1280 404',
      '#20252c',
      2.5,
    ) +
    strokeLine('M298 320 Q430 420 588 336', '#20252c', 2) +
    shape('M0 470 C300 440 700 486 1280 452 L1280 720 L0 720 Z', '#30373b') +
    [
      [70, 560],
      [170, 548],
      [420, 566],
      [540, 552],
      [900, 560],
      [1020, 548],
      [1150, 564],
    ]
      .map(
        ([x = 0, y = 0], index) =>
          rect(x, y - 54, 70, 54, '#5c5a57') +
          shape(`M${x - 6} ${y - 54} L${x + 35} ${y - 88} L${x + 76} ${y - 54} Z`, '#3b3230') +
          rect(x + 18, y - 36, 14, 18, index === 2 || index === 5 ? '#f4cf7c' : '#22262c'),
      )
      .join('') +
    strokeLine('M720 130 L690 210 L722 214 L684 300', '#f3ead2', 4) +
    rain('#d5dad8', 55)
  );
}

export function icebreakerScene(): string {
  const floes = [
    [60, 560, 190],
    [330, 600, 240],
    [760, 580, 210],
    [1010, 620, 230],
    [560, 660, 260],
    [180, 680, 220],
    [900, 690, 260],
  ];
  return (
    sky('#9fb4c4', '#eadfd0', 380) +
    hills(384, 70, '#dfe6e8', 61) +
    hills(398, 30, '#b4c3cb', 66) +
    water(396, '#4c6a7d', '#86a0ae', 63) +
    shape('M300 372 L1000 372 L940 492 L360 492 Z', '#a63f2c') +
    shape('M640 372 L1000 372 L940 492 L640 492 Z', '#9aa0a0') +
    rect(348, 470, 606, 22, '#2b2f38') +
    rect(420, 286, 330, 88, '#efe6d4') +
    rect(470, 214, 210, 74, '#efe6d4') +
    Array.from({ length: 6 }, (_none, index) => rect(482 + index * 33, 230, 20, 18, '#33424c')).join('') +
    Array.from({ length: 9 }, (_none, index) => rect(436 + index * 34, 312, 18, 16, '#33424c')).join('') +
    rect(690, 220, 56, 70, '#2b2f38') +
    rect(690, 240, 56, 14, '#c9a03c') +
    strokeLine('M570 214 V128 M540 160 H600 M550 144 H590', '#2b2f38', 4) +
    floes
      .map(
        ([x = 0, y = 0, width = 0]) =>
          shape(
            `M${x} ${y} l${width * 0.2} -22 l${width * 0.5} 4 l${width * 0.3} 24 l${-width * 0.24} 26 l${-width * 0.58} 4 Z`,
            '#eef1ef',
          ) +
          shape(
            `M${x} ${y} l${width * 0.18} 36 l${width * 0.58} -4 l${width * 0.24} -26 l0 12 l${-width * 0.22} 30 l${-width * 0.62} 4 Z`,
            '#a9bcc6',
          ),
      )
      .join('') +
    rect(0, HEIGHT - 1, WIDTH, 1, '#4c6a7d')
  );
}
