<?php
// WordPress taking an export: wp_insert_post and wp_insert_comment in a loop over the file, as an importer would, with counting and
// cache put off as its own importer puts them off. Usage: php wordpress-import.php FILE DATABASE HOST WORDPRESS; prints one line of JSON.
[$file, $database, $host, $home] = array_slice($argv, 1);
define('DB_NAME', $database); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_HOST', $host);
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
function field($item, $name) { return preg_match('~<' . $name . '[^>]*>(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?</' . $name . '>~s', $item, $m) ? $m[1] : ''; }
$in = fopen($file, 'r'); $item = ''; $begun = microtime(true); $posts = 0; $cats = [];
while (($line = fgets($in)) !== false) {
  if (str_starts_with($line, '<item>')) $item = '';
  $item .= $line;
  if (!str_contains($line, '</item>')) continue;
  $terms = ['category' => [], 'post_tag' => []];
  preg_match_all('~<category domain="(.*?)" nicename="(.*?)"><!\[CDATA\[(.*?)\]\]>~', $item, $found, PREG_SET_ORDER);
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
