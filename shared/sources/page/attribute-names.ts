import { type Attributes, attributeNames } from '../../domain/listing.ts';
import { oneLine } from './text.ts';

/** What platforms call their fields for a device, in the languages of the marketplaces. */
const called: Record<(typeof attributeNames)[number], string> = {
  brand:
    'brand make manufacturer marke hersteller marque fabricant marca fabricante merk fabrikant marka producent značka výrobce märke tillverkare mærke merke merkki producator producător марка бренд производитель виробник márka marcă',
  model: 'model modell modèle modele modelo modello malli модель модел model_name model_no phone_model modell/typ',
  colour: 'colour color farbe couleur coloris cor colore kleur kolor barva farba culoare färg farve farge väri цвят цвет колір szín renk',
  storage:
    'storage capacity storage_capacity storage_size internal_storage internal_memory memory memory_size speicher speicherkapazität speicherplatz interner_speicher stockage capacité capacité_de_stockage mémoire almacenamiento capacidad capacidad_de_almacenamiento memoria memoria_interna armazenamento armazenamento_interno memória memória_interna capacità archiviazione capacità_di_archiviazione opslag opslagcapaciteit pamięć pamięć_wewnętrzna pamięć_wbudowana kapacita paměť úložiště capacitate memorie memorie_interna lagring lagringskapacitet lagerkapacitet minne lagringsplass памет память встроенная_память объём_памяти памʼять tárhely depolama hafıza dahili_hafıza',
};

const attributeOf = new Map(
  attributeNames.flatMap((name) => called[name].split(' ').map((word) => [word.replaceAll('_', ' '), name] as const)),
);

/** None of the names is longer, blanks and colon around it included. */
const longestName = 60;
/** A field that is longer says more than one thing. */
const longestValue = 60;

/** Which field of a device a label stands for: `Colour:` and `Farbe` are the colour. */
function attributeNamed(label: string): keyof Attributes | undefined {
  if (label.length > longestName) return undefined;
  return attributeOf.get(
    oneLine(label)
      .replace(/[:：?*]+$/, '')
      .trim()
      .toLowerCase(),
  );
}

/** The device as pairs of label and value describe it; the first value of a field counts. */
export function attributesOf(pairs: Iterable<readonly [label: string, value: string]>): Attributes | undefined {
  const found: Attributes = {};
  for (const [label, written] of pairs) {
    const name = attributeNamed(label);
    if (name === undefined) continue;
    const value = oneLine(written);
    // A label that follows a label is the next column's head.
    if (value !== '' && value.length <= longestValue && attributeNamed(value) === undefined) found[name] ??= value;
  }
  return Object.keys(found).length === 0 ? undefined : found;
}
