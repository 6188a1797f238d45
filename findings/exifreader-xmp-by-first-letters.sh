#!/usr/bin/env bash
# The guess: exifreader reads XMP that stands by itself: its list of formats has XMP, and a sidecar (photo.xmp) or a packet that was cut out
# of a file is one. Darktable's sidecars begin with an XML declaration, others with x:xmpmeta, and both are whole XMP (ISO 16684-1, 7.3.2:
# the packet's wrapper is optional).
#
# What happens: exifreader 4.46.0 knows XMP by its first letters, `<?xpacket begin`, alone. The same document without that line, or
# after an XML declaration, or after a byte order mark, is refused: "Invalid image format". Caption and credit in it are taken for none
# by whoever catches that. Putting the wrapper's first line before the document is enough to have it read.
#
# Seen with exifreader 4.46.0 on 2026-11-30. Source: run, this script; exifreader/src/xml.js, isXMLFile.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exifreader@4.46.0

cat >ask.cjs <<'JS'
const reader = require('exifreader');
const whole =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"><photoshop:Credit>ANA-MPA</photoshop:Credit></rdf:Description></rdf:RDF></x:xmpmeta>';
const wrapper = '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>';
const read = (document) => {
  try {
    return reader.load(Buffer.from(document), { expanded: true }).xmp.Credit.description;
  } catch (error) {
    return error.message;
  }
};
const heads = { bare: '', declared: '<?xml version="1.0" encoding="UTF-8"?>\n', marked: `\ufeff${wrapper}`, wrapped: wrapper };
console.log(Object.entries(heads).map(([name, head]) => `${name}: ${read(head + whole)}`).join(', '));
JS
seen=$(node ask.cjs)
echo "exifreader 4.46.0: $seen"
wanted='bare: Invalid image format, declared: Invalid image format, marked: Invalid image format, wrapped: ANA-MPA'
[ "$seen" = "$wanted" ] || { echo 'this has changed'; exit 1; }
