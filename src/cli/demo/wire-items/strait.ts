/** Agencia del Estrecho, in Spanish. */
import type { WirePool } from './wire-item.ts';

export const strait: WirePool = {
  written: [
    [
      'El transbordador Halcyon entrará en dique en enero',
      'El transbordador Halcyon entrará en el dique de Puerto Claro la segunda semana de enero para cambiar la proa. La línea de Lyra la cubrirá un buque prestado.',
      'El Halcyon no entrará en dique hasta febrero',
    ],
    [
      'Levante fuerte en el estrecho',
      'El servicio meteorológico anuncia levante de fuerza siete en el estrecho hasta la madrugada. Las travesías de la tarde están en duda.',
      'Suspendidas las travesías de la tarde por el levante',
    ],
    [
      'Los aprendices del astillero, en la antigua casa de prácticos',
      'Sesenta de los cien aprendices vivirán en la antigua casa de prácticos, que el astillero ha pintado de amarillo.',
    ],
    [
      'Aparece una carta náutica de 1741 en un desván',
      'Una familia de Puerto Claro ha encontrado en un desván una carta náutica de 1741. Señala un bajo que ninguna otra recoge.',
      'El bajo de la carta de 1741 existe, confirma la marina',
    ],
    // Four agencies tell this one event, and do not agree on the number.
    [
      'Incendio en el ferry «Arion» frente a cabo Lyra: 214 pasajeros, a salvo',
      'Un incendio se declaró de madrugada en la sala de máquinas del ferry «Arion», a cuatro millas del cabo Lyra. Los 214 pasajeros fueron evacuados en dos remolcadores, según la capitanía. El capitán, Nikos Stamatis, dijo que el fuego se apagó en 40 minutos. El barco, construido en 1998, fue remolcado, dijo el capitán del puerto, Pavlos Delios.',
    ],
    [
      'La lonja abre por primera vez en domingo',
      'La lonja de Puerto Claro subastará los domingos hasta Navidad. Los compradores lo pedían; los marineros, no.',
    ],
    [
      'Dos delfines en la dársena',
      'Dos delfines llevan desde el lunes en la dársena interior. La autoridad portuaria pide que no se les dé de comer.',
      'Los delfines han salido de la dársena por su cuenta',
    ],
    [
      'El faro de Punta Brava busca farero',
      'La autoridad portuaria busca farero para Punta Brava por seis meses. Pide dos idiomas y que no le importe el silencio.',
    ],
    [
      'Retenido un carguero por falta de papeles',
      'Un carguero con bandera extranjera está retenido en el muelle sur porque no ha presentado el libro de combustible.',
      'El carguero retenido presenta el libro y zarpa',
    ],
    [
      'El puente levadizo se queda abierto',
      'El puente levadizo del canal se quedó abierto dos horas por una avería. Los vecinos cruzaron en barca.',
    ],
    [
      'Premio a la panadería que abre a las tres',
      'La cofradía ha premiado a la panadería que abre a las tres para los barcos. «Alguien tiene que dormir al revés», dijo la panadera.',
    ],
    [
      'La biblioteca del puerto presta chubasqueros',
      'La biblioteca del puerto prestará chubasqueros durante el invierno, con el mismo carné y los mismos plazos que los libros.',
    ],
    [
      'Nueva tarifa de amarre para barcas pequeñas',
      'Las barcas de menos de seis metros pagarán la mitad por el amarre a partir de enero, según la ordenanza publicada.',
    ],
  ],
  composed(pick) {
    const place = pick(['en el muelle sur', 'frente a Punta Brava', 'en la dársena interior', 'en el canal']);
    const count = pick.number(6, 58);
    return pick([
      [
        `Viento de fuerza ${pick.number(4, 8)} ${place}`,
        `La estación del puerto mide viento de fuerza ${pick.number(4, 8)} ${place}. Aviso para embarcaciones menores durante ${pick.number(2, 9)} horas.`,
      ],
      [
        `La travesía llega con ${count} minutos de retraso`,
        `El transbordador llegó con ${count} minutos de retraso por ${pick(['niebla', 'mar de fondo', 'una avería en la rampa'])}.`,
      ],
      [
        `La lonja vende ${pick.number(80, 900)} cajas de ${pick(['sardina', 'jurel', 'calamar'])}`,
        `La primera subasta cerró con ${count} compradores, según la cofradía.`,
        'La lonja corrige el número de cajas',
      ],
      [
        `${count} barcos esperan entrada ${place}`,
        `Hay ${count} barcos a la espera ${place}, informó la autoridad portuaria.`,
        `Quedan ${count - 3} barcos a la espera ${place}`,
      ],
    ]);
  },
};
