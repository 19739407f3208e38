/**
 * Pictures and patterns that people choose for stickers and skins, by one name in all languages: "Pilz-Aufkleber" and "mushroom sticker" are one.
 * One motif a line: the name, then stems in German, French, Spanish, Italian, Portuguese, Polish, Dutch, Romanian, Turkish, Russian, Ukrainian.
 */

import { StemTable } from './stem-table.ts';

const motifs = `
heart: hearts herz herzchen coeur cœur corazón corazon cuore coração coracao serce serduszk hart hartje inim kalp сердц серц
star: stars stern sterne étoile etoile estrell stella stelle estrela gwiazd ster sterren stea yıldız звезд звёзд зірк
flower: flowers floral blume blumen fleur flor flores fiore fiori kwiat bloem bloemen floare flori çiçek цвет цветок цветы квіт
sunflower: sonnenblume tournesol girasol girasole słonecznik zonnebloem soarelui ayçiçeği подсолн соняшник
daisy: gänseblümchen marguerite pâquerette margarita margherita margarida stokrotk madelief papatya ромашк
rose: roses rosen róża róże trandafir gül роза розы троянд
skull: schädel totenkopf crâne calavera teschio caveira czaszk schedel craniu kafatası череп
cat: cats kitten kitty katze kater chat gato gatto kot kotek poes pisica kedi кот кошк котик кіт
dog: dogs puppy hund chien perro cane cachorro cão pies piesek hond câine köpek собак пёс песик
panda: панда панды
bear: teddy bär ours oso orso urso miś niedźwied beer urs ayı медвед мишк ведмед
unicorn: einhorn licorne unicornio unicorno unicórnio jednoroż eenhoorn единорог єдиноріг
dragon: drache dragón drago dragão smok draak balaur ejderha дракон
butterfly: schmetterling papillon mariposa farfalla borboleta motyl vlinder fluture kelebek бабочк метелик
bee: biene abeille abeja ape abelha pszczoł bij albin пчел пчёл бджол
ghost: geist gespenst fantôme fantasma duch spook fantom hayalet привидени призрак привид
alien: außerirdisch extraterrestre alieno kosmit инопланет прибулець
rocket: rakete fusée cohete razzo foguete rakiet raket rachet roket ракет
rainbow: regenbogen arcoíris arcoiris arcobaleno tęcz regenboog curcubeu gökkuşağı радуг веселк
flag: flagge fahne drapeau bandera bandiera bandeira flaga vlag steag bayrak флаг прапор
crown: krone couronne corona coroa koron kroon coroană taç корон
flame: flames fire flammen feuer flamme llama fuego fiamma fuoco chama ogień płomie vlam foc alev ateş огонь огн пламя вогонь
moon: mond lune luna księżyc maan ay луна місяць
sun: sonne soleil słońc zon soare güneş солнц сонц
smiley: smile emoji smajlik zâmbet gülen смайл
cactus: kaktus cacto kaktüs кактус
avocado: aguacate avocat abacate awokado avokado авокад
mushroom: toadstool pilz champignon seta hongo fungo cogumelo grzyb grzybek paddenstoel ciuperc mantar гриб
palm: palme palmier palmera palma palmeira palmu пальм
shark: hai requin tiburón squalo tubarão rekin haai rechin акул
dolphin: delfin dauphin delfín delfino golfinho dolfijn дельфин дельфін
whale: wal baleine ballena balena baleia wieloryb walvis balin кит
fox: fuchs renard zorro volpe raposa vulpe tilki лиса лисиц
wolf: loup lobo lupo wilk lup kurt волк вовк
lion: löwe león leone leão leeuw leu aslan лев льв
tiger: tigre tygrys tijger tigru kaplan тигр
owl: eule hibou búho gufo coruja sowa uil bufniț baykuş сова
eagle: adler aigle águila aquila orzeł arend vultur kartal орел орёл
bird: vogel oiseau pájaro uccello pássaro ptak pasăre птиц птах
snake: schlange serpent serpiente serpente cobra wąż slang șarpe yılan змея змі
spider: spinne araignée araña ragno aranha pająk spin păianjen örümcek паук павук
frog: frosch grenouille rana sapo żaba kikker broasc kurbağa лягуш жаба
turtle: schildkröte tortue tortuga tartaruga żółw schildpad țestoas kaplumbağa черепах
elephant: elefant éléphant elefante słoń olifant fil слон
horse: pferd cheval caballo cavallo cavalo koń paard лошад конь кінь
dinosaur: dino dinosaurier dinosaure dinosaurio dinosauro dinozaur dinosaurus dinozor динозавр
robot: roboter robotek робот
football: soccer fußball fussball fútbol futbol calcio futebol piłk voetbal fotbal futbol футбол
guitar: gitarre guitare guitarra chitarra violão gitar chitar гитар
anchor: anker ancre ancla ancora âncora kotwic ancoră çapa якорь
lightning: bolt blitz éclair rayo fulmine raio błyskawic bliksem fulger şimşek молни блискав
tree: baum arbre árbol albero árvore drzew boom copac ağaç
leaf: leaves blatt feuille hoja foglia folha liść liście blad frunz yaprak лист
pizza: пицц піц
coffee: kaffee café caffè kaw koffie cafea kahve кофе кава
beer: bier bière cerveza birra cerveja piwo bere bira пиво
barcode: strichcode barres barras barre kreskow streepjescode barkod штрихкод
qr: qrcode
camouflage: camo tarn camuflaje mimetic camuflad moro kamuflaż kamuflaj камуфляж
leopard: leo léopard leopardo panterk panther leopar леопард
zebra: zèbre cebra zebr зебр
marble: marmor marbre mármol marmo mármore marmur marmer mermer мрамор мармур
carbon: carbone carbono carbonio karbon карбон
wood: wooden holz bois madera legno madeira drewn hout lemn ahşap дерево деревян
leather: leder cuir cuero pelle couro skór piele deri кожа кожан шкір
denim: jeans dżins джинс
stripes: striped gestreift rayures rayas strisce riscas paski gestreept dungi çizgili полоск смужк
dots: dotted polka punkte pois lunares bolinhas kropki stippen buline puantiyeli горош
checks: checkered chequered kariert carreaux cuadros quadri xadrez kratk carouri kareli клетк клітинк
tartan: schottenkaro écossais escocés scozzese
honeycomb: waben panal favo plaster honingraat fagure petek соты стільник
glitter: glitzer paillettes purpurina brillantina brokat glinster sclipici simli блестк блёст блискітк
cork: kork liège corcho sughero cortiça korek kurk plută mantar пробк
galaxy: galaxie galaxia galassia kosmos космос
transparent: clear durchsichtig trasparente transparente przezroczyst doorzichtig transparentă şeffaf прозрачн прозор
cherry: cherries kirsche cerise cereza ciliegia cereja wiśni kers kirs vișin cireaș kiraz вишн черешн
strawberry: erdbeer fraise fresa fragola morango truskaw aardbei căpșun çilek клубник полуниц
banana: banane plátano banan muz банан
pineapple: ananas piña abacaxi ананас
ladybird: ladybug marienkäfer coccinelle mariquita coccinella joaninha biedronk lieveheersbeest buburuz uğur божья
koala: coala коала
rabbit: bunny hase kaninchen lapin conejo coniglio coelho królik zając konijn iepure tavşan заяц зайчик кролик заєць
pig: schwein cochon cerdo maiale porco świnka varken porc domuz свин хрюшк
cow: kuh vache vaca mucca krowa koe vacă inek корова
monkey: affe singe mono scimmia macaco małp aap maimuț maymun обезьян мавп
penguin: pinguin manchot pingüino pinguino pinguim pingwin pinguïn penguen пингвин пінгвін
duck: ente canard pato anatra kaczk eend rață ördek утк утка качк
fish: fisch poisson pez pesce peixe ryba vis pește balık рыба риба
octopus: krake oktopus poulpe pulpo polpo polvo ośmiornic inktvis caracatiț ahtapot осьминог восьминіг
crab: krabbe crabe cangrejo granchio caranguejo krab yengeç краб
squirrel: eichhörnchen écureuil ardilla scoiattolo esquilo wiewiórk eekhoorn veveriț sincap белк білк
hedgehog: igel hérisson erizo riccio ouriço jeż egel arici kirpi ёжик ежик їжак
sloth: faultier paresseux perezoso bradipo preguiça leniwiec luiaard leneș ленивец лінивець
snowflake: schneeflocke flocon copo fiocco floco śnieżynk sneeuwvlok fulg снежинк сніжинк
mountain: berge montagne montaña montagna montanha górsk góry bergen munte dağ горы гора
wave: welle vague ola onda fala golf valuri dalga волн хвил
diamond: diamant diamante diament elmas алмаз бриллиант діамант
clover: shamrock kleeblatt trèfle trébol quadrifoglio trevo koniczyn klaver trifoi yonca клевер конюшин
lips: kiss lippen kuss bisou lèvres labios beso labbra bacio lábios beijo usta pocałun buze dudak губы поцелуй
eye: auge œil oeil ojo occhio olho oko ochi göz глаз око
hand: mano mão dłoń
feather: feder plume pluma piuma pena piór veer pană tüy перо
compass: kompass boussole brújula bussola bússola kompas busolă pusula компас
airplane: plane flugzeug avion avión aereo avião samolot vliegtuig uçak самолет самолёт літак
train: zug tren treno comboio pociąg trein поезд потяг
car: auto voiture coche macchina carro samochód mașină araba машин автомоб
motorbike: motorcycle motorrad moto motocykl motor мотоцикл
bicycle: bike fahrrad vélo bicicleta bicicletta rower fiets bisiklet велосипед
basketball: koszyków баскетбол
skateboard: скейт
music: note musik musique música musica muzyk muziek muzică müzik музык ноты
skeleton: skelett squelette esqueleto scheletro szkielet skelet iskelet скелет
mermaid: meerjungfrau sirène sirena sereia syren zeemeermin sirenă denizkızı русалк
angel: engel ange ángel angelo anjo anioł înger melek ангел
devil: teufel diable diablo diavolo diabo diabeł duivel drac şeytan дьявол чорт
clown: payaso pagliaccio palhaço klaun palyaço клоун
donut: doughnut donat пончик
icecream: eis glace helado gelato gelado lody ijsje înghețat dondurma мороженое морозиво
cupcake: muffin капкейк
balloon: ballon globo palloncino balão balon воздушный шар
peace: frieden paix paz pace pokój vrede barış мир
anarchy: anarchie anarchia anarquía anarquia anarşi анархи
evil: nazar
map: karte carte mapa mappa harta harita карта
tower: turm tour torre wieża toren turn kule башн вежа
metal: metallic metall métal metallo metaliczn metaal металл метал
brushed: gebürstet brossé satinat cepillado escovado szczotkowan geborsteld periat
checkerboard: chessboard schachbrett damier scacchiera tablero tabuleiro szachownic dambord tablă șah шахмат
`;

const table = new StemTable(
  motifs
    .trim()
    .split('\n')
    .map((line): [string, string[]] => {
      const [name = '', stems = ''] = line.split(': ');
      return [name, [name, ...stems.split(' ').filter(Boolean)]];
    }),
);

const known = new Map<string, string | undefined>();

/** `pilz`, `grzybek` and `mushrooms` give `mushroom`; a word that is no motif gives nothing. */
export function motifOf(word: string): string | undefined {
  if (known.has(word)) return known.get(word);
  const motif = table.of(word);
  if (known.size < 20_000) known.set(word, motif);
  return motif;
}
