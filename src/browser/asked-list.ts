/**
 * A list beside the copy that the newsroom makes anew while someone writes: asked for soon after the last key. An answer
 * to an older state of the copy is thrown away, and none comes in while somebody fills a form of the list.
 */
import { untilLetGo } from './pressed.ts';

interface Asking {
  list: HTMLElement | null;
  /** The form of the copy. */
  form: HTMLFormElement;
  /** The part of the story's address that answers. */
  part: string;
  /** Milliseconds without a key after which it is asked for. */
  soon: number;
  /** What has the focus while somebody fills a form of the list. */
  filling: string;
  /** The list was put anew. */
  shown(): void;
}

export class AskedList {
  readonly #asking: Asking;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  constructor(asking: Asking) {
    this.#asking = asking;
    delete asking.list?.dataset.live; // what is typed here is newer than what is saved
  }

  soon(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.look(), this.#asking.soon);
  }

  async look(): Promise<void> {
    const { list, form, part, filling, shown } = this.#asking;
    this.#asked += 1;
    const asked = this.#asked;
    const answer = await postForm(`/desk/stories/${form.dataset.story}/${part}`, new FormData(form)).catch(
      () => null,
    );
    if (!answer?.ok || !list) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    await untilLetGo();
    if (asked !== this.#asked || list.querySelector(filling)) return;
    list.replaceChildren(...page.body.children);
    shown();
  }
}

/** Sends a form's words, without its files. */
export function postForm(address: string, form: FormData): Promise<Response> {
  const pairs = [...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return fetch(address, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams(pairs),
  });
}
