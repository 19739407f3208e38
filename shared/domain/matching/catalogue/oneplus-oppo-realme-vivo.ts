/** Four makes of one house; one model a line: `name | model numbers`. */
export const oneplus = `
OnePlus 3 | A3003
OnePlus 3T | A3010
OnePlus 5 | A5000
OnePlus 5T | A5010
OnePlus 6 | A6003
OnePlus 6T | A6013
OnePlus 7 | GM1903
OnePlus 7 Pro | GM1913
OnePlus 7T | HD1903
OnePlus 7T Pro | HD1913
OnePlus 8 | IN2013
OnePlus 8 Pro | IN2023
OnePlus 8T | KB2003
OnePlus 9 | LE2113
OnePlus 9 Pro | LE2123
OnePlus 10 Pro | NE2213
OnePlus 10T | CPH2415
OnePlus 9R | LE2101
OnePlus 10R | CPH2423
OnePlus 11R | CPH2487
OnePlus 11 | CPH2449
OnePlus 12 | CPH2581
OnePlus 12R | CPH2609
OnePlus 13 | CPH2653
OnePlus 13R | CPH2645
OnePlus 13S | CPH2723
OnePlus 13T |
OnePlus 15 |
OnePlus 15R |
OnePlus Open | CPH2551
OnePlus Nord | AC2003
OnePlus Nord 2 | DN2103
OnePlus Nord 2T | CPH2399
OnePlus Nord 3 | CPH2493
OnePlus Nord 4 | CPH2663
OnePlus Nord 5 | CPH2707
OnePlus Nord CE 3 | CPH2569
OnePlus Nord CE 4 | CPH2613
OnePlus Nord CE 5 |
OnePlus Nord N20 | GN2200
OnePlus Nord N30 | CPH2513
OnePlus Nord N200 | DE2117
OnePlus Nord N300 | CPH2389
OnePlus Nord CE | EB2103
OnePlus Nord CE 2 | IV2201
OnePlus Nord CE 2 Lite | CPH2409
OnePlus Nord CE 3 Lite | CPH2465
OnePlus Nord CE 4 Lite | CPH2621
OnePlus Nord N10 | BE2029
OnePlus Nord N100 | BE2013
`;

export const oppo = `
Oppo A5 |
Oppo A9 |
Oppo A15 | CPH2185
Oppo A16 | CPH2269
Oppo A16s | CPH2271
Oppo A17 | CPH2477
Oppo A18 | CPH2591
Oppo A38 | CPH2579
Oppo A40 | CPH2669
Oppo A53 | CPH2127
Oppo A54 | CPH2195
Oppo A57 | CPH2387
Oppo A58 | CPH2577
Oppo A60 | CPH2631
Oppo A72 | CPH2067
Oppo A74 | CPH2219 CPH2197
Oppo A78 | CPH2495 CPH2483
Oppo A79 | CPH2553
Oppo A80 | CPH2639
Oppo A94 | CPH2203 CPH2211
Oppo A96 | CPH2333
Oppo A98 | CPH2529
Oppo Find X2 | CPH2023
Oppo Find X2 Lite | CPH2005
Oppo Find X2 Neo | CPH2009
Oppo Find X2 Pro |
Oppo Find X3 Lite | CPH2145
Oppo Find X3 Neo | CPH2207
Oppo Find X3 Pro | CPH2173
Oppo Find X5 | CPH2307
Oppo Find X5 Lite | CPH2371
Oppo Find X5 Pro | CPH2305
Oppo Find X8 | CPH2651
Oppo Find X8 Pro | CPH2659
Oppo Find N2 Flip | CPH2437
Oppo Find N3 | CPH2499
Oppo Find N5 |
Oppo Reno 2 |
Oppo Reno 4 |
Oppo Reno 4 Pro |
Oppo Reno 5 |
Oppo Reno 6 |
Oppo Reno 6 Pro |
Oppo Reno 7 | CPH2363
Oppo Reno 8 | CPH2359
Oppo Reno 8 Lite | CPH2343
Oppo Reno 8 Pro | CPH2357
Oppo Reno 10 | CPH2531
Oppo Reno 10 Pro | CPH2525
Oppo Reno 11 | CPH2599
Oppo Reno 11 F | CPH2603
Oppo Reno 12 | CPH2625
Oppo Reno 12 F | CPH2637
Oppo Reno 12 Pro | CPH2629
Oppo Reno 13 |
Oppo A3 |
Oppo A3 Pro |
Oppo A5 Pro |
Oppo A5x |
Oppo A17k |
Oppo A57s | CPH2385
Oppo A76 | CPH2375
Oppo A77 | CPH2385
Oppo Find N3 Flip | CPH2519
Oppo Find X9 |
Oppo Find X9 Pro |
Oppo Reno |
Oppo Reno 2 Z |
Oppo Reno 3 |
Oppo Reno 4 Z |
Oppo Reno 5 Lite |
Oppo Reno 9 |
Oppo Reno 13 F |
Oppo Reno 13 Pro |
Oppo Reno 14 |
Oppo Reno 14 F |
Oppo Reno 14 Pro |
`;

export const realme = `
Realme 5 |
Realme 6 |
Realme 6 Pro |
Realme 7 |
Realme 7 Pro |
Realme 8 |
Realme 8 Pro |
Realme 8i |
Realme 9 |
Realme 9 Pro |
Realme 9 Pro+ |
Realme 9i |
Realme 10 |
Realme 11 |
Realme 11 Pro |
Realme 11 Pro+ |
Realme 12 |
Realme 12 Pro |
Realme 12 Pro+ |
Realme 13 |
Realme 14 |
Realme 14 Pro |
Realme C11 |
Realme C21 |
Realme C25 |
Realme C30 |
Realme C33 |
Realme C35 |
Realme C53 |
Realme C55 |
Realme C61 |
Realme C67 |
Realme C75 |
Realme GT |
Realme GT 2 |
Realme GT 2 Pro |
Realme GT 3 |
Realme GT 6 |
Realme GT 7 |
Realme GT Neo 2 |
Realme X2 |
Realme X2 Pro |
Realme X3 SuperZoom |
Realme 3 |
Realme 3 Pro |
Realme 5 Pro |
Realme 5i |
Realme 6i |
Realme 7i |
Realme 12x |
Realme 13 Pro |
Realme 13 Pro+ |
Realme 14 Pro+ |
Realme 14x |
Realme 15 |
Realme 15 Pro |
Realme C3 |
Realme C15 |
Realme C21Y |
Realme C25s |
Realme C31 |
Realme C51 |
Realme C63 |
Realme C65 |
Realme C71 |
Realme GT 7 Pro |
Realme GT 8 Pro |
Realme GT Master |
Realme GT Neo 3 |
Realme GT Neo 3T |
Realme Narzo 50 |
Realme Narzo 60 |
Realme Narzo 70 |
Realme P1 |
Realme P3 |
`;

export const vivo = `
Vivo V20 |
Vivo V21 | V2050
Vivo V23 | V2130
Vivo V25 |
Vivo V27 |
Vivo V29 | V2250
Vivo V29 Lite |
Vivo V30 |
Vivo V30 Lite |
Vivo V40 | V2348
Vivo V40 Lite |
Vivo V50 |
Vivo V50 Lite |
Vivo V60 |
Vivo X60 Pro |
Vivo X80 Pro |
Vivo X90 Pro |
Vivo X100 |
Vivo X100 Pro |
Vivo X200 |
Vivo X200 Pro |
Vivo X300 Pro |
Vivo Y01 |
Vivo Y11s |
Vivo Y16 |
Vivo Y17s |
Vivo Y20 |
Vivo Y20s |
Vivo Y21 |
Vivo Y21s |
Vivo Y22 |
Vivo Y22s |
Vivo Y27 |
Vivo Y28 |
Vivo Y33s |
Vivo Y35 |
Vivo Y36 |
Vivo Y70 |
Vivo Y72 |
Vivo Y76 |
Vivo Y100 |
`;
