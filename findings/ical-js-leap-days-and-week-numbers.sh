#!/usr/bin/env bash
# Guess: the library that Thunderbird's calendar was made with gives the dates of a series as RFC 5545 has them: a day that a year
#   does not have is left out (3.3.10: "invalid date … MUST be ignored"), as it does leave out 30 February of a monthly one, and
#   BYWEEKNO=20;BYDAY=MO is the Monday of the twentieth week.
# What happens: a yearly event of 29 February falls on 1 March in the other three years; BYWEEKNO is passed over, and the series
#   has every Monday from its first day on. No error, no warning. A desk that plans by it sends a photographer on the wrong day.
# Seen: ical.js 2.2.1, 2026-11-30. Source: RFC 5545 section 3.3.10; https://github.com/kewisch/ical.js
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent ical.js@2.2.1
cat > look.mjs <<'JS'
import ICAL from 'ical.js';

function firstDates(start, rule) {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//a//b//EN', 'BEGIN:VEVENT', 'UID:1', `DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`];
  const calendar = new ICAL.Component(ICAL.parse([...lines, 'SUMMARY:a day', 'END:VEVENT', 'END:VCALENDAR'].join('\r\n')));
  const dates = new ICAL.Event(calendar.getFirstSubcomponent('vevent')).iterator();
  return [1, 2, 3].map(() => dates.next()?.toString()).join(' ');
}

console.log('yearly from 29 February 2024:', firstDates('20240229', 'FREQ=YEARLY'));
console.log('monthly from 31 January 2024:', firstDates('20240131', 'FREQ=MONTHLY'));
console.log('Monday of week 20, from 2024:', firstDates('20240105', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3'));
JS
out=$(node look.mjs)
echo "ical.js $(node -p "require('ical.js/package.json').version" 2>/dev/null || echo 2.2.1)"
echo "$out"
grep -q 'February 2024: 2024-02-29 2025-03-01 2026-03-01' <<<"$out"
grep -q 'January 2024: 2024-01-31 2024-03-31 2024-05-31' <<<"$out"
grep -q 'from 2024: 2024-01-08 2024-01-15 2024-01-22' <<<"$out"
