/** Who was told is a hop and not who speaks; what an attribution within speech takes away is not said. */
import { describe, expect, it } from 'vitest';
import { findQuotations } from '../find-quotations.ts';

/** The first statement as ‘speaker | what is said | who heard it’. */
function first(text: string, language: string): string {
  const [statement] = findQuotations(text, { language }).statements;
  const hops = statement?.hops.map(({ party, act }) => `${party} ${act}`).join(', ');
  return `${statement?.speaker ?? '?'} | ${statement?.said ?? ''} | ${hops}`;
}

describe('the agency that was told is a hop, never the speaker', () => {
  it.each([
    [
      'ru',
      '«Мы остаёмся», — сказал РИА Новости мэр Иван Мосс.',
      'Иван Мосс | Мы остаёмся | РИА Новости reported',
    ],
    [
      'ru',
      '«Мы остаёмся здесь», — сообщила ТАСС представитель порта Ада Линд.',
      'Ада Линд | Мы остаёмся здесь | ТАСС reported',
    ],
    [
      'ru',
      '«Мы остаёмся здесь», — рассказал «Интерфаксу» Иван Мосс.',
      'Иван Мосс | Мы остаёмся здесь | Интерфакс reported',
    ],
    [
      'ru',
      'Порт закрыт, сообщил агентству Рейтер мэр Иван Мосс.',
      'Иван Мосс | Порт закрыт | Рейтер reported',
    ],
    [
      'ru',
      'Мэр Иван Мосс сказал РИА Новости, что порт закрыт.',
      'Иван Мосс | что порт закрыт | РИА Новости reported',
    ],
    ['ru', '«Мы остаёмся здесь», — сказал журналистам Иван Мосс.', 'Иван Мосс | Мы остаёмся здесь | '],
    [
      'uk',
      '«Ми залишаємося», — розповів Укрінформу Іван Мосс.',
      'Іван Мосс | Ми залишаємося | Укрінформ reported',
    ],
    [
      'uk',
      '«Ми залишаємося тут», — сказала в коментарі Суспільному Ада Лінд.',
      'Ада Лінд | Ми залишаємося тут | Суспільне reported',
    ],
    [
      'de',
      '„Wir bleiben“, sagte Ada Lind der Deutschen Presse-Agentur.',
      'Ada Lind | Wir bleiben | Deutsche Presse-Agentur reported',
    ],
    [
      'de',
      '„Wir bleiben hier“, sagte der Deutschen Presse-Agentur Ada Lind.',
      'Ada Lind | Wir bleiben hier | Deutsche Presse-Agentur reported',
    ],
    [
      'de',
      '„Wir bleiben hier“, sagte die Bürgermeisterin Ada Lind der dpa.',
      'Ada Lind | Wir bleiben hier | dpa reported',
    ],
    [
      'de',
      '„Wir bleiben hier“, sagte Ada Lind dem „Spiegel“.',
      'Ada Lind | Wir bleiben hier | Spiegel reported',
    ],
    [
      'de',
      '„Wir bleiben hier“, sagte Ada Lind dem Bayerischen Rundfunk am Montag.',
      'Ada Lind | Wir bleiben hier | Bayerischer Rundfunk reported',
    ],
    [
      'de',
      'Der Hafen sei zu, sagte Ada Lind gegenüber der Zeitung „Die Welt“.',
      'Ada Lind | Der Hafen sei zu | Die Welt reported',
    ],
    ['fr', '« Nous resterons », a déclaré à l’AFP Jean Moss.', 'Jean Moss | Nous resterons | AFP reported'],
    [
      'fr',
      '« Nous resterons ici », a déclaré Jean Moss à l’AFP.',
      'Jean Moss | Nous resterons ici | AFP reported',
    ],
    [
      'fr',
      '« Nous resterons ici », a confié au quotidien Le Monde la maire Ada Lind.',
      'Ada Lind | Nous resterons ici | Le Monde reported',
    ],
    ['es', '“Nos quedamos aquí”, dijo a EFE Juan Moss.', 'Juan Moss | Nos quedamos aquí | EFE reported'],
    [
      'es',
      '«Nos quedamos aquí», dijo a la agencia EFE el alcalde Juan Moss.',
      'Juan Moss | Nos quedamos aquí | EFE reported',
    ],
    ['es', '«Nos quedamos aquí», dijo a la prensa Juan Moss.', 'Juan Moss | Nos quedamos aquí | '],
    ['el', '«Θα μείνουμε», είπε στο ΑΠΕ ο Ιβάν Μος.', 'Ιβάν Μος | Θα μείνουμε | ΑΠΕ reported'],
    [
      'el',
      '«Θα μείνουμε εδώ», δήλωσε στο ΑΠΕ-ΜΠΕ ο δήμαρχος Ιβάν Μος.',
      'Ιβάν Μος | Θα μείνουμε εδώ | ΑΠΕ-ΜΠΕ reported',
    ],
    ['ar', 'قال لوكالة رويترز جون موس: "سنبقى هنا".', 'جون موس | سنبقى هنا | رويترز reported'],
    ['ar', '"سنبقى هنا"، قال لوكالة فرانس برس جون موس.', 'جون موس | سنبقى هنا | فرانس برس reported'],
    ['ar', 'وقال جون موس لوكالة رويترز إن الميناء مغلق.', 'جون موس | إن الميناء مغلق | رويترز reported'],
    ['it', '«Noi restiamo», ha detto all’Ansa Gianni Moss.', 'Gianni Moss | Noi restiamo | Ansa reported'],
    [
      'it',
      '«Noi restiamo qui», ha dichiarato a Repubblica il sindaco Gianni Moss.',
      'Gianni Moss | Noi restiamo qui | Repubblica reported',
    ],
    [
      'en',
      '“We will stay here,” Moss, 54, of Port Lind, told the BBC’s Radio 4.',
      'Moss | We will stay here, | BBC’s Radio 4 reported',
    ],
  ])('%s: %s', (language, text, right) => {
    expect(first(text, language)).toBe(right);
  });

  it('an agency that speaks itself stays the speaker', () => {
    expect(first('«Мы остаёмся», — сообщило РИА Новости.', 'ru')).toMatch(/^РИА Новости \| Мы остаёмся/);
    expect(first('Порт закрыт, сообщает РИА Новости.', 'ru')).toMatch(/^РИА Новости \| Порт закрыт/);
    expect(first('Le port est fermé, a annoncé Reuters.', 'fr')).toMatch(/^Reuters \| Le port est fermé/);
  });
});

describe('an attribution within speech', () => {
  it.each([
    [
      'fr',
      '« Nous resterons, a déclaré Ada Lind. C’est chez nous. »',
      'Ada Lind | Nous resterons C’est chez nous. | ',
    ],
    [
      'fr',
      '« Nous resterons, a dit à l’AFP Ada Lind, et nous gagnerons. »',
      'Ada Lind | Nous resterons et nous gagnerons. | AFP reported',
    ],
    ['fr', '– Nous resterons, a dit Ada Lind.', 'Ada Lind | Nous resterons | '],
    ['el', '– Θα μείνουμε, είπε ο Ιβάν Μος.', 'Ιβάν Μος | Θα μείνουμε | '],
    ['el', '– Θα μείνουμε, είπε ο Ιβάν Μος, και έφυγε.', 'Ιβάν Μος | Θα μείνουμε | '],
    ['es', '– Nos quedamos aquí, dijo Ada Lind.', 'Ada Lind | Nos quedamos aquí | '],
    ['ru', '— Мы остаёмся, сказал Иван Мосс.', 'Иван Мосс | Мы остаёмся | '],
    ['uk', '— Ми залишаємося, сказав Іван Мосс.', 'Іван Мосс | Ми залишаємося | '],
    ['it', '– Noi restiamo qui, ha detto Gianni Moss.', 'Gianni Moss | Noi restiamo qui | '],
  ])('%s: %s is not counted as said', (language, text, right) => {
    expect(first(text, language)).toBe(right);
  });

  it('speech that speaks of speech stays whole', () => {
    const text = '« Nous avons tout dit, et personne ne nous a crus. » Ada Lind est partie.';
    expect(findQuotations(text, { language: 'fr' }).statements[0]?.said).toBe(
      'Nous avons tout dit, et personne ne nous a crus.',
    );
  });
});
