/** Screens of phones: the dialog of *#06# and the About page, of the two large systems. */

import type { Random } from '../../local/sample/random.ts';
import { barcodeSvg } from './barcode.ts';
import { grouped, groupings } from './numbers.ts';
import { type DrawnScene, numberOf, type SceneNumbers } from './scene.ts';

interface Look {
  ground: string;
  card: string;
  ink: string;
  dim: string;
  line: string;
}

function lookOf(random: Random): Look {
  return random.chance(0.4)
    ? { ground: '#000', card: '#1c1c1e', ink: '#fff', dim: '#98989f', line: '#38383a' }
    : { ground: '#f2f2f7', card: '#fff', ink: '#000', dim: '#7a7a80', line: '#d5d5da' };
}

function screen(content: string, { ground, ink }: Look, random: Random): DrawnScene {
  const font = random.pick(['Inter', 'Roboto', 'Open Sans', 'DejaVu Sans']);
  const time = `${random.int(1, 12)}:${random.int(10, 59)}`;
  return {
    isScreen: true,
    html: `<div style="width:390px;height:780px;background:${ground};color:${ink};font:16px '${font}',sans-serif;position:relative;overflow:hidden">
<div style="padding:14px 26px;font-weight:600;font-size:15px;display:flex;justify-content:space-between"><span>${time}</span><span>LTE ${random.int(9, 99)}%</span></div>${content}</div>`,
  };
}

/** iPhone: a sheet "Device Info" with barcodes under the numbers, or without on older systems. */
export async function iphoneDialog(numbers: SceneNumbers, random: Random): Promise<DrawnScene> {
  const look = lookOf(random);
  const withBars = random.chance(0.5);
  const item = async (name: string, value: string, shown = value) =>
    `<div style="margin:15px 0 0;text-align:center"><div style="font-size:15px">${name}${withBars ? '' : `<br>`} <span style="color:${look.ink}">${shown}</span></div>${
      withBars ? `<div style="background:#fff;margin:5px auto 0;width:310px;padding:5px 0">${await barcodeSvg(value, 290, 42)}</div>` : ''
    }</div>`;
  const imeis = await Promise.all(numbers.imeis.map((imei, index) => item(index === 0 ? 'IMEI' : 'IMEI2', imei, numberOf(imei, imei))));
  const sheet = [
    await item('EID', numbers.eid, `<span style="font-size:13px">${numbers.eid}</span>`),
    ...imeis,
    random.chance(0.5) ? await item('MEID', numbers.meid) : '',
  ];
  const title = random.pick(['Device Info', 'Geräteinformationen', 'Infos sur l’appareil', 'Información del dispositivo']);
  return screen(
    `<div style="position:absolute;left:0;right:0;bottom:0;top:150px;border-radius:14px 14px 0 0;background:${look.card};padding:16px"><div style="display:flex"><span style="color:#0a84ff">${random.pick(['Cancel', 'Done', 'Abbrechen'])}</span><b style="margin:0 auto">${title}</b></div>${sheet.join('')}</div>`,
    look,
    random,
  );
}

/** Android: a dialog over the keypad, numbers one below the other, some with the software version behind. */
export async function androidDialog(numbers: SceneNumbers, random: Random): Promise<DrawnScene> {
  const look = lookOf(random);
  const behind = random.chance(0.4) ? ` / ${random.digits(2)}` : '';
  const named = random.chance(0.5);
  const rows = await Promise.all(
    numbers.imeis.map(async (imei, index) => {
      const name = named ? `${random.pick(['IMEI', 'IMEI (slot ', 'IMEI'])}`.replace('(slot ', `(slot ${index + 1})`) : '';
      const bars = random.chance(0.25)
        ? `<div style="background:#fff;padding:4px 0;width:280px">${await barcodeSvg(imei, 260, 40)}</div>`
        : '';
      return `<div style="margin-top:12px">${name} ${name && random.chance(0.4) ? '<br>' : ''}${numberOf(imei, imei)}${behind}${bars}</div>`;
    }),
  );
  const more = random.chance(0.4) ? `<div style="margin-top:12px">S/N: ${numbers.serial}</div>` : '';
  return screen(
    `<div style="position:absolute;inset:44px 0 0;opacity:.45;display:grid;grid-template-columns:repeat(3,1fr);align-content:end;text-align:center;font-size:30px;gap:22px;padding-bottom:60px">${[...'123456789*0#'].map((key) => `<span>${key}</span>`).join('')}</div>
<div style="position:absolute;left:34px;right:34px;top:230px;background:${look.card};border-radius:22px;padding:22px;box-shadow:0 8px 40px #0006"><div style="font-size:20px;font-weight:500">${random.pick(['IMEI', 'Device info', 'IMEI-Nummer'])}</div>${rows.join('')}${more}<div style="text-align:right;color:#3a7afe;margin-top:20px">OK</div></div>`,
    look,
    random,
  );
}

/** iPhone: Settings, General, About: name left, value right, numbers in groups. */
export function iphoneAbout(numbers: SceneNumbers, random: Random): DrawnScene {
  const look = lookOf(random);
  const row = (name: string, value: string) =>
    `<div style="display:flex;justify-content:space-between;padding:11px 15px;border-bottom:1px solid ${look.line}"><span>${name}</span><span style="color:${look.dim}">${value}</span></div>`;
  const card = (rows: string[]) => `<div style="margin:18px 16px 0;background:${look.card};border-radius:11px">${rows.join('')}</div>`;
  const imeis = numbers.imeis.map((imei, index) =>
    row(index === 0 ? 'IMEI' : 'IMEI2', numberOf(imei, grouped(imei, groupings.apple, ' '))),
  );
  const first = [
    row('Model Name', 'iPhone'),
    row('Serial Number', numbers.serial),
    row('Capacity', `${random.pick(['64', '128', '256'])} GB`),
  ];
  const second = [
    row('Wi-Fi Address', macOf(random)),
    row('Bluetooth', macOf(random)),
    row('Modem Firmware', `${random.int(1, 5)}.${random.digits(2)}.01`),
    row('SEID', `${random.digits(12)}…`),
    `<div style="padding:11px 15px">EID<br><span style="font-size:13px;color:${look.dim}">${numbers.eid}</span></div>`,
  ];
  return screen(
    `<div style="text-align:center;font-weight:600">About</div>${card(first)}${card(random.chance(0.5) ? [...second, row('ICCID', numbers.iccid), ...imeis] : [row('ICCID', numbers.iccid), ...imeis, ...second])}`,
    look,
    random,
  );
}

/** Android: About phone or Status: name above, value below in grey. */
export function androidAbout(numbers: SceneNumbers, random: Random): DrawnScene {
  const look = lookOf(random);
  const way = random.pick([groupings.whole, groupings.whole, groupings.tac, groupings.eight]);
  const row = (name: string, value: string) =>
    `<div style="padding:10px 24px"><div>${name}</div><div style="color:${look.dim};font-size:14px">${value}</div></div>`;
  const imeis = numbers.imeis.map((imei, index) =>
    row(
      random.pick([`IMEI (SIM slot ${index + 1})`, `IMEI ${index + 1}`, 'IMEI', `IMEI (sim slot ${index + 1})`]),
      numberOf(imei, grouped(imei, way, '-')),
    ),
  );
  const others = [
    row('Phone number', 'Unknown'),
    row('Model', `SM-G${random.digits(3)}B`),
    row('Serial number', numbers.serial),
    row('IMEI SV', random.digits(2)),
    row('ICCID', numbers.iccid),
    row('Up time', `${random.int(1, 90)}:${random.digits(2)}:${random.digits(2)}`),
    row('Wi-Fi MAC address', macOf(random)),
  ];
  return screen(
    `<div style="padding:10px 24px;font-size:24px">${random.pick(['About phone', 'Status', 'Über das Telefon'])}</div>${[...others.slice(0, 3), ...imeis, ...others.slice(3)].join('')}`,
    look,
    random,
  );
}

function macOf(random: Random): string {
  return Array.from({ length: 6 }, () => random.int(16, 255).toString(16).toUpperCase()).join(':');
}
