/** Three makes of one house, strong in Africa and South Asia; one model a line: `name | model numbers`. */
export const infinix = `
Infinix Hot 8 |
Infinix Hot 9 |
Infinix Hot 9 Play |
Infinix Hot 10 |
Infinix Hot 10 Play |
Infinix Hot 10S |
Infinix Hot 11 |
Infinix Hot 11 Play |
Infinix Hot 11S |
Infinix Hot 12 |
Infinix Hot 12 Play |
Infinix Hot 12i |
Infinix Hot 20 |
Infinix Hot 20 Play |
Infinix Hot 20S |
Infinix Hot 20i |
Infinix Hot 30 |
Infinix Hot 30 Play |
Infinix Hot 30i |
Infinix Hot 40 |
Infinix Hot 40 Pro |
Infinix Hot 40i |
Infinix Hot 50 |
Infinix Hot 50 Pro |
Infinix Hot 50i |
Infinix Hot 60 |
Infinix Hot 60 Pro |
Infinix Note 5 |
Infinix Note 7 |
Infinix Note 8 |
Infinix Note 8i |
Infinix Note 10 |
Infinix Note 10 Pro |
Infinix Note 11 |
Infinix Note 11 Pro |
Infinix Note 12 |
Infinix Note 12 Pro |
Infinix Note 30 |
Infinix Note 30 Pro |
Infinix Note 40 |
Infinix Note 40 Pro |
Infinix Note 50 |
Infinix Note 50 Pro |
Infinix S4 |
Infinix S5 |
Infinix S5 Pro |
Infinix Smart 5 |
Infinix Smart 6 |
Infinix Smart 7 |
Infinix Smart 8 |
Infinix Smart 9 |
Infinix Smart 10 |
Infinix Zero 5 |
Infinix Zero 8 |
Infinix Zero 20 |
Infinix Zero 30 |
Infinix Zero 40 |
Infinix Zero Ultra |
Infinix GT 10 Pro |
Infinix GT 20 Pro |
Infinix GT 30 Pro |
`;

export const tecno = `
Tecno Camon 12 |
Tecno Camon 15 |
Tecno Camon 16 |
Tecno Camon 17 |
Tecno Camon 18 |
Tecno Camon 19 |
Tecno Camon 20 |
Tecno Camon 20 Pro |
Tecno Camon 30 |
Tecno Camon 30 Pro |
Tecno Camon 40 |
Tecno Camon 40 Pro |
Tecno Phantom V Flip |
Tecno Phantom V Fold |
Tecno Phantom X2 |
Tecno Pop 5 |
Tecno Pop 7 |
Tecno Pop 8 |
Tecno Pop 9 |
Tecno Pova 2 |
Tecno Pova 3 |
Tecno Pova 5 |
Tecno Pova 6 |
Tecno Pova 6 Pro |
Tecno Pova 7 |
Tecno Spark 4 |
Tecno Spark 5 |
Tecno Spark 6 |
Tecno Spark 6 Go |
Tecno Spark 7 |
Tecno Spark 7 Pro |
Tecno Spark 8 |
Tecno Spark 8 Pro |
Tecno Spark 9 |
Tecno Spark 10 |
Tecno Spark 10 Pro |
Tecno Spark 10C |
Tecno Spark 20 |
Tecno Spark 20 Pro |
Tecno Spark 20C |
Tecno Spark 30 |
Tecno Spark 30 Pro |
Tecno Spark 40 |
Tecno Spark Go 2023 |
Tecno Spark Go 2024 |
`;

export const itel = `
Itel A60 |
Itel A70 |
Itel P40 |
Itel P55 |
Itel S23 |
Itel S24 |
`;
