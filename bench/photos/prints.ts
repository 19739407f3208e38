/** What is printed or engraved: the label of a box, the back of a phone, the tray of the SIM card. */

import type { Random } from '../../local/sample/random.ts';
import { barcodeSvg } from './barcode.ts';
import { grouped, groupings } from './numbers.ts';
import { type DrawnScene, numberOf, type SceneNumbers } from './scene.ts';

/** The white label on the back of a box, small letters between barcodes. */
export async function boxLabel(numbers: SceneNumbers, random: Random): Promise<DrawnScene> {
  const font = random.pick(['Inter', 'Roboto', 'Open Sans', 'DejaVu Sans', 'DejaVu Sans Condensed']);
  const code = async (name: string, value: string, shown = value) =>
    `<div style="margin:7px 0"><div>${await barcodeSvg(value, random.int(230, 320), random.int(24, 40))}</div><div style="font-size:${random.pick([10, 11, 12, 13])}px">${name} ${shown}</div></div>`;
  const labels = random.pick([
    ['IMEI/MEID', 'IMEI2'],
    ['IMEI', 'IMEI2'],
    ['IMEI 1:', 'IMEI 2:'],
    ['IMEI1', 'IMEI2'],
    ['IMEI (1)', 'IMEI (2)'],
  ]);
  const way = random.weighted([groupings.whole, groupings.apple], (each) => (each === groupings.whole ? 4 : 1));
  const imeis = await Promise.all(
    numbers.imeis.map((imei, index) => code(labels[index] ?? 'IMEI', imei, numberOf(imei, grouped(imei, way, ' ')))),
  );
  const others = await Promise.all([
    code('(S) Serial No.', numbers.serial),
    code(random.pick(['UPC', 'EAN']), numbers.ean),
    random.chance(0.6) ? code('ICCID', numbers.iccid) : '',
    random.chance(0.4) ? code('EID', numbers.eid) : '',
  ]);
  const model = `iPhone ${random.int(8, 16)}, ${random.pick(['Black', 'Blue', 'Midnight'])}, ${random.pick([64, 128, 256])}GB`;
  return {
    isScreen: false,
    html: `<div style="width:560px;padding:18px;background:#fdfdfb;color:#111;font:12px '${font}',sans-serif;box-shadow:0 3px 14px #0005">
<div style="font-size:16px">${model}</div><div style="font-size:9px">Model A${random.digits(4)} · Designed in California · Other items as marked thereon</div>
<div style="columns:${random.pick([1, 2])};column-gap:22px">${random.shuffled([...imeis, ...others]).join('')}</div></div>`,
  };
}

/** Fine light letters on metal or glass. */
export function engraving(numbers: SceneNumbers, random: Random): DrawnScene {
  const [metal, ink] = random.pick([
    ['#b9bcc0', '#55585c'],
    ['#2b2d31', '#b9bbbf'],
    ['#d9c9b4', '#6d5f4f'],
    ['#e7e8ea', '#77797d'],
  ] as const);
  const [imei = ''] = numbers.imeis;
  const way = random.pick([groupings.whole, groupings.apple]);
  return {
    isScreen: false,
    html: `<div style="width:430px;height:260px;border-radius:34px;background:linear-gradient(120deg,${metal},${metal} 40%,#fff3,${metal} 60%);background-color:${metal};color:${ink};font:13px 'Inter',sans-serif;text-align:center;display:grid;align-content:center;gap:6px">
<div style="font-size:26px">iPhone</div><div>Designed by Apple in California&nbsp; Assembled in China</div><div>Model A${random.digits(4)}&nbsp; FCC ID: BCG-E${random.digits(4)}A&nbsp; IC: 579C-E${random.digits(4)}A</div>
<div style="font-size:${random.pick([14, 15, 16])}px">IMEI: ${numberOf(imei, grouped(imei, way, ' '))}</div></div>`,
  };
}

/** The sticker under the battery of older phones. */
export async function batterySticker(numbers: SceneNumbers, random: Random): Promise<DrawnScene> {
  const rows = await Promise.all(
    numbers.imeis.map(
      async (imei, index) =>
        `<div>IMEI${numbers.imeis.length > 1 ? index + 1 : ''}: ${numberOf(imei, imei)}</div>${random.chance(0.5) ? await barcodeSvg(imei, 240, 26) : ''}`,
    ),
  );
  return {
    isScreen: false,
    html: `<div style="width:330px;padding:14px;background:#f3f3ef;color:#222;font:12px 'Roboto',sans-serif"><b>SAMSUNG ELECTRONICS</b><div>MODEL: SM-J${random.digits(3)}F &nbsp; SSN: -${random.digits(7)}</div>${rows.join('')}<div>S/N: ${numbers.serial}</div><div style="font-size:9px">MADE IN VIETNAM CE 0168</div></div>`,
  };
}
