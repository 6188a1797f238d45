#!/usr/bin/env bash
# Guess: pressing, moving and letting go of the mouse by WebDriver is a drag as a person's in each browser: a page that hears no `drop` has a fault
#   of its own, as a `dragover` that is not refused or data that are not set.
# What happens: Firefox 153 sends `dragstart`, `dragenter` and `dragover` for the actions, and ends the drag when the button is let go without a
#   `drop`, on any page: its remote agent calls endDragSession, with a FIXME that a drop is to be synthesized there. All in one sequence of actions
#   or one by one makes no difference. A test that only waits for the drop blames the page.
# Seen: firefox-esr 153.8.0 from Debian's packages, puppeteer-core 24.43.1, 2026-11-30. Source: chrome/remote/content/external/EventUtils.js,
#   _maybeEndDragSession; https://github.com/w3c/webdriver-bidi/issues/487
set -euo pipefail
firefox=${CRIER_TEST_FIREFOX:-$(command -v firefox-esr || command -v firefox || true)}
[[ -n "$firefox" ]] || { echo "Firefox is not installed: nothing is tried"; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts puppeteer-core@24.43.1
cat >drag.mjs <<'JS'
import puppeteer from 'puppeteer-core';
const browser = await puppeteer.launch({ browser: 'firefox', executablePath: process.argv[2], headless: true, timeout: 120_000 });
const page = await browser.newPage();
await page.setContent(`<div id="from" draggable="true" style="width:100px;height:50px">drag me</div>
  <div id="to" style="margin-top:150px;width:300px;height:100px">drop here</div>`);
await page.evaluate(() => {
  window.heard = new Set();
  for (const name of ['dragstart', 'dragover', 'drop'])
    document.addEventListener(name, (event) => {
      window.heard.add(name);
      if (name === 'dragstart') event.dataTransfer.setData('text/plain', 'words');
      else event.preventDefault();
    });
});
await page.mouse.move(30, 30);
await page.mouse.down();
await page.mouse.move(60, 120, { steps: 5 });
await page.mouse.move(90, 260, { steps: 5 });
await page.mouse.up();
await new Promise((resolve) => setTimeout(resolve, 1_000));
const heard = await page.evaluate(() => [...window.heard]);
console.log(await browser.version(), heard.join(' '));
await browser.close();
process.exit(heard.includes('dragstart') && heard.includes('dragover') && !heard.includes('drop') ? 0 : 1);
JS
node drag.mjs "$firefox"
