/**
 * The words that tell an appeal, a wanted advert, a service or an accessory from a phone for sale. Languages in order: English, German,
 * French, Spanish, Italian, Portuguese, Polish, Dutch, Romanian, Czech, Turkish, Russian, Ukrainian.
 */

import { StemTable } from './understanding/stem-table.ts';
import { stems } from './understanding/stems.ts';

/** What an owner writes who wants the phone back: `stolen` and `plea` weigh two points, the others one. */
export const appeals = new StemTable<'stolen' | 'plea' | 'theft' | 'reward' | 'request'>([
  [
    'stolen',
    stems(`gestohlen, geklaut, entwendet, geraubt, volé, volée, dérobé, on m'a volé, robado, robada, robaron, hurtado, hurtada, sustraído, rubato, rubata, rubaron, scippat, roubado, roubada, furtado, furtada, roubaram,
      skradzion, ukradzion, ukradli, ukradł, skradli, gestolen, gejat, furat, furată, s-a furat, ukraden, odcizen, ukradli, çalındı, çalıntı, çaldırdım, украден, украли, похищен, похитили, угнали, вкрали, вкраден, викраден, поцупили`),
  ],
  [
    'plea',
    stems(`avis de vol, avis de recherche, avviso di furto, aviso de robo, zgłoszenie kradzieży, have you seen, has anyone seen, has anybody seen, have u seen, anyone seen my, anyone seen this, anybody seen, do not buy this, do not buy it, do not buy my, don't buy this, don't buy it, dont buy this, dont buy it, please don't buy, never buy this, if you are offered, if offered, crime ref, crime number, police report, police ref, reported stolen, reported to the police,
      nicht kaufen, bitte nicht kaufen, wer hat es gesehen, wer hat mein, wer hat das handy, bitte melden wenn, anzeige erstattet, ne pas acheter, n'achetez pas, ne l'achetez pas, si vous le voyez, si quelqu'un, no comprar, no lo compréis, no lo compren, si alguien lo ve, si alguien lo encuentra, denunciado, non comprate, non comprare, se qualcuno lo, chi lo ha visto, denunciato, não comprem, não compre, se alguém vir, se alguém encontrar,
      nie kupuj, nie kupować, kto widział, ktokolwiek widział, zgłoszono na policj, niet kopen, wie heeft, aangifte gedaan, nu cumpărați, nu cumparati, cine a văzut, nekupujte, kdo viděl, almayın, satın almayın, gören, не покупайте, не покупать, кто видел, если увидите, если вам предложат, заявление в полици, не купуйте, хто бачив, якщо побачите`),
  ],
  [
    'theft',
    stems(
      'stolen, theft, thief, thieves, robbed, snatched, mugged, taken from, went missing, vermisst, perdu, perdue, extraviado, extraviada, smarrit, zaginął, zgubion, zgubił, kradzież, vermist, pierdut, ztracen, kayıp, кража, потерял, потерян, утерян, пропал, загубл',
    ),
  ],
  [
    'reward',
    stems(
      'reward, no questions asked, sentimental, belohnung, finderlohn, récompense, recompensa, ricompensa, nagrod, beloning, recompens, odměn, ödül, вознагражд, винагород',
    ),
  ],
  [
    'request',
    stems(
      'help me find, help me get, help me trace, help find, please share, look out for, keep an eye out, please return, please call if, bitte melden, pomóżcie, сообщите, верните, помогите найти, поверніть, допоможіть',
    ),
  ],
]);

/** Not stolen: the words of an honest seller, and what follows up to three words later. */
export const denial =
  /(?<!\p{L})(?:not|never|isn'?t|aren'?t|wasn'?t|no|neither|nicht|kein\p{L}*|pas|jamais|non|né|ni|sin|nie|niet|geen|não|sem|nu|není|bez|не|ні|без)(?!\p{L}) (?:[\p{L}'-]+ ){0,3}?(?:stolen|lost|robbed|blocked|theft|gestohlen|geklaut|geraubt|volé|perdu|perdid[oa]|robad[oa]|robo|hurtad[oa]|rubat[oa]|roubad[oa]|furtad[oa]|kradzion\p{L}*|skradzion\p{L}*|gestolen|furat|kraden\p{L}*|ukraden\p{L}*|çalıntı|краден\p{L}*|украден\p{L}*|ворован\p{L}*)(?!\p{L})(?: (?:or|oder|ou|o|ni|lub|of|или|чи) \p{L}+)?|çalıntı değil/gu;

/** At the head of a title. */
export const wanted = new RegExp(
  `^[^\\p{L}]*(?:i(?:'m| am)? |we |i'll |will |can |cash )*(?:urgently )?(?:${[
    'wanted|wtb|want(?:ing)? to buy|buy(?:ing)?(?= (?!now))|looking (?:for|to buy)|in search of|iso(?= )|seeking|paid for|for your|sell (?:me|us) your',
    'suche|kaufe|ankauf|gesucht|recherche|cherche|achète|achat|rachat|busco|compro|compramos|se busca|cerco|acquisto|acquistiamo|procuro|compra-se',
    'kupię|kupie|szukam|skup|poszukuj|gezocht|gevraagd|zoek|ik zoek|te koop gevraagd|cumpăr|cumpar|caut|koupím|hledám|výkup|arıyorum|alıyorum|aranıyor',
    'куплю|ищу|скупка|скупаем|выкуп|купим|шукаю|скупаю',
  ].join('|')})(?!\\p{L})|(?<!\\p{L})(?:wanted|gesucht|aranıyor|alınır|gezocht)[^\\p{L}]*$`,
  'u',
);

/** In a title, unless the phone itself waits for it ("for repair", "на ремонт"). */
export const service =
  /(?<!(?:for|needs?|needing|after|zur|zu|à|para|per|da|do|na|voor|pentru|на|под|после|для|потребує|requires?) )(?<!(?:spares?|parts?|broken|ersatzteile?|teile|pièces|piezas|pezzi|peças|części|onderdelen) ?(?:or|and|&|\/|\+|oder|und|ou|et|o|y|e|lub|i|of|en) ?)(?<!\p{L})(?:(?:phone|iphone|mobile|screen|samsung|galaxy|battery|back glass|laptop)? ?(?:repairs?|repairing|repair service)(?! ?(?:ed|able))|unlocking(?: service)?|unlock service|icloud removal|frp removal|screen replacement service|we (?:repair|fix|unlock|buy)|reparatur\p{L}*|display-?tausch|réparations?|déblocage|reparaci[oó]n\p{L}*|desbloqueo|liberaci[oó]n|riparazion\p{L}*|sblocco|conserto|repara[çc][ãa]o|desbloqueio|napraw[ay]|wymiana (?:szyb|ekran|bateri|wyświetlacz)\p{L}*|reparatie|repara[țt]ii|deblocare|opravy?|tamir\p{L}*|ремонт|замена (?:стекл|экран|диспле|аккумулятор|батаре)\p{L}*|заміна (?:скл|екран|диспле)\p{L}*|разблокировка)(?!\p{L})/u;

/** Lie beside a phone, or protect it. */
const accessories =
  'cases?|covers?|bumpers?|chargers?|charging cables?|cables?|leads?|adapters?|adaptors?|plugs?|power banks?|screen protectors?|glass protectors?|protectors?|tempered glass|privacy glass|straps?|lanyards?|holders?|mounts?|stands?|docks?|lens protectors?|skins?|wallets?|pouch(?:es)?|earphones|headphones|earbuds|stylus|s pen|hüllen?|handyhüllen?|schutzhüllen?|panzerglas|schutzglas|displayschutz|ladekabel|ladegerät|netzteil|coques?|étuis?|housse|chargeur|verre trempé|vitre de protection|fundas?|carcasas?|cargador|cristal templado|protector de pantalla|custodi[ae]|caricatore|caricabatterie|vetro temperato|pellicola|capas?|capinhas?|carregador|película|etui|pokrowiec|szkło(?: hartowane)?|ładowarka|kabel|hoesjes?|oplader|husă|husa|huse|încărcător|folie|obal|kryt|pouzdro|nabíječka|tvrzené sklo|kılıf|şarj aleti|чехлы?|чехол|бампер|стекло|защитное стекло|зарядка|зарядное|кабель|плёнка|пленка|чохол|скло|zaryadno|kalaf|protektor';
/** Come out of a phone; a phone may be sold for its new battery, so they count less easily. */
const spareParts =
  'housings?|back glass|batter(?:y|ies)|lcd|lcd screen|oled|oled screen|digiti[sz]er|replacement screen|screen replacement|screen assembly|display assembly|flex(?: cable)?|charging port|sim tray|motherboard|mainboard|logic board|ersatzteile?|platine|akku|displayeinheit|carte mère|écran|batterie|bloc écran|placa base|placa|pantalla|batería|scheda madre|schermo|batteria|placa-mãe|tela|płyta główna|wyświetlacz|bateria|korpus|obudowa|moederbord|scherm|accu|placă de bază|display|ecran|displej|baterie|основная плата|материнская плата|плата|дисплей|экран|модуль|аккумулятор|батарея|корпус|шлейф|задняя крышка|крышка|запчасти|displey|bateriya|zaden kapak';
const boxes =
  'box|boxes|empty box|ovp|leerkarton|originalkarton|karton|verpackung|boîte(?: vide)?|caja(?: vacía)?|scatola(?: vuota)?|caixa(?: vazia)?|pudełko|doos|cutie|krabice|kutu|kutusu|коробка|упаковка|kutiya';
/** "Case for …", "Коробка от …", "Funda iPhone 13": before the make; the words of a sealed box speak of a phone. */
export const thing = new RegExp(`(?<![\\p{L}\\d])(?:${accessories}|${boxes})(?![\\p{L}\\d])(?! ?(?:pack|open|fresh))`, 'u');
/** "Wyświetlacz do …", "Écran iPhone 12". */
export const spare = new RegExp(`(?<![\\p{L}\\d])(?:${spareParts})(?![\\p{L}\\d])`, 'u');
/** Where the name of the phone begins. */
export const brand =
  /(?<![\p{L}\d])(?:i ?-?phone|ipad|samsung|galaxy|pixel|google|huawei|xiaomi|redmi|poco|oneplus|one plus|apple|honor|motorola|moto|nokia|sony|xperia|oppo|realme|nothing|vivo|fairphone|infinix|tecno|айфон|самсунг|сяоми|редми|хуавей|хонор|[sa]\d\d|note ?\d|1[1-7] ?(?:pro|mini|plus|max|pm)|p\d0|mate ?\d)/u;
/** "iPhone 13 case", "Galaxy S21 screen protector x3": the thing at the end. */
export const thingLast = new RegExp(
  `(?<![\\p{L}\\d])(?:${accessories}|${boxes}|(?<spare>${spareParts}))(?: (?:only|new|bnib|sealed|bundle|original|genuine|oem|for (?:parts|spares|repair)|spares?|x ?\\d+|\\d+ pack|część|części|ersatzteil|neu|repuesto|nuevo|ricambio|peça|piesă|запчаст\\p{L}*))*[^\\p{L}\\d]*$`,
  'u',
);
/** What makes the thing an addition to the phone. */
export const thrownIn =
  /(?<![\p{L}\d])(?:original|with|inc|incl|includes?|including|plus|and|w|comes?|boxed|free|full|mit|inkl|samt|avec|con|incluye|com|z|ze|w zestawie|met|cu|s|ile|с|со|і|and|и|в подарок|new|good|bad|cracked|broken|replaced|smashed|faulty|neue[rsn]?|nowa|nowy|nueva|nuova|nuovo|nova|новая|новый|новым)(?![\p{L}\d])|[+&/]/u;

/** The seller says that the phone itself is not in the offer. */
const withoutThePhone = [
  '(?:empty|original|retail) box only|empty box|box only|case only|no phone(?: included)?|phone (?:is )?not included|without (?:the )?phone|not the phone|just the box',
  'nur (?:die |der |das )?(?:ovp|karton|verpackung|originalverpackung|schachtel|box|hülle)|leerkarton|leere[rs]? (?:ovp|karton|verpackung|box)',
  'ohne (?:handy|smartphone|gerät|telefon|iphone)',
  'boîte (?:vide|seule)|sans (?:le )?(?:téléphone|portable)|caja vacía|solo (?:la )?caja|sin (?:teléfono|móvil)',
  'scatola vuota|solo (?:la )?scatola|senza (?:telefono|cellulare)|caixa vazia|só a caixa|sem (?:telefone|celular|telemóvel)',
  'puste pudełko|samo pudełko|tylko pudełko|bez telefonu|cutie goală|doar cutia|fără telefon|lege doos|alleen (?:de )?doos|zonder telefoon',
  'pouze krabice|prázdná krabice|bez mobilu|boş kutu|sadece kutu|telefon yok',
  'только коробка|пустая коробка|без телефона|только упаковка|тільки коробка|порожня коробка|без телефону',
];
export const notThePhone = new RegExp(`(?<![\\p{L}\\d])(?:${withoutThePhone.join('|')})(?![\\p{L}\\d])`, 'u');
