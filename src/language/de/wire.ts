/** German: what the wire knows of its news and of websites in it. */
import { oneOf, wordLines } from '../lists.ts';
import type { WireWords } from '../wire-words.ts';

export const deWire: WireWords = {
  furniture: {
    places: String.raw`kanal\p{L}*`,
    asks: oneOf(`
      abonnieren
      abonniere
      melden sie sich
      folgen sie
      folge uns
      jetzt (?:abonnieren|anmelden)
    `),
    subscribe: 'jetzt abonnieren',
    share: oneOf(`
      teilen(?: .{0,20})?
      artikel teilen
    `),
    shareOn: 'teilen',
    comments: oneOf(`
      schreiben sie einen kommentar
      kommentar (?:verfassen|hinterlassen|schreiben)
      deine e-?mail-adresse wird nicht
    `),
    readAlso: oneOf(`
      lesen sie (?:auch|mehr|hier)
      lies auch
      mehr zum thema
      weiterlesen
      auch interessant
    `),
    feedLine: oneOf(`
      weiterlesen
      der beitrag .{1,250} erschien zuerst auf .{1,100}
    `),
    credit: oneOf(`
      bild(?:quelle|er|nachweis)?
      symbol(?:bild|foto)
      quelle
    `),
    rights: 'alle rechte vorbehalten',
    advertisement: oneOf(`
      anzeige
      werbung
    `),
  },
  news: wordLines(`
      fire:*brand brände feuer *feuer
      quake:*erdbeben* *beben
      flood:*hochwasser* *flut überschwemm*
      storm:*sturm stürme* orkan* taifun* *unwetter*
      slide:*lawine* erdrutsch*
      eruption:vulkan* *ausbruch
      drought:dürre*
      blast:*explosion* explodier*
      crash:*unglück* *unfall* entgleis*
      collide:*kollision* kollidier* zusammenstoß*
      sink:gesunken sank *untergang gekentert
      spill:*leck ausgelaufen ölteppich*
      rescue:*rettung* gerettet* geborgen
      missing:vermisst*
      dead:tote toten toter gestorben starb starben stirbt sterben getötet todes*
      hurt:verletz*
      evacuate:evakuier*
      strike:*streik*
      protest:*protest* demonstr*
      resign:rücktritt* zurückgetreten tritt
      election:*wahl *wahlen stichwahl* gewählt *stimmen
      court:*gericht* richter*
      sentence:verurteil* haft haftstrafe*
      acquit:freispruch* freigesprochen
      arrest:festgenommen* festnahme* verhaft*
      bribe:bestech* korruption* schmiergeld*
      murder:mord morde ermordet*
      shooting:schüsse schießerei*
      attack:*angriff* *anschlag*
      war:krieg kriege krieges
      truce:waffenruhe* waffenstillstand*
      drone:drohne*
      missile:rakete*
      treaty:abkommen* *vertrag *vereinbarung*
      sanctions:sanktionen
      tax:steuer*
      budget:haushalt*
      rate:*leitzins* *zins*
      inflation:inflation*
      centralbank:notenbank* zentralbank*
      price:preis preise *preise
      profit:gewinn gewinne
      bankrupt:insolven* pleite
      layoffs:entlass* stellenabbau*
      hospital:krankenhaus* klinik* *klinik
      school:schule* schul* schüler*
      airport:flughafen*
      aircraft:flugzeug* maschine
      train:zug züge *bahn
      tram:straßenbahn*
      bus:*bus *busses bus*
      ferry:*fähre*
      ship:schiff* *schiff *schiffe *boot *boote
      tanker:*tanker
      port:*hafen *hafens hafen*
      bridge:*brücke*
      hacker:hacker* erpressersoftware* cyberangriff*
      prize:preis *preis
      cup:*pokal*
      goal:tor tore
      semifinal:halbfinal*
      festival:*fest
      discovery:entdeck* gefunden *fund
      wreck:*wrack*
      migrant:migrant* flüchtling* geflüchtet*
      oil:öl erdöl* rohöl*
      gas:gas *gas erdgas*
      pipeline:pipeline*
      power:stromausfall* strom*
      virus:virus *epidemie* *ausbruch
      vaccine:impf*
      climber:bergsteiger* kletterer
      container:container*
      diver:taucher*
      president:*präsident*
      minister:*minister *ministers *ministerin
      mayor:*bürgermeister*
      parliament:parlament* bundestag*
      police:polizei*
      coastguard:küstenwache*
      passenger:passagier* fahrgäste*
      child:kind kinder kindern
      factory:fabrik* *werk
      mine:bergwerk* grube
      nuclear:atom* kern*
      hostage:geisel* entführ*
      theft:diebstahl* raub* gestohlen
      drugs:kokain* drogen*
      contract:*vertrag*
      waste:müll* *müll
      union:gewerkschaft*
      docker:hafenarbeiter*
      wage:lohn löhne gehalt
      roman:römisch*
      novel:roman *autorin
      beach:strand strände
      patient:patient*
      smoke:rauch*
      engine:motor *motor
      landing:*landung* notgelandet gelandet
      amphora:amphor*
      climate:klima*
      snow:schnee*
      rain:regen*
      crane:kran
      UN:UN UNO
      EU:EU
      US:USA
      UK:britisch* Großbritannien
      NATO:Nato NATO
    `),
  furnitureLines: oneOf(String.raw`
      (?:schreiben sie|schreibe?|hinterlasse[n]?(?: sie)?) (?:einen|einen) kommentar
      kommentar (?:schreiben|hinterlassen|verfassen|absenden)
      antworten abbrechen
      (?:deine|ihre) e-?mail-adresse wird nicht veröffentlicht.{0,80}
      erforderliche felder sind.{0,30}
      meinen namen.{0,120}speichern.{0,60}
      benachrichtigungen (?:aktivieren|erlauben|einschalten).{0,40}
      möchten sie (?:push-?)?(?:benachrichtigungen|mitteilungen).{0,80}
      (?:laden sie|jetzt|lade) (?:unsere|die) app.{0,60}
      zur app
      link zur quelle
      quellenlink
      melden sie sich an,? um.{0,60}
      bereits (?:abonnent|registriert)\??.{0,40}
      nur für abonnenten
      alle kommentare(?: anzeigen)?
      mehr (?:laden|anzeigen)
      (?:vorheriger|nächster) (?:artikel|beitrag)
      lesezeit.{0,30}
      artikel (?:teilen|drucken|anhören|merken).{0,40}
      teilen (?:auf|über).{0,60}
      schlagw(?:ort|örter|orte)
      jetzt nicht
      fehler melden
      lesen sie auch.{0,120}
      mehr zum thema
      mehr lesen
      weiterlesen
      anzeige
      werbung
      teilen
      jetzt abonnieren
      abonnieren sie.{0,80}
      folgen sie uns.{0,80}
      das könnte sie auch interessieren
      meistgelesen
      kommentare
      alle rechte vorbehalten
      hier klicken.{0,60}
      zum newsletter.{0,40}
    `),
};
