/** The small buttons over a block in the copy. */
export function frameTools(acts: [words: string, run: () => void][]): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'frame-tools';
  for (const [words, run] of acts) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet small';
    button.textContent = words;
    button.addEventListener('click', run);
    bar.append(button);
  }
  return bar;
}
