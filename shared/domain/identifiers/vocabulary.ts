/**
 * The words around a number that say what it is. By language, so that a native speaker can check a line;
 * compared without accents and case, so `Übergabe` and `ubergabe` are one.
 */

import { foldWord } from './readable.ts';

/**
 * `other`: names something that is no device (an order, a parcel, a card). `vague`: "ref", "code": may name anything.
 * `contact`: a telephone number or an offer to tell more follows. `phone`: the word for a telephone, right behind "IMEI" the handset itself.
 * `numbering`: "no.", "number"; what it numbers stands beside it.
 * `device`: names the handset without saying IMEI. `serial`: the serial number. `last` and `first`: only the end or the beginning follows.
 * `backwards`: the digits are reversed. `part`: one of several pieces. `hidden`: the rest is withheld.
 * `model`: says which phone it is.
 * `example`: a dummy. `place`: a preposition, which makes "on the invoice" a place and no name. `proof`: "checked", "not blocked".
 */
export type Meaning =
  | 'other'
  | 'vague'
  | 'contact'
  | 'phone'
  | 'numbering'
  | 'device'
  | 'serial'
  | 'last'
  | 'first'
  | 'backwards'
  | 'part'
  | 'hidden'
  | 'example'
  | 'place'
  | 'price'
  | 'proof'
  | 'model'
  | 'negation'
  | 'likeness';

type Words = Partial<Record<Meaning, string>>;

const english: Words = {
  other:
    'order orders invoice receipt policy claim contract customer account tracking track parcel consignment waybill awb shipment shipping delivery courier carrier ean upc gtin jan asin isbn sku mpn barcode barcodes iccid eid simcard card amex visa mastercard iban bic swift vat tax company ad advert adverts advertisement listing listings item items lot ticket case booking reservation transaction payment paypal txn membership member loyalty licence license passport insurance warranty guarantee posted bumped updated uploaded timestamp epoch gps coordinates lat lng lon location postcode zip session cookie pixel user userid uid guid uuid token hash po rma batch fnsku meter reference-id policyholder voucher coupon gift serialised catalogue catalog stock inventory product article part-no bank sortcode routing utr crypto wallet btc fedex ups dhl usps hermes evri dpd yodel carton pallet gtin14 quote quotation job employee student patient nhs ssn registration reg vin chassis frame policyno pnr flight docket slip report certificate imsi msisdn trn acct ac seller shop store username password passcode laptop macbook tv console xbox ps5 playstation printer router',
  vague: 'ref refs reference references code codes id ids key pin entry file record',
  phone: 'phone telephone mobile cellphone cell smartphone',
  contact:
    'call text txt whatsapp wa sms tel telephone mobile mob cell ring phoneme message msg dm inbox viber telegram signal contact landline fax hotline request email mail buyers buyer',
  numbering: 'number numbers no nr num nos id code digits digit nbr numbr nummer slot slots sim',
  device: 'imei imeis meid handset device unit gadget lookup check checkmend',
  serial: 'serial sn',
  last: 'ends end ending ended last final finishing finishes finish trailing tail closing',
  first: 'starts start starting first begins begin beginning leading opens opening initial',
  backwards: 'backwards backward reverse reversed mirrored mirror inverted flipped',
  part: 'half part then followed rest second next remaining remainder continues plus piece third chunk section middle split separately after more missing finally lastly afterwards primary secondary',
  hidden: 'hidden redacted removed blurred censored masked withheld covered blanked concealed private remainder',
  example: 'dummy example sample placeholder fake test demo eg lorem template xxxxxx format',
  place: 'on from per at in by off under inside printed',
  price: 'price prices pricelist cost gbp usd eur pounds euros dollars quid offers sizes size buy',
  proof:
    'clean blacklisted blocked stolen checked verified verify clear registered database ok okay fine good valid verifiable box charger checking checker checkers proof prove google here below attached sticker itself yourself today says',
  negation: 'not isnt arent wasnt different',
  likeness: 'like such looks resembles',
};

/** Makes, models, capacities and colours, as sellers name a phone in every language. */
const phones: Words = {
  model:
    'iphone iphones apple samsung galaxy google pixel xiaomi redmi poco mi huawei honor oneplus oppo vivo realme motorola moto nokia sony xperia nothing lg htc asus zenfone rog lenovo zte blackberry fairphone infinix tecno itel nexus ipad watch pro max plus ultra mini lite fe se xl xr xs note fold flip edge gb tb mb ram rom go gen lte esim sim dual unlocked factory-unlocked locked network black white blue red green gold silver grey gray graphite purple pink yellow midnight starlight titanium natural boxed sealed used mint vgc new refurbished phone smartphone',
};

const german: Words = {
  other:
    'bestellung bestellnummer bestellnr auftrag auftragsnummer auftragsnr rechnung rechnungsnummer rechnungsnr beleg belegnummer belegnr fakturanr fakturanummer vertrag vertragsnummer kunde kundennummer kundennr konto kontonummer sendung sendungsnummer sendungsnr paket paketnummer paketschein lieferung lieferschein versand artikelnummer artikelnr artikel anzeige anzeigennummer anzeigen inserat strichcode karte kartennummer kreditkarte bankverbindung blz steuernummer ustid hrb versicherung versicherungsnummer police schadennummer garantie reservierung buchung ticketnummer vorgang vorgangsnummer aktenzeichen mitgliedsnummer fahrgestellnummer quittung gutschein ausweis lager transaktion barcode hinweis kassenbon kassenzettel bon bonuskarte girokonto frachtbrief los lizenzschlüssel ausweisnummer führerschein laptop drucker fernseher konsole',
  vague: 'referenz kennung kennzeichen code zeichen',
  phone: 'telefon telefons handy handys smartphone smartphones mobiltelefon',
  contact: 'anruf anrufen rufnummer telefon telefonnummer handynummer festnetz mobil whatsapp sms nachricht anfrage fax melden telefonisch',
  numbering: 'nummer nr num ziffern ziffer stellen zahl nummern kennnummer steckplatz slot',
  device: 'gerät geräte gerätenummer geräte-id gerätekennung handset handy handys geräts gerätes smartphone',
  serial: 'seriennummer seriennr serien serie',
  last: 'endet endend enden letzte letzten letzter endziffern hinten schluss ende endung endstellen endzahlen schlussziffern',
  first: 'beginnt beginnend anfang erste ersten fängt startet vorne beginnen anfangs beginn anfangsziffern',
  backwards: 'rückwärts umgekehrt rückwarts gespiegelt verkehrtherum umgekehrter umgekehrte rückläufig gedreht andersherum',
  part: 'hälfte teil dann danach gefolgt rest zweite zweiter weiter restliche folgt zuletzt schließlich schluss anschließend zweitens letzter',
  hidden: 'verdeckt geschwärzt zensiert versteckt unkenntlich',
  example: 'sieht aussieht beispiel muster platzhalter testnummer zb bspw beispielsweise',
  place: 'auf von vom aus laut am im der dem',
  price: 'preis preise preisliste euro größen festpreis kosten',
  proof:
    'gesperrt geprüft sauber prüfung gestohlen ok frei prüfen prüfbar ovp karton kontrolle kontrollieren abfrage abfragen überprüfen überprüfung nachprüfen nachweis prüfer selbst unten aufkleber',
  negation: 'nicht kein keine keiner anders',
};

const french: Words = {
  other:
    'commande facture reçu police contrat client compte suivi colis livraison expédition transporteur annonce article carte bancaire rib tva siret siren dossier réservation billet assurance garantie ticket paiement transaction codebarres barre barres lot sinistre abonné adhérent chassis immatriculation virement publié coordonnées devis bordereau chèque cadeau permis passeport console imprimante ordinateur',
  vague: 'réf référence code identifiant',
  phone: 'téléphone portable mobile smartphone',
  contact: 'appelez appeler tél téléphone téléphonez portable sms message contact joindre demande mp fixe numérotez',
  numbering: 'numéro no nr num n° chiffres chiffre numéros emplacement',
  device: 'appareil terminal mobile combiné téléphone portable smartphone',
  serial: 'série serie sn',
  last: 'finit finissant termine terminant derniers dernières dernier fin finale finaux terminent finissent terminaison',
  first: 'commence commençant début premiers premières premier débute commencent débutant initiaux',
  backwards: 'envers inversé inverse rebours',
  part: 'moitié partie puis ensuite suivi suite reste deuxième seconde restant enfin finalement moitie',
  hidden: 'masqué caché cachés masqués floutés flouté',
  example: 'exemple fictif bidon ex pex',
  place: 'sur selon du de dans',
  price: 'prix euros tarif tarifs tailles',
  proof: 'vérifier bloqué volé vérifié ok propre vérifiable débloqué boîte vérification vérifiez contrôle contrôler preuve consulter voici',
  negation: 'pas',
};

const spanish: Words = {
  other:
    'pedido orden factura recibo póliza contrato cliente cuenta seguimiento rastreo paquete envío guía anuncio artículo tarjeta bancaria iva nif cif dni nie ticket reserva seguro garantía caso pago transacción barras código-de-barras transportista albarán expediente siniestro matrícula bastidor socio publicado folio remito tique localizador talón regalo pasaporte carnet consola impresora portátil',
  vague: 'referencia código clave ref',
  phone: 'teléfono móvil celular',
  contact: 'llamar llama llámame llame teléfono tel móvil celular whatsapp wasap sms mensaje contacto consultar fijo',
  numbering: 'número numero núm num nro nº no dígitos cifras dígito números ranura',
  device: 'dispositivo equipo terminal aparato móvil celular teléfono',
  serial: 'serie serial sn',
  last: 'termina terminado acaba acabado últimos últimas último final finaliza terminación acaban terminan terminados terminada finales acabada',
  first: 'empieza comienza primeros primeras primero inicio inicia empiezan comienzan iniciales empezando',
  backwards: 'revés reves inverso invertido',
  part: 'mitad parte luego después resto sigue segunda seguido último finalmente restantes',
  hidden: 'oculto ocultos tapado borrado',
  example: 'ejemplo prueba ficticio ej pej',
  place: 'en según del de por',
  price: 'precio precios euros pesos tallas',
  proof:
    'bloqueado robado verificado limpio ok comprobar libre verificable caja verificar verificación comprobación comprueba consulta consultar abajo',
};

const portuguese: Words = {
  other:
    'encomenda pedido fatura factura nota recibo apólice contrato cliente conta rastreio rastreamento envio anúncio artigo cartão nif cpf cnpj reserva seguro garantia pagamento transação barras processo sinistro matrícula chassi boleto pix transportadora talão cupom cupão passaporte consola impressora',
  vague: 'referência código chave protocolo',
  phone: 'telefone telemóvel celular',
  contact: 'ligar ligue telefone telemóvel celular whatsapp zap mensagem contacto contato chama',
  numbering: 'número núm nº dígitos algarismos números slot',
  device: 'aparelho dispositivo equipamento telemóvel celular',
  serial: 'série serie serial',
  last: 'termina acaba últimos últimas final finais terminando terminam acabam finalizando fim',
  first: 'começa inicia primeiros início começando começam iniciais',
  backwards: 'contrário invertido inverso trás avessas',
  part: 'metade parte depois resto restante seguido segunda fim seguida finalmente restantes',
  hidden: 'oculto escondido tapado',
  example: 'exemplo teste fictício ex pex',
  place: 'no na segundo do da',
  price: 'preço preços reais euros tamanhos',
  proof:
    'bloqueado roubado verificado ok limpo desbloqueado consulta caixa verificar verificação consultar confirmar conferir comprovar abaixo',
  negation: 'não nao',
};

const italian: Words = {
  other:
    'ordine fattura ricevuta scontrino polizza contratto cliente conto tracciamento spedizione pacco lettera-di-vettura vettura corriere annuncio articolo carta partita iva codicefiscale fiscale prenotazione assicurazione garanzia pagamento transazione barre pratica sinistro targa telaio tessera bolla ddt lotto bonifico patente passaporto biglietto buono stampante console',
  vague: 'riferimento rif codice identificativo',
  phone: 'telefono cellulare telefonino',
  contact: 'chiamare chiama telefono cellulare whatsapp messaggio contattare richiesta tel',
  numbering: 'numero num nr cifre cifra numeri n°',
  device: 'dispositivo apparecchio terminale telefono cellulare',
  serial: 'seriale serie matricola',
  last: 'finisce termina ultime ultimi ultima finale finali terminante finiscono terminano coda',
  first: 'inizia comincia prime primi inizio cominciano iniziano iniziali',
  backwards: 'contrario rovescio inverso invertito rovescia rovesciato ritroso',
  part: 'metà parte poi seguito resto seconda rimanenti infine quindi successivamente restanti rimanente',
  hidden: 'nascosto oscurato coperto',
  example: 'es. esempio finto prova',
  place: 'su sul sulla dal dalla del secondo',
  price: 'prezzo prezzi euro taglie listino',
  proof: 'bloccato rubato verificato ok pulito sbloccato verifica scatola verificare controllo controllare sotto',
  negation: 'non',
};

const polish: Words = {
  other:
    'zamówienie zamówienia faktura faktury rachunek paragon polisa polisy umowa umowy klient klienta konto konta przesyłka przesyłki paczka paczki przewozowy kurier dostawa ogłoszenie ogłoszenia oferta aukcja karta karty nip regon pesel krs rezerwacja ubezpieczenie gwarancja płatność transakcja kreskowy sprawa szkoda rejestracyjny dowód opakowanie bilet iban magazyn kwit karnet bon kupon paszport zlecenie zgłoszenie konsola drukarka laptop telewizor',
  vague: 'referencja kod identyfikator znak',
  phone: 'telefon telefonu komórki smartfona',
  contact: 'telefon tel zadzwoń dzwoń dzwonić kontakt sms whatsapp wiadomość komórka kom zapytanie',
  numbering: 'numer nr numery cyfr cyfry cyfra numerem numeru gniazdo slot',
  device: 'urządzenie urządzenia aparat telefonu telefon komórki smartfona',
  serial: 'seryjny seryjnego seria sn',
  last: 'końcówka kończy kończący ostatnie ostatnich koniec końcowe zakończony zakończone końcu końcówce kończące kończą końcowych',
  first: 'zaczyna pierwsze pierwszych początek początkowe zaczynający początku zaczynają rozpoczyna rozpoczynający początkowych',
  backwards: 'tyłu wspak odwrotnie odwrócony',
  part: 'połowa część potem następnie reszta druga dalej pozostałe kolejne następne dalsze drugi trzecia',
  hidden: 'ukryte zamazane zakryte',
  example: 'przykład przykładowy testowy np',
  place: 'na z ze według',
  price: 'cena ceny cennik kwota zł złotych rozmiar rozmiary',
  proof:
    'zablokowany kradziony sprawdzić sprawdzony ok czysty sprawny pudełko sprawdzenia sprawdź sprawdzenie weryfikacja weryfikacji zweryfikuj kontrola kontroli',
  negation: 'nie',
};

const romanian: Words = {
  other:
    'comandă comanda comenzii factură factura facturii chitanță poliță contract client clientului cont colet coletului livrare transport anunț anunțului articol card cardului cui cnp rezervare asigurare garanție plată tranzacție bare dosar bilet bon expediere curier tichet sesizare pașaport permis imprimantă voucher',
  vague: 'referință cod codul ref',
  phone: 'telefon telefonul telefonului mobil',
  contact: 'sună sunați telefon tel whatsapp mesaj contact apel cerere mobil',
  numbering: 'număr numărul nr cifre numar numarul numere',
  device: 'dispozitiv aparat terminal telefonului telefon',
  serial: 'seria serie serial',
  last: 'termină ultimele ultima final sfârșit sfârșește sfârșitul terminate terminat finalul finale terminație',
  first: 'începe primele prima început începutul începând primelor',
  backwards: 'invers inversat coadă spate inversă întors răsturnat',
  part: 'jumătate parte apoi urmat restul doua rest urmează urmate',
  hidden: 'ascuns acoperit mascat',
  example: 'exemplu test fictiv ex',
  place: 'pe din de conform',
  price: 'preț prețuri lei euro mărimi',
  proof: 'blocat furat verificat ok curat cutie verificare verificați verifica verificarea control',
  negation: 'nu',
};

const northern: Words = {
  other:
    'bestelling bestelnummer ordernummer factuur factuurnummer klantnummer klant rekening rekeningnummer zending pakket verzending advertentie artikelnummer kaart btw kvk polis verzekering garantie betaling streepjescode reservering bestilling ordrenummer ordre faktura fakturanummer kvittering kunde kundenummer konto kontonummer pakke sporing sporingsnummer forsendelse annonce annonse varenummer kort kortnummer forsikring garanti betaling stregkode strekkode beställning beställningsnummer kvitto kundnummer paket spårning spårningsnummer försändelse annons artikel försäkring betalning streckkode streckkod tilaus tilausnumero lasku asiakas asiakasnumero tili lähetys lähetystunnus seuranta paketti ilmoitus kortti vakuutus takuu maksu viivakoodi tracktrace kassabon bonnetje bonnummer klantenkaart bonuskaart cadeaubon rijbewijs paspoort medlemskort gavekort kassakvitto kuitti lahjakortti',
  vague: 'referentie kenmerk referens referanse viite koodi kode kod',
  phone: 'telefoon mobil mobilen telefonen puhelin puhelimen',
  contact: 'bel bellen telefoon telefoonnummer ring ringe telefon mobil puhelin soita puhelinnumero bericht besked melding aanvraag',
  numbering: 'nummer nr cijfers siffer siffror numero numerot tal nummeret numret sifre siffrorna cifre cifrene sifrene numeroa',
  device: 'toestel apparaat enhet enheden enhed laite laitteen toestelnummer mobilens telefonens telefonin puhelimen telefoon',
  serial: 'serienummer serienr sarjanumero',
  last: 'eindigt laatste einde slutar sista slutter siste sidste ender päättyy viimeiset loppuu endar slutsiffror sidst eindcijfers eindigend laatst slutt avslutas päättyvä lopussa viimeinen',
  first:
    'begint eerste börjar första begynner første starter alkaa ensimmäiset begynder starten beginnend begynnar börjande alku alkava alussa beginnt',
  backwards: 'achterstevoren omgekeerd baklänges bakvänt baglæns baklengs omvendt takaperin',
  part: 'helft deel daarna gevolgd rest tweede hälften del sedan resten andra därefter halvdel derefter puolet osa sitten loput toinen dan vervolgens tenslotte så',
  hidden: 'verborgen afgedekt dold skjult piilotettu',
  example: 'voorbeeld exempel eksempel esimerkki bijv bv bijvoorbeeld tex fx feks',
  place: 'op van volgens på från fra',
  price: 'prijs prijzen pris priser hinta hinnat kr kronor kroner maten',
  negation: 'niet geen inte ikke ei',
  proof:
    'ok schoon vrij doos controle controleer controleren kontroll kontrollera kontrol kontroller tjek tjekke sjekk sjekke tarkista tarkistus verifiering',
};

const eastern: Words = {
  other:
    'objednávka objednávky faktura účtenka smlouva zákazník účet zásilka zásilky balík sledování inzerát zboží karta ičo dič pojistka záruka platba objednavka cislo-uctu zákazka rendelés rendelésszám számla számlaszám nyugta szerződés ügyfél csomag csomagszám nyomkövetés hirdetés kártya adószám biztosítás garancia fizetés vonalkód sipariş siparişi fatura fiş sözleşme müşteri hesap kargo takip gönderi paket ilan ürün kart vergi sigorta garanti ödeme barkod rezervasyon narudžba narudžbe račun računa pošiljka pošiljke paket oglas kartica osiguranje garancija plaćanje kupac fatura porosia παραγγελία παραγγελίας τιμολόγιο απόδειξη πελάτη λογαριασμός αποστολή αποστολής δέμα αγγελία κάρτα αφμ ασφάλεια εγγύηση πληρωμή poukaz průkaz průkazka lístek los reklamace makbuz dekont bilet poliçe kupon hediye δωροκάρτα λαχείο κράτηση ehliyet pasaport',
  vague: 'odkaz kód referans kodu kod hivatkozás azonosító κωδικός šifra referenca',
  phone: 'telefon telefonu telefonun telefonu mobil mobilu τηλέφωνο κινητό κινητού τηλεφώνου mobitel mobitela',
  contact: 'volejte telefon tel mobil hívjon hívás ara arayın telefonu cep nazovi zovi pozovi mobitel τηλέφωνο κινητό κλήση zavolej',
  numbering:
    'číslo čísla č číslic szám száma számjegy numara numarası no hane broj brojevi cifre αριθμός αριθμό ψηφία číslic hanesi haneli rakam rakamı číslice',
  device:
    'zařízení zariadenie készülék készülékszám cihaz uređaj uredaj συσκευή συσκευής telefonu telefonun cihazın mobilu κινητού τηλεφώνου přístroje přístroj telefónu telefona mobitela',
  serial: 'sériové sériově gyártási sorozatszám seri serijski serijskog σειριακός',
  last: 'končí poslední posledné posledních végződik utolsó vége son biten bitiyor sonu završava posljednje zadnje poslednje τελειώνει τελευταία λήγει végén végződő končící konci koncovka konec koniec posledná sonundaki sonda bitişi kraj zadnja zadnjih τέλος καταλήγει λήγουν',
  first:
    'začíná začína první prvé kezdődik első eleje ilk başlıyor başlar počinje prve prvih αρχίζει ξεκινά πρώτα kezdete kezdő elején začátek začiatok prvních başı başlangıcı ilki početak αρχή ξεκινάει',
  backwards:
    'pozpátku naopak odzadu visszafelé fordítva tersten ters obrnuto unatrag unazad naopako ανάποδα αντίστροφα pozpatku obráceně převráceně fordított megfordítva tersine obrnutim ανάστροφα',
  part: 'polovina část pak potom zbytek druhá fele rész aztán majd többi második yarısı sonra kalan ikinci devamı pola dio zatim ostatak druga μισό μέρος μετά υπόλοιπα nakonec poté následně végül utána zatím τέλος ύστερα έπειτα',
  hidden: 'skryté rejtett gizli skriveno κρυμμένο',
  example: 'příklad példa örnek primjer primer παράδειγμα např örn örneğin pl npr πχ',
  place: 'na podle z az szerint üzerinde στο',
  price: 'cena ceny kč árak ft fiyat tl cijena τιμή irányár vételár',
  negation: 'není nejde değil δεν όχι nije nem',
  proof:
    'ok čisté temiz καθαρό kutu krabička kontrole kontrola ověření ověřit prověřit overenie ellenőrzés ellenőrizd sorgula sorgulama sorgulamak kontrol doğrulama provjera provjeri provera έλεγχος έλεγχο ελέγξτε patikra pārbaude kontroll',
};

const russian: Words = {
  other:
    'заказ заказа заказу накладная накладной чек чека счет счёт счета договор договора клиент клиента отправление отправления посылка посылки трек трек-номер доставка доставки объявление объявления товар товара артикул карта карты инн огрн снилс полис полиса гарантия страховка оплата транзакция штрихкод штрих бронь бронирование квитанция замовлення рахунок договір посилка оголошення картка поръчка поръчката фактура фактурата пратка пратката обява клиентски карта товарителница талон ттн ваучер абонемент удостоверение паспорт купон квиток',
  vague: 'код кода ссылка референс айди',
  phone: 'телефон телефона телефону телефона смартфона мобильного',
  contact:
    'звоните звони звонить позвоните тел телефон телефону телефона сотовый мобильный ватсап вацап смс вотсап вайбер телеграм сообщение запрос запросу дзвоніть обадете',
  numbering: 'номер номера номеру цифр цифры цифра № число цифри цифрите цифрами слот',
  device: 'устройство устройства аппарат аппарата прибор пристрій устройството апарат телефона телефону смартфона устройстве пристрою',
  serial: 'серийный серийник серийного серійний серия сериен',
  last: 'заканчивается кончается последние последних конец окончание закінчується останні завършва последните оканчивается окончании концовка закінчення кінець кінцівка последними завершающие край завършващ завършват',
  first: 'начинается первые первых начало починається перші започва първите начинаются начала началом початок началото започващ',
  backwards: 'наоборот задом обратно обратном реверс навпаки наобратно отзад',
  part: 'половина часть затем потом далее остальное остаток вторая дальше решта втора после сначала конце наконец спочатку наприкінці накрая остальные',
  hidden: 'скрыто скрыты замазано закрыто',
  example: 'пример образец приклад пример напр например пр наприклад наприм',
  place: 'на из с по от',
  price: 'цена цены руб рублей грн лв прайс',
  negation: 'не',
  proof:
    'ок чистый чистий чист коробка проверить проверки проверка проверку проверяйте сверка перевірка перевірки перевірити провери проверете',
};

const arabicScript: Words = {
  other:
    'طلب الطلب طلبية فاتورة الفاتورة ايصال عقد العقد عميل العميل حساب الحساب شحنة الشحنة تتبع التتبع طرد إعلان اعلان الاعلان بطاقة البطاقة ضريبي تأمين ضمان دفع باركود آرڈر آرڈرنمبر رسید بل اکاؤنٹ پارسل ٹریکنگ اشتہار کارڈ سفارش فاکتور مرسوله رهگیری حساب کارت آگهی سند قسيمة تذكرة رخصة جواز',
  vague: 'كود رمز مرجع کوڈ حوالہ کد شناسه',
  phone: 'هاتف الهاتف جوال الجوال موبايل الموبايل تليفون فون موبائل تلفن',
  contact: 'اتصل هاتف الهاتف جوال واتساب واتس موبايل تليفون رسالة فون رابطہ کال موبائل تماس تلفن اتصال تواصل',
  numbering: 'رقم الرقم ارقام أرقام نمبر عدد شماره',
  device: 'جهاز الجهاز آلہ ڈیوائس دستگاه گوشی موبائل',
  serial: 'سيريال تسلسلي التسلسلي سیریل سریال',
  last: 'آخر اخر آخره ينتهي تنتهي نهايته نهاية الأخيرة آخری اختتام ختم پایان آخرین تمام آخرش منتهي منتهية اواخر پایانی',
  first: 'أول اول أوله يبدأ تبدأ بدايته بداية الأولى شروع پہلے ابتدا آغاز اولین بدايه يبتدئ بداي ابتدای اوایل اولش',
  backwards: 'بالعكس معكوس بالمقلوب مقلوب الٹا معکوس برعکس العكس',
  part: 'نصف جزء ثم بعدها الباقي النصف الجزء الثاني آدھا حصہ پھر باقی نیمه سپس بقیه وأخيرا واخيرا أخيرا اخيرا بعد آخرا اور',
  hidden: 'مخفي مخفية چھپا پنهان',
  example: 'مثال تجريبي نمونہ نمونه مثلا مثلاً جیسے',
  place: 'على من حسب پر از',
  price: 'سعر السعر الاسعار قیمت جنيه ريال درهم روپے تومان',
  negation: 'ليس ليست لیس نہیں نیست',
  proof: 'سليم نظيف صاف كرتون للفحص فحص للتحقق تحقق للتاكد تاكد چیک تصدیق جانچ بررسی استعلام',
};

const indian: Words = {
  other:
    'ऑर्डर आर्डर इनवॉइस बिल रसीद पॉलिसी ग्राहक खाता खाते पार्सल ट्रैकिंग कूरियर विज्ञापन कार्ड जीएसटी बीमा वारंटी भुगतान बारकोड बुकिंग অর্ডার চালান রসিদ গ্রাহক হিসাব পার্সেল ট্র্যাকিং বিজ্ঞাপন কার্ড ઓર્ડર બિલ ஆர்டர் பில் order-number gst aadhaar aadhar pan upi टिकट कूपन लाइसेंस पासपोर्ट',
  vague: 'कोड संदर्भ रेफ कोडनंबर কোড',
  phone: 'फोन फ़ोन मोबाइल ফোন ফোনের মোবাইল মোবাইলের phone',
  contact: 'फोन फ़ोन कॉल व्हाट्सएप मोबाइल संपर्क मैसेज ফোন কল মোবাইল হোয়াটসঅ্যাপ karo',
  numbering: 'नंबर नम्बर संख्या क्रमांक अंक নম্বর সংখ্যা number',
  device: 'डिवाइस हैंडसेट উপকরণ ডিভাইস',
  serial: 'सीरियल সিরিয়াল',
  last: 'अंतिम आखिरी आख़िरी अंत आखिर শেষ aakhri akhri akhir aakhir khatam ant antim खत्म समाप्त अन्त अन्तिम आखरी पीछे শেষে শেষের શેષ છેલ્લા aakhiri piche peeche',
  first: 'पहले शुरू शुरुआत आरंभ প্রথম শুরু pehle pehla shuru shuruat शुरुआती आगे प्रारंभ শুরুতে শুরুর শুরুয় પહેલા aage starting',
  backwards: 'उल्टा उलटा उल्टे পেছন উল্টো ulta ulti ulte',
  part: 'आधा हिस्सा फिर बाकी भाग दूसरा আধা অংশ তারপর বাকি aadha adha phir fir baaki baki hissa doosra उसके और अंत তারপরে uske aur',
  hidden: 'छुपा छिपा লুকানো chupa',
  example: 'उदाहरण नमूना উদাহরণ जैसे यथा যেমন',
  place: 'पर में se par',
  price: 'दाम कीमत मूल्य रुपये রেট দাম daam keemat rupees rs',
  negation: 'नहीं नही নয় না',
  proof: 'साफ सही ठीक जांच जाँच चेक पुष्टि যাচাই চেক',
};

const others: Words = {
  other:
    'pesanan invois resi paket pengiriman iklan kartu rekening pelanggan asuransi garansi pembayaran đơn oda agizo risiti akaunti mteja הזמנה חשבונית קבלה לקוח חשבון משלוח חבילה מעקב מודעה כרטיס ביטוח אחריות struk nota kwitansi',
  phone: 'telepon hp điện thoại simu טלפון נייד',
  contact: 'hubungi telepon hp gọi điện thoại piga simu טלפון התקשרו נייד וואטסאפ',
  numbering: 'nomor nomer no số nambari namba מספר angka 번호 넘버',
  last: 'berakhir terakhir akhir cuối kết mwisho אחרונות מסתיים נגמר berakhiran akhiran akhirnya belakang belakangnya diakhiri ujung đuôi סוף בסוף מסתיימת סופו thúc',
  first:
    'dimulai pertama awal đầu bắt kuanza mwanzo מתחיל ראשונות berawalan awalan diawali depan depannya awalnya mulai מתחילה תחילת בהתחלה ראשון',
  backwards: 'terbalik dibalik ngược kinyume הפוך',
  part: 'setengah bagian lalu kemudian sisanya nửa phần sau nusu kisha חצי חלק אחרי שאר setelah berikutnya tiếp rồi ואז לבסוף בסוף',
  serial: 'seri סידורי',
  price: 'harga giá bei מחיר',
  negation: 'bukan không',
  example: 'contoh misal misalnya vd ví thí',
  proof: 'cek dicek verifikasi periksa kiểm tra',
};

const languages = [
  english,
  phones,
  german,
  french,
  spanish,
  portuguese,
  italian,
  polish,
  romanian,
  northern,
  eastern,
  russian,
  arabicScript,
  indian,
  others,
];

const meanings = new Map<string, Set<Meaning>>();
for (const language of languages) {
  for (const [meaning, words] of Object.entries(language)) {
    for (const word of words.split(' ')) {
      const key = foldWord(word);
      meanings.set(key, (meanings.get(key) ?? new Set()).add(meaning as Meaning));
    }
  }
}

/** Ends of compounds that number something: `sendungsnummer`, `vertragsnr`, `számlaszám`. What stands before says what. */
const numberingEnds = [
  'nummer',
  'nummern',
  'nr',
  'numero',
  'szam',
  'numarasi',
  'kennung',
  'schein',
  'nummeret',
  'number',
  'no',
  'id',
  'code',
];
const deviceStems = /^(?:im[ei]{2}|gerat|handset|device|toestel|laite|enhets|keszulek|phone|unit)/;
const serialStems = /^(?:seri|sarja|sorozat)/;

const nothing: ReadonlySet<Meaning> = new Set();
const other: ReadonlySet<Meaning> = new Set<Meaning>(['other']);
const serial: ReadonlySet<Meaning> = new Set<Meaning>(['serial']);
const numbering: ReadonlySet<Meaning> = new Set<Meaning>(['numbering']);

/** Arabic and Hebrew write "and" and "the" as one with the word: `وينتهي`, `ומסתיים`, `الأخيرة`. */
function withoutPrefix(word: string): ReadonlySet<Meaning> | undefined {
  const prefix = /^(?:[وו]|ال|ה)(?=..)/.exec(word)?.[0];
  return prefix === undefined ? undefined : meanings.get(word.slice(prefix.length));
}

/** What one folded word says about a number beside it; empty for most words. Compounds that end in "number" count as naming something else. */
export function meaningsOf(word: string): ReadonlySet<Meaning> {
  const known = meanings.get(word) ?? withoutPrefix(word);
  if (known !== undefined) return known;
  // Most words end at once here: no numbering compound ends in another letter.
  if (word.length < 6 || !'rnomigtde'.includes(word.charAt(word.length - 1))) return nothing;
  const end = numberingEnds.find((ending) => ending.length > 2 && word.endsWith(ending)) ?? (word.endsWith('snr') ? 'nr' : undefined);
  if (end === undefined) return nothing;
  if (serialStems.test(word)) return serial;
  return deviceStems.test(word) ? numbering : other;
}

/** Signs in scripts that put no spaces between words, found anywhere before or behind a number; `~` is a character or two, or none. */
const unspacedWords: Partial<Record<Meaning, string>> = {
  other:
    '订单 訂單 单号 單號 快递 快遞 物流 运单 運單 发票 發票 合同 客户 客戶 账号 帳號 卡号 卡號 银行 銀行 条码 條碼 条形码 保单 保單 编号 編號 广告 廣告 商品 货号 貨號 流水号 会员 注文 伝票 追跡 問い合わせ番号 請求書 領収書 口座 カード バーコード 契約 会員 주문 송장 운송장 택배 영수증 계좌 카드 바코드 계약 회원 คำสั่งซื้อ ใบเสร็จ พัสดุ บัญชี บัตร บาร์โค้ด ประกาศ',
  contact: '电话 電話 微信 手机号 手機號 联系 聯絡 連絡 전화 연락 โทร ไลน์',
  last: '尾号 尾號 尾数 尾數 末尾 后~位 后~码 後~位 後~碼 後~桁 末~位 末~码 末~碼 末~桁 尾~位 最后 最後 结尾 結尾 下~桁 뒷자리 뒤 끝 마지막 ลงท้าย ท้าย สุดท้าย',
  first: '开头 開頭 前~位 前~码 前~碼 前~桁 头~位 頭~碼 最初 始まり 始まる 上~桁 앞 처음 시작 ขึ้นต้น ต้น ตัวแรก',
  backwards: '倒 反过来 反過來 反向 逆 거꾸로 반대로 ย้อน กลับ',
  part: '前半 后半 後半 剩下 然后 然後 接着 接著 接下来 次に それから 残り 그다음 나머지 다음 ครึ่ง แล้ว ตามด้วย',
  serial: '序列号 序號 序号 シリアル 製造番号 일련번호',
  device: '机身 設備 设备 端末 단말 เครื่อง',
  example: '例 示例 예시 ตัวอย่าง เช่น',
  negation: '不是 并非 ではありません ではない じゃない 아님 아닙니다 아니 ไม่ใช่',
  proof: '查询 可查 查验 验机 核实 核对 検証 確認 照会 照合 조회 확인 검증 ตรวจ เช็ค เช็ก',
  price: '价格 價格 价 円 元 가격 ราคา',
};

const unspaced = Object.entries(unspacedWords).map(([meaning, words]): [Meaning, RegExp] => [
  meaning as Meaning,
  new RegExp(words.split(' ').map(foldWord).join('|').replaceAll('~', '\\S{0,2}')),
]);

/** The meanings in a stretch of text without spaces between words, the one nearest its end last. */
export function meaningsInUnspaced(folded: string): { meaning: Meaning; at: number }[] {
  const found: { meaning: Meaning; at: number }[] = [];
  for (const [meaning, pattern] of unspaced) {
    const at = folded.search(pattern);
    if (at >= 0) found.push({ meaning, at });
  }
  return found.sort((a, b) => a.at - b.at);
}
