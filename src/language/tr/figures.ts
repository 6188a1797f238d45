/** Turkish: figures that became others. Endings say what was and what became: 500’den 700’e. */
import type { FigureWords } from '../figure-words.ts';

export const trFigures: FigureWords = {
  up: 'art\\p{L}*|yüksel\\p{L}*|büyü\\p{L}*|zam\\p{L}*|fazla|çık\\p{L}*',
  down: 'azal\\p{L}*|düş\\p{L}*|geril\\p{L}*|küçül\\p{L}*|in(?:di|erek|miş)\\p{L}*',
  from: '',
  to: '',
  endings: [
    "(?:[’'][dt][ea]n| \\p{L}{2,12}[dt][ea]n)",
    "(?:[’'](?:y?[ea]|[nl][ea])| \\p{L}{2,12}[ea])(?!\\p{L})",
  ],
  by: 'yüzde',
  joins:
    'geçen yıla göre|bir yılda|bu yıl|çıkarak|yükselerek|ulaşarak|ile|oranında|düşerek|inerek|artışla|azalışla',
  times: {
    2: '(?:iki|2) katına|ikiye katla\\p{L}*',
    3: '(?:üç|3) katına|üçe katla\\p{L}*',
    4: '(?:dört|4) katına|dörde katla\\p{L}*',
    0.5: 'yarıya',
  },
  nearly: 'yaklaşık|neredeyse|hemen|aşkın|fazla|yakın|az|değil|en az|ancak|yalnızca|sadece',
  otherwise: 'yıllık|ortalama|enflasyon\\p{L}*|puan\\p{L}*|reel|arındırıl\\p{L}*',
  ago: 'N (?:yıl|sene) önce,? Y',
  totals: ['toplam', 'diğer|diğerleri'],
};
