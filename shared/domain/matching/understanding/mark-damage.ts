/**
 * The words in which victims and sellers speak of damage. Each concept has word stems; a stem fits a word that begins with it.
 * Victims write "the rear is shattered", sellers "rear panel split": part and fault together make the same mark.
 * Languages in order: English, German, French, Spanish, Italian, Portuguese, Polish, Dutch, Romanian, Czech, Turkish, Russian, Ukrainian.
 */

import { StemTable } from './stem-table.ts';
import { stems } from './stems.ts';

/** Where on the phone. Earlier rows win: "camera glass" is the lens, "back glass" the back, and only then is "glass" the screen. */
export const parts = new StemTable([
  [
    'lens',
    stems(`camera, cam, lens, lenses, kamera, objektiv, linse, caméra, objectif, appareil photo, cámara, lente, objetivo, fotocamera, obiettivo, câmara, câmera,
      aparat, obiektyw, szkiełk, камер, объектив, об'єктив, cameralens, lentil, cameră, camerei, fotoaparát`),
  ],
  [
    'back',
    stems(`back, rear, backcover, backglass, rückseite, rueckseite, rückglas, rückwand, hinten, heckscheibe, akkudeckel, arrière, derrière, dietro, detrás, atrás, achter, din spate, z tyłu, vzadu, dos, vitre arrière, trasera,
      trasero, parte de atrás, tapa trasera, posteriore, retro, scocca, traseira, traseiro, tampa, tył, tylna, tylny, tylnej, plecki, pleckach, plecek, klapk, achterkant, achterglas,
      achterzijde, spate, capac, zadní, záda, arka kapak, arkası, arka, задн*, крышк, задняя, задній, кришк, сзади, спинк`),
  ],
  [
    'face-id',
    stems(
      'face, facial, faceid, face-id, truedepth, biometric, gesichtserkennung, reconnaissance faciale, reconocimiento facial, riconoscimento, фейс, фэйс, face recognition, yüz tanıma',
    ),
  ],
  [
    'fingerprint',
    stems(`fingerprint, touchid, touch id, home button, homebutton, fingerabdruck, empreinte, huella, impronta, impressão digital, odcisk, czytnik linii, czytnik palc,
      vingerafdruk, amprent, otisk, parmak izi, отпечат, відбит, тач айди, тачайди, тач ід`),
  ],
  [
    'battery',
    stems(
      'battery, akku, batterie, bateria, batería, batteria, accu, batterij, baterie, baterk, pil, batarya, аккумулятор, батаре, акб, акумулятор',
    ),
  ],
  [
    'speaker',
    stems(`speaker, earpiece, loudspeaker, lautsprecher, hörmuschel, ohrhörer, haut-parleur, haut parleur, écouteur, altavoz, auricular, altoparlante, auricolare,
      altifalante, alto-falante, głośnik, słuchawk, luidspreker, speakers, difuzor, reproduktor, hoparlör, динамик, динамік, слухов`),
  ],
  ['microphone', stems('microphone, mic, mikrofon, micrófono, microfono, microfone, микрофон, мікрофон')],
  [
    'port',
    stems(`charging port, charge port, usb port, lightning port, charging socket, charging, ladebuchse, ladeanschluss, ladeport, prise de charge, connecteur de charge, puerto de carga,
      conector de carga, connettore di ricarica, porta de carga, conector, gniazd, złącze, laadpoort, muf*, konektor, şarj soketi, şarj girişi, разъём, разъем, роз'єм, гнездо`),
  ],
  [
    'button',
    stems(`power button, volume, side button, mute switch, silent switch, button, taste, lautstärke, einschaltknopf, knopf, bouton, botón, botones, tasto, pulsante, botão,
      przycisk, guzik, knop, buton, tlačítk, tuş, кнопк, качельк, клавиш`),
  ],
  ['wifi', stems('wifi, wi fi, wi-fi, wlan, bluetooth, signal, вайфай')],
  ['vibration', stems('vibrat, vibrac, vibrier, vibro, вибр*, вібр*')],
  [
    'tray',
    stems(
      'sim tray, sim slot, sim holder, simtray, sim-schublade, simschublade, sim-schacht, sim schacht, sim-halter, simhalter, tiroir sim, tiroir, bandeja, porta sim, portasim, carrellino, cassettino, carrello sim, gaveta, tacka, tackę, szufladk, simlade, sim lade, sertar, sim tepsisi, лоток, лотка, sim-лоток, слот',
    ),
  ],
  [
    'edge',
    stems(`corner, edge, frame, side, chassis, bezel, rim, coin, housing, casing, rahmen, kante, ecke, gehäuse, seite, bord, cadre, châssis, tranche, esquina, marco, borde, lateral,
      carcasa, canto, bordo, angolo, cornice, telaio, moldura, aro, ramk, rama, róg, rogu, rogi, obudow, krawędź, boczna, hoek, rand, zijkant, behuizing, colț, margine, ramă, roh, hrana, rám, rámeč,
      köşe, kenar, kasa, угл*, угол, рамк*, бок, боку, грань, корпус, кут, куті, ребр*`),
  ],
  [
    'screen',
    stems(`screen, display, front, glass, lcd, oled, panel, digitiser, digitizer, touchscreen, bildschirm, glas, scheibe, écran, ecran, vitre, verre, dalle, afficheur, pantalla, cristal, vidrio,
      schermo, vetro, ecrã, tela, vidro, ekran, wyświetlacz, szybk, szyb, scherm, ecranul, sticl, displej, sklo, sklíčk, экран, диспле, стекл, матриц, екран, скло, скла, склі`),
  ],
]);

/** Only these words name the screen beside "rear" or "camera". */
export const surelyScreen = new StemTable([
  [
    'screen',
    stems(
      'screen, display, front, lcd, oled, bildschirm, écran, ecran, pantalla, schermo, ecrã, tela, ekran, wyświetlacz, scherm, displej, экран, диспле, екран',
    ),
  ],
]);

/** What is wrong. `worn` is common to half of all used phones and carries little. */
export const faults = new StemTable([
  [
    'line',
    stems(`line, lines, stripe, stripes, streak, streaks, bar of, linie, linien, streifen, strich, striche, ligne, lignes, trait, línea, linea, líneas, raya en la pantalla, riga, righe, linha, linhas, listra, listras, risca, riscas,
      linia, linie na, pasek, paski, pasy, kreska, lijn, lijnen, streep, strepen, dungă, dungi, pruh, čára, çizgi, полос, линия, линии, лінія, смуг*`),
  ],
  [
    'burn',
    stems(
      `burn, burn-in, burnt, ghost, shadow on, eingebrann, einbrenn, brûl, marquage, quemad, bruciat, impress, queimad, wypalen, wypalon, ingebrand, inbranden, ars, arsur, vypálen, yanık, выгор, выжж, вигор`,
    ),
  ],
  [
    'spot',
    stems(`spot, spots, blotch, bleed, ink,  dark patch, blob, fleck, flecken, punkt im, punkt auf, schwarzer punkt, pixelfehler, tache, taches, point noir, mancha, manchas, punto negro, macchia, macchie, pontos,
      plama, plamk, plamy, wylew, wylan, kropk, martwe piksele, vlek, vlekken, stip, pată, pete, skvrn, flek, leke, пятн*, пятен, плям*, точка`),
  ],
  [
    'tint',
    stems(
      'discolour, discolor, tint, yellowish, verfärb, verfaerb, jauni, amarillent, ingiallit, zażółc, przebarw, verkleur, желтизн, желтит',
    ),
  ],
  [
    'missing',
    stems(
      'missing, fehlt, fehlen, fehlend, manque, manquant, falta, faltan, manca, mancante, em falta, brak, brakuje, ontbreek, lipse, chybí, eksik, отсутств, нету, відсутн, нема',
    ),
  ],
  [
    'broken',
    stems(`crack, smash, shatter, broke, broken, split, spider, damag, fractur, chip, chips, chipped, gone, lifting, popped, hairline, web, splinter, gesprungen, sprung, kaputt, gebrochen, riss, risse, defekt, zerbrochen, bruch, displaybruch, displayschaden, glasbruch, gesplittert, spinnen,
      cassé, casse, fissur, fêl*, brisé, éclat, abîm, roto, rota, rotos, rotas, quebrad, rajad, agrietad, grieta, estallad, partid, astillad, reventad, dañad, rotto, rotta, rotte, crepa, crepe, crepat, scheggiat, spaccat, danneggiat, incrinat,
      partido, rachad, rachadur, trincad, estilhaç, estragad, pęknięt, pęk*, pęknięcie, zbit*, rozbit*, stłucz, potłucz, pajęczyn, uszkodz, ułaman, obity, obita, obit*, gebarsten, barst, kapot, gebroken, scheur, beschadig,
      spart, crăpat, fisur, stricat, praskl, rozbit*, popraskan, naprask, poškoz, kırık, kirik, çatlak, kırılmış, hasarlı, разбит, трещин, треснут, треснул, паутин, скол*, побит, битый, битая, бите, битое, повреж, лопнул, розбит, тріщин, трісн, пошкодж, відкол`),
  ],
  [
    'bent',
    stems(`bent, bend, dent, dents, dented, ding, dings, knock, bash, nick, nicks, gouge, nicked, dinged, buckle, bump, warp, twisted, delle, dellen, verbogen, macke, macken, eindellung, krumm, bosse, choc, enfonc, tordu, plié, coup, abollad, golpe, doblad, toque, mella, ammaccat, ammaccatur, botta, botte, colpo, piegat, storto,
      amolgad, mossa, torto, amassad, wgniec, wgięc, wgniot, wygięt, krzyw, obic, deuk, deuken, krom, gebogen, îndoit, lovit, lovitur, ciupit, promáčkl, ohnut, ťukanec, göçük, ezik, bükük, eğik, вмятин, погнут*, изогнут*, гнут*, замят, забоин, вм'ятин, погнут`),
  ],
  [
    'replaced',
    stems(`replaced, replacement, aftermarket, third party, not original, non original, non-original, non genuine, not genuine, ausgetauscht, ersetzt, getauscht, nachbau, remplacé, changé, cambiad, cambiat, sustituid, sostituit, substitu, trocad, wymienion, wymienian, zamiennik, vervangen,
      schimbat, înlocuit, vyměn, değiş, заменён, заменен, замена экрана, меняли, менял, замінен, неоригинал, копия`),
  ],
  [
    'worn',
    stems(`scratch, scuff, scrape, scrapes, wear, worn, surface mark, marks, mark on, marked, cosmetic, signs of use, kratzer, verkratzt, zerkratzt, gebrauchsspuren, abnutzung, schrammen, rayure, rayé, micro-rayure, traces d, usure, égratign, arañaz, rayon, rayad, rozadur, marcas de uso, señales de uso, desgast, graffi, segni di, usura, strisci, righett,
      risco, riscos, riscado, riscada, arranh, marcas de, rysy, rysk, rys, zarysow, porysow, ślady, przetar, krassen, kras, gebruikssporen, gebruikerssporen, zgâri, zgari, urme de, škráb, škrábanc, poškrab, oděrk, çizik, çizikler, kılcal, царап, потерт, потёрт, следы, затёрт, затерт, подряп, потерт, сліди`),
  ],
  [
    'dead',
    stems(`not work, not working, does not work, doesn't work, doesnt work, don't work, dont work, isn't working, isnt working, no longer work, dead, faulty, fault, fails, failed, disabled, sticks, sticky, stuck, click, unavailable, inoperative, stopped working, crackl, distort, muffled, no face id, no touch id, service, swollen, swelling, bulg,
      intermittent, loose, dodgy, wonky, flaky, wont work, won't work, won't charge, wont charge, funktioniert nicht, geht nicht, ohne funktion, klemmt, kratzt, knistert, rauscht, aufgebläht, ne marche, ne fonctionne, hs, en panne, grésill, gonfl, no funciona, no va, no anda, falla, suena mal, hinchad, non funziona, non va, guast, difettos, gracchia, gonfi, não funciona, avariad,
      nie działa, nie dzia, uszkodzony, niesprawn, trzeszcz, charczy, zacina, spuchn, werkt niet, doet het niet, kraakt, nu merge, nu funcț, defect*, nefunguje, nefunkč, çalışmıyor, calismiyor, bozuk, arızalı, не работает, не работают, не раб, нерабоч, хрип, шипит, залипа, западает, вздул, вздут, глючит, не працю, непрацю, хрипить, sin face id, ohne face id, senza face id`),
  ],
]);

/** Said of a phone that has no such thing: "no cracks", "never opened", "screen is not cracked", "без царапин". The Portuguese "no" is "in the". */
export const denials =
  /(?<![\p{L}\d])(?:no(?! (?:ecr[ãa]|canto|vidro|telem|celular|aparelho|telefone|painel|meio|topo|lado|fundo|vidro|visor))|not|never|without|zero|free of|isn'?t|isnt|hasn'?t|hasnt|keine?|keiner|nicht|ohne|kein|sans|pas|aucune?|jamais|sin|ning[uú]n|ninguna|nunca|senza|nessun[ao]?|non|sem|nenhum|nenhuma|não|bez|brak|żadn\p{L}*|nie|geen|zonder|niet|fără|fara|nicio|niciun|nu|žádn\p{L}*|není|yok|hiç|değil|без|нет|не|нету|никаких|немає|нема|жодн\p{L}*)(?![\p{L}\d])/u;

/** A fault that is a denial in form: "face id does not work", "Face ID nie działa". */
export const brokenByDenial =
  /(?<![\p{L}\d])(?:not|n'?t|dont|doesnt|wont|cant|no longer|nicht|ne (?:marche|fonctionne|charge)|no (?:funciona|va|anda|carga)|non (?:funziona|va|carica)|não (?:funciona|carrega)|nie|niet|nu|не)(?: pas)?(?: \p{L}+)? ?(?:work|function|respond|charg|turn|recogni[sz]|click|funktioniert|geht|lädt|działa|ładuje|werkt|merge|funcț|работа|заряж|включ|працю|заряд|$)|(?:funktioniert|geht|werkt|doet het) (?:\p{L}+ )?(?:nicht|niet)|(?:marche|fonctionne) pas|no funciona|no va |non funziona|não funciona|çalışmıyor|nefunguje/u;
