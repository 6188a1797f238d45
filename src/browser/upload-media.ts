/** Sends one file to the library, and tells how far it is. */
export interface ChosenMedia {
  id: string;
  kind: 'picture' | 'video' | 'audio';
  alt: string;
  caption: string;
  credit: string;
  width: number;
  height: number;
  /** A small rendition, for the editor's page. */
  thumb: string;
  name: string;
  /** It was in the library before. */
  isKnown?: boolean;
}

/** `progress` hears parts from 0 to 1 of what was sent; what is refused is thrown, in words for the person. */
export function uploadMedia(file: File, progress: (part: number) => void = () => {}): Promise<ChosenMedia> {
  const form = new FormData();
  form.append('picture', file, file.name);
  const token = document.querySelector<HTMLMetaElement>('meta[name="desk-form"]')?.content ?? '';
  return new Promise((done, refused) => {
    // fetch does not tell how much of a body has left.
    const request = new XMLHttpRequest();
    request.open('POST', '/desk/media.json');
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('x-form', token);
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(total ? loaded / total : 0));
    request.addEventListener('load', () => {
      const answer = read(request.responseText);
      if (request.status < 300 && answer.media) done(answer.media);
      else refused(new Error(answer.detail ?? 'The newsroom did not take it.'));
    });
    request.addEventListener('error', () => refused(new Error('The newsroom does not answer.')));
    request.send(form);
  });
}

interface UploadAnswer {
  media?: ChosenMedia;
  detail?: string;
}

function read(text: string): UploadAnswer {
  try {
    return JSON.parse(text) as UploadAnswer;
  } catch {
    return {}; // a proxy's page, which says no in its own way
  }
}

const AT_ONCE = 2; // files on their way; the newsroom makes two at once

/** Sends several, two at once, and calls back for each as it is done. */
export async function uploadAll(
  files: File[],
  each: (file: File) => {
    progress: (part: number) => void;
    done: (media: ChosenMedia) => void;
    refused: (words: string) => void;
  },
): Promise<void> {
  const waiting = [...files];
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const line = each(file);
      try {
        line.done(await uploadMedia(file, line.progress));
      } catch (refusal) {
        line.refused((refusal as Error).message);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** The files of a drop or a paste. */
export function filesIn(carried: DataTransfer | null): File[] {
  return [...(carried?.files ?? [])].filter(({ type }) => /^(image|video|audio)\//.test(type) || type === '');
}
