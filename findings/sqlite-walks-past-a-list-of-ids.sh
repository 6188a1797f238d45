#!/usr/bin/env bash
# Guess: `where editions.id in (…)` with twenty ids is twenty look-ups by the primary key, whatever else is asked of the rows beside it.
# What happens: without statistics SQLite takes an equality on any index for ten rows. Joined to a table of which `status = 'published'` is asked
#   and has an index, five ids are looked up; twenty are not: all that was ever published is walked, and its editions are looked at one by one.
#   A page of search results over 100,000 stories costs fifty times as much, and no small database shows it. `analyze` mends it, once there is
#   something to count; asking by the ids alone and looking at the state of what comes mends it always.
# Seen: SQLite 3.40.1 from Debian's packages, 2026-11-30. Source: https://www.sqlite.org/optoverview.html (7, ANALYZE)
set -euo pipefail
command -v sqlite3 >/dev/null || { echo "sqlite3 is not installed: nothing is tried"; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ask() { sqlite3 "$folder/paper.db" "$@"; }
ask "create table stories (id text primary key, status text not null, at integer);
  create index stories_front on stories (status, at);
  create table editions (id text primary key, story_id text not null references stories (id), language text, unique (story_id, language));
  with recursive n (n) as (select 1 union all select n + 1 from n where n < 100000)
    insert into stories select 's' || n, 'published', n from n;
  insert into editions select 'e' || substr(id, 2), id, 'en' from stories;"
plan() {
  ask "explain query plan select e.id from stories s join editions e on e.story_id = s.id
    where s.status = 'published' and e.id in ($(seq -s, -f "'e%.0f'" 1 "$1"))" | sed -n 2p
}
sqlite3 --version | cut -d' ' -f1
few=$(plan 5)
many=$(plan 20)
ask analyze
counted=$(plan 20)
printf '5 ids:                 %s\n20 ids:                %s\n20 ids, after analyze: %s\n' "$few" "$many" "$counted"
[[ "$few" == *editions* || "$few" == *"SEARCH e "* ]]
[[ "$many" == *stories_front* ]]
[[ "$counted" == *"SEARCH e "* ]]
