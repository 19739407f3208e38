/** Photos full of numbers, none of which names a phone. */

import type { Random } from '../../local/sample/random.ts';
import { barcodeSvg } from './barcode.ts';
import { withLuhn } from './luhn.ts';
import type { DrawnScene, SceneNumbers } from './scene.ts';

function paper(html: string, style = ''): DrawnScene {
  return {
    isScreen: false,
    html: `<div style="width:420px;padding:22px;background:#fcfcf8;color:#151515;font:15px 'Inter',sans-serif;${style}">${html}</div>`,
  };
}

export async function simCard(numbers: SceneNumbers): Promise<DrawnScene> {
  return paper(
    `<b>SIM card</b><div style="margin:12px 0">ICCID<br>${numbers.iccid.match(/.{1,4}/g)?.join(' ') ?? ''}</div>${await barcodeSvg(numbers.iccid, 360, 46)}<div>PIN ****  PUK ********</div>`,
  );
}

export async function parcel(_: SceneNumbers, random: Random): Promise<DrawnScene> {
  const tracking = random.pick([withLuhn(`35${random.digits(12)}`), `00340${random.digits(15)}`, `JJD00${random.digits(15)}`]);
  return paper(
    `<b>DHL PAKET</b><div>Sender: A. Shop, Hamburg</div><hr><div>${random.pick(['Tracking no.', 'Sendungsnummer', 'Tracking number'])} ${tracking}</div>${await barcodeSvg(tracking, 370, 70)}<div>Weight ${random.int(1, 9)}.${random.digits(1)} kg &nbsp; Order ${random.digits(3)}-${random.digits(7)}</div>`,
  );
}

export function giftCard(_: SceneNumbers, random: Random): DrawnScene {
  const number = withLuhn(`${random.pick(['63', '60', '35'])}${random.digits(12)}`);
  return paper(
    `<div style="font-size:28px">Gift card</div><div style="margin-top:60px">Card number ${number.match(/.{1,5}/g)?.join(' ') ?? ''}</div><div>PIN ${random.digits(4)}</div>`,
    'background:linear-gradient(130deg,#e8b4ff,#a0d0ff);border-radius:18px',
  );
}

export function receipt(_: SceneNumbers, random: Random): DrawnScene {
  const lines = Array.from(
    { length: 5 },
    () =>
      `<div style="display:flex;justify-content:space-between"><span>ITEM ${random.digits(6)}</span><span>${random.int(1, 99)}.${random.digits(2)}</span></div>`,
  );
  return paper(
    `<center>PHONE STORE<br>VAT GB${random.digits(9)}</center>${lines.join('')}<hr><div>AUTH CODE ${withLuhn(`35${random.digits(12)}`)}</div><div>ORDER NO ${random.digits(15)}</div><div>EAN ${random.digits(13)}</div>`,
    "font-family:'DejaVu Sans Mono',monospace;width:330px",
  );
}

export function lockScreen(_: SceneNumbers, random: Random): DrawnScene {
  return {
    isScreen: true,
    html: `<div style="width:390px;height:780px;background:linear-gradient(#243b6b,#8a4f7d);color:#fff;font:18px 'Inter',sans-serif;text-align:center"><div style="padding-top:120px;font-size:80px">${random.int(1, 12)}:${random.int(10, 59)}</div>Friday 27 November</div>`,
  };
}

export function storageSettings(numbers: SceneNumbers, random: Random): DrawnScene {
  const row = (name: string, value: string) =>
    `<div style="padding:11px 20px"><div>${name}</div><div style="color:#777;font-size:14px">${value}</div></div>`;
  return {
    isScreen: true,
    html: `<div style="width:390px;height:780px;background:#fff;color:#000;font:16px 'Roboto',sans-serif"><div style="padding:24px 20px;font-size:24px">About phone</div>${[row('Serial number', numbers.serial), row('ICCID', numbers.iccid), row('EID', numbers.eid), row('Build number', `TP1A.${random.digits(6)}.${random.digits(3)}`), row('Kernel', `5.10.${random.digits(3)}-android12-${random.digits(13)}`)].join('')}</div>`,
  };
}
