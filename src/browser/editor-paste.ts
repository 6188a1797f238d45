/** What is pasted, without what word processors bring along; the rest is read by the editor, which knows only our kinds. */

/** Bold and italic that are said in style attributes become elements, because the page's policy lets no style through. */
export function cleanPaste(html: string): string {
  const markup = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(style|script|title|xml)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/(\s)on\w+\s*=/gi, '$1data-not=')
    .replace(/(\s)style\s*=/gi, '$1data-style=');
  const page = new DOMParser().parseFromString(markup, 'text/html');
  for (const element of page.querySelectorAll<HTMLElement>('[data-style]')) sayInElements(page, element);
  for (const heading of page.querySelectorAll('h1, h4, h5, h6')) {
    const fits = page.createElement(heading.matches('h1') ? 'h2' : 'h3');
    fits.append(...heading.childNodes);
    heading.replaceWith(fits);
  }
  for (const element of page.body.querySelectorAll('*'))
    for (const { name } of [...element.attributes]) if (name !== 'href') element.removeAttribute(name);
  return page.body.innerHTML.replace(/&nbsp;|\u00a0/g, ' ');
}

function sayInElements(page: Document, element: HTMLElement): void {
  const style = element.dataset.style ?? '';
  const weight = /font-weight:\s*(\w+)/i.exec(style)?.[1] ?? '';
  const isBold = /^(bold|bolder|[6-9]00)$/i.test(weight);
  if (element.matches('b, strong') && /^(normal|[1-5]00)$/i.test(weight)) {
    element.replaceWith(...element.childNodes); // some put a whole document into a bold that is none
    return;
  }
  if (!element.matches('span')) return;
  if (isBold) wrap(page, element, 'strong');
  if (/font-style:\s*(italic|oblique)/i.test(style)) wrap(page, element, 'em');
}

function wrap(page: Document, element: HTMLElement, name: string): void {
  const inner = page.createElement(name);
  inner.append(...element.childNodes);
  element.append(inner);
}
