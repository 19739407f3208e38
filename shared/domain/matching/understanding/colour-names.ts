/**
 * What makers and sellers call a colour, and the plain colours it may look like. One name a line: `name = plain colours`.
 * A name that stands for several ("graphite") is compatible with each of them.
 */
export const colourNames = `
silver shadow = silver grey
breathing crystal = blue white
blue shadow = blue
whitesilver = white silver
sandstone orange = orange
pink lavender = purple pink
coral red = red
coral blue = blue
coral green = green
midnight ocean = blue black
ocean teal = green blue
ocean sunset = orange pink
black eclipse = black
arctic silver = silver white
arctic dawn = white silver
mercurial silver = silver
obsidian midnight = black
iron = grey
pebble = grey white
starry = blue black
grisaille = grey
beluga = grey black
latte = cream bronze
caramel = bronze cream
mocha = bronze
vanilla = cream white
milk = white
transparent = white grey
clear white = white
magenta = pink red
poinciana = red pink
fuchsia = pink purple
hazelnut = bronze
moonstone = grey blue
kinda coral = orange pink
sunny = gold yellow
celadon = green
pine = green
meadow = green
aquamarine = green blue
petrol = blue green
cobalt blue = blue
nautical = blue
steel = grey silver
mirror = silver
stainless = silver
sunrise = orange gold
lava = red orange
vermilion = red
wine = red
maroon = red
terracotta = orange red
apricot = orange pink
hot pink = pink
navy blue = blue
black = black
blk = black
onyx = black
obsidian = black
stormy = black
eclipse = black
charcoal = black grey
ebony = black
carbon = black grey
raven = black
jet = black
ink = black blue
coal = black
sable = black
shadow = black grey
space black = black grey
space grey = grey black
space gray = grey black
space = grey black
graphite = grey black
midnight = black blue
midnight black = black
midnight green = green
midnight blue = blue black
matte black = black
grey = grey
gray = grey
slate = grey black
gunmetal = grey black
meteor = grey black
anthracite = grey black
stone = grey cream
ash = grey
concrete = grey
hazel = grey green
sandy grey = grey cream
grey green = green grey
silver = silver white
platinum = silver white
white = white
wht = white
off white = white cream
pearl = white silver
snow = white
snow white = white
chalk = white
polar = white
starlight = white cream
ceramic = white
porcelain = white cream
cloudy = white grey
frost = white silver
glacier = white blue
glacial = white blue
ivory = white cream
marble = white grey
moonlight = white silver
white silver = white silver
cream = cream gold
beige = cream gold
sand = cream gold
sandstone = cream gold
almond = cream
linen = cream
oat = cream
gold = gold
golden = gold
champagne = gold
sunrise gold = gold
bronze = bronze gold
copper = bronze orange
desert = bronze gold
desert titanium = bronze gold
teak = bronze
brown = bronze
tan = bronze cream
rose gold = pink gold
pink gold = pink gold
rose = pink
pink = pink
blush = pink
coral = orange pink
peach = orange pink
salmon = pink orange
rose quartz = pink
peony = pink
lotus = pink
cosmic orange = orange
orange = orange
sunset = orange
red = red
product red = red
project red = red
crimson = red
burgundy = red
scarlet = red
ruby = red
yellow = yellow
lemon = yellow
lemongrass = yellow green
amber = yellow orange
canary = yellow
green = green
olive = green
mint = green
sage = green
emerald = green
alpine = green
forest = green
lime = green
jade = green
seafoam = green
sea = green blue
flora = green
nebula = green
moss = green
khaki = green
teal = green blue
turquoise = green blue
aqua = green blue
cyan = blue green
aloe = green
wintergreen = green
blue = blue
navy = blue
indigo = blue
sapphire = blue
pacific = blue
sierra = blue
arctic = blue white
icy = blue
ice = blue
sky = blue
bay = blue
cobalt = blue
ocean = blue
royal = blue
ultramarine = blue
marine = blue
denim = blue
iris = blue purple
mist = blue
cobalt violet = purple
purple blue = purple blue
blue black = blue black
purple = purple
violet = purple
lavender = purple
lilac = purple
burple = purple
mauve = purple
orchid = purple
amethyst = purple
plum = purple
aubergine = purple
bora = purple
deep purple = purple
aurora = purple blue green
aura glow = silver
titanium = grey silver cream
titan = grey silver cream
natural = grey cream
natural titanium = grey cream
natur titanium = grey cream
titanium grey = grey
white titanium = white silver
black titanium = black grey
blue titanium = blue
titanium black = black
titanium violet = purple
titanium yellow = yellow
titanium blue = blue
titanium green = green
jetblack = black
`;

/** Words that shade a colour and name none: they are passed over. */
export const shades = new Set(
  'light dark deep pale bright phantom awesome mystic prism cosmic aura lunar silky matte matt glossy classic astral crafted metallic pastel baby hot soft warm cool flowy fancy'.split(
    ' ',
  ),
);

/** Colours that eyes, lamps and cameras confuse. */
export const neighbours: [string, string][] = [
  ['black', 'grey'],
  ['grey', 'silver'],
  ['silver', 'white'],
  ['white', 'cream'],
  ['cream', 'gold'],
  ['gold', 'bronze'],
  ['pink', 'gold'],
  ['pink', 'red'],
  ['orange', 'red'],
  ['yellow', 'gold'],
  ['blue', 'purple'],
  ['blue', 'green'],
  ['black', 'blue'],
  ['pink', 'purple'],
  ['grey', 'cream'],
  ['bronze', 'orange'],
];

/** Colours among other things: in running text "bay", "space" and "natural" speak of the phone's colour only beside another colour. */
export const onlyAmongOthers = new Set(
  'space stone ice icy sky sea ocean bay natural jet sand desert shadow ink snow ash sunset sunrise marble carbon lotus tan mist frost pearl forest royal marine cosmic meteor flora nebula coal raven lunar iron steel mirror clear milk pine wine lava iris rose plum peach olive amber copper teak coral stainless starry sunny meadow pebble gold oro plata'.split(
    ' ',
  ),
);

/** Colours in one language and everyday words in another ("sin caja", "sort of", "bel état"): alone they count only in a field for colours. */
export const elsewhereAnotherWord = new Set('vit sort sin bel bela alb gull gul mor roz gri mov ross rode viola maro'.split(' '));

/** What makes of a colour's word another: Spanish "red" is a network, and "mint condition" is no colour. */
export const notAColourIn =
  /\b(?:de|la|una|cualquier|toda|otra|alguna|sin|en|con) red\b|\bred (?:m[oó]vil|libre|social)|\bmint (?:\w+ )?(?:condition|cond|state)\b|\b(?:near|as|absolutely|perfect|in) mint\b|\bgold (?:card|cards)\b|\bgolden (?:chance|offer|opportunity)\b/g;

/** What bears a colour of its own beside a phone. */
export const things = new Set(
  (
    'case cases cover covers bumper sleeve box boxes strap skin wrap film line lines stripe stripes streak tooth tint protector button cable sticker decal tray spot spots dot dots blotch patch mark marks stain ' +
    'hülle linie linien streifen strich fleck flecken punkt aufkleber folie schublade schacht karton ' +
    'coque ligne lignes trait tache autocollant tiroir boîte ' +
    'funda línea linea líneas raya mancha pegatina vinilo bandeja caja ' +
    'custodia cover riga righe macchia adesivo carrello carrellino pellicola scatola ' +
    'capa capinha linha risca mancha autocolante bandeja caixa ' +
    'etui linia pasek paski plama plamka naklejka tacka szufladka folia pudełko ' +
    'hoesje lijn streep vlek simlade doosje ' +
    'husă husa dungă dunga pată pata cutie folie ' +
    'kılıf çizgi leke kutu ' +
    'чехол чехла линия полоса полоски полоска пятно наклейка лоток плёнка пленка коробка чохол смуга пляма'
  ).split(' '),
);
