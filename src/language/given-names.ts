/** Given names that are near each other by their letters: Marta beside María is another woman, not a slip. */
import { wordLines } from './lists.ts';

export const givenNames: ReadonlySet<string> = new Set(
  wordLines(`
    maría maria marie marta martha mario marco marcos marcus martin martín martine marina mariana marian marianne
    mathias matthias matthew mathieu
    carlos carla carlo carol clara claire klara laura laure laurent lauren paula paola paolo pablo paulo paulina
    pauline louis louise luisa luigi lucía lucia lucie lucio lucas lukas elena elisa elise eliza elias ellen helena
    helen helene hélène irene irina julia julio julie julien julian juliana daniel daniela danielle daria dario
    simon simone simona anna annie hanna hannah joana joanna johanna johann jonas jonah jonathan peter petra pietro
    pedro stefan stefano stefanie stephen steven steffen andrea andreas andrei andrés andrew andré alexis alexei
    alex alessia alessio sandra sandro sonia sonja tania tanja silvia silvio sylvia sylvie victor viktor vittorio
    victoria viktoria valerie valeria valerio valery xavier javier ramón raimon román roman romain robin robert
    roberto roberta rupert erika erica patrick patricia patrizia nicola nicolas nikolas nicole nikola michel michael
    michele michelle mikhail miguel michał gabriel gabriela gabriele gabrielle raphael rafael rafaela emile emilie
    emilia emilio emily
    марія мария марина марта дарья дарія данила данило даниил ирина ірина елена олена алена алёна алина аліна галина
    ганна анна жанна яна инна нина ніна антон антонина алексей олексій александр александра олександр олександра
    μαρία μαρίνα μαρίνος μάριος μάρθα ελένη ελίνα άννα ιωάννα ιωάννης γιάννης γιάννα νίκος νίκη κώστας στέλιος στέλλα
  `).split(' '),
);
