/**
 * What makers and sellers call a colour, and the plain colours it may look like. One name a line: `name = plain colours`.
 * A name that stands for several ("graphite") is compatible with each of them.
 */
export const colourNames = `
black = black
blk = black
schwarz = black
noir = black
negro = black
nero = black
czarny = black
zwart = black
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
grau = grey
gris = grey
szary = grey
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
silber = silver white
argent = silver white
plata = silver white
platinum = silver white
white = white
wht = white
weiss = white
weiß = white
blanc = white
blanco = white
bianco = white
biały = white
wit = white
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
oro = gold
champagne = gold
sunrise gold = gold
bronze = bronze gold
copper = bronze orange
desert = bronze gold
desert titanium = bronze gold
teak = bronze
brown = bronze
marron = bronze
tan = bronze cream
rose gold = pink gold
pink gold = pink gold
rose = pink
pink = pink
rosa = pink
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
rot = red
rouge = red
rojo = red
rosso = red
product red = red
project red = red
crimson = red
burgundy = red
scarlet = red
ruby = red
yellow = yellow
gelb = yellow
jaune = yellow
amarillo = yellow
lemon = yellow
lemongrass = yellow green
amber = yellow orange
canary = yellow
green = green
grün = green
vert = green
verde = green
zielony = green
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
blau = blue
bleu = blue
azul = blue
blu = blue
niebieski = blue
blauw = blue
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
lila = purple
violet = purple
violett = purple
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
