/** Xiaomi with its Redmi and Poco lines; one model a line: `name | model numbers`. */
export const xiaomi = `
Mi 8 |
Mi 8 Lite |
Mi A1 |
Mi A2 |
Mi A2 Lite |
Mi A3 |
Mi Mix 3 |
Mi Note 10 | M1910F4G
Mi Note 10 Lite | M2002F4LG
Mi Note 10 Pro |
Mi 9 | M1902F1G
Mi 9T | M1903F10G
Mi 9T Pro | M1903F11G
Mi 9 SE | M1903F2G
Mi 9 Lite | M1904F3BG
Mi 10 | M2001J2G
Mi 10 Pro | M2001J1G
Mi 10T | M2007J3SY
Mi 10T Pro | M2007J3SG
Mi 10T Lite | M2007J17G
Mi 10 Lite | M2002J9G
Mi 11 | M2011K2G
Mi 11 Lite | M2101K9AG M2101K9G 2109119DG
Mi 11 Ultra | M2102K1G
Mi 11i | M2012K11G
Xiaomi 11T | 21081111RG
Xiaomi 11T Pro | 2107113SG
Xiaomi 12 | 2201123G
Xiaomi 12 Pro | 2201122G
Xiaomi 12 Lite | 2203129G
Xiaomi 12T | 22071212AG
Xiaomi 12T Pro | 22081212UG
Xiaomi 12X | 2112123AG
Xiaomi 13 | 2211133G
Xiaomi 13 Pro | 2210132G
Xiaomi 13 Lite | 2210129SG
Xiaomi 13 Ultra | 2304FPN6DG
Xiaomi 13T | 2306EPN60G
Xiaomi 13T Pro | 23078PND5G
Xiaomi 14 | 23127PN0CG
Xiaomi 14 Pro |
Xiaomi 14 Ultra | 24030PN60G
Xiaomi 14T | 2406APNFAG
Xiaomi 14T Pro | 2407FPN8EG
Xiaomi 15 | 24129PN74G
Xiaomi 15 Ultra | 25010PN30G
Xiaomi 15T |
Xiaomi 15T Pro |
Xiaomi 17 |
Xiaomi 17 Pro |
Xiaomi 17 Pro Max |
Xiaomi 17 Ultra |
Xiaomi Mix Flip |
Xiaomi Mix Fold 4 |
Redmi 7A |
Redmi 4X |
Redmi 5 |
Redmi 5 Plus |
Redmi 5A |
Redmi 6 |
Redmi 6A |
Redmi 7 |
Redmi S2 |
Redmi 8 |
Redmi 8A |
Redmi 9 | M2004J19G
Redmi 9A | M2006C3LG
Redmi 9C | M2006C3MG
Redmi 9T | M2010J19SG
Redmi 10 | 21061119AG
Redmi 10A | 220233L2G
Redmi 10C | 220333QNY
Redmi 11 Prime |
Redmi 12 | 23053RN02A 23053RN02Y
Redmi 12C | 22120RN86G
Redmi 13 | 24049RN28L 2404ARN45A
Redmi 13C | 23100RN82L 23106RN0DA
Redmi 14C | 2409BRN2CA
Redmi 13X |
Redmi 15 |
Redmi 15C |
Redmi A1 |
Redmi A2 | 23028RN4DG
Redmi A3 | 23129RN51X
Redmi A5 |
Redmi Note 7 | M1901F7G
Redmi Note 4 |
Redmi Note 5 |
Redmi Note 6 Pro |
Redmi Note 7 Pro |
Redmi Note 8 | M1908C3JG
Redmi Note 8 Pro | M1906G7G
Redmi Note 8T | M1908C3XG
Redmi Note 9 | M2003J15SC
Redmi Note 9 Pro | M2003J6B2G
Redmi Note 9S | M2003J6A1G
Redmi Note 9T | M2007J22G
Redmi Note 10 | M2101K7AG M2103K19G
Redmi Note 10 Pro | M2101K6G M2101K6R
Redmi Note 10S | M2101K7BG
Redmi Note 11 | 2201117TG
Redmi Note 11 Pro | 2201116TG 2201116SG
Redmi Note 11S | 2201117SG
Redmi Note 11 Pro+ | 21091116UG
Redmi Note 12 | 23021RAAEG 23021RAA2Y 22111317G
Redmi Note 12 Pro | 22101316G 2209116AG
Redmi Note 12 Pro+ | 22101316UG
Redmi Note 12S | 2303CRA44A
Redmi Note 13 | 23129RAA4G 23124RA7EO 2312DRAABG
Redmi Note 13 Pro | 23117RA68G 2312DRA50G
Redmi Note 13 Pro+ | 23090RA98G
Redmi Note 14 | 24117RN76G 24094RAD4G
Redmi Note 14 Pro | 24116RACCG 24090RA29G
Redmi Note 14 Pro+ | 24115RA8EG
Redmi Note 14S | 24117RN76E
Redmi Note 15 |
Redmi Note 15 Pro |
Redmi Note 15 Pro+ |
Poco F1 |
Poco F2 Pro |
Poco F3 | M2012K11AG
Poco F4 | 22021211RG
Poco F4 GT | 21121210G
Poco F5 | 23049PCD8G
Poco F5 Pro | 23013PC75G
Poco F6 | 24069PC21G
Poco F6 Pro | 23113RKC6G
Poco F7 |
Poco F7 Pro |
Poco F7 Ultra |
Poco F8 Pro |
Poco F8 Ultra |
Poco M3 | M2010J19CG
Poco M3 Pro | M2103K19PG
Poco M4 Pro | 2201117PG 21091116AG
Poco M5 | 22071219CG
Poco M5s | 2207117BPG
Poco M6 Pro | 2312FPCA6G
Poco M6 |
Poco M7 |
Poco M7 Pro |
Poco X3 | M2007J20CG
Poco X3 Pro | M2102J20SG
Poco X4 Pro | 2201116PG
Poco X4 GT | 22041216G
Poco X5 | 22111317PG
Poco X5 Pro | 22101320G
Poco X6 | 23122PCD1G
Poco X6 Pro | 2311DRK48G
Poco X7 | 24095PCADG
Poco X7 Pro | 2412DPC0AG
Poco C40 | 220333QPG
Poco C65 | 2310FPCA4G
Poco C75 |
Poco C85 |
`;
