#!/usr/bin/env bash
# The guess: rss-parser's contentSnippet is what a browser shows of the description: its text without its elements.
#
# What happens: rss-parser 3.13.0 takes away whatever stands between `<` and `>`, by a pattern. In HTML (13.2.5.6, tag open state) a
# `<` before a space or a figure is text; of “below < 5 degrees inland and > 6 on the coast” the snippet keeps “below  6 on the coast”,
# so that a forecast says something else. What stands in <style> and <script> becomes copy, and the cells of a table (a result, a
# price) are joined without a space. With `&amp;lt;`, as a careful desk writes it, the text is whole; many systems escape once.
#
# Seen with this version on Node 20.20.2 on 2026-11-30. Source: run, this script.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-save --prefix "$folder" rss-parser@3.13.0 >/dev/null

cat >"$folder/read.mjs" <<'JS'
import Parser from 'rss-parser';
const descriptions = [
  'Frost below &lt; 5 degrees inland and &gt; 6 on the coast',
  '&lt;style&gt;p { margin: 0 }&lt;/style&gt;&lt;p&gt;The ferry left.&lt;/p&gt;',
  '&lt;table&gt;&lt;tr&gt;&lt;td&gt;Harbour 2&lt;/td&gt;&lt;td&gt;3 Castle&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;',
];
for (const description of descriptions) {
  const feed = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Wire</title><link>https://wire.example/</link>
<description>Wire</description><item><title>Line</title><link>https://wire.example/1</link><description>${description}</description></item></channel></rss>`;
  console.log(JSON.stringify((await new Parser().parseString(feed)).items[0].contentSnippet));
}
JS
seen=$(cd "$folder" && node read.mjs)
printf 'rss-parser 3.13.0, node %s\n%s\n' "$(node --version)" "$seen"

for line in '"Frost below  6 on the coast"' '"p { margin: 0 }\nThe ferry left."' '"Harbour 23 Castle"'; do
  case "$seen" in
    *"$line"*) ;;
    *) printf 'changed: %s was expected\n' "$line"; exit 1 ;;
  esac
done
