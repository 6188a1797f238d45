/** Turkish: what is compared between an original and its translation. */
import { wordLines } from '../lists.ts';
import type { PairWords } from '../pair-words.ts';

export const trPairs: PairWords = {
  negation: {
    // A verb denies within itself: only forms in which nothing else can be meant are noes.
    not: wordLines(`
      değil değildir değildi değiller yoktu yoktur yok asla kimse hiç hiçbir hiçbiri hiçbirinin hiçbirini hiçkimse kimsenin kimseye kimseyi
      *madı *medi *madım *medim *madılar *mediler *mıyor *miyor *mıyordu *miyordu *mıyorlar *miyorlar *muyorlar *müyorlar
      *mamıştı *memişti *mamıştır *memiştir *mayacak *meyecek *mayacağını *meyeceğini *madığını *mediğini
    `),
    near: wordLines(`
      *sız* *siz* *suz* *süz* *madı* *medi* *mamı* *memi* *madan *meden *madık* *medik* *maz* *mez* *mıyor* *miyor* *muyor* *müyor*
      *mayı* *meyi* *maya* *meye* *mama* *meme* *amay* *emey* hayır* henüz dışında yalnızca sadece ancak az eksik* reddet* redded* inkâr*
      yasak* engel* önle* kaybet* kaybed* rağmen yerine zor* aksine karşı önce hariç gayri* aykırı bırak* vazgeç* iptal* durdur* son*
    `),
  },
  clauseJoints: 've|ama|ancak|fakat|çünkü|iken',
  idleAfterNo: /^(?: et| ed| ol(?:an|mak|uş|du)|,? aynı zamanda|,? sadece| mi| mı)/,
  idleBeforeNo: /(?:sadece|yalnızca|ya da|neden) $/,
  relativeLength: 1.02,
  saidAside: 'dedi diyor söyledi söylüyor belirtti anlattı ekledi yazdı açıkladı',
};
