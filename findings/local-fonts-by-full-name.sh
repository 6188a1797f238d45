#!/usr/bin/env bash
# Guess: `src: local("Noto Naskh Arabic")` finds the regular face of a family that is installed, as `font-family: "Noto Naskh Arabic"` does: so stand-ins with
#   `size-adjust` are written for Arial, Georgia and Roboto everywhere, and work.
# What happens: `local()` takes one face by its full or PostScript name, never a family. Arial's regular face has the family's name; Noto's and newer Roboto's is called
#   “… Regular”. So `local("Noto Naskh Arabic")` finds nothing in Chromium and Firefox where the family is there, without a word, and the bold face, by
#   its own name, is found: headlines stand still and the text beneath them jumps when the paper's letters arrive. Both names have to be asked for, and `NotoNaskhArabic-Regular`.
# Seen: Chromium 156.0.8078.114 and Firefox 153.8.0esr of Debian, its fonts-noto-core 20201225 and fonts-liberation, puppeteer-core 24.43.1, 2026-12-01.
#   Source: CSS Fonts 4, 4.3.2 (“the name of a single face within a family”)
set -euo pipefail
chromium=${CRIER_TEST_CHROMIUM:-$(command -v chromium || true)}
firefox=${CRIER_TEST_FIREFOX:-$(command -v firefox-esr || command -v firefox || true)}
[[ -n "$chromium" && -n "$firefox" ]] || { echo "Chromium or Firefox is not installed: nothing is tried"; exit 0; }
fc-list | grep NotoNaskhArabic-Regular >/dev/null || { echo "Noto Naskh Arabic is not installed (fonts-noto-core): nothing is tried"; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts puppeteer-core@24.43.1
cat >local.mjs <<'JS'
import puppeteer from 'puppeteer-core';
const [chromium, firefox] = process.argv.slice(2);
const names = ['Noto Naskh Arabic', 'Noto Naskh Arabic Regular', 'NotoNaskhArabic-Regular', 'Noto Naskh Arabic Bold', 'Liberation Serif'];
const wanted = [false, true, true, true, true];
const browsers = {
  Chromium: { browser: 'chrome', executablePath: chromium, args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'] },
  Firefox: { browser: 'firefox', executablePath: firefox },
};
let asSeen = true;
for (const [name, how] of Object.entries(browsers)) {
  const browser = await puppeteer.launch({ ...how, headless: true, timeout: 120_000 });
  const page = await browser.newPage();
  const found = await page.evaluate(async (names) => {
    const is = (face) => face.load().then(() => true, () => false);
    return Promise.all(names.map((local) => is(new FontFace('tried', `local("${local}")`))));
  }, names);
  console.log(name, await browser.version());
  for (const [at, local] of names.entries()) console.log(`  local("${local}"): ${found[at] ? 'found' : 'nothing'}`);
  asSeen &&= String(found) === String(wanted);
  await browser.close();
}
process.exit(asSeen ? 0 : 1);
JS
node local.mjs "$chromium" "$firefox"
