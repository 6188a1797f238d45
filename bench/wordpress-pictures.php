<?php
// WordPress's own image step, as wp_create_image_subsizes() does it after an upload: WP_Image_Editor_Imagick, the six sizes that
// WordPress makes by default, JPEG. Usage: php wordpress-pictures.php WORDPRESS OUT PHOTO... ; prints one line of JSON.
[$wordpress, $out] = [$argv[1], $argv[2]];
define('ABSPATH', rtrim($wordpress, '/') . '/');
define('WPINC', 'wp-includes');
define('WP_DEBUG', false);
define('WP_CONTENT_DIR', $out);
function __($text) { return $text; }
foreach (['plugin.php', 'class-wp-error.php', 'load.php', 'formatting.php', 'functions.php', 'shortcodes.php', 'media.php',
    'class-wp-image-editor.php', 'class-wp-image-editor-imagick.php'] as $file) require_once ABSPATH . WPINC . '/' . $file;
$sizes = [
    'thumbnail' => ['width' => 150, 'height' => 150, 'crop' => true],
    'medium' => ['width' => 300, 'height' => 300, 'crop' => false],
    'medium_large' => ['width' => 768, 'height' => 0, 'crop' => false],
    'large' => ['width' => 1024, 'height' => 1024, 'crop' => false],
    '1536x1536' => ['width' => 1536, 'height' => 1536, 'crop' => false],
    '2048x2048' => ['width' => 2048, 'height' => 2048, 'crop' => false],
];
$began = hrtime(true);
$before = getrusage();
$made = 0;
foreach (array_slice($argv, 3) as $photo) {
    $editor = new WP_Image_Editor_Imagick($photo);
    $loaded = $editor->load();
    if ($loaded !== true) { fwrite(STDERR, 'not loaded: ' . print_r($loaded, true)); exit(1); }
    $editor->maybe_exif_rotate();
    foreach ($sizes as $size) {
        $done = $editor->make_subsize($size);
        if (is_wp_error($done)) { fwrite(STDERR, print_r($done, true)); exit(1); }
        $made += 1;
    }
    unset($editor);
}
$after = getrusage();
$cpu = ($after['ru_utime.tv_sec'] - $before['ru_utime.tv_sec'] + $after['ru_stime.tv_sec'] - $before['ru_stime.tv_sec']) * 1e3
    + ($after['ru_utime.tv_usec'] - $before['ru_utime.tv_usec'] + $after['ru_stime.tv_usec'] - $before['ru_stime.tv_usec']) / 1e3;
echo json_encode(['ms' => (hrtime(true) - $began) / 1e6, 'cpuMs' => $cpu, 'made' => $made,
    'peakMb' => $after['ru_maxrss'] / 1024]), "\n";
