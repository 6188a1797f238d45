/**
 * The schemes that IPTC's catalogs name, by the aliases that NewsML-G2 files use. A file's own catalog goes before this
 * table, and nothing is fetched: a code of an unknown scheme is kept as it came.
 */
import { attributeOf, childrenOf, type Element } from '../parse/xml-document.ts';

const CODES = 'http://cv.iptc.org/newscodes/';

/** Alias → the name of the vocabulary at cv.iptc.org. */
const IPTC: Record<string, string> = {
  app: 'application', abstract: 'abstract', accessstatus: 'eventaccessstatus', adc: 'audiocodec', advroles: 'advicerole',
  catinat: 'catalogitemnature', cinat: 'cinature', colorind: 'colorindicator', contacttype: 'contacttype',
  contactprt: 'contactinfopart', conttech: 'contenttechnique', contwarning: 'contentwarning', cpnat: 'cpnature',
  cpprole: 'contentprodpartyrole', cptype: 'cptype', crel: 'conceptrelation', csrel: 'conceptrelation',
  descrole: 'descriptionrole', drol: 'descriptionrole', digsrctype: 'digitalsourcetype', dwc: 'dwc', edtype: 'edtype',
  evdateconf: 'eventdateconfirm', eventattendstatus: 'eventattendancestatus', eventdatecf: 'eventdateconfirm',
  eventoccstat: 'eventoccurstatus', eventoccurstatus: 'eventoccurstatus', eventregstat: 'eventregistrationstatus',
  exchmic: 'exchangemic', facet: 'facet', fmt: 'format', format: 'format', genre: 'genre', hld: 'headlinerole',
  hldr: 'headlinerole', hop: 'hopaction', hopact: 'hopaction', hshfn: 'hashfunction', imgatt: 'imageattribute',
  imgorien: 'imageorientation', ipp: 'imageprintprofile', irel: 'itemrelation', isrole: 'infosourcerole',
  infosource: 'infosourcerole', itctype: 'itemcontenttype', layout: 'layoutorientation', lifetime: 'adviselifetime',
  map: 'mapping', mediatopic: 'mediatopic', medtop: 'mediatopic', modelrel: 'modelrelease', ncostat: 'newscoveragestatus',
  ncstat: 'newscoveragestatus', newsnature: 'ninature', ninat: 'ninature', nprov: 'newsprovider', pgrmod: 'packagegroupmode',
  plinat: 'plinature', pltype: 'placetype', prodtype: 'productiontype', proprel: 'propertyrelease', qual: 'qualifier',
  reltype: 'relationtype', rend: 'rendition', rnd: 'rendition', rolecat: 'rolecategory', roles: 'role', sceneprov: 'scene',
  scene: 'scene', servicetype: 'servicetype', sig: 'signal', signals: 'signal', spamq: 'spamqualifier', spct: 'sportconcept',
  stat: 'pubstatusg2', subj: 'subjectcode', subjectcode: 'subjectcode', sym: 'symboltype', symtype: 'symboltype',
  timeunit: 'timeunit', tunit: 'timeunit', trustind: 'trustindicator', urg: 'urgency', usedfor: 'usagetype',
  vdc: 'videocodec', vdoavgs: 'videodefinition', videodef: 'videodefinition', vconfstat: 'contentvalidation', why: 'why',
}; // biome-ignore format: a table

/** Aliases of schemes that are not IPTC's own, from its catalog. */
const OTHERS: Record<string, string> = {
  'iso3166-1a2': 'http://cvx.iptc.org/iso3166-1a2/',
  'iso3166-1a3': 'http://cvx.iptc.org/iso3166-1a3/',
  country: 'http://cvx.iptc.org/iso3166-1a3/',
  iso4217a: 'http://cvx.iptc.org/iso4217a/',
  iso639: 'http://cvx.iptc.org/iso639/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  wikidata: 'http://www.wikidata.org/entity/',
  dbpedia: 'http://dbpedia.org/resource/',
  geonames: 'http://sws.geonames.org/',
};

/** What codes of one file stand for. */
export class Schemes {
  readonly #own = new Map<string, string>();

  /** Reads the catalogs that stand in the file itself. */
  constructor(catalogs: Element[] = []) {
    for (const catalog of catalogs)
      for (const scheme of childrenOf(catalog, 'scheme')) {
        const alias = attributeOf(scheme, 'alias');
        if (alias) this.#own.set(alias.toLowerCase(), attributeOf(scheme, 'uri'));
      }
  }

  /** The whole address of `alias:code`, or null where the scheme is not known. */
  uriOf(qcode: string): string | null {
    const colon = qcode.indexOf(':');
    if (colon < 1) return null;
    const alias = qcode.slice(0, colon).toLowerCase();
    const code = qcode.slice(colon + 1);
    const own = this.#own.get(alias);
    if (own) return own + code;
    const known = IPTC[alias];
    return known ? `${CODES}${known}/${code}` : OTHERS[alias] ? OTHERS[alias] + code : null;
  }
}
