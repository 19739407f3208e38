/** Whether a letter may belong to a label for an identifier, by its nearest neighbours alone. */

/** Labels in other scripts, by the letters that set them apart; looked for only in texts of such scripts. */
export const scriptLabel =
  /[МмΜμ]\W{0,2}[еЕeEΕεэЭ]|[іІΙι]\W{0,2}[mM]|یم|يم|ايم|ایم|ام ا|م ای|ईएम|ई एम|इएम|ই ?এম|આઈએમ|ஐஎம்|ਆਈਐਮ|串[号號码碼]|识别|識別|아이엠|단말기|อีม|ไอเอ็ม|אימ|ери[йе]|сери|سيريال|تسلسل|سیریل|सीरियल|序列|序號|シリアル|製造番号|일련번호/;

/** `at` is an `m`, `r`, `n` or `#` of either case; true when its neighbours make it part of "imei", "meid", "serial", "s/n", "*#06#". */
export function mayStartLabel(text: string, at: number): boolean {
  const code = text.charCodeAt(at) | 32;
  if (code === 109) return looksLikeImei(text, at);
  if (code === 35) return text.startsWith('#06#', at) || text.startsWith('#6#', at);
  // "serial", "serie", "seryjny"
  if (code === 114) return isLetter(text, at - 1, 'e') && isLetter(text, at - 2, 's') && 'iIyY'.includes(text.charAt(at + 1) || ' ');
  return looksLikeShortLabel(text, at);
}

/** "sn", "s/n", "esn" as words of their own. */
function looksLikeShortLabel(text: string, at: number): boolean {
  if (isAsciiLetter(text.charCodeAt(at + 1))) return false;
  if (text.charAt(at - 1) === '/') return isLetter(text, at - 2, 's') && !isAsciiLetter(text.charCodeAt(at - 3));
  if (!isLetter(text, at - 1, 's')) return false;
  const before = isLetter(text, at - 2, 'e') ? at - 3 : at - 2;
  return !isAsciiLetter(text.charCodeAt(before));
}

/** The m of "imei", "imie", "imai", "immei", "emei", "meid", "iemi", "i.m.e.i" and their likes. */
function looksLikeImei(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const next = text.charCodeAt(at + 1);
  const afterNext = text.charCodeAt(at + 2);
  // "ímei", "mêid": letters with accents are folded later.
  if (next > 127) return (isEye(before) || before > 127) && (isEye(afterNext) || afterNext > 127);
  const afterEye = isEye(before) || mayBeCut(before);
  const third = text.charCodeAt(at + 3);
  // Where a tag or reference ends before the m, the i may have stood there; then the label must end here.
  const afterMarkup = (before === 62 || before === 59) && !isAsciiLetter(third);
  switch (next | 32) {
    case 101: // e
    case 51: // 3
      if (isEye(afterNext) && isLetter(text, at + 3, 'd') && !isAsciiLetter(text.charCodeAt(at + 4))) return true;
      if (!afterEye && !afterMarkup && !((before | 32) === 101 && !isAsciiLetter(third))) return false;
      return (
        isEi(afterNext) ||
        (isEye(afterNext) && !isAsciiLetter(text.charCodeAt(at + 3))) ||
        mayBeCut(afterNext) ||
        (afterNext | 32) === 121 ||
        (afterNext | 32) === 117
      );
    case 105: // i
      return (
        ((afterEye || afterMarkup) && (afterNext | 32) === 101 && !isAsciiLetter(third)) ||
        (isLetter(text, at - 1, 'e') && isLetter(text, at - 2, 'i'))
      );
    case 97: // a
      return afterEye && isEi(afterNext) && !isAsciiLetter(text.charCodeAt(at + 3));
    case 109: // m
      return afterEye && (afterNext | 32) === 101 && isEye(third);
    default:
      return !isAsciiLetter(before) && !isAsciiLetter(next) && standsApart(text, at);
  }
}

/** "i.m.e.i", "I M E I", "I<b>M</b>EI": an e behind one or two signs, or a letter alone in its element. */
function standsApart(text: string, at: number): boolean {
  if (text.charCodeAt(at + 1) === 60 && text.charCodeAt(at - 1) === 62) return true;
  if (!isEye(text.charCodeAt(at - 2)) && !isEye(text.charCodeAt(at - 3))) return false;
  return isLetter(text, at + 2, 'e') || isLetter(text, at + 3, 'e');
}

/** A tag, a reference or a character of another alphabet goes on. */
function mayBeCut(code: number): boolean {
  return code === 60 || code === 38 || code > 127;
}

function isEi(code: number): boolean {
  return (code | 32) === 105;
}

function isEye(code: number): boolean {
  return isEi(code) || code === 49 || (code | 32) === 108 || code === 124 || code === 33 || code === 0xa1;
}

function isAsciiLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}

function isLetter(text: string, at: number, letter: string): boolean {
  return (text.charCodeAt(at) | 32) === letter.charCodeAt(0);
}
