/**
 * Answers that say a suggestion was taken when it was not. The page could not put in what begins or ends with a space: it
 * replaced a sign by itself, the finding came back, and every try was counted. What can be told from the rows goes:
 * spaces before a sign and within brackets and marks (nothing is left of their words but the sign), and every row but the
 * first for the same words of one story. Taken ones in a headline were real and look the same: they go with them, which
 * leaves a check's voice as it would be without an answer. Of words that were replaced nothing can be told, and they stay.
 */
export const takenSuggestionsText = `
delete from finding_answers where answer = 'taken'
  and words in ('punctuation', 'punctuation ', 'punctuation ,', 'punctuation .', 'punctuation ;', 'punctuation :',
    'punctuation !', 'punctuation ?', 'quote-spacing', 'quote-spacing ');
delete from finding_answers where answer = 'taken' and exists (
  select 1 from finding_answers as earlier
  where earlier.answer = 'taken' and earlier.story_id = finding_answers.story_id
    and earlier.words = finding_answers.words and earlier.id < finding_answers.id);
`;
