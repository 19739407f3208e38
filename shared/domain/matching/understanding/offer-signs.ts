/** Small things a seller says of the offer, not of the phone: no box, must go today, a lock that only the owner opens. */

import { denials } from './mark-damage.ts';
import { StemTable } from './stem-table.ts';
import { stems } from './stems.ts';

/** They tell how an offer came about, never which phone it is. */
export type OfferSign = 'tied-to-account' | 'phone-alone' | 'must-go' | 'boxed' | 'shop';

/** Languages as in mark-damage.ts. */
const phrases = new StemTable<OfferSign | 'account' | 'lock' | 'box' | 'anything'>([
  [
    'account',
    stems(`icloud, apple id, appleid, activation lock, activation, google account, google lock, google locked, frp, mdm, passcode, password, pin code, screen lock, account, aktivierungssperre, google konto, google-konto, konto, passwort, verrouillage d'activation, compte, mot de passe,
      cuenta, contraseña, código, account, codice, conta, senha, konto, hasło, wachtwoord, cont, parol*, heslo, hesap, şifre, айклауд, аккаунт, пароль, пароля, эпл айди, апл айди, гугл аккаунт, акаунт, айклауд`),
  ],
  [
    'lock',
    stems(`locked, lock, forgot, forgotten, unknown, attached, still on, signed in, blocked, gesperrt, sperre, vergessen, angemeldet, verrouill, bloqu, oublié, bloquead, olvid, no recuerdo, bloccat, dimenticat, esquec, zablokowan, blokad, zapomni, nie pamiętam, vergrendeld, geblokkeerd, vergeten, blocat, uitat, zablokovan, zapomn, kilit, unut,
      залоч, заблок, блокиров, забыл, не помню, заблоков, забув`),
  ],
  [
    'phone-alone',
    stems(`phone only, handset only, device only, bare phone, bare handset, just the phone, just phone, just the handset, no box, no charger, no accessories, without box, without charger, boxless, unboxed, nur das handy, nur handy, nur das gerät, nur gerät, nur das iphone, nur das smartphone, ohne ovp, ohne zubehör, ohne karton, ohne originalverpackung, ohne verpackung, ohne ladegerät,
      téléphone seul, sans boîte, sans boite, sans chargeur, sans accessoire, solo el móvil, solo el movil, solo el teléfono, solo el telefono, solo móvil, solo teléfono, solo terminal, sin caja, sin cargador, sin accesorios, solo telefono, solo il telefono, solo cellulare, senza scatola, senza caricatore, senza accessori, só o telemóvel, só o celular, somente o aparelho, só o telefone, sem caixa, sem carregador,
      sam telefon, sam tel, bez pudełka, bez ładowarki, bez opakowania, alleen de telefoon, alleen telefoon, losse telefoon, zonder doos, zonder oplader, doar telefonul, fără cutie, fara cutie, fără încărcător, pouze telefon, jen telefon, bez krabice, bez nabíječky, sadece telefon, kutusuz, kutusu yok, sade telefon, только телефон, сам телефон, без коробки, без зарядки, без комплекта, тільки телефон, лише телефон, без зарядного`),
  ],
  [
    'must-go',
    stems(`quick sale, must go, must sell, need gone, needs gone, need it gone, need to go, needs to go, need cash, cash only, sell fast, selling fast, gone today, urgent, asap, muss schnell weg, schnell weg, muss weg, schnellverkauf, dringend, vente rapide, doit partir, urge, urge vender, venta rápida, venta rapida, vendita veloce, vendo subito, venda rápida,
      pilne, pilnie, na już, szybka sprzedaż, moet weg, snel weg, spoed, vând rapid, vand rapid, spěchá, rychle prodám, acil, срочно, терміново, срочная продажа`),
  ],
  [
    'box',
    stems(`boxed, box, boxes, original packaging, packaging, receipt, invoice, proof of purchase, full set, ovp, originalverpackung, originalkarton, karton, rechnung, kaufbeleg, quittung, boîte, boite, facture, emballage, caja, factura, ticket de compra, scatola, scontrino, fattura, caixa, fatura, nota fiscal, pudełk, opakowani, paragon, faktur, dowód zakupu, doos, bon, factuur, cutie, factură, factura, krabic, účtenk, kutu, kutusu, fatura,
      коробк, чек, документы, полный комплект, повний комплект`),
  ],
  [
    'shop',
    stems(`store stock, in stock, refurbished, refurb, renewed, grade a, grade b, grade c, condition a, condition b, condition c, vat, warranty included, warranty provided, months warranty, month warranty, day warranty, days warranty, year warranty, warranty, returns accepted, our shop, our store, visit us, visit our shop, visit our store, high street store, cex, trade-in, trade in, free delivery, next day delivery, phone shop,
      händler, haendler, gewährleistung, monate garantie, generalüberholt, gebrauchtwarenhändler, ladengeschäft, reconditionné, boutique, magasin, garantie 6 mois, garantie 12 mois, garantie 24 mois, reacondicionad, tienda física, tienda, garantía, ricondizionat, negozio, garanzia, recondicionad, loja, garantia, sklep, gwarancj, vat marża, faktura vat, winkel, magazin, recondiționat, prodejna, záruka, mağaza, garanti,
      магазин, гарантия, гаранті, восстановлен, оптом`),
  ],
]);

/** In no order; a clause that denies ("no box", "not iCloud locked") is taken for what it says. */
export function readOfferSigns(text: string): OfferSign[] {
  const found = new Set<OfferSign>();
  for (const clause of text
    .toLowerCase()
    .split(/[.,;:!?\n•|]+|\s[-–—]\s|(?<!\p{L})(?:but|aber|mais|pero|però|mas|ale|maar|но|але)(?!\p{L})/u)) {
    const said = phrases.in(clause);
    const denied = denials.test(clause);
    if (said.includes('phone-alone')) found.add('phone-alone');
    if (said.includes('must-go')) found.add('must-go');
    if (said.includes('account') && said.includes('lock') && !isUnlocked(clause)) found.add('tied-to-account');
    if (said.includes('box') && !denied && !/box ?less/.test(clause) && !said.includes('phone-alone')) found.add('boxed');
    if (said.includes('shop') && !denied && !/manufacturer|apple warranty|restgarantie|herstellergarantie/.test(clause)) found.add('shop');
  }
  return [...found];
}

/** "Not iCloud locked", "iCloud unlocked": forgetting and not remembering are denials of another kind. */
function isUnlocked(clause: string): boolean {
  if (/unlock|removed|entsperrt|débloqué|desbloque|sbloccat|odblokowan|разблок|отвязан|free/.test(clause)) return true;
  return /(?<!\p{L})(?:no|not|never|without|isn'?t|nicht|kein|keine|ohne|pas|sans|sin|non|senza|sem|não|bez|nie ma|nie jest|geen|niet|fără|není|не з|не б|без)(?!\p{L})/u.test(
    clause,
  );
}
