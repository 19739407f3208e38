/** One model a line: `name | model numbers`. */
export const google = `
Pixel |
Pixel XL |
Pixel 2 | G011A
Pixel 2 XL | G011C
Pixel 3 | G013A
Pixel 3 XL | G013C
Pixel 3a | G020A G020E G020F G020G
Pixel 3a XL |
Pixel 4 | G020I G020M
Pixel 4 XL | G020J G020P
Pixel 4a | G025J G025N G6QU3
Pixel 5 | GD1YQ GTT9Q
Pixel 5a |
Pixel 6 | GB7N6 G9S9B
Pixel 6 Pro | GLUOG GLU0G G8VOU GF5KQ
Pixel 6a | GX7AS GB62Z G1AZG GB17L
Pixel 7 | GVU6C GQML3 G03Z5
Pixel 7 Pro | GP4BC GE2AE GFE4J
Pixel 7a | GWKK3 GHL1X G0DZQ G82U8
Pixel 8 | GKWS6 G9BQD GZPF0
Pixel 8 Pro | GC3VE G1MNW GE9DP
Pixel 8a | G6GPR G8HNN GKV4X G576D
Pixel 9 | GUR25 G2YBB
Pixel 9 Pro | GEC77 GWVK6 GR83Y
Pixel 9 Pro XL | GGX8B GQ57S GZC4K
Pixel 9 Pro Fold | GGH2X GC15S
Pixel 9a | GXQ96 GTF7P G3Y12
Pixel 10 |
Pixel 10 Pro |
Pixel 10 Pro XL |
Pixel 10 Pro Fold |
Pixel 10a |
Pixel Fold | G9FPL G0B96
`;
