/**
 * The packet of XMP that every rendition carries, written anew: who made it, whom to credit, on what terms it may be used and who
 * licenses it, how it came about, and whether software may learn from it. Nothing of the original's packet is copied: places of
 * homes, serial numbers and the notes of a desk stay in the house. Fields of IPTC's Photo Metadata Standard 2025.1.
 */
export interface PacketFacts {
  caption: string;
  headline: string;
  creator: string;
  credit: string;
  copyright: string;
  usage_terms: string;
  web_statement: string;
  licensor: string;
  source_type: string;
  data_mining: string;
  taken_at: string;
}

const SCHEMES = [
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"',
  'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"',
  'xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"',
  'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"',
].join(' ');
const SOURCE_TYPES = 'http://cv.iptc.org/newscodes/digitalsourcetype/';
const MINING = 'http://ns.useplus.org/ldf/vocab/';

export function rightsPacket(facts: PacketFacts): string {
  const [licensorName = '', licensorLink = ''] = facts.licensor.split(' · ');
  const licensor = [
    element('plus:LicensorName', licensorName),
    element('plus:LicensorURL', licensorLink),
  ].join('');
  const lines = [
    list('dc:creator', 'Seq', facts.creator),
    inDefault('dc:rights', facts.copyright),
    inDefault('dc:description', facts.caption),
    element('photoshop:Headline', facts.headline),
    element('photoshop:Credit', facts.credit),
    element('photoshop:DateCreated', facts.taken_at),
    element('xmpRights:Marked', facts.copyright === '' ? '' : 'True'),
    element('xmpRights:WebStatement', facts.web_statement),
    inDefault('xmpRights:UsageTerms', facts.usage_terms),
    licensor === ''
      ? ''
      : `<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource">${licensor}</rdf:li></rdf:Seq></plus:Licensor>`,
    element('plus:DataMining', facts.data_mining && `${MINING}${facts.data_mining}`),
    element('Iptc4xmpExt:DigitalSourceType', facts.source_type && `${SOURCE_TYPES}${facts.source_type}`),
  ].join('');
  return (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>' +
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    `<rdf:Description rdf:about="" ${SCHEMES}>${lines}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
  );
}

function element(name: string, value: string): string {
  return value === '' ? '' : `<${name}>${escaped(value)}</${name}>`;
}

function list(name: string, kind: 'Seq' | 'Bag', value: string): string {
  const parts = value.split(', ').filter((part) => part !== '');
  if (parts.length === 0) return '';
  const lines = parts.map((part) => `<rdf:li>${escaped(part)}</rdf:li>`).join('');
  return `<${name}><rdf:${kind}>${lines}</rdf:${kind}></${name}>`;
}

function inDefault(name: string, value: string): string {
  if (value === '') return '';
  return `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(value)}</rdf:li></rdf:Alt></${name}>`;
}

const LETTERS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Letters that XML 1.0 does not have are left away: one of them would cost the whole packet. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (letter) => LETTERS[letter] ?? letter);
}
