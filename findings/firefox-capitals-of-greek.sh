#!/usr/bin/env bash
# Guess: `toLocaleUpperCase('el')` is the tailored mapping of Unicode's SpecialCasing and CLDR in every browser, as it is in Node and Chromium: Greek
#   capitals lose their tonos, and what a script writes is what `text-transform: uppercase` shows.
# What happens: Firefox tailors Greek for `text-transform` and not in script, where only Turkish, Azeri and Lithuanian differ: “Ήλιος” is ΗΛΙΟΣ in the style
#   and ΉΛΙΟΣ from the script, “Μαΐου” becomes ΜΑΪ́ΟΥ with two marks on one letter, “άυλος” ΆΥΛΟΣ for ΑΫΛΟΣ. A kicker or a label in capitals made
#   by script differs from the one beside it; capitals are best left to the style sheet or the server.
# Seen: Firefox 153.8.0esr and Chromium 156.0.8078.114 of Debian, Node 20.20.2, puppeteer-core 24.43.1, 2026-11-30. Source: ECMA-402, TransformCase: the languages of
#   SpecialCasing.txt must be tailored, Greek is CLDR's and left to the implementation
set -euo pipefail
chromium=${CRIER_TEST_CHROMIUM:-$(command -v chromium || true)}
firefox=${CRIER_TEST_FIREFOX:-$(command -v firefox-esr || command -v firefox || true)}
[[ -n "$chromium" && -n "$firefox" ]] || { echo "Chromium or Firefox is not installed: nothing is tried"; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts puppeteer-core@24.43.1
cat >capitals.mjs <<'JS'
import puppeteer from 'puppeteer-core';
const [chromium, firefox] = process.argv.slice(2);
const words = 'Ο ήλιος του Μαΐου, άυλος';
const browsers = {
  Chromium: { browser: 'chrome', executablePath: chromium, args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'] },
  Firefox: { browser: 'firefox', executablePath: firefox },
};
const said = { Node: { script: words.toLocaleUpperCase('el') } };
for (const [name, how] of Object.entries(browsers)) {
  const browser = await puppeteer.launch({ ...how, headless: true, timeout: 120_000 });
  const page = await browser.newPage();
  await page.setContent(`<p lang="el" style="text-transform: uppercase">${words}</p>`);
  said[name] = await page.evaluate((text) => ({
    script: text.toLocaleUpperCase('el'),
    style: document.querySelector('p').innerText,
  }), words);
  console.log(name, await browser.version(), JSON.stringify(said[name]));
  await browser.close();
}
const right = said.Node.script;
const { Chromium, Firefox } = said;
const asSeen = [Chromium.script, Chromium.style, Firefox.style].every((text) => text === right) && Firefox.script !== right;
process.exit(asSeen ? 0 : 1);
JS
node capitals.mjs "$chromium" "$firefox"
