/** One model a line: `name | model numbers`, the number without the letters of its variant. */
export const huawei = `
Huawei P8 |
Huawei P8 Lite | ALE-L21 PRA-LX1
Huawei P9 | EVA-L09
Huawei P9 Lite | VNS-L31
Huawei P10 | VTR-L09
Huawei P10 Lite | WAS-LX1
Huawei P10 Plus | VKY-L09
Huawei P20 | EML-L09 EML-L29
Huawei P20 Lite | ANE-LX1
Huawei P20 Pro | CLT-L09 CLT-L29
Huawei P30 | ELE-L09 ELE-L29
Huawei P30 Lite | MAR-LX1
Huawei P30 Pro | VOG-L09 VOG-L29
Huawei P40 | ANA-NX9
Huawei P40 Lite | JNY-LX1
Huawei P40 Pro | ELS-NX9
Huawei P40 Pro+ |
Huawei P50 |
Huawei P50 Pro | JAD-LX9
Huawei P50 Pocket |
Huawei P60 Pro | MNA-LX9
Huawei P Smart |
Huawei P Smart 2019 | POT-LX1
Huawei P Smart 2020 |
Huawei P Smart 2021 | PPA-LX2
Huawei P Smart Z | STK-LX1
Huawei P Smart Pro | STK-L21
Huawei P Smart S |
Huawei Mate 10 |
Huawei Mate 10 Lite | RNE-L21
Huawei Mate 10 Pro | BLA-L29
Huawei Mate 20 | HMA-L29
Huawei Mate 20 Lite | SNE-LX1
Huawei Mate 20 Pro | LYA-L29
Huawei Mate 20 X | EVR-L29
Huawei Mate 30 Pro | LIO-L29
Huawei Mate XS |
Huawei Mate 40 Pro | NOH-NX9
Huawei Mate 50 Pro |
Huawei Mate X3 |
Huawei Mate X6 |
Huawei Nova Smart |
Huawei Nova 3 |
Huawei Nova 3i |
Huawei Nova 5T | YAL-L21
Huawei Nova 8i |
Huawei Nova 9 |
Huawei Nova 10 |
Huawei Nova 10 Pro |
Huawei Nova 11 |
Huawei Nova 12 |
Huawei Nova 13 |
Huawei Nova 13 Pro |
Huawei Nova 14 |
Huawei Pura 70 |
Huawei Pura 70 Pro |
Huawei Pura 70 Ultra |
Huawei Pura 80 |
Huawei Pura 80 Pro |
Huawei Pura 80 Ultra |
Huawei Y5 |
Huawei Y5p |
Huawei Y6 |
Huawei Y6p |
Huawei Y6s |
Huawei Y7 |
Huawei Y9 |
`;

export const honor = `
Honor 7X |
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
Honor 90 | REA-NX9
Honor 90 Lite |
Honor 200 | ELI-NX9
Honor 200 Lite |
Honor 200 Pro |
Honor 400 |
Honor 400 Lite |
Honor 400 Pro |
Honor Magic 4 Pro |
Honor Magic 4 Lite |
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
Honor X6c |
Honor X7 |
Honor X7a |
Honor X7b |
Honor X7c |
Honor X7d |
Honor X8 |
Honor X8a |
Honor X8b |
Honor X8c |
Honor X9 |
Honor X9a |
Honor X9b |
Honor X9c |
Honor 200 Smart |
Honor 400 Smart |
`;
