/** Makes with a small share of the offers; one model a line: `name | model numbers`. */
export const sony = `
Xperia XZ |
Xperia XZ1 |
Xperia XZ2 |
Xperia XZ3 |
Xperia L3 |
Xperia L4 |
Xperia 1 |
Xperia 1 II | XQ-AT51
Xperia 1 III | XQ-BC52
Xperia 1 IV | XQ-CT54
Xperia 1 V | XQ-DQ54
Xperia 1 VI | XQ-EC54
Xperia 1 VII |
Xperia 5 |
Xperia 5 II | XQ-AS52
Xperia 5 III | XQ-BQ52
Xperia 5 IV | XQ-CQ54
Xperia 5 V | XQ-DE54
Xperia 10 |
Xperia 10 II |
Xperia 10 III | XQ-BT52
Xperia 10 IV | XQ-CC54
Xperia 10 V | XQ-DC54
Xperia 10 VI | XQ-ES54
Xperia 10 VII |
Xperia Pro |
Xperia Pro-I |
Xperia XA1 |
Xperia XA2 |
Xperia XZ1 Compact |
Xperia XZ2 Compact |
Xperia XZ Premium |
Xperia X |
Xperia X Compact |
Xperia Z1 |
Xperia Z2 |
Xperia Z3 |
Xperia Z3 Compact |
Xperia Z5 |
Xperia Z5 Compact |
Xperia Z5 Premium |
Xperia 10 Plus |
Xperia 8 |
Xperia Ace III |
`;

export const nothing = `
Nothing Phone (1) | A063
Nothing Phone (2) | A065
Nothing Phone (2a) | A142
Nothing Phone (2a) Plus | A142P
Nothing Phone (3) | A024
Nothing Phone (3a) | A059
Nothing Phone (3a) Pro | A059P
CMF Phone 1 |
CMF Phone 2 Pro |
Nothing Phone (3a) Lite |
`;

export const fairphone = `
Fairphone 2 |
Fairphone 3 | FP3
Fairphone 3+ |
Fairphone 4 | FP4
Fairphone 5 | FP5
Fairphone 6 | FP6
`;

export const asus = `
Asus ROG Phone 2 |
Asus ROG Phone 3 |
Asus ROG Phone 5 |
Asus ROG Phone 6 |
Asus ROG Phone 7 |
Asus ROG Phone 8 |
Asus ROG Phone 9 |
Asus Zenfone 5 |
Asus Zenfone 6 |
Asus Zenfone 7 |
Asus Zenfone 8 | ZS590KS
Asus Zenfone 9 |
Asus Zenfone 10 |
Asus Zenfone 11 Ultra |
Asus Zenfone 12 Ultra |
`;

export const lg = `
LG G4 |
LG G5 |
LG G6 |
LG G7 |
LG G8 |
LG G8X |
LG K20 |
LG K40 |
LG K41s |
LG K50 |
LG K51 |
LG K51s |
LG K61 |
LG Stylo 4 |
LG Stylo 5 |
LG Stylo 6 |
LG V20 |
LG V30 |
LG V40 |
LG V50 |
LG V60 |
LG Velvet |
LG Wing |
`;

export const tcl = `
TCL 10 |
TCL 10 Pro |
TCL 20 |
TCL 20 SE |
TCL 20S |
TCL 30 |
TCL 30 SE |
TCL 30 XL |
TCL 30 Z |
TCL 40 SE |
TCL 40 NxtPaper |
TCL 50 |
TCL 50 XL |
TCL 50 SE |
TCL 60 |
TCL 403 |
TCL 405 |
TCL 408 |
TCL 501 |
TCL 505 |
`;

export const alcatel = `
Alcatel 1 |
Alcatel 1B |
Alcatel 1S |
Alcatel 1SE |
Alcatel 3 |
Alcatel 3L |
Alcatel 3X |
Alcatel 5 |
`;

export const zte = `
ZTE Axon 10 Pro |
ZTE Axon 30 |
ZTE Axon 40 Ultra |
ZTE Blade A3 |
ZTE Blade A31 |
ZTE Blade A34 |
ZTE Blade A52 |
ZTE Blade A53 |
ZTE Blade A54 |
ZTE Blade A72 |
ZTE Blade A73 |
ZTE Blade A75 |
ZTE Blade V30 |
ZTE Blade V40 |
ZTE Blade V50 |
ZTE Blade V60 |
ZTE Nubia RedMagic 7 |
ZTE Nubia RedMagic 8 Pro |
ZTE Nubia RedMagic 9 Pro |
ZTE Nubia RedMagic 10 Pro |
ZTE Nubia Z50 |
ZTE Nubia Z60 Ultra |
`;

export const htc = `
HTC 10 |
HTC One M8 |
HTC One M9 |
HTC U11 |
HTC U12+ |
HTC U23 Pro |
HTC Desire 12 |
HTC Desire 22 Pro |
`;

export const cat = `
CAT B35 |
CAT S41 |
CAT S42 |
CAT S52 |
CAT S53 |
CAT S60 |
CAT S61 |
CAT S62 |
CAT S62 Pro |
CAT S75 |
`;

export const blackberry = `
BlackBerry KEYone |
BlackBerry KEY2 |
BlackBerry KEY2 LE |
BlackBerry Priv |
BlackBerry Curve 9320 |
`;
