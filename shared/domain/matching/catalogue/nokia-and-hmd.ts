/** One model a line: `name | model numbers`. */
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
Nokia 1 |
Nokia 1.3 |
Nokia 1.4 |
Nokia 2 |
Nokia 2.1 |
Nokia 2.2 |
Nokia 3 |
Nokia 3.1 |
Nokia 5 |
Nokia 6 |
Nokia 7 Plus |
Nokia 9 PureView |
Nokia C2 |
Nokia C22 |
Nokia C31 |
Nokia G300 |
Nokia 105 |
Nokia 106 |
Nokia 110 |
Nokia 130 |
Nokia 150 |
Nokia 215 |
Nokia 225 |
Nokia 230 |
Nokia 3310 |
Nokia 2720 Flip |
Nokia 2780 Flip |
Nokia 8110 |
`;

export const hmd = `
HMD Crest |
HMD Fusion |
HMD Pulse |
HMD Pulse+ |
HMD Pulse Pro |
HMD Skyline |
`;
