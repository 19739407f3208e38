/** Whether a letter may belong to a label for an identifier, by its nearest neighbours alone. */

/**
 * Labels in other scripts, or in letters mixed from several, by what sets them apart; looked for only in texts of such scripts. In Cyrillic
 * and Greek "imei", dotted or spaced, "meid" and the beginning of "серийный".
 */
export const scriptLabel =
  /[иіιil1|][\s._*-]{0,2}[мμm][\s._*-]{0,2}[еэεe][\s._*-]{0,2}[ийіїιil1|]|[мμm][\s._*-]?[еεe][\s._*-]?[іιi1l][\s._*-]?d|[сcs][еe][рp][иіi][йе]|یم|يم|ايم|ایم|ام ا|م ای|ईएम|ई एम|इएम|ই ?এম|આઈએમ|ஐஎம்|ਆਈਐਮ|串[号號码碼]|识别|識別|아이엠|단말기|อีม|ไอเอ็ม|אימ|سيريال|تسلسل|سیریل|सीरियल|序列|序號|シリアル|製造番号|일련번호/i;

const SLASH = 47;
const [A, D, E, I, M, N, O, R, S, V, Y] = [97, 100, 101, 105, 109, 110, 111, 114, 115, 118, 121];

/**
 * `at` is an `m`, `s` or `#` of either case; true when its neighbours make it part of "imei", "meid", "serial", "s/n", "*#06#". One of these
 * signs is in every label, and most are done with after one neighbour.
 */
export function mayStartLabel(text: string, at: number): boolean {
  const code = text.charCodeAt(at) | 32;
  const next = text.charCodeAt(at + 1);
  if (code === M) return mayFollowM(next) && looksLikeImei(text, at);
  if (code === S) return (next | 32) === E || next > 127 ? looksLikeSerial(text, at) : looksLikeShortLabel(text, at, next);
  return text.startsWith('#06#', at) || text.startsWith('#6#', at);
}

/** "serial", "serie no", "seriennummer", "série", "seri no", "seriove", "seryjny" at the beginning of a word; no "series", no "serious". */
function looksLikeSerial(text: string, at: number): boolean {
  if (!isLetter(text, at + 2, R) || isAsciiLetter(text.charCodeAt(at - 1))) return false;
  if (isLetter(text, at + 3, Y)) return true;
  if (!isLetter(text, at + 3, I) && text.charCodeAt(at + 3) < 128) return false;
  const next = text.charCodeAt(at + 4);
  const afterNext = text.charCodeAt(at + 5);
  if (isLetter(text, at + 4, E)) return !isAsciiLetter(afterNext) || isLetter(text, at + 5, N);
  return !isAsciiLetter(next) || isLetter(text, at + 4, A) || (isLetter(text, at + 4, O) && (isLetter(text, at + 5, V) || afterNext > 127));
}

/** "sn", "s/n", "esn" as words of their own. */
function looksLikeShortLabel(text: string, at: number, next: number): boolean {
  if (next !== SLASH && (next | 32) !== N) return false;
  const last = next === SLASH ? at + 2 : at + 1;
  if (!isLetter(text, last, N) || isAsciiLetter(text.charCodeAt(last + 1))) return false;
  const before = next !== SLASH && isLetter(text, at - 1, E) ? at - 2 : at - 1;
  return !isAsciiLetter(text.charCodeAt(before));
}

/** E, 3, i, a, m, or no letter at all. */
function mayFollowM(code: number): boolean {
  const letter = code | 32;
  return !isAsciiLetter(code) || letter === E || letter === I || letter === A || letter === M;
}

/** The m of "imei", "imie", "imai", "immei", "emei", "meid", "iemi", "i.m.e.i" and their likes. */
function looksLikeImei(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const next = text.charCodeAt(at + 1);
  const afterNext = text.charCodeAt(at + 2);
  // "ímei", "mêid": letters with accents are folded later.
  if (next > 127) return mayBeEye(before) && mayBeEye(afterNext);
  const afterEye = isEye(before) || mayBeCut(before);
  const third = text.charCodeAt(at + 3);
  // Where a tag or reference ends before the m, the i may have stood there; then the label must end here.
  const afterMarkup = (before === 62 || before === 59) && !isAsciiLetter(third);
  switch (next | 32) {
    case 101: // e
    case 51: // 3
      if (isEye(afterNext) && isLetter(text, at + 3, D) && !isAsciiLetter(text.charCodeAt(at + 4))) return true;
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
        (isLetter(text, at - 1, E) && isLetter(text, at - 2, I))
      );
    case 97: // a
      return afterEye && isEi(afterNext) && !isAsciiLetter(text.charCodeAt(at + 3));
    case 109: // m
      return afterEye && (afterNext | 32) === 101 && isEye(third);
    default:
      return !isAsciiLetter(before) && !isAsciiLetter(next) && standsApart(text, at);
  }
}

/** "i.m.e.i", "I M E I", "m-e-i-d", "I<b>M</b>EI": an e behind one or two signs, or a letter alone in its element. */
function standsApart(text: string, at: number): boolean {
  if (text.charCodeAt(at + 1) === 60 && text.charCodeAt(at - 1) === 62) return true;
  if (isLetter(text, at + 2, E) && isLetter(text, at + 4, I) && isLetter(text, at + 6, D)) return true;
  if (!isEye(text.charCodeAt(at - 2)) && !isEye(text.charCodeAt(at - 3))) return false;
  return isLetter(text, at + 2, E) || isLetter(text, at + 3, E);
}

/** A tag or reference goes on, or a character that may be an i. */
function mayBeCut(code: number): boolean {
  return code === 60 || code === 38 || (code > 127 && mayBeEye(code));
}

function isEi(code: number): boolean {
  return (code | 32) === 105;
}

function isEye(code: number): boolean {
  return isEi(code) || code === 49 || (code | 32) === 108 || code === 124 || code === 33 || code === 0xa1;
}

/** Also i and l with accents, and any character of another alphabet; "même", "Drôme" and "système" hold other vowels. */
function mayBeEye(code: number): boolean {
  if (code < 0xa2) return isEye(code);
  if (code < 0x180)
    return (code & 0xdf) >= 0xcc && (code & 0xdf) <= 0xcf ? true : (code >= 0x128 && code <= 0x131) || (code >= 0x139 && code <= 0x142);
  return code !== 0xfffd;
}

function isAsciiLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}

function isLetter(text: string, at: number, lowerCase: number): boolean {
  return (text.charCodeAt(at) | 32) === lowerCase;
}
