/** One model a line: `name | model numbers`. Where a year tells models apart it is part of the name, and a text without one may mean any of them. */
export const motorola = `
Moto E6 |
Moto E7 |
Moto E13 | XT2345
Moto E14 | XT2421
Moto E20 | XT2155
Moto E22 | XT2239
Moto E32 | XT2227
Moto E40 | XT2159
Moto G5 |
Moto G5 Plus |
Moto G6 |
Moto G6 Play |
Moto G7 | XT1962
Moto G7 Play | XT1952
Moto G7 Plus | XT1965
Moto G7 Power | XT1955
Moto G8 | XT2045
Moto G8 Plus | XT2019
Moto G8 Power | XT2041
Moto G8 Power Lite |
Moto G9 Play | XT2083
Moto G9 Plus | XT2087
Moto G9 Power | XT2091
Moto G10 | XT2127
Moto G13 | XT2331
Moto G14 | XT2341
Moto G15 | XT2521
Moto G20 |
Moto G22 | XT2231
Moto G23 | XT2333
Moto G24 | XT2423
Moto G30 | XT2129
Moto G31 | XT2173
Moto G32 | XT2235
Moto G34 | XT2363
Moto G35 | XT2433
Moto G42 | XT2233
Moto G50 | XT2137
Moto G52 | XT2221
Moto G53 | XT2335
Moto G54 | XT2343
Moto G55 | XT2435
Moto G56 | XT2529
Moto G60 | XT2135
Moto G62 | XT2223
Moto G71 | XT2169
Moto G72 | XT2255
Moto G73 | XT2237
Moto G75 | XT2437
Moto G82 | XT2225
Moto G84 | XT2347
Moto G85 | XT2427
Moto G86 | XT2527
Moto G100 | XT2125
Moto G200 | XT2175
Motorola One Action |
Motorola One Vision |
Motorola Edge 20 | XT2143
Motorola Edge 20 Lite | XT2139
Motorola Edge 20 Pro | XT2153
Motorola Edge 30 | XT2203
Motorola Edge 30 Fusion | XT2243
Motorola Edge 30 Neo | XT2245
Motorola Edge 30 Ultra | XT2241
Motorola Edge 40 | XT2303
Motorola Edge 40 Neo | XT2307
Motorola Edge 40 Pro | XT2301
Motorola Edge 50 | XT2407
Motorola Edge 50 Fusion | XT2429
Motorola Edge 50 Neo | XT2409
Motorola Edge 50 Pro | XT2403
Motorola Edge 50 Ultra | XT2401
Motorola Edge 60 | XT2505
Motorola Edge 60 Fusion | XT2503
Motorola Edge 60 Pro | XT2507
Motorola Razr 40 | XT2323
Motorola Razr 40 Ultra | XT2321
Motorola Razr 50 | XT2453
Motorola Razr 50 Ultra | XT2451
Motorola Razr 60 | XT2553
Motorola Razr 60 Ultra | XT2551
Motorola Edge 30 Pro | XT2201
Motorola Edge 60 Neo |
Motorola Edge 60 Stylus |
Motorola Edge 70 |
Motorola Edge (2020) | XT2063
Motorola Edge+ (2020) | XT2061
Motorola Edge (2021) | XT2141
Motorola Edge (2022) | XT2205
Motorola Edge (2023) | XT2305
Motorola Edge+ (2023) |
Motorola Edge (2024) | XT2405
Motorola One | XT1941
Motorola One 5G | XT2075
Motorola One 5G Ace | XT2113
Motorola One Fusion | XT2073
Motorola One Hyper | XT2027
Motorola One Zoom | XT2010
Motorola Razr (2019) | XT2000
Motorola Razr 5G (2020) | XT2071
Motorola Razr (2023) |
Motorola Razr (2024) |
Motorola Razr+ (2023) |
Motorola Razr+ (2024) |
Moto E5 | XT1944
Moto E5 Plus | XT1924
Moto E5 Play | XT1921
Moto E6 Play | XT2029
Moto E6 Plus | XT2025
Moto E7 Plus | XT2081
Moto E7 Power | XT2097
Moto E15 |
Moto G4 |
Moto G4 Plus |
Moto G5S |
Moto G5S Plus |
Moto G6 Plus |
Moto G04 | XT2421
Moto G05 | XT2523
Moto G06 |
Moto G17 |
Moto G36 |
Moto G45 |
Moto G57 |
Moto G64 | XT2431
Moto G67 |
Moto G96 |
Moto G 5G (2022) | XT2213
Moto G 5G (2023) | XT2313
Moto G 5G (2024) | XT2417
Moto G (2025) |
Moto G Fast |
Moto G Pure | XT2163
Moto G Play (2021) | XT2093
Moto G Play (2023) | XT2271
Moto G Play (2024) | XT2413
Moto G Power (2020) |
Moto G Power (2021) | XT2117
Moto G Power (2022) | XT2165
Moto G Power 5G (2023) | XT2311
Moto G Power 5G (2024) | XT2415
Moto G Power (2025) |
Moto G Stylus (2020) | XT2043
Moto G Stylus (2021) | XT2115
Moto G Stylus 5G (2021) | XT2131
Moto G Stylus (2022) | XT2211
Moto G Stylus 5G (2022) | XT2215
Moto G Stylus (2023) | XT2317
Moto G Stylus 5G (2023) | XT2315
Moto G Stylus 5G (2024) | XT2419
Moto G Stylus (2025) |
Moto X4 | XT1900
Moto X Play |
Moto Z2 Play | XT1710
Moto Z2 Force | XT1789
Moto Z3 Play | XT1929
Moto Z4 | XT1980
Moto ThinkPhone | XT2309
`;
