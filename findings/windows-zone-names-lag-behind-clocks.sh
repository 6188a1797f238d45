#!/usr/bin/env bash
# Guess: a library that turns the zones that Outlook writes into calendars (“Central Asia Standard Time”) into IANA's names gives one with the same
#   clocks; what a year without a release can miss is a new name.
# What happens: names stay, countries leave them. Kazakhstan went to +05:00 in March 2024 and Windows has its name for +06:00 stand for Bishkek since;
#   most of Chihuahua went to -06:00 in October 2022 and Windows has “Mountain Standard Time (Mexico)” stand for La Paz and Mazatlan. The library still
#   pairs them with Almaty and Chihuahua, whose clocks ICU knows to have moved: every meeting of such a calendar is an hour off, and nothing is refused.
#   node-ical's table has both right, which the last line shows.
# Seen: windows-iana 5.1.0 (its newest) and node-ical 0.27.2, Node 20.20.2 (ICU’s zones 2025c), 2026-12-01. Source: CLDR's windowsZones.xml since release 45
#   (“Central Asia Standard Time” is Asia/Bishkek), tz's NEWS of 2022f (Chihuahua) and 2024a (Kazakhstan).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts windows-iana@5.1.0 node-ical@0.27.2
cat >zones.cjs <<'JS'
const { findIana } = require('windows-iana');
const table = require('./node_modules/node-ical/windowsZones.json');
const meant = { 'Central Asia Standard Time': '+06:00', 'Mountain Standard Time (Mexico)': '-07:00', 'Romance Standard Time': '+01:00' };
const offset = (zone) =>
  new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(Date.UTC(2026, 11, 1))
    .find(({ type }) => type === 'timeZoneName')
    .value.replace('GMT', '');
for (const [name, clocks] of Object.entries(meant)) {
  const [zone] = findIana(name, '001');
  const [other] = table[name].iana;
  console.log(`${name} (${clocks}): windows-iana ${zone} ${offset(zone)}, node-ical ${other} ${offset(other)}`);
}
JS
seen=$(node zones.cjs)
echo "$seen"
expected='Central Asia Standard Time (+06:00): windows-iana Asia/Almaty +05:00, node-ical Asia/Bishkek +06:00
Mountain Standard Time (Mexico) (-07:00): windows-iana America/Chihuahua -06:00, node-ical America/Mazatlan -07:00
Romance Standard Time (+01:00): windows-iana Europe/Paris +01:00, node-ical Europe/Paris +01:00'
[ "$seen" = "$expected" ] || { echo 'That is not what was seen.' >&2; exit 1; }
