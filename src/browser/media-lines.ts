/** A line for each file that is on its way to the library: its name, how far it is, and what became of it. */
import { type ChosenMedia, uploadAll } from './upload-media.ts';

/** `taken` hears each as it arrives. */
export function sendWithLines(
  list: HTMLElement,
  files: File[],
  taken: (media: ChosenMedia) => void = () => {},
): Promise<void> {
  return uploadAll(files, ({ name }) => {
    const line = document.createElement('li');
    const label = document.createElement('span');
    label.textContent = name;
    const bar = document.createElement('progress');
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute('aria-label', name);
    line.append(label, ' ', bar);
    list.append(line);
    const say = (...words: (string | Node)[]) => {
      bar.remove();
      line.append(...words);
    };
    return {
      progress: (part) => {
        if (part < 1) bar.value = part;
        else bar.removeAttribute('value'); // sent; the newsroom makes its renditions
      },
      done: (media) => {
        const link = document.createElement('a');
        link.href = `/desk/media/${media.id}`;
        link.textContent = media.isKnown ? 'It was here already' : 'Added';
        say(link);
        taken(media);
      },
      refused: (words) => {
        line.classList.add('refused');
        say(words);
      },
    };
  });
}
