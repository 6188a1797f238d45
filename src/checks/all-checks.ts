/** Every check on copy, in the order in which an editor reads a story. A new one is added here, and its page in docs/checks. */
import { ageMisfit } from './age-misfit.ts';
import { agencyLine } from './agency-line.ts';
import { wrongArticle } from './article.ts';
import { bodyGender } from './body-gender.ts';
import { bodyNamedThrice } from './body-names.ts';
import { brokenLetters } from './broken-letters.ts';
import { capitalWithin } from './capital-within.ts';
import type { Check } from './check.ts';
import { dateTwoWays, dateWithoutYear, weekdayMisfit } from './dates.ts';
import { deadLink } from './dead-link.ts';
import { doubledWord } from './doubled-word.ts';
import { figuresMisfit } from './figures-misfit.ts';
import { furniture } from './furniture.ts';
import { headlineClaim } from './headline-claim.ts';
import { houseStyle } from './house-style.ts';
import { introducedTwice, noFullName } from './introductions.ts';
import { invisibleLetter } from './invisible-letter.ts';
import { noAuthor, noCorrectedStory, noSignature } from './kind-parts.ts';
import { leftOverCode } from './left-over-code.ts';
import { loop } from './loop.ts';
import { lostWord } from './lost-word.ts';
import { noBody, noByline, noDate, noHeadline } from './missing-parts.ts';
import { noCredit, noLink } from './missing-source.ts';
import { noSubject } from './no-subject.ts';
import { noteToOurselves } from './note-to-ourselves.ts';
import { punctuation } from './punctuation.ts';
import { quoteSpacing, quoteTurned, quoteUnpaired } from './quote-balance.ts';
import { attributionInside, quoteClosedEarly } from './quote-run-on.ts';
import { roundTrip } from './round-trip.ts';
import { cutSentence, lowerCaseStart } from './sentence-start.ts';
import { attributionLost, contestedClaim, hearsay, pluralSource } from './sources.ts';
import { strayLetter } from './stray-letter.ts';
import { titleCases } from './title-cases.ts';
import { caseChanges } from './title-style.ts';
import { twoAbbreviations } from './two-abbreviations.ts';
import { twoSpellings } from './two-spellings.ts';

export const allChecks: readonly Check[] = [
  ...[noHeadline, noByline, noDate, noCredit, noLink, noBody],
  ...[noAuthor, noSignature, noCorrectedStory, ageMisfit],
  ...[noteToOurselves, headlineClaim, brokenLetters, leftOverCode, furniture, agencyLine],
  ...[strayLetter, invisibleLetter],
  ...[
    loop,
    doubledWord,
    cutSentence,
    lowerCaseStart,
    capitalWithin,
    noSubject,
    punctuation,
    wrongArticle,
    lostWord,
    bodyGender,
    titleCases,
  ],
  ...[quoteUnpaired, quoteTurned, quoteSpacing, quoteClosedEarly, attributionInside],
  ...[twoSpellings, bodyNamedThrice, twoAbbreviations, introducedTwice, noFullName, caseChanges, houseStyle],
  ...[weekdayMisfit, dateWithoutYear, dateTwoWays, figuresMisfit],
  ...[pluralSource, contestedClaim, hearsay, attributionLost, roundTrip, deadLink],
];
