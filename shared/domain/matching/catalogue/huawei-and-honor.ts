/** One model a line: `name | model numbers`, the number without the letters of its variant. */
export const huawei = `
P8 Lite | PRA-LX1
P9 | EVA-L09
P9 Lite | VNS-L31
P10 | VTR-L09
P10 Lite | WAS-LX1
P10 Plus | VKY-L09
P20 | EML-L09 EML-L29
P20 Lite | ANE-LX1
P20 Pro | CLT-L09 CLT-L29
P30 | ELE-L09 ELE-L29
P30 Lite | MAR-LX1
P30 Pro | VOG-L09 VOG-L29
P40 | ANA-NX9
P40 Lite | JNY-LX1
P40 Pro | ELS-NX9
P40 Pro+ |
P50 |
P50 Pro | JAD-LX9
P50 Pocket |
P60 Pro | MNA-LX9
P Smart |
P Smart 2019 | POT-LX1
P Smart 2021 |
Mate 10 |
Mate 10 Lite | RNE-L21
Mate 10 Pro | BLA-L29
Mate 20 | HMA-L29
Mate 20 Lite | SNE-LX1
Mate 20 Pro | LYA-L29
Mate 20 X |
Mate 30 Pro | LIO-L29
Mate 40 Pro | NOH-NX9
Mate 50 Pro |
Mate X3 |
Mate X6 |
Nova 3 |
Nova 5T | YAL-L21
Nova 8i |
Nova 9 |
Nova 10 |
Nova 10 Pro |
Nova 11 |
Nova 12 |
Nova 13 |
Pura 70 |
Pura 70 Pro |
Pura 70 Ultra |
Y5 |
Y6 |
Y6p |
Y7 |
`;

export const honor = `
Honor 8 |
Honor 8X |
Honor 9 |
Honor 9 Lite |
Honor 10 |
Honor 10 Lite |
Honor 20 |
Honor 20 Lite |
Honor 20 Pro |
Honor 50 |
Honor 50 Lite |
Honor 70 |
Honor 70 Lite |
Honor 90 |
Honor 90 Lite |
Honor 200 |
Honor 200 Lite |
Honor 200 Pro |
Honor 400 |
Honor 400 Lite |
Honor 400 Pro |
Honor Magic 4 Pro |
Honor Magic 5 Lite |
Honor Magic 5 Pro |
Honor Magic 6 Lite |
Honor Magic 6 Pro |
Honor Magic 7 Lite |
Honor Magic 7 Pro |
Honor Magic 8 Pro |
Honor Magic V2 |
Honor Magic V3 |
Honor Magic V5 |
Honor X6 |
Honor X6a |
Honor X6b |
Honor X7 |
Honor X7a |
Honor X7b |
Honor X8 |
Honor X8a |
Honor X8b |
Honor X9 |
`;
