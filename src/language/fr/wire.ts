/** French: what the wire knows of its news and of websites in it. */
import { oneOf, wordLines } from '../lists.ts';
import type { WireWords } from '../wire-words.ts';

export const frWire: WireWords = {
  furniture: {
    places: oneOf(`
      infolettre
      lettre d.information
    `),
    asks: oneOf(`
      abonnez-vous
      inscrivez-vous
      suivez[- ]
      recevez
      rejoignez
    `),
    subscribe: 's.abonner',
    share: String.raw`partage[rz]?(?: (?:cet article|sur)\b.{0,40})?`,
    shareOn: 'partager',
    comments: oneOf(`
      laisser un commentaire
      ajouter un commentaire
      votre adresse (?:e-?mail|de messagerie) ne sera pas
    `),
    readAlso: oneOf(`
      lire (?:aussi|également|la suite)
      à lire (?:aussi|également)
      voir aussi
      sur le même sujet
    `),
    feedLine: oneOf(`
      lire la suite
      l.article .{1,250} est apparu en premier sur .{1,100}
    `),
    credit: oneOf(`
      crédits?(?: photo)?
      photo d.illustration
      légende
    `),
    rights: 'tous droits réservés',
    advertisement: oneOf(`
      publicité
      la suite après la publicité
    `),
  },
  news: wordLines(`
      fire:incendie* feu feux
      quake:séisme* sisme tremblement
      flood:inondation* crue*
      storm:tempête* orage* ouragan* typhon* cyclone*
      slide:avalanche* éboulement* glissement
      eruption:éruption* volcan*
      drought:sécheresse*
      blast:explosion* explos*
      crash:accident* déraill*
      collide:collision* percut*
      sink:naufrag* coul* sombr*
      spill:fuite* marée déversé* déversées
      rescue:secour* sauvet* sauvé*
      missing:disparu*
      dead:mort morts morte tué* décès décéd*
      hurt:blessé*
      evacuate:évacu*
      strike:grève*
      protest:manifest* protest*
      resign:démission*
      election:élection* élu présidentielle voix scrutin
      court:tribunal* juge
      sentence:condamn* prison
      acquit:acquitt* relax*
      arrest:arrêté* arrestation* interpell*
      bribe:pot-de-vin corruption
      murder:meurtre* assassin*
      shooting:fusillade*
      attack:attaque* attentat*
      war:guerre*
      truce:trêve* cessez-le-feu
      drone:drone*
      missile:missile*
      treaty:traité* accord*
      sanctions:sanctions
      tax:impôt* taxe*
      budget:budget*
      rate:taux
      inflation:inflation
      centralbank:centrale
      price:prix
      profit:bénéfice*
      bankrupt:faillite*
      layoffs:licenci*
      hospital:hôpita* clinique*
      school:école* élèves
      airport:aéroport*
      aircraft:avion* vol
      train:train*
      tram:tramway*
      bus:autocar* autobus bus
      ferry:ferry ferries bac traversier
      ship:bateau* navire* canot*
      tanker:pétrolier*
      port:port ports terminal capitainerie
      bridge:pont ponts
      hacker:pirates hacker* cyberattaque* rançongiciel*
      prize:prix
      cup:coupe
      goal:but buts
      semifinal:demi-finale*
      festival:festival*
      discovery:découv*
      wreck:épave*
      migrant:migrant* réfugié*
      oil:pétrole brut
      gas:gaz gazier*
      pipeline:oléoduc* gazoduc*
      power:électri* panne
      virus:virus épidémie*
      vaccine:vaccin*
      climber:alpiniste* grimpeur*
      container:conteneur*
      diver:plongeur*
      president:président*
      minister:ministre* ex-ministre*
      mayor:maire*
      parliament:parlement* assemblée
      police:polic* gendarm*
      coastguard:garde-côte*
      passenger:passager*
      child:enfant*
      factory:usine*
      mine:mine mines mineurs
      nuclear:nucléaire*
      hostage:otage* enlev*
      theft:vol cambriol* braquage*
      drugs:cocaïne drogue*
      contract:contrat*
      waste:déchets ordures
      union:syndica*
      docker:docker*
      wage:salaire* salaires
      roman:romain*
      novel:roman romancièr* romancier*
      beach:plage*
      patient:patient*
      smoke:fumée*
      engine:moteur*
      landing:atterri*
      amphora:amphore*
      climate:climat*
      snow:neige*
      rain:pluie*
      crane:grue*
      UN:ONU
      EU:UE
      US:États-Unis
      UK:britannique* Royaume-Uni
      NATO:OTAN
    `),
  furnitureLines: oneOf(String.raw`
      laisser (?:un commentaire|une réponse)
      annuler la réponse
      votre adresse (?:e-?mail|de messagerie) ne sera pas publiée.{0,80}
      les champs obligatoires sont indiqués.{0,10}
      enregistrer mon nom.{0,140}
      activ(?:ez|er) les notifications.{0,60}
      (?:souhaitez|voulez)-vous recevoir (?:des|nos) notifications.{0,80}
      autoriser les notifications
      télécharge[zr] (?:notre|l.)\s?(?:app(?:li(?:cation)?)?).{0,60}
      lien (?:de la |vers la )?source
      connectez-vous pour.{0,60}
      déjà abonné(?:e|\(e\))?\s?\??.{0,40}
      réservé aux abonnés
      (?:voir|afficher) (?:tous )?les commentaires
      (?:charger|afficher|voir) plus
      article (?:précédent|suivant)
      temps de lecture.{0,30}
      partager (?:cet article|sur).{0,60}
      étiquettes
      plus tard
      signaler une erreur
      lire (?:aussi|la suite|également).{0,120}
      à lire aussi.{0,120}
      publicité
      partager
      abonnez-vous.{0,80}
      suivez-nous.{0,80}
      sur le même sujet
      les plus lus
      commentaires
      tous droits réservés
      cliquez ici.{0,60}
      en savoir plus
      article réservé aux abonnés
      la suite après (?:la|cette) publicité
    `),
};
