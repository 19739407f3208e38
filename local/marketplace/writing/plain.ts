import { type Device, inText, label, type Way } from './way.ts';

/** `35-693803-564380-9`: type, serial and check digit apart, as boxes print them. */
function grouped(imei: string, separator: string): string {
  return [imei.slice(0, 2), imei.slice(2, 8), imei.slice(8, 14), imei.slice(14)].join(separator);
}

function labelled(write: (imei: string, device: Device) => string): Way['write'] {
  return (device) => inText(`${label(device)}: ${write(device.imei, device)}`);
}

/** Honest ways: whoever looks can read the number. */
export const plainWays: readonly Way[] = [
  { name: 'text', write: labelled((imei) => imei) },
  {
    name: 'spaces',
    write: labelled((imei, { random }) => (random.chance(0.5) ? grouped(imei, ' ') : imei.replace(/(.{3})(?=.)/g, '$1 '))),
  },
  { name: 'dashes', write: labelled((imei) => grouped(imei, '-')) },
  {
    name: 'slashes',
    write: labelled((imei, { random }) =>
      random.chance(0.5) ? grouped(imei, '/') : `${imei.slice(0, 8)}/${imei.slice(8, 14)}/${imei.slice(14)}`,
    ),
  },
  { name: 'dots', write: labelled((imei) => grouped(imei, '.')) },
  { name: 'title', write: ({ imei }) => [{ place: 'title', value: `IMEI ${imei}` }] },
  { name: 'details', write: (device) => [{ place: 'details', label: 'IMEI', value: device.imei }] },
  { name: 'json-ld-serial', needsStructuredData: true, write: ({ imei }) => [{ place: 'json-ld-serial', value: imei }] },
  { name: 'json-ld-identifier', needsStructuredData: true, write: ({ imei }) => [{ place: 'json-ld-identifier', value: imei }] },
  {
    name: 'two-slots',
    write: ({ imei, imei2, random }) =>
      inText(random.chance(0.5) ? `IMEI1: ${imei} IMEI2: ${imei2 ?? imei}` : `IMEI (slot 1) ${imei}\nIMEI (slot 2) ${imei2 ?? imei}`),
  },
  { name: 'no-check-digit', write: labelled((imei) => imei.slice(0, 14)) },
  { name: 'software-version', write: ({ imei, random }) => inText(`IMEISV: ${imei.slice(0, 14)}${random.int(10, 78)}`) },
  {
    name: 'serial',
    write: ({ serial, language }) =>
      inText(`${language === 'de' ? 'Seriennummer' : language === 'pl' ? 'Numer seryjny' : 'Serial number'}: ${serial ?? ''}`),
  },
];
