/** What a labelled photo shows, as a piece of a page. */

export interface SceneNumbers {
  imeis: string[];
  iccid: string;
  eid: string;
  meid: string;
  serial: string;
  ean: string;
}

export interface DrawnScene {
  html: string;
  /** Shown on a screen, which photos show smaller and screenshots whole; else printed or engraved. */
  isScreen: boolean;
}

/** A number that is to be read; the drawer may hide it. The name is found again when the photo is checked. */
export function numberOf(imei: string, written: string): string {
  return `<span class="number" data-imei="${imei}">${written}</span>`;
}
