/** Makes with a smaller share of the offers; one model a line: `name | model numbers`. */
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
OnePlus 11 | CPH2449
OnePlus 12 | CPH2581
OnePlus 12R | CPH2609
OnePlus 13 | CPH2653
OnePlus 13R |
OnePlus 15 |
OnePlus Open | CPH2551
OnePlus Nord | AC2003
OnePlus Nord 2 | DN2103
OnePlus Nord 2T | CPH2399
OnePlus Nord 3 | CPH2493
OnePlus Nord 4 | CPH2663
OnePlus Nord 5 |
OnePlus Nord CE | EB2103
OnePlus Nord CE 2 | IV2201
OnePlus Nord CE 2 Lite | CPH2409
OnePlus Nord CE 3 Lite | CPH2465
OnePlus Nord CE 4 Lite |
OnePlus Nord N10 |
OnePlus Nord N100 |
`;

export const oppo = `
Oppo A5 |
Oppo A9 |
Oppo A15 | CPH2185
Oppo A16 | CPH2269
Oppo A16s |
Oppo A17 | CPH2477
Oppo A18 |
Oppo A38 |
Oppo A40 |
Oppo A53 |
Oppo A54 | CPH2195
Oppo A57 |
Oppo A58 |
Oppo A60 |
Oppo A72 |
Oppo A74 |
Oppo A78 |
Oppo A79 |
Oppo A80 |
Oppo A94 |
Oppo A96 |
Oppo A98 |
Oppo Find X2 | CPH2023
Oppo Find X2 Lite |
Oppo Find X2 Neo |
Oppo Find X2 Pro |
Oppo Find X3 Lite |
Oppo Find X3 Neo |
Oppo Find X3 Pro | CPH2173
Oppo Find X5 | CPH2307
Oppo Find X5 Lite |
Oppo Find X5 Pro | CPH2305
Oppo Find X8 |
Oppo Find X8 Pro |
Oppo Find N2 Flip |
Oppo Find N3 |
Oppo Find N5 |
Oppo Reno 2 |
Oppo Reno 4 |
Oppo Reno 4 Pro |
Oppo Reno 5 |
Oppo Reno 6 |
Oppo Reno 6 Pro |
Oppo Reno 7 |
Oppo Reno 8 |
Oppo Reno 8 Lite |
Oppo Reno 8 Pro |
Oppo Reno 10 |
Oppo Reno 10 Pro |
Oppo Reno 11 |
Oppo Reno 11 F |
Oppo Reno 12 |
Oppo Reno 12 F |
Oppo Reno 12 Pro |
Oppo Reno 13 |
`;

export const motorola = `
Moto E6 |
Moto E7 |
Moto E13 | XT2345
Moto E14 |
Moto E20 |
Moto E22 |
Moto E32 |
Moto E40 |
Moto G5 |
Moto G5 Plus |
Moto G6 |
Moto G6 Play |
Moto G7 |
Moto G7 Play | XT1952
Moto G7 Plus |
Moto G7 Power | XT1955
Moto G8 |
Moto G8 Plus |
Moto G8 Power |
Moto G8 Power Lite |
Moto G9 Play |
Moto G9 Plus |
Moto G9 Power |
Moto G10 |
Moto G13 |
Moto G14 |
Moto G15 |
Moto G20 |
Moto G22 |
Moto G23 |
Moto G24 |
Moto G30 |
Moto G31 |
Moto G32 |
Moto G34 |
Moto G35 |
Moto G42 |
Moto G50 |
Moto G52 |
Moto G53 |
Moto G54 | XT2343
Moto G55 |
Moto G56 |
Moto G60 |
Moto G62 |
Moto G71 |
Moto G72 |
Moto G73 |
Moto G75 |
Moto G82 |
Moto G84 | XT2347
Moto G85 |
Moto G86 |
Moto G100 |
Moto G200 |
Motorola One |
Motorola One Action |
Motorola One Vision |
Motorola Edge |
Motorola Edge 20 |
Motorola Edge 20 Lite |
Motorola Edge 20 Pro |
Motorola Edge 30 |
Motorola Edge 30 Fusion |
Motorola Edge 30 Neo |
Motorola Edge 30 Ultra |
Motorola Edge 40 | XT2303
Motorola Edge 40 Neo | XT2307
Motorola Edge 40 Pro | XT2301
Motorola Edge 50 |
Motorola Edge 50 Fusion |
Motorola Edge 50 Neo |
Motorola Edge 50 Pro |
Motorola Edge 50 Ultra |
Motorola Edge 60 |
Motorola Edge 60 Fusion |
Motorola Edge 60 Pro |
Motorola Razr |
Motorola Razr 40 |
Motorola Razr 40 Ultra |
Motorola Razr 50 |
Motorola Razr 50 Ultra |
Motorola Razr 60 |
Motorola Razr 60 Ultra |
`;

export const nokia = `
Nokia 2.3 |
Nokia 2.4 |
Nokia 3.2 |
Nokia 3.4 |
Nokia 4.2 |
Nokia 5.1 |
Nokia 5.3 |
Nokia 5.4 |
Nokia 6.1 |
Nokia 6.2 |
Nokia 7.1 |
Nokia 7.2 |
Nokia 8 |
Nokia 8.1 |
Nokia 8.3 |
Nokia C12 |
Nokia C21 |
Nokia C32 |
Nokia G10 |
Nokia G11 |
Nokia G20 |
Nokia G21 |
Nokia G22 |
Nokia G42 |
Nokia G50 |
Nokia G60 |
Nokia X10 |
Nokia X20 |
Nokia X30 |
Nokia XR20 |
Nokia XR21 |
`;

export const sony = `
Xperia XA2 |
Xperia XZ |
Xperia XZ1 |
Xperia XZ2 |
Xperia XZ3 |
Xperia L3 |
Xperia L4 |
Xperia 1 |
Xperia 1 II |
Xperia 1 III |
Xperia 1 IV |
Xperia 1 V |
Xperia 1 VI |
Xperia 1 VII |
Xperia 5 |
Xperia 5 II |
Xperia 5 III |
Xperia 5 IV |
Xperia 5 V |
Xperia 10 |
Xperia 10 II |
Xperia 10 III |
Xperia 10 IV |
Xperia 10 V |
Xperia 10 VI |
Xperia 10 VII |
Xperia Pro |
Xperia Pro-I |
`;

export const nothing = `
Nothing Phone (1) | A063
Nothing Phone (2) | A065
Nothing Phone (2a) | A142
Nothing Phone (2a) Plus |
Nothing Phone (3) |
Nothing Phone (3a) |
Nothing Phone (3a) Pro |
CMF Phone 1 |
CMF Phone 2 Pro |
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
`;
