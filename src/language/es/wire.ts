/** Spanish: what the wire knows of its news and of websites in it. */
import { oneOf, wordLines } from '../lists.ts';
import type { WireWords } from '../wire-words.ts';

export const esWire: WireWords = {
  furniture: {
    places: oneOf(`
      boletín
      boletines
      canal
      notificaciones
    `),
    asks: oneOf(String.raw`
      suscríb\p{L}*
      suscrib\p{L}*
      apúntate
      síguenos
      sigue (?:a|nuestr|toda)
      recibe
      únete
    `),
    subscribe: 'suscríbete',
    share: String.raw`compartir(?: (?:en|esta noticia)\b.{0,40})?`,
    shareOn: 'compartir',
    comments: oneOf(`
      deja(?:r)? un comentario
      tu dirección de correo electrónico no será
    `),
    readAlso: oneOf(`
      lee también
      leer (?:también|más)
      lea también
      te puede interesar
      le puede interesar
      ver también
      noticias relacionadas
    `),
    feedLine: oneOf(`
      (?:seguir|continuar) leyendo
      la entrada .{1,250} (?:apareció primero|se publicó primero) en .{1,100}
    `),
    credit: oneOf(`
      foto(?:grafía|graf[oa])?(?: de archivo)?
      fotos?
      imagen(?: de portada)?
      créditos?
    `),
    rights: 'todos los derechos reservados',
    advertisement: 'publicidad(?:e)?',
  },
  news: wordLines(`
      fire:incendio* fuego
      quake:terremoto* sismo* seísmo*
      flood:inundaci* riada*
      storm:tormenta* temporal huracán tifón ciclón
      slide:avalancha* alud* deslizamiento*
      eruption:erupci* volcán
      drought:sequía*
      blast:explosi* explot*
      crash:accidente* siniestro* descarril*
      collide:colisi* choque* choc*
      sink:hundi* naufrag*
      spill:vertido* vierte fuga derrame*
      rescue:rescat*
      missing:desaparecid*
      dead:muert* fallec* mueren muere murió
      hurt:herid*
      evacuate:evacuad* evacuaci* desaloj*
      strike:huelga* paro
      protest:protesta* manifestaci*
      resign:dimit* dimisi* renunci*
      election:eleccion* elecci* elegid* votos
      court:tribunal* juez
      sentence:condena* sentencia*
      acquit:absuel* absolv*
      arrest:deten* arrest*
      bribe:soborno* cohecho corrupci*
      murder:asesin*
      shooting:tiroteo*
      attack:ataque* atentado*
      war:guerra*
      truce:tregua*
      drone:dron drones
      missile:misil*
      treaty:tratado* acuerdo*
      sanctions:sanciones
      tax:impuesto*
      budget:presupuesto*
      rate:tipo tipos tasa
      inflation:inflación
      centralbank:central
      price:precio*
      profit:beneficio* ganancia*
      bankrupt:quiebra*
      layoffs:despid*
      hospital:hospital*
      school:escuela* colegio* alumnos
      airport:aeropuerto*
      aircraft:avión aviones vuelo
      train:tren trenes
      tram:tranvía*
      bus:autobús autobuses autocar*
      ferry:ferry ferri* transbordador*
      ship:barco* buque* navío embarcación
      tanker:petrolero
      port:puerto* terminal
      bridge:puente*
      hacker:hacker* ciberataque*
      prize:premio*
      cup:copa
      goal:gol goles
      semifinal:semifinal*
      festival:festival*
      discovery:halla* descubr* encuentra*
      wreck:pecio naufragio
      migrant:migrante* refugiad*
      oil:petróleo crudo
      gas:gas
      pipeline:oleoducto* gasoducto*
      power:apagón apagones electric*
      virus:virus brote* epidemia*
      vaccine:vacuna*
      climber:alpinista* montañero* escalador*
      container:contenedor*
      diver:buceador* buzos buzo
      president:president*
      minister:ministr* exministr*
      mayor:alcalde* alcaldesa*
      parliament:parlament* congreso
      police:polic*
      coastguard:guardacostas capitanía
      passenger:pasajer*
      child:niño* niña* niños menores
      factory:fábrica* planta
      mine:mina minas minero*
      nuclear:nuclear*
      hostage:rehén rehenes secuestr*
      theft:robo robos atraco*
      drugs:cocaína droga*
      contract:contrato*
      waste:basura* residuos
      union:sindica*
      docker:estibador*
      wage:salari*
      roman:roman*
      novel:novela* novelista
      beach:playa*
      patient:paciente*
      smoke:humo
      engine:motor máquinas
      landing:aterriza*
      amphora:ánfora*
      climate:clima climátic*
      snow:nieve*
      rain:lluvia*
      crane:grúa*
      UN:ONU
      EU:UE
      US:EEUU
      UK:británic*
      NATO:OTAN
    `),
  furnitureLines: oneOf(String.raw`
      deja(?:r)? (?:un comentario|una respuesta)
      cancelar (?:la )?respuesta
      tu dirección de correo electrónico no será publicada.{0,80}
      los campos obligatorios están marcados.{0,10}
      guarda mi nombre.{0,120}
      activa(?:r)? (?:las )?notificaciones.{0,80}
      ¿?(?:quieres|desea) recibir notificaciones.{0,80}
      permitir notificaciones
      descarga (?:nuestra|la) app.{0,60}
      enlace (?:a la )?fuente
      fuente original
      inicia sesión para.{0,60}
      ¿?ya (?:eres|tienes) (?:suscriptor|una cuenta)\??.{0,40}
      contenido (?:exclusivo )?para suscriptores.{0,40}
      ver (?:todos los )?comentarios
      cargar más
      mostrar más
      artículo (?:anterior|siguiente)
      tiempo de lectura.{0,30}
      compart(?:e|ir) (?:esto|esta noticia|este artículo).{0,40}
      comparte en.{0,60}
      etiquetas
      ahora no
      lea? (?:también|más).{0,120}
      leer más
      te puede interesar.{0,120}
      ver más
      publicidad
      compartir
      suscríbe(?:te|se).{0,80}
      síguenos en.{0,80}
      noticias relacionadas
      lo más (?:leído|visto)
      comentarios
      todos los derechos reservados
      más información
      haz clic aquí.{0,60}
    `),
};
