/**
 * Drags with the mouse. Playwright's own looks for the drag one turn of the page's loop after the mouse moved: on a busy machine it begins
 * later, and the page stays in a drag that nobody ends. Here the browser says when it began.
 */
import type { Locator, Page } from 'playwright-core';

const FAR_ENOUGH = 12; // pixels, after which a pressed button is a drag
const INTO = { x: 20, y: 10 }; // of where it is let down: beside its words

export async function dragOnto(page: Page, what: Locator, onto: Locator): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  const begun = new Promise<{ data: object }>((resolve) => tools.once('Input.dragIntercepted', resolve));
  await tools.send('Input.setInterceptDrags', { enabled: true });
  const from = await cornerOf(what);
  const [x, y] = [from.x + INTO.x, from.y + INTO.y];
  const held = { button: 'left', buttons: 1, clickCount: 1 } as const;
  await tools.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
  await tools.send('Input.dispatchMouseEvent', { type: 'mousePressed', x, y, ...held });
  for (const far of [FAR_ENOUGH / 2, FAR_ENOUGH])
    await tools.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: x + far, y, ...held });
  const { data } = (await begun) as { data: never };
  const corner = await cornerOf(onto);
  const there = { x: corner.x + INTO.x, y: corner.y + INTO.y };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await tools.send('Input.dispatchDragEvent', { type, ...there, data });
  await tools.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...there, ...held, buttons: 0 });
  await tools.send('Input.setInterceptDrags', { enabled: false });
  await tools.detach();
}

async function cornerOf(place: Locator): Promise<{ x: number; y: number }> {
  // The list may be renewed at any moment: what is found is looked at in the same breath, and not waited for until it rests.
  return place.evaluate((element) => {
    element.scrollIntoView({ block: 'center' });
    const { x, y } = element.getBoundingClientRect();
    return { x, y };
  });
}
