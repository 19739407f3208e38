// Runs in the page that a labelled photo is taken of.

/** Hides every number as sellers do, its barcodes too; `end` covers the last digits only. */
globalThis.censorAll = (way) => {
  for (const bars of document.querySelectorAll('svg')) bars.remove();
  for (const number of document.querySelectorAll('.number')) censor(number, way);
};

const scrawl = 'M0 4 8 17 16 2 26 18 35 3 46 17 55 2 66 18 75 3 86 17 99 3M0 12H100M2 6 98 15';

function censor(number, way) {
  number.style.position = 'relative';
  number.style.display = 'inline-block';
  if (way === 'blur') number.style.filter = 'blur(6px)';
  else if (way === 'x') number.textContent = number.textContent.slice(0, 8) + number.textContent.slice(8).replace(/\d/g, 'x');
  else if (way === 'scribble') {
    const style = 'position:absolute;inset:-4px;width:110%;height:140%';
    const pen = 'fill="none" stroke="#c22" stroke-width="4"';
    number.insertAdjacentHTML(
      'beforeend',
      `<svg viewBox="0 0 100 20" preserveAspectRatio="none" style="${style}"><path d="${scrawl}" ${pen}/></svg>`,
    );
  } else {
    const cover = document.createElement('span');
    cover.style.cssText = `position:absolute;inset:-2px -3px;background:#111;${way === 'end' ? 'left:62%' : ''}`;
    number.append(cover);
  }
}

/** The thing takes this share of the photo's width or height. */
globalThis.fillFrame = (share) => {
  const [shot, thing] = ['#shot', '#thing'].map((id) => document.querySelector(id));
  if (thing === null) return;
  const fit = Math.min(shot.offsetWidth / thing.offsetWidth, shot.offsetHeight / thing.offsetHeight);
  thing.style.setProperty('--scale', String(share * fit));
};

/** The numbers that lie in the picture with all their digits. */
globalThis.framedNumbers = () => {
  const frame = document.querySelector('#shot').getBoundingClientRect();
  const isInside = (box) => box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
  const numbers = Array.from(document.querySelectorAll('.number'));
  return numbers.filter((each) => isInside(each.getBoundingClientRect())).map((each) => each.dataset.imei);
};
