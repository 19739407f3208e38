import type { Phrases } from './phrases.ts';

export const polish: Phrases = {
  titles: {
    sale: ['{full} {storage} {colour}', 'Sprzedam {model} {storage}', '{model} {storage} stan idealny', '{full} bez simlocka, komplet'],
    broken: ['{full} uszkodzony ekran', '{model} na części'],
    shop: ['{full} {storage} gwarancja 12 miesięcy', 'Odnowiony {full} {storage}, faktura'],
    wanted: ['KUPIĘ {model}', 'Szukam {full} {storage}'],
    accessory: ['Etui do {model}', 'Szkło hartowane {model}'],
    box: ['Pudełko {full} bez telefonu'],
    appeal: ['SKRADZIONY {full} - proszę o pomoc'],
  },
  openings: {
    sale: [
      'Sprzedam {full} {storage} w kolorze {colour}.',
      'Witam, na sprzedaż mój {model}, używany dwa lata.',
      'Do sprzedania {full}, {storage}, pierwszy właściciel.',
    ],
    broken: ['{full} z pękniętym ekranem, dotyk działa.', 'Telefon {model} na części lub do naprawy.'],
    shop: ['{shop} oferuje {full} {storage}, sprawdzony, z gwarancją.'],
    wanted: ['Kupię {model}, najlepiej {storage}, do {price}. Tylko z dowodem zakupu.'],
    accessory: ['Nowe etui do {model}, bez telefonu.'],
    box: ['Samo pudełko po {full}, telefonu nie ma w zestawie.'],
    appeal: ['To nie jest oferta! Skradziono mi {full} {storage}, kolor {colour}. Nie kupujcie, proszę o kontakt, nagroda.'],
  },
  condition: [
    'Stan bardzo dobry, drobne ślady na ramce.',
    'Ekran bez rys.',
    'Wszystko działa jak należy.',
    'Lekka rysa z tyłu, widać na zdjęciu.',
  ],
  battery: ['Bateria {battery}%.', 'Kondycja baterii {battery} %.', 'Bateria wymieniona wiosną.'],
  extras: ['W zestawie pudełko i kabel.', 'Sam telefon.', 'Dorzucam dwa etui.', 'Mam dowód zakupu.'],
  reasons: ['Sprzedaję, bo kupiłem nowszy.', 'Nietrafiony prezent.', 'Leży w szufladzie.'],
  money: ['Cena {price}, do małej negocjacji.', 'Cena ostateczna.', 'Możliwa zamiana.', 'Płatność gotówką.'],
  handover: ['Odbiór osobisty.', 'Mogę wysłać paczką za pobraniem.', 'Spotkanie przy dworcu.'],
  farewell: ['Pozdrawiam', 'Zapraszam do kontaktu.', 'Pytania proszę na wiadomość.'],
  numbers: [
    'Numer zamówienia {order}.',
    'Kod kreskowy z pudełka {ean}.',
    'Numer paczki {parcel}.',
    'Tel. {phone}',
    'Karta SIM {iccid} wyjęta.',
  ],
  edits: ['Aktualne.', 'Edycja: cena obniżona.', 'Nadal dostępny.'],
};
