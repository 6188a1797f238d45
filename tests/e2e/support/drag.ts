/**
 * Drags with the mouse. Playwright's own looks for the drag one turn of the page's loop after the mouse moved: on a busy machine it begins
 * later, and the page stays in a drag that nobody ends. Here the browser says when it began.
 */
import type { CDPSession, Locator, Page } from 'playwright-core';

const FAR_ENOUGH = 12; // pixels, after which a pressed button is a drag
const INTO = { x: 20, y: 10 }; // of where it is let down: beside its words
const NO_DRAG = 10_000; // ms, after which what was pressed is none
const held = { button: 'left', buttons: 1, clickCount: 1 } as const;

export async function dragOnto(page: Page, what: Locator, onto: Locator): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  await tools.send('Input.setInterceptDrags', { enabled: true });
  const data = await takeUp(tools, what);
  const there = beside(await cornerOf(onto));
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await tools.send('Input.dispatchDragEvent', { type, ...there, data: data as never });
  await tools.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...there, ...held, buttons: 0 });
  await tools.send('Input.setInterceptDrags', { enabled: false });
  await tools.detach();
}

/** Takes hold of it, and again where the list was renewed between the look and the press, as a person would. */
async function takeUp(tools: CDPSession, what: Locator): Promise<object> {
  for (;;) {
    const begun = new Promise<object | null>((resolve) => {
      const heard = ({ data }: { data: object }) => resolve(data);
      tools.once('Input.dragIntercepted', heard);
      setTimeout(() => {
        tools.off('Input.dragIntercepted', heard);
        resolve(null);
      }, NO_DRAG);
    });
    const { x, y } = beside(await cornerOf(what));
    await tools.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
    await tools.send('Input.dispatchMouseEvent', { type: 'mousePressed', x, y, ...held });
    for (const far of [FAR_ENOUGH / 2, FAR_ENOUGH])
      await tools.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: x + far, y, ...held });
    const data = await begun;
    if (data) return data;
    await tools.send('Input.dispatchMouseEvent', { type: 'mouseReleased', x, y, ...held, buttons: 0 });
  }
}

const beside = ({ x, y }: { x: number; y: number }) => ({ x: x + INTO.x, y: y + INTO.y });

async function cornerOf(place: Locator): Promise<{ x: number; y: number }> {
  // The list may be renewed at any moment: what is found is looked at in the same breath, and not waited for until it rests.
  return place.evaluate((element) => {
    element.scrollIntoView({ block: 'center' });
    const { x, y } = element.getBoundingClientRect();
    return { x, y };
  });
}
