/** French: how somebody says something, and through whom it came. */
import { oneOf, wordLines } from '../lists.ts';
import type { SayingWords } from '../saying-words.ts';

export const frSayings: SayingWords = {
  cues: {
    verbs: `dit disent disait déclare déclarent déclaré affirme affirment affirmé assure assurent assuré explique expliquent expliqué ajoute
 ajoutent ajouté indique indiquent indiqué précise précisent précisé souligne soulignent souligné annonce annoncent annoncé estime
 estiment estimé rappelle rappellent rappelé répond répondent répondu écrit écrivent dénonce dénoncent dénoncé avertit averti prévient
 prévenu reconnaît reconnaissent reconnu admet admis nie nient nié confirme confirment confirmé raconte racontent raconté note notent
 noté insiste insisté regrette regrettent regretté promet promis demande demandé juge jugé confie confié lance lancé martèle martelé
 poursuit poursuivi conclut conclu rapporte rapportent rapporté révèle révélé soutient soutiennent soutenu considère témoigne témoigné
 accuse accusent accusé déplore déploré signale signalé relate relaté commente commenté constate constaté rétorque réplique résume tonne
 scandé scande scandent objecté objecte riposté riposte crié crie réclamé réclame exigé exige exigent demandent dénoncent
 rétorqué rétorquent répliqué répliquent résumé tonné ironise ironisé plaisante plaisanté tranche tranché glisse glissé soupire soupiré renchérit renchéri nuance nuancé
 pesté peste fustigé fustige lâché souffle soufflé argumenté argumente plaidé plaide martelé tempéré tempère tempête enrage ragé s’agace s’indigne s’insurge s’emporte agacé indigné insurgé emporté félicité inquiété réjoui rassuré rassure acquiescé acquiesce prédit défendu défendue amusé amusée indignée agacée emportée félicitée inquiétée réjouie
 relevé relève relèvent déclarait expliquait martelait salué salue saluent pointé pointe pointent dénonçait observé observe observent remarqué remarque
 abondé abonde détaillé détaille argué argue certifié certifie juré jure alerté alerte alertent estimait soutenait asséné assène proclamé proclame préconisé préconise
 recommandé recommande recommandent suggéré suggère craint craignent redoute redouté pense pensent conseillé conseille rectifié rectifie enchaîné enchaîne complété complète
 fait_savoir fait_valoir mis_en_garde met_en_garde`,
    naming: wordLines(`
      qualifié qualifie qualifient qualifia qualifiait décrit décrivent dépeint appelé appelle appellent comparé parlé parle parlent
    `),
    opens: "que qu’ qu' si",
    according:
      "comme l[’']a (?:indiqué|expliqué|dit|annoncé|déclaré|souligné|précisé|confirmé|rapporté|raconté)|selon|d’après|d'après|aux dires de",
    between: wordLines(`
      a ont avait avaient est n’a n'a ne pas aussi également l’a l'a lui leur s’est s'est se y -t-il -t-elle a-t-il
      a-t-elle
    `),
    stops: wordLines(`
      à au aux dans lors après avant devant pendant sur sous par pour depuis avec ce cet cette hier aujourd’hui
      aujourd'hui lundi mardi mercredi jeudi vendredi samedi dimanche que qu’ en dans
    `),
    dropsSubject: true,
    joins: "le la les l’ l' un une de du des d’ d' et m. mme",
  },
  hearers: {
    before: "(?:à|au|aux|au micro de|sur)(?: la| l[’']| le| les)?",
    outlets: 'agence(?: de presse)?|quotidien|journal|chaîne|radio|magazine|site|hebdomadaire',
    people: 'aux journalistes|à des journalistes|à la presse|aux médias|à notre journal',
  },
  hops: {
    told: oneOf(`
      (?:dans (?:une|un) )?(?:interview|entretien) (?:à|au|avec|accordée? à)
      au micro de
      sur l’antenne de
      sur les ondes de
    `),
    citing: 'citant|qui cite|qui citait|se référant à|s’appuyant sur',
    carried: oneOf(`
      (?:cité|citée|relayé|relayée|rapporté|rapportée|repris|reprise|publié|publiée|diffusé|diffusée)s? par
      (?:rapporte|relate|écrit|relaie)
      via
      d’après un article (?:de|du)
    `),
    translated: 'traduit(?:e|es|s)? par|traduction de',
    unknown: 'selon des médias locaux|médias locaux|selon des informations de presse|aurait|auraient',
  },
  pronouns: {
    il: 'm',
    elle: 'f',
    on: 'none',
    nous: 'none',
    je: 'none',
    ils: 'none',
    elles: 'none',
    qui: 'none',
    celui: 'none',
    'ce dernier': 'm',
    'cette dernière': 'f',
  },
};
