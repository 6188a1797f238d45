/** A small form over the editor's page that asks for words: a field each for what a block says. */
export interface WordsField {
  label: string;
  value: string;
  rows?: number;
  /** Spaces before the first word are meant. */
  keepsSpaces?: boolean;
}

/** What was typed, in the order of the fields; null where it was closed. Words carry the plain form's marks. */
export function askForWords(label: string, fields: WordsField[]): Promise<string[] | null> {
  return new Promise((answer) => {
    const dialog = document.createElement('dialog');
    dialog.className = 'frame-form';
    dialog.setAttribute('aria-label', label);
    const inputs = fields.map(wordsInput);
    for (const { line } of inputs) dialog.append(line);
    dialog.append(formEnds(dialog));
    dialog.addEventListener('close', () => {
      dialog.remove();
      const said = inputs.map(({ input }, at) =>
        fields[at]?.keepsSpaces ? input.value : input.value.trim(),
      );
      answer(dialog.returnValue === 'use' ? said : null);
    });
    document.body.append(dialog);
    dialog.showModal();
    inputs[0]?.input.focus();
  });
}

/** A labelled field of some lines. */
export function wordsInput({ label, value, rows = 3 }: WordsField): {
  line: HTMLLabelElement;
  input: HTMLTextAreaElement;
} {
  const line = document.createElement('label');
  const input = document.createElement('textarea');
  input.rows = rows;
  input.dir = 'auto';
  input.value = value;
  line.append(label, input);
  return { line, input };
}

/** The buttons that end a form: its dialog's `returnValue` is `use` where it was not closed. */
export function formEnds(dialog: HTMLDialogElement): HTMLElement {
  const ends = document.createElement('p');
  ends.className = 'post-ends';
  ends.append(
    formButton('Use', () => dialog.close('use')),
    quietButton('Close', () => dialog.close()),
  );
  return ends;
}

export function formButton(words: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = words;
  made.addEventListener('click', act);
  return made;
}

export function quietButton(words: string, act: () => void): HTMLButtonElement {
  const made = formButton(words, act);
  made.className = 'quiet';
  return made;
}
