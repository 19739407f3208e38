/** Ways of saying that a number is somebody else's, by language, so that a native speaker can check a line. */

import { makeReadable } from './readable.ts';

/** A bar parts ways of saying; a dot stands for up to forty signs of the sentence, a tilde for up to sixteen, and an apostrophe may be missing. */
export interface SayingsOfOthers {
  language: string;
  /** Words are not parted by blanks. */
  unspaced?: true;
  /** A theft is told, neither denied nor asked. */
  theft: string;
  /** What denies or asks. */
  denied: string;
  /** Says it by itself: not to buy it, to report it where it is seen, that it is another seller's, that another phone has it. */
  alone?: string;
  /** Says it together with a crime: "beware … stolen". Alone it warns of scratches as well. */
  alarm: string;
  /** Beginnings of words. */
  crime: string;
}

export const sayingsOfOthers: readonly SayingsOfOthers[] = [
  {
    language: 'en',
    theft:
      'was stolen|were stolen|got stolen|been stolen|is stolen|was robbed|was snatched|was nicked|reported stolen|reported as stolen|stolen from me|stolen from us|stolen from my|stole my|stole our|is a stolen|is blacklisted|was blacklisted|which was blocked',
    denied: "not|never|no|isn't|wasn't|aren't|if|whether|check|checked|verify|nothing|nor|without|didn't|hasn't|don't",
    alone:
      "do not buy|don't buy|never buy|report if you|report it if|if you are offered|if you were offered|if anyone~sees|if anyone~offer|if somebody~offer|if someone~offer|if you see~imei|if you find~imei|have you seen~imei|reward for|looking for my|searching for my|not like the|unlike the|another seller|his imei|her imei|their imei|seller of imei|seller with imei|my other phone has|my other one has|previous one had|my old one had|my last one had|my old phone had",
    alarm: 'beware|watch out|warning|alert|attention|avoid|stay away|if you see|if you find|if found|have you seen|please|anyone',
    crime: 'stolen|theft|thief|thieves|fraud|scam|cloned|police|crime',
  },
  {
    language: 'de',
    theft:
      'wurde.gestohlen|wurden.gestohlen|gestohlen worden|gestohlen wurde|mir gestohlen|uns gestohlen|als gestohlen gemeldet|wurde.geklaut|mir geklaut|geklaut worden|ist gestohlen',
    denied: 'nicht|nie|niemals|kein|keine|ob|weder',
    alone:
      'nicht kaufen|kauft nicht|kaufen sie nicht|melden.wenn.sieht|melden.wenn.seht|melden.wenn.sehen|melden.falls.angeboten|nicht wie das|anderer verkaufer|anderen verkaufers|seine imei|suche mein gestohlenes|mein anderes.hat',
    alarm: 'achtung|vorsicht|warnung|finger weg|bitte|wer hat|wenn sie|wenn ihr|hinweise',
    crime: 'gestohlen|diebstahl|dieb|geklaut|betrug|betruger|polizei',
  },
  {
    language: 'fr',
    theft: "a ete vole|ont ete voles|on m'a vole|declare vole|a ete derobe|est un vole",
    denied: 'pas|jamais|ni|si|aucun|non|n',
    alone:
      "n'achetez pas|ne pas acheter|signalez.si|si vous voyez~imei|si on vous propose|pas comme celui|autre vendeur|son imei|je cherche mon|mon autre~avait|mon ancien~avait",
    alarm: 'attention|mefiez|alerte|evitez|si vous voyez|si quelqu|merci',
    crime: 'vole|vol|arnaque|escroc|police|derobe',
  },
  {
    language: 'es',
    theft: 'me lo robaron|fue robado|fue robada|me robaron|nos robaron|ha sido robado|reportado como robado',
    denied: 'no|nunca|ni|si|sin|jamas',
    alone:
      'no compren|no compre|no compres|si lo ven|si ven~imei|si ves~imei|si te ofrecen|si les ofrecen|no como el|a diferencia del|otro vendedor|su imei|el anterior tenia|busco mi',
    alarm: 'cuidado|ojo|alerta|atencion|eviten|si alguien|avisen|denuncien|por favor',
    crime: 'robado|robo|ladron|estafa|estafador|policia',
  },
  {
    language: 'it',
    theft: 'mi e stato rubato|e stato rubato|e stata rubata|mi hanno rubato|ci hanno rubato|segnalato come rubato',
    denied: 'non|mai|ne|se|senza',
    alone:
      'non comprate|non comprare|se vedete~imei|se vi offrono|non come quello|a differenza di quello|altro venditore|il suo imei|quello precedente aveva|cerco il mio',
    alarm: 'attenzione|attenti|allerta|evitate|se vedete|se qualcuno|segnalate',
    crime: 'rubat|furto|ladro|truffa|truffatore|polizia',
  },
  {
    language: 'pt',
    theft: 'foi roubado|foi roubada|foi furtado|me roubaram|roubaram me|roubaram-me|reportado como roubado',
    denied: 'nao|nunca|nem|se|sem|jamais',
    alone:
      'nao comprem|nao compre|se virem~imei|se vir~imei|se oferecerem|se lhe oferecerem|nao como o|ao contrario do|outro vendedor|o anterior tinha|procuro o meu',
    alarm: 'cuidado|atencao|alerta|evitem|se alguem|avisem|denunciem|por favor',
    crime: 'roubad|furtad|roubo|ladrao|golpe|burla|policia',
  },
  {
    language: 'nl',
    theft: 'is gestolen|werd gestolen|van mij gestolen|mijn.gestolen|als gestolen gemeld',
    denied: 'niet|nooit|geen|of|noch',
    alone: 'koop niet|niet kopen|als u~imei~ziet|als je~imei~ziet|niet zoals die|andere verkoper|zijn imei|mijn vorige had|ik zoek mijn',
    alarm: 'pas op|let op|waarschuwing|als iemand|als u|als je',
    crime: 'gestolen|diefstal|dief|oplichter|oplichting|politie',
  },
  {
    language: 'pl',
    theft:
      'zostal skradziony|zostala skradziona|zostal ukradziony|ukradziono mi|skradziono mi|ukradli mi|skradziony mi|zgloszony jako skradziony',
    denied: 'nie|nigdy|czy|ani|bez',
    alone:
      'nie kupuj|nie kupujcie|jesli zobaczysz~imei|jesli zobaczycie~imei|nie jak ten|inny sprzedawca|innego sprzedawcy|jego imei|moj poprzedni mial|szukam mojego',
    alarm: 'uwaga|uwazajcie|uwazaj|ostrzezenie|jesli ktos|jezeli ktos|gdyby ktos|prosze',
    crime: 'skradzion|ukradzion|kradziez|zlodziej|oszust|oszusta|policj',
  },
  {
    language: 'ro',
    theft: 'a fost furat|mi s a furat|mi-au furat|mi au furat|declarat furat|este furat',
    denied: 'nu|niciodata|nici|daca|fara',
    alone: 'nu cumparati|daca vedeti~imei|daca vi se ofera|nu ca cel|alt vanzator|cel vechi avea|caut telefonul meu',
    alarm: 'atentie|aveti grija|evitati|daca cineva|anuntati|va rog',
    crime: 'furat|furt|hot|teapa|escroc|politi',
  },
  {
    language: 'cs',
    theft: 'byl ukraden|byl odcizen|mi ukradli|ukradli mi',
    denied: 'neni|nebyl|nikdy|zda|jestli|ani',
    alone: 'nekupujte|pokud uvidite~imei|pokud vam nabid|jiny prodejce|hledam svuj',
    alarm: 'pozor|varovani|pokud nekdo|pokud uvidite|prosim',
    crime: 'ukraden|odcizen|kradez|zlodej|podvod|polici',
  },
  {
    language: 'hu',
    theft: 'elloptak|elloptak tolem|tolem loptak',
    denied: 'nem|soha|ha|sem',
    alone: 'ne vegye|ne vegyetek|ha latja~imei',
    alarm: 'vigyazat|figyelem|ha valaki|kerem',
    crime: 'lopott|ellopt|lopas|csalo|rendorseg',
  },
  {
    language: 'ru',
    theft: 'украден у меня|был украден|украли у меня|у меня украли|был похищен|числится краденым|числится в розыске',
    denied: 'не|ни|никогда|ли|если',
    alone: 'не покупайте|если увидите~imei|если вам предложат|не как тот|другой продавец|другого продавца|ищу свой',
    alarm: 'внимание|осторожно|если кто|просьба|сообщите',
    crime: 'украден|краден|кража|вор|мошенник|полици|похищен|розыск',
  },
  {
    language: 'uk',
    theft: 'вкрали у мене|у мене вкрали|був вкрадений|було викрадено',
    denied: 'не|ні|ніколи|чи|якщо',
    alone: 'не купуйте|якщо побачите~imei|якщо вам запропонують|інший продавець',
    alarm: 'увага|обережно|якщо хтось|прохання|повідомте',
    crime: 'вкраден|викраден|краден|злодій|шахра|поліці|розшук',
  },
  {
    language: 'tr',
    theft: 'çalındı|benden çalın|çalıntı olarak bildirildi',
    denied: 'değil|hiç|mi|mı|çalınmadı',
    alone: 'satın almayın|sakın almayın|görürseniz|başka satıcı',
    alarm: 'dikkat|uyarı|lütfen',
    crime: 'çalın|hırsız|dolandırıcı|polis',
  },
  {
    language: 'sv, da, nb',
    theft: 'blev stulen|har stulits|blev stjålet|ble stjålet|har blitt stjålet|stulen från mig|stjålet fra meg|stjålet fra mig',
    denied: 'inte|ikke|aldrig|aldri|om|hverken|varken',
    alone: 'köp inte|kjøp ikke|køb ikke|om du ser~imei|hvis du ser~imei|annan säljare|annen selger|anden sælger',
    alarm: 'varning|advarsel|se upp|pas på|om du|hvis du|hvis nogen|hvis noen|om någon',
    crime: 'stulen|stulet|stjål|tjuv|tyv|bedragare|svindler|polis|politi',
  },
  {
    language: 'ar',
    theft: 'مسروق مني|سرق مني|تم سرقته|تمت سرقته|سرقوا مني',
    denied: 'غير|ليس|لم|مش|مو|ما',
    alone: 'لا تشتري|لا تشتروا|إذا رأيت',
    alarm: 'احذروا|احذر|تحذير|انتبهوا|من يجد|من وجد|الرجاء|بلغوا',
    crime: 'مسروق|سرق|نصاب|الشرطة',
  },
  {
    language: 'hi',
    theft: 'चोरी हो गया|चोरी हुआ|चोरी हो गई',
    denied: 'नहीं|कभी|या',
    alone: 'मत खरीद',
    alarm: 'सावधान|अगर किसी को|कृपया',
    crime: 'चोरी|धोखे|पुलिस',
  },
  {
    language: 'vi, id',
    theft: 'đã bị mất cắp|bị trộm|telah dicuri|saya dicuri',
    denied: 'không|tidak|belum|bukan|chưa',
    alone: 'đừng mua|jangan beli|nếu ai thấy|jika melihat~imei',
    alarm: 'cảnh báo|hati hati|awas|nếu ai',
    crime: 'trộm|mất cắp|dicuri|lừa đảo|penipu|curian|polisi|công an',
  },
  {
    language: 'zh, ja, ko, th',
    unspaced: true,
    theft: '被盗了|被偷了|我的手机被盗|盗まれた|盗まれました|도난당했|도난 당했|ถูกขโมย',
    denied: '没有|未|不是|非|ではな|아님|아니|ไม่',
    alone: '请勿购买|不要买|如果看到|如有发现|请举报|見かけたら|見つけたら|발견하시면',
    alarm: '小心|警告|注意|사기|주의|ระวัง',
    crime: '盗|偷|骗子|詐欺|警察|도난|사기꾼|경찰|ขโมย|ตำรวจ',
  },
];

/** One way of saying as part of a regular expression, folded as texts are: `wurde.gestohlen` → `wurde[^…]{0,40}gestohlen`. */
export function wayOfSaying(way: string): string {
  return way
    .split(/([.~])/)
    .map((part) =>
      part === '.' ? '[^.!?\\n]{0,40}' : part === '~' ? '[^.!?\\n]{0,16}' : makeReadable(part).folded.replaceAll("'", "['’]?"),
    )
    .join('');
}
