/**
 * Plain colours in the languages of the marketplaces, a line each: words as they stand, or with `*` the part that declension leaves alone
 * (`negr*` is negro, negra, negros; `чёрн*` чёрный, чёрная). German and Dutch also end compounds with them: dunkelblau, mitternachtsblau.
 */
export const colourWords: [plain: string, words: string][] = [
  [
    'black',
    'schwarz* noir* negr* nero nera neri nere preto preta pretos pretas czarn* zwart* negru neagr* čern* fekete sort svart* musta siyah чёрн* черн* чорн* cheren cheren* cherna cherno crn* أسود اسود سوداء مشکی שחור 黑* ブラック 블랙 काला',
  ],
  [
    'white',
    'weiß* weiss* blanc* bianc* branc* biał* biel wit witte alb albă alba bíl* fehér hvid* vit vitt hvit* valkoinen beyaz бел* біл* byal byala byalo bel bela أبيض ابيض بيضاء سفید לבן 白* ホワイト 화이트 सफेद',
  ],
  [
    'grey',
    'grau* gris* grigi* cinza* cinzent* szar* grijs* gri šed* szürke grå* harmaa gri сер сера серый серая серого серое сірий сіра siv siva sivo رمادي رصاصي خاکستری אפור 灰* グレー 그레이',
  ],
  [
    'silver',
    'silber* argent* plata platead* argento argentat* prata pratead* srebrn* zilver* argintiu* stříbrn* ezüst sølv* silverfärgad hopea gümüş серебр* сріб* srebro srebarn* فضي نقره כסוף 银* 銀* シルバー 실버',
  ],
  [
    'gold',
    'golden* gold* dorad* doré* oro dorat* dourad* złot* goud* auriu* zlat* arany gull guld kulta altın золот* zlaten zlatna ذهبي طلایی זהב 金* ゴールド 골드',
  ],
  [
    'blue',
    'blau* bleu* azul* celeste* blu azzurr* niebiesk* błękitn* granat* blauw* albastr* modr* kék* blå* sininen mavi lacivert син* голуб* блакитн* tamnosin* sin sinya sinyo أزرق ازرق كحلي آبی כחול 蓝* 藍* ブルー 블루 नीला',
  ],
  [
    'green',
    'grün* gruen* vert verte verts vertes verd* zielon* groen* zelen* zöld* grøn* grönn* grön* vihreä yeşil зелён* зелен* أخضر اخضر سبز ירוק 绿* 綠* グリーン 그린',
  ],
  [
    'red',
    'rouge* roj* ross* vermelh* encarnad* czerwon* rood rode roș* roşu červen* piros rød* röd* punainen kırmızı красн* червон* cherven* crven* أحمر احمر قرمز אדום 红* 紅* レッド 레드 लाल',
  ],
  ['pink', 'pinke* rosé* rosad* różow* roz růžov* rózsaszín roze pembe розов* рожев* rozov* وردي زهري صورتی ורוד 粉* ピンク 핑크'],
  [
    'purple',
    'lila* violett* violet* morad* viola roxo* roxa* lilás fioletow* paars* mov violaceu fialov* lilla purpur* purppura mor фиолет* фіолет* сирен* пурпур* lilav* ljubičast* بنفسجي موف بنفش סגול 紫* パープル 퍼플',
  ],
  [
    'yellow',
    'gelb* jaune* amarill* giall* amarel* żółt* geel gele galben* žlut* sárga gul gult keltainen sarı жёлт* желт* жовт* zhalt* žut* أصفر اصفر زرد צהוב 黄* イエロー 옐로우',
  ],
  [
    'orange',
    'naranj* arancion* laranj* pomarańczow* oranje portocali* oranžov* narancs oranssi turuncu оранж* помаранч* بورتقالي برتقالي نارنجی כתום 橙* 橘* オレンジ 오렌지',
  ],
  [
    'bronze',
    'braun* brun* marrón marron* castanh* brązow* bruin* maro hněd* barna ruskea kahverengi коричн* бронз* kafyav* بني برونزي חום',
  ],
  ['cream', 'beige* crema creme* crème kremow* bej béžov* bézs беж* крем* أوف كريمي كريم'],
];

/** What Apple, Samsung and Xiaomi call their colours in other languages, and what sellers make of it. */
export const translatedNames = `
mitternacht = black blue
polarstern = white cream
himmelblau = blue
titan wüste = bronze gold
wüstentitan = bronze gold
titan natur = grey cream
minuit = black blue
lumière stellaire = white cream
noir sidéral = black grey
gris sidéral = grey black
titane = grey silver cream
titane naturel = grey cream
titane sable = bronze gold
medianoche = black blue
blanco estrella = white cream
blanco estelar = white cream
gris espacial = grey black
negro espacial = black grey
grafito = grey black
titanio = grey silver cream
titanio natural = grey cream
titanio desierto = bronze gold
rosa = pink
oro rosa = pink gold
oro rosado = pink gold
mezzanotte = black blue
galassia = white cream
grigio siderale = grey black
nero siderale = black grey
grafite = grey black
titanio naturale = grey cream
titanio sabbia = bronze gold
meia noite = black blue
estelar = white cream
cinzento sideral = grey black
titânio = grey silver cream
północ = black blue
księżycowa poświata = white cream
gwiezdna szarość = grey black
gwiezdna czerń = black grey
grafit = grey black
grafitowy = grey black
tytan = grey silver cream
tytan naturalny = grey cream
tytan pustynny = bronze gold
błękit = blue
middernacht = black blue
sterrenlicht = white cream
spacegrijs = grey black
grafiet = grey black
titaan = grey silver cream
gece yarısı = black blue
yıldız ışığı = white cream
uzay grisi = grey black
titanyum = grey silver cream
тёмная ночь = black blue
темная ночь = black blue
полночь = black blue
сияющая звезда = white cream
серый космос = grey black
чёрный космос = black grey
черный космос = black grey
космос = grey black
графит = grey black
графитовый = grey black
натуральный титан = grey cream
пустынный титан = bronze gold
титан = grey silver cream
титановый = grey silver cream
мята = green
мятный = green
лаванда = purple
menthe = green
menta = green
mentă = green
minze = green
mint = green
mięta = green
miętowy = green
munt = green
lavande = purple
lavanda = purple
lavandă = purple
lavendel = purple
lawenda = purple
lawendowy = purple
bleumarin = blue
bordeaux = red
bordo = red
burgund = red
turquesa = green blue
turchese = green blue
türkis = green blue
turkusowy = green blue
turcoaz = green blue
turquoise = green blue
turkoois = green blue
corail = orange pink
koralle = orange pink
koralowy = orange pink
corallo = orange pink
oliwkowy = green
oliva = green
olijf = green
oliv = green
sable = cream gold
sabbia = cream gold
arena = cream gold
ivoire = white cream
avorio = white cream
marfil = white cream
saphir = blue
zafiro = blue
zaffiro = blue
safira = blue
szafirowy = blue
émeraude = green
esmeralda = green
smeraldo = green
smaragd = green
szmaragdowy = green
saumon = pink orange
kaki = green
khaki = green
ciel = blue
лавандовый = purple
бирюзовый = green blue
хаки = green
оливковый = green
коралловый = orange pink
сталь = silver
миндаль = cream
`;
