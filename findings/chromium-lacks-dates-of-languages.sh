#!/usr/bin/env bash
# Guess: what Node writes of a date in Macedonian, Albanian, Icelandic, Basque or Bosnian, the browser that shares its engine writes too; a language
#   that `Intl.DateTimeFormat.supportedLocalesOf` names is one whose months are known, and one that it does not name is seen by that.
# What happens: Chromium brings the tables of fewer languages along than Node. Of Macedonian, Albanian, Georgian, Armenian, Icelandic, Belarusian, Welsh,
#   Irish, Basque, Galician, Maltese and more it writes dates in the language of the *browser*, so that a Macedonian page has German dates for one
#   reader and English ones for another. Of Bosnian, Azeri, Kazakh and Uzbek it says that it has them, in `supportedLocalesOf` and `resolvedOptions` too, and
#   writes “2026 M03 29” and “-2 d”. Intl.PluralRules knows all of them all the same, so a page that asks it is told a form of the right language.
#   Firefox has them all. To know it: write a month, and look whether it comes back as “M03”.
# Seen: Chromium 156.0.8078.114 of Debian, Firefox 153.8.0esr, Node 20.20.2, puppeteer-core 24.43.1, 2026-11-30. Source: workerd issue 64
#   (locales that Chromium leaves out), browser-compat-data issues 17994 (az) and 11786 (ka)
set -euo pipefail
chromium=${CRIER_TEST_CHROMIUM:-$(command -v chromium || true)}
firefox=${CRIER_TEST_FIREFOX:-$(command -v firefox-esr || command -v firefox || true)}
[[ -n "$chromium" && -n "$firefox" ]] || { echo "Chromium or Firefox is not installed: nothing is tried"; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts puppeteer-core@24.43.1
cat >dates.mjs <<'JS'
import puppeteer from 'puppeteer-core';
const [chromium, firefox] = process.argv.slice(2);
const ask = (language) => ({
  named: Intl.DateTimeFormat.supportedLocalesOf(language).length === 1,
  date: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, 2, 29))),
  forms: new Intl.PluralRules(language).resolvedOptions().locale,
});
const browsers = {
  Chromium: { browser: 'chrome', executablePath: chromium, args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'] },
  Firefox: { browser: 'firefox', executablePath: firefox },
};
const said = {};
for (const [name, how] of Object.entries(browsers)) {
  const browser = await puppeteer.launch({ ...how, headless: true, timeout: 120_000 });
  const page = await browser.newPage();
  console.log(name, await browser.version());
  for (const language of ['mk', 'sq', 'is', 'eu', 'bs', 'az', 'kk']) {
    const answer = await page.evaluate(ask, language);
    (said[name] ??= {})[language] = answer;
    console.log(' ', language, JSON.stringify(answer), ' Node:', ask(language).date);
  }
  await browser.close();
}
const { Chromium, Firefox } = said;
const asSeen =
  ['mk', 'sq', 'is', 'eu'].every((l) => !Chromium[l].named && Chromium[l].forms === l && Chromium[l].date !== ask(l).date) &&
  ['bs', 'az', 'kk'].every((l) => Chromium[l].named && Chromium[l].date === '2026 M03 29') &&
  Object.entries(Firefox).every(([l, { named, date }]) => named && date === ask(l).date);
process.exit(asSeen ? 0 : 1);
JS
node dates.mjs "$chromium" "$firefox"
