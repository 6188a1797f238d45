/**
 * A paper of 20,000 posts with 5,000 comments moved in from one WordPress export, beside WordPress taking the same file: its own
 * `wp_insert_post` and `wp_insert_comment` in a loop, on MariaDB, from Debian's packages. Pages of ours are asked meanwhile.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  createWriteStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openLiveHub } from '../src/alerts/live/live-hub.ts';
import { readSettings } from '../src/kit/settings.ts';
import { theNewsroomItself as by, openNewsroom } from '../src/newsroom.ts';
import { openServer } from '../src/server/server.ts';
import { openSignIn } from '../src/staff/sign-in.ts';
import { migrateStore } from '../src/store/migrate.ts';
import { setUpMasthead } from '../src/stories/masthead.ts';
import { type WxrItem, wxr } from '../tests/support/wxr.ts';
import { type Result, resultOf, say } from './result.ts';

const POSTS = Number(process.env.CRIER_BENCH_POSTS ?? 20_000);
const COMMENT_EVERY = 4; // posts: 5,000 comments to 20,000
const WORDS_EACH = 300; // a story of a small paper
const WORDPRESS = process.env.CRIER_BENCH_WORDPRESS ?? '/usr/share/wordpress';
const DATABASE = 'crier_bench_wordpress';
const LARGE = process.env.CRIER_BENCH_LARGE === '1'; // also a file of a gigabyte

export async function measureMoveIn(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'crier-move-bench-'));
  try {
    const file = join(folder, 'export.xml');
    await writeExport(file, POSTS, WORDS_EACH);
    say(`${POSTS} posts, ${Math.round(statSync(file).size / 1e6)} MB`);
    const ours = await moveOurs(folder, file);
    say(
      `Crier: ${Math.round(POSTS / ours.seconds)} posts a second, ${ours.memory} MB, p95 ${ours.p95.toFixed(1)} ms`,
    );
    const theirs = moveTheirs(folder, file);
    const peer = { peer: 'WordPress', peerVersion: theirs.version };
    const results = [
      resultOf({
        ...peer,
        name: 'posts moved in',
        unit: 'a second',
        better: 'more',
        value: POSTS / ours.seconds,
        peerValue: POSTS / theirs.seconds,
      }),
      resultOf({
        ...peer,
        name: 'memory at most',
        unit: 'MB',
        better: 'less',
        value: ours.memory,
        peerValue: theirs.memory,
      }),
      resultOf({
        peer: 'the promise',
        peerVersion: '',
        name: 'a page meanwhile, p95',
        unit: 'ms',
        better: 'less',
        value: ours.p95,
        peerValue: 100,
      }),
    ];
    if (!LARGE) return results;
    const large = join(folder, 'large.xml');
    await writeExport(large, 5_000, 35_000);
    const bytes = statSync(large).size;
    const more = await moveOurs(mkdtempSync(join(folder, 'large-')), large);
    say(`${Math.round(bytes / 1e6)} MB: ${Math.round(more.seconds)} s, ${more.memory} MB`);
    return [
      ...results,
      resultOf({
        peer: 'the promise',
        peerVersion: '',
        name: 'memory of a file of 1 GB',
        unit: 'MB',
        better: 'less',
        value: more.memory,
        peerValue: 300,
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An export of made-up words, a post after the other. */
async function writeExport(path: string, posts: number, words: number): Promise<void> {
  const random = seeded(1848);
  const vocabulary = Array.from({ length: 8_000 }, (_, at) => wordOf(at));
  const text = (count: number) =>
    Array.from({ length: count }, () => vocabulary[Math.floor(random() ** 3 * vocabulary.length)]).join(' ');
  const [head = '', tail = ''] = wxr([], {
    categories: SECTIONS.map((name, at) => [name, name, '', at + 1]),
  }).split('\n\n\n');
  const out = createWriteStream(path);
  out.write(head);
  for (let id = 1; id <= posts; id += 1) {
    const item: WxrItem = {
      id,
      title: text(7),
      slug: `story-${id}`,
      html: Array.from({ length: 5 }, () => text(words / 5)).join('\n\n'),
      date: new Date(Date.UTC(2012, 0, 1) + id * 5_400_000).toISOString().slice(0, 19).replace('T', ' '),
      categories: [
        [SECTIONS[id % SECTIONS.length] ?? '', SECTIONS[id % SECTIONS.length] ?? ''],
        [`tag-${id % 400}`, `Tag ${id % 400}`, 'post_tag'],
      ],
      comments: id % COMMENT_EVERY === 0 ? [{ id, text: text(40) }] : [],
    };
    const one = wxr([item]);
    const xml = one.slice(one.indexOf('<item>'), one.indexOf('</item>') + '</item>\n'.length);
    if (!out.write(xml)) await once(out, 'drain');
  }
  out.end(tail.trim() === '' ? '</channel>\n</rss>\n' : tail);
  await once(out, 'finish');
}

const SECTIONS = ['city', 'sea', 'world', 'work', 'sport'];

const wordOf = (at: number): string => {
  const parts = ['ma', 'ri', 'to', 'ne', 'sa', 'lo', 'ke', 'vi', 'pu', 'dan', 'gor', 'hel'];
  let left = at + 13;
  let word = '';
  while (left > 0) {
    word += parts[left % parts.length];
    left = Math.floor(left / parts.length);
  }
  return word;
};

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

interface Moved {
  seconds: number;
  memory: number;
  p95: number;
}

/** The verb in a process of its own, while a server on the same folder answers pages. */
async function moveOurs(folder: string, file: string): Promise<Moved> {
  const data = join(folder, 'data');
  const settings = readSettings(folder, { CRIER_DATA: data, CRIER_LOG_LEVEL: 'silent' });
  if ('problems' in settings) throw new Error(settings.problems.join(' '));
  const newsroom = await openNewsroom(settings);
  await migrateStore(newsroom.store, newsroom.engine);
  const masthead = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'Europe/Athens' };
  await setUpMasthead(newsroom, { ...masthead, contact: 'desk@harbour.example', by });
  const server = await openServer({ newsroom, signIn: openSignIn(newsroom), liveHub: openLiveHub(newsroom) });
  const built = join(import.meta.dirname, '../dist/main.js');
  if (!existsSync(built)) throw new Error('Build first: npm run build.');
  const begun = performance.now();
  const moving = spawn(process.execPath, [built, 'move-in', file, '--go', '--no-pictures'], {
    cwd: folder,
    env: { ...process.env, CRIER_DATA: data },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let status: number | null = null;
  moving.once('exit', (code) => {
    status = code ?? 1;
  });
  let memory = 0;
  const times: number[] = [];
  for (let number = 1; status === null; number += 1) {
    memory = Math.max(memory, peakOf(moving.pid));
    // Cached pages say nothing: another story each time, as far as it is there.
    const asked = performance.now();
    await server.app.inject({ url: number % 3 === 0 ? '/sea' : `/sea/story-${number * 5 + 1}` });
    times.push(performance.now() - asked);
    await pause(15);
  }
  const seconds = (performance.now() - begun) / 1_000;
  const came = (await newsroom.store.selectFrom('stories').select('id').limit(1).execute()).length;
  await server.close();
  await newsroom.close();
  if (status !== 0) throw new Error(`move-in ended with ${status}`);
  if (came < 1) throw new Error('nothing came');
  times.sort((one, other) => one - other);
  return { seconds, memory, p95: times[Math.floor(times.length * 0.95)] ?? 0 };
}

/** Megabytes that a process had at most (VmHWM); 0 once it is gone. */
function peakOf(pid: number | undefined): number {
  try {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes) / 1_024);
  } catch {
    return 0; // it has just ended
  }
}

const SCRIPT = `<?php
[$file, $database, $home] = array_slice($argv, 1);
define('DB_NAME', $database); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_HOST', '127.0.0.1');
define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', ''); define('WP_DEBUG', false); define('DISABLE_WP_CRON', true);
foreach (['AUTH_KEY','SECURE_AUTH_KEY','LOGGED_IN_KEY','NONCE_KEY','AUTH_SALT','SECURE_AUTH_SALT','LOGGED_IN_SALT','NONCE_SALT'] as $k) define($k, 'bench');
define('WP_INSTALLING', true); define('WP_HTTP_BLOCK_EXTERNAL', true); define('WP_IMPORTING', true);
$table_prefix = 'wp_'; $_SERVER['HTTP_HOST'] = 'bench.example'; $_SERVER['REQUEST_URI'] = '/';
define('ABSPATH', $home . '/');
require ABSPATH . 'wp-settings.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
function wp_mail_off() { return true; } add_filter('pre_wp_mail', 'wp_mail_off');
wp_install('Bench', 'admin', 'admin@bench.example', true, '', 'secret-password-1');
wp_defer_term_counting(true); wp_defer_comment_counting(true); wp_suspend_cache_invalidation(true);
function field($item, $name) { return preg_match('~<' . $name . '[^>]*>(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?</' . $name . '>~s', $item, $m) ? $m[1] : ''; }
$in = fopen($file, 'r'); $item = ''; $begun = microtime(true); $posts = 0; $cats = [];
while (($line = fgets($in)) !== false) {
  if (str_starts_with($line, '<item>')) $item = '';
  $item .= $line;
  if (!str_contains($line, '</item>')) continue;
  $terms = ['category' => [], 'post_tag' => []];
  preg_match_all('~<category domain="(.*?)" nicename="(.*?)"><!\\[CDATA\\[(.*?)\\]\\]>~', $item, $found, PREG_SET_ORDER);
  foreach ($found as [, $domain, $slug, $name]) {
    if ($domain === 'category') {
      if (!isset($cats[$slug])) { $made = wp_insert_term($name, 'category', ['slug' => $slug]); $cats[$slug] = is_wp_error($made) ? 1 : $made['term_id']; }
      $terms['category'][] = $cats[$slug];
    } else $terms['post_tag'][] = $name;
  }
  $id = wp_insert_post(wp_slash(['post_title' => field($item, 'title'), 'post_name' => field($item, 'wp:post_name'), 'post_status' => 'publish',
    'post_author' => 1, 'post_content' => field($item, 'content:encoded'), 'post_date' => field($item, 'wp:post_date'),
    'post_date_gmt' => field($item, 'wp:post_date_gmt'), 'comment_status' => 'open', 'post_category' => $terms['category'],
    'tags_input' => $terms['post_tag'], 'guid' => field($item, 'guid')]));
  preg_match_all('~<wp:comment>(.*?)</wp:comment>~s', $item, $comments);
  foreach ($comments[1] as $one) wp_insert_comment(wp_slash(['comment_post_ID' => $id, 'comment_author' => field($one, 'wp:comment_author'),
    'comment_author_email' => field($one, 'wp:comment_author_email'), 'comment_content' => field($one, 'wp:comment_content'),
    'comment_date' => field($one, 'wp:comment_date'), 'comment_date_gmt' => field($one, 'wp:comment_date_gmt'), 'comment_approved' => 1]));
  $posts++;
  if ($posts % 500 === 0) wp_cache_flush();
}
echo json_encode(['seconds' => microtime(true) - $begun, 'memory' => round(memory_get_peak_usage(true) / 1048576), 'posts' => $posts, 'version' => get_bloginfo('version')]);
`;

function moveTheirs(folder: string, file: string): { seconds: number; memory: number; version: string } {
  const script = join(folder, 'insert.php');
  writeFileSync(script, SCRIPT);
  const sql = (text: string) =>
    spawnSync('mysql', ['-h127.0.0.1', '-uroot', '-e', text], { encoding: 'utf8' });
  sql(`drop database if exists ${DATABASE}; create database ${DATABASE} character set utf8mb4`);
  try {
    const ran = spawnSync('php', ['-d', 'memory_limit=2G', script, file, DATABASE, WORDPRESS], {
      encoding: 'utf8',
      maxBuffer: 10_000_000,
    });
    const answer = ran.stdout.slice(ran.stdout.lastIndexOf('{"seconds"'));
    if (ran.status !== 0 || !answer.startsWith('{'))
      throw new Error(`WordPress: ${ran.stdout} ${ran.stderr}`);
    return JSON.parse(answer);
  } finally {
    sql(`drop database if exists ${DATABASE}`);
  }
}
