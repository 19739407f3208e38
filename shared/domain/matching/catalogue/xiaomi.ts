/** Xiaomi with its Redmi and Poco lines; one model a line: `name | model numbers`. */
export const xiaomi = `
Mi 8 |
Mi 9 |
Mi 9T |
Mi 9T Pro |
Mi 10 |
Mi 10 Pro |
Mi 10T |
Mi 10T Pro |
Mi 10T Lite |
Mi 11 |
Mi 11 Lite |
Mi 11 Ultra |
Mi 11i |
Xiaomi 11T | 21081111RG
Xiaomi 11T Pro | 2107113SG
Xiaomi 12 | 2201123G
Xiaomi 12 Pro | 2201122G
Xiaomi 12 Lite |
Xiaomi 12T | 22071212AG
Xiaomi 12T Pro |
Xiaomi 12X |
Xiaomi 13 | 2211133G
Xiaomi 13 Pro | 2210132G
Xiaomi 13 Lite |
Xiaomi 13 Ultra |
Xiaomi 13T |
Xiaomi 13T Pro |
Xiaomi 14 | 23127PN0CG
Xiaomi 14 Pro |
Xiaomi 14 Ultra |
Xiaomi 14T |
Xiaomi 14T Pro |
Xiaomi 15 |
Xiaomi 15 Ultra |
Xiaomi 15T |
Xiaomi 15T Pro |
Redmi 7A |
Redmi 8 |
Redmi 8A |
Redmi 9 |
Redmi 9A |
Redmi 9C |
Redmi 9T |
Redmi 10 |
Redmi 10A |
Redmi 10C |
Redmi 12 |
Redmi 12C |
Redmi 13 |
Redmi 13C |
Redmi 14C |
Redmi 15 |
Redmi 15C |
Redmi A1 |
Redmi A2 |
Redmi A3 |
Redmi A5 |
Redmi Note 7 |
Redmi Note 8 |
Redmi Note 8 Pro |
Redmi Note 8T |
Redmi Note 9 |
Redmi Note 9 Pro |
Redmi Note 9S |
Redmi Note 9T |
Redmi Note 10 |
Redmi Note 10 Pro |
Redmi Note 10S |
Redmi Note 11 | 2201117TG
Redmi Note 11 Pro |
Redmi Note 11S |
Redmi Note 12 |
Redmi Note 12 Pro |
Redmi Note 12 Pro+ |
Redmi Note 12S |
Redmi Note 13 |
Redmi Note 13 Pro |
Redmi Note 13 Pro+ |
Redmi Note 14 |
Redmi Note 14 Pro |
Redmi Note 14 Pro+ |
Redmi Note 15 |
Redmi Note 15 Pro |
Poco F1 |
Poco F2 Pro |
Poco F3 |
Poco F4 |
Poco F4 GT |
Poco F5 |
Poco F5 Pro |
Poco F6 |
Poco F6 Pro |
Poco F7 |
Poco F7 Pro |
Poco M3 |
Poco M3 Pro |
Poco M4 Pro |
Poco M5 |
Poco M5s |
Poco M6 Pro |
Poco X3 |
Poco X3 NFC |
Poco X3 Pro |
Poco X4 Pro |
Poco X5 |
Poco X5 Pro |
Poco X6 |
Poco X6 Pro |
Poco X7 |
Poco X7 Pro |
Poco C40 |
Poco C65 |
`;
