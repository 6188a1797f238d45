/**
 * Bodies that each language abbreviates in its own way: WHO, OMS, ΠΟΥ, ВОЗ. A translation takes one over and writes the other;
 * so do two agencies whose copy came together.
 */

/** One body a line; its abbreviations in whatever language. No two bodies share one: ISS and МКС are left out. */
const bodies = `
WHO OMS ΠΟΥ ВОЗ ВООЗ
UN ONU UNO ΟΗΕ ООН
NATO OTAN ΝΑΤΟ НАТО الناتو
EU UE ΕΕ ЕС ЄС
IMF FMI IWF ΔΝΤ МВФ
ECB BCE EZB ΕΚΤ ЕЦБ ЄЦБ
OSCE OSZE ΟΑΣΕ ОБСЕ ОБСЄ
IAEA OIEA AIEA IAEO ΔΟΑΕ МАГАТЭ МАГАТЕ
OECD OCDE OCSE ΟΟΣΑ ОЭСР ОЕСР
OPEC OPEP ΟΠΕΚ ОПЕК
WTO OMC ΠΟΕ ВТО СОТ
UNHCR ACNUR HCR
ECHR TEDH CEDH EGMR ΕΔΔΑ ЕСПЧ ЄСПЛ
ICRC CICR IKRK ΔΕΕΣ МККК
ICJ CIJ IGH ΔΔΔ
ILO OIT IAO ΔΟΕ МОТ МОП
EMA AEM ΕΜΑ
FATF GAFI ГАФИ
WFP PMA ПМА
`;

/** The body that an abbreviation names; undefined for one that is unknown. */
export const abbreviatedBodies: ReadonlyMap<string, string> = new Map(
  bodies
    .trim()
    .split('\n')
    .flatMap((line) => line.split(' ').map((abbreviation): [string, string] => [abbreviation, line])),
);
