/** Marks that hold a value of their own: initials, a picture, a pattern, a colour. Languages as in mark-damage.ts. */

import { StemTable } from './stem-table.ts';
import { stems } from './stems.ts';

/** Earlier rows win. */
export const bearers = new StemTable([
  [
    'tag',
    stems(`asset, property of, inventory, security tag, barcode label, company label, company tag, company sticker, work phone label, tag number, tag no, smartwater, security mark, uv mark, immobilise, laptop tag,
      inventar, inventaraufkleber, eigentum, étiquette d'inventaire, inventaire, propriété de, etiqueta de inventario, inventario, propiedad de, etichetta inventario, proprietà di, etiqueta de inventário, inventário, propriedade de,
      inwentarz, naklejka inwentar, własność, eigendom, inventaris, inventar nr, etichetă de inventar, majetek, inventární, demirbaş, инвентар, собственность, інвентар, власність`),
  ],
  [
    'engraving',
    stems(`engrav, carved, carving, etched, etching, initials, initialled, letters, lettering, monogram, inscri, scratched into, scratched in, scratched ", scratched “, scratched on the back, personalis, personaliz, written in, written on, written across, handwrit, writing on, marker pen, in marker, sharpie, uv pen,
      name on, names on, has the name, the name, postcode on, dedication, gravur, graviert, eingraviert, initialen, buchstaben, eingeritzt, geritzt, widmung, gravé, gravure, initiales, lettres, prénom, inscription, grabad, grabación, iniciales, inscripción, letras, incis, inizial, incision, lettere, scritta, scritto, gravad, gravação, iniciais,
      grawer, wygrawerowan, inicjał, litery, napis, wydrapan, podpisan, gegraveerd, gravering, initialen, gravat, gravur, inițiale, iniţiale, vyryt, gravír, iniciál, kazın, gravür, baş harf, гравир, выгравир, гравировк, инициал, буквы, надпис, нацарапан, имя, викарбув, ініціал, гравію, напис`),
  ],
  [
    'sticker',
    stems(
      `sticker, stickers, decal, emblem, badge, aufkleber, beklebt mit einem, abziehbild, autocollant, stickers, gommette, pegatina, calcoman, calca, adesiv, autocolante, decalque, naklejk, nalepk, plakietk, autocolant, abțibild, abtibild, nálepk, samolepk, çıkartma, наклейк, стикер, налепк, наліпк, эмблем`,
    ),
  ],
  [
    'film',
    stems(
      `skin, wrap, wrapped, film, vinyl, dbrand, foil, folie, foliert, folierung, beklebt, covering, pellicule, film covering, vinilo, vinil, forrad, pellicola, película, folią, folia, folii, oklejon, wrapped in, colant, fólie, polep, kaplama, kaplı, плёнк, пленк, скин, обклеен, оклеен, винил, плівк`,
    ),
  ],
  [
    'paint',
    stems(
      `nail varnish, nail polish, painted, paint, tippex, correction fluid, glitter, nagellack, lackiert, bemalt, farbe auf, vernis, peint, peinture, esmalte, pintad, pintura, smalto, dipint, vernice, verniz, lakier, pomalowan, farb, nagellak, geverfd, ojă, vopsit, lak na nehty, oje, boya, лак для, лаком, краск, закраш, фарб`,
    ),
  ],
  [
    'jewel',
    stems(
      'rhinestone, diamante, gems, crystals, swarovski, jewel, strass, steinchen, strasssteine, pedrería, brillantes, strassy, cyrkoni, kamyczk, steentjes, strasuri, kamínk, taşlı, страз, камушк, камінц',
    ),
  ],
  [
    'bite',
    stems(
      'bite, bitten, teeth, tooth, chewed, chew mark, gnawed, nibbled, zahn, zähne, bissspur, gebissen, angekaut, angeknabbert, mordu, mordill, dents, rongé, mordid, mordisc, dientes, roíd, roeu, roer, morso, morsicat, mordicchiat, rosicchiat, denti, dentes, ugryz, pogryz, nadgryz, zębów, ślady zębów, gebeten, aangevreten, gekauwd, gekauwde, tanden, mușcat, ros de, ros un, roas, dinți, kousn, zuby, ısırık, diş, укус, погрыз, обгрыз, зубов, зуби, погриз',
    ),
  ],
  [
    'tape',
    stems(
      'taped, sellotape, duct tape, tape on, with tape, gaffer, klebeband, tesa, panzertape, scotché, ruban adhésif, cinta adhesiva, celo, nastro, fita cola, fita adesiva, taśm, plakband, bandă adeziv, izolep, bant, скотч, изолент, ізолент',
    ),
  ],
  [
    'cover',
    stems(
      `case, cover, bumper, sleeve, wallet, pouch, shell, popsocket, pop socket, ring holder, finger ring, phone ring, card holder, lanyard, charm, hülle, huelle, schutzhülle, tasche, etui, cover, fingerring, coque, étui, housse, funda, carcasa, custodia, cover, capa, capinha, etui, pokrowiec, obudowa ochronna, hoesje, hoes, husă, husa, obal, kryt, kılıf, kilif, чехол, чехл, бампер, чохол, чохл`,
    ),
  ],
]);

/** Bearers whose value is a colour: "SIM tray is gold", "dab of red nail varnish". */
export const colouredKinds = new Set(['paint', 'tray']);

/**
 * Words that carry no value of a mark: grammar and the sentence of the advert around it. Names of parts, faults and bearers are left out
 * by the tables that know them.
 */
export const fillers = new Set(
  (
    'a an and at the of on in into to it its is are was has have had with for from by my your his her their there this that which be can see seen one two couple few some only just as well also plus otherwise very quite still so i im ive we you they them he she would could couldn couldnt t s d ll re isn wasn don doesn won wrote written gratis dazu kostenlos regalo incluida incluido incluye inclus inclusa incluso w cenie в подарок cant wont doesnt dont didnt someone someones somebody owner owners previous hence reason because near beside next close underneath ' +
    'small tiny large big little bit slight slightly minor visible clear faint faded old custom personal good lovely nice cool funny cute weird style type kind sort like looks photo photos pic pics picture pictures image images shown lol haha sorry please note hard easy easily ' +
    'top bottom left right upper lower middle centre center corner back rear front side edge above below under over around across all along inside outside phone handset mobile device iphone samsung galaxy pixel smartphone logo apple ' +
    'attached stuck applied put thrown included comes come free removed removable remove peel peels off covered says saying reads reading read word words name named letter letter marked mark marks number no nr tag label original box charger cable lead new spare protective protector marker pen price fitted done got get given gift selling sell sale price cheap bears bear bearing carries shows showing features feature identifying distinguishing states ip known ' +
    'der die das den dem des ein eine einen einem einer und oder mit ohne auf am an im in ist sind hat haben war wurde noch drauf dran daran dabei hinten vorne oben unten links rechts klein kleine kleiner kleines kleinen groß große mein meine mein sein ihre ihr seite rückseite vom von zum zur für aus bei als auch nur sehr etwas klebt kleben klebend handy gerät telefon name namens nummer ' +
    'le la les un une des du de et ou avec sans sur sous au aux dans est sont a ont son sa ses mon ma mes il elle y en ce cette qui que petit petite grand grande arrière avant haut bas côté collé collée téléphone nom numéro marqué dessus ' +
    'el los las un una unos unas y o con sin sobre en del al es son está están tiene tienen lleva llevan hay pegada pegado puesta puesto aún todavía detrás atrás parte pequeña pequeño grande su sus mi mis por para como nombre número móvil teléfono etiqueta etiquetas etichetta étiquette etykieta ' +
    'il lo gli i uno ed con senza sul sulla nel nella è sono ha hanno dietro sopra sotto piccolo piccola suo sua mio mia telefono nome numero attaccato attaccata applicata applicato ancora ' +
    'o os as um uma e ou com sem na no nas nos tem têm atrás pequena pequeno seu sua meu minha telemóvel celular nome número colado colada ainda ' +
    'z ze i lub na w we do od po pod nad przy za jest są ma mają tyłu tył został została do odklejenia małe mały mała duży duża mój moja jego telefon imię imieniem numer przyklejona przyklejony pleckach plecki ' +
    'de het een en of met op aan bij is zijn heeft achterop klein kleine groot mijn telefoon naam nummer geplakt ' +
    'pe cu fără și sau este sunt are au un o al ale mic mică telefon nume număr lipit lipită spate ' +
    'a s na v ve je jsou má se z ze do malý malá telefon jméno číslo zezadu vzadu ' +
    've ile bir bu var üzerinde üstünde arkada arkasında küçük telefon isim isimli adı numara ' +
    'и с со на в во из от до по под над у есть это его её мой моя осталась остался остались маленькая маленький небольшая сзади спереди телефон имя именем имени номер приклеена приклеен ' +
    "і з зі та є його її моя мій ззаду телефон ім я ім'я номер"
  ).split(' '),
);
