/** What feeds call the whole text of an item where they do not call it as everybody does. */

/** As Yandex, Turbo pages, ukr.net, Rambler, Mail.ru and their kind want it, under whatever prefix. */
export const FULL_TEXT =
  /^(?:[\w-]+:)?(?:full[-_]?(?:text|content|story|article|body)|(?:text|content)[-_]?full)$|^turbo:content$|^(?:story|article|main|body)[-_]?text$/;
